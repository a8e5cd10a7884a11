"""The codes that a diagnosis raises."""

from __future__ import annotations

from typing import Final

RAISES: Final = (
    "D010",
    "D011",
    "D012",
    "D013",
    "D216",
    "D219",
    "D220",
    "D222",
    "D223",
    "D224",
    "R106",
    "R107",
)
