"""An indicator made ready for evaluation and Excel: its parts, their trees, what they need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from jixiao.figures import Exact, round_half_up
from jixiao.formula import (
    Binary,
    Call,
    ColumnReference,
    Compare,
    Tree,
    column_names,
    denominators,
    input_names,
    parse_formula,
)
from jixiao.rulebook.kinds import ZERO, Rule, compile_rule
from jixiao.rulebook.schema import IfZero, Indicator, Part, Rulebook, Veto

_VETOES = "veto"


@dataclass(frozen=True, slots=True)
class PartPlan:
    """One summand ready: ``inputs`` and ``column_names`` are all that rate and rule draw on.

    ``numerator_zero`` is the condition that the dividend of a rate is zero, for 0 ÷ 0.
    """

    id: str
    name: str
    weight: Fraction
    shown: bool
    unit: str
    rule: Rule
    rate: Tree | None = None
    if_zero: IfZero | None = None
    zero_over_zero: Fraction | None = None
    zeros: tuple[Tree, ...] = ()  # the conditions that a denominator is zero
    numerator_zero: Tree | None = None
    inputs: tuple[str, ...] = ()
    rule_inputs: tuple[str, ...] = ()  # those that the rule itself draws on
    columns: tuple[ColumnReference, ...] = ()
    percentages: tuple[ColumnReference, ...] = ()  # those columns that are shown with %


@dataclass(frozen=True, slots=True)
class Gift:
    """Weight that another row gives to this one when it does not apply."""

    when: Tree
    conditions: tuple[str, ...]
    weight: Fraction


@dataclass(frozen=True, slots=True)
class VetoPlan:
    """A breach that decides, ready: its condition and the inputs that this needs."""

    veto: Veto
    when: Tree
    conditions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndicatorPlan:
    """An indicator ready; a plain one has a single part."""

    indicator: Indicator
    weight: Fraction
    parts: tuple[PartPlan, ...]
    applies_not: Tree | None = None
    conditions: tuple[str, ...] = ()  # inputs of ``applies_not``
    gifts: tuple[Gift, ...] = ()
    vetoes: tuple[VetoPlan, ...] = ()
    inputs: tuple[str, ...] = ()  # all that the score may rest on, by id
    tables: tuple[str, ...] = ()

    @property
    def shown(self) -> PartPlan:
        """The part whose rate is in the 实际值 column."""
        return next((part for part in self.parts if part.shown), self.parts[0])


def divisors(tree: Tree) -> tuple[Tree, ...]:
    """The denominators that a rulebook must speak of; an empty table is missing, not zero."""
    return tuple(
        d for d in denominators(tree) if not (isinstance(d, Call) and d.function == "count")
    )


def zero_tests(tree: Tree) -> tuple[Tree, ...]:
    """The conditions, one for each denominator, that it is zero."""
    return tuple(Compare("=", divisor, ZERO) for divisor in divisors(tree))


def _numerator_zero(rate: Tree | None) -> Tree | None:
    if isinstance(rate, Binary) and rate.operator == "/":
        return Compare("=", rate.left, ZERO)
    return None


def _needs(trees: list[Tree]) -> tuple[tuple[str, ...], tuple[ColumnReference, ...]]:
    inputs = dict.fromkeys(name for tree in trees for name in input_names(tree) if name != "x")
    return tuple(inputs), tuple(dict.fromkeys(c for tree in trees for c in column_names(tree)))


def _plan_part(rulebook: Rulebook, part: Part | Indicator, weight: Fraction) -> PartPlan:
    if part.score is None:
        raise ValueError(f"{part.id} has no scoring rule")
    rule = compile_rule(part.score, weight, part.rate_unit, rulebook.input_by_id)
    rate = parse_formula(part.rate) if part.rate is not None else None
    zero = part.zero_over_zero
    inputs, used = _needs([t for t in (rate, rule.tree, rule.decided) if t is not None])
    return PartPlan(
        id=part.id,
        name=part.name,
        weight=weight,
        shown=part.shown if isinstance(part, Part) else True,
        unit=part.rate_unit,
        rule=rule,
        rate=rate,
        if_zero=part.if_zero,
        zero_over_zero=None if zero is None else Exact(zero),
        zeros=() if rate is None else zero_tests(rate),
        numerator_zero=_numerator_zero(rate),
        inputs=inputs,
        rule_inputs=_needs([t for t in (rule.tree, rule.decided) if t is not None])[0],
        columns=used,
        percentages=tuple(c for c in used if _is_percentage(rulebook, c)),
    )


def _is_percentage(rulebook: Rulebook, name: ColumnReference) -> bool:
    columns = next(table.columns for table in rulebook.tables if table.id == name.table)
    return any(c.id == name.column and c.unit == "%" for c in columns)


_exact = lru_cache(maxsize=1024)(Exact)  # the same few weights are asked for all the time


def weight_of(rulebook: Rulebook, indicator: Indicator) -> Fraction | None:
    """The weight of a row in points; None where the rulebook leaves it open."""
    if indicator.weight is not None:
        return _exact(indicator.weight)
    for group in rulebook.groups:
        if group.id == indicator.group and group.split == "equal":
            sharing = sum(i.group == group.id for i in rulebook.indicators)
            return round_half_up(Exact(group.weight) / sharing, group.digits)
    return None


def _gifts(rulebook: Rulebook, indicator: Indicator) -> Iterator[Gift]:
    for giver in rulebook.indicators:
        policy = giver.not_applicable
        if policy is None or policy.to != indicator.id or policy.when is None:
            continue
        when = parse_formula(policy.when)
        yield Gift(when, _needs([when])[0], weight_of(rulebook, giver) or Exact(0))


def plan_vetoes(rulebook: Rulebook) -> tuple[VetoPlan, ...]:
    """Make every veto of a rulebook ready, once."""
    found = rulebook.compiled.get(_VETOES)
    if isinstance(found, tuple):
        return found
    trees = [(veto, parse_formula(veto.when)) for veto in rulebook.veto]
    made = tuple(VetoPlan(veto, when, _needs([when])[0]) for veto, when in trees)
    rulebook.compiled[_VETOES] = made
    return made


def _vetoes(rulebook: Rulebook, indicator: Indicator) -> Iterator[VetoPlan]:
    """The vetoes that take all points of a row."""
    for made in plan_vetoes(rulebook):
        row, section = made.veto.row, made.veto.section
        is_inside = section is not None and indicator.path[: len(section)] == section
        if row == indicator.id or is_inside:
            yield made


def _with_figures_used(plan: IndicatorPlan) -> IndicatorPlan:
    """List all inputs and tables that the score of an indicator may rest on, by id."""
    inputs = dict.fromkeys(plan.conditions)
    inputs |= dict.fromkeys(name for gift in plan.gifts for name in gift.conditions)
    inputs |= dict.fromkeys(name for veto in plan.vetoes for name in veto.conditions)
    for part in plan.parts:
        inputs |= dict.fromkeys(part.inputs)
    tables = dict.fromkeys(column.table for part in plan.parts for column in part.columns)
    return replace(plan, inputs=tuple(inputs), tables=tuple(tables))


def plan_indicator(
    rulebook: Rulebook, indicator: Indicator, weight: Fraction | None = None
) -> IndicatorPlan:
    """Make an indicator ready, once per rulebook and weight."""
    key = id(indicator), weight  # the plan keeps the indicator, and so its id
    found = rulebook.compiled.get(key)
    if isinstance(found, IndicatorPlan):
        return found
    asked = weight if weight is not None else weight_of(rulebook, indicator)
    points = asked if asked is not None else Exact(0)
    policy = indicator.not_applicable
    when = parse_formula(policy.when) if policy is not None and policy.when is not None else None
    made = IndicatorPlan(
        indicator=indicator,
        weight=points,
        parts=tuple(_plan_part(rulebook, p, Exact(p.weight)) for p in indicator.parts)
        or (_plan_part(rulebook, indicator, points),),
        applies_not=when,
        conditions=() if when is None else _needs([when])[0],
        gifts=tuple(_gifts(rulebook, indicator)),
        vetoes=tuple(_vetoes(rulebook, indicator)),
    )
    made = _with_figures_used(made)
    rulebook.compiled[key] = made
    return made
