"""Free rows of target forms: what they are worth, by the evaluator and by the live formula."""

from __future__ import annotations

import itertools
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from jixiao.figures.interval import IntervalSet
from jixiao.figures.quantity import Operator
from jixiao.rulebook.excel.rows import row_formula
from jixiao.rulebook.excel.text import ASK_TEXT
from jixiao.rulebook.kinds.item import ItemScore
from jixiao.rulebook.kinds.judged import Judged
from jixiao.rulebook.kinds.target import FreeRow, Target
from jixiao.rulebook.load import load_rulebook
from jixiao.rulebook.outcome import FigureValue, OutcomeState
from jixiao.rulebook.schema.model import FreeBlock, Role
from jixiao.rulebook.scoring.free_row import evaluate_row
from jixiao.rulebook.source.recover import validated
from libreoffice import recalculate

BOOK = load_rulebook("form-10-50-30-10")
SIGNS = {
    Operator.AT_LEAST: "≥",
    Operator.AT_MOST: "≤",
    Operator.EQUAL: "＝",
    Operator.ABOVE: "＞",
    Operator.BELOW: "＜",
}


def _block(score: Target | ItemScore | Judged) -> FreeBlock:
    return BOOK.blocks[0].changed(score=score)


PLAIN = _block(Target(kind="target"))


def _row(
    sign: Operator | None, target: str, actual: str, weight: str = "10", **more: str
) -> FreeRow:
    return FreeRow(
        operator=sign,
        target=FigureValue(Fraction(target)),
        actual=FigureValue(Fraction(actual)),
        weight=Fraction(weight),
        **more,
    )


@pytest.mark.parametrize(
    ("row", "score", "trace"),
    [
        (_row(Operator.AT_LEAST, "90", "90"), "10", "实际值90，指标值≥90，已达到，得10分"),
        (_row(Operator.AT_LEAST, "90", "120"), "10", "实际值120，指标值≥90，已达到，得10分"),
        (_row(Operator.AT_LEAST, "90", "81"), "9", "实际值81，指标值≥90，10 × 81 ÷ 90，得9分"),
        (_row(Operator.AT_LEAST, "90", "-1"), "0", "实际值-1，指标值≥90，10 × -1 ÷ 90，得0分"),
        (_row(Operator.AT_MOST, "30", "40"), "7.5", "实际值40，指标值≤30，10 × 30 ÷ 40，得7.5分"),
        (_row(Operator.AT_MOST, "0", "2"), "0", "实际值2，指标值≤0，10 × 0 ÷ 2，得0分"),
        (_row(Operator.EQUAL, "4", "5"), "8", "实际值5，指标值＝4，10 × 4 ÷ 5，得8分"),
        (_row(Operator.ABOVE, "4", "4"), "10", "实际值4，指标值＞4，10 × 4 ÷ 4，得10分"),
        (_row(Operator.AT_LEAST, "3", "1"), "3.33", "实际值1，指标值≥3，10 × 1 ÷ 3，得3.33分"),
        (_row(None, "4", "5", direction="反向"), "8", "实际值5，指标值≤4，10 × 4 ÷ 5，得8分"),
        (_row(None, "5", "5"), "10", "实际值5，指标值＝5，已达到，得10分"),
    ],
)
def test_score_and_trace(row: FreeRow, score: str, trace: str) -> None:
    found = evaluate_row(BOOK, PLAIN, row)
    assert (found.score, found.trace and found.trace.zh) == (Fraction(score), trace)


@pytest.mark.parametrize(
    ("row", "state"),
    [
        (_row(Operator.AT_LEAST, "0", "-1"), OutcomeState.ASK),
        (_row(Operator.AT_MOST, "-5", "3"), OutcomeState.ASK),
        (_row(Operator.EQUAL, "0", "-2"), OutcomeState.ASK),
        (_row(None, "5", "4"), OutcomeState.ASK),
        (_row(Operator.AT_LEAST, "5", "4", nature="定性"), OutcomeState.JUDGED),
        (
            FreeRow(Operator.AT_LEAST, None, FigureValue(Fraction(1)), Fraction(5)),
            OutcomeState.MISSING,
        ),
    ],
)
def test_left_to_a_person(row: FreeRow, state: OutcomeState) -> None:
    found = evaluate_row(BOOK, PLAIN, row)
    assert (found.state, found.score) == (state, None)


def test_far_beyond_the_target() -> None:
    beyond = _row(Operator.AT_LEAST, "10", "13.1")
    for over_score, expected in (("ask", None), ("zero", Fraction(0)), ("full", Fraction(10))):
        block = _block(Target(kind="target", over=Decimal("0.3"), over_score=over_score))
        assert evaluate_row(BOOK, block, beyond).score == expected
        assert evaluate_row(BOOK, block, _row(Operator.AT_LEAST, "10", "13")).score == expected
        assert evaluate_row(BOOK, block, _row(Operator.AT_LEAST, "10", "12.9")).score == 10


@pytest.mark.parametrize(
    ("actual", "expected"),
    [("9", 9), ("10", 10), ("12.9", 10), ("13", 9), ("14.9", 9), ("15", None), ("20", 0)],
)
def test_surpassing_a_target_in_steps(actual: str, expected: int | None) -> None:
    steps = [
        {"beyond": "30%", "score": "90%"},
        {"beyond": "50%", "score": "ask"},
        {"beyond": "100%", "score": "zero"},
    ]
    block = _block(validated(Target, {"kind": "target", "over_steps": steps}))
    found = evaluate_row(BOOK, block, _row(Operator.AT_LEAST, "10", actual))
    assert found.score == expected


def test_equal_may_leave_nothing_to_a_miss() -> None:
    block = _block(Target(kind="target", equal="zero"))
    assert evaluate_row(BOOK, block, _row(Operator.EQUAL, "4", "5")).score == 0


def test_typed_digits_widen_the_score() -> None:
    actual = FigureValue(Fraction("62.7"), IntervalSet.of(Fraction("62.65"), Fraction("62.75")))
    row = FreeRow(Operator.AT_LEAST, FigureValue(Fraction(100)), actual, Fraction(2))
    found = evaluate_row(BOOK, PLAIN, row)
    assert found.score == Fraction("1.25")
    assert found.scores is not None
    assert (found.scores.low, found.scores.high) == (Fraction("1.25"), Fraction("1.26"))


def test_item_scores_are_weighted() -> None:
    percent = _block(ItemScore(kind="item", out_of=100))
    row = FreeRow(None, None, None, Fraction(25), item_score=FigureValue(Fraction(96)))
    assert evaluate_row(BOOK, percent, row).score == 24
    assert evaluate_row(BOOK, percent, row).trace == (
        "96 ÷ 100 × 25，得24分",
        "96 ÷ 100 × 25, 24 points",
    )
    share = _block(ItemScore(kind="item", column="coefficient", out_of="100%"))
    assert evaluate_row(BOOK, share, row).state is OutcomeState.JUDGED


CELLS = {
    Role.OPERATOR: "A{0}",
    Role.TARGET: "B{0}",
    Role.ACTUAL: "C{0}",
    Role.WEIGHT: "D{0}",
    Role.NATURE: "E{0}",
}
FIGURES = ("-1", "0", "0.3", "1", "29.7", "30", "33.3", "100")


@pytest.mark.slow
@pytest.mark.libreoffice
@pytest.mark.parametrize(
    "score",
    [
        Target(kind="target"),
        Target(kind="target", equal="zero"),
        Target(kind="target", over=Decimal("0.3")),
        Target(kind="target", over=Decimal("0.1"), over_score="zero"),
    ],
    ids=["share", "zero", "over-ask", "over-zero"],
)
def test_formula_agrees_with_the_evaluator(score: Target, tmp_path: Path) -> None:
    block = _block(score)
    given = list(itertools.product(SIGNS, FIGURES, FIGURES, ("定量", "定性")))
    with xlsxwriter.Workbook(tmp_path / "rows.xlsx") as book:
        sheet = book.add_worksheet()
        for row, (sign, target, actual, nature) in enumerate(given):
            cells = {role: where.format(row + 1) for role, where in CELLS.items()}
            sheet.write_row(row, 0, [SIGNS[sign], float(target), float(actual), 7, nature])
            formula = row_formula(BOOK, block, cells)
            assert formula is not None
            sheet.write_formula(row, 5, f"={formula}", None, 777.77)
    [answer] = recalculate([tmp_path / "rows.xlsx"], tmp_path / "out")
    rows = CalamineWorkbook.from_path(answer).get_sheet_by_index(0).to_python()
    for (sign, target, actual, nature), row in zip(given, rows, strict=True):
        expected = evaluate_row(BOOK, block, _row(sign, target, actual, "7", nature=nature))
        if expected.score is not None:
            assert Fraction(row[5]) == pytest.approx(expected.score), row
        else:
            assert row[5] == (ASK_TEXT if expected.state is OutcomeState.ASK else ""), row
