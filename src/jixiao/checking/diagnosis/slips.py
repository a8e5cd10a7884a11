"""Slips of the hand: what a figure may have been before it was mistyped.

A slip gives the figure that was meant, in the unit of the figure typed; ``cost`` orders slips by
how far they are from what people do: the smaller, the commoner.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from jixiao.figures import Exact, Quantity, convert, format_number

SlipKind = Literal[
    "unit", "percent", "sign", "answer", "exchanged", "doubled", "point", "extra", "dropped",
    "copied", "mistyped", "counted", "word", "relation", "swapped", "crossed",
    "repeated",
]  # fmt: skip

COSTS: dict[SlipKind, int] = {
    "unit": 1,
    "word": 1,
    "percent": 1,
    "sign": 1,
    "answer": 1,
    "swapped": 1,
    "crossed": 3,
    "exchanged": 2,
    "doubled": 2,
    "repeated": 2,
    "point": 2,
    "extra": 3,
    "dropped": 3,
    "copied": 3,
    "mistyped": 4,
    "counted": 4,
    "relation": 5,
}
MONEY_UNITS = ("元", "万元", "亿元")  # 千元 is reported as a misplaced point
_COMMON_UNITS = ("元", "万元")
_POINTS = (1, 2, 3, 4)
_ODD = 2  # what an odd figure adds to the cost of a slip
_MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Slip:
    """One way in which a figure may have been mistyped; ``value`` is the figure that was meant.

    ``unit`` is the unit that the figure was typed in, for slips of the unit.
    """

    kind: SlipKind
    value: Fraction
    unit: str = ""
    is_odd: bool = False  # nobody writes such a figure: an amount to a tenth of a cent

    @property
    def cost(self) -> int:
        """How uncommon the slip is; 元 for 万元, or the other way, is the commonest of all."""
        is_rare_unit = self.kind == "unit" and self.unit not in _COMMON_UNITS
        cost = COSTS["point"] if is_rare_unit else COSTS[self.kind]
        return cost + _ODD if self.is_odd else cost


def unit_slips(value: Fraction, unit: str, counted_in: str = "") -> Iterator[Slip]:
    """An amount of ``unit`` that was typed in another unit of money than the form counts in.

    >>> next(unit_slips(Fraction(779200), "万元")).value == Fraction("77.92")
    True
    >>> next(unit_slips(Fraction("0.007792"), "万元", "元")).value == Fraction("77.92")
    True
    """
    counted_in = counted_in or unit
    typed = convert(Quantity(value, unit), counted_in)
    if typed is None:
        return
    for other in MONEY_UNITS:
        meant = convert(replace(typed, unit=other), unit) if other != counted_in else None
        if meant is not None and meant.value != value:
            yield Slip("unit", meant.value, other)


def digit_slips(value: Fraction) -> Iterator[Slip]:
    """Two neighbours exchanged, a digit doubled or too many, all typed twice, the point moved.

    >>> [format_number(slip.value) for slip in digit_slips(Fraction(12)) if slip.cost < 3]
    ['21', '120', '1.2', '1200', '0.12', '12000', '0.012', '120000', '0.0012']
    """
    seen = {value}
    for slip in sorted(_digit_slips(value), key=lambda slip: slip.cost):
        if slip.value not in seen:
            seen.add(slip.value)
            yield slip


def _digit_slips(value: Fraction) -> Iterator[Slip]:
    sign, text = _written(value)
    if not text:
        return
    half = text[: len(text) // 2]
    if len(half) > 1 and text == half + half:
        yield Slip("repeated", sign * Exact(half))
    places = [i for i, c in enumerate(text) if c != "."]
    for one, other in pairwise(places):
        swapped = list(text)
        swapped[one], swapped[other] = text[other], text[one]
        yield Slip("exchanged", _number(sign, "".join(swapped)))
    for nth, place in enumerate(places):
        left = text[:place] + text[place + 1 :]
        if left.strip(".") and left[0] != ".":  # nobody types 9.25 who means 0.25
            twice = nth > 0 and text[places[nth - 1]] == text[place]
            yield Slip("doubled" if twice else "extra", _number(sign, left))
    for places_moved in _POINTS:
        yield Slip("point", value * 10**places_moved)
        yield Slip("point", value / 10**places_moved)


def dropped_slips(value: Fraction) -> Iterator[Slip]:
    """A digit that was left out, at every place."""
    for slips in dropped_by_place(value):
        yield from slips


def dropped_by_place(value: Fraction) -> Iterator[tuple[Slip, ...]]:
    """The digits that may have been left out, place by place."""
    sign, text = _written(value)
    seen = {value}
    for place in range(len(text) + 1) if text else ():
        head, tail = text[:place], text[place:]
        digits = (_number(sign, f"{head}{digit}{tail}") for digit in "0123456789")
        here = dict.fromkeys(meant for meant in digits if meant not in seen)
        seen |= here.keys()
        yield tuple(Slip("dropped", meant) for meant in here)


def mistyped_slips(value: Fraction) -> Iterator[Slip]:
    """Another digit at any place; a whole number may also be one out."""
    for slips in mistyped_by_place(value):
        yield from slips
    if value.denominator == 1 and value > 0:
        yield Slip("mistyped", value + 1)
        yield Slip("mistyped", value - 1)


def mistyped_by_place(value: Fraction) -> Iterator[tuple[Slip, ...]]:
    """The digits that may have been meant, place by place."""
    sign, text = _written(value)
    for place, typed in enumerate(text):
        if typed != ".":
            digits = (digit for digit in "0123456789" if digit != typed)
            meant = (f"{text[:place]}{digit}{text[place + 1 :]}" for digit in digits)
            yield tuple(Slip("mistyped", _number(sign, each)) for each in meant)


def slip_between(typed: Fraction, meant: Fraction, known: Mapping[Fraction, Slip]) -> Slip:
    """How ``meant`` may have become ``typed``: a slip of the digits, else no slip but a relation.

    ``known`` are the digit slips of ``typed`` by the figure that was meant.

    >>> slip_between(Fraction("521.8"), Fraction("512.8"), {}).kind
    'relation'
    """
    if meant in known:
        return known[meant]
    kind: SlipKind = "relation"
    if typed == -meant:
        kind = "sign"
    elif (typed < 0) == (meant < 0):
        kind = digits_between(_written(typed)[1], _written(meant)[1])
    return Slip(kind, meant)


def digits_between(typed: str, meant: str) -> SlipKind:
    """How the digits of ``meant`` may have become others: one left out, one mistyped.

    >>> digits_between("12.5", "12.75"), digits_between("12.5", "72.5"), digits_between("1", "25")
    ('dropped', 'mistyped', 'relation')
    """
    if len(meant) == len(typed) + 1 and _is_without_one(meant, typed):
        return "dropped"
    if len(typed) == len(meant) > 1 and _differing(typed, meant) == 1:
        return "mistyped"
    return "relation"


def _is_without_one(longer: str, shorter: str) -> bool:
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


def _differing(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


def _number(sign: int, text: str) -> Fraction:
    """A figure of its digits, with a point or without; no sign and no blank is among them."""
    above, _, below = text.partition(".")
    return Exact(sign * int(above + below), 10 ** len(below))


def _written(value: Fraction) -> tuple[int, str]:
    """Sign and digits of a figure; no digits where it has too many to have been typed."""
    text = format_number(abs(value))
    if len(text) > _MOST_DIGITS or _number(1, text) != abs(value):
        return 1, ""
    return (-1 if value < 0 else 1), text
