"""The codes that finding a scoresheet and reading its cells may raise; held to the source."""

from __future__ import annotations

from typing import Final

RAISES: Final = (
    "D001",
    "D002",
    "D003",
    "D004",
    "D005",
    "D006",
    "D007",
    "D008",
    "D009",
    "S001",
    "S002",
    "S003",
    "S004",
    "S005",
    "S006",
    "S007",
    "S008",
    "S101",
    "S102",
    "S103",
    "S104",
    "S105",
    "S106",
    "S110",
    "S111",
    "S112",
    "S113",
    "S140",
    "X001",
    "X002",
    "X003",
)
