"""Ranges of a rate as a rulebook writes them: ``>= 95%``, ``< 60%``, ``= 0``, ``[80%, 90%)``.

Takes the text, gives exact ends with their inclusiveness; refuses anything else with ValueError.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from fractions import Fraction

_NUMBER = r"[+-]?\d+(?:\.\d+)?%?"
_BOUND = re.compile(rf"\s*(>=|<=|>|<|=)\s*({_NUMBER})\s*")
_BETWEEN = re.compile(rf"\s*([\[(])\s*({_NUMBER})\s*,\s*({_NUMBER})\s*([\])])\s*")


@dataclass(frozen=True, slots=True)
class RateRange:
    """All numbers between two ends; ``None`` is no end."""

    low: Fraction | None
    high: Fraction | None
    low_closed: bool = False
    high_closed: bool = False

    def contains(self, value: Fraction) -> bool:
        """Say whether ``value`` lies in the range."""
        above = self.low is None or value > self.low or (self.low_closed and value == self.low)
        below = self.high is None or value < self.high or (self.high_closed and value == self.high)
        return above and below

    def is_empty(self) -> bool:
        """Say whether no number lies in the range."""
        if self.low is None or self.high is None or self.low < self.high:
            return False
        return not (self.low == self.high and self.low_closed and self.high_closed)


def parse_amount(text: str) -> Fraction:
    """Read a number or a percentage exactly.

    >>> parse_amount("95%")
    Fraction(19, 20)
    """
    if not re.fullmatch(_NUMBER, text.strip()):
        raise ValueError(f"{text!r} is no number such as 0.5 or 95%")
    bare = text.strip()
    return Fraction(bare[:-1]) / 100 if bare.endswith("%") else Fraction(bare)


@functools.lru_cache(maxsize=1024)
def parse_range(text: str) -> RateRange:
    """Read a range.

    >>> parse_range("[80%, 90%)")
    RateRange(low=Fraction(4, 5), high=Fraction(9, 10), low_closed=True, high_closed=False)
    """
    if bound := _BOUND.fullmatch(text):
        operator, end = bound[1], parse_amount(bound[2])
        closed = "=" in operator
        if operator == "=":
            return RateRange(end, end, low_closed=True, high_closed=True)
        if operator.startswith(">"):
            return RateRange(end, None, low_closed=closed)
        return RateRange(None, end, high_closed=closed)
    if between := _BETWEEN.fullmatch(text):
        found = RateRange(
            parse_amount(between[2]),
            parse_amount(between[3]),
            low_closed=between[1] == "[",
            high_closed=between[4] == "]",
        )
        if not found.is_empty():
            return found
    raise ValueError(f"{text!r} is no range such as '>= 90%', '< 60%', '= 0' or '[80%, 90%)'")
