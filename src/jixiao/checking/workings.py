"""The full working of each number of a return: value, formula, cells, figures, clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jixiao.checking.model import Check, IndicatorResult
from jixiao.checking.run import RulebookLike, loaded_rulebook, locate_in
from jixiao.checking.source import SourceLike, source_of
from jixiao.figures import format_percent
from jixiao.finding import Bilingual, text_of
from jixiao.formula import input_names, parse_formula
from jixiao.rulebook import (
    FreeBlock,
    Indicator,
    LibraryLike,
    Role,
    Rulebook,
    computed_standard,
    inputs_of,
    library_of,
    plan_indicator,
    printed_standard,
    provenance_text,
    rate_text,
)
from jixiao.scoresheet import Reading, Row, Scoresheet
from jixiao.workbook import Workbook, read_workbook

_BARE = re.compile(r"-?[0-9][0-9,]*(?:\.[0-9]+)?")
_ROW = {
    Role.TARGET: text_of("checking.workings.target"),
    Role.ADJUSTED_TARGET: text_of("checking.workings.adjusted-target"),
    Role.ACTUAL: text_of("checking.cell.actual"),
    Role.COEFFICIENT: text_of("checking.workings.coefficient"),
    Role.ITEM_SCORE: text_of("checking.workings.item-score"),
    Role.WEIGHT: text_of("checking.workings.weight"),
}


@dataclass(frozen=True, slots=True)
class UsedCell:
    """A cell that a number rests on: what it is, where (``sheet``, ``cell``), what it shows.

    ``cell`` may be an area (``C5:C7``); both are empty where the cell was not found.
    """

    label: Bilingual
    sheet: str
    cell: str
    shown: str

    @property
    def place(self) -> str:
        """``sheet!cell``."""
        return f"{self.sheet}!{self.cell}" if self.cell else ""


@dataclass(frozen=True, slots=True)
class Working:
    """How the number of one indicator came about.

    ``formula`` is the 指标公式, ``standard`` the 评分标准 as printed and ``rule`` how it is
    computed where that is distinguished; ``clause`` and ``source`` say where they come from.
    All are Chinese, as the forms are, and may be empty.
    """

    result: IndicatorResult
    cells: tuple[UsedCell, ...]
    formula: str = ""
    standard: str = ""
    rule: str = ""
    clause: str = ""
    source: str = ""


def workings_of(
    source: SourceLike,
    check: Check,
    rulebook: RulebookLike | None = None,
    *,
    rulebooks: LibraryLike = None,
) -> tuple[Working, ...]:
    """Give the workings behind ``check``, which was made with the same rulebooks; in its order.

    Empty where the file could not be checked.
    """
    named = source_of(source)
    workbook = read_workbook(named.name, named.content)
    if not check.checked or not isinstance(workbook, Workbook):
        return ()
    known = library_of(rulebooks)
    sheet = locate_in(workbook, loaded_rulebook(rulebook, known), known)
    if not isinstance(sheet, Scoresheet):
        return ()
    rows = {row.id: row for row in sheet.rows}
    return tuple(
        _working(sheet, rows[result.id], result) for result in check.indicators if result.id in rows
    )


def _working(sheet: Scoresheet, row: Row, result: IndicatorResult) -> Working:
    book = sheet.rulebook
    rule = _rule(book, row)
    if isinstance(rule, Indicator):
        cells = (*_inputs(sheet, rule), *_columns(sheet, rule), *_of_row(row))
        formula = rate_text(book, rule)
    else:
        cells, formula = tuple(_of_row(row)), ""
    if rule is None:
        return Working(result, cells)
    return Working(
        result,
        cells,
        formula,
        " ".join(printed_standard(book, rule).split()),
        computed_standard(book, rule),
        rule.clause,
        provenance_text(rule.provenance),
    )


def _rule(book: Rulebook, row: Row) -> Indicator | FreeBlock | None:
    if row.block is not None:
        return book.block_by_id.get(row.block)
    return book.by_id.get(row.id)


def _inputs(sheet: Scoresheet, rule: Indicator) -> Iterator[UsedCell]:
    for item in inputs_of(sheet.rulebook, rule):
        label = Bilingual(item.label, item.label)
        reading = sheet.inputs.get(item.id)
        if reading is None:
            yield UsedCell(label, "", "", "")
        else:
            yield UsedCell(label, reading.sheet, reading.cell, _shown(reading, item.unit))


def _columns(sheet: Scoresheet, rule: Indicator) -> Iterator[UsedCell]:
    """Columns of repeating tables, computed ones with the columns that they are computed from."""
    used = [c for part in plan_indicator(sheet.rulebook, rule).parts for c in part.columns]
    for table in sheet.rulebook.tables:
        columns = {column.id: column for column in table.columns}
        names: dict[str, None] = {}
        for reference in used:
            if reference.table == table.id:
                formula = columns[reference.column].formula
                if formula is not None:
                    names |= dict.fromkeys(input_names(parse_formula(formula)))
                names[reference.column] = None
        rows = sheet.tables.get(table.id, ())
        for name in names:
            label = f"{table.label}·{columns[name].label}"
            readings = [row[name] for row in rows if name in row]
            yield _column(Bilingual(label, label), readings, columns[name].unit or "")


def _column(label: Bilingual, readings: Sequence[Reading], unit: str) -> UsedCell:
    if not readings:
        return UsedCell(label, "", "", "")
    first, last = readings[0], readings[-1]
    cell = first.cell if first.cell == last.cell else f"{first.cell}:{last.cell}"
    shown = "、".join(_shown(reading, unit) or "—" for reading in readings)
    return UsedCell(label, first.sheet, cell, shown)


def _of_row(row: Row) -> Iterator[UsedCell]:
    """The cells of the row itself that a score may rest on."""
    for role, label in _ROW.items():
        reading = row.readings.get(role)
        if reading is not None and reading.figure is not None:
            yield UsedCell(label, reading.sheet, reading.cell, _as_displayed(reading))


def _shown(reading: Reading, unit: str) -> str:
    """What is in a cell, a bare number with its unit: of an amount the one that its form says."""
    text = _as_displayed(reading)
    is_bare = _BARE.fullmatch(text) is not None
    return f"{text}{reading.counted_in or unit}" if is_bare and unit != "%" else text


def _as_displayed(reading: Reading) -> str:
    """What a cell shows: the result of a formula with the digits of its number format."""
    figure = reading.figure
    if reading.formula is None or figure is None or figure.unit != "%" or figure.digits is None:
        return reading.text
    return format_percent(figure.value, figure.digits)
