"""The image of a tree holds every exact value, and is tight where it promises to be."""

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jixiao.figures.interval import IntervalSet
from jixiao.formula.errors import ZeroDenominator
from jixiao.formula.evaluate import evaluate_formula
from jixiao.formula.intervals import evaluate_intervals
from jixiao.formula.parse import parse_formula
from strategies.spreads import inside, spreads
from strategies.trees import NAMES, trees

F = Fraction


@settings(
    max_examples=400, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(data=st.data(), tree=trees)
def test_image_holds_the_exact_value(data, tree) -> None:
    images = {name: data.draw(spreads) for name in NAMES}
    rows = [{"v": data.draw(spreads)} for _ in range(data.draw(st.integers(0, 2)))]
    exact = {name: data.draw(inside(image)) for name, image in images.items()}
    exact_rows = [{"v": data.draw(inside(row["v"]))} for row in rows]
    try:
        image = evaluate_intervals(tree, images, {"t": rows})
    except ZeroDenominator:
        return
    assert image.contains(evaluate_formula(tree, exact, {"t": exact_rows}))


def shown(low: str, high: str) -> IntervalSet:
    return IntervalSet.of(F(low), F(high), high_closed=False)


LADDER = "if(x >= 95%, 5, if(x >= 90%, 4, if(x >= 80%, 3, if(x >= 60%, 1, 0))))"
DEDUCT = "max(0, 6 - 0.3 * int((95% - x) * 100))"


@pytest.mark.parametrize(
    ("formula", "rate", "points"),
    [
        (LADDER, shown("0.8995", "0.9005"), (3, 4)),
        (LADDER, shown("0.6015", "0.6025"), (1,)),
        (LADDER, shown("0.5", "1"), (0, 1, 3, 4, 5)),
        (DEDUCT, shown("0.6015", "0.6025"), (0,)),
        (DEDUCT, shown("0.915", "0.925"), (F("5.1"), F("5.4"))),
        ("if(and(x >= 80%, x < 90%), 3, 0)", shown("0.81", "0.82"), (3,)),
        ("if(and(x >= 80%, x < 90%), x * 0, 1)", shown("0.7", "0.85"), (0, 1)),
        ("if(abs(x) <= 5%, 4, 0)", shown("-0.049", "0.03"), (4,)),
        ("if(x = 0, 1, 2)", IntervalSet.point(0), (1,)),
        ("if(or(x < 0, x > 1), 1, 2)", shown("0.2", "0.9"), (2,)),
    ],
)
def test_scoring_rules_give_the_points_they_jump_between(formula, rate, points) -> None:
    assert evaluate_intervals(parse_formula(formula), {"x": rate}).points() == points


def test_branches_see_only_their_part() -> None:
    tree = parse_formula("if(x > 1, 1, x)")
    assert (
        evaluate_intervals(tree, {"x": shown("0.5", "7")}).hull()
        == IntervalSet.of(F("0.5"), 1 + F(1, 2 * 10**8), high_closed=False).hull()
    )


def test_repeated_figure_in_arithmetic_is_tight() -> None:
    values = {"a": IntervalSet.of(105, 107), "b": IntervalSet.of(100, 102, high_closed=False)}
    found = evaluate_intervals(parse_formula("(a - b) / b"), values)
    assert found == IntervalSet.of(F(3, 102), F(7, 100), low_closed=False)
    assert evaluate_intervals(parse_formula("a / (a + b)"), values).low == F(105, 207)


def test_denominator_that_may_be_zero_is_named() -> None:
    tree = parse_formula("a / (b - 1)")
    with pytest.raises(ZeroDenominator) as raised:
        evaluate_intervals(tree, {"a": IntervalSet.point(1), "b": IntervalSet.of(0, 2)})
    assert raised.value.denominator == parse_formula("b - 1")
