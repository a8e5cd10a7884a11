"""Ranges of a rate as a rulebook writes them: ``>= 95%``, ``< 60%``, ``= 0``, ``[80%, 90%)``.

Also as documents do where the words leave nothing open: ``≥95%``, ``80%(含)-90%``, ``低于60%``.
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


_FULL, _HALF = "＞＜＝（）【】［］，％～〜—－–至", "><=()[][],%------"
_PLAIN = {ord(full): half for full, half in zip(_FULL, _HALF, strict=True)}
_PLAIN |= {ord("≥"): ">=", ord("≤"): "<="}
_WITH = "(?:\\(含\\))"
_SPAN = re.compile(rf"({_NUMBER})({_WITH})?-({_NUMBER})({_WITH})?")
_WORDS = (  # an end whose words say whether it is in
    (re.compile(rf"(?:不低于|不少于|不小于|达到)({_NUMBER})"), ">="),
    (re.compile(rf"({_NUMBER})(?:{_WITH}(?:及)?以上|(?:及)?以上{_WITH})"), ">="),
    (re.compile(rf"(?:不超过|不高于|不大于|不多于)({_NUMBER})"), "<="),
    (re.compile(rf"({_NUMBER})(?:{_WITH}(?:及)?以下|(?:及)?以下{_WITH})"), "<="),
    (re.compile(rf"(?:低于|小于|少于|不足|不到|未达到)({_NUMBER})"), "<"),
    (re.compile(rf"(?:高于|大于|多于|超过)({_NUMBER})"), ">"),
)


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
    >>> parse_range("80%（含）-90%") == parse_range("[80%, 90%)")
    True
    """
    plain = text.translate(_PLAIN).strip()
    found = _bounded(plain) or _between(plain) or _in_words(plain.replace(" ", ""))
    if found is None or found.is_empty():
        raise ValueError(f"{text!r} is no range such as '>= 90%', '< 60%', '= 0' or '[80%, 90%)'")
    return found


def _bounded(text: str) -> RateRange | None:
    bound = _BOUND.fullmatch(text)
    return None if bound is None else _from_end(bound[1], bound[2])


def _from_end(operator: str, number: str) -> RateRange:
    end, closed = parse_amount(number), "=" in operator
    if operator == "=":
        return RateRange(end, end, low_closed=True, high_closed=True)
    if operator.startswith(">"):
        return RateRange(end, None, low_closed=closed)
    return RateRange(None, end, high_closed=closed)


def _between(text: str) -> RateRange | None:
    between = _BETWEEN.fullmatch(text)
    if between is None:
        return None
    return RateRange(
        parse_amount(between[2]),
        parse_amount(between[3]),
        low_closed=between[1] == "[",
        high_closed=between[4] == "]",
    )


def _in_words(text: str) -> RateRange | None:
    """A range whose words say of its ends whether they are in: 含 at one leaves out the other."""
    span = _SPAN.fullmatch(text)
    if span is not None and (span[2] or span[4]):
        low, high = parse_amount(span[1]), parse_amount(span[3])
        return RateRange(low, high, low_closed=bool(span[2]), high_closed=bool(span[4]))
    for pattern, operator in _WORDS:
        if found := pattern.fullmatch(text):
            return _from_end(operator, found[1])
    return None
