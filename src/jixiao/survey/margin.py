"""How far the satisfaction of those asked may be from that of all: at 95% confidence.

The margin is that of a simple random sample at the least favourable share of one half,
z·√(p(1−p)/n), with the correction √((N−n)/(N−1)) where the population is known (Cochran, Sampling
Techniques, 3rd ed., 1977, §§ 2.6, 3.2, 4.4). The interval is Wilson's score interval (Journal of
the American Statistical Association 22, 1927), which holds near 100% too. Roots are rounded
outward at nine decimals; nothing goes through binary fractions.
"""

from __future__ import annotations

from fractions import Fraction
from math import isqrt
from typing import Final

_Z: Final = Fraction(196, 100)  # of the normal distribution: 95% lie within
_SCALE: Final = 10**9


def root_above(x: Fraction) -> Fraction:
    """The square root of a number that is not negative, rounded up at nine decimals.

    >>> root_above(Fraction(1, 4)), root_above(Fraction(4))
    (Fraction(1, 2), Fraction(2, 1))
    """
    scaled = x * _SCALE * _SCALE
    whole = -(-scaled.numerator // scaled.denominator)
    low = isqrt(whole)
    return Fraction(low if low * low == whole else low + 1, _SCALE)


def margin_of_error(valid: int, population: int | None = None) -> Fraction | None:
    """Half the width of the interval at a share of one half; None without forms.

    >>> float(round(margin_of_error(50), 4)), float(round(margin_of_error(385), 4))
    (0.1386, 0.0499)
    """
    if valid < 1:
        return None
    variance = Fraction(1, 4 * valid)
    if population is not None and population > 1:
        variance *= Fraction(max(0, population - valid), population - 1)
    return _Z * root_above(variance)


def forms_needed(margin: Fraction, population: int | None = None) -> int:
    """The least number of valid forms for a margin.

    >>> forms_needed(Fraction(5, 100)), forms_needed(Fraction(5, 100), 1000)
    (385, 278)
    """
    needed = _Z * _Z / 4 / (margin * margin)
    if population is not None:
        needed = needed / (1 + (needed - 1) / population)
    return -(-needed.numerator // needed.denominator)


def score_interval(rate: Fraction, valid: int) -> tuple[Fraction, Fraction] | None:
    """Wilson's interval of a share seen in ``valid`` forms; None without forms.

    >>> low, high = score_interval(Fraction(49, 50), 50)
    >>> float(round(low, 4)), float(round(high, 4))
    (0.895, 0.9965)
    """
    if valid < 1:
        return None
    squared = _Z * _Z
    middle = (rate + squared / (2 * valid)) / (1 + squared / valid)
    inner = rate * (1 - rate) / valid + squared / (4 * valid * valid)
    half = _Z * root_above(inner) / (1 + squared / valid)
    return max(Fraction(0), middle - half), min(Fraction(1), middle + half)
