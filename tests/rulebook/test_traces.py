"""Traces: derived from the rule's own tree, in both languages, saying nothing twice."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from string import Formatter

import pytest

from jixiao.figures.quantity import Operator
from jixiao.finding.texts import trace as texts
from jixiao.rulebook.cases import run_case
from jixiao.rulebook.kinds.target import FreeRow, Target
from jixiao.rulebook.load import check_rulebook
from jixiao.rulebook.outcome import Figures, FigureValue
from jixiao.rulebook.schema.model import FreeBlock, Indicator, Rulebook
from jixiao.rulebook.scoring.evaluate import evaluate_indicator
from jixiao.rulebook.scoring.free_row import evaluate_row
from jixiao.rulebook.source.recover import validated

SHAPES = check_rulebook(Path(__file__).parent / "shapes.toml")

ENGLISH = {
    ("r1-under", 1): "775.6 ÷ 1288.4 = 60.20%, 34.80 percentage points below 95%, "
    "counted as 34 whole percentage points, 34 × 0.3 = 10.2 points, "
    "more than 6 points, down to 0, 0 points",
    ("r1-started", 3): "the denominator is zero, which earns full marks, 5 points",
    ("r3", 3): "-1.00%, the standard does not provide for this case; a person must decide",
    ("r4", 1): "45 ÷ 100 = 45.00%, 8 × 45.00% ÷ 90% = 4 points, 4 points",
    ("r6", 3): "8.01%, more than 8%, no points, 0 points",
    (
        "r15",
        1,
    ): "the better is 结转结余率: 18 ÷ 100 = 18.00%, 10 × 9% ÷ 18.00% = 5 points, 5 points",
}


@pytest.mark.parametrize(("place", "expected"), ENGLISH.items())
def test_english_trace(place: tuple[str, int], expected: str) -> None:
    indicator = SHAPES.by_id[place[0]]
    trace = run_case(SHAPES, indicator, indicator.cases[place[1]]).trace
    assert trace is not None
    assert trace.en == expected


def test_both_languages_of_a_text_have_the_same_slots() -> None:
    def slots(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    assert [key for key, (zh, en) in texts.TEXTS.items() if slots(zh) != slots(en)] == []


def _row(**written: object) -> Indicator:
    return validated(Indicator, {"id": "r", "path": ["甲"], "name": "数", **written})


def _book(*indicators: Indicator) -> Rulebook:
    inputs = [{"id": "a", "label": "甲", "kind": "count"}]
    return validated(
        Rulebook,
        {
            "format": "jixiao.rulebook/1",
            "id": "mini",
            "version": "1",
            "family": "indicators",
            "name": "示例",
            "provenance": {"status": "illustrative", "source": "示例"},
            "inputs": inputs,
            "indicators": indicators,
        },
    )


@pytest.mark.parametrize("rate", ["abs(a)", "max(a, 0)", "round(a, 0)", "int(a)"])
def test_a_rate_of_one_figure_is_not_said_to_equal_itself(rate: str) -> None:
    ladder = {"kind": "ladder", "steps": [{"when": ">= 0", "score": 4}], "elsewhere": "zero"}
    row = _row(weight=4, rate=rate, rate_unit="项", score=ladder)
    trace = evaluate_indicator(_book(row), row, Figures({"a": FigureValue(Fraction(4))})).trace
    assert trace == ("4项，属于“0项（含）以上”，得4分", "4项, falls under “0项 or more”, 4 points")


def test_a_judged_part_is_named_as_such() -> None:
    parts = [
        {"id": "x", "name": "要素完整", "weight": 2, "score": {"kind": "judged"}},
        {
            "id": "y",
            "name": "数",
            "weight": 2,
            "rate": "a",
            "rate_unit": "项",
            "score": {"kind": "linear", "target": 4},
        },
    ]
    row = _row(weight=4, parts=parts)
    trace = evaluate_indicator(_book(row), row, Figures({"a": FigureValue(Fraction(4))})).trace
    assert trace is not None
    assert trace.zh == "要素完整：由评价人评定；数：4项，达到4项，得2分"
    assert trace.en == "要素完整: left to the evaluator; 数: 4项, reaches 4项, 2 points"


@pytest.mark.parametrize(
    ("score", "actual", "expected"),
    [
        (Target(kind="target", equal="zero"), "5", "实际值5，指标值＝4，未达到，不得分，得0分"),
        (Target(kind="target", equal="share"), "5", "实际值5，指标值＝4，10 × 4 ÷ 5，得8分"),
    ],
)
def test_a_missed_target_says_what_the_rule_does(score: Target, actual: str, expected: str) -> None:
    block = FreeBlock(id="b", path=("产出",), weight=10, score=score)
    row = FreeRow(
        Operator.EQUAL, FigureValue(Fraction(4)), FigureValue(Fraction(actual)), Fraction(10)
    )
    trace = evaluate_row(_book(), block, row).trace
    assert trace is not None
    assert trace.zh == expected


def test_far_over_the_target_without_points() -> None:
    score = Target(kind="target", over=Decimal("0.3"), over_score="zero")
    block = FreeBlock(id="b", path=("产出",), weight=10, score=score)
    row = FreeRow(
        Operator.AT_LEAST, FigureValue(Fraction(10)), FigureValue(Fraction(14)), Fraction(10)
    )
    assert evaluate_row(_book(), block, row).trace == (
        "实际值14，指标值≥10，超过指标值30%以上，不得分，得0分",
        "actual 14, target ≥ 10, more than 30% above the target, no points, 0 points",
    )
