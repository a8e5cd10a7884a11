"""Exact intervals and small unions of them, each end in or out.

A ``IntervalSet`` is closed under the arithmetic of a rule. Results are exact sets as long as the
operands are independent and at most ``MAX_PIECES`` pieces remain; beyond that it is their hull,
so a spread always holds every value that is possible, sometimes more. Nothing is ever unbounded:
dividing by a spread that comes near zero raises ``ZeroDivisionError``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from jixiao.figures.exact import Exact
from jixiao.figures.rounding import GUARD_DIGITS, round_once

MAX_PIECES = 64

_End = tuple[Fraction, bool]


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers between two exact ends, each end in or out; never empty.

    >>> Interval(Fraction(1), Fraction(2), high_closed=False).contains(Fraction(2))
    False
    """

    low: Fraction
    high: Fraction
    low_closed: bool = True
    high_closed: bool = True

    def __post_init__(self) -> None:
        if self.low < self.high:
            return
        if self.low > self.high or not (self.low_closed and self.high_closed):
            raise ValueError(f"no number lies between {self.low} and {self.high}")

    @property
    def is_point(self) -> bool:
        """Exactly one number."""
        return self.low == self.high

    def contains(self, x: Fraction | int) -> bool:
        """Say whether ``x`` lies inside."""
        above = x > self.low or (self.low_closed and x == self.low)
        return above and (x < self.high or (self.high_closed and x == self.high))

    def __add__(self, other: Interval) -> Interval:
        return _ordered(
            self.low + other.low,
            self.high + other.high,
            self.low_closed and other.low_closed,
            self.high_closed and other.high_closed,
        )

    def __neg__(self) -> Interval:
        return _ordered(-self.high, -self.low, self.high_closed, self.low_closed)

    def __sub__(self, other: Interval) -> Interval:
        return _ordered(
            self.low - other.high,
            self.high - other.low,
            self.low_closed and other.high_closed,
            self.high_closed and other.low_closed,
        )

    def __mul__(self, other: Interval) -> Interval:
        if self.low > 0 and other.low > 0:  # the usual case, at half the price
            return _ordered(
                self.low * other.low,
                self.high * other.high,
                self.low_closed and other.low_closed,
                self.high_closed and other.high_closed,
            )
        mine = ((self.low, self.low_closed), (self.high, self.high_closed))
        others = ((other.low, other.low_closed), (other.high, other.high_closed))
        return _between([_product(a, b) for a in mine for b in others])

    def reciprocal(self) -> Interval:
        """Give 1/x; ``ZeroDivisionError`` where x may be or come arbitrarily near zero."""
        if self.low <= 0 <= self.high:
            raise ZeroDivisionError("the interval reaches zero")
        return _ordered(1 / self.high, 1 / self.low, self.high_closed, self.low_closed)

    def __truediv__(self, other: Interval) -> Interval:
        return self * other.reciprocal()

    def __abs__(self) -> Interval:
        if self.low >= 0:
            return self
        if self.high <= 0:
            return -self
        ends = [(-self.low, self.low_closed), (self.high, self.high_closed)]
        high, closed = _highest(ends)
        return Interval(Exact(0), high, high_closed=closed)

    def smaller(self, other: Interval) -> Interval:
        """Give min(x, y)."""
        return -(-self).larger(-other)

    def larger(self, other: Interval) -> Interval:
        """Give max(x, y)."""
        mine, others = (self.low, self.low_closed), (other.low, other.low_closed)
        if self.low == other.low:
            low, low_closed = self.low, self.low_closed and other.low_closed
        else:
            low, low_closed = max(mine, others)
        high, high_closed = _highest(
            [(self.high, self.high_closed), (other.high, other.high_closed)]
        )
        return Interval(low, high, low_closed, high_closed)

    def overlap(self, other: Interval) -> Interval | None:
        """Give the numbers in both, None where there are none."""
        low, low_closed = max((self.low, not self.low_closed), (other.low, not other.low_closed))
        high, high_closed = min((self.high, self.high_closed), (other.high, other.high_closed))
        if low > high or (low == high and (low_closed or not high_closed)):
            return None
        return Interval(low, high, not low_closed, high_closed)


_new = object.__new__
_put_low = Interval.__dict__["low"].__set__
_put_high = Interval.__dict__["high"].__set__
_put_low_closed = Interval.__dict__["low_closed"].__set__
_put_high_closed = Interval.__dict__["high_closed"].__set__


def _ordered(
    low: Fraction,
    high: Fraction,
    low_closed: bool,  # noqa: FBT001 (as the class itself)
    high_closed: bool,  # noqa: FBT001
) -> Interval:
    """Make an interval whose ends are known to be in order: checking takes most of the time."""
    made = _new(Interval)
    _put_low(made, low)
    _put_high(made, high)
    _put_low_closed(made, low_closed)
    _put_high_closed(made, high_closed)
    return made


def _product(a: _End, b: _End) -> _End:
    """Multiply two ends; a product of zero is reached as soon as one of the zeros is."""
    value = a[0] * b[0]
    if value == 0:
        return value, (a[0] == 0 and a[1]) or (b[0] == 0 and b[1])
    return value, a[1] and b[1]


def _highest(ends: Iterable[_End]) -> _End:
    return max(ends)


def _between(ends: list[_End]) -> Interval:
    low = min(value for value, _ in ends)
    low_closed = any(closed for value, closed in ends if value == low)
    high, high_closed = _highest(ends)
    return Interval(low, high, low_closed, high_closed)


def _merged(pieces: Iterable[Interval]) -> tuple[Interval, ...]:
    """Sort pieces and join those that overlap or touch without a gap."""
    merged: list[Interval] = []
    for piece in sorted(pieces, key=lambda p: (p.low, not p.low_closed)):
        if merged and not _is_gap(merged[-1], piece):
            last = merged[-1]
            high, closed = _highest(
                [(last.high, last.high_closed), (piece.high, piece.high_closed)]
            )
            merged[-1] = Interval(last.low, high, last.low_closed, closed)
        else:
            merged.append(piece)
    return tuple(merged)


def _is_gap(left: Interval, right: Interval) -> bool:
    """Say whether a number is left out between an interval and a later one."""
    if left.high == right.low:
        return not (left.high_closed or right.low_closed)
    return left.high < right.low


@dataclass(frozen=True, slots=True)
class IntervalSet:
    """A small union of disjoint intervals, ascending: what a value may be, as it was written.

    Build one with ``point``, ``of`` or ``joined``. A spread without pieces holds nothing.

    >>> deducted = IntervalSet.of(Fraction("34.2"), Fraction("36.1")).whole()
    >>> [int(p.low) for p in deducted.pieces]
    [34, 35, 36]
    """

    pieces: tuple[Interval, ...]

    @classmethod
    def point(cls, x: Fraction | int) -> IntervalSet:
        """Hold exactly one number."""
        exact = x if type(x) is Fraction else Exact(x)
        return _alone(_ordered(exact, exact, True, True))  # noqa: FBT003

    @classmethod
    def of(
        cls,
        low: Fraction | int,
        high: Fraction | int,
        *,
        low_closed: bool = True,
        high_closed: bool = True,
    ) -> IntervalSet:
        """Hold all numbers between two ends."""
        return _alone(Interval(Exact(low), Exact(high), low_closed, high_closed))

    @classmethod
    def joined(cls, pieces: Iterable[Interval]) -> IntervalSet:
        """Unite intervals in any order; the hull where more than ``MAX_PIECES`` remain."""
        listed = tuple(pieces)
        if len(listed) == 1:
            return cls(listed)
        merged = _merged(listed)
        if len(merged) > MAX_PIECES:
            first, last = merged[0], merged[-1]
            merged = (Interval(first.low, last.high, first.low_closed, last.high_closed),)
        return cls(merged)

    @property
    def low(self) -> Fraction:
        """The lower end; ``IndexError`` where the spread holds nothing."""
        return self.pieces[0].low

    @property
    def high(self) -> Fraction:
        """The upper end; ``IndexError`` where the spread holds nothing."""
        return self.pieces[-1].high

    @property
    def is_point(self) -> bool:
        """Exactly one number."""
        return len(self.pieces) == 1 and self.pieces[0].is_point

    @property
    def is_empty(self) -> bool:
        """No number at all."""
        return not self.pieces

    def contains(self, x: Fraction | int) -> bool:
        """Say whether ``x`` is possible."""
        return any(piece.contains(x) for piece in self.pieces)

    def hull(self) -> Interval:
        """Give the smallest single interval around all pieces."""
        first, last = self.pieces[0], self.pieces[-1]
        if first is last:
            return first
        return Interval(first.low, last.high, first.low_closed, last.high_closed)

    def points(self) -> tuple[Fraction, ...] | None:
        """List the numbers where they are finitely many, None otherwise."""
        if all(piece.is_point for piece in self.pieces):
            return tuple(piece.low for piece in self.pieces)
        return None

    def __iter__(self) -> Iterator[Interval]:
        return iter(self.pieces)

    def __neg__(self) -> IntervalSet:
        if len(self.pieces) == 1:
            return _alone(-self.pieces[0])
        return IntervalSet(tuple(-piece for piece in reversed(self.pieces)))

    def __add__(self, other: IntervalSet) -> IntervalSet:
        return self._moved(other, Interval.__add__) or self._paired(other, Interval.__add__)

    def __sub__(self, other: IntervalSet) -> IntervalSet:
        return self._moved(other, Interval.__sub__) or self._paired(other, Interval.__sub__)

    def __mul__(self, other: IntervalSet) -> IntervalSet:
        return self._moved(other, Interval.__mul__) or self._paired(other, Interval.__mul__)

    def __truediv__(self, other: IntervalSet) -> IntervalSet:
        return self._paired(other, Interval.__truediv__)

    def __abs__(self) -> IntervalSet:
        return IntervalSet.joined(abs(piece) for piece in self.pieces)

    def smaller(self, other: IntervalSet) -> IntervalSet:
        """Give min(x, y) for independent x and y."""
        return self._paired(other, Interval.smaller)

    def larger(self, other: IntervalSet) -> IntervalSet:
        """Give max(x, y) for independent x and y."""
        return self._paired(other, Interval.larger)

    def union(self, other: IntervalSet) -> IntervalSet:
        """Give what either may be."""
        return IntervalSet.joined((*self.pieces, *other.pieces))

    def overlap(self, other: IntervalSet) -> IntervalSet:
        """Give what both may be; may hold nothing."""
        both = (a.overlap(b) for a in self.pieces for b in other.pieces)
        return IntervalSet.joined(piece for piece in both if piece is not None)

    def rounded(self, digits: int) -> IntervalSet:
        """Give the image under ``round_half_up``: single numbers, or the hull where too many."""
        return self._stepped(digits, digits + GUARD_DIGITS, lambda x: round_once(x, digits))

    def whole(self) -> IntervalSet:
        """Give the image under ``INT(ROUND(x,8))``: whole numbers, or the hull where too many."""
        return self._stepped(0, GUARD_DIGITS, lambda x: Exact(x.numerator // x.denominator))

    def _moved(
        self, other: IntervalSet, combine: Callable[[Interval, Interval], Interval]
    ) -> IntervalSet | None:
        """Combine many pieces with one number other than zero, which leaves them apart.

        None where that is not what is asked for. The pieces come out ascending or descending.
        """
        mine, others = self.pieces, other.pieces
        if len(mine) > 1 and len(others) == 1 and others[0].is_point and others[0].low:
            made = [combine(piece, others[0]) for piece in mine]
        elif len(others) > 1 and len(mine) == 1 and mine[0].is_point and mine[0].low:
            made = [combine(mine[0], piece) for piece in others]
        else:
            return None
        return IntervalSet(tuple(made if made[0].low <= made[-1].low else reversed(made)))

    def _paired(
        self, other: IntervalSet, combine: Callable[[Interval, Interval], Interval]
    ) -> IntervalSet:
        mine, others = self.pieces, other.pieces
        if len(mine) == 1 and len(others) == 1:
            return _alone(combine(mine[0], others[0]))
        if len(mine) * len(others) > 4 * MAX_PIECES:
            mine, others = (self.hull(),), (other.hull(),)
        return IntervalSet.joined(combine(a, b) for a in mine for b in others)

    def _stepped(
        self, digits: int, guard: int, step: Callable[[Fraction], Fraction]
    ) -> IntervalSet:
        """Give the image under a rising staircase on a grid of ``digits`` decimals.

        ``guard`` are the decimals of the pre-rounding, finer than the grid: it turns an open end
        into the value that is taken just inside it.
        """
        pieces: list[Interval] = []
        grid = _grid(digits)
        scale = 10**digits if digits >= 0 else 0
        for piece in self.pieces:
            if piece.is_point and scale and scale % piece.low.denominator == 0:
                pieces.append(piece)  # it is on the grid
                continue
            first = step(_just_above(piece.low, guard, closed=piece.low_closed))
            last = step(-_just_above(-piece.high, guard, closed=piece.high_closed))
            if first == last:
                pieces.append(_ordered(first, first, True, True))  # noqa: FBT003
                continue
            steps = (last - first) / grid
            if steps >= MAX_PIECES:
                pieces.append(Interval(first, last))
            else:
                values = (first + index * grid for index in range(int(steps) + 1))
                pieces.extend(_ordered(value, value, True, True) for value in values)  # noqa: FBT003
        return IntervalSet.joined(pieces)


_put_pieces = IntervalSet.__dict__["pieces"].__set__


def _alone(piece: Interval) -> IntervalSet:
    """Make a set of one piece: this is what nearly all are."""
    made = _new(IntervalSet)
    _put_pieces(made, (piece,))
    return made


@lru_cache(maxsize=32)
def _grid(digits: int) -> Fraction:
    return Exact(10) ** -digits


def _just_above(end: Fraction, digits: int, *, closed: bool) -> Fraction:
    """Round a lower end as the first number of its interval is rounded."""
    if closed:
        return round_once(end, digits)
    scale = 10**digits
    numerator, denominator = end.numerator * scale, end.denominator
    return Exact((2 * numerator + denominator) // (2 * denominator), scale)
