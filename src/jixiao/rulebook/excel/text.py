"""Small pieces of formula text and the words a formula may show instead of a number."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.finding import chinese_text
from jixiao.rulebook.schema import IfZero

ASK_TEXT = chinese_text("rules.cell.ask")
FULL_TEXT = chinese_text("rules.cell.full")
ZERO_TEXT = chinese_text("rules.cell.zero")
NA_TEXT = chinese_text("rules.cell.na")
PARTIAL_TEXT = chinese_text("rules.cell.partial")
INSTEAD_OF_NUMBERS = frozenset((ASK_TEXT, FULL_TEXT, ZERO_TEXT, NA_TEXT, PARTIAL_TEXT))

SPECIAL: dict[IfZero, str] = {
    "ask": ASK_TEXT,
    "full": FULL_TEXT,
    "zero": ZERO_TEXT,
    "na": NA_TEXT,
}


def quoted(text: str) -> str:
    """Write a text constant."""
    return '"' + text.replace('"', '""') + '"'


def any_of(conditions: Sequence[str]) -> str:
    """Write the condition that one of several holds."""
    return conditions[0] if len(conditions) == 1 else f"OR({','.join(conditions)})"


def rounded(points: str, digits: int) -> str:
    """Round as a score is rounded, pre-rounded."""
    return f"ROUND(ROUND({points},{digits + 8}),{digits})"
