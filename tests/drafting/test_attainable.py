"""Scores that a rule can give, against its own evaluation over many values, and what is any."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.test_sentences import deducts, ladders, weight_for, weights
from jixiao.drafting import attainable_of, attainable_scores, read_standard
from jixiao.formula import evaluate_formula
from jixiao.rulebook import CountedLoss, Deduct, Deductions, Ladder, compile_rule


def numbers(*values: float | str) -> frozenset[Fraction]:
    return frozenset(Fraction(str(value)) for value in values)


@pytest.mark.parametrize(
    ("text", "weight", "scores"),
    [
        ("每发现1处扣0.5分，扣完为止。", 2, numbers(2, 1.5, 1, 0.5, 0)),
        ("每发现1处扣0.5分，最多扣1分。", 2, numbers(2, 1.5, 1)),
        ("每发现1处扣0.5分", 2, numbers(2, 1.5, 1, 0.5, 0)),  # no score is below 0
        ("每出现1次扣3分，扣完为止。", 4, numbers(4, 1, 0)),
        ("制度健全1分，制度合规1分，执行有效1分。", 3, numbers(0, 1, 2, 3)),
        ("有制度得2分；得到执行得3分。", 5, numbers(0, 2, 3, 5)),
        ("≥90%得5分；80%（含）-90%得3分；80%以下不得分。", 5, numbers(5, 3, 0)),
        ("全部完成得3分，部分完成得1.5分，未完成不得分。", 3, numbers(3, 1.5, 0)),
        (
            "≥95%得5分，每低1个百分点扣2分（不足1个百分点的不计），扣完为止。",
            5,
            numbers(5, 3, 1, 0),
        ),
        # any score may be right
        ("≥95%得5分，每低1个百分点扣2分，扣完为止。", 5, None),
        ("≥95%得5分，每低1个百分点扣2分（不足的按比例计），扣完为止。", 5, None),
        ("执行率×分值", 5, None),
        ("按预算执行率计算得分，满分为止。", 5, None),
        ("由评价人在0至5分之间评定", 5, None),
        ("每发现1处酌情扣0.5分，扣完为止。", 2, None),
    ],
)
def test_the_scores_of_a_standard(
    text: str, weight: int, scores: frozenset[Fraction] | None
) -> None:
    assert attainable_of(read_standard(text, Fraction(weight)), 2) == scores


@given(deducts() | ladders(), weights, st.lists(st.integers(-50, 4000), min_size=1))
def test_whatever_the_rate_the_score_is_among_them(
    rule: Deduct | Ladder, weight: Fraction, rates: list[int]
) -> None:
    weight = weight_for(rule, weight)
    scores = attainable_scores(rule, weight, 6)
    tree = compile_rule(rule, weight, "%", {}).tree
    assert tree is not None
    if isinstance(rule, Deduct) and rule.mode == "prorata":
        assert scores is None
        return
    assert scores is not None
    for rate in rates:
        assert evaluate_formula(tree, {"x": Fraction(rate, 2000)}) in scores


def test_losses_of_several_sorts_are_taken_together() -> None:
    one, other = (
        CountedLoss(rate="a", unit="处", full="<= 0", points=p, step=1, mode="whole", cap=cap)
        for p, cap in ((Decimal(1), Decimal(2)), (Decimal("0.5"), Decimal("0.5")))
    )
    rule = Deductions(kind="deductions", items=(one, other))
    assert attainable_scores(rule, Fraction(4), 2) == numbers(4, 3.5, 3, 2.5, 2, 1.5, 0)


def test_so_many_scores_that_none_is_told_from_another_are_none() -> None:
    rule = Deduct(kind="deduct", full="<= 0", points=Decimal("0.001"), step=1, mode="whole")
    assert attainable_scores(rule, Fraction(10), 2) is None
