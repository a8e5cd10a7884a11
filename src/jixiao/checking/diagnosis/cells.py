"""Cells of basic figures that a change may mend, and a scoresheet with one changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.checking.score import figure_value
from jixiao.figures import (
    IntervalSet,
    Quantity,
    ReadingState,
    as_shown,
    convert,
    format_decimals,
    format_number,
)
from jixiao.rulebook import Figures, FigureValue, Input, Role, TableColumn, answer_word
from jixiao.scoresheet import Reading, Scoresheet

_EXACT = ("count", "flag", "choice")


@dataclass(frozen=True, slots=True)
class FigureCell:
    """A cell of basic figures; ``row`` is the row of its table, from 0, None for an input."""

    item: Input | TableColumn
    reading: Reading
    label: str
    table: str = ""
    row: int | None = None

    @property
    def key(self) -> str:
        """What formulas call it: the input's id, or ``table.column``."""
        return f"{self.table}.{self.item.id}" if self.table else self.item.id


def figure_cells(sheet: Scoresheet) -> Iterator[FigureCell]:
    """Yield the cells with a clear figure or answer that indicators are computed from."""
    by_id = sheet.rulebook.input_by_id
    for name, reading in sheet.inputs.items():
        item = by_id.get(name)
        if item is not None and reading.figure is not None:
            yield FigureCell(item, reading, item.label)
    for table in sheet.rulebook.tables:
        columns = {c.id: c for c in table.columns if c.formula is None}
        for nth, row in enumerate(sheet.tables.get(table.id, ())):
            for name, reading in row.items():
                if name in columns and reading.figure is not None:
                    item_of_row = columns[name]
                    label = f"{table.label}·{item_of_row.label}"
                    yield FigureCell(item_of_row, reading, label, table.id, nth)


def input_keys(sheet: Scoresheet) -> Iterator[tuple[str, str]]:
    """Yield every cell of basic figures, filled or not: what formulas call it, and its place."""
    for name, reading in sheet.inputs.items():
        yield name, reading.place
    for table, rows in sheet.tables.items():
        for row in rows:
            yield from ((f"{table}.{name}", reading.place) for name, reading in row.items())


def value_in(cell: FigureCell) -> Fraction | None:
    """The figure that is in a cell, in the rulebook's unit."""
    found = figure_value(cell.reading, cell.item)
    return None if found is None else found.exact


def reading_of(cell: FigureCell, value: Fraction) -> Reading:
    """The cell as it reads with another figure."""
    digits, unit = _digits_shown(cell, value)
    shown = max(digits, cell.item.digits or 0)
    exact = cell.item.kind in _EXACT or value == 0
    spread = IntervalSet.point(value) if exact else as_shown(value, shown, unit)
    text = typed_text(cell, value)
    figure = Quantity(value, unit, digits, None, spread, text)
    return cell.reading._replace(
        state=ReadingState.FIGURE, text=text, figures=(figure,), formula=None, is_text=False
    )


def value_with(cell: FigureCell, value: Fraction) -> FigureValue:
    """The figure of a cell that holds another one, as ``reading_of`` would be taken."""
    item = cell.item
    if item.kind not in ("money", "rate"):
        return figure_value(reading_of(cell, value), item) or FigureValue(value)
    if value == 0:
        return FigureValue(value, IntervalSet.point(value))
    digits, unit = _digits_shown(cell, value)
    return FigureValue(value, as_shown(value, max(digits, item.digits or 0), unit))


def _digits_shown(cell: FigureCell, value: Fraction) -> tuple[int, str]:
    """The decimals of a figure that is typed into a cell, and its unit."""
    digits = format_decimals(value) or 0
    unit = cell.reading.figure.unit if cell.reading.figure is not None else ""
    if unit == "%":
        digits = max(0, digits - 2)
    return digits, unit


def typed_text(cell: FigureCell, value: Fraction) -> str:
    """A figure as a person would type it into the cell, an amount in the unit of its form."""
    if cell.item.kind == "flag":
        return answer_word(value)
    figure = cell.reading.figure
    if figure is not None and figure.unit == "%" and "%" in cell.reading.text:
        return f"{format_number(value * 100)}%"
    if figure is not None and cell.item.kind == "money":
        return format_number(amount_to_type(replace(figure, value=value), cell.reading))
    return format_number(value)


def amount_to_type(amount: Quantity, reading: Reading) -> Fraction:
    """An amount in the unit that bare numbers of its cell count in, as the form says.

    >>> cell = Reading("基础数据", "C8", ReadingState.FIGURE, counted_in="元")
    >>> format_number(amount_to_type(Quantity(Fraction("77.92"), "万元"), cell))
    '779200'
    """
    own = convert(amount, reading.counted_in) if reading.counted_in else None
    return amount.value if own is None else own.value


def figures_with(figures: Figures, cell: FigureCell, value: Fraction) -> Figures:
    """The figures with that of one cell changed."""
    found = value_with(cell, value)
    if cell.row is None:
        return Figures({**figures.inputs, cell.item.id: found}, figures.tables)
    rows = list(figures.tables.get(cell.table, ()))
    if cell.row < len(rows):
        rows[cell.row] = {**rows[cell.row], cell.item.id: found}
    return Figures(figures.inputs, {**figures.tables, cell.table: tuple(rows)})


def sheet_with(sheet: Scoresheet, cell: FigureCell, reading: Reading) -> Scoresheet:
    """The scoresheet with the reading of one cell changed."""
    if cell.row is None:
        return replace(sheet, inputs={**sheet.inputs, cell.item.id: reading})
    rows = list(sheet.tables[cell.table])
    rows[cell.row] = {**rows[cell.row], cell.item.id: reading}
    return replace(sheet, tables={**sheet.tables, cell.table: tuple(rows)})


def rows_with(sheet: Scoresheet, changed: Mapping[tuple[str, Role], Reading]) -> Scoresheet:
    """The scoresheet with readings of its rows changed, by row id and column."""
    ids = {row for row, _ in changed}
    rows = tuple(
        replace(
            row,
            readings={
                role: changed.get((row.id, role), reading) for role, reading in row.readings.items()
            },
        )
        if row.id in ids
        else row
        for row in sheet.rows
    )
    return replace(sheet, rows=rows)
