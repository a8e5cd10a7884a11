"""How much room a text needs: Chinese characters count double, words and punctuation wrap."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from jixiao.workbook import AddedCell

LINE = 14.0  # points a line of 10-point type
_MARGIN = 6.0  # points above and below together
_SLACK = 2.8  # column units lost to the cell's own margins and to punctuation kept off line starts


def text_units(text: str) -> int:
    """The width of a text in half-width characters.

    >>> text_units("预算数A")
    7
    """
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def text_lines(text: str, width: float) -> int:
    """How many lines a text takes in a column ``width`` units wide.

    >>> text_lines("不超过100%的得满分", 12)
    2
    """
    room = max(width - _SLACK, 2.0)
    return sum(max(1, math.ceil(text_units(part) / room)) for part in text.split("\n"))


def text_height(text: str, width: float) -> float:
    """The height in points that shows a whole text."""
    return text_lines(text, width) * LINE + _MARGIN


_ROW_LINE: Final = 13.5  # points of a line at 10 points
_ROW_MARGIN: Final = 4.5
_TALLEST: Final = 400.0  # a row holds 409 points


def row_height(entries: Sequence[AddedCell | None], widths: Sequence[float]) -> float:
    """Give the height in points at which every entry of a row can be read.

    >>> row_height((AddedCell("预算完成率"), AddedCell("很长的文字" * 4)), (12.0, 10.0))
    72.0
    """
    texts: list[tuple[str, float]] = []
    column = 0
    for entry in entries:
        span = entry.span if entry else 1
        if entry and isinstance(entry.value, str):
            texts.append((entry.value, sum(widths[column : column + span])))
        column += span
    return height_of_texts(texts)


def height_of_texts(texts: Iterable[tuple[str, float]]) -> float:
    """Give the height in points at which texts can be read, each in a width in characters."""
    lines = max((_row_lines(text, width - 1) for text, width in texts), default=1)
    return min(lines * _ROW_LINE + _ROW_MARGIN, _TALLEST)


def _row_lines(text: str, width: float) -> int:
    return sum(max(1, -int(-text_places(line) // width)) for line in text.split("\n"))


def text_places(text: str) -> float:
    """The width of a text in characters; a Chinese one counts a little over two.

    >>> text_places("ab预")
    4.2
    """
    if text.isascii():
        return float(len(text))
    return sum(2.2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)
