"""Clauses that take points: by steps, by faults, once."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from jixiao.drafting.grammar.clauses import Clause, FlatLoss, Series, StepLoss
from jixiao.drafting.grammar.cursor import Cursor
from jixiao.drafting.grammar.spelling import TokenKind as K
from jixiao.drafting.grammar.values import bound_of, subject_of

_FAULTS: Final = ("不", "未", "没", "无", "逾期", "超期", "迟", "缺", "延期")
_TURNING: Final = frozenset("不未没无非")


def step_loss(cursor: Cursor) -> Clause | None:
    start = cursor.at
    subject_of(cursor)
    beyond = bound_of(cursor)
    if beyond is None:
        cursor.at = start
    else:
        cursor.skip(K.EMPTY, K.COMMA)
    each_at = _each_ahead(cursor)
    if each_at is not None:
        cursor.at = each_at
    each = cursor.take(K.EACH)
    direction, said_at = _direction(cursor, is_each=each is not None)
    amount = _amount(cursor, is_each=each is not None)
    if amount is None or (each is None and direction is None and not amount[2]):
        return None
    step, is_percent, measure, noun = amount
    is_started = bool(cursor.take(K.STARTED))
    noun_at = cursor.at
    while cursor.kind() in (
        K.WORD, K.EMPTY, K.OPEN, K.CLOSE, K.OCCURS, K.BELOW, K.STARTED, K.AT_LEAST, K.UNDER,
        K.OVER, K.GIVE,
    ):  # fmt: skip
        if cursor.kind() is K.OPEN and _mode_ahead(cursor) is not None:
            break
        is_started |= cursor.kind() is K.STARTED
        cursor.at += 1
    noun = noun or cursor.said(noun_at, cursor.at)
    mode = _mode(cursor)
    cursor.take(K.COMMA)
    if not cursor.take(K.TAKE):
        return None
    number = cursor.take(K.NUMBER)
    if number is None or number.value is None:
        return None
    cursor.take(K.POINTS)
    mode = mode or _mode(cursor) or ("started" if is_started else None)
    if direction in (None, "count"):
        direction = "count"
        noun = noun or cursor.said(said_at, said_at + 1)
    return StepLoss(
        *cursor.span(start), direction, step, is_percent, number.value, mode, _cap(cursor), noun,
        beyond[0] if beyond else None, measure,
    )  # fmt: skip


def _each_ahead(cursor: Cursor) -> int | None:
    """Where 每 stands behind words that say nothing of points; None where it does not."""
    for place in range(cursor.at, len(cursor.tokens)):
        kind = cursor.tokens[place].kind
        if kind is K.EACH:
            return place
        if kind not in (K.WORD, K.EMPTY, K.OPEN, K.CLOSE, K.OCCURS, K.UNDER, K.OVER, K.OFF):
            return None
    return None


def _direction(cursor: Cursor, *, is_each: bool) -> tuple[str | None, int]:
    """Over, under, off or count, by the verbs up to the number."""
    found: str | None = None
    start = cursor.at
    while (kind := cursor.kind()) is not None and kind not in (K.NUMBER, K.MEASURE):
        if kind in (K.OVER, K.ABOVE):
            found = "off" if found == "under" else "over"
        elif kind in (K.UNDER, K.BELOW):
            found = "off" if found == "over" else "under"
        elif kind is K.OFF:
            found = "off"
        elif kind is K.OCCURS:
            found = found or "count"
        elif kind is K.WORD and not is_each and found is None:
            found = "count" if _TURNING.intersection(cursor.tokens[cursor.at].text[:1]) else None
        elif kind not in (K.WORD, K.EMPTY, K.OPEN, K.CLOSE):
            return None, start
        cursor.at += 1
    return found, start


def _amount(cursor: Cursor, *, is_each: bool) -> tuple[Fraction, bool, str, str] | None:
    if measure := cursor.take(K.MEASURE):
        return (Fraction(1), False, measure.text, "") if is_each else None
    number = cursor.take(K.NUMBER)
    if number is None or number.value is None or number.value <= 0:
        return None
    if cursor.take(K.PERCENT, K.PERCENT_POINT):
        return number.value / 100, True, "", ""
    if measure := cursor.take(K.MEASURE):
        cursor.take(K.PERCENT_POINT)
        if cursor.tokens[cursor.at - 1].kind is K.PERCENT_POINT:
            return number.value / 100, True, "", ""
        return number.value, False, measure.text, ""
    return None


def _mode_ahead(cursor: Cursor) -> str | None:
    """What a bracket says of steps that are not whole."""
    depth, place = 0, cursor.at
    while place < len(cursor.tokens):
        kind = cursor.tokens[place].kind
        depth += (kind is K.OPEN) - (kind is K.CLOSE)
        place += 1
        if depth == 0:
            break
    inside = cursor.said(cursor.at, place)
    if "不足" not in inside:
        return None
    if "不计" in inside or "不扣" in inside:
        return "whole"
    return "prorata" if "比例" in inside else "started"


def _mode(cursor: Cursor) -> str | None:
    at = cursor.at
    cursor.take(K.COMMA)
    if cursor.kind() is not K.OPEN or (mode := _mode_ahead(cursor)) is None:
        cursor.at = at
        return None
    while cursor.take(K.CLOSE) is None:
        cursor.at += 1
    return mode


def _cap(cursor: Cursor) -> Fraction | None:
    at = cursor.at
    cursor.take(K.COMMA)
    if cursor.take(K.AT_MOST_LOST):
        number = cursor.take(K.NUMBER)
        if number and number.value is not None and cursor.take(K.POINTS):
            if cursor.kind() is K.WORD and cursor.tokens[cursor.at].text == "为止":
                cursor.at += 1
            return number.value
    cursor.at = at
    return None


def flat_loss(cursor: Cursor) -> Clause | None:
    start = cursor.at
    while cursor.kind() in (K.WORD, K.OCCURS, K.EMPTY, K.UNDER, K.OVER):
        cursor.at += 1
    label = cursor.said(start, cursor.at)
    if not label or not label.startswith(_FAULTS) or not cursor.take(K.TAKE):
        return None
    number = cursor.take(K.NUMBER)
    if number is None or number.value is None or not cursor.take(K.POINTS):
        return None
    return FlatLoss(*cursor.span(start), label, number.value)


def series(cursor: Cursor) -> Clause | None:
    start = cursor.at
    return Series(*cursor.span(start)) if cursor.take(K.SERIES) else None
