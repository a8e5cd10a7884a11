"""How large a comment box must be for its text, and from which cell to which it then reaches."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Final

from jixiao.workbook.book import is_true
from jixiao.workbook.patch.layout import Layout, size

Length = Callable[[int], int]

_WIDE: Final = 12  # pixels of a Chinese character at 9 points, twice that of a Latin one
_LINE: Final = 16
_MARGIN: Final = 18
_WIDTHS: Final = (300, 460, 640)
_TALLEST: Final = 480
_INSET: Final = 4
_REACH: Final = 256  # rows or columns looked at for a place
PIXELS: Final = 96 / 72  # of a point


def box_size(text: str) -> tuple[int, int]:
    """Width and height in pixels of a box in which all of ``text`` is seen.

    >>> box_size("应为 0 分")
    (300, 34)
    """
    for width in _WIDTHS:
        per_line = width - _MARGIN
        lines = sum(1 + max(0, _length(line) - 1) // per_line for line in text.split("\n"))
        height = lines * _LINE + _MARGIN
        if height <= _TALLEST:
            break
    return width, height


def _length(line: str) -> int:
    wide = sum(unicodedata.east_asian_width(c) in "WFA" for c in line)
    return wide * _WIDE + (len(line) - wide) * _WIDE * 3 // 5


def spread(
    start: int, edge: int, length: int, length_of: Length, count: int
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where a box begins and ends on one axis: column or row (from 0) and pixels into it.

    It begins a little behind the near edge of ``start``, or ends at that of ``edge`` where the
    sheet ends or what follows is hidden.
    """
    stop = reach(start, length, length_of, count)
    if stop is not None:
        return (start, _INSET), stop
    first = edge = min(edge, count - 1)
    while first > 0 and length > 0:
        first -= 1
        length -= length_of(first)
    return (first, 0), (edge, 0)


def reach(index: int, pixels: int, length_of: Length, count: int) -> tuple[int, int] | None:
    """Where a box of so many pixels ends that begins at ``index``; None at the end of the sheet."""
    pixels += _INSET
    for at in range(index, min(index + _REACH, count)):
        length = length_of(at)
        if pixels < length:
            return at, pixels
        pixels -= length
    return None


def lengths(layout: Layout) -> tuple[Length, Length]:
    """Tell how many pixels columns and rows take, counted from 0."""
    return (
        cache(lambda index: _column_pixels(layout, index + 1)),
        lambda index: _row_pixels(layout, index + 1),
    )


def _column_pixels(layout: Layout, column: int) -> int:
    for span in layout.columns:
        if span.first <= column <= span.last:
            if span.is_hidden:
                return 0
            return round((span.width or layout.default_width) * 7 + 5)
    return round(layout.default_width * 7 + 5)


def _row_pixels(layout: Layout, number: int) -> int:
    rows = layout.by_number.get(number)
    points = 0.0 if layout.rows_are_hidden and not rows else layout.default_height
    if rows:
        if is_true(rows[0].attributes.get("hidden")):
            return 0
        points = size(rows[0].attributes.get("ht"), points)
    return round(points * PIXELS)
