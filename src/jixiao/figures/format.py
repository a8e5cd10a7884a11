"""Exact numbers as text for people: plain numbers, percentages, points; halves away from zero."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from jixiao.figures.rounding import round_ratio

_LONGEST = 10  # decimals shown of a number whose own digits are asked for
_ENDLESS = 6  # decimals shown of a number that never ends


def _fixed(x: Fraction, digits: int) -> str:
    scaled, _ = round_ratio(x.numerator * 10**digits, x.denominator, 0)
    sign, body = ("-" if scaled < 0 else ""), str(abs(scaled)).rjust(digits + 1, "0")
    return f"{sign}{body[:-digits]}.{body[-digits:]}" if digits else sign + body


def format_decimals(x: Fraction) -> int | None:
    """Count the decimals that write ``x`` exactly; None where no number of them does.

    >>> [format_decimals(Fraction(x)) for x in ("1288.4", "1/8", "1/3")]
    [1, 3, None]
    """
    rest, count = x.denominator, 0
    for prime in (2, 5):
        power = 0
        while rest % prime == 0:
            rest //= prime
            power += 1
        count = max(count, power)
    return count if rest == 1 else None


def written_number(x: Fraction, digits: int | None = None) -> str:
    """Show a number as ``format_number`` does: for numbers that hardly come again."""
    return _written(x, digits)


@lru_cache(maxsize=4096)  # scores, weights and limits come again and again
def format_number(x: Fraction, digits: int | None = None) -> str:
    """Show a number with ``digits`` decimals, or with as many as it has.

    >>> format_number(Fraction("1288.40")), format_number(Fraction(5), 2)
    ('1288.4', '5.00')
    """
    return _written(x, digits)


def _written(x: Fraction, digits: int | None) -> str:
    if digits is not None:
        return _fixed(x, digits)
    if x.denominator == 1:
        return str(x.numerator)
    own = format_decimals(x)
    text = _fixed(x, min(own, _LONGEST) if own is not None else _ENDLESS)
    return text.rstrip("0").rstrip(".") if "." in text else text


def format_percent(x: Fraction, digits: int = 2) -> str:
    """Show a fraction as a percentage.

    >>> format_percent(Fraction("775.6") / Fraction("1288.4")), format_percent(Fraction(1), 0)
    ('60.20%', '100%')
    """
    return _fixed(x * 100, digits) + "%"


def format_points(x: Fraction) -> str:
    """Show a score with at most two decimals unless it has more of its own, no idle zeros.

    >>> format_points(Fraction("2.460")), format_points(Fraction(3)), format_points(Fraction(10, 3))
    ('2.46', '3', '3.33')
    """
    own = format_decimals(x)
    text = _fixed(x, own if own is not None and own <= 4 else 2)
    return text.rstrip("0").rstrip(".") if "." in text else text
