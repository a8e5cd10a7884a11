"""Changes that may mend a return without anybody's judgement.

Formulas go back where the form was issued with them, or where their rows have moved since; a
number typed as text becomes the number that is written there and no other, a tick becomes 是.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from jixiao.checking.fixing.model import CandidateFix
from jixiao.checking.issued import is_as_issued, moves_of, shape_of
from jixiao.figures import plain_characters
from jixiao.finding import Finding, Fix, chinese_text, text_of
from jixiao.rulebook import Role
from jixiao.scoresheet import IssuedCells, Reading, RowKind, Scoresheet, Stamp
from jixiao.workbook import Cell, CellChange, CellKind, Workbook, read_place

_RESTORED: Final = ("jx_rate_", "jx_suggested_", "sum", "total", "grade")
_STALE: Final = ("X103", "D004")
_SCORED: Final = (RowKind.INDICATOR, RowKind.FREE, RowKind.OF_WHICH)
_NUMBERS: Final = (Role.CLAIMED, Role.ACTUAL, Role.TARGET, Role.ITEM_SCORE, Role.WEIGHT)
_WORDED: Final = (Role.ACTUAL, Role.TARGET)  # a text here may hold its unit itself
_ANSWERS: Final = {
    tick: chinese_text(f"checking.fixing.answer.{answer}")
    for answer in ("yes", "no")
    for tick in chinese_text(f"checking.fixing.ticks.{answer}").split()
}
_MOST_DIGITS: Final = 15
_POINTS: Final = chinese_text("checking.fixing.points")
_NUMBER: Final = re.compile(
    r"(?P<number>-?(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*)(?:\.[0-9]+)?) ?(?P<unit>\D{0,3})"
)


def candidate_fixes(sheet: Scoresheet, findings: Iterable[Finding]) -> Iterator[CandidateFix]:
    """Yield the changes that come into question, formulas first."""
    stamp = sheet.stamp
    restored: set[str] = set()
    if stamp is not None and not sheet.unfound:
        for each in (*_formulas(sheet, stamp), *_results(sheet, stamp, findings)):
            restored.add(each.fix.cell)
            yield each
    yield from (each for each in _texts(sheet) if each.fix.cell not in restored)
    yield from _ticks(sheet)


def intact_formulas(sheet: Scoresheet) -> frozenset[str]:
    """The places (``sheet!cell``) whose formulas are those issued, whatever result is stored."""
    stamp, book = sheet.stamp, sheet.workbook
    if stamp is None:
        return frozenset()
    elsewhere = (one for one in stamp.keyed.values() if one.sheet != sheet.sheet)
    found = [
        f"{one.sheet}!{one.cell}" for one in elsewhere if _is_intact(one, one.cell, book, one.sheet)
    ]
    found += [
        f"{sheet.sheet}!{each.cell.address}" for each in _issued(sheet, stamp) if each.is_kept
    ]
    return frozenset(found)


def _is_intact(issued: IssuedCells, address: str, book: Workbook, sheet: str) -> bool:
    cell = book.cell_at(sheet, address)
    return (
        cell is not None
        and cell.formula is not None
        and is_as_issued(cell.formula, address, issued)
    )


@dataclass(frozen=True, slots=True)
class _IssuedCell:
    """A cell of the scoresheet that was issued as a formula, where its row is now."""

    cell: Cell
    formula: str  # as it must read there, with ``=``
    is_kept: bool


def _issued(sheet: Scoresheet, stamp: Stamp) -> Iterator[_IssuedCell]:
    """The cells that were issued as formulas and are known again; a cleared one is blank.

    Of a formula whose rows have moved so that nobody can say how it must read, nothing is given.
    """
    moves = moves_of(sheet, stamp)
    for key, issued in stamp.keyed.items():
        if not key.startswith(_RESTORED) or issued.sheet != sheet.sheet:
            continue
        address = moves.cell_now(issued.cell)
        place = read_place(address) if address is not None else None
        if address is None or place is None:
            continue
        cell = sheet.workbook.cell_at(issued.sheet, address) or Cell(*place, CellKind.BLANK)
        formula = moves.formula_at(address, issued)
        if formula is None:
            continue
        is_kept = cell.formula is not None and shape_of(cell.formula, address) == shape_of(
            formula, address
        )
        yield _IssuedCell(cell, formula, is_kept)


def _formulas(sheet: Scoresheet, stamp: Stamp) -> Iterator[CandidateFix]:
    for one in _issued(sheet, stamp):
        if one.is_kept:
            continue
        cell = one.cell
        if cell.formula is None:
            before = cell.raw
            why = "checking.fixing.typed-over" if before else "checking.fixing.blank"
        else:
            before, why = f"={cell.formula}", "checking.fixing.altered"
        fix = Fix(f"{sheet.sheet}!{cell.address}", before, one.formula, text_of(why))
        change = CellChange(sheet.sheet, cell.address, one.formula)
        yield CandidateFix(fix, change, is_issued=True)


def _results(
    sheet: Scoresheet, stamp: Stamp, findings: Iterable[Finding]
) -> Iterator[CandidateFix]:
    """Results of the form's own formulas that are out of date or were never stored."""
    stale = {found.place for found in findings if found.code in _STALE}
    for one in _issued(sheet, stamp):
        place = f"{sheet.sheet}!{one.cell.address}"
        if place in stale and one.is_kept:
            why = text_of("checking.fixing.stale")
            fix = Fix(place, one.cell.raw, f"={one.cell.formula}", why)
            yield CandidateFix(fix, CellChange(sheet.sheet, one.cell.address, None), is_issued=True)


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
    """Self-scores, weights, targets and what was reached, basic figures."""
    for row in sheet.rows:
        if row.kind in _SCORED:
            for role in _NUMBERS:
                reading = row.readings.get(role)
                if reading is not None and not (role in _WORDED and _has_unit(reading)):
                    yield reading
    yield from _figures(sheet)


def _has_unit(reading: Reading) -> bool:
    """Whether a text says its own unit, which no column or label says for it: 2.1万亩."""
    found = _NUMBER.fullmatch(plain_characters(reading.text))
    return found is not None and found["unit"].strip() not in ("", "%")


def _figures(sheet: Scoresheet) -> Iterator[Reading]:
    yield from sheet.inputs.values()
    for rows in sheet.tables.values():
        for cells in rows:
            yield from cells.values()


def _ticks(sheet: Scoresheet) -> Iterator[CandidateFix]:
    """Ticks and crosses for 是 and 否, which the form's own formulas do not know."""
    flags = {item.id for item in sheet.rulebook.inputs if item.kind == "flag"}
    for name, reading in sheet.inputs.items():
        answer = _ANSWERS.get(reading.text.strip())
        if name in flags and answer is not None and reading.formula is None:
            fix = Fix(reading.place, reading.text, answer, text_of("checking.fixing.tick"))
            change = CellChange(reading.sheet, reading.cell, answer)
            yield CandidateFix(fix, change, is_issued=False)


def certain_number(reading: Reading) -> Decimal | None:
    """The number that a text is, as its cell would hold it; None where anything is open.

    A unit behind it must be the one that the cell is read in, a percent sign that of the cell's
    number format; bounds and words are never certain.
    """
    figure = reading.figure
    if not reading.is_text or reading.formula is not None or figure is None:
        return None
    found = _NUMBER.fullmatch(plain_characters(reading.text))
    if found is None or figure.operator is not None:
        return None
    unit = found["unit"].strip()
    is_percent = unit == "%" and "%" in reading.number_format
    if unit and not is_percent and (unit == "%" or unit != (figure.unit or _POINTS)):
        return None
    number = Decimal(found["number"].replace(",", ""))
    is_long = len(number.as_tuple().digits) > _MOST_DIGITS
    number = number.scaleb(-2) if is_percent else number
    return None if is_long or Fraction(number) != figure.value else number
