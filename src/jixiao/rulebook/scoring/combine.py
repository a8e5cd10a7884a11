"""From the parts of an indicator to its outcome: alone, added up, or the best of them."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from fractions import Fraction

from jixiao.figures import Exact, IntervalSet, round_half_up
from jixiao.figures import format_number as show
from jixiao.figures import format_points as show_points
from jixiao.finding import Bilingual
from jixiao.rulebook.kinds import Judged
from jixiao.rulebook.outcome import Outcome, OutcomeState, PartOutcome
from jixiao.rulebook.schema import Veto
from jixiao.rulebook.scoring.part import WAITING, PartResult
from jixiao.rulebook.scoring.plan import IndicatorPlan
from jixiao.rulebook.trace_texts import join_texts, trace_text


def _rounded(points: Fraction | None, digits: int) -> Fraction | None:
    return None if points is None else round_half_up(points, digits)


def outcome_of_one(
    plan_: IndicatorPlan, result: PartResult, digits: int, *, traced: bool
) -> Outcome:
    """The outcome of an indicator of one part."""
    score = _rounded(result.points, digits)
    scores = None
    if score is not None:
        scores = _point(score) if result.spread is None else result.spread.rounded(digits)
    elif result.state is OutcomeState.JUDGED:
        rule = plan_.indicator.score
        low = Exact(rule.min) if isinstance(rule, Judged) else Exact(0)
        scores = IntervalSet.of(low, plan_.weight)
    trace = result.trace if traced else None
    if traced and score is not None:
        trace = join_texts([trace, trace_text("trace.points", points=show(score))])
    return Outcome(
        state=result.state,
        rate=result.rate,
        rates=result.rates,
        score=score,
        scores=scores,
        missing=result.missing,
        trace=trace,
    )


_point = functools.lru_cache(maxsize=4096)(
    IntervalSet.point
)  # the same few scores come again and again


def _part_outcomes(
    plan_: IndicatorPlan, results: Sequence[PartResult], digits: int
) -> tuple[PartOutcome, ...]:
    return tuple(
        PartOutcome(p.id, p.name, r.rate, _rounded(r.points, digits), p.weight)
        for p, r in zip(plan_.parts, results, strict=True)
    )


def _bounds(plan_: IndicatorPlan, results: Sequence[PartResult], digits: int) -> IntervalSet:
    """All sums that the known parts leave open, the others anywhere between 0 and their weight."""
    found = IntervalSet.point(Exact(0))
    for part, result in zip(plan_.parts, results, strict=True):
        if result.spread is not None:
            found = found + result.spread
        elif result.points is not None:
            found = found + IntervalSet.point(result.points)
        else:
            found = found + IntervalSet.of(Exact(0), part.weight)
    return found.rounded(digits)


def _part_trace(name: str, result: PartResult) -> Bilingual:
    wording = result.trace
    if wording is None and result.state is OutcomeState.JUDGED:
        wording = trace_text("trace.judged")
    if result.points is not None:
        wording = join_texts(
            [wording, trace_text("trace.points", points=show_points(result.points))]
        )
    return trace_text("trace.part", name=name, wording=wording or WAITING[OutcomeState.ASK])


def outcome_of_sum(
    plan_: IndicatorPlan, results: Sequence[PartResult], digits: int, *, traced: bool
) -> Outcome:
    shown = results[plan_.parts.index(plan_.shown)]
    stuck = next((r.state for r in results if r.points is None), OutcomeState.COMPUTED)
    points = None
    if stuck is OutcomeState.COMPUTED:
        points = sum((r.points for r in results if r.points is not None), Exact(0))
    score = _rounded(points, digits)
    trace = None
    if traced:
        wording = [
            _part_trace(part.name, result)
            for part, result in zip(plan_.parts, results, strict=True)
        ]
        total = None if score is None else trace_text("trace.total", points=show(score))
        trace = join_texts([*wording, total], "trace.items")
    return Outcome(
        state=stuck,
        rate=shown.rate,
        rates=shown.rates,
        score=score,
        scores=_bounds(plan_, results, digits),
        parts=_part_outcomes(plan_, results, digits),
        missing=tuple(dict.fromkeys(m for r in results for m in r.missing)),
        trace=trace,
    )


def outcome_of_best(
    plan_: IndicatorPlan, results: Sequence[PartResult], digits: int, *, traced: bool
) -> Outcome:
    """二者择其一: the best of the alternatives that can be computed; the shown one's rate."""
    shown = results[plan_.parts.index(plan_.shown)]
    scored = [(r.points, -i) for i, r in enumerate(results) if r.points is not None]
    if not scored:
        asks = any(r.state is OutcomeState.ASK for r in results)
        state = OutcomeState.ASK if asks else results[0].state
        missing = () if asks else tuple(dict.fromkeys(m for r in results for m in r.missing))
        return Outcome(
            state=state,
            rate=shown.rate,
            rates=shown.rates,
            parts=_part_outcomes(plan_, results, digits),
            missing=missing,
            trace=WAITING.get(state) if traced else None,
        )
    points, place = max(scored)
    chosen, trace = plan_.parts[-place], results[-place].trace
    spreads = [
        r.spread if r.spread is not None else IntervalSet.point(r.points)
        for r in results
        if r.points is not None
    ]
    scores = spreads[0]
    for other in spreads[1:]:
        scores = scores.larger(other)
    score = round_half_up(points, digits)
    return Outcome(
        state=OutcomeState.COMPUTED,
        rate=shown.rate,
        rates=shown.rates,
        score=score,
        scores=scores.rounded(digits),
        parts=_part_outcomes(plan_, results, digits),
        trace=_best_trace(chosen.name, trace, score) if traced else None,
    )


def _best_trace(name: str, wording: Bilingual | None, score: Fraction) -> Bilingual:
    points = trace_text("trace.points", points=show(score))
    return trace_text("trace.best", name=name, wording=join_texts([wording, points]) or points)


def outcome_vetoed(veto: Veto, *, traced: bool) -> Outcome:
    """The outcome of a row that a breach takes all points of."""
    zero = Exact(0)
    wording = trace_text("trace.vetoed", says=veto.says or veto.when) if traced else None
    return Outcome(OutcomeState.COMPUTED, score=zero, scores=_point(zero), trace=wording)


def outcome_not_applicable(
    plan_: IndicatorPlan, results: Sequence[PartResult], reason: Bilingual, *, traced: bool
) -> Outcome:
    """The outcome of an indicator that does not apply, by its policy; its rate is kept to show."""
    policy = plan_.indicator.not_applicable
    then = "drop" if policy is None else policy.then
    score, words = {
        "full": (plan_.weight, trace_text("trace.na-full", points=show(plan_.weight))),
        "give": (Exact(0), trace_text("trace.na-give")),
        "drop": (None, trace_text("trace.na-drop")),
    }[then]
    shown = results[plan_.parts.index(plan_.shown)]
    return Outcome(
        OutcomeState.NOT_APPLICABLE,
        rate=shown.rate,
        rates=shown.rates,
        score=score,
        scores=None if score is None else _point(score),
        trace=join_texts([reason, words]) if traced else None,
    )
