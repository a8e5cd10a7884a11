"""The template's formulas, recalculated by LibreOffice, agree with the Python evaluator."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest
from strategies.fillings import case_fillings, random_filling
from libreoffice import recalculate
from strategies.packed import pack
from python_calamine import CalamineWorkbook

from jixiao.rulebook.load import load_rulebook, shipped
from jixiao.rulebook.model import Rulebook
from jixiao.writing.template.filling import Filling
from jixiao.writing.template.page import Result
from jixiao.writing.template.results import results_of

FILLINGS = 520


def _indicator_books() -> list[str]:
    books = (load_rulebook(name) for name in shipped())
    return [b.id for b in books if b.indicators and not b.abstract]


def _disagreements(
    rulebook: Rulebook, fillings: list[Filling], folder: Path
) -> list[tuple[int, str, object, object]]:
    packed = folder / f"{rulebook.id}.xlsx"
    places = list(pack(packed, rulebook, fillings))
    [recalculated] = recalculate([packed], folder / "out")
    rows = CalamineWorkbook.from_path(recalculated).get_sheet_by_index(0).to_python(
        skip_empty_area=False
    )
    wrong: list[tuple[int, str, object, object]] = []
    for nth, (filling, where) in enumerate(zip(fillings, places, strict=True)):
        expected: Mapping[str, Result] = results_of(rulebook, filling)
        for key, (row, column) in where.items():
            found = rows[row][column]
            if not _agree(found, expected.get(key, "")):
                wrong.append((nth, key, found, expected.get(key, "")))
    return wrong


def _agree(found: object, expected: Result) -> bool:
    if isinstance(expected, str):
        return found == expected
    if not isinstance(found, int | float) or isinstance(found, bool):
        return False
    return abs(Fraction(found) - expected) <= Fraction(1, 10**9) * max(1, abs(expected))


@pytest.mark.slow
@pytest.mark.libreoffice
@pytest.mark.parametrize("name", _indicator_books())
def test_formulas_agree_on_random_fillings(name: str, tmp_path: Path) -> None:
    rulebook = load_rulebook(name)
    fillings = [random_filling(rulebook, seed) for seed in range(FILLINGS)]
    assert _disagreements(rulebook, fillings, tmp_path) == []


@pytest.mark.slow
@pytest.mark.libreoffice
@pytest.mark.parametrize("name", _indicator_books())
def test_formulas_agree_on_the_cases_of_the_rulebook(name: str, tmp_path: Path) -> None:
    rulebook = load_rulebook(name)
    assert _disagreements(rulebook, list(case_fillings(rulebook)), tmp_path) == []
