"""Formulas in Chinese."""

import pytest

from jixiao.formula.parse import parse_formula
from jixiao.formula.prose import formula_prose

LABELS = {"a": "预算完成数", "b": "预算数", "t.v": "支出率"}


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("a / b", "预算完成数 ÷ 预算数"),
        ("(a - b) / b", "（预算完成数 － 预算数） ÷ 预算数"),
        ("a - (b - 1)", "预算完成数 － （预算数 － 1）"),
        ("min(a / b, 100%)", "预算完成数 ÷ 预算数与100%中较小者"),
        ("2 * min(a, b)", "2 × （预算完成数与预算数中较小者）"),
        ("mean(t.v)", "支出率平均值"),
        ("countif(t.v >= 95%)", "支出率≥95%的项数"),
        ("if(and(a > 0, b > 0), 1, 0)", "预算完成数＞0且预算数＞0时为1，否则为0"),
        ("-a", "－预算完成数"),
        ("round(a, 1)", "预算完成数（四舍五入保留1位小数）"),
    ],
)
def test_prose(formula, expected) -> None:
    assert formula_prose(parse_formula(formula), LABELS) == expected


def test_a_rate_as_the_forms_write_it() -> None:
    assert (
        formula_prose(parse_formula("a / b"), LABELS, percent=True) == "预算完成数 ÷ 预算数 × 100%"
    )
    assert (
        formula_prose(parse_formula("1 - a / b"), LABELS, percent=True)
        == "（1 － 预算完成数 ÷ 预算数） × 100%"
    )
