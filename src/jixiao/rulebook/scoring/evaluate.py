"""What an indicator's figures are worth: exact rate and score, and all scores left open.

``evaluate_indicator`` starts from inputs, ``evaluate_rate`` from a claimed rate; free rows are in
``free_row``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from jixiao.figures import Exact, IntervalSet
from jixiao.figures import format_number as show
from jixiao.finding import Bilingual
from jixiao.formula import Tree
from jixiao.formula import evaluate_formula as value_of
from jixiao.rulebook.kinds import Measure
from jixiao.rulebook.outcome import Figures, FigureValue, Outcome, OutcomeState
from jixiao.rulebook.schema import Indicator, Rulebook
from jixiao.rulebook.scoring.combine import (
    outcome_not_applicable,
    outcome_of_best,
    outcome_of_one,
    outcome_of_sum,
    outcome_vetoed,
)
from jixiao.rulebook.scoring.part import (
    WAITING,
    KnownFigures,
    PartResult,
    evaluate_part,
    score_part,
)
from jixiao.rulebook.scoring.plan import IndicatorPlan, plan_indicator
from jixiao.rulebook.scoring.rows import TableRows
from jixiao.rulebook.trace_texts import join_texts, trace_text

_NOTHING = Exact(0)
_KEPT = 2048  # outcomes: those of the return in hand and of some before it
_seen: dict[tuple[int, ...], tuple[tuple[object, ...], Outcome]] = {}
"""Outcomes by the ids of plan and figures, with what keeps these ids."""


def holds(condition: Tree | None, needed: Sequence[str], figures: Figures) -> bool:
    """Whether a condition over inputs holds; one whose inputs are blank does not."""
    if condition is None or any(name not in figures.inputs for name in needed):
        return False
    return bool(value_of(condition, {name: figures.inputs[name].exact for name in needed}))


def _gained(prepared: IndicatorPlan, figures: Figures) -> Fraction:
    """The weight that rows which do not apply give to this one."""
    if not prepared.gifts:
        return _NOTHING
    return sum((g.weight for g in prepared.gifts if holds(g.when, g.conditions, figures)), _NOTHING)


def gained_weight(rulebook: Rulebook, indicator: Indicator, figures: Figures) -> Fraction:
    """The points that an indicator can bring beyond its weight, from rows that do not apply."""
    return _gained(plan_indicator(rulebook, indicator), figures)


def _enlarged(
    prepared: IndicatorPlan, results: Sequence[PartResult], gained: Fraction, *, traced: bool
) -> tuple[IndicatorPlan, list[PartResult]]:
    """Scale an indicator and its results up to the weight that it has with what it gains."""
    factor = (prepared.weight + gained) / prepared.weight
    parts = tuple(replace(part, weight=part.weight * factor) for part in prepared.parts)
    whole = show(prepared.weight + gained)
    text = trace_text("trace.gained", gained=show(gained), weight=whole) if traced else None
    scaled = [
        replace(
            result,
            points=None if result.points is None else result.points * factor,
            spread=None if result.spread is None else result.spread * IntervalSet.point(factor),
            trace=join_texts([result.trace, text]) if result.trace else None,
        )
        for result in results
    ]
    return replace(prepared, weight=prepared.weight + gained, parts=parts), scaled


def evaluate_indicator(
    rulebook: Rulebook,
    indicator: Indicator,
    figures: Figures,
    *,
    traced: bool = True,
    weight: Fraction | None = None,
) -> Outcome:
    """Score an indicator from its inputs; ``weight`` is for rows that declare their own.

    The same figures are evaluated once, however often they are asked for: a search for causes
    changes one of them and asks for all rows again, and figures come again from return to return.
    """
    prepared = plan_indicator(rulebook, indicator, weight)
    inputs, tables = figures.inputs.get, figures.tables.get
    rests_on = (prepared, *map(inputs, prepared.inputs), *map(tables, prepared.tables))
    key = (traced, *map(id, rests_on))
    kept = _seen.get(key)
    if kept is not None:
        return kept[1]
    with_trace = None if traced else _seen.get((True, *key[1:]))
    if with_trace is not None:
        outcome = replace(with_trace[1], trace=None)
    else:
        outcome = _evaluated(rulebook, prepared, figures, traced=traced)
    if len(_seen) >= _KEPT:
        _seen.clear()
    _seen[key] = rests_on, outcome
    return outcome


def _evaluated(
    rulebook: Rulebook, prepared: IndicatorPlan, figures: Figures, *, traced: bool
) -> Outcome:
    digits = rulebook.digits
    vetoed = next((v for v in prepared.vetoes if holds(v.when, v.conditions, figures)), None)
    if vetoed is not None:
        return outcome_vetoed(vetoed.veto, traced=traced)
    results = [evaluate_part(rulebook, p, figures, traced=traced) for p in prepared.parts]
    if holds(prepared.applies_not, prepared.conditions, figures):
        policy = prepared.indicator.not_applicable
        says = policy.says if policy is not None else ""
        reason = Bilingual(says, says) if says else trace_text("trace.na")
        return outcome_not_applicable(prepared, results, reason, traced=traced)
    gained = _gained(prepared, figures)
    if gained:
        prepared, results = _enlarged(prepared, results, gained, traced=traced)
    if len(results) == 1:
        if results[0].state is OutcomeState.NOT_APPLICABLE:
            return outcome_not_applicable(
                prepared, results, results[0].trace or trace_text("trace.na"), traced=traced
            )
        return outcome_of_one(prepared, results[0], digits, traced=traced)
    if prepared.indicator.combine == "best":
        return outcome_of_best(prepared, results, digits, traced=traced)
    return outcome_of_sum(prepared, results, digits, traced=traced)


def evaluate_rate(
    rulebook: Rulebook,
    indicator: Indicator,
    rate: FigureValue,
    *,
    traced: bool = True,
    weight: Fraction | None = None,
) -> Outcome:
    """Score an indicator from its rate alone (a fraction: 60.2% is 301/500).

    Where the score has other parts too, only its bounds can be had and the state is MISSING.
    """
    prepared = plan_indicator(rulebook, indicator, weight)
    shown = prepared.shown
    text = None
    if traced:
        value = Measure(shown.unit).value(rate.exact)
        text = Bilingual(value, value)
    nothing = KnownFigures({}, {}, TableRows(), is_fuzzy=False)
    needed = shown.rule_inputs
    result = (
        PartResult(OutcomeState.MISSING, missing=needed, trace=WAITING[OutcomeState.MISSING])
        if needed or shown.rate is None
        else score_part(shown, nothing, rate, text, traced=traced)
    )
    if len(prepared.parts) == 1:
        return outcome_of_one(prepared, result, rulebook.digits, traced=traced)
    others = PartResult(OutcomeState.MISSING, trace=WAITING[OutcomeState.MISSING])
    results = [result if part is shown else others for part in prepared.parts]
    combine = outcome_of_best if indicator.combine == "best" else outcome_of_sum
    return combine(prepared, results, rulebook.digits, traced=traced)
