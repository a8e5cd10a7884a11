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
from math import lcm

from jixiao.figures import Exact, Interval
from jixiao.formula.errors import ZeroDenominator
from jixiao.formula.names import is_constant
from jixiao.formula.syntax import Binary, Number, Tree

MAX_FIGURES = 6

_Polynomial = dict[
    tuple[int, ...], Fraction
]  # coefficients by the places of the figures multiplied
_ONE: _Polynomial = {(): Exact(1)}


class _Scaled:
    """A polynomial over whole numbers: its coefficients, and the one number that all are over."""

    def __init__(self, polynomial: _Polynomial) -> None:
        self.over = lcm(*(c.denominator for c in polynomial.values()))
        self.degree = max(map(len, polynomial), default=0)
        self._terms = [(int(c * self.over), term) for term, c in polynomial.items()]

    def at(self, places: Sequence[Sequence[int]], unit: int) -> list[int]:
        """Its values at places given in ``unit``-ths, times ``over`` and ``unit ** degree``."""
        terms = [(c * unit ** (self.degree - len(term)), term) for c, term in self._terms]
        values = []
        for place in places:
            total = 0
            for coefficient, term in terms:
                product = coefficient
                for figure in term:
                    product *= place[figure]
                total += product
            values.append(total)
        return values


@dataclass(frozen=True, slots=True)
class Quotient:
    """A tree as a quotient of polynomials over ``leaves``; every divisor is kept to be checked."""

    leaves: tuple[Tree, ...]
    numerator: _Scaled
    denominator: _Scaled
    divisors: tuple[tuple[Tree, _Scaled], ...]

    def image(self, box: Sequence[Interval]) -> Interval:
        """Give the image of a box, one interval a leaf; ``ZeroDenominator`` where one may be 0.

        All is counted in whole numbers: the figures in parts of one unit, the corners over it.
        """
        unit = lcm(*(end.denominator for i in box for end in (i.low, i.high)))
        places = list(itertools.product(*((_in(unit, i.low), _in(unit, i.high)) for i in box)))
        for tree, divisor in self.divisors:
            found = divisor.at(places, unit)
            if min(found) <= 0 <= max(found):
                raise ZeroDenominator(tree)
        above, below = self.numerator, self.denominator
        up = below.over * unit ** max(below.degree - above.degree, 0)
        down = above.over * unit ** max(above.degree - below.degree, 0)
        tops, bottoms = above.at(places, unit), below.at(places, unit)
        ends = [Exact(top * up, bottom * down) for top, bottom in zip(tops, bottoms, strict=True)]
        low, high = min(ends), max(ends)
        closed = list(itertools.product(*((i.low_closed, i.high_closed) for i in box)))
        return Interval(low, high, _is_reached(low, ends, closed), _is_reached(high, ends, closed))


def _in(unit: int, end: Fraction) -> int:
    """An end in parts of a unit that it is a multiple of."""
    return end.numerator * (unit // end.denominator)


def _is_reached(
    extreme: Fraction, ends: Sequence[Fraction], closed: Sequence[tuple[bool, ...]]
) -> bool:
    """Say whether an extreme may be taken; one that a single open corner has is only approached."""
    return ends.count(extreme) > 1 or all(closed[ends.index(extreme)])


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
    checked = tuple((divisor, _Scaled(found)) for divisor, found in divisors)
    return Quotient(leaves, _Scaled(numerator), _Scaled(denominator), checked)


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
            sign = Exact(1 if operator == "+" else -1)
            if b == d:
                return _plus(a, c, sign), b
            return _plus(_times(a, d), _times(c, b), sign), _times(b, d)
        case leaf:
            return {(leaves.index(leaf),): Exact(1)}, _ONE


def _plus(left: _Polynomial, right: _Polynomial, sign: Fraction) -> _Polynomial:
    found = dict(left)
    for term, coefficient in right.items():
        found[term] = found.get(term, Exact(0)) + sign * coefficient
    return {term: coefficient for term, coefficient in found.items() if coefficient}


def _times(left: _Polynomial, right: _Polynomial) -> _Polynomial:
    found: _Polynomial = {}
    for (a, x), (b, y) in itertools.product(left.items(), right.items()):
        term = tuple(sorted(a + b))
        found[term] = found.get(term, Exact(0)) + x * y
    return {term: coefficient for term, coefficient in found.items() if coefficient}


def _is_linear(polynomial: _Polynomial) -> bool:
    return all(len(set(term)) == len(term) for term in polynomial)
