"""Hypothesis strategies for intervals and spreads, and numbers out of them."""

from fractions import Fraction

from hypothesis import strategies as st

from jixiao.figures.interval import Interval, IntervalSet

numbers = st.builds(Fraction, st.integers(-400, 400), st.sampled_from([1, 2, 8, 10, 100]))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(numbers), draw(numbers)))
    if low == high:
        return Interval(low, high)
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


spreads = st.lists(intervals(), min_size=1, max_size=3).map(IntervalSet.joined)


@st.composite
def inside(draw: st.DrawFn, spread: IntervalSet) -> Fraction:
    """A number of the spread, its closed ends often."""
    piece = draw(st.sampled_from(spread.pieces))
    shares = [Fraction(1, 2), Fraction(1, 10**12), 1 - Fraction(1, 10**12), Fraction(1, 3)]
    shares += [Fraction(0)] if piece.low_closed else []
    shares += [Fraction(1)] if piece.high_closed else []
    return piece.low + draw(st.sampled_from(shares)) * (piece.high - piece.low)
