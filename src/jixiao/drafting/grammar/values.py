"""Figures, points and ranges of a rate inside a clause."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from jixiao.drafting.grammar.clauses import Award
from jixiao.drafting.grammar.cursor import Cursor
from jixiao.drafting.grammar.spelling import TokenKind as K
from jixiao.rulebook import RateRange

COMPARED: Final = {K.AT_LEAST, K.AT_MOST, K.ABOVE, K.BELOW, K.EQUAL}
PAUSE: Final = {K.COMMA, K.STOP}


def subject_of(cursor: Cursor) -> str:
    """Words before a condition: the name of the rate. Stops at anything that counts."""
    start = cursor.at
    while cursor.kind() in (K.WORD, K.OPEN, K.CLOSE, K.EMPTY, K.OCCURS, K.OVER, K.UNDER, K.OFF):
        cursor.at += 1
    return cursor.said(start, cursor.at)


def value_of(cursor: Cursor) -> tuple[Fraction, bool] | None:
    """A number with its unit: exact, and whether it is a share of a hundred."""
    number = cursor.take(K.NUMBER)
    if number is None or number.value is None:
        return None
    if cursor.take(K.PERCENT, K.PERCENT_POINT):
        return number.value / 100, True
    cursor.take(K.MEASURE)
    return number.value, False


def inclusion_of(cursor: Cursor) -> bool | None:
    """``(含)`` or ``(不含)`` behind a number; None where nothing is said."""
    if cursor.take(K.INCLUDED):
        return True
    return False if cursor.take(K.EXCLUDED) else None


def points_of(cursor: Cursor) -> Fraction | Award | None:
    """The points that a condition gives: ``得5分``, ``得满分``, ``不得分``, ``9-8``."""
    cursor.skip(K.EMPTY)
    cursor.take(K.COMMA)
    cursor.skip(K.EMPTY)
    if cursor.take(K.NOTHING):
        return Fraction(0)
    gives = cursor.take(K.GIVE)
    if cursor.take(K.FULL):
        return Award.FULL
    number = cursor.take(K.NUMBER)
    if number is None or number.value is None:
        return None
    if cursor.take(K.DASH):
        other = cursor.take(K.NUMBER)
        cursor.take(K.POINTS)
        return Award.SPREAD if other else None
    if cursor.take(K.POINTS) or (gives is None and cursor.kind() in (None, *PAUSE)):
        return number.value
    return None


def where_of(cursor: Cursor) -> tuple[RateRange, bool, bool, bool] | None:
    """A range of the rate: is it in percent, is it one bare number, are its ends said."""
    bound = bound_of(cursor)
    if bound is not None:
        where, is_percent = bound
        at = cursor.at
        if cursor.take(K.COMMA, K.EMPTY) and (other := bound_of(cursor)):
            both = _between(where, other[0])
            if both is not None:
                return both, is_percent or other[1], False, True
        cursor.at = at
        return where, is_percent, False, True
    return _span_of_two(cursor)


def bound_of(cursor: Cursor) -> tuple[RateRange, bool] | None:
    start = cursor.at
    cursor.skip(K.EMPTY)
    token = cursor.take(*COMPARED)
    if token is None:
        cursor.at = start
        return None
    cursor.skip(K.EMPTY)
    found = value_of(cursor)
    if found is None:
        cursor.at = start
        return None
    included = inclusion_of(cursor)
    cursor.take(K.OR_MORE, K.OR_LESS, K.STARTED)
    return _ranged(token.kind, found[0], included=included), found[1]


def _span_of_two(cursor: Cursor) -> tuple[RateRange, bool, bool, bool] | None:
    low = value_of(cursor)
    if low is None:
        return None
    low_in = inclusion_of(cursor)
    if more := cursor.take(K.OR_MORE, K.OR_LESS, K.STARTED):
        said = inclusion_of(cursor)
        included = low_in is not False and said is not False
        kind = K.AT_LEAST if more.kind is K.OR_MORE else K.AT_MOST
        return _ranged(kind, low[0], included=included), low[1], False, True
    is_dash = cursor.take(K.DASH)
    if not is_dash:
        at = cursor.at
        cursor.take(K.EMPTY)
        if cursor.kind() is not K.NUMBER or cursor.at == at:
            cursor.at = at
            where = RateRange(low[0], low[0], low_closed=True, high_closed=True)
            return where, low[1], True, True
    high = value_of(cursor)
    if high is None:
        return None
    high_in = inclusion_of(cursor)
    is_percent = low[1] or high[1]
    first = low[0] / 100 if is_percent and not low[1] else low[0]
    if not is_dash and not cursor.take(K.BETWEEN):
        return None
    cursor.take(K.BETWEEN)
    (first, first_in), (last, last_in) = sorted(
        ((first, low_in), (high[0], high_in)), key=lambda end: end[0]
    )
    if first == last:
        return None
    said = first_in is not None or last_in is not None
    where = RateRange(first, last, low_closed=bool(first_in), high_closed=bool(last_in))
    return where, is_percent, False, said


def _ranged(kind: K, value: Fraction, *, included: bool | None) -> RateRange:
    if kind is K.EQUAL:
        return RateRange(value, value, low_closed=True, high_closed=True)
    if kind in (K.AT_LEAST, K.ABOVE):
        closed = included if included is not None else kind is K.AT_LEAST
        return RateRange(value, None, low_closed=closed)
    closed = included if included is not None else kind is K.AT_MOST
    return RateRange(None, value, high_closed=closed)


def _between(one: RateRange, other: RateRange) -> RateRange | None:
    """The range between a lower and an upper bound, in either order."""
    if one.low is None:
        one, other = other, one
    if one.low is None or one.high is not None or other.high is None or other.low is not None:
        return None
    both = RateRange(one.low, other.high, low_closed=one.low_closed, high_closed=other.high_closed)
    return None if both.is_empty() else both
