"""The formulas that a form was issued with, as they must read where its rows are now.

The stamp keeps each formula by what it computes. Rows may have moved since: references to the
form's own sheet move with their rows, as a spreadsheet moves them; where a row is unknown, or a
column has moved, no formula is given.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from jixiao.rulebook import Role, rate_name, suggested_name
from jixiao.scoresheet import IssuedCells, Reading, Row, RowKind, Scoresheet, Stamp
from jixiao.workbook import read_place

FORMATS_WITH_FORMULAS = ("xlsx", "xlsm", "ods")  # readers of other formats see values only
_SUMS = (RowKind.SECTION, RowKind.TOTAL)
# Texts and what is on another sheet stay as they are when rows of this one move.
_REFERENCE = re.compile(
    r"""(?P<kept>"[^"]*"|!\$?[A-Z]{1,3}\$?[0-9]{1,7}(?::\$?[A-Z]{1,3}\$?[0-9]{1,7})?)"""
    r"""|(?<![!$A-Za-z0-9_.])(?P<fixed>\$?)(?P<column>[A-Z]{1,3})(?P<held>\$?)"""
    r"""(?P<row>[0-9]{1,7})(?![0-9A-Za-z_(])"""
)


@dataclass(frozen=True, slots=True)
class IssuedFormula:
    """A cell that was issued as a formula.

    ``is_intact``: the cell holds it still. ``formula`` is what to put back, with ``=``; None where
    nothing is to be put back, or where it cannot be said how it must read by now.
    """

    formula: str | None
    is_intact: bool


@lru_cache(maxsize=4096)
def shape_of(formula: str, cell: str) -> str:
    """Write a formula with its references relative to the row of ``cell`` and without blanks.

    >>> moved = shape_of("IF(G12=\\"\\", \\"\\", G12*$D$12)", "I12")
    >>> moved == shape_of('IF(G11="","",G11*$D$11)', "I11")
    True
    """
    row = _row(cell)
    bare = re.sub(r"\s+", "", formula).removeprefix("=").replace("_xlfn.", "")
    return _REFERENCE.sub(
        lambda m: m["kept"] or f"{m['column']}[{int(m['row']) - row}]",
        bare,
    )


def issued_in_row(row: Row, stamp: Stamp) -> Iterator[tuple[Role, IssuedCells]]:
    """Yield the formulas that a row was issued with, by the column they stand in."""
    for role, key in _keys_of(row.kind, row.id):
        issued = stamp.keyed.get(key)
        if issued is not None:
            yield role, issued


@lru_cache(maxsize=4096)
def _keys_of(kind: RowKind, ident: str) -> tuple[tuple[Role, str], ...]:
    """By which keys the stamp has the formulas of a row."""
    if kind is RowKind.INDICATOR:
        return (Role.ACTUAL, rate_name(ident)), (Role.SUGGESTED, suggested_name(ident))
    if kind in _SUMS:
        return (Role.CLAIMED, ident), (Role.SUGGESTED, f"{ident}-suggested")
    return ()


def is_comparable(row: Row, reading: Reading, issued: IssuedCells) -> bool:
    """Whether a formula must be as issued: a sum reaches further once rows were added above it."""
    return row.kind not in _SUMS or issued.cell == reading.cell


def is_as_issued(formula: str, cell: str, issued: IssuedCells) -> bool:
    """Whether a formula is the one issued, wherever its row is now."""
    if formula == issued.formula and cell == issued.cell:
        return True
    return shape_of(formula, cell) == shape_of(issued.formula, issued.cell)


def issued_cells(sheet: Scoresheet) -> Mapping[str, IssuedFormula]:
    """The cells of a scoresheet that were issued as formulas, by ``sheet!cell``.

    In a format whose formulas are not seen none counts as intact.
    """
    stamp = sheet.stamp
    if stamp is None:
        return {}
    moves = moves_of(sheet, stamp)
    found = {}
    for row in sheet.rows:
        for role, issued in issued_in_row(row, stamp):
            reading = row.readings.get(role)
            if reading is not None and issued.sheet == sheet.sheet:
                is_kept = not is_comparable(row, reading, issued)
                found[reading.place] = _issued(reading, issued, moves, is_kept=is_kept)
    grade, issued_grade = sheet.grade, stamp.keyed.get("grade")
    if grade is not None and issued_grade is not None and issued_grade.sheet == grade.sheet:
        is_kept = issued_grade.cell != grade.cell
        found[grade.place] = _issued(grade, issued_grade, moves, is_kept=is_kept)
    return found


def _issued(reading: Reading, issued: IssuedCells, moves: Moves, *, is_kept: bool) -> IssuedFormula:
    """``is_kept``: whatever formula is there now is taken for the one issued."""
    own = reading.formula
    is_intact = own is not None and (is_kept or is_as_issued(own, reading.cell, issued))
    return IssuedFormula(None if is_intact else moves.formula_at(reading.cell, issued), is_intact)


@dataclass(frozen=True, slots=True)
class Moves:
    """Where the rows of a form are now: pairs of row as issued and row now, by row."""

    rows: tuple[tuple[int, int], ...]
    columns: Mapping[str, str]

    def formula_at(self, cell: str, issued: IssuedCells) -> str | None:
        """The formula of a cell, with ``=``; None where that cannot be said for certain."""
        formula = issued.formula.removeprefix("=")
        if cell == issued.cell and all(then == now for then, now in self.rows):
            return f"={formula}"
        if any(then != now for then, now in self.columns.items()):
            return None
        parts: list[str] = []
        end = 0
        for found in _REFERENCE.finditer(formula):
            parts += [formula[end : found.start()]]
            end = found.end()
            if found["kept"] is not None:
                parts.append(found["kept"])
                continue
            row = self.row_now(int(found["row"]))
            if row is None or (":" in formula and not self._is_unbroken(int(found["row"]), row)):
                return None
            parts.append(f"{found['fixed']}{found['column']}{found['held']}{row}")
        return "=" + "".join([*parts, formula[end:]])

    def cell_now(self, cell: str) -> str | None:
        """Where a cell is now; None where its row is not known."""
        letters = cell.rstrip("0123456789")
        row = self.row_now(_row(cell))
        is_moved = any(then != now for then, now in self.columns.items())
        column = self.columns.get(letters, None if is_moved else letters)
        return None if row is None or column is None else f"{column}{row}"

    def _is_unbroken(self, then: int, now: int) -> bool:
        """Whether no row came in or went next to a row: a range that ends there is still whole."""
        return all(self.row_now(then + step) in (None, now + step) for step in (-1, 1))

    def row_now(self, row: int) -> int | None:
        """Where a row is now; None where the rows around it moved apart."""
        at = bisect_left(self.rows, (row, 0))
        if at < len(self.rows) and self.rows[at][0] == row:
            return self.rows[at][1]
        around = self.rows[max(at - 1, 0) : at + 1]
        steps = {now - then for then, now in around}
        return row + steps.pop() if len(steps) == 1 else None


def moves_of(sheet: Scoresheet, stamp: Stamp) -> Moves:
    """Where the rows and columns of a form are now, as far as their formulas tell."""
    rows: dict[int, int] = {}
    columns: dict[str, str] = {}
    for row in sheet.rows:
        for role, issued in issued_in_row(row, stamp):
            reading = row.readings.get(role)
            if reading is not None and issued.sheet == sheet.sheet:
                rows[_row(issued.cell)] = _row(reading.cell)
                columns[issued.cell.rstrip("0123456789")] = reading.cell.rstrip("0123456789")
    return Moves(tuple(sorted(rows.items())), columns)


def _row(cell: str) -> int:
    place = read_place(cell)
    return place[0] if place is not None else 0
