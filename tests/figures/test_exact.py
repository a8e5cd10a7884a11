"""An ``Exact`` is a ``Fraction`` in every respect: the same values, texts, hashes and errors."""

from __future__ import annotations

import copy
import operator
import pickle
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.figures import Exact

NUMBERS = st.one_of(
    st.fractions(max_denominator=10**9),
    st.integers(-(10**6), 10**6).map(Fraction),
    st.sampled_from([Fraction(0), Fraction(1), Fraction(-1)]),
)
OTHERS = st.one_of(NUMBERS, NUMBERS.map(Exact), st.integers(-99, 99), st.floats(-99, 99, width=16))
ARITHMETIC = (operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv)
COMPARISONS = (operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne)
ALONE: tuple[Callable[[Any], Any], ...] = (
    operator.neg,
    operator.pos,
    abs,
    bool,
    hash,
    int,
    float,
    round,
    str,
    repr,
    Fraction.as_integer_ratio,
)


def outcome(act: Callable[[], Any]) -> Any:
    """What a computation gives, or the kind of error that it ends with."""
    try:
        return act()
    except ZeroDivisionError as error:
        return type(error)


@given(NUMBERS, OTHERS, st.sampled_from((*ARITHMETIC, *COMPARISONS)))
def test_arithmetic_and_comparisons_are_those_of_fractions(
    one: Fraction, other: Any, act: Callable[[Any, Any], Any]
) -> None:
    plain = Fraction(other) if isinstance(other, Exact) else other
    for left, right, expected in (
        (Exact(one), other, outcome(lambda: act(one, plain))),
        (other, Exact(one), outcome(lambda: act(plain, one))),
    ):
        found = outcome(lambda left=left, right=right: act(left, right))
        assert found == expected
        assert isinstance(found, type(expected))


@given(NUMBERS, st.sampled_from(ALONE))
def test_what_is_asked_of_one_number_is_answered_as_by_a_fraction(
    one: Fraction, ask: Callable[[Any], Any]
) -> None:
    assert ask(Exact(one)) == ask(one)


@given(NUMBERS)
def test_a_number_is_in_lowest_terms_and_survives_copies(one: Fraction) -> None:
    again = Exact(one.numerator * 6, one.denominator * 6)
    assert (again.numerator, again.denominator) == (one.numerator, one.denominator)
    assert Exact(-one.numerator * 6, -one.denominator * 6) == one
    for same in (copy.copy(again), copy.deepcopy(again), pickle.loads(pickle.dumps(again))):  # noqa: S301 (its own)
        assert same == one
        assert type(same) is Exact


@pytest.mark.parametrize("written", ["0.602", Decimal("60.2"), 1.5, 7, Fraction(2, 3)])
def test_it_is_made_of_whatever_a_fraction_is_made_of(written: Any) -> None:
    assert Exact(written) == Fraction(written)
    assert type(Exact(written)) is Exact


def test_sums_of_both_kinds_stay_quick() -> None:
    assert type(sum([Exact(1, 2), Fraction(1, 3)])) is Exact
    assert type(Fraction(1, 3) + Exact(1, 2)) is Exact
    with pytest.raises(ZeroDivisionError):
        Exact(1, 0)
