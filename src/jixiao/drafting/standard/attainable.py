"""Which scores a rule can give at all, whatever the figures are.

Multiples of the points of a step below the weight, the steps of a ladder, sums of a list. Where
points may be any number (in proportion, by a formula, by a person) nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from jixiao.drafting.standard.reading import OpenPoint, StandardReading
from jixiao.figures import round_half_up
from jixiao.rulebook import (
    Cases,
    Checklist,
    Choice,
    CountedLoss,
    Deduct,
    Deductions,
    Ladder,
    Score,
)

_MOST: Final = 2000  # beyond so many, no score is reported from another

Scores = frozenset[Fraction]


def attainable_of(reading: StandardReading, digits: int) -> Scores | None:
    """Give the scores that a wholly read standard can give; None where any may be."""
    is_open = reading.is_percent and OpenPoint.PART_STEP in reading.open
    is_open |= OpenPoint.NO_CAP in reading.open and len(reading.parts) > 1  # no score is below 0
    if not reading.is_whole or is_open:
        return None
    sums: Scores = frozenset({Fraction(0)})
    for part in reading.parts:
        scores = _of_rule(part.rule, part.weight) if part.weight is not None else None
        if scores is None:
            return None
        sums = frozenset(a + b for a in sums for b in scores)
        if len(sums) > _MOST:
            return None
    return _rounded(sums, digits) if reading.parts else None


def attainable_scores(rule: Score, weight: Fraction, digits: int) -> Scores | None:
    """Give the scores that a rule can give for a weight; None where any may be.

    No marks and full marks are always among them: missing cases may give either.

    >>> from jixiao.rulebook import Deduct
    >>> rule = Deduct(kind="deduct", full="<= 0", points=2, step=1, mode="whole")
    >>> sorted(map(int, attainable_scores(rule, Fraction(6), 2)))
    [0, 2, 4, 6]
    """
    scores = _of_rule(rule, weight)
    return None if scores is None else _rounded({*scores, Fraction(0), weight}, digits)


def _rounded(scores: Iterable[Fraction], digits: int) -> Scores:
    return frozenset(round_half_up(score, digits) for score in scores)


def _of_rule(rule: Score, weight: Fraction) -> Scores | None:
    match rule:
        case Deduct():
            return _less(weight, [rule])
        case Deductions():
            return _less(weight, rule.items)
        case Ladder():
            return frozenset(Fraction(s.score) for s in rule.steps) | _elsewhere(rule, weight)
        case Cases():
            if any(isinstance(s.score, str) for s in rule.steps):
                return None
            return frozenset(Fraction(s.score) for s in rule.steps) | _elsewhere(rule, weight)
        case Checklist():
            return _sums(Fraction(item.points) for item in rule.items)
        case Choice():
            return frozenset(map(Fraction, rule.scores.values()))
        case _:
            return None


def _elsewhere(rule: Ladder | Cases, weight: Fraction) -> Scores:
    return frozenset() if rule.elsewhere is None else frozenset({Fraction(0), weight})


def _less(weight: Fraction, losses: Iterable[Deduct | CountedLoss]) -> Scores | None:
    """The weight less any number of steps of each loss, not below zero."""
    left: Scores = frozenset({weight})
    for loss in losses:
        points = Fraction(loss.points)
        if loss.mode == "prorata" or points <= 0 or weight / points > _MOST:
            return None
        most = min(weight, Fraction(loss.cap)) if loss.cap is not None else weight
        taken = {min(points * n, most) for n in range(int(most / points) + 2)}
        left = frozenset(max(Fraction(0), a - b) for a in left for b in taken)
        if len(left) > _MOST:
            return None
    return left


def _sums(points: Iterable[Fraction]) -> Scores | None:
    sums: Scores = frozenset({Fraction(0)})
    for one in points:
        sums |= {one + other for other in sums}
        if len(sums) > _MOST:
            return None
    return sums
