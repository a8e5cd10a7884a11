"""The codes of the comparison of a report with its sheet; held to the source."""

from __future__ import annotations

from typing import Final

RAISES: Final = (
    "N001",
    "N002",
    "N003",
    "N004",
    "N101",
    "N102",
    "N103",
    "N104",
    "N105",
    "N106",
    "N107",
    "N108",
    "N109",
    "N201",
    "N202",
    "N203",
    "N204",
    "N205",
    "N206",
    "N207",
    "N208",
    "N209",
    "N301",
    "N302",
    "N303",
    "N401",
    "N402",
)
