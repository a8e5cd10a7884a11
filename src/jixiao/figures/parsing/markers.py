"""Marks and words that say a cell has nothing to hold: / — 无 不适用."""

from __future__ import annotations

import re
from typing import Final

from jixiao.figures.parsing.characters import plain_characters

_WORDS: Final = frozenset(
    {
        "/",
        "//",
        "\\",
        "*",
        "无",
        "無",
        "暂无",
        "没有",
        "无此项",
        "不适用",
        "不涉及",
        "未涉及",
        "n/a",
        "na",
    }
)
_RULES: Final = re.compile(
    "[-—─一]{2,}|[-—─]|…{1,2}"
)  # 一一 is typed for a dash, a single 一 is one


def is_blank_marker(text: str) -> bool:
    """Whether a text says that there is nothing to fill in.

    >>> is_blank_marker(" －－ "), is_blank_marker("无。"), is_blank_marker("暂无数据")
    (True, True, False)
    """
    bare = plain_characters(text).lower().replace(" ", "").rstrip("。")
    return bare in _WORDS or _RULES.fullmatch(bare) is not None
