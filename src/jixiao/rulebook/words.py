"""The words that forms and rulebooks share: answers, natures and directions of an indicator."""

from __future__ import annotations

from typing import Final

YES: Final = "是"
NO: Final = "否"
QUANTITATIVE: Final = "定量"
QUALITATIVE: Final = "定性"
FORWARD: Final = "正向"  # more is better
REVERSED: Final = ("反向", "逆向", "负向")  # less is better


def answer_word(value: object) -> str:
    """Word a truth value as forms do."""
    return YES if value else NO
