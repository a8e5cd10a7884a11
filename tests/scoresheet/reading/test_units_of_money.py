"""Amounts in any unit of money are read in the form's own, typed behind them or in the column."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

import jixiao
from conftest import ROOT

REFERENCE = ROOT / "samples" / "nanchang-2017-waiqiao.xlsx"
BUDGET = Decimal("1246.8")  # 万元, in 基础数据!C17


@pytest.mark.parametrize(
    ("unit", "in_wan"),
    [("元", 10_000), ("百元", 100), ("千元", 10), ("十万元", "0.1"), ("百万元", "0.01")],
)
def test_a_unit_behind_the_amount(unit: str, in_wan: int | str, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(REFERENCE)
    book["基础数据"]["C17"] = f"{BUDGET * Decimal(in_wan)}{unit}"
    book.save(tmp_path / "one.xlsx")
    check = jixiao.check(tmp_path / "one.xlsx")
    assert {f.severity.value for f in check.findings if f.cell == "C17"} <= {"notice"}
    assert not {f.code for f in check.findings} & {"C101", "R105", "D219", "D216"}


@pytest.mark.parametrize(("unit", "in_wan"), [("百元", 100), ("百万元", "0.01")])
def test_a_unit_in_the_column_of_units(unit: str, in_wan: int | str, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(REFERENCE)
    book["基础数据"]["C17"] = BUDGET * Decimal(in_wan)
    book["基础数据"]["D17"] = unit
    book.save(tmp_path / "one.xlsx")
    check = jixiao.check(tmp_path / "one.xlsx")
    assert not {f.code for f in check.findings} & {"C101", "R105", "R107", "D219", "D216"}
