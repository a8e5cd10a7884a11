"""Rounding as the scoresheets do it: half away from zero, pre-rounded so that doubles agree.

A spreadsheet computes with doubles, so a tie such as 2.675 arrives as 2.67499999…. Every rounding
of a rule therefore rounds ``GUARD_DIGITS`` further places first, in the workbook
(``ROUND(ROUND(x,n+8),n)``, ``INT(ROUND(x,8))``) and here in the same way.
"""

from __future__ import annotations

from fractions import Fraction

from jixiao.figures.exact import Exact

GUARD_DIGITS = 8


def _half_away(numerator: int, denominator: int) -> int:
    """Round a ratio with positive denominator to a whole number, halves away from zero."""
    if numerator >= 0:
        return (2 * numerator + denominator) // (2 * denominator)
    return -((denominator - 2 * numerator) // (2 * denominator))


def round_ratio(numerator: int, denominator: int, digits: int) -> tuple[int, int]:
    """Round ``numerator/denominator`` once, half away from zero; give an unreduced ratio."""
    if digits >= 0:
        scale = 10**digits
        return _half_away(numerator * scale, denominator), scale
    scale = 10**-digits
    return _half_away(numerator, denominator * scale) * scale, 1


def round_once(x: Fraction, digits: int) -> Fraction:
    """Round to ``digits`` decimals, half away from zero, without pre-rounding.

    >>> round_once(Fraction("2.5"), 0), round_once(Fraction("-2.5"), 0)
    (Fraction(3, 1), Fraction(-3, 1))
    """
    return Exact(*round_ratio(x.numerator, x.denominator, digits))


def round_half_up(x: Fraction, digits: int) -> Fraction:
    """Round as ``ROUND(ROUND(x,digits+8),digits)`` does: half away from zero, pre-rounded.

    >>> round_half_up(Fraction("2.675"), 2)
    Fraction(67, 25)
    >>> round_half_up(Fraction("2.67499999999999"), 2)
    Fraction(67, 25)
    """
    if digits >= 0 and 10**digits % x.denominator == 0:
        return x  # it has no further decimals
    once = round_ratio(x.numerator, x.denominator, digits + GUARD_DIGITS)
    return Exact(*round_ratio(*once, digits))


def whole(x: Fraction) -> int:
    """Take the whole part as ``INT(ROUND(x,8))`` does: downwards, pre-rounded.

    >>> whole(Fraction("34.999999999")), whole(Fraction("34.8")), whole(Fraction("-0.5"))
    (35, 34, -1)
    """
    numerator, denominator = round_ratio(x.numerator, x.denominator, GUARD_DIGITS)
    return numerator // denominator
