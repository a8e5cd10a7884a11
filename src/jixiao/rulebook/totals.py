"""From row scores to a total: rows that do not apply, shared weights, bonus and malus ceilings.

Takes claimed or computed scores by id alike, so that one arithmetic serves both.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from fractions import Fraction

from jixiao.figures.rounding import round_half_up
from jixiao.rulebook.model import Indicator, Rulebook
from jixiao.rulebook.scoring.plan import weight_of


def settled_weights(rulebook: Rulebook, dropped: Collection[str]) -> dict[str, Fraction | None]:
    """The weight of every row once ``dropped`` rows do not apply.

    Weights given to a sibling are added to it; where rows are left out, the others keep their
    weights and the total is rescaled. None is a weight that the department declares.
    """
    found = {i.id: weight_of(rulebook, i) for i in rulebook.indicators}
    for indicator in rulebook.indicators:
        policy = indicator.not_applicable
        if indicator.id not in dropped or policy is None:
            continue
        weight = found[indicator.id]
        if policy.then == "give" and policy.to is not None and weight is not None:
            found[policy.to] = (found[policy.to] or Fraction(0)) + weight
        if policy.then != "full":
            found[indicator.id] = Fraction(0)
    return found


def settled_total(
    rulebook: Rulebook, scores: Mapping[str, Fraction], dropped: Collection[str] = ()
) -> Fraction:
    """Add scores up: rescaled where rows are left out, bonus and malus kept below their ceilings.

    ``scores`` are by indicator id, a malus as points taken; rows missing from it count nothing.
    """
    base, up, down = Fraction(0), Fraction(0), Fraction(0)
    for indicator in rulebook.indicators:
        score = scores.get(indicator.id, Fraction(0))
        if indicator.adjusts == "up":
            up += score
        elif indicator.adjusts == "down":
            down += abs(score)
        else:
            base += score
    left = Fraction(rulebook.total) - _left_out(rulebook, dropped)
    if 0 < left < Fraction(rulebook.total):
        base = base * Fraction(rulebook.total) / left
    if rulebook.ceilings is not None:
        up = min(up, Fraction(rulebook.ceilings.up))
        down = min(down, Fraction(rulebook.ceilings.down))
    return round_half_up(base + up - down, rulebook.digits)


def _left_out(rulebook: Rulebook, dropped: Collection[str]) -> Fraction:
    """The weight of rows that are left out without giving it to another."""
    return sum(
        (weight_of(rulebook, i) or Fraction(0) for i in rulebook.indicators if _drops(i, dropped)),
        Fraction(0),
    )


def _drops(indicator: Indicator, dropped: Collection[str]) -> bool:
    policy = indicator.not_applicable
    return indicator.id in dropped and policy is not None and policy.then == "drop"
