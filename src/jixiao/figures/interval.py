"""Exact intervals and small unions of them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers between two exact ends, each end in or out."""

    low: Fraction
    high: Fraction
    low_closed: bool = True
    high_closed: bool = True


@dataclass(frozen=True, slots=True)
class Spread:
    """A small union of disjoint intervals, ascending: what a value may be, given how it was written."""

    pieces: tuple[Interval, ...]
