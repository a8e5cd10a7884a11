"""Changes that may mend a return without anybody's judgement.

Formulas go back where the form was issued with them, as long as no row has moved since; a number
typed as text becomes the number that is written there and no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from jixiao.checking.fixing.model import CandidateFix
from jixiao.checking.issued import issued_in_row, shape_of
from jixiao.figures import plain_characters
from jixiao.finding import Finding, Fix, chinese_text, text_of
from jixiao.rulebook import Role
from jixiao.scoresheet import IssuedCells, Reading, RowKind, Scoresheet, Stamp
from jixiao.workbook import Cell, CellChange, CellKind, read_place

_RESTORED: Final = ("jx_rate_", "jx_suggested_", "sum", "total", "grade")
_STALE: Final = ("X103", "D004")
_SCORED: Final = (RowKind.INDICATOR, RowKind.FREE, RowKind.OF_WHICH)
_MOST_DIGITS: Final = 15
_POINTS: Final = chinese_text("checking.fixing.points")
_NUMBER: Final = re.compile(
    r"(?P<number>-?(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*)(?:\.[0-9]+)?) ?(?P<unit>\D{0,3})"
)


def candidate_fixes(sheet: Scoresheet, findings: Iterable[Finding]) -> Iterator[CandidateFix]:
    """Yield the changes that come into question, formulas first."""
    stamp = sheet.stamp
    if stamp is not None and not _has_moved(sheet, stamp):
        yield from _formulas(sheet, stamp)
        yield from _results(sheet, stamp, findings)
    yield from _texts(sheet)


def intact_formulas(sheet: Scoresheet) -> frozenset[str]:
    """The places (``sheet!cell``) whose formulas are those issued, whatever result is stored."""
    stamp, book = sheet.stamp, sheet.workbook
    if stamp is None:
        return frozenset()
    found = ((issued, book.cell_at(issued.sheet, issued.cell)) for issued in stamp.keyed.values())
    return frozenset(
        f"{issued.sheet}!{issued.cell}"
        for issued, cell in found
        if cell is not None
        and cell.formula is not None
        and shape_of(cell.formula, cell.address) == shape_of(issued.formula, issued.cell)
    )


def _has_moved(sheet: Scoresheet, stamp: Stamp) -> bool:
    """Whether a row is gone or no longer where it was issued."""
    return bool(sheet.unfound) or any(
        issued.sheet != sheet.sheet or issued.cell != row.readings[role].cell
        for row in sheet.rows
        for role, issued in issued_in_row(row, stamp)
        if role in row.readings
    )


def _issued(sheet: Scoresheet, stamp: Stamp) -> Iterator[tuple[IssuedCells, Cell]]:
    """Formulas of the scoresheet as issued, with the cells as they are; a cleared one is blank."""
    for key, issued in stamp.keyed.items():
        place = read_place(issued.cell)
        if key.startswith(_RESTORED) and issued.sheet == sheet.sheet and place is not None:
            cell = sheet.workbook.cell_at(issued.sheet, issued.cell)
            yield issued, cell or Cell(*place, CellKind.BLANK)


def _formulas(sheet: Scoresheet, stamp: Stamp) -> Iterator[CandidateFix]:
    for issued, cell in _issued(sheet, stamp):
        formula = f"={issued.formula.removeprefix('=')}"
        place = f"{sheet.sheet}!{cell.address}"
        if cell.formula is None:
            before = cell.raw
            why = "checking.fixing.typed-over" if before else "checking.fixing.blank"
        elif shape_of(cell.formula, cell.address) != shape_of(issued.formula, issued.cell):
            before, why = f"={cell.formula}", "checking.fixing.altered"
        else:
            continue
        fix = Fix(place, before, formula, text_of(why))
        yield CandidateFix(fix, CellChange(sheet.sheet, cell.address, formula), is_issued=True)


def _results(
    sheet: Scoresheet, stamp: Stamp, findings: Iterable[Finding]
) -> Iterator[CandidateFix]:
    """Results of the form's own formulas that are out of date or were never stored."""
    stale = {found.place for found in findings if found.code in _STALE}
    for issued, cell in _issued(sheet, stamp):
        place = f"{sheet.sheet}!{cell.address}"
        if place not in stale or cell.formula is None:
            continue
        if shape_of(cell.formula, cell.address) == shape_of(issued.formula, issued.cell):
            fix = Fix(place, cell.raw, f"={cell.formula}", text_of("checking.fixing.stale"))
            yield CandidateFix(fix, CellChange(sheet.sheet, cell.address, None), is_issued=True)


def _texts(sheet: Scoresheet) -> Iterator[CandidateFix]:
    done: set[str] = set()
    for reading in _typed(sheet):
        number = certain_number(reading)
        if number is None or reading.place in done:
            continue
        done.add(reading.place)
        after = f"{number:f}"
        fix = Fix(reading.place, reading.text, after, text_of("checking.fixing.text"))
        yield CandidateFix(fix, CellChange(reading.sheet, reading.cell, number), is_issued=False)


def _typed(sheet: Scoresheet) -> Iterator[Reading]:
    """Self-scores and basic figures."""
    for row in sheet.rows:
        if row.kind in _SCORED and Role.CLAIMED in row.readings:
            yield row.readings[Role.CLAIMED]
    yield from sheet.inputs.values()
    for rows in sheet.tables.values():
        for cells in rows:
            yield from cells.values()


def certain_number(reading: Reading) -> Decimal | None:
    """The number that a text is, as its cell would hold it; None where anything is open.

    A unit behind it must be the one that the cell is read in; percentages, bounds and words are
    never certain.
    """
    figure = reading.figure
    if not reading.is_text or reading.formula is not None or figure is None:
        return None
    found = _NUMBER.fullmatch(plain_characters(reading.text))
    if found is None or figure.operator is not None:
        return None
    unit = found["unit"].strip()
    if unit and unit != (figure.unit or _POINTS):
        return None
    number = Decimal(found["number"].replace(",", ""))
    is_long = len(number.as_tuple().digits) > _MOST_DIGITS
    return None if is_long or Fraction(number) != figure.value else number
