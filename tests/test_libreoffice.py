"""The harness itself: it computes anew, so a wrong cached value or a wrong formula shows."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from libreoffice import recalculate


def _write(path: Path, formula: str, cached: float) -> Path:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("表")
        sheet.write_number("A1", 775.6)
        sheet.write_number("A2", 1288.4)
        sheet.write_formula("A3", formula, None, cached)
    return path


def _value(path: Path) -> object:
    return openpyxl.load_workbook(path, data_only=True)["表"]["A3"].value


@pytest.mark.libreoffice
def test_a_wrong_cached_value_and_a_wrong_formula_are_caught(tmp_path: Path) -> None:
    right = "=ROUND(A1/A2,4)"
    wrong_cache = _write(tmp_path / "wrong-cache.xlsx", right, 0.99)
    wrong_formula = _write(tmp_path / "wrong-formula.xlsx", "=ROUND(A2/A1,4)", 0.602)
    assert [_value(p) for p in (wrong_cache, wrong_formula)] == [0.99, 0.602]
    recalculated = recalculate([wrong_cache, wrong_formula], tmp_path / "out")
    assert [_value(p) for p in recalculated] == [0.602, 1.6612]
