"""Clauses that say how others are meant: limits, weights, what zero means."""

from __future__ import annotations

import re
from typing import Final

from jixiao.drafting.grammar.clauses import (
    Baseline,
    Clause,
    JudgedBetween,
    Limit,
    Policy,
    Remark,
    StatedWeight,
)
from jixiao.drafting.grammar.cursor import Cursor
from jixiao.drafting.grammar.spelling import ONE_FORM
from jixiao.drafting.grammar.spelling import TokenKind as K
from jixiao.drafting.grammar.unsure import is_name
from jixiao.drafting.grammar.values import PAUSE, value_of

_BY: Final = re.compile(r"以[\u4e00-\u9fff]{2,10}(?:率|度|比例)")
POLICIES: Final = ("分母", "没有", "无", "其他情况", "不适用")
_DEFINITION: Final = re.compile(
    r"[“”\"\w]*(?:率|度|比|比例|比重)[”\"]?(?:\(%\))?(?:=|(?=\())(?P<of>[^=≥≤<>\d]*[/×][^=≥≤<>\d]*(?:100%)?)"
)
_OF_POINTS: Final = ("分值", "得分", "权重", "满分", "扣")
_AT_MOST: Final = (
    "最高",
    "最多",
    "上限",
    "总分",
    "合计",
    "共计",
    "共",
    "最高分",
    "最高分值",
    "累计",
    "总得分",
)
_OF_THE_ROW: Final = re.compile(
    r"(?:[此该本共至以]|直[至到]|项|指标|总|全部|所有|分值?|得分|[*×\s])*"
)


def baseline(cursor: Cursor) -> Clause | None:
    """``以100%为标准``."""
    start = cursor.at
    words = cursor.take(K.WORD)
    is_in = words is not None and words.text.endswith("在")
    if cursor.is_at("在"):
        is_in, words = True, None
        cursor.at += 1
    if words and not (is_in or words.text.endswith("以") or _BY.fullmatch(words.text)):
        return None
    if (found := value_of(cursor)) and (stated := cursor.take(K.STANDARD)):
        if is_in and "基础上" not in stated.text:
            return None
        return Baseline(*cursor.span(start), found[0])
    return None


def stated_weight(cursor: Cursor) -> Clause | None:
    """``本指标满分6分``; ``5分：``, ``（5分）`` where a text begins."""
    start = cursor.at
    if start == 0 and (first := _at_the_beginning(cursor)) is not None:
        return first
    cursor.at = start
    if cursor.kind() is K.WORD and cursor.tokens[start].text in _AT_MOST:
        cursor.at += 1
        cursor.skip(K.GIVE, K.AT_MOST)
        number = cursor.take(K.NUMBER)
        if number and number.value is not None and cursor.take(K.POINTS):
            return StatedWeight(*cursor.span(start), number.value)
        cursor.at = start
    cursor.take(K.WORD)
    if cursor.kind(1) in (K.WEIGHT, K.FULL):
        cursor.take(K.OPEN)  # 完工率(权重5分)
    cursor.take(K.WEIGHT)
    if cursor.take(K.FULL, K.WEIGHT) or (
        cursor.at > start and cursor.tokens[cursor.at - 1].kind is K.WEIGHT
    ):
        cursor.skip(K.EMPTY, K.COMMA)
        number = cursor.take(K.NUMBER)
        if number and number.value is not None and cursor.take(K.POINTS):
            cursor.take(K.CLOSE)
            return StatedWeight(*cursor.span(start), number.value)
    return None


def _at_the_beginning(cursor: Cursor) -> Clause | None:
    is_bracket = cursor.take(K.OPEN) is not None
    number = cursor.take(K.NUMBER)
    if number is None or number.value is None or not cursor.take(K.POINTS):
        return None
    end = cursor.take(K.CLOSE) if is_bracket else cursor.take(K.COMMA)
    if end is None or not (is_bracket or end.text == ":"):
        return None
    return StatedWeight(*cursor.span(0), number.value)


def judged(cursor: Cursor) -> Clause | None:
    """``由评价人在0至5分之间评定``."""
    start = cursor.at
    if cursor.kind() is not K.WORD or not cursor.tokens[cursor.at].text.startswith("由评价人"):
        return None
    cursor.at += 1
    cursor.skip(K.EMPTY)
    low, dash, high = cursor.take(K.NUMBER), cursor.take(K.DASH), cursor.take(K.NUMBER)
    if not (low and dash and high) or low.value is None or high.value is None:
        return None
    cursor.skip(K.POINTS, K.BETWEEN, K.WORD)
    return JudgedBetween(*cursor.span(start), low.value, high.value)


def definition(cursor: Cursor) -> Clause | None:
    """``控制率=（实际支出数/预算安排数）×100%``: how a rate is worked out."""
    start = cursor.at
    while cursor.kind() not in (None, *PAUSE) or cursor.is_at("、"):
        cursor.at += 1
    said = cursor.said(start, cursor.at).translate(ONE_FORM)
    found = _DEFINITION.fullmatch(said)
    is_one = found is not None and not any(word in found["of"] for word in _OF_POINTS)
    return Remark(*cursor.span(start)) if is_one else None


def limit(cursor: Cursor) -> Clause | None:
    """``扣完为止``, ``该项分值扣完为止``, ``满分为止``."""
    start = cursor.at
    if cursor.kind() is K.NUMBER and cursor.tokens[start].value == cursor.weight:
        cursor.at += 1  # 3分扣完为止
    begin = cursor.at
    cursor.skip(K.WORD, K.TIMES, K.POINTS, K.EMPTY, K.WEIGHT)
    said = cursor.said(begin, cursor.at)
    is_capped = cursor.kind() is K.UP_TO_FULL and cursor.tokens[cursor.at].text[0] in "超实完高大"
    if not (_OF_THE_ROW.fullmatch(said) or (is_capped and is_name(said))):
        return None
    if cursor.take(K.UNTIL_GONE, K.UP_TO_FULL):
        return Limit(*cursor.span(start))
    return None


def policy(cursor: Cursor) -> Clause | None:
    """``分母为零的，由人工判定``; ``没有项目的，得满分``."""
    start = cursor.at
    while cursor.kind() not in (None, K.STOP):
        if cursor.kind() in (K.EACH, K.TAKE, K.POINTS, K.ELSE) and cursor.at > start:
            return None
        cursor.at += 1
    said = cursor.said(start, cursor.at)
    then = _policy_of(said)
    if then is None:
        return None
    if "零" in said and "分母" in said:
        return Policy(*cursor.span(start), "zero-over-zero" if "分子" in said else "zero", then)
    if said.startswith(("没有", "无", "其他情况", "不适用")) and then != "zero":
        return Policy(*cursor.span(start), "na", then)
    return None


def _policy_of(said: str) -> str | None:
    for words, then in (("由人工判定", "ask"), ("得满分", "full"), ("计满分", "full")):
        if said.endswith(words):
            return then
    if said.endswith(("不适用处理", "不参与评分")):
        return "na"
    return "zero" if said.endswith("不得分") else ("value" if said.endswith("%计") else None)
