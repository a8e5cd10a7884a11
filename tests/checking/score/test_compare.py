"""Verdicts on single self-scores."""

from __future__ import annotations

from fractions import Fraction

import pytest

from jixiao.checking.model import Verdict
from jixiao.checking.score.compare import compare_score, is_given_by
from jixiao.figures import ReadingState
from jixiao.figures.interval import IntervalSet
from jixiao.figures.quantity import Quantity
from jixiao.rulebook.outcome import Outcome, OutcomeState
from jixiao.scoresheet.model import Reading


def typed(value: str | None, state: ReadingState = ReadingState.FIGURE) -> Reading:
    if value is None:
        return Reading("评分表", "H5", ReadingState.BLANK)
    figures = (Quantity(Fraction(value)),) if state is ReadingState.FIGURE else ()
    return Reading("评分表", "H5", state, text=value, figures=figures)


def computed(score: str, *possible: str) -> Outcome:
    ends = [Fraction(p) for p in possible] or [Fraction(score)]
    scores = IntervalSet.of(min(ends), max(ends))
    return Outcome(OutcomeState.COMPUTED, score=Fraction(score), scores=scores)


@pytest.mark.parametrize(
    ("claimed", "outcome", "verdict"),
    [
        ("4.5", computed("4.5"), Verdict.AGREES),
        ("2.4600001", computed("2.46"), Verdict.AGREES),
        ("4.2", computed("4.5", "4.2", "4.8"), Verdict.AGREES_SHOWN),
        ("4.1", computed("4.5", "4.2", "4.8"), Verdict.DIFFERS),
        ("3", Outcome(OutcomeState.JUDGED), Verdict.JUDGED),
        ("3", Outcome(OutcomeState.MISSING), Verdict.UNDECIDABLE),
        ("3", Outcome(OutcomeState.ASK), Verdict.UNDECIDABLE),
        ("3", Outcome(OutcomeState.MISSING, scores=IntervalSet.of(0, 2)), Verdict.DIFFERS),
        ("2", Outcome(OutcomeState.MISSING, scores=IntervalSet.of(0, 2)), Verdict.UNDECIDABLE),
        (None, computed("4.5"), Verdict.MISSING),
        (None, Outcome(OutcomeState.JUDGED), Verdict.MISSING),
        (None, Outcome(OutcomeState.NOT_APPLICABLE), Verdict.AGREES),
        ("0", Outcome(OutcomeState.NOT_APPLICABLE), Verdict.AGREES),
        ("2", Outcome(OutcomeState.NOT_APPLICABLE), Verdict.UNDECIDABLE),
    ],
)
def test_verdict(claimed: str | None, outcome: Outcome, verdict: Verdict) -> None:
    assert compare_score(typed(claimed), outcome, digits=2) is verdict


@pytest.mark.parametrize("state", [ReadingState.ERROR, ReadingState.TEXT, ReadingState.UNREADABLE])
def test_a_claim_that_is_no_figure_cannot_be_judged(state: ReadingState) -> None:
    assert compare_score(typed("五分", state), computed("5"), digits=2) is Verdict.UNDECIDABLE


@pytest.mark.parametrize("text", ["/", "—", "无"])
def test_a_marker_is_no_self_score(text: str) -> None:
    marker = typed(text, ReadingState.MARKER)
    assert compare_score(marker, computed("5"), digits=2) is Verdict.MISSING


@pytest.mark.parametrize(
    ("claimed", "is_target", "verdict"),
    [
        ("28.4", True, Verdict.AGREES_SHOWN),
        ("28.4", False, Verdict.DIFFERS),
        ("28", True, Verdict.DIFFERS),
    ],
)
def test_one_decimal_is_enough_for_a_target(
    *, claimed: str, is_target: bool, verdict: Verdict
) -> None:
    assert (
        compare_score(typed(claimed), computed("28.37"), digits=2, is_target=is_target) is verdict
    )


RATE = Fraction("775.6") / Fraction("1288.4")  # 60.1987%


@pytest.mark.parametrize(
    ("value", "digits", "given"),
    [("0.602", 1, True), ("0.6020", 2, True), ("0.601", 1, False), ("0.60", 0, True)],
)
def test_a_rate_is_compared_as_it_is_shown(*, value: str, digits: int, given: bool) -> None:
    half = Fraction(1, 2 * 10 ** (digits + 2))
    exact = Fraction(value)
    spread = IntervalSet.of(exact - half, exact + half, high_closed=False)
    shown = Quantity(exact, unit="%", digits=digits, spread=spread)
    assert is_given_by(shown, RATE, None) is given
    bare = Quantity(exact, unit="%", digits=digits)
    assert is_given_by(bare, RATE, None) is given
