"""Which kind of rule clauses make: the first kind that has the clauses it is made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from jixiao.drafting.grammar import (
    Band,
    Baseline,
    Clause,
    EachGain,
    EqualItems,
    FlatLoss,
    Formula,
    ItemPoints,
    JudgedBetween,
    Otherwise,
    Proportional,
    StatedWeight,
    StepLoss,
)
from jixiao.drafting.standard.counts import (
    OFF_TARGET,
    counted_rule,
    flat_losses_rule,
    from_target_rule,
    said_twice_rule,
)
from jixiao.drafting.standard.heard import (
    Heard,
    all_met,
    as_items,
    at_target,
    bare,
    each_of_list,
    gain_of_one,
    none_as_zero,
    one_fault,
    shares_of_faults,
    within_budget,
    without_faults,
)
from jixiao.drafting.standard.ladders import ladder_rule, threshold_rule
from jixiao.drafting.standard.lists import each_gain_rule, equal_items_rule, flat_rule, items_rule
from jixiao.drafting.standard.losses import deduct_rule
from jixiao.drafting.standard.pieces import piecewise_rule
from jixiao.drafting.standard.reading import StandardReading
from jixiao.drafting.standard.shares import (
    formula_rule,
    is_item_score,
    is_to_target,
    item_score_rule,
    judged_rule,
    linear_rule,
    target_rule,
)
from jixiao.drafting.standard.written import NotReadError


def is_of_counts(clause: Clause) -> bool:
    """Whether points hang on a number of faults, of pieces that lack, or of things done."""
    if not isinstance(clause, StepLoss):
        return isinstance(clause, EachGain)
    is_lack = clause.direction == "under" and bool(clause.measure) and clause.beyond is None
    return clause.direction == "count" or (is_lack and clause.is_each)


def _lacks(step: StepLoss) -> bool:
    """Whether a loss is for each fault, or each piece that lacks: ``缺一个部门的扣1分``."""
    return is_of_counts(replace(step, is_each=step.is_each or step.step == 1))


def one_rule(
    text: str, found: Sequence[Clause], weight: Fraction | None, *, asks: bool
) -> StandardReading:
    """Read clauses as one rule, by the first kind of rule that has the clauses it is made of."""
    stated = next((c.points for c in found if isinstance(c, StatedWeight)), None)
    heard = Heard(text, found, weight if weight is not None else stated, asks)
    for kinds, rule in _RULES:
        if all(heard.of(kind) for kind in kinds):
            return rule(heard)
    raise NotReadError


def _by_share(heard: Heard) -> StandardReading:
    if is_to_target(heard):
        return target_rule(heard)
    if is_item_score(heard.of(Proportional)[0].text):
        return item_score_rule(heard)
    if (piecewise := piecewise_rule(heard)) is not None:
        return piecewise
    return linear_rule(heard)


def _by_steps(heard: Heard) -> StandardReading:
    heard = shares_of_faults(heard)
    steps = heard.of(StepLoss)
    is_counted = all(step.direction == "count" for step in steps)
    bands, items = heard.of(Band), heard.of(ItemPoints)
    is_gated = all(b.points == 0 and not b.is_percent for b in bands)
    if bands and items and is_gated and not heard.of(Baseline):
        is_counted |= all(not (s.is_percent or s.beyond) and s.is_each for s in steps)
    if is_counted and (none := without_faults(heard)) is not None:
        return counted_rule(none)
    if is_counted and (met := all_met(heard)) is not None:
        return counted_rule(met)
    is_taken = bool(items) and all(item.points == 0 for item in items) and not is_counted
    if (heard.of(Otherwise) or is_taken) and not bands and all(_lacks(step) for step in steps):
        return flat_losses_rule(heard)
    is_off = all(b.is_percent and OFF_TARGET.fullmatch(bare(b.subject)) for b in bands)
    if bands and is_off and all(s.is_percent and s.is_from_target for s in steps):
        return from_target_rule(heard)
    if heard.of(Band) and not (is_counted and is_gated):
        return deduct_rule(heard)
    if is_counted:
        return counted_rule(heard)
    is_from_target = all(s.is_percent and s.is_from_target for s in steps)
    if all(s.is_percent for s in steps) and (heard.of(ItemPoints) or is_from_target):
        return from_target_rule(heard)
    if heard.of(ItemPoints):
        return said_twice_rule(heard)
    is_from_nothing = not heard.of(Baseline) and not any(s.is_percent or s.beyond for s in steps)
    return counted_rule(heard) if is_from_nothing else deduct_rule(heard)


def _by_flat_losses(heard: Heard) -> StandardReading:
    flat, items = heard.of(FlatLoss), heard.of(ItemPoints)
    is_one = len(flat) == 1 and not heard.of(StepLoss) and any(i.points != 0 for i in items)
    return flat_rule(heard) if is_one else flat_losses_rule(heard)


def _by_items(heard: Heard) -> StandardReading:
    items, others = heard.of(ItemPoints), heard.of(Otherwise)
    said: list[ItemPoints | Otherwise] = [*items, *others]
    is_taken = all(one.points == 0 and one.label for one in said)
    if is_taken and len(items) + len(others) > 1:
        return flat_losses_rule(heard)
    is_else = len(others) == 1 and not others[0].label and heard.is_full_award(others[0].points)
    if is_else and len(items) == 1 and items[0].points == 0:
        return flat_losses_rule(heard)
    if not items:
        raise NotReadError
    return items_rule(each_of_list(heard) or heard)


def _by_bands(heard: Heard) -> StandardReading:
    if (gain := gain_of_one(heard)) is not None:
        return each_gain_rule(gain)
    if (fault := one_fault(heard)) is not None:
        return counted_rule(fault)
    if (listed := as_items(heard)) is not None:
        return items_rule(listed)
    heard = within_budget(heard) or none_as_zero(heard) or at_target(heard) or heard
    return ladder_rule(heard) if len(heard.of(Band)) > 1 else threshold_rule(heard)


_RULES: Final[tuple[tuple[tuple[type[Clause], ...], Callable[[Heard], StandardReading]], ...]] = (
    ((JudgedBetween,), judged_rule),
    ((Formula,), formula_rule),
    ((EqualItems,), equal_items_rule),
    ((EachGain,), each_gain_rule),
    ((FlatLoss,), _by_flat_losses),
    ((Proportional,), _by_share),
    ((StepLoss,), _by_steps),
    ((Band,), _by_bands),
    ((ItemPoints,), _by_items),
    ((Otherwise,), _by_items),
)
