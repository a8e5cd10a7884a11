"""Carry a filled older form into the template of a rulebook; no figure changes on the way.

Numbers keep their digits, texts stay texts. What has no place in the template, or would read as
another figure there, is left and reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.finding import Bilingual, chinese_text, text_of
from jixiao.rulebook import Role, Rulebook
from jixiao.scoresheet import (
    Reading,
    Row,
    RowKind,
    Scoresheet,
    Unlocated,
    label_forms,
    locate_scoresheet,
)
from jixiao.workbook import (
    Cell,
    CellChange,
    CellEdit,
    CellKind,
    Unreadable,
    Workbook,
    edited_workbook,
    patch_workbook,
    read_place,
    read_workbook,
    recalculate,
)
from jixiao.writing.carrying.entry import FIXED, FREE, EntryCells, EntryPlace, kind_of, with_room
from jixiao.writing.carrying.labels import FormLabels, labels_of
from jixiao.writing.carrying.list_sheet import HEADER, SHEET, compose_list
from jixiao.writing.carrying.model import CarriedCell, LeftCell
from jixiao.writing.template import compose_blank

_KINDS = (CellKind.NUMBER, CellKind.TEXT, CellKind.BOOLEAN)
_SUMS = (RowKind.SECTION, RowKind.TOTAL)


@dataclass(frozen=True)
class Carried:
    """The filled template, what was carried and what found no place."""

    content: bytes
    cells: tuple[CarriedCell, ...]
    left: tuple[LeftCell, ...]


def carried_copy(old: Scoresheet, book: Rulebook) -> Carried:
    """Carry what ``old``, read by ``book``, holds into the template of ``book``."""
    roomy = with_room(book, old)
    content = compose_blank(roomy, department=old.department, year=old.year)
    blank = _located(content, roomy)
    cells, left = _moves(old, EntryCells(blank), roomy)
    edits = _edits(blank.workbook, cells)
    changed = _changed(old, _read_again(blank, edits, roomy), cells)
    if changed:
        left = {**left, **{one.source: text_of("carrying.another-figure") for one in changed}}
        cells = [one for one in cells if one not in changed]
        edits = _edits(blank.workbook, cells)
    text = (*_left(old, cells, left, blank),)
    patched = patch_workbook(
        content, [], lambda _: compose_list(cells, text), name=SHEET, header=HEADER, edits=edits
    )
    return Carried(patched.content, tuple(cells), text)


def _located(content: bytes, book: Rulebook) -> Scoresheet:
    workbook = read_workbook("blank.xlsx", content)
    if isinstance(workbook, Unreadable):
        raise TypeError(book.id)
    return _sheet_of(workbook, book)


def _sheet_of(workbook: Workbook, book: Rulebook) -> Scoresheet:
    """The scoresheet of a template that was written here, which is always found."""
    found = locate_scoresheet(workbook, [book], asked=book)
    if isinstance(found, Unlocated):
        raise TypeError(book.id)
    return found


def _moves(
    old: Scoresheet, places: EntryCells, book: Rulebook
) -> tuple[list[CarriedCell], dict[str, Bilingual]]:
    """Every value with where it goes; those that have a formula there, with the reason."""
    cells: list[CarriedCell] = []
    left: dict[str, Bilingual] = {}
    for reading, place in _pairs(old, places, book):
        cell = _cell(old.workbook, (reading.sheet, reading.cell))
        if cell is None or cell.is_blank or cell.kind not in _KINDS:
            continue
        target = _cell(places.blank.workbook, place) if place is not None else None
        if place is None:
            left[reading.place] = text_of("carrying.no-place")
        elif target is not None and not (target.is_blank and target.formula is None):
            left[reading.place] = text_of("carrying.computed")
        else:
            cells.append(CarriedCell(reading.place, cell, *place))
    return cells, left


def _pairs(
    old: Scoresheet, places: EntryCells, book: Rulebook
) -> Iterator[tuple[Reading, EntryPlace | None]]:
    for ident, reading in old.inputs.items():
        yield reading, places.of_input(ident)
    for row in old.rows:
        if row.kind is RowKind.INDICATOR:
            for role in FIXED:
                if role in row.readings:
                    own = _input_of(old, row, book) if role is Role.ACTUAL else None
                    place = places.of_input(own) if own is not None else None
                    yield row.readings[role], place or places.of_row(row, role)
    yield from _free(old, places, book)


def _input_of(old: Scoresheet, row: Row, book: Rulebook) -> str | None:
    """The input that alone is the rate of a row, where the form only has the rate, as a number."""
    indicator, typed = book.by_id.get(row.id), row.readings[Role.ACTUAL]
    ident = indicator.rate if indicator is not None else None
    cell = _cell(old.workbook, (typed.sheet, typed.cell))
    is_alone = ident in book.input_by_id and ident not in old.inputs
    return ident if is_alone and cell is not None and cell.kind is CellKind.NUMBER else None


def _free(
    old: Scoresheet, places: EntryCells, book: Rulebook
) -> Iterator[tuple[Reading, EntryPlace | None]]:
    """The rows that the department named, one after the other into those that the block offers."""
    columns = places.blank.columns
    for block in book.blocks:
        offered: dict[str, Iterator[int]] = {}
        for row in old.rows:
            if row.kind is not RowKind.FREE or row.block != block.id:
                continue
            kind = kind_of(block, row)
            number = next(offered.setdefault(kind, places.free_rows(block, kind)), None)
            yield from _free_row(row, number, columns, places.blank.sheet)


def _free_row(
    row: Row, number: int | None, columns: Mapping[Role, str], sheet: str
) -> Iterator[tuple[Reading, EntryPlace | None]]:
    for role in FREE:
        if role in row.readings:
            has_place = number is not None and role in columns
            yield row.readings[role], (sheet, f"{columns[role]}{number}") if has_place else None


def _cell(workbook: Workbook, place: EntryPlace) -> Cell | None:
    sheet, at = workbook.sheet(place[0]), read_place(place[1])
    return sheet.cell(*at) if sheet is not None and at is not None else None


def _edits(blank: Workbook, cells: Sequence[CarriedCell]) -> tuple[CellEdit, ...]:
    """The values as they were typed, and the results of all formulas worked out anew."""
    typed = [
        CellEdit(one.sheet, one.cell, None, one.cell_there.kind, one.cell_there.raw)
        for one in cells
    ]
    formulas = [
        CellChange(sheet.name, cell.address, None)
        for sheet in blank.sheets
        for cell in sheet
        if cell.formula is not None
    ]
    filled = edited_workbook(blank, typed)
    results = recalculate(filled, formulas, [change.place for change in formulas])
    return (*typed, *results)


def _read_again(blank: Scoresheet, edits: Sequence[CellEdit], book: Rulebook) -> Scoresheet:
    return _sheet_of(edited_workbook(blank.workbook, edits), book)


def _changed(old: Scoresheet, new: Scoresheet, cells: Sequence[CarriedCell]) -> list[CarriedCell]:
    """The values that read as another figure where they came to be: 元 under 万元."""
    before, after = _by_place(old), _by_place(new)
    return [
        one
        for one in cells
        if (was := before.get(one.source)) is not None
        and (now := after.get(f"{one.sheet}!{one.cell}")) is not None
        and [figure.value for figure in was.figures] != [figure.value for figure in now.figures]
    ]


def _by_place(sheet: Scoresheet) -> dict[str, Reading]:
    found = {reading.place: reading for row in sheet.rows for reading in row.readings.values()}
    return found | {reading.place: reading for reading in sheet.inputs.values()}


def _left(
    old: Scoresheet,
    cells: Sequence[CarriedCell],
    known: Mapping[str, Bilingual],
    blank: Scoresheet,
) -> Iterator[LeftCell]:
    """Every value of the form that was not carried and that the template does not say itself."""
    sheet = old.workbook.sheet(old.sheet)
    there = {key for one in blank.workbook.sheets for cell in one for key in _keys(cell)}
    carried = {one.source for one in cells}
    sums = {row.row for row in old.rows if row.kind in _SUMS}
    names = {*_names(old), *_same_weights(old, blank)}
    labels = labels_of(old, sheet) if sheet is not None else FormLabels(frozenset(), {})
    for cell in sheet or ():
        place = f"{old.sheet}!{cell.address}"
        if place in carried or cell.is_blank or cell.kind not in _KINDS or cell.row in sums:
            continue
        at = (cell.row, cell.column)
        is_said = bool(there.intersection(_keys(cell))) or place in names or at in labels.cells
        if place in known or not is_said:
            why = known.get(place, text_of("carrying.no-place"))
            said = " ".join(cell.raw.split())
            if (label := labels.of.get(at)) is not None:
                said = chinese_text("carrying.labelled", label=label, value=said)
            yield LeftCell(place, said, why)


def _names(old: Scoresheet) -> Iterator[str]:
    """The cells of the names of fixed rows, which the template writes as the rulebook does."""
    for row in old.rows:
        if row.kind is RowKind.INDICATOR and Role.NAME in row.readings:
            yield row.readings[Role.NAME].place


def _same_weights(old: Scoresheet, blank: Scoresheet) -> Iterator[str]:
    """The cells of weights that are those of the template."""
    there = {row.id: row.readings[Role.WEIGHT] for row in blank.rows if Role.WEIGHT in row.readings}
    for row in old.rows:
        mine, its = row.readings.get(Role.WEIGHT), there.get(row.id)
        if mine is not None and its is not None and _points(mine) == _points(its):
            yield mine.place


def _points(reading: Reading) -> Fraction | None:
    """A weight in points: 10 % of 100 are 10."""
    figure = reading.figure
    if figure is None:
        return None
    return figure.value * 100 if figure.unit == "%" else figure.value


def _keys(cell: Cell) -> tuple[str, ...]:
    return label_forms(cell.raw) if cell.kind is CellKind.TEXT else ()
