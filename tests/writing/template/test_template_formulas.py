"""The template's formulas, recalculated by LibreOffice, agree with the Python evaluator."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from jixiao.rulebook.load import load_rulebook, shipped
from jixiao.rulebook.schema.model import Rulebook
from jixiao.writing.template.book import compose_template
from jixiao.writing.template.filling import Filling
from jixiao.writing.template.page import CachedResult
from jixiao.writing.template.results import results_of
from libreoffice import recalculate
from strategies.fillings import case_fillings, random_filling
from strategies.packed import pack

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
    rows = (
        CalamineWorkbook.from_path(recalculated)
        .get_sheet_by_index(0)
        .to_python(skip_empty_area=False)
    )
    wrong: list[tuple[int, str, object, object]] = []
    for nth, (filling, where) in enumerate(zip(fillings, places, strict=True)):
        expected: Mapping[str, CachedResult] = results_of(rulebook, filling)
        for key, (row, column) in where.items():
            found = rows[row][column]
            if not _agree(found, expected.get(key, "")):
                wrong.append((nth, key, found, expected.get(key, "")))
    return wrong


def _agree(found: object, expected: CachedResult) -> bool:
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


def _wrong(rulebook: Rulebook) -> Mapping[str, CachedResult]:
    """A wrong cached value for every formula: only recalculation removes it."""
    return dict.fromkeys(results_of(rulebook, Filling()), Fraction(77777, 100))


@pytest.mark.slow
@pytest.mark.libreoffice
def test_the_whole_form_recalculates_to_the_evaluators_values(tmp_path: Path) -> None:
    """Names, sums, totals and grades in place: every formula cell of filled forms."""
    rulebook = load_rulebook("nanchang-2017")
    fillings = [random_filling(rulebook, seed) for seed in (0, 1, 4, 11)]
    paths = []
    for nth, filling in enumerate(fillings):
        paths.append(tmp_path / f"filling-{nth}.xlsx")
        paths[-1].write_bytes(compose_template(rulebook, filling, results=_wrong(rulebook)))
    wrong = []
    for filling, path in zip(fillings, recalculate(paths, tmp_path / "out"), strict=True):
        book = openpyxl.load_workbook(path, data_only=True)
        expected = results_of(rulebook, filling)
        cached = openpyxl.load_workbook(
            BytesIO(compose_template(rulebook, filling)), data_only=True
        )
        for sheet, cell, kind, _, key in book["_jixiao"].iter_rows(
            min_row=10, max_col=5, values_only=True
        ):
            if kind == "formula" and ":again" not in str(key) and "-reviewed" not in str(key):
                found = book[str(sheet)][str(cell)].value
                if key == "unfilled":
                    if found != cached[str(sheet)][str(cell)].value:
                        wrong.append((path.name, key, found, cached[str(sheet)][str(cell)].value))
                elif not _agree("" if found is None else found, expected.get(str(key), "")):
                    wrong.append((path.name, key, found, expected.get(str(key), "")))
    assert wrong == []
