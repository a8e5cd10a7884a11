"""What a figure may represent, given its digits, and the digits meant behind float residue."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from jixiao.figures.exact import Exact
from jixiao.figures.interval import IntervalSet
from jixiao.figures.quantity import Quantity
from jixiao.figures.rounding import round_once
from jixiao.figures.units import factor

_RESIDUE_DIGITS = 5  # most decimals a person meant where a computer left a residue
_RESIDUE_GAP = 5  # zeros or nines that must part the meant decimals from the residue
_RESIDUE_LENGTH = 10  # decimals from which a figure can carry a residue at all


def as_shown(value: Fraction, digits: int, unit: str = "") -> IntervalSet:
    """Give what rounds to ``value`` at ``digits`` decimals in its unit: half a last place each way.

    Halves round away from zero, so the end nearer zero belongs to it and the other does not.

    >>> shown = as_shown(Fraction("0.602"), 1, "%")
    >>> shown.contains(Fraction("0.6015")), shown.contains(Fraction("0.6025"))
    (True, False)
    """
    return _around(value, Exact(10) ** -digits / 2 * _share(unit))


def _around(value: Fraction, half: Fraction) -> IntervalSet:
    return IntervalSet.of(value - half, value + half, low_closed=value > 0, high_closed=value < 0)


def _share(unit: str) -> Fraction:
    known = factor(unit)
    return known[1] if known is not None and known[0] == "share" else Exact(1)


def with_digits(quantity: Quantity, digits: int | None, unit: str = "") -> Quantity:
    """Give a quantity the digits that the rulebook asks for, counted in ``unit``.

    None makes it exact (a count). An amount typed in 元 where two decimals of 万元 are asked for is
    good to half of 100 元.

    >>> with_digits(Quantity(Fraction(7756000), "元"), 2, "万元").spread.high
    Fraction(7756050, 1)
    """
    if digits is None:
        return replace(quantity, spread=IntervalSet.point(quantity.value))
    half = Exact(10) ** -digits / 2
    asked, typed = factor(unit or quantity.unit), factor(quantity.unit)
    if asked is not None and asked[0] == "share":
        half *= asked[1]
    elif asked is not None and typed is not None and asked[0] == typed[0]:
        half *= asked[1] / typed[1]
    return replace(quantity, spread=_around(quantity.value, half))


def meant_digits(value: Fraction, digits: int) -> int:
    """Find the decimals meant where a computed single or double left a residue.

    >>> meant_digits(Fraction("0.0900000762939453"), 16), meant_digits(Fraction("0.6019869605"), 10)
    (2, 10)
    """
    if digits < _RESIDUE_LENGTH:
        return digits
    for meant in range(_RESIDUE_DIGITS + 1):
        gap = abs(value - round_once(value, meant))
        if gap < Exact(1, 10 ** (meant + _RESIDUE_GAP)):
            return meant
    return digits
