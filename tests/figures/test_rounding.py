"""Rounding against an independent implementation, and the pre-rounding that is part of the rule."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.figures.rounding import round_half_up, round_once, whole

amounts = st.decimals(min_value=-(10**9), max_value=10**9, places=4)


@given(amounts, st.integers(min_value=-2, max_value=4))
def test_rounds_like_decimal_half_up(amount: Decimal, digits: int) -> None:
    with localcontext(prec=60):
        expected = amount.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    assert round_once(Fraction(amount), digits) == Fraction(expected)
    assert round_half_up(Fraction(amount), digits) == Fraction(expected)


@pytest.mark.parametrize(
    ("written", "digits", "expected"),
    [
        ("2.675", 2, "2.68"),
        ("-2.675", 2, "-2.68"),
        ("2.67499999999", 2, "2.68"),  # 2.6749999999|9 becomes 2.675 first
        ("2.6749999999", 2, "2.67"),
        ("0.5", 0, "1"),
        ("-0.5", 0, "-1"),
        ("1250", -2, "1300"),
    ],
)
def test_half_up_with_guard(written: str, digits: int, expected: str) -> None:
    assert round_half_up(Fraction(written), digits) == Fraction(expected)


def test_whole_points_of_every_whole_percent() -> None:
    assert [whole((1 - Fraction(p, 100)) * 100) for p in range(131)] == [
        100 - p for p in range(131)
    ]
