"""Exact values of formulas, against plain arithmetic and at the ties that doubles miss."""

from fractions import Fraction

import pytest

from jixiao.formula.errors import MissingFigure, ZeroDenominator
from jixiao.formula.evaluate import evaluate_formula
from jixiao.formula.parse import parse_formula

F = Fraction
TABLE = {"p": [{"a": F(2), "b": F("0.5")}, {"a": F(3)}, {}, {"a": F("0.95"), "b": F(4)}]}


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("a / b", F(7756, 12884)),
        ("(a - b) / b", F(7756 - 12884, 12884)),
        ("abs(a - b)", F("512.8")),
        ("a / -b", -F(7756, 12884)),
        ("min(a, b, 3)", 3),
        ("max(-1, -2)", -1),
        ("round(a / b, 4)", F("0.602")),
        ("int((95% - a / b) * 100)", 34),
        ("if(a / b >= 95%, 6, max(0, 6 - 0.3 * int((95% - a / b) * 100)))", 0),
        ("if(b = 0, 1, a / b)", F(7756, 12884)),
        ("if(a <> b, 1, 2)", 1),
        ("if(or(a > b, a < 0), 1, 2)", 2),
        ("sum(p.a)", F("5.95")),
        ("mean(p.a)", F("5.95") / 3),
        ("count(p.b)", 2),
        ("sum(p.a * p.b)", F("4.8")),
        ("countif(p.a >= 95%)", 3),
        ("countif(p.a <> 3)", 2),
        ("sum(q.a)", 0),
    ],
)
def test_value(formula, expected) -> None:
    assert (
        evaluate_formula(parse_formula(formula), {"a": F("775.6"), "b": F("1288.4")}, TABLE)
        == expected
    )


def test_whole_percent_short_counts_as_whole_points() -> None:
    tree = parse_formula("int((1 - x) * 100)")
    assert [evaluate_formula(tree, {"x": F(p, 100)}) for p in range(131)] == [
        100 - p for p in range(131)
    ]


def test_a_threshold_missed_by_less_than_the_rounding_is_met() -> None:
    tree = parse_formula("if(x >= 95%, 1, 0)")
    assert evaluate_formula(tree, {"x": F("0.949999995")}) == 1
    assert evaluate_formula(tree, {"x": F("0.94999999")}) == 0


@pytest.mark.parametrize(
    ("formula", "denominator"), [("a / (b - b)", "b - b"), ("mean(q.c)", "count(q.c)")]
)
def test_zero_denominator_names_itself(formula, denominator) -> None:
    with pytest.raises(ZeroDenominator) as raised:
        evaluate_formula(parse_formula(formula), {"a": F(1), "b": F(1)})
    assert raised.value.denominator == parse_formula(denominator)


def test_a_branch_not_taken_may_divide_by_zero() -> None:
    assert evaluate_formula(parse_formula("if(b = 0, 1, a / b)"), {"a": F(1), "b": F(0)}) == 1


def test_missing_figure_is_named() -> None:
    with pytest.raises(MissingFigure) as raised:
        evaluate_formula(parse_formula("a / b"), {"a": F(1)})
    assert raised.value.id == "b"
