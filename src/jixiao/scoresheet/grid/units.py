"""Units that a sheet states next to or above its figures: 单位：万元, 金额（元）, 实际值（%）."""

from __future__ import annotations

import re
from functools import lru_cache

from jixiao.figures import UNITS_OF_MONEY
from jixiao.scoresheet.grid.view import View
from jixiao.scoresheet.words import plain_label

_MONEY = "|".join(UNITS_OF_MONEY)
_STATED = re.compile(rf"(?:金额|货币|计量)?单位[:：]?(?:人民币)?({_MONEY})")
_IN_BRACKETS = re.compile(rf"[(\[](?:单位[:：])?(%|{_MONEY})[)\]]")
_PERCENT_LABEL = re.compile(r"[(\[]百分[比点数率][)\]]|%$")


@lru_cache(maxsize=4096)
def unit_in(text: str) -> str:
    """The unit of money, or %, that a label states in brackets or after 单位; empty for none.

    >>> unit_in("年初预算数（元）"), unit_in("单位：万元"), unit_in("实际值（%）")
    ('元', '万元', '%')
    """
    key = plain_label(text)
    match = _IN_BRACKETS.search(key) or _STATED.search(key)
    if match:
        return match[1]
    return "%" if _PERCENT_LABEL.search(key) else ""


def sheet_unit(view: View, *, below: int | None = None) -> str:
    """The unit of money stated for a whole sheet (its first rows, or those above row ``below``)."""
    for cell in view.texts:
        if (below is not None and cell.row >= below) or cell.row > 12:
            return ""
        if unit := stated_unit(cell.raw):
            return unit
    return ""


@lru_cache(maxsize=4096)
def stated_unit(text: str) -> str:
    """The unit of money that a text states after 单位; empty for none."""
    match = _STATED.search(plain_label(text)) if "单位" in text else None
    return match[1] if match else ""
