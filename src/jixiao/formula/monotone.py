"""The exact image of arithmetic in which a figure occurs more than once, such as (a - b) / b.

Where such a tree is a quotient of two polynomials that are at most linear in each figure, it is
monotone in each figure while the others are held, so its ends lie at the corners of the box of the
figures' ends. Other trees are refused with None and left to plain interval arithmetic.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.figures import Interval
from jixiao.formula.errors import ZeroDenominator
from jixiao.formula.names import is_constant
from jixiao.formula.syntax import Binary, Number, Tree

MAX_FIGURES = 6

_Polynomial = dict[
    tuple[int, ...], Fraction
]  # coefficients by the places of the figures multiplied
_ONE: _Polynomial = {(): Fraction(1)}


@dataclass(frozen=True, slots=True)
class Quotient:
    """A tree as a quotient of polynomials over ``leaves``; every divisor is kept to be checked."""

    leaves: tuple[Tree, ...]
    numerator: _Polynomial
    denominator: _Polynomial
    divisors: tuple[tuple[Tree, _Polynomial], ...]

    def image(self, box: Sequence[Interval]) -> Interval:
        """Give the image of a box, one interval a leaf; ``ZeroDenominator`` where one may be 0."""
        corners = list(
            itertools.product(*(((i.low, i.low_closed), (i.high, i.high_closed)) for i in box))
        )
        places = [tuple(value for value, _ in corner) for corner in corners]
        for tree, divisor in self.divisors:
            found = [_at(divisor, place) for place in places]
            if min(found) <= 0 <= max(found):
                raise ZeroDenominator(tree)
        ends = [
            (_at(self.numerator, place) / _at(self.denominator, place), all(c for _, c in corner))
            for place, corner in zip(places, corners, strict=True)
        ]
        low, high = min(end for end, _ in ends), max(end for end, _ in ends)
        return Interval(low, high, _is_reached(low, ends), _is_reached(high, ends))


def _is_reached(extreme: Fraction, ends: list[tuple[Fraction, bool]]) -> bool:
    """Say whether an extreme may be taken; one that a single open corner has is only approached."""
    there = [closed for end, closed in ends if end == extreme]
    return len(there) > 1 or there[0]


def quotient_range(tree: Binary) -> Quotient | None:
    """Understand a tree with repeated figures; None where none repeats or the form does not fit."""
    occurrences: list[Tree] = []
    _collect(tree, occurrences)
    leaves = tuple(dict.fromkeys(occurrences))
    if len(leaves) == len(occurrences) or len(leaves) > MAX_FIGURES:
        return None
    divisors: list[tuple[Tree, _Polynomial]] = []
    numerator, denominator = _ratio(tree, leaves, divisors)
    polynomials = (numerator, denominator, *(polynomial for _, polynomial in divisors))
    if not all(_is_linear(polynomial) for polynomial in polynomials):
        return None
    return Quotient(leaves, numerator, denominator, tuple(divisors))


def _collect(tree: Tree, leaves: list[Tree]) -> None:
    if isinstance(tree, Binary):
        _collect(tree.left, leaves)
        _collect(tree.right, leaves)
    elif not is_constant(tree):
        leaves.append(tree)
    elif not isinstance(tree, Number):
        leaves.append(tree)  # a constant call such as round(1/3, 2) is a figure of its own


def _ratio(
    tree: Tree, leaves: tuple[Tree, ...], divisors: list[tuple[Tree, _Polynomial]]
) -> tuple[_Polynomial, _Polynomial]:
    match tree:
        case Number(value):
            return {(): value}, _ONE
        case Binary("/", left, right):
            (a, b), (c, d) = _ratio(left, leaves, divisors), _ratio(right, leaves, divisors)
            divisors.append((right, c))
            return _times(a, d), _times(b, c)
        case Binary("*", left, right):
            (a, b), (c, d) = _ratio(left, leaves, divisors), _ratio(right, leaves, divisors)
            return _times(a, c), _times(b, d)
        case Binary(operator, left, right):
            (a, b), (c, d) = _ratio(left, leaves, divisors), _ratio(right, leaves, divisors)
            sign = Fraction(1 if operator == "+" else -1)
            if b == d:
                return _plus(a, c, sign), b
            return _plus(_times(a, d), _times(c, b), sign), _times(b, d)
        case leaf:
            return {(leaves.index(leaf),): Fraction(1)}, _ONE


def _plus(left: _Polynomial, right: _Polynomial, sign: Fraction) -> _Polynomial:
    found = dict(left)
    for term, coefficient in right.items():
        found[term] = found.get(term, Fraction(0)) + sign * coefficient
    return {term: coefficient for term, coefficient in found.items() if coefficient}


def _times(left: _Polynomial, right: _Polynomial) -> _Polynomial:
    found: _Polynomial = {}
    for (a, x), (b, y) in itertools.product(left.items(), right.items()):
        term = tuple(sorted(a + b))
        found[term] = found.get(term, Fraction(0)) + x * y
    return {term: coefficient for term, coefficient in found.items() if coefficient}


def _is_linear(polynomial: _Polynomial) -> bool:
    return all(len(set(term)) == len(term) for term in polynomial)


def _at(polynomial: _Polynomial, place: Sequence[Fraction]) -> Fraction:
    total = Fraction(0)
    for term, coefficient in polynomial.items():
        product = coefficient
        for figure in term:
            product *= place[figure]
        total += product
    return total
