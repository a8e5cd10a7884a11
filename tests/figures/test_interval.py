"""Spreads hold every possible value, and their ends are exact."""

import operator
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.figures.interval import MAX_PIECES, Interval, IntervalSet
from jixiao.figures.rounding import round_half_up, whole
from strategies.spreads import inside, spreads

PAIRS = [
    (operator.add, IntervalSet.__add__),
    (operator.sub, IntervalSet.__sub__),
    (operator.mul, IntervalSet.__mul__),
    (operator.truediv, IntervalSet.__truediv__),
    (min, IntervalSet.smaller),
    (max, IntervalSet.larger),
]


@pytest.mark.parametrize(("exact", "image"), PAIRS)
@given(data=st.data(), a=spreads, b=spreads)
def test_image_holds_the_exact_value(exact, image, data, a, b) -> None:
    x, y = data.draw(inside(a)), data.draw(inside(b))
    try:
        found = image(a, b)
    except ZeroDivisionError:
        assert any(piece.low <= 0 <= piece.high for piece in b)
        return
    assert found.contains(exact(x, y))


@given(data=st.data(), a=spreads, digits=st.integers(-1, 3))
def test_steps_hold_the_exact_value(data, a, digits) -> None:
    x = data.draw(inside(a))
    assert a.rounded(digits).contains(round_half_up(x, digits))
    assert a.whole().contains(whole(x))
    assert abs(a).contains(abs(x))


@given(a=spreads, b=spreads)
def test_overlap_and_union(a, b) -> None:
    both, either = a.overlap(b), a.union(b)
    for x in {p.low for p in (*a, *b)} | {p.high for p in (*a, *b)}:
        assert both.contains(x) == (a.contains(x) and b.contains(x))
        assert either.contains(x) == (a.contains(x) or b.contains(x))


@given(a=spreads)
def test_pieces_are_apart_and_ascending(a) -> None:
    for left, right in zip(a.pieces, a.pieces[1:], strict=False):
        touching = left.high == right.low and not left.high_closed and not right.low_closed
        assert left.high < right.low or touching


@pytest.mark.parametrize(
    ("interval", "points"),
    [
        (Interval(Fraction("34.2"), Fraction(36)), (34, 35, 36)),
        (Interval(Fraction("34.2"), Fraction(36), high_closed=False), (34, 35, 36)),
        (Interval(Fraction("34.2"), Fraction("35.99"), high_closed=False), (34, 35)),
        (Interval(Fraction(-1), Fraction(0)), (-1, 0)),
    ],
)
def test_whole_lists_the_jumps(interval: Interval, points: tuple[int, ...]) -> None:
    # just below 36 the pre-rounding still gives 36
    assert IntervalSet((interval,)).whole().points() == points


def test_open_ends_at_a_half() -> None:
    half_up = IntervalSet.of(Fraction(1, 2), 1, low_closed=False, high_closed=False)
    assert half_up.rounded(0).points() == (1,)
    below = IntervalSet.of(Fraction(-1, 2), 0, low_closed=False)
    assert below.rounded(0).points() == (-1, 0)  # pre-rounding brings -0.4999999999 to the half


def test_many_jumps_become_a_hull() -> None:
    found = IntervalSet.of(0, 1000).whole()
    assert found == IntervalSet.of(0, 1000)
    assert len(IntervalSet.of(0, MAX_PIECES - 1).whole().pieces) == MAX_PIECES


def test_products_reach_zero_only_through_a_closed_zero() -> None:
    open_zero = IntervalSet.of(0, 1, low_closed=False)
    assert not (open_zero * IntervalSet.of(1, 2)).contains(0)
    assert (open_zero * IntervalSet.of(0, 2)).contains(0)


def test_empty_interval_is_refused() -> None:
    with pytest.raises(ValueError, match="no number"):
        Interval(Fraction(1), Fraction(1), high_closed=False)


def test_dividing_by_what_nears_zero_is_refused() -> None:
    with pytest.raises(ZeroDivisionError):
        IntervalSet.point(1) / IntervalSet.of(0, 1, low_closed=False)
