"""The margin of error against figures worked out otherwise."""

from __future__ import annotations

from fractions import Fraction
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.survey.margin import forms_needed, margin_of_error, root_above, score_interval


@pytest.mark.parametrize(
    ("margin", "population", "forms"),
    [("1/20", None, 385), ("1/10", None, 97), ("1/20", 1000, 278), ("1/20", 100, 80)],
)
def test_sizes_of_samples_as_tables_give_them(
    margin: str, population: int | None, forms: int
) -> None:
    assert forms_needed(Fraction(margin), population) == forms


@given(st.integers(1, 10**5))
def test_margin_is_that_of_the_formula(valid: int) -> None:
    margin = margin_of_error(valid)
    assert margin is not None
    assert float(margin) == pytest.approx(1.96 * sqrt(0.25 / valid), abs=1e-8)


@given(st.integers(1, 10**4), st.integers(0, 10**4))
def test_the_interval_holds_the_share_and_lies_between_nothing_and_all(valid: int, n: int) -> None:
    rate = Fraction(min(n, valid), valid)
    low, high = score_interval(rate, valid) or (Fraction(0), Fraction(0))
    assert 0 <= low <= rate <= high <= 1
    z = 1.96
    p = float(rate)
    middle = (p + z * z / (2 * valid)) / (1 + z * z / valid)
    half = z * sqrt(p * (1 - p) / valid + z * z / (4 * valid * valid)) / (1 + z * z / valid)
    assert float(low) == pytest.approx(max(0.0, middle - half), abs=1e-7)
    assert float(high) == pytest.approx(min(1.0, middle + half), abs=1e-7)


@given(st.fractions(0, 10**6))
def test_roots_are_rounded_up(x: Fraction) -> None:
    root = root_above(x)
    assert root * root >= x
    below = root - Fraction(2, 10**9)
    assert below < 0 or below * below < x


def test_all_asked_leaves_no_error_and_none_asked_none() -> None:
    assert margin_of_error(100, 100) == 0
    assert margin_of_error(0) is None
    assert score_interval(Fraction(1), 0) is None
