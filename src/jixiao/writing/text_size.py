"""How much room a text needs: Chinese characters count double, words and punctuation wrap."""

from __future__ import annotations

import math
import unicodedata

LINE = 14.0  # points a line of 10-point type
_MARGIN = 6.0  # points above and below together
_SLACK = 2.8  # column units lost to the cell's own margins and to punctuation kept off line starts


def units(text: str) -> int:
    """The width of a text in half-width characters.

    >>> units("预算数A")
    7
    """
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def lines(text: str, width: float) -> int:
    """How many lines a text takes in a column ``width`` units wide.

    >>> lines("不超过100%的得满分", 12)
    2
    """
    room = max(width - _SLACK, 2.0)
    return sum(max(1, math.ceil(units(part) / room)) for part in text.split("\n"))


def height_of(text: str, width: float) -> float:
    """The height in points that shows a whole text."""
    return lines(text, width) * LINE + _MARGIN
