"""How much room a text needs in a sheet: Chinese characters count double, words wrap."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from jixiao.finding import text_width
from jixiao.workbook import AddedCell

LINE: Final = 14.0  # points a line of 10-point type
SLACK: Final = (
    2.8  # column units lost to the cell's own margins and to punctuation kept off line starts
)
_MARGIN: Final = 6.0  # points above and below together
_TALLEST: Final = 400.0  # a row holds 409 points


@lru_cache(maxsize=4096)  # messages repeat
def text_lines(text: str, width: float) -> int:
    """How many lines a text takes in a column ``width`` units wide.

    >>> text_lines("不超过100%的得满分", 12)
    2
    """
    room = max(width - SLACK, 2.0)
    return sum(max(1, math.ceil(text_width(part) / room)) for part in text.split("\n"))


def text_height(text: str, width: float) -> float:
    """The height in points that shows a whole text."""
    return text_lines(text, width) * LINE + _MARGIN


def row_height(entries: Sequence[AddedCell | None], widths: Sequence[float]) -> float:
    """Give the height in points at which every entry of a row can be read.

    >>> row_height((AddedCell("预算完成率"), AddedCell("很长的文字" * 4)), (12.0, 10.0))
    90.0
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
    """Give the height in points at which texts can be read, each in a width in column units."""
    tallest = max((text_height(text, width) for text, width in texts), default=LINE + _MARGIN)
    return min(tallest, _TALLEST)
