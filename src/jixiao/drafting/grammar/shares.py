"""Clauses that give points in proportion or by a formula."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from jixiao.drafting.grammar.clauses import Clause, Formula, Proportional
from jixiao.drafting.grammar.cursor import Cursor
from jixiao.drafting.grammar.spelling import TokenKind as K
from jixiao.drafting.grammar.unsure import is_name
from jixiao.drafting.grammar.values import COMPARED, PAUSE, bound_of, named_range_of
from jixiao.rulebook import RateRange

_PLAIN_SIGNS: Final = str.maketrans("（）×＊*＝－÷＋％", "()***=-/+%")
_FORMULA: Final = re.compile(r"得分=(?P<of>[-+*/().\dx%]+)\*(?:该?指标)?(?:分值|权重)")
_OVER_NAME: Final = re.compile(
    r"(?:得分=|按照?)(?P<of>[-+*/().\d%]*(?P<name>[\u4e00-\u9fff]{2,10}率)[-+*/().\d%]*?)"
    r"\*(?:(?P<weight>\d+(?:\.\d+)?)分?|(?:该?指标)?(?:分值|权重))(?:计算)?(?:得分|计分)?"
)
_BY_REACH: Final = re.compile(  # 按实际到位比例计分
    r"(?:否则)?按照?实际?(?:到位|完成|执行|支出|支付|使用|落实|拨付)(?:数?的?|数额)?比例"
    r"(?:计算)?(?:得分|计分|记分|给分|赋分)"
)
_GAINS: Final = ("得分", "计分", "计算得分", "给分", "记分", "赋分")
_BY_SHARE: Final = ("得分", "计分", "计算", "给分", "减分", "记分", "赋分")
_IN_PROPORTION: Final = {
    K.WORD, K.TIMES, K.DIVIDE, K.WEIGHT, K.PROPORTION, K.GIVE, K.POINTS, K.OPEN, K.CLOSE, K.EMPTY,
    K.PERCENT, K.NUMBER, K.EQUAL, K.FULL, K.UP_TO_FULL, K.DASH, K.OFF, K.OVER, K.UNDER, K.OCCURS,
}  # fmt: skip


@dataclass(slots=True)
class _Product:
    """What a proportional clause is made of."""

    weight: Fraction | None = None
    beyond: RateRange | None = None
    divisor: Fraction | None = None
    kinds: Counter[K] = field(default_factory=Counter)
    words: str = ""


def proportional(cursor: Cursor) -> Clause | None:
    """``按比例得分``, ``执行率×分值``, ``得分=20分×执行率``, ``权重×B/A``."""
    start = cursor.at
    cursor.take(K.ELSE)
    product = _Product()
    _take_range(cursor, product)
    while cursor.kind() not in (None, *PAUSE) and not (cursor.at > start and repeats_share(cursor)):
        if not _take_factor(cursor, product):
            return None
    if cursor.kind() is K.COMMA and cursor.kind(1) is K.TAKE:
        return None
    said = cursor.said(start, cursor.at)
    if not _is_share(product, said) or ("减分" in said and not product.beyond):
        return None
    is_two_way = "A" in product.words and "B" in product.words
    is_product = product.kinds[K.TIMES] > 0
    return Proportional(
        *cursor.span(start), product.weight, product.beyond, is_two_way, said, is_product,
        product.divisor,
    )  # fmt: skip


def repeats_share(cursor: Cursor) -> bool:
    """Whether a bracket says the same again as a formula: ``按比例计分(得分=执行率×10)``."""
    if cursor.kind() is not K.OPEN or cursor.kind(1) is not K.WORD:
        return False
    return cursor.tokens[cursor.at + 1].text.startswith(("得分", "即", "公式", "计算公式"))


def _take_range(cursor: Cursor, product: _Product) -> None:
    """``60%≤执行率＜95%，得分=…``: where the product holds."""
    start = cursor.at
    name, found = named_range_of(cursor)
    behind = cursor.at
    cursor.skip(K.EMPTY, K.BETWEEN)
    is_followed = "按" in cursor.said(behind, cursor.at)
    is_followed = is_followed or cursor.take(K.COMMA) is not None
    is_followed = is_followed or cursor.kind() in (K.PROPORTION, K.OPEN)
    is_followed = is_followed or cursor.is_at("按") or cursor.is_at("按照")
    if found is None or found.is_bare or not is_name(name) or not is_followed:
        cursor.at = start
        return
    product.beyond = found.range


def _take_factor(cursor: Cursor, product: _Product) -> bool:
    """Take the next word of a product; False where it can be none."""
    kind, token = cursor.kind(), cursor.tokens[cursor.at]
    if kind in COMPARED and kind is not K.EQUAL and (found := bound_of(cursor)) is not None:
        product.beyond = found.range
        cursor.skip(K.EMPTY)
        cursor.take(K.COMMA)
        return True
    if kind is K.NUMBER and cursor.kind(1) is K.DASH and cursor.kind(-1) is K.OPEN:
        cursor.at += 3  # 单项得分(0-100)
        return True
    if kind is K.WEIGHT and cursor.kind(1) is K.OPEN and cursor.kind(2) is K.NUMBER:
        product.weight = cursor.tokens[cursor.at + 2].value
        cursor.at += 3  # 分值(10分)
        cursor.skip(K.POINTS, K.CLOSE)
        product.kinds[K.TIMES] += 0
        return product.weight is not None
    is_factor = cursor.kind(-1) is K.TIMES
    is_last = is_factor and (cursor.kind(1) in (None, *PAUSE, K.CLOSE) or _is_gain(cursor, 1))
    if kind is K.NUMBER and cursor.kind(1) is K.PERCENT and token.value is not None:
        return _take_percent(cursor, product, token.value / 100)
    if kind is K.NUMBER and (is_last or cursor.kind(1) in (K.POINTS, K.TIMES)):
        product.weight = token.value
    elif kind is K.NUMBER:
        return False
    elif kind is K.WORD:
        product.words += token.text
    elif kind not in _IN_PROPORTION:
        return False
    product.kinds[token.kind] += 1
    cursor.at += 1
    return True


def _take_percent(cursor: Cursor, product: _Product, share: Fraction) -> bool:
    """``×100%``, ``÷90%``, ``与95%的比例``."""
    is_compared = _is_compared_to(cursor)
    is_divided = is_compared or K.DIVIDE in (cursor.kind(-1), cursor.kind(2))
    if share != 1 and (product.divisor is not None or not is_divided):
        return False
    product.divisor = product.divisor if share == 1 else share
    product.kinds[K.DIVIDE] += is_compared
    cursor.at += 2
    return True


def _is_compared_to(cursor: Cursor) -> bool:
    """``实际执行率与95%的比例``: what a rate is divided by."""
    if cursor.kind() is not K.NUMBER or cursor.kind(1) is not K.PERCENT or cursor.at == 0:
        return False
    is_with = cursor.tokens[cursor.at - 1].text[-1:] in ("与", "占", "和")
    behind = cursor.said(cursor.at + 2, cursor.at + 4)
    return is_with and behind.startswith(("的比", "之比"))


def _is_gain(cursor: Cursor, ahead: int) -> bool:
    """Whether a word says that points are given, and nothing else: ``×10计算得分``."""
    if cursor.kind(ahead) not in (K.WORD, K.GIVE):
        return False
    return cursor.tokens[cursor.at + ahead].text in (*_GAINS, "计算", "计", "得")


def _is_share(product: _Product, said: str) -> bool:
    kinds = product.kinds
    factors = kinds[K.WEIGHT] + kinds[K.FULL] + (product.weight is not None)
    is_two_way = "A" in product.words and "B" in product.words
    if not (is_two_way or is_name(_without_gain(product.words))) or factors > 1:
        return False
    if set(product.words) & set("-+") and not (factors == 1 and kinds[K.DIVIDE]):
        return False
    if kinds[K.TIMES] and factors:
        return True
    is_by = said.startswith("按") or (product.beyond is not None and "的按" in said)
    if "的比例" in said and is_by and said.endswith(_GAINS):
        return True
    if _BY_REACH.fullmatch(said):
        return True
    if said.startswith("按") and "率" in product.words and said.endswith(_GAINS):
        return True
    if not kinds[K.PROPORTION]:
        return False
    is_worded = any(word in product.words for word in _BY_SHARE)
    return is_worded or any(kinds[kind] for kind in (K.GIVE, K.POINTS, K.UP_TO_FULL))


def _without_gain(words: str) -> str:
    for word in (
        "得分",
        "计分",
        "记分",
        "赋分",
        "给分",
        "减分",
        "评分",
        "按照",
        "按",
        "未达到",
        "未达",
        "未完成",
    ):
        words = words.replace(word, "")
    return words


def formula(cursor: Cursor) -> Clause | None:
    """``得分=(1-10x)×分值`` over the rate ``x`` alone."""
    start = cursor.at
    while cursor.kind() not in (None, *PAUSE):
        cursor.at += 1
    said = cursor.said(start, cursor.at).translate(_PLAIN_SIGNS)
    found = _FORMULA.fullmatch(_over_x(said, cursor.weight))
    if not found or "x" not in found["of"]:
        return None
    product = re.sub(r"(?<=\d)x", "*x", found["of"])
    return Formula(*cursor.span(start), f"{product} * weight")


def _over_x(said: str, weight: Fraction | None) -> str:
    """Write ``（1-超支率）×5分`` over ``x``, where its points are the weight."""
    found = _OVER_NAME.fullmatch(said)
    if found is None or not set(found["of"]) & set("-+"):
        return said
    is_weight = found["weight"] is None or Fraction(found["weight"]) == weight
    return f"得分={found['of'].replace(found['name'], 'x')}*分值" if is_weight else said
