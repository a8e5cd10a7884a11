"""How high a row must be for its texts: programs don't work that out where cells are merged."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from jixiao.workbook.patch import Entry

_LINE: Final = 13.5  # points of a line at 10 points
_MARGIN: Final = 4.5
_TALLEST: Final = 400.0  # a row holds 409 points


def height_of(entries: Sequence[Entry | None], widths: Sequence[float]) -> float:
    """Give the height in points at which every entry of a row can be read.

    >>> height_of((Entry("预算完成率"), Entry("很长的文字" * 4)), (12.0, 10.0))
    72.0
    """
    texts: list[tuple[str, float]] = []
    column = 0
    for entry in entries:
        span = entry.span if entry else 1
        if entry and isinstance(entry.value, str):
            texts.append((entry.value, sum(widths[column : column + span])))
        column += span
    return height_for(texts)


def height_for(texts: Iterable[tuple[str, float]]) -> float:
    """Give the height in points at which texts can be read, each in a width in characters."""
    lines = max((_lines(text, width - 1) for text, width in texts), default=1)
    return min(lines * _LINE + _MARGIN, _TALLEST)


def _lines(text: str, width: float) -> int:
    return sum(max(1, -int(-places(line) // width)) for line in text.split("\n"))


def places(text: str) -> float:
    """The width of a text in characters; a Chinese one counts a little over two.

    >>> places("ab预")
    4.2
    """
    if text.isascii():
        return float(len(text))
    return sum(2.2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)
