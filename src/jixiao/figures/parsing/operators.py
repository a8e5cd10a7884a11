"""Signs and words that bound a figure: ≥ ≧ >= 大于等于 不少于; 以上 and 以内 behind it."""

from __future__ import annotations

from typing import Final

from jixiao.figures.parsing.characters import plain_characters
from jixiao.figures.quantity import Operator

OPERATORS: Final[dict[str, Operator]] = {
    **dict.fromkeys(
        ("≥", ">=", "=>", "大于等于", "大于或等于", "不少于", "不低于", "不小于", "至少", "≥="),
        Operator.AT_LEAST,
    ),
    **dict.fromkeys(
        ("≤", "<=", "=<", "小于等于", "小于或等于", "不超过", "不高于", "不大于", "不多于", "至多"),
        Operator.AT_MOST,
    ),
    **dict.fromkeys((">", "大于", "高于", "超过", "多于"), Operator.ABOVE),
    **dict.fromkeys(("<", "小于", "低于", "少于"), Operator.BELOW),
    **dict.fromkeys(("=", "等于", "=="), Operator.EQUAL),
}
SUFFIXES: Final[dict[str, Operator]] = {
    **dict.fromkeys(("及以上", "(含)以上", "以上"), Operator.AT_LEAST),
    **dict.fromkeys(("及以下", "(含)以下", "以下", "以内", "之内"), Operator.AT_MOST),
}


def typed_operator(text: str) -> Operator | None:
    """Give the bound that a text states and nothing else; None where it states none.

    >>> typed_operator("≧"), typed_operator("不小于"), typed_operator("定量")
    (<Operator.AT_LEAST: '>='>, <Operator.AT_LEAST: '>='>, None)
    """
    return OPERATORS.get(plain_characters(text).replace(" ", ""))
