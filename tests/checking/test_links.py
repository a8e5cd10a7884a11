"""Formulas that take figures from another workbook, and those that only look like it."""

from __future__ import annotations

import pytest

from jixiao.checking.checks.tampering import refers_elsewhere


@pytest.mark.parametrize(
    "formula",
    [
        "[1]表!A1",
        "[1]!名称+1",
        "'[上报.xlsx]表 1'!A1",
        "'C:\\甲\\[a.xlsx]b-c'!A1+2",
        "SUM([a.xlsx]Sheet1!A1:A3)",
    ],
)
def test_another_workbook(formula: str) -> None:
    assert refers_elsewhere(formula)


@pytest.mark.parametrize(
    "formula",
    [
        "SUM(表1[金额])",
        "表1[[#All],[金额]]",
        "[@金额]*2",
        "表1[金额]+基础数据!A1",
        'IF(A1="[1]x!y",1,2)',
    ],
)
def test_columns_of_a_table_and_texts_are_none(formula: str) -> None:
    assert not refers_elsewhere(formula)
