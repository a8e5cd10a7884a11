"""Texts of locating a scoresheet that fill slots of findings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "scoresheet.unknown-columns": (
        "，表头认不出而填有数字的有：{columns}",
        "; numbers stand under unknown headers in {columns}",
    ),
    "scoresheet.weight": (
        "指标体系规定{weight}分",
        "the rulebook gives it {weight} points",
    ),
}

CHINESE: Final[Mapping[str, str]] = {
    "scoresheet.block-top": "第{row}行",
    "scoresheet.unknown-header": "{column}列“{header}”",
}
