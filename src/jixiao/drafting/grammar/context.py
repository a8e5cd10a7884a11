"""Tokens that cannot be what they look like, taken for plain words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from jixiao.drafting.grammar.spelling import TokenKind as K
from jixiao.drafting.grammar.tokens import Token

_NUMERIC: Final = {K.NUMBER, K.PERCENT, K.PERCENT_POINT, K.MEASURE, K.INCLUDED, K.EXCLUDED}
_FOR_EACH: Final = ("人", "年", "户", "亩", "日", "月", "件", "校", "村")  # 人均成本
_BEHIND: Final = {
    K.OR_MORE: _NUMERIC | {K.POINTS},
    K.OR_LESS: _NUMERIC | {K.POINTS},
    K.STARTED: _NUMERIC,
    K.POINTS: {K.NUMBER},
    K.PERCENT: {K.NUMBER},
}
_SIGNS: Final = ("≤", "<", "≥", ">", "<=", ">=")
_IN_POINTS: Final = (K.POINTS, K.DASH, K.PERCENT)
_RATES: Final = ("率", "度", "比", "比例", "比重")
_PAUSE: Final = {K.COMMA, K.STOP}
_APART: Final = {*_PAUSE, K.ITEM_MARK, K.POINTS, K.EMPTY}
_COMPARED: Final = {K.AT_LEAST, K.AT_MOST, K.ABOVE, K.BELOW, K.EQUAL}
_DOUBTFUL: Final = {
    *(K.GIVE, K.VAGUE, K.TAKE, K.DASH, K.ELSE, K.EMPTY, K.EITHER_SIGN),
    *(*_COMPARED, *_BEHIND),
}


_CERTAIN: Final = frozenset(K) - {K.WORD, K.OVER} - _DOUBTFUL


def in_context(found: Sequence[Token]) -> list[Token]:
    """Take tokens for plain words where they cannot be what they look like."""
    kept: list[Token] = []
    for place, token in enumerate(found):
        if token.kind in _CERTAIN:
            kept.append(token)
            continue
        before = kept[-1] if kept else None
        behind = found[place + 1] if place + 1 < len(found) else None
        further = found[place + 2] if place + 2 < len(found) else None
        if token.text == "超" and behind and behind.kind is K.NUMBER and not _is_each(before):
            token = token._replace(kind=K.ABOVE)  # noqa: PLW2901
        is_it = token.kind not in _DOUBTFUL or _fits(token, before, behind, further)
        one = token if is_it else token._replace(kind=K.WORD)
        if one.kind is K.WORD and _goes_on(kept, one):
            last = kept.pop() if kept[-1].text == "、" else None
            first = kept.pop()
            text = f"{first.text}{'、' if last else ''}{one.text}"
            kept.append(first._replace(text=text, end=one.end))
        else:
            kept.append(one)
    return kept


def _is_each(token: Token | None) -> bool:
    return token is not None and token.kind is K.EACH


def _goes_on(kept: Sequence[Token], one: Token) -> bool:
    """Whether a word is part of the one before it: 截留、挤占、挪用 are one."""
    if not kept:
        return False
    if kept[-1].kind is K.WORD:
        return kept[-1].end == one.start
    is_list = len(kept) > 1 and kept[-1].text == "、" and kept[-2].kind is K.WORD
    return is_list and kept[-2].end == kept[-1].start and kept[-1].end == one.start


def without_definitions(found: Sequence[Token]) -> list[Token]:
    """Leave out brackets behind the name of a rate that say how it is worked out."""
    if all(token.kind is not K.DIVIDE for token in found):
        return list(found)
    kept: list[Token] = []
    at = 0
    while at < len(found):
        is_named = bool(kept) and kept[-1].text.endswith(_RATES) and found[at].kind is K.OPEN
        end = _end_of_definition(found, at) if is_named else None
        if end is None:
            kept.append(found[at])
        at = at + 1 if end is None else end
    return kept


def _end_of_definition(found: Sequence[Token], at: int) -> int | None:
    """Where a bracket that holds a quotient ends; None where it holds points, or more follows."""
    for place in range(at + 1, len(found)):
        if found[place].kind is K.CLOSE:
            inside = {token.kind for token in found[at:place]}
            behind = found[place + 1].kind if place + 1 < len(found) else None
            is_definition = K.DIVIDE in inside and not inside & {K.POINTS, K.GIVE, K.TAKE}
            return place + 1 if is_definition and behind not in (K.TIMES, K.DIVIDE) else None
    return None


def _fits(token: Token, before: Token | None, behind: Token | None, further: Token | None) -> bool:
    if token.kind in _COMPARED:
        return _is_compared(token, before, behind, further)
    next_kind = behind.kind if behind else None
    last_kind = before.kind if before else None
    if token.kind is K.GIVE:
        return next_kind in (K.FULL, K.NOTHING) or (
            next_kind in (K.NUMBER, K.WEIGHT)
            and (next_kind is K.WEIGHT or (further is not None and further.kind in _IN_POINTS))
        )
    if token.kind is K.VAGUE:
        return _is_vague(token, before, behind)
    if token.kind is K.EITHER_SIGN:
        return next_kind is K.NUMBER
    if token.kind is K.TAKE:
        return next_kind in (K.NUMBER, K.WEIGHT, K.FULL)
    if token.kind is K.DASH:
        return last_kind in _NUMERIC and next_kind is K.NUMBER
    if token.kind in _BEHIND:
        return last_kind in _BEHIND[token.kind]
    if token.kind is K.ELSE:
        return last_kind in (None, K.COMMA, K.STOP, K.ITEM_MARK, K.CLOSE, K.POINTS)
    if token.kind is K.EMPTY:
        return (
            (len(token.text) == 1 and last_kind is not K.WORD)
            or next_kind in _PAUSE
            or (next_kind in (K.GIVE, K.TAKE, K.NOTHING, K.NUMBER, K.FULL))
        )
    return True


def _is_compared(
    token: Token, before: Token | None, behind: Token | None, further: Token | None
) -> bool:
    """Whether a word compares: with a number, or behind 每 (每低于目标值1%)."""
    last_kind = before.kind if before else None
    if last_kind is K.EACH or (token.text in _SIGNS and last_kind in _NUMERIC):
        return True
    is_apart = behind is not None and behind.kind is K.EMPTY
    return _is_number(further if is_apart else behind)


def _is_number(token: Token | None) -> bool:
    return token is not None and token.kind is K.NUMBER


def _is_vague(token: Token, before: Token | None, behind: Token | None) -> bool:
    """Whether a vague word is one: not in 人均成本, nor in 折算得分."""
    if token.text == "其中":
        return behind is None or behind.kind is not K.NUMBER  # 达到其中一项
    if token.text == "均":
        if behind is not None and behind.text == "分" and before is not None:
            return before.kind is not K.WORD  # 测评均分90分以上
        is_word = behind is not None and (behind.kind is K.WORD or behind.text[0] in "未不无没")
        is_all = is_word or (behind is not None and behind.text == "按")  # 均按规定
        return not is_all and (before is None or not before.text.endswith(_FOR_EACH))
    if token.text == "之一":
        return behind is None or behind.text not in ("的", "者")  # 存在下列情形之一的
    if token.text == "平均":
        is_begin = before is None or before.kind in _APART or before.kind in _COMPARED
        is_begin |= (
            before is not None and before.kind is K.WORD and before.text[-1] not in "按取求权"
        )
        is_named = behind is not None and behind.kind is K.WORD
        return not (
            is_begin and is_named and behind is not None and behind.text[0] not in "分得计打值确摊"
        )
    return token.text != "折算" or behind is None or behind.kind is not K.GIVE
