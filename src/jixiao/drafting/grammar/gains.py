"""Clauses that give points: in a range of the rate, for a point of a list, otherwise."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from jixiao.drafting.grammar.clauses import (
    Award,
    Band,
    Clause,
    EachGain,
    EqualItems,
    ItemPoints,
    Otherwise,
)
from jixiao.drafting.grammar.cursor import Cursor
from jixiao.drafting.grammar.spelling import TokenKind as K
from jixiao.drafting.grammar.unsure import AS_SEEN, TURNING, is_name
from jixiao.drafting.grammar.values import PAUSE, named_range_of, points_of
from jixiao.rulebook import RateRange

NOT_GROWN_WORDS: Final = ("上年", "去年", "同比", "上一年", "负增长", "正增长")
_NOT_GROWN: Final = re.compile(
    r"[^，。；]*?(?:上年|去年|同比|上一年)[^，。；]*?(?:下降或持平|持平或下降|减少或持平|持平或减少|"
    r"零增长|[不未无](?:增长|增加|上升)|负增长或零增长|零增长或负增长|只减不增|下降或者持平)"
)
_GROWN: Final = re.compile(
    r"[^，。；]*?(?:上年|去年|同比|上一年)?(?:实现|保持)?(?:正增长|正增长或持平|持平或正增长|正增长或零增长|不下降|未下降|只增不减)"
)
_NO_FAULT: Final = ("未发生", "未出现", "未发现", "不存在", "没有", "无")
_GRADED: Final = re.compile(
    r"(?:为|属于?)?[“\"]?(?:优秀?|良好?|中等?|较?差|合格|不合格|基本合格|一般|较?好)[”\"]?(?:等次)?"
)
_SAYS_POINTS: Final = {K.POINTS, K.GIVE, K.NOTHING, K.FULL}
_BY_PEOPLE: Final = re.compile(
    rf"最高|最多|根据|得分|评分|计分|打分|上限|不超过(?=$|满分|分值|权重|本项|该项|指标|总分)|合计|共计|{AS_SEEN}"
)
_COUNTED_WORDS: Final = (K.WORD, K.EMPTY, K.OCCURS)
_LACKING: Final = ("缺项", "缺项的", "缺失的", "缺失", "缺少的", "缺少")
_BONUS: Final = ("加", "提前", "额外", "超", "高", "多", "增")
_NEVER_IN_ITEMS: Final = {
    K.STOP, K.EACH, K.TAKE, K.PERCENT, K.PERCENT_POINT, K.TIMES, K.DIVIDE, K.PROPORTION, K.VAGUE,
    K.NUMBER, K.ELSE, K.SERIES, K.AT_MOST_LOST, K.UNTIL_GONE, K.STANDARD,
}  # fmt: skip


def band(cursor: Cursor) -> Clause | None:
    start = cursor.at
    subject, found = named_range_of(cursor)
    only = subject.removeprefix("仅").removeprefix("只") if found and found.is_bare else subject
    if found is None or not is_name(only):
        return None
    subject, is_percent = only, found.is_percent
    cursor.skip(K.EMPTY, K.BETWEEN)
    if not is_percent and (noun := _noun_of(cursor)):
        subject += noun
        if not is_name(subject):
            return None
    is_graded = cursor.kind() in (K.WORD, K.UNDER) and cursor.kind(1) in (K.COMMA, K.GIVE)
    if is_graded and _GRADED.fullmatch(cursor.tokens[cursor.at].text):
        cursor.at += 1  # 85%以上为优，得4分
    before = cursor.at
    points = points_of(cursor)
    is_loss = points is None and not found.is_bare and is_percent
    if is_loss:
        cursor.at = before
        points = _points_left(cursor)
    if points is None or cursor.kind() is K.TIMES:
        return None
    is_plain = not {t.kind for t in cursor.tokens[before : cursor.at]} & _SAYS_POINTS
    if is_plain and not is_percent and found.is_bare:
        return None
    cursor.take(K.CLOSE)  # opened by the clause itself
    measure = next((t.text for t in cursor.tokens[start:before] if t.kind is K.MEASURE), "")
    return Band(
        *cursor.span(start), found.range, points, subject, is_percent, is_bare=found.is_bare,
        unsaid=found.unsaid, measure=measure,
        is_distance=any(t.kind is K.PERCENT_POINT for t in cursor.tokens[start:before]),
        is_loss=is_loss,
    )  # fmt: skip


def _noun_of(cursor: Cursor) -> str:
    """Take what is counted, behind its number: ``1起有效投诉得2分``."""
    start = cursor.at
    cursor.take(K.OCCURS)
    if cursor.take(K.WORD):
        end = cursor.at
        cursor.skip(K.EMPTY)
        if cursor.kind() in (K.COMMA, K.GIVE, K.NOTHING):
            return cursor.said(start, end)
    cursor.at = start
    return ""


def _points_left(cursor: Cursor) -> Fraction | Award | None:
    """``5%-10%(含)的扣2分``, ``5%以内不扣分``: what is left of the weight of the row."""
    cursor.skip(K.EMPTY)
    cursor.take(K.COMMA)
    if cursor.is_at("不扣分"):
        cursor.at += 1
        return Award.FULL
    if not cursor.take(K.TAKE):
        return None
    number = cursor.take(K.NUMBER)
    if number is None or number.value is None or not cursor.take(K.POINTS):
        return None
    return None if cursor.weight is None else max(cursor.weight - number.value, Fraction(0))


def not_grown(cursor: Cursor) -> Clause | None:
    """``较上年下降或持平的，得6分``: a rate of growth of 0 at most."""
    start = cursor.at
    while cursor.kind() not in (None, *PAUSE, K.GIVE, K.FULL, K.NUMBER, K.NOTHING):
        cursor.at += 1
    said = cursor.said(start, cursor.at).rstrip("的")
    where = _change_of(said)
    points = points_of(cursor) if where is not None else None
    if where is None or points is None or cursor.kind() is K.TIMES:
        return None
    return Band(*cursor.span(start), where, points, "", is_percent=True)


def _change_of(said: str) -> RateRange | None:
    """The range of a rate of growth that words name."""
    if said in ("负增长", "出现负增长"):
        return RateRange(None, Fraction(0))
    if _GROWN.fullmatch(said):
        return RateRange(Fraction(0), None, low_closed="持平" in said or "零增长" in said)
    return RateRange(None, Fraction(0), high_closed=True) if _NOT_GROWN.fullmatch(said) else None


def item(cursor: Cursor) -> Clause | None:
    """``已制定管理制度，得1分``; ``设有目标(1分)``."""
    start = cursor.at
    has_words = False
    while (kind := cursor.kind()) is not None:
        if kind in (K.NUMBER, K.GIVE, K.NOTHING) and has_words and _gives(cursor):
            break
        if kind is K.OPEN and has_words and cursor.kind(1) in (K.NUMBER, K.GIVE):
            cursor.at += 1
            if _gives(cursor):
                break
            cursor.at -= 1
        if kind is K.NUMBER and has_words and cursor.kind(1) is K.MEASURE:
            cursor.at += 2
            continue
        if kind in _NEVER_IN_ITEMS or kind is K.ITEM_MARK:
            return None
        if kind is K.COMMA and _is_new_clause(cursor, 1):
            return None
        has_words |= kind in (K.WORD, K.OCCURS, K.UNDER, K.OVER, K.EMPTY, K.FULL, K.OFF)
        cursor.at += 1
    label = cursor.said(start, cursor.at).rstrip(" ,，:：(（的")
    points = points_of(cursor)
    if points is None or not label or cursor.kind() is K.TIMES or _is_left_to_people(label):
        return None
    cursor.take(K.CLOSE)
    return ItemPoints(*cursor.span(start), label, points)


def _is_left_to_people(label: str) -> bool:
    return bool(_BY_PEOPLE.search(label))


def _gives(cursor: Cursor) -> bool:
    at = cursor.at
    points = points_of(cursor)
    is_given = points is not None and (
        cursor.tokens[cursor.at - 1].kind in (K.POINTS, K.NOTHING, K.FULL)
    )
    cursor.at = at
    return is_given


def _is_new_clause(cursor: Cursor, ahead: int) -> bool:
    return cursor.kind(ahead) in (K.EACH, K.ELSE, K.UNTIL_GONE, K.UP_TO_FULL)


def equal_items(cursor: Cursor) -> Clause | None:
    """``5项预期效益指标…各2分``."""
    start = cursor.at
    number, measure, words = cursor.take(K.NUMBER), cursor.take(K.MEASURE), cursor.take(K.WORD)
    if not (number and measure and words) or not words.text.endswith(("各", "各得", "各计")):
        return None
    points = points_of(cursor)
    if not isinstance(points, Fraction) or number.value is None:
        return None
    return EqualItems(*cursor.span(start), int(number.value), points, words.text)


def each_gain(cursor: Cursor) -> Clause | None:
    """``每符合一项得1分``, ``每次1分``, ``每个站点0.5分``."""
    start = cursor.at
    many = cursor.take(K.NUMBER) if cursor.kind(1) is K.MEASURE else None
    if many is not None:  # 五项工作每完成一项
        cursor.take(K.MEASURE)
        cursor.take(K.WORD)
    named_at = cursor.at
    if many is None and cursor.take(K.WORD) and not is_name(cursor.said(named_at, cursor.at)):
        return None
    if not cursor.take(K.EACH):
        return None
    words_at = cursor.at
    while cursor.kind() in _COUNTED_WORDS:
        cursor.at += 1
    number = cursor.take(K.NUMBER)
    measure = cursor.take(K.MEASURE)
    while cursor.kind() in _COUNTED_WORDS:
        cursor.at += 1
    said = cursor.said(words_at, cursor.at)
    cursor.take(K.COMMA)
    count = number.value if number is not None else Fraction(1)
    points = points_of(cursor)
    if measure is None or not count or not isinstance(points, Fraction) or points <= 0:
        return None
    if many is not None and (many.value or 0) * points != cursor.weight:
        return None
    if not is_name(said) or TURNING & set(said) or any(word in said for word in _BONUS):
        return None
    return EachGain(*cursor.span(start), count, points, measure.text, said)


def no_loss(cursor: Cursor) -> Clause | None:
    """``未发生事故的不扣分``: full marks where there is no fault."""
    start = cursor.at
    if cursor.kind() not in (K.WORD, K.OCCURS):
        return None
    while cursor.kind() in (K.WORD, K.EMPTY, K.OCCURS) and not cursor.is_at("不扣分"):
        cursor.at += 1
    label = cursor.said(start, cursor.at)
    if label.endswith("不扣分"):
        label = label.removesuffix("不扣分").rstrip("的则")
    elif cursor.take(K.NOTHING) is None:
        return None
    if not label.startswith(_NO_FAULT) or not is_name(label.lstrip("未没有无不存在")):
        return None
    if not cursor.said(start, cursor.at).endswith("不扣分"):
        return None
    return ItemPoints(*cursor.span(start), label, Award.FULL)


def otherwise(cursor: Cursor) -> Clause | None:
    """``否则不得分``, ``未达到的不得分``, ``其他情况得3分``."""
    start = cursor.at
    rest = cursor.take(K.ELSE)
    is_else = rest is not None
    label_at = cursor.at
    while cursor.kind() in (K.WORD, K.EMPTY, K.BELOW, K.UNDER, K.OCCURS, K.AT_LEAST):
        cursor.at += 1
    label = cursor.said(label_at, cursor.at)
    is_turned = bool(label) and (label.lstrip("均都")[:1] in TURNING or label in _LACKING)
    if not is_else and not is_turned:
        return None
    points = points_of(cursor)
    if points is None or (not is_else and points != 0):
        return None
    if any(word in cursor.tokens[cursor.at - 1].text for word in ("相应", "对应")):
        label = ""  # 未建立或未执行不得相应分值: each point of a list for itself
    is_rest = rest is not None and rest.text.endswith("情况")
    return Otherwise(*cursor.span(start), points, label, is_rest)
