"""What an indicator's figures are worth: exact rate and score, and all scores left open.

``evaluate`` starts from inputs, ``evaluate_rate`` from a claimed rate; free rows are in ``free``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from jixiao.figures.interval import Spread
from jixiao.figures.show import number as show
from jixiao.formula.evaluate import evaluate as value_of
from jixiao.formula.syntax import Tree
from jixiao.rulebook.model import Indicator, Rulebook
from jixiao.rulebook.outcome import Figures, Outcome, State, Value
from jixiao.rulebook.scoring.combine import best, not_applicable, one, summed
from jixiao.rulebook.scoring.measure import Measure
from jixiao.rulebook.scoring.part import WAITING, Known, Result, evaluate_part, score_part
from jixiao.rulebook.scoring.plan import Plan, plan
from jixiao.rulebook.scoring.rows import Rows


def _holds(condition: Tree | None, needed: Sequence[str], figures: Figures) -> bool:
    """Whether a condition over inputs holds; one whose inputs are blank does not."""
    if condition is None or any(name not in figures.inputs for name in needed):
        return False
    return bool(value_of(condition, {name: figures.inputs[name].exact for name in needed}))


def _gained(prepared: Plan, figures: Figures) -> Fraction:
    """The weight that rows which do not apply give to this one."""
    return sum(
        (g.weight for g in prepared.gifts if _holds(g.when, g.conditions, figures)), Fraction(0)
    )


def gained_weight(rulebook: Rulebook, indicator: Indicator, figures: Figures) -> Fraction:
    """The points that an indicator can bring beyond its weight, from rows that do not apply."""
    return _gained(plan(rulebook, indicator), figures)


def _enlarged(
    prepared: Plan, results: Sequence[Result], gained: Fraction, *, traced: bool
) -> tuple[Plan, list[Result]]:
    """Scale an indicator and its results up to the weight that it has with what it gains."""
    factor = (prepared.weight + gained) / prepared.weight
    parts = tuple(replace(part, weight=part.weight * factor) for part in prepared.parts)
    told = f"，分值并入{show(gained)}分，按{show(prepared.weight + gained)}分折算" if traced else ""
    scaled = [
        replace(
            result,
            points=None if result.points is None else result.points * factor,
            spread=None if result.spread is None else result.spread * Spread.point(factor),
            trace=result.trace + told if result.trace else "",
        )
        for result in results
    ]
    return replace(prepared, weight=prepared.weight + gained, parts=parts), scaled


def evaluate(
    rulebook: Rulebook,
    indicator: Indicator,
    figures: Figures,
    *,
    traced: bool = True,
    weight: Fraction | None = None,
) -> Outcome:
    """Score an indicator from its inputs; ``weight`` is for rows that declare their own."""
    prepared = plan(rulebook, indicator, weight)
    digits = rulebook.digits
    results = [evaluate_part(rulebook, p, figures, traced=traced) for p in prepared.parts]
    if _holds(prepared.applies_not, prepared.conditions, figures):
        policy = prepared.indicator.not_applicable
        reason = (policy.says if policy is not None else "") or "本指标不适用"
        return not_applicable(prepared, results, reason, traced=traced)
    gained = _gained(prepared, figures)
    if gained:
        prepared, results = _enlarged(prepared, results, gained, traced=traced)
    if len(results) == 1:
        if results[0].state is State.NOT_APPLICABLE:
            return not_applicable(prepared, results, results[0].trace, traced=traced)
        return one(prepared, results[0], digits, traced=traced)
    if indicator.combine == "best":
        return best(prepared, results, digits, traced=traced)
    return summed(prepared, results, digits, traced=traced)


def evaluate_rate(
    rulebook: Rulebook,
    indicator: Indicator,
    rate: Value,
    *,
    traced: bool = True,
    weight: Fraction | None = None,
) -> Outcome:
    """Score an indicator from its rate alone (a fraction: 60.2% is 301/500).

    Where the score has other parts too, only its bounds can be had and the state is MISSING.
    """
    prepared = plan(rulebook, indicator, weight)
    shown = prepared.shown
    told = Measure(shown.unit).value(rate.exact) if traced else None
    nothing = Known({}, {}, Rows(), is_fuzzy=False)
    needed = shown.rule_inputs
    result = (
        Result(State.MISSING, missing=needed, trace=WAITING[State.MISSING])
        if needed or shown.rate is None
        else score_part(shown, nothing, rate, told)
    )
    if len(prepared.parts) == 1:
        return one(prepared, result, rulebook.digits, traced=traced)
    others = Result(State.MISSING, trace=WAITING[State.MISSING])
    results = [result if part is shown else others for part in prepared.parts]
    combine = best if indicator.combine == "best" else summed
    return combine(prepared, results, rulebook.digits, traced=traced)
