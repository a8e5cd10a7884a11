"""Clauses put into the words of the rulebook schema: ranges, points, exact decimals."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from jixiao.drafting.grammar import Award
from jixiao.rulebook import RateRange


class NotReadError(Exception):
    """The clauses do not fit one rule."""


def decimal_of(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def _end(value: Fraction, *, is_percent: bool) -> str:
    exact = decimal_of(value * 100 if is_percent else value).normalize()
    return f"{exact:f}%" if is_percent else f"{exact:f}"


def range_text(where: RateRange, *, is_percent: bool) -> str:
    """Write a range as a rulebook does: ``<= 100%``, ``(10%, 20%]``."""
    low, high = where.low, where.high
    if low is not None and low == high:
        return f"= {_end(low, is_percent=is_percent)}"
    if high is None and low is not None:
        return f"{'>=' if where.low_closed else '>'} {_end(low, is_percent=is_percent)}"
    if low is None and high is not None:
        return f"{'<=' if where.high_closed else '<'} {_end(high, is_percent=is_percent)}"
    if low is None or high is None:
        raise NotReadError
    left, right = "[" if where.low_closed else "(", "]" if where.high_closed else ")"
    ends = f"{_end(low, is_percent=is_percent)}, {_end(high, is_percent=is_percent)}"
    return f"{left}{ends}{right}"


def points_in(points: Fraction | Award, full: Fraction | None) -> Fraction:
    if isinstance(points, Fraction):
        return points
    if points is Award.FULL and full is not None:
        return full
    raise NotReadError


def most_points(points: Fraction | Award | None, full: Fraction | None) -> Fraction:
    if points is None or points is Award.FULL:
        if full is None:
            raise NotReadError
        return full
    if isinstance(points, Fraction):
        return points
    raise NotReadError
