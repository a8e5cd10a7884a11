"""From the parts of an indicator to its outcome: alone, added up, or the best of them."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from fractions import Fraction

from jixiao.figures import IntervalSet, round_half_up
from jixiao.figures import format_number as show
from jixiao.figures import format_points as show_points
from jixiao.rulebook.outcome import Outcome, OutcomeState, PartOutcome
from jixiao.rulebook.schema import Judged
from jixiao.rulebook.scoring.part import WAITING, PartResult
from jixiao.rulebook.scoring.plan import IndicatorPlan


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
        low = Fraction(rule.min) if isinstance(rule, Judged) else Fraction(0)
        scores = IntervalSet.of(low, plan_.weight)
    trace = result.trace if traced else ""
    if traced and score is not None:
        trace = f"{trace}，得{show(score)}分" if trace else f"得{show(score)}分"
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
    found = IntervalSet.point(Fraction(0))
    for part, result in zip(plan_.parts, results, strict=True):
        if result.spread is not None:
            found = found + result.spread
        elif result.points is not None:
            found = found + IntervalSet.point(result.points)
        else:
            found = found + IntervalSet.of(Fraction(0), part.weight)
    return found.rounded(digits)


def outcome_of_sum(
    plan_: IndicatorPlan, results: Sequence[PartResult], digits: int, *, traced: bool
) -> Outcome:
    shown = results[plan_.parts.index(plan_.shown)]
    stuck = next((r.state for r in results if r.points is None), OutcomeState.COMPUTED)
    points = None
    if stuck is OutcomeState.COMPUTED:
        points = sum((r.points for r in results if r.points is not None), Fraction(0))
    score = _rounded(points, digits)
    trace = ""
    if traced:
        told = [
            f"{part.name}：{result.trace}"
            + ("" if result.points is None else f"，得{show_points(result.points)}分")
            for part, result in zip(plan_.parts, results, strict=True)
        ]
        trace = "；".join(told) + ("" if score is None else f"；合计得{show(score)}分")
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
            trace=WAITING.get(state, "") if traced else "",
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
        trace=f"择优取{chosen.name}：{trace}，得{show(score)}分" if traced else "",
    )


def outcome_not_applicable(
    plan_: IndicatorPlan, results: Sequence[PartResult], reason: str, *, traced: bool
) -> Outcome:
    """The outcome of an indicator that does not apply, by its policy; its rate is kept to show."""
    policy = plan_.indicator.not_applicable
    then = "drop" if policy is None else policy.then
    score, words = {
        "full": (plan_.weight, f"按规定得满分{show(plan_.weight)}分"),
        "give": (Fraction(0), "分值并入其他指标，本行计0分"),
        "drop": (None, "不参与评分"),
    }[then]
    shown = results[plan_.parts.index(plan_.shown)]
    return Outcome(
        OutcomeState.NOT_APPLICABLE,
        rate=shown.rate,
        rates=shown.rates,
        score=score,
        scores=None if score is None else _point(score),
        trace=f"{reason}，{words}" if traced else "",
    )
