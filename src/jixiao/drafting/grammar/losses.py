"""Clauses that take points: by steps, by faults, once."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from jixiao.drafting.grammar.clauses import Clause, FlatLoss, Series, StepLoss
from jixiao.drafting.grammar.cursor import Cursor
from jixiao.drafting.grammar.spelling import TokenKind as K
from jixiao.drafting.grammar.unsure import TURNING, is_name
from jixiao.drafting.grammar.values import (
    Where,
    bound_of,
    hundred_of,
    named_range_of,
    share_of_weight,
)
from jixiao.rulebook import RateRange

_FAULTS: Final = (
    *("不", "未", "没", "无", "逾期", "超期", "迟", "缺", "延期", "情节严重", "造成", "发生"),
    *("出现", "存在"),
)
_FAULTY: Final = re.compile("[不未没无非缺漏违虚误]|缺少|超范围|擅自|失实|失真|滞后|迟")
_TARGETS: Final = ("目标", "计划", "指标值", "任务", "概算", "预算", "序时进度", "合同价")
_OTHER_REFERENCES: Final = (
    "平均",
    "上年",
    "去年",
    "上一年",
    "全省",
    "全市",
    "全国",
    "同期",
)
_SO_COUNTED: Final = ("计算", "计分", "处理", "计算得分", "的标准", "的标准计算")
_IN_FAULTS: Final = {K.WORD, K.OCCURS, K.EMPTY, K.UNDER, K.OVER}
_BEFORE_EACH: Final = {
    *(K.WORD, K.EMPTY, K.OPEN, K.CLOSE, K.OCCURS, K.UNDER, K.OVER, K.OFF, K.BETWEEN),
    K.EITHER_SIGN,
}
_SIDES: Final = (
    (("超过", "超出", "高于", "高出"), "over"),
    (("低于", "不足", "未达到"), "under"),
    (("偏离", "相差"), "off"),
)
_REST: Final = re.compile(r"[(（]?[含对]?(?:不足|不到|不满|未满)")
_NOTHING_MORE: Final = ("", "部分", "以内", "差额", "者", "以上")


def step_loss(cursor: Cursor) -> Clause | None:
    """``每超过1个百分点扣0.5分``, ``发现一处扣1分``, ``高于9%的，每高1个百分点扣0.5分``."""
    start = cursor.at
    subject, beyond, turned = _begin_of_losses(cursor)
    each = cursor.take(K.EACH)
    if each is not None and beyond is None:
        beyond = _each_beyond(cursor)
    direction, said_at = _direction(cursor, is_each=each is not None)
    amount_at = cursor.at
    amount = _amount(cursor, is_each=each is not None)
    if amount is None or (each is None and direction is None and not amount.measure):
        return None
    reference = cursor.said(said_at, amount_at)
    if reference.endswith("第") or any(word in reference for word in _OTHER_REFERENCES):
        return None
    noun, is_started = _noun(cursor)
    mode = _mode(cursor, amount)
    cursor.take(K.COMMA)
    if not cursor.take(K.TAKE):
        return None
    points = _points_taken(cursor)
    if points is None:
        return None
    _skip_so_counted(cursor)
    mode = mode or _mode(cursor, amount) or ("started" if is_started else None)
    if amount.is_percent and (direction is None or reference.startswith("超支")):
        direction = _by_range(beyond) or direction or turned
    if direction in (None, "count"):
        direction = "count"
        noun = noun or cursor.said(said_at, said_at + 1)
    beyond = _turned_to(direction, beyond)
    if not _is_plain_noun(noun, direction, amount) or not is_name(subject):
        return None
    return StepLoss(
        *cursor.span(start), direction, amount.step, amount.is_percent, points, mode,
        _cap(cursor), noun, beyond.range if beyond else None, amount.measure, subject,
        each is not None, any(word in reference for word in _TARGETS),
        amount.is_of_hundred,
    )  # fmt: skip


def _skip_so_counted(cursor: Cursor) -> None:
    """``按每低1个百分点扣0.5分计算``: words that say nothing more."""
    if cursor.kind() is K.WORD and cursor.tokens[cursor.at].text in _SO_COUNTED:
        cursor.at += 1


def _is_plain_noun(noun: str, direction: str, amount: _Amount) -> bool:
    """Whether words behind an amount name what is counted, and say no condition."""
    if direction == "count":
        return True
    if amount.is_percent and noun.strip("的") not in _NOTHING_MORE:
        return False
    is_lack = bool(amount.measure) and direction == "under"  # 缺一项计划或办法
    return is_name(noun.replace("或", "") if is_lack else noun)


def _turned_to(direction: str | None, beyond: Where | None) -> Where | None:
    """``应达到98%，每降低1个百分点``: a range that losses leave, said as what is demanded."""
    if beyond is None or not beyond.is_half:
        return beyond
    where = beyond.range
    if direction == "under" and where.low is not None and where.low_closed:
        return replace(beyond, range=RateRange(None, where.low), unsaid=(False, False))
    if direction == "over" and where.high is not None and where.high_closed:
        return replace(beyond, range=RateRange(where.high, None), unsaid=(False, False))
    return beyond


def _by_range(beyond: Where | None) -> str | None:
    """``<0，每超支1%``: the side on which a range lies that has no marks in full."""
    if beyond is None:
        return None
    return "under" if beyond.range.low is None else "over"


def _begin_of_losses(cursor: Cursor) -> tuple[str, Where | None, str | None]:
    """What is said before the losses: of which rate they are, and where they begin."""
    if cursor.kind(1) is K.EACH and cursor.is_at("否则"):
        cursor.at += 1
    start = cursor.at
    subject, beyond = named_range_of(cursor)
    if beyond is None or beyond.is_bare:
        cursor.at, subject, beyond = start, "", None
    else:
        cursor.skip(K.EMPTY, K.BETWEEN, K.COMMA)
    each_at = _each_ahead(cursor)
    turned = None
    if each_at is not None:
        turned = _side(cursor, each_at)
        subject += "" if turned else cursor.said(cursor.at, each_at)
        cursor.at = each_at
    return subject, _as_open(beyond), turned


def _side(cursor: Cursor, until: int) -> str | None:
    """The side said before 每: ``超出部分每1%``, ``偏离该区间每1个百分点``."""
    said = cursor.said(cursor.at, until)
    return next((side for words, side in _SIDES if said.startswith(words)), None)


def _as_open(beyond: Where | None) -> Where | None:
    """``100%以下的每减少…``: where losses begin, nothing is lost."""
    if beyond is None or not any(beyond.unsaid):
        return beyond
    low, high = beyond.unsaid
    where = replace(
        beyond.range,
        low_closed=beyond.range.low_closed and not low,
        high_closed=beyond.range.high_closed and not high,
    )
    return replace(beyond, range=where)


def _each_beyond(cursor: Cursor) -> Where | None:
    """``每低于100%一个百分点``: where losses begin, behind 每."""
    start = cursor.at
    found = bound_of(cursor)
    cursor.skip(K.EMPTY)
    if found is None or cursor.kind() is not K.NUMBER:
        cursor.at = start
        return None
    return found


def _points_taken(cursor: Cursor) -> Fraction | None:
    if (share := share_of_weight(cursor)) is not None:
        return share
    number = cursor.take(K.NUMBER)
    if number is None or number.value is None:
        return None
    if cursor.take(K.POINTS) is None and cursor.kind() is K.PERCENT:
        return None
    return number.value


def _noun(cursor: Cursor) -> tuple[str, bool]:
    """What is counted, and whether a started step counts as one (以内)."""
    is_started = bool(cursor.take(K.STARTED))
    start = cursor.at
    while cursor.kind() in (
        K.WORD, K.EMPTY, K.OPEN, K.CLOSE, K.OCCURS, K.BELOW, K.STARTED, K.AT_LEAST, K.UNDER,
        K.OVER, K.GIVE,
    ):  # fmt: skip
        if cursor.kind() is K.OPEN and _speaks_of_rest(cursor):
            break
        is_started |= cursor.kind() is K.STARTED
        cursor.at += 1
    return cursor.said(start, cursor.at), is_started


def _each_ahead(cursor: Cursor) -> int | None:
    """Where 每 is behind words that say nothing of points; None where it does not."""
    for place in range(cursor.at, len(cursor.tokens)):
        kind = cursor.tokens[place].kind
        if kind is K.EACH:
            return place
        if kind not in _BEFORE_EACH:
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
            found = "count" if TURNING.intersection(cursor.tokens[cursor.at].text[:1]) else None
        elif kind not in (K.WORD, K.EMPTY, K.OPEN, K.CLOSE):
            return None, start
        cursor.at += 1
    return found, start


@dataclass(frozen=True, slots=True)
class _Amount:
    """One step: exact, in percent or counted in a measure; ``typed`` is the number as written."""

    step: Fraction
    measure: str
    typed: Fraction
    is_of_hundred: bool = False

    @property
    def is_percent(self) -> bool:
        """Whether steps are percentage points."""
        return not self.measure


def _amount(cursor: Cursor, *, is_each: bool) -> _Amount | None:
    if measure := cursor.take(K.MEASURE):
        return _Amount(Fraction(1), measure.text, Fraction(1)) if is_each else None
    number = cursor.take(K.NUMBER)
    if number is None or number.value is None or number.value <= 0:
        return None
    if unit := cursor.take(K.PERCENT, K.PERCENT_POINT):
        share = number.value / hundred_of(unit)
        return _Amount(share, "", number.value, unit.kind is K.PERCENT)
    if is_each and cursor.kind(1) in (K.TAKE, K.COMMA) and (points := cursor.take(K.POINTS)):
        return _Amount(number.value, points.text, number.value)  # 测评得分每低1分
    if measure := cursor.take(K.MEASURE):
        if cursor.take(K.PERCENT_POINT):
            return _Amount(number.value / 100, "", number.value)
        return _Amount(number.value, measure.text, number.value)
    return None


def _speaks_of_rest(cursor: Cursor) -> bool:
    """Whether a bracket or a clause says what steps that are not whole are worth."""
    return bool(_REST.match(cursor.said(cursor.at, min(cursor.at + 4, len(cursor.tokens)))))


def _mode(cursor: Cursor, amount: _Amount) -> str | None:
    """``（不足1个百分点的不计）``, ``，不足5个百分点按5个百分点计``: None where nothing is said."""
    at = cursor.at
    is_apart = bool(cursor.take(K.COMMA, K.STOP))
    is_bracket = cursor.kind() is K.OPEN
    if not (is_apart or is_bracket) or not _speaks_of_rest(cursor):
        cursor.at = at
        return None
    start = cursor.at
    if is_bracket:
        while cursor.take(K.CLOSE) is None and cursor.kind() is not None:
            cursor.at += 1
    else:
        while cursor.kind() not in (None, K.COMMA, K.STOP, K.OPEN, K.UNTIL_GONE):
            cursor.at += 1
    mode = _mode_said(cursor.said(start, cursor.at))
    numbers = {t.value for t in cursor.tokens[start : cursor.at] if t.kind is K.NUMBER}
    if mode is None or not numbers <= {amount.typed}:
        cursor.at = at
        return None
    return mode


def _mode_said(said: str) -> str | None:
    if any(word in said for word in ("酌情", "除", "不得分", "不计分")):
        return None
    if any(word in said for word in ("不计", "不扣", "不予扣分", "忽略")):
        return "whole"
    if "比例" in said:
        return "prorata"
    return "started" if any(word in said for word in ("按", "含", "视同", "算")) else None


def _cap(cursor: Cursor) -> Fraction | None:
    at = cursor.at
    cursor.take(K.COMMA)
    if cursor.take(K.AT_MOST_LOST):
        number = cursor.take(K.NUMBER)
        if number and number.value is not None and cursor.take(K.POINTS):
            if cursor.said(cursor.at, min(cursor.at + 2, len(cursor.tokens))).startswith("为止"):
                cursor.skip(K.EMPTY, K.WORD)
            return number.value
    cursor.at = at
    return None


def flat_loss(cursor: Cursor) -> Clause | None:
    """``不规范扣0.5分``."""
    start = cursor.at
    while cursor.kind() in _IN_FAULTS or cursor.is_at("、"):
        cursor.at += 1
    label = cursor.said(start, cursor.at)
    cursor.take(K.COMMA)
    is_fault = label.startswith(_FAULTS) or bool(_FAULTY.search(label))
    if not label or not is_fault or not cursor.take(K.TAKE):
        return None
    number = cursor.take(K.NUMBER)
    if number is None or number.value is None or not cursor.take(K.POINTS):
        return None
    return FlatLoss(*cursor.span(start), label, number.value)


def series(cursor: Cursor) -> Clause | None:
    """``以此类推``."""
    start = cursor.at
    return Series(*cursor.span(start)) if cursor.take(K.SERIES) else None
