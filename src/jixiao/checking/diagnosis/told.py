"""Codes of the checks that a diagnosis looks at: what there is to explain, and where."""

from __future__ import annotations

from typing import Final

TELLING: Final = frozenset(
    (
        "C101",
        "D002",
        "D008",
        "D211",
        "D212",
        "D213",
        "D214",
        "D215",
        "R101",
        "R105",
        "T101",
        "T102",
        "T103",
        "T105",
        "X101",
        "X102",
    )
)
"""Codes without which there is nothing to explain."""

OUT_OF_REACH: Final = "R101"
RATE: Final = "R105"
ABOUT_SCORE: Final = frozenset(("R101", "R103", "R104"))
SECTION: Final = "T101"
WHOLE: Final = "T102"
SUMS: Final = (SECTION, WHOLE)
GRADE: Final = "T103"
TEXT_SCORE: Final = "D008"
TYPED_OVER: Final = ("X101", "X102")
