"""Shared formulas: which cell shares which, and its references moved by rows and columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from jixiao.workbook import limits
from jixiao.workbook.addresses import cell_address, column_letters, column_number
from jixiao.workbook.reading.budget import Budget
from jixiao.workbook.reading.notices import Notices
from jixiao.workbook.refusal import refuse_file

# What must be left alone comes first, to the end where it is not closed (looking for the end again
# from every further bracket takes hours): texts, quoted sheet names, and words that only look like
# references (functions such as LOG10(, names such as A1B, sheet names before "!").
_TOKEN: Final = re.compile(
    r"""(?P<kept>"[^"]*+(?:"|\Z)|'[^']*+(?:'!?|\Z)|\[[^\]]*+(?:\]|\Z))"""
    r"""|(?<![\w.$\\?])(?P<columns>\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})(?![\w.(!:\\?])"""
    r"""|(?<![\w.$\\?])(?P<rows>\$?[0-9]{1,7}:\$?[0-9]{1,7})(?![\w.(!:\\?])"""
    r"""|(?<![\w.$\\?])(?P<cell>\$?[A-Za-z]{1,3}\$?[0-9]{1,7})(?![\w.(!\\?])""",
)
_CELL: Final = re.compile(r"(\$?)([A-Za-z]+)(\$?)([0-9]+)")
_LOST: Final = "#REF!"


@dataclass(frozen=True, slots=True)
class SharedFormula:
    """A formula cut at its references; ``parts`` alternates text and reference."""

    row: int
    column: int
    parts: tuple[str, ...]

    def at(self, row: int, column: int) -> str:
        """Give the formula as it is in another cell.

        >>> cut('SUM(A1:$B$2)&"A1"', row=1, column=3).at(2, 4)
        'SUM(B2:$B$2)&"A1"'
        """
        down, right = row - self.row, column - self.column
        return "".join(
            _moved(part, down, right) if number % 2 else part
            for number, part in enumerate(self.parts)
        )


@dataclass(slots=True)
class SharedFormulas:
    """The shared formulas of one sheet by their numbers, and the cells that wait for one."""

    sheet: str
    notes: Notices
    allowance: Budget
    _sources: dict[str, SharedFormula] = field(default_factory=dict)
    _waiting: list[tuple[tuple[int, int], str]] = field(default_factory=list)

    def share(self, place: tuple[int, int], number: str, text: str) -> str:
        """Give the formula of a cell that shares one, or remember the one that is shared."""
        if text:
            self._sources[number] = cut(text, row=place[0], column=place[1])
            return text
        source = self._sources.get(number)
        if source is None:
            self._waiting.append((place, number))
            return ""
        moved = source.at(*place)
        self.allowance.formula_characters -= len(moved)
        if self.allowance.formula_characters < 0:
            raise refuse_file("F203", sheet=self.sheet, limit=str(limits.now().formula_characters))
        return moved

    def resolve(self) -> Iterator[tuple[tuple[int, int], str]]:
        """Give formulas whose source came later, and complain (F215) of those without one."""
        for place, number in self._waiting:
            if number in self._sources:
                yield place, self.share(place, number, "")
            else:
                found = number[:20] or "—"
                self.notes.add("F215", sheet=self.sheet, cell=cell_address(*place), found=found)


def cut(formula: str, *, row: int, column: int) -> SharedFormula:
    """Cut the formula of the cell at ``row``, ``column`` at its references."""
    parts: list[str] = []
    edge = 0
    for match in _TOKEN.finditer(formula):
        if match["kept"] is None:
            parts += (formula[edge : match.start()], match[0])
            edge = match.end()
    return SharedFormula(row, column, (*parts, formula[edge:]))


def _moved(reference: str, down: int, right: int) -> str:
    match = _CELL.fullmatch(reference)
    if match:
        fixed_column, letters, fixed_row, digits = match.groups()
        column = _moved_column(fixed_column, letters, right)
        row = _moved_row(fixed_row, digits, down)
        return column + row if column and row else _LOST
    first, last = reference.split(":")
    if first[-1].isdigit():
        ends = [_moved_row(*_fixed(end), down) for end in (first, last)]
    else:
        ends = [_moved_column(*_fixed(end), right) for end in (first, last)]
    return ":".join(ends) if all(ends) else _LOST


def _fixed(end: str) -> tuple[str, str]:
    return ("$", end[1:]) if end.startswith("$") else ("", end)


def _moved_column(fixed: str, letters: str, right: int) -> str:
    if fixed:
        return fixed + letters
    column = column_number(letters) + right
    return column_letters(column) if 1 <= column <= limits.COLUMNS else ""


def _moved_row(fixed: str, digits: str, down: int) -> str:
    if fixed:
        return fixed + digits
    row = int(digits) + down
    return str(row) if 1 <= row <= limits.ROWS else ""
