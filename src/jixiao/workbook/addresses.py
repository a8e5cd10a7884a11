"""Cell addresses, written and read: ``H11``, ``A1:B2``, columns by letter and by number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from jixiao.workbook import limits

_PLACE: Final = re.compile(r"([A-Za-z]{1,3})([1-9][0-9]{0,6})", re.ASCII)


@dataclass(frozen=True, slots=True)
class CellRange:
    """A rectangle of cells, 1-based and inclusive; kept as bounds, never expanded."""

    top: int
    left: int
    bottom: int
    right: int

    def __contains__(self, place: object) -> bool:
        if not isinstance(place, tuple) or len(place) != 2:
            return False
        row, column = place
        return bool(self.top <= row <= self.bottom and self.left <= column <= self.right)

    @property
    def address(self) -> str:
        """``A1:B2``."""
        return f"{cell_address(self.top, self.left)}:{cell_address(self.bottom, self.right)}"


@lru_cache(maxsize=1024)
def column_letters(column: int) -> str:
    """Name a 1-based column.

    >>> column_letters(1), column_letters(28)
    ('A', 'AB')
    """
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_address(row: int, column: int) -> str:
    """Name a cell by 1-based row and column.

    >>> cell_address(11, 8)
    'H11'
    """
    return f"{column_letters(column)}{row}"


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """Number a column.

    >>> column_number("A"), column_number("XFD")
    (1, 16384)
    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def read_column(written: str) -> int | None:
    """Give a column written as a number; None where there is no such column."""
    if not (written.isascii() and written.isdecimal() and len(written) <= 5):
        return None
    return int(written) if 1 <= int(written) <= limits.COLUMNS else None


def read_place(written: str) -> tuple[int, int] | None:
    """Give row and column of a cell address; None where there is no such place in a sheet.

    >>> read_place("H11"), read_place("XFE1"), read_place("A0")
    ((11, 8), None, None)
    """
    match = _PLACE.fullmatch(written)
    if match is None:
        return None
    row, column = int(match[2]), column_number(match[1])
    return (row, column) if row <= limits.ROWS and column <= limits.COLUMNS else None


@lru_cache(maxsize=4096)  # forms of one kind merge the same
def read_range(written: str) -> CellRange | None:
    """Give the bounds of a range; a single cell is one too; None where it is none.

    >>> read_range("A1:C2")
    CellRange(top=1, left=1, bottom=2, right=3)
    """
    first, _, last = written.replace("$", "").partition(":")
    start = read_place(first)
    stop = read_place(last) if last else start
    if start is None or stop is None:
        return None
    return CellRange(
        min(start[0], stop[0]),
        min(start[1], stop[1]),
        max(start[0], stop[0]),
        max(start[1], stop[1]),
    )
