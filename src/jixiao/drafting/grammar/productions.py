"""The clauses of a scoring standard: what each says about points, with its place in the text.

A grammar over tokens, read from left to right with one clause after the other: ranges
(``≤100%，得5分``), losses by steps (``每超1个百分点扣0.5分``), points of a list, shares, what
holds otherwise. Whatever no clause takes becomes ``Unread`` with its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from fractions import Fraction
from typing import Final

from jixiao.drafting.grammar.clauses import (
    Clause,
    ItemMark,
    Lead,
    Remark,
    SentenceEnd,
    Series,
    Unread,
)
from jixiao.drafting.grammar.context import in_context, without_definitions
from jixiao.drafting.grammar.cursor import Cursor
from jixiao.drafting.grammar.gains import (
    NOT_GROWN_WORDS,
    band,
    each_gain,
    equal_items,
    item,
    no_loss,
    not_grown,
    otherwise,
)
from jixiao.drafting.grammar.losses import flat_loss, series, step_loss
from jixiao.drafting.grammar.phrases import (
    POLICIES,
    baseline,
    definition,
    judged,
    limit,
    policy,
    stated_weight,
)
from jixiao.drafting.grammar.shares import formula, proportional, repeats_share
from jixiao.drafting.grammar.spelling import ONE_FORM
from jixiao.drafting.grammar.spelling import TokenKind as K
from jixiao.drafting.grammar.tokens import tokens
from jixiao.drafting.grammar.unsure import HEDGED, HEDGES, TURNING
from jixiao.drafting.grammar.values import PAUSE, where_of
from jixiao.rulebook import RateRange

_EACH_POINT: Final = ("该项分数", "相应分数", "相应分值", "该项分值")
_HARMLESS: Final = (
    "需提供", "须提供", "评价要点", "佐证", "指标解释", "计分标准", "评分标准", "评价标准", "以上",
    "计分方法", "加分", "说明", "注",
)  # fmt: skip
_INTRODUCING: Final = (
    "即",
    "也就是",
    "公式为",
    "计算公式为",
    "计算公式",
    "公式",
    "具体为",
    "以此为基础",
    "在此基础上",
)
_ALL_POINTS: Final = re.compile(
    r"(?:以上|上述|前述)(?:\d|[一二两三四五六七八九十各])*[项条点](?:内容|要点|指标|制度|条件)?(?:中|内)?"
)
_MEASURED: Final = re.compile(
    r"(?:按照?|根据|依据|以)[^分扣得,，。；\d]*(?:比例|比率|比重|率|数量|次数|结果|法)"
    r"(?:进行|来|分段|分档)?(?:计算|计分|评分|打分|赋分|确定得分|计算得分)?"
)  # 按照结余占预算的比例计算: the steps follow
_GROWN: Final = re.compile(
    r"(?:[较比]|同比)(?:上年|去年|上一年)?(?:度|决算数|同期|实际)?的?(?:有所)?(?:增长|增加|上升|超过)的?"
)
_ROUNDED: Final = re.compile(
    r"(?:最终|计算)?(?:得分|结果|分数|分值)?(?:按)?(?:四舍五入)?,?(?:保留)?(?:小数点?后?)?(?:两|2|二)位(?:小数)?"
    r"(?:,?四舍五入)?"
)
_MET_GIVES: Final = re.compile(r"(?:满足|符合|达到|达标|完成|具备)(?:要求|条件)?的?(?:即)?得分")
_CONVERTED: Final = re.compile(r"(?:按照?|根据)[\u4e00-\u9fff]{2,12}(?:折算|换算|计算|确定)")
_NAMED: Final = re.compile(r"\(?(?:其中)?[A-Za-z](?:为|表示|是指?|=)[\u4e00-\u9fff]+\)?")
_NO_RULE: Final = (_MET_GIVES, _NAMED, _ALL_POINTS, _MEASURED, _ROUNDED)
_UNSURE: Final = (
    "当", "除", "如", "若", "计分", "扣分", "得分", "减分", "按", "根据", "凡", "只", "仅", "且",
    "或", "外", "情况下",
)  # fmt: skip
_NARROWING: Final = ("的", "类", "者", "时")
_OTHER_SIDE: Final = (
    "未达到", "未完成", "未全部完成", "没有完成", "未达", "不符", "不在此范围", "未满足", "正向",
    "反向", "低于目标", "达不到目标", "小于目标",
)  # fmt: skip
_BEYOND: Final = re.compile(
    r"(?:有?超过|超出|高于|低于|不足|未达标?|超标|超支|不达标|低于此?|少于)(?:部分|目标值?|标准|此比例|该比例|此标准)?的?"
)
_SCORED: Final = ("得分=", "得分＝")
_AT: Final = (
    r"(?:\d+(?:\.\d+)?%|序时进度|目标值?|计划[数值]?|标准|要求|上年水平|预算数?|合同价|概算)"
)
_NOT_FULL: Final = re.compile(
    rf"(?:(?:低于|高于|超过|超出|不足|少于|未达到?){_AT}(?:[或和](?:低于|高于|超过|超出|不足){_AT})?"
    r"|增加|减少|增长|上升|下降|提高|降低|未全?覆盖|未全覆盖|未完成|未全部完成|未达标|未达到|未实现)的?(?:部分)?"
)
_BEARING: Final = {
    K.NUMBER, K.POINTS, K.GIVE, K.TAKE, K.EACH, K.FULL, K.NOTHING, K.PROPORTION, K.VAGUE, K.ELSE,
    K.PERCENT,
}  # fmt: skip
_APART: Final = frozenset((*PAUSE, K.OPEN, K.CLOSE))
Production = Callable[[Cursor], Clause | None]
_NEEDS: Final[tuple[tuple[Production, frozenset[K], tuple[str, ...]], ...]] = (
    (policy, frozenset(), POLICIES),  # one of these kinds, one of these words in the text
    (judged, frozenset({K.DASH}), ("由评价人",)),
    (series, frozenset({K.SERIES}), ()),
    (definition, frozenset({K.DIVIDE, K.TIMES}), ()),
    (limit, frozenset({K.UNTIL_GONE, K.UP_TO_FULL}), ()),
    (formula, frozenset({K.TIMES}), ()),
    (each_gain, frozenset({K.EACH}), ()),
    (equal_items, frozenset({K.MEASURE}), ("各",)),
    (baseline, frozenset({K.STANDARD}), ()),
    (stated_weight, frozenset({K.POINTS}), ()),
    (not_grown, frozenset({K.POINTS, K.FULL, K.NOTHING}), NOT_GROWN_WORDS),
    (band, frozenset({K.NUMBER}), ()),
    (step_loss, frozenset({K.TAKE}), ()),
    (proportional, frozenset({K.PROPORTION, K.TIMES}), ()),
    (proportional, frozenset(), ("按",)),
    (flat_loss, frozenset({K.TAKE}), ()),
    (no_loss, frozenset(), ("不扣分",)),
    (otherwise, frozenset(), (*TURNING, "缺", "否则", "反之", "其他", "其余", "其它")),
    (item, frozenset({K.POINTS, K.NOTHING, K.FULL}), ()),
)


def clauses_of(text: str, weight: Fraction | None = None) -> tuple[Clause, ...]:
    """Read the clauses of a standard, in their order; ``weight`` is that of its row.

    >>> [type(clause).__name__ for clause in clauses_of("≤100%,计5分;每超过一个百分点扣0.5分")]
    ['Band', 'SentenceEnd', 'StepLoss']
    """
    return tuple(_read(Cursor(text, without_definitions(in_context(tokens(text))), weight)))


def hedges_of(text: str, found: Sequence[Clause], unread: Sequence[Unread]) -> list[Unread]:
    """Words such as 酌情 or 除外 that ``unread`` does not hold, each with its place.

    >>> [hedge.text for hedge in hedges_of("原则上每缺一项扣1分", (), ())]
    ['原则上']
    """
    if not any(word in text for word in HEDGES):
        return []
    kept = [(c.start, c.end) for c in unread]
    kept += [(c.start, c.end) for c in found if isinstance(c, Series) or _is_naming(text, c)]
    return [
        Unread(said.start(), said.end(), said[0])
        for said in HEDGED.finditer(text)
        if not any(start <= said.start() < end for start, end in kept)
    ]


def _is_naming(text: str, remark: Clause) -> bool:
    """Whether a remark says what a letter means: 其中A为实际数."""
    return isinstance(remark, Remark) and bool(
        _NAMED.fullmatch(text[remark.start : remark.end].translate(ONE_FORM))
    )


def range_of(text: str) -> RateRange | None:
    """Read a text that is nothing but a range; None where it is none.

    >>> range_of("80%（含）至90%")
    RateRange(low=Fraction(4, 5), high=Fraction(9, 10), low_closed=True, high_closed=False)
    """
    cursor = Cursor(text, in_context(tokens(text)))
    found = where_of(cursor)
    return found.range if found is not None and cursor.kind() is None else None


def _read(cursor: Cursor) -> list[Clause]:
    done: list[Clause] = []
    kinds = {token.kind for token in cursor.tokens}
    productions = list(dict.fromkeys(_wanted(cursor.text, kinds)))
    while cursor.at < len(cursor.tokens):
        token = cursor.tokens[cursor.at]
        if token.kind in _APART and (
            token.kind is not K.OPEN or cursor.kind(1) in (None, *PAUSE) or repeats_share(cursor)
        ):
            cursor.at += 1
            if token.kind is K.STOP:
                done.append(SentenceEnd(token.start, token.end))
        elif token.kind is K.ITEM_MARK:
            done.append(ItemMark(token.start, token.end))
            cursor.at += 1
        else:
            done.append(_clause(cursor, productions))
    return done


def _is_before_formula(cursor: Cursor) -> bool:
    return cursor.kind() is K.COMMA and cursor.said(cursor.at + 1, cursor.at + 3).startswith(
        _SCORED
    )


def _is_other_side(cursor: Cursor, start: int, said: str) -> bool:
    """Whether words before 每 or 得分= only say again where no full marks are: 低于序时进度的."""
    goes_on = cursor.kind(1) is K.EACH or _is_before_formula(cursor)
    if not goes_on or not _NOT_FULL.fullmatch(said):
        return False
    before = {t.value for t in cursor.tokens[:start] if t.kind is K.NUMBER}
    return all(t.value in before for t in cursor.tokens[start : cursor.at] if t.kind is K.NUMBER)


def _wanted(text: str, kinds: Collection[K]) -> Iterator[Production]:
    """The productions that can find something in a text, in their order."""
    for made, needs, words in _NEEDS:
        if needs and needs.isdisjoint(kinds):
            continue
        if not words:
            yield made
            continue
        for word in words:
            if word in text:
                yield made
                break


def _clause(cursor: Cursor, productions: Sequence[Production]) -> Clause:
    start = cursor.at
    for production in productions:
        cursor.at = start
        clause = production(cursor)
        if clause is not None:
            return clause
    cursor.at = start
    return _leftover(cursor)


def _leftover(cursor: Cursor) -> Clause:
    """Words up to the next pause: harmless ones, or what was not understood."""
    start = cursor.at
    cursor.at += 1
    while cursor.kind() not in (None, *PAUSE, K.ITEM_MARK):
        cursor.at += 1
    kinds = {token.kind for token in cursor.tokens[start : cursor.at]}
    said = cursor.said(start, cursor.at)
    first, last = cursor.span(start)
    is_bare = not kinds & _BEARING and not any(word in said for word in _UNSURE)
    is_turning = bool(TURNING & set(said))
    if is_bare and not is_turning and any(word in said for word in _HARMLESS):
        return Remark(first, last)
    is_share = K.PROPORTION in kinds  # 按比例: of what, and from where on
    if said in _INTRODUCING or (not is_share and any(one.fullmatch(said) for one in _NO_RULE)):
        return Remark(first, last)
    if cursor.kind() is K.COMMA and _is_other_side(cursor, start, said):
        return Lead(first, last, said)
    if _CONVERTED.fullmatch(said) and _is_before_formula(cursor):
        return Remark(first, last)
    if said.startswith("每") and said.endswith(_EACH_POINT):
        return Remark(first, last)
    is_followed = cursor.kind() is K.COMMA and cursor.kind(1) is not None
    is_first = start == 0 or cursor.kind(start - cursor.at - 1) is K.ITEM_MARK
    is_rate = said.endswith(("的比例", "的比重", "的比率"))
    is_name = is_first and not is_turning
    is_name &= is_rate or not any(word in said for word in _NARROWING)
    is_beyond = _BEYOND.fullmatch(said) and cursor.kind(1) is K.EACH
    is_other = is_beyond or said.startswith(_OTHER_SIDE) or _GROWN.fullmatch(said)
    if is_followed and is_bare and (is_name or is_other):
        return Lead(first, last, said)
    return Unread(first, last, said)
