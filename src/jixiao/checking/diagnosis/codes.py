"""Codes of the checks that a diagnosis looks at: what there is to explain, and where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from jixiao.finding import Finding

EXPLAINABLE: Final = frozenset(
    (
        "C101",
        "C104",
        "C110",
        "D001",
        "D002",
        "D003",
        "D008",
        "D013",
        "D015",
        "D201",
        "D202",
        "D203",
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
        "T106",
        "T107",
        "T110",
        "X101",
        "X102",
        "X107",
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
GRADES: Final = (GRADE, "T107")
TEXT_SCORE: Final = "D008"
TYPED_OVER: Final = ("X101", "X102", "X107")
NO_TOTAL: Final = "T106"
NO_SUM: Final = "T110"
BOUNDS: Final = ("C101", "C110")
WEIGHTS: Final = "C104"
UNDECIDABLE: Final = "R107"
NO_SCORE: Final = "R102"
NO_RESULT: Final = "D004"
OF_SCORES: Final = (NO_SCORE,)
NO_FIGURE: Final = "D021"
NOT_COMPUTED: Final = "R103"
OTHER_WEIGHT: Final = "S105"
ABOVE_WEIGHT: Final = "D212"
OTHER_FORM: Final = "S008"
"""The sheet is hardly one of the rulebook that was ordered."""
NO_COLUMN: Final = ("S110", "S111")
"""The column of self-scores is missing, or two look like it."""
PARTLY: Final = "S120"
UNCHECKED: Final = "T108"
BLANKS: Final = ("D201", "R102", "T106", "T107", "T108", "D004", "E101")
"""What is said of cells that are blank."""

AMBIGUOUS: Final = "D002"
ODD_UNIT: Final = "D015"
LOST_FIGURES: Final = ("D001", AMBIGUOUS, "D005", "D013", ODD_UNIT, "D201", "D202", "D203")
"""What is said of figures that are blank, no figures, or two."""
NOT_FILLED: Final = "D201"
BLANK_GROUP: Final = "D013"
EVERY_GROUP: Final = "*"
ERROR_VALUE: Final = "D003"
OF_TEXT: Final = "#VALUE!"
"""What a formula shows that counts with a text."""


def is_explainable(findings: Iterable[Finding]) -> bool:
    """Whether there is anything whose root could be searched."""
    return any(found.code in EXPLAINABLE for found in findings)


FAR_RATE: Final = "D215"
"""A rate beyond 1000%."""
