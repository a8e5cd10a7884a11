"""The sizes beyond which a file is refused, set from measurements on 3,326 public workbooks.

Some are the format's own and hold always. The others are ``USUAL``; ``within_limits("high")`` puts
``HIGH`` in their place for as long as it lasts: for a real workbook that is larger than any
scoresheet. How much memory reading may take is bounded either way.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final, Literal

Height = Literal["usual", "high"]

MEBIBYTE: Final = 1024 * 1024

# In public workbooks the most members were 1,033, the highest ratio of an honest member over
# 1 MiB 121, the largest unpacked total 60 MiB.
MEMBERS: Final = 5_000
RATIO_FROM: Final = 8 * MEBIBYTE  # smaller contents cannot hurt, however well they are packed
NESTING: Final = 10_000  # elements inside elements in one part, where it is a large one
TAG_BYTES: Final = 1 * MEBIBYTE  # one tag or comment

# The format's own.
ROWS: Final = 1_048_576
COLUMNS: Final = 16_384
CELL_FORMATS: Final = 65_000
CELL_CHARACTERS: Final = 32_767


@dataclass(frozen=True, slots=True)
class Limits:
    """What can be raised; counts are of a whole workbook, all its sheets together."""

    file_bytes: int
    unpacked_bytes: int
    part_bytes: int
    ratio: int  # unpacked to packed, of all
    member_ratio: int  # the same of one member
    tags: int  # opening and closing ones of all parts; time goes by them
    entries: int  # references, declared types, comments or names
    cells: int
    sheets: int
    shared_strings: int
    string_characters: int  # of shared texts; as much again in cells and formulas
    merges: int
    formula_characters: int
    # The child process that reads xls, xlsb and et.
    child_bytes: int
    child_seconds: int
    child_characters: int
    rectangle_cells: int


USUAL = Limits(
    file_bytes=50 * MEBIBYTE,
    unpacked_bytes=256 * MEBIBYTE,
    part_bytes=128 * MEBIBYTE,
    ratio=150,
    member_ratio=200,
    tags=6_000_000,
    entries=200_000,
    cells=500_000,
    sheets=200,
    shared_strings=1_000_000,
    string_characters=64 * MEBIBYTE,
    merges=100_000,
    formula_characters=8 * MEBIBYTE,
    child_bytes=1024 * MEBIBYTE,
    child_seconds=10,
    child_characters=32 * MEBIBYTE,
    rectangle_cells=10_000_000,
)
HIGH = Limits(
    file_bytes=200 * MEBIBYTE,
    unpacked_bytes=1024 * MEBIBYTE,
    part_bytes=512 * MEBIBYTE,
    ratio=1_000,
    member_ratio=1_000,
    tags=40_000_000,
    entries=1_000_000,
    cells=3_000_000,
    sheets=1_000,
    shared_strings=3_000_000,
    string_characters=256 * MEBIBYTE,
    merges=500_000,
    formula_characters=64 * MEBIBYTE,
    child_bytes=3 * 1024 * MEBIBYTE,
    child_seconds=60,
    child_characters=128 * MEBIBYTE,
    rectangle_cells=50_000_000,
)
_height: ContextVar[Height] = ContextVar("height", default="usual")


def now() -> Limits:
    """Give the limits in force."""
    return HIGH if _height.get() == "high" else USUAL


def cells_allowed() -> int:
    """Give the number of cells that one file may have."""
    return now().cells


@contextmanager
def within_limits(height: Height) -> Iterator[None]:
    """Put the limits of ``height`` in force while a file is read or annotated.

    >>> with within_limits("high"):
    ...     now().cells
    3000000
    >>> now().cells
    500000
    """
    before = _height.set(height)
    try:
        yield
    finally:
        _height.reset(before)
