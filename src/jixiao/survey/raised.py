"""The codes that counting questionnaires may raise; held to the source."""

from __future__ import annotations

from typing import Final

RAISES: Final = (
    "E201",
    "E202",
    "E203",
    "E204",
    "E205",
    "E206",
    "E207",
    "E208",
    "E209",
    "E210",
    "E211",
    "E212",
    "E213",
    "E214",
    "E215",
    "E216",
    "E217",
    "E218",
    "E219",
    "E220",
    "E221",
    "E222",
    "E223",
    "E224",
    "E225",
)
