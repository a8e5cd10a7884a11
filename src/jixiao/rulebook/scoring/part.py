"""One part of an indicator: gather its figures, take its rate, apply its rule.

Nothing is guessed: a blank input gives MISSING, what the rule leaves to a person gives ASK.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.figures.interval import Spread
from jixiao.formula.errors import ZeroDenominator
from jixiao.formula.evaluate import evaluate as value_of
from jixiao.formula.spread import spread as spread_of
from jixiao.formula.syntax import Tree
from jixiao.rulebook.model import Rulebook
from jixiao.rulebook.outcome import Figures, State, Value
from jixiao.rulebook.scoring.measure import Measure
from jixiao.rulebook.scoring.plan import PartPlan
from jixiao.rulebook.scoring.rows import Rows, point, rows_for
from jixiao.rulebook.scoring.rule import Given
from jixiao.rulebook.scoring.telling import tell_rate

WAITING = {
    State.MISSING: "数据未填全，不能测算",
    State.ASK: "评分标准未规定此种情形，需人工判定",
}


@dataclass(slots=True)
class Known:
    """The figures of one part: exact values, spreads where any figure has one, table rows."""

    exact: dict[str, Fraction]
    spreads: dict[str, Spread]
    rows: Rows
    is_fuzzy: bool


@dataclass(slots=True)
class Result:
    """One part evaluated; ``points`` are unrounded."""

    state: State
    rate: Fraction | None = None
    rates: Spread | None = None
    points: Fraction | None = None
    spread: Spread | None = None
    missing: tuple[str, ...] = ()
    trace: str = ""


def _gather(rulebook: Rulebook, part: PartPlan, figures: Figures) -> Known | Result:
    """Collect what a part needs; a Result where something stands in the way."""
    exact: dict[str, Fraction] = {}
    spreads: dict[str, Spread] = {}
    missing: list[str] = []
    is_fuzzy = False
    for name in part.inputs:
        value = figures.inputs.get(name)
        if value is None:
            if not rulebook.input_by_id[name].optional:
                missing.append(name)
                continue
            value = Value(Fraction(0))
        exact[name] = value.exact
        if value.spread is not None:
            is_fuzzy = True
            spreads[name] = value.spread
    rows = rows_for(rulebook, part.columns, figures.tables) if part.columns else Rows()
    missing += rows.missing
    if missing:
        return Result(State.MISSING, missing=tuple(missing), trace=WAITING[State.MISSING])
    if rows.asks:
        return Result(State.ASK, trace=WAITING[State.ASK])
    is_fuzzy = is_fuzzy or rows.is_fuzzy
    if is_fuzzy:
        spreads = {name: spreads.get(name) or Spread.point(x) for name, x in exact.items()}
    return Known(exact, spreads, rows, is_fuzzy)


def _at_zero(part: PartPlan, known: Known) -> Result | Fraction | None:
    """What a zero denominator means; a Fraction is the rate to go on with, None: no zero."""
    rows = known.rows.exact
    if not any(value_of(zero, known.exact, rows) for zero in part.zeros):
        return None
    both = part.numerator_zero if part.zero_over_zero is not None else None
    if both is not None and value_of(both, known.exact, rows):
        return part.zero_over_zero
    if part.if_zero == "full":
        return Result(State.COMPUTED, points=part.weight, trace="分母为零，按规定得满分")
    if part.if_zero == "zero":
        return Result(State.COMPUTED, points=Fraction(0), trace="分母为零，按规定不得分")
    if part.if_zero == "na":
        return Result(State.NOT_APPLICABLE, trace="分母为零，本指标不适用")
    return Result(State.ASK, trace="分母为零，需人工判定")


def _image(
    tree: Tree, spreads: Mapping[str, Spread], rows: Mapping[str, Sequence[Mapping[str, Spread]]]
) -> Spread | None:
    """The image of a tree; None where a denominator may be zero, so that anything may come out."""
    try:
        return spread_of(tree, spreads, rows)
    except ZeroDenominator:
        return None


def score_part(part: PartPlan, known: Known, rate: Value | None, told: str | None) -> Result:
    """Apply the rule to a rate and the inputs; ``told`` is the rate in words, None: no trace."""
    rule = part.rule
    x = None if rate is None else rate.exact
    rates = None if rate is None else rate.spread
    if rule.tree is None:
        return Result(State.JUDGED, rate=x, rates=rates, trace=told or "")
    values = known.exact if x is None else {**known.exact, "x": x}
    rows = known.rows.exact
    if rule.decided is not None and not value_of(rule.decided, values, rows):
        waiting = f"{told}，" if told else ""
        return Result(State.ASK, rate=x, rates=rates, trace=f"{waiting}{WAITING[State.ASK]}")
    points = value_of(rule.tree, values, rows)
    spread = None
    if rates is not None or known.is_fuzzy:
        spreads = known.spreads or {k: Spread.point(v) for k, v in known.exact.items()}
        if rate is not None:
            spreads = {**spreads, "x": point(rate)}
        spread = _image(rule.tree, spreads, known.rows.spreads)
        if spread is None:
            spread = Spread.of(Fraction(0), part.weight)
    trace = ""
    if told is not None:
        explained = rule.explain(Given(x=x, inputs=known.exact, points=points))
        trace = "，".join(clause for clause in (told, explained) if clause)
    return Result(State.COMPUTED, rate=x, rates=rates, points=points, spread=spread, trace=trace)


def evaluate_part(rulebook: Rulebook, part: PartPlan, figures: Figures, *, traced: bool) -> Result:
    known = _gather(rulebook, part, figures)
    if isinstance(known, Result):
        return known
    if part.rate is None:
        return score_part(part, known, None, "" if traced else None)
    zero = _at_zero(part, known)
    if isinstance(zero, Result):
        return zero
    if zero is not None:
        told = f"分子、分母都为零，按{Measure(part.unit).value(zero)}计" if traced else None
        return score_part(part, known, Value(zero), told)
    rate = Value(
        value_of(part.rate, known.exact, known.rows.exact),
        _image(part.rate, known.spreads, known.rows.spreads) if known.is_fuzzy else None,
    )
    told = tell_rate(part, known.exact, known.rows.exact, rate.exact) if traced else None
    return score_part(part, known, rate, told)
