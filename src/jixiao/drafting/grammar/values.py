"""Figures, points and ranges of a rate inside a clause."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from jixiao.drafting.grammar.clauses import Award
from jixiao.drafting.grammar.cursor import Cursor
from jixiao.drafting.grammar.spelling import TokenKind as K
from jixiao.drafting.grammar.tokens import Token
from jixiao.drafting.grammar.unsure import is_name
from jixiao.rulebook import RateRange

COMPARED: Final = {K.AT_LEAST, K.AT_MOST, K.ABOVE, K.BELOW, K.EQUAL}
PAUSE: Final = {K.COMMA, K.STOP}
_AND: Final = ("且", "并且", "但")
_BEHIND_MARKS: Final = (
    K.OR_MORE,
    K.OR_LESS,
    K.INCLUDED,
    K.EXCLUDED,
    K.DASH,
    K.BETWEEN,
    K.GIVE,
    K.NOTHING,
)
_LEFT: Final = "([（［"
_RIGHT: Final = ")]）］"
_SO_GIVEN: Final = ("计", "计算", "计分", "计入")
_LOOSE: Final = ("以上", "以下", "以内", "之内")
_TURNED: Final = {
    K.AT_LEAST: K.AT_MOST, K.AT_MOST: K.AT_LEAST, K.ABOVE: K.BELOW, K.BELOW: K.ABOVE,
}  # fmt: skip


_IN_SUBJECTS: Final = {
    *(K.WORD, K.OPEN, K.CLOSE, K.EMPTY, K.OCCURS, K.OVER, K.UNDER, K.OFF),
}


def _is_quotient(cursor: Cursor) -> bool:
    """Whether a sign divides two names: ``完成数/目标数≥1``."""
    is_between = cursor.kind(-1) in (K.WORD, K.CLOSE) and cursor.kind(1) in (K.WORD, K.OPEN)
    return cursor.kind() is K.DIVIDE and is_between


def subject_of(cursor: Cursor) -> str:
    """Words before a condition: the name of the rate. Stops at anything that counts."""
    start = cursor.at
    while cursor.kind() in _IN_SUBJECTS or _is_quotient(cursor):
        if cursor.kind() is K.OPEN and cursor.kind(1) is K.NUMBER:
            break
        cursor.at += 1
    return cursor.said(start, cursor.at)


def hundred_of(unit: Token) -> int:
    """Give what a share is of: 100, or 1000 where it is per mille."""
    return 1000 if unit.text in ("‰", "个千分点") else 100


def value_of(cursor: Cursor) -> tuple[Fraction, bool] | None:
    """A number with its unit: exact, and whether it is a share of a hundred."""
    number = cursor.take(K.NUMBER)
    if number is None or number.value is None:
        return None
    if unit := cursor.take(K.PERCENT, K.PERCENT_POINT):
        return number.value / hundred_of(unit), True
    if cursor.take(K.MEASURE):
        while cursor.kind() is K.DIVIDE and cursor.kind(1) in (K.MEASURE, K.WORD):
            cursor.at += 2  # 元/人·天
    elif cursor.kind() is K.POINTS and _behind_marks(cursor) in _BEHIND_MARKS:
        cursor.at += 1  # 90分以上: marks of a hundred
    return number.value, False


def _behind_marks(cursor: Cursor) -> K | None:
    """What is behind 分, over 的."""
    return cursor.kind(2 if cursor.kind(1) is K.EMPTY else 1)


def inclusion_of(cursor: Cursor, *, of: Fraction | None = None) -> bool | None:
    """``(含)``, ``(不含)`` behind a number; ``(含80%)`` where it is ``of``; None: nothing said."""
    if cursor.kind() not in (K.INCLUDED, K.EXCLUDED):
        return None
    token = cursor.tokens[cursor.at]
    if token.value is not None and token.value != of:
        return None
    cursor.at += 1
    return token.kind is K.INCLUDED


def points_of(cursor: Cursor) -> Fraction | Award | None:
    """The points that a condition gives: ``得5分``, ``得满分``, ``不得分``, ``9-8``."""
    cursor.skip(K.EMPTY)
    cursor.take(K.COMMA)
    cursor.skip(K.EMPTY)
    if cursor.take(K.NOTHING):
        return Fraction(0)
    gives = cursor.take(K.GIVE)
    if (share := share_of_weight(cursor)) is not None:
        return share
    is_full = cursor.take(K.FULL)
    if is_full and (cursor.kind() is not K.NUMBER or cursor.kind(1) is not K.POINTS):
        return Award.FULL
    number = cursor.take(K.NUMBER)
    if number is None or number.value is None:
        return None
    if cursor.take(K.DASH):
        other = cursor.take(K.NUMBER)
        cursor.take(K.POINTS)
        return Award.SPREAD if other else None
    is_points = cursor.take(K.POINTS) is not None
    if is_points and cursor.kind() is K.WORD and cursor.tokens[cursor.at].text in _SO_GIVEN:
        cursor.at += 1  # 超过100%的按5分计
    if is_points or (gives is None and cursor.kind() in (None, *PAUSE)):
        return number.value
    return None


def share_of_weight(cursor: Cursor) -> Fraction | None:
    """Read ``60%权重分``, ``权重的5%``, ``80%的分值`` as points, where the weight is known."""
    if cursor.weight is None:
        return None
    start = cursor.at
    is_before = bool(cursor.take(K.WEIGHT, K.FULL))
    cursor.skip(K.WEIGHT, K.EMPTY)  # 权重分值的5%
    number = cursor.take(K.NUMBER)
    if number is not None and number.value is not None and cursor.take(K.PERCENT):
        cursor.skip(K.EMPTY)
        is_behind = bool(cursor.take(K.WEIGHT, K.FULL, K.POINTS))
        if is_before or is_behind:
            return number.value / 100 * cursor.weight
    cursor.at = start
    return None


@dataclass(frozen=True, slots=True)
class Where:
    """A range as said: is it in percent, one bare number, and which ends are left unsaid."""

    range: RateRange
    is_percent: bool
    is_bare: bool = False
    unsaid: tuple[bool, bool] = (False, False)

    @property
    def is_half(self) -> bool:
        """Whether it has one end only."""
        return (self.range.low is None) != (self.range.high is None)


def named_range_of(cursor: Cursor) -> tuple[str, Where | None]:
    """Read the name of a rate and a range of it; several productions try the same place."""
    start = cursor.at
    if (known := cursor.ranges.get(start)) is None:
        name, found = subject_of(cursor), where_of(cursor)
        cursor.ranges[start] = cursor.at, name, found
        return name, found
    cursor.at, name, found_before = known
    return name, found_before if isinstance(found_before, Where) else None


def where_of(cursor: Cursor) -> Where | None:
    """Read a range of the rate: ``≥95%``, ``80%（含）-90%``, ``80%≤X＜90%``, ``100%``."""
    if cursor.take(K.EITHER_SIGN):
        return _either_sign(cursor)
    if cursor.kind() is K.OPEN and (interval := _interval(cursor)) is not None:
        return interval
    if (chained := _chained(cursor)) is not None:
        return chained
    bound = bound_of(cursor) or _span_of_two(cursor)
    if bound is None or bound.is_bare or not bound.is_half:
        return bound
    at = cursor.at
    if cursor.kind() is K.WORD and cursor.tokens[at].text in _AND:
        cursor.at += 1
    else:
        cursor.take(K.COMMA, K.EMPTY)
    other = bound_of(cursor) or _half_of(cursor)
    both = _between(bound.range, other.range) if other is not None else None
    if other is not None and both is not None:
        is_percent = bound.is_percent or other.is_percent
        unsaid = (bound.unsaid[0] or other.unsaid[0], bound.unsaid[1] or other.unsaid[1])
        return Where(both, is_percent, unsaid=unsaid)
    cursor.at = at
    return bound


def _half_of(cursor: Cursor) -> Where | None:
    """``10%以内``: a range with one end, none other."""
    found = _span_of_two(cursor)
    return found if found is not None and found.is_half else None


def _either_sign(cursor: Cursor) -> Where | None:
    """``±5%以内``: from -5 % to 5 %."""
    found = value_of(cursor)
    if found is None:
        return None
    included = inclusion_of(cursor)
    cursor.take(K.STARTED)
    is_closed = included is not False
    where = RateRange(-found[0], found[0], low_closed=is_closed, high_closed=is_closed)
    return Where(where, found[1])


def _interval(cursor: Cursor) -> Where | None:
    """``[90%,95%)`` as mathematicians write it: brackets say which ends belong."""
    start = cursor.at
    begin = cursor.take(K.OPEN)
    low, comma, high = value_of(cursor), cursor.take(K.COMMA), value_of(cursor)
    end = cursor.take(K.CLOSE)
    if begin and low and comma and high and end:
        is_said = begin.text in _LEFT and end.text in _RIGHT and low[1] == high[1]
        if is_said and low[0] < high[0]:
            closed = {"low_closed": begin.text in "[［【", "high_closed": end.text in "]］】"}
            return Where(RateRange(low[0], high[0], **closed), low[1])
    cursor.at = start
    return None


def _chained(cursor: Cursor) -> Where | None:
    """``80%≤X＜90%``, ``90%＞满意度≥80%``."""
    start = cursor.at
    first = value_of(cursor)
    sign = cursor.take(*COMPARED) if first is not None else None
    if first is None or sign is None or sign.kind not in _TURNED:
        cursor.at = start
        return None
    name = subject_of(cursor)
    second = bound_of(cursor)
    low = _ranged(_TURNED[sign.kind], first[0], included=None)
    if second is None and name and is_name(name) and cursor.kind() in (*PAUSE, K.EMPTY, K.GIVE):
        return Where(low, first[1])  # 20%≤结余率
    both = _between(low, second.range) if second is not None else None
    if second is None or both is None or not name or not is_name(name):
        cursor.at = start
        return None
    return Where(both, first[1] or second.is_percent)


def bound_of(cursor: Cursor) -> Where | None:
    """Read one end: ``≥95%``, ``低于60%``, ``达到90%（含）以上``."""
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
    included = inclusion_of(cursor, of=found[0])
    cursor.take(K.OR_MORE, K.OR_LESS, K.STARTED)
    included = inclusion_of(cursor, of=found[0]) if included is None else included
    return Where(_ranged(token.kind, found[0], included=included), found[1])


def _span_of_two(cursor: Cursor) -> Where | None:
    low = value_of(cursor)
    if low is None:
        return None
    low_in = inclusion_of(cursor, of=low[0])
    if more := cursor.take(K.OR_MORE, K.OR_LESS, K.STARTED):
        said = inclusion_of(cursor, of=low[0])
        included = said if said is not None else low_in
        is_more = more.kind is K.OR_MORE
        kind = K.AT_LEAST if is_more else K.AT_MOST
        is_unsaid = included is None and more.text in _LOOSE
        where = _ranged(kind, low[0], included=included)
        return Where(where, low[1], unsaid=(is_unsaid and is_more, is_unsaid and not is_more))
    at = cursor.at
    is_dash = bool(cursor.take(K.DASH))
    if not is_dash and not (cursor.take(K.EMPTY) and cursor.kind() is K.NUMBER):
        cursor.at = at
        where = RateRange(low[0], low[0], low_closed=True, high_closed=True)
        return Where(where, low[1], is_bare=True)
    return _to_second(cursor, low, low_in=low_in, is_dash=is_dash)


def _to_second(
    cursor: Cursor, low: tuple[Fraction, bool], *, low_in: bool | None, is_dash: bool
) -> Where | None:
    high = value_of(cursor)
    if high is None:
        return None
    is_percent = low[1] or high[1]
    first = low[0] / 100 if is_percent and not low[1] else low[0]
    last = high[0] / 100 if is_percent and not high[1] else high[0]
    high_in = inclusion_of(cursor, of=last)
    if is_dash and not is_percent:
        cursor.take(K.STARTED)  # 31-60日内
    if not is_dash and not cursor.take(K.BETWEEN):
        return None
    cursor.take(K.BETWEEN)
    for _ in range(2):
        low_in = inclusion_of(cursor, of=first) if low_in is None else low_in
        high_in = inclusion_of(cursor, of=last) if high_in is None else high_in
        cursor.take(K.BETWEEN)
    if low_in is None and high_in is False:
        low_in = True  # 90%-95%(不含): the other end belongs
    if high_in is None and low_in is False:
        high_in = True
    if first == last:
        return None
    (first, first_in), (last, last_in) = sorted(
        ((first, low_in), (last, high_in)), key=lambda end: end[0]
    )
    where = RateRange(first, last, low_closed=bool(first_in), high_closed=bool(last_in))
    return Where(where, is_percent, unsaid=(first_in is None, last_in is None))


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
