"""Figures per indicator: exact sums over many returns, against plain arithmetic."""

from __future__ import annotations

import statistics
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from jixiao.reporting.record import CheckRecord, IndicatorRecord, RulebookRecord
from jixiao.writing.summary.statistics import (
    FiguresCounter,
    IndicatorFigures,
    root_to_hundredths,
    rulebook_key,
    score_texts,
)

BOOK = RulebookRecord("a", "1", "", "option", 1.0)


def figures_of(*scores: tuple[str | None, str | None], weight: str = "6") -> IndicatorFigures:
    """The figures of one indicator over returns with these claimed and computed scores."""
    figures: dict[tuple[str, str], IndicatorFigures] = {}
    for claimed, computed in scores:
        verdict = "differs" if claimed != computed else "agrees"
        one = IndicatorRecord(
            "x", "甲", verdict, "inputs", weight=weight, claimed_score=claimed,
            computed_score=computed,
        )  # fmt: skip
        record = CheckRecord("a.xlsx", "jixiao", "checked", rulebook=BOOK, indicators=(one,))
        counter = FiguresCounter(figures)
        counter.add(score_texts(record), [(rulebook_key(record), "x", "R101")])
        counter.close()
    (one_figure,) = figures.values()
    return one_figure


def test_points_over_and_under_are_added_up_where_scores_differ() -> None:
    found = figures_of(("6", "5.9"), ("0.1", "0.3"), ("6", "5.9"), ("2", "2"), (None, "1"))
    assert (found.over, found.under, found.differing) == (Fraction("0.2"), Fraction("0.2"), 3)
    assert (found.count, found.mean, found.computed_mean) == (
        4,
        Fraction("3.52"),
        Fraction("3.02"),
    )
    assert found.share_full == Fraction(1, 2)
    assert found.codes == {"R101": 5}


def test_ten_times_a_tenth_is_one() -> None:
    assert figures_of(*[("0.1", "0")] * 10).over == 1


def test_without_scores_there_are_no_figures() -> None:
    found = figures_of((None, None))
    assert (found.mean, found.computed_mean, found.deviation, found.share_full) == (
        None,
        None,
        None,
        None,
    )


@given(st.lists(st.integers(0, 600).map(lambda n: f"{Decimal(n) / 100}"), min_size=1, max_size=20))
def test_the_deviation_is_that_of_the_population(scores: list[str]) -> None:
    found = figures_of(*[(score, score) for score in scores]).deviation
    exact = Decimal(statistics.pvariance([Fraction(s) for s in scores]).numerator) / Decimal(
        statistics.pvariance([Fraction(s) for s in scores]).denominator
    )
    assert found == Fraction(exact.sqrt().quantize(Decimal("0.01")))


@given(st.fractions(min_value=0, max_value=10_000))
def test_a_root_is_rounded_to_the_nearest_hundredth(square: Fraction) -> None:
    root = root_to_hundredths(square)
    half = Fraction(1, 200)
    assert max(root - half, Fraction(0)) ** 2 <= square <= (root + half) ** 2
    assert (root * 100).denominator == 1
