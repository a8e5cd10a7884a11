"""The units of scoresheets: how they are spelled, what they measure, how they convert."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from jixiao.figures.exact import Exact
from jixiao.figures.interval import IntervalSet
from jixiao.figures.quantity import Quantity

_SHARES = {
    "%": Exact(1, 100),
    "百分点": Exact(1, 100),
    "‰": Exact(1, 1000),
    "成": Exact(1, 10),
}
_MONEY = {
    "元": 1,
    "百元": 10**2,
    "千元": 10**3,
    "万元": 10**4,
    "十万元": 10**5,
    "百万元": 10**6,
    "千万元": 10**7,
    "亿元": 10**8,
}
_SCALES = {"万": 10**4, "亿": 10**8, "千": 10**3, "百万": 10**6}
_SPELLED = {
    "百分比": "%",
    "个百分点": "百分点",
    "人民币元": "元",
    "块": "元",
    "万元人民币": "万元",
    "万圆": "万元",
    "圆": "元",
    "人民币": "元",
    "平米": "平方米",
    "m2": "平方米",
    "㎡": "平方米",
    "km": "公里",
    "千米": "公里",
    "kg": "公斤",
    "千克": "公斤",
    "t": "吨",
    "天数": "天",
}
_COUNTED = (
    "人次",
    "人",
    "个",
    "次",
    "项",
    "份",
    "家",
    "户",
    "件",
    "台",
    "套",
    "处",
    "座",
    "栋",
    "间",
    "张",
    "条",
    "本",
    "册",
    "篇",
    "场",
    "期",
    "批",
    "辆",
    "名",
    "位",
    "例",
    "所",
    "种",
    "类",
    "宗",
    "起",
    "头",
    "只",
    "株",
    "块",
    "片",
    "段",
    "口",
    "眼",
    "盏",
    "组",
    "支",
    "队",
    "班",
    "门",
    "课时",
    "学时",
    "小时",
    "分钟",
    "天",
    "日",
    "周",
    "个月",
    "月",
    "季度",
    "年",
    "亩",
    "公顷",
    "平方米",
    "平方公里",
    "立方米",
    "米",
    "公里",
    "吨",
    "公斤",
    "斤",
    "升",
    "千瓦时",
    "度",
    "分",
    "倍",
    "人天",
    "车次",
    "班次",
    "村",
    "镇",
    "乡",
    "县",
    "条次",
    "户次",
    "家次",
    "项次",
    "个次",
    "份数",
    "把",
    "棵",
    "点",
    "期次",
)

UNITS: tuple[str, ...] = tuple(
    sorted(
        {*_SHARES, *_MONEY, *_SCALES, *_SPELLED, *_COUNTED}
        | {scale + counted for scale in ("万", "亿", "千", "百") for counted in _COUNTED},
        key=lambda unit: (-len(unit), unit),
    )
)
"""Every spelling that may follow a figure, longest first."""
UNITS_OF_MONEY = tuple(sorted(_MONEY, key=lambda unit: (-len(unit), unit)))
"""The units that amounts are counted in, longest first."""


def spelled(unit: str) -> str:
    """Give the usual spelling of a unit.

    >>> spelled("百分比"), spelled("个")
    ('%', '个')
    """
    return _SPELLED.get(unit, unit)


def factor(unit: str) -> tuple[str, Fraction] | None:
    """Say what a unit measures and how many base units it is; None for an unknown one.

    >>> factor("万元"), factor("万人")
    (('money', Fraction(10000, 1)), ('人', Fraction(10000, 1)))
    """
    usual = spelled(unit)
    if usual in _SHARES:
        return "share", _SHARES[usual]
    if usual in _MONEY:
        return "money", Exact(_MONEY[usual])
    if usual in _SCALES:
        return "", Exact(_SCALES[usual])
    if usual in _COUNTED:
        return usual, Exact(1)
    for scale, worth in (("万", 10**4), ("亿", 10**8), ("千", 10**3), ("百", 10**2)):
        if usual.startswith(scale) and usual[1:] in _COUNTED:
            return usual[1:], Exact(worth)
    return None


_MEASURED = frozenset({
    "亩", "公顷", "平方米", "平方公里", "立方米", "米", "公里", "吨", "公斤", "斤", "升", "千瓦时",
    "度", "分", "倍", "小时", "分钟",
})  # fmt: skip


def counts_things(unit: str) -> bool:
    """Say whether a unit is a counting word, so that a whole number of it is exact; none is one.

    >>> [counts_things(unit) for unit in ("人次", "", "%", "万元", "公里", "万人")]
    [True, True, False, False, False, False]
    """
    usual = spelled(unit)
    return not usual or (usual in _COUNTED and usual not in _MEASURED)


def convert(quantity: Quantity, unit: str) -> Quantity | None:
    """Express a quantity in another unit of the same measure; None where there is no such way.

    A scale without a noun (3万) fits any unit that is not money or a share, and money too.

    >>> convert(Quantity(Fraction(7756000), "元"), "万元").value
    Fraction(3878, 5)
    """
    mine, other = factor(quantity.unit), factor(unit)
    if spelled(quantity.unit) == spelled(unit):
        return replace(quantity, unit=unit)
    if mine is None or other is None or "share" in (mine[0], other[0]):
        return None
    if mine[0] != other[0] and mine[0] != "":
        return None
    by = mine[1] / other[1]
    spread = quantity.spread * IntervalSet.point(by) if quantity.spread is not None else None
    return replace(quantity, value=quantity.value * by, unit=unit, spread=spread)
