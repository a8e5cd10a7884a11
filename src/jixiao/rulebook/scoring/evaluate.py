"""What an indicator's figures are worth: exact rate and score, and all scores left open.

``evaluate`` starts from inputs, ``evaluate_rate`` from a claimed rate, ``evaluate_row`` from a free
row's target and actual. Nothing is guessed: a blank input gives MISSING, what the rule leaves to a
person gives ASK, a judgement gives its range.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.figures.interval import Spread
from jixiao.figures.rounding import round_half_up
from jixiao.figures.show import number as show
from jixiao.figures.show import points as show_points
from jixiao.formula.errors import ZeroDenominator
from jixiao.formula.evaluate import evaluate as value_of
from jixiao.formula.spread import spread as spread_of
from jixiao.formula.syntax import Tree
from jixiao.rulebook.model import Indicator, Rulebook
from jixiao.rulebook.outcome import Figures, Outcome, PartOutcome, State, Value
from jixiao.rulebook.scores import Judged
from jixiao.rulebook.scoring.measure import Measure
from jixiao.rulebook.scoring.plan import PartPlan, Plan, plan
from jixiao.rulebook.scoring.rows import Rows, point, rows_for
from jixiao.rulebook.scoring.rule import Given
from jixiao.rulebook.scoring.telling import tell_rate

_WAITING = {
    State.MISSING: "数据未填全，不能测算",
    State.ASK: "评分标准未规定此种情形，需人工判定",
}


@dataclass(slots=True)
class _Known:
    """The figures of one part: exact values, spreads where any figure has one, table rows."""

    exact: dict[str, Fraction]
    spreads: dict[str, Spread]
    rows: Rows
    is_fuzzy: bool


@dataclass(slots=True)
class _Result:
    """One part evaluated; ``points`` are unrounded."""

    state: State
    rate: Fraction | None = None
    rates: Spread | None = None
    points: Fraction | None = None
    spread: Spread | None = None
    missing: tuple[str, ...] = ()
    trace: str = ""


def _gather(rulebook: Rulebook, part: PartPlan, figures: Figures) -> _Known | _Result:
    """Collect what a part needs; a _Result where something stands in the way."""
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
        return _Result(State.MISSING, missing=tuple(missing), trace=_WAITING[State.MISSING])
    if rows.asks:
        return _Result(State.ASK, trace=_WAITING[State.ASK])
    is_fuzzy = is_fuzzy or rows.is_fuzzy
    if is_fuzzy:
        spreads = {name: spreads.get(name) or Spread.point(x) for name, x in exact.items()}
    return _Known(exact, spreads, rows, is_fuzzy)


def _at_zero(part: PartPlan, known: _Known) -> _Result | Fraction | None:
    """What a zero denominator means; a Fraction is the rate to go on with, None: no zero."""
    rows = known.rows.exact
    if not any(value_of(zero, known.exact, rows) for zero in part.zeros):
        return None
    both = part.numerator_zero if part.zero_over_zero is not None else None
    if both is not None and value_of(both, known.exact, rows):
        return part.zero_over_zero
    if part.if_zero == "full":
        return _Result(State.COMPUTED, points=part.weight, trace="分母为零，按规定得满分")
    if part.if_zero == "zero":
        return _Result(State.COMPUTED, points=Fraction(0), trace="分母为零，按规定不得分")
    if part.if_zero == "na":
        return _Result(State.NOT_APPLICABLE, trace="分母为零，本指标不适用")
    return _Result(State.ASK, trace="分母为零，需人工判定")


def _image(
    tree: Tree, spreads: Mapping[str, Spread], rows: Mapping[str, Sequence[Mapping[str, Spread]]]
) -> Spread | None:
    """The image of a tree; None where a denominator may be zero, so that anything may come out."""
    try:
        return spread_of(tree, spreads, rows)
    except ZeroDenominator:
        return None


def _score(part: PartPlan, known: _Known, rate: Value | None, told: str | None) -> _Result:
    """Apply the rule to a rate and the inputs; ``told`` is the rate in words, None: no trace."""
    rule = part.rule
    x = None if rate is None else rate.exact
    rates = None if rate is None else rate.spread
    if rule.tree is None:
        return _Result(State.JUDGED, rate=x, rates=rates, trace=told or "")
    values = known.exact if x is None else {**known.exact, "x": x}
    rows = known.rows.exact
    if rule.decided is not None and not value_of(rule.decided, values, rows):
        waiting = f"{told}，" if told else ""
        return _Result(State.ASK, rate=x, rates=rates, trace=f"{waiting}{_WAITING[State.ASK]}")
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
    return _Result(State.COMPUTED, rate=x, rates=rates, points=points, spread=spread, trace=trace)


def _evaluate_part(
    rulebook: Rulebook, part: PartPlan, figures: Figures, *, traced: bool
) -> _Result:
    known = _gather(rulebook, part, figures)
    if isinstance(known, _Result):
        return known
    if part.rate is None:
        return _score(part, known, None, "" if traced else None)
    zero = _at_zero(part, known)
    if isinstance(zero, _Result):
        return zero
    if zero is not None:
        told = f"分子、分母都为零，按{Measure(part.unit).value(zero)}计" if traced else None
        return _score(part, known, Value(zero), told)
    rate = Value(
        value_of(part.rate, known.exact, known.rows.exact),
        _image(part.rate, known.spreads, known.rows.spreads) if known.is_fuzzy else None,
    )
    told = tell_rate(part, known.exact, known.rows.exact, rate.exact) if traced else None
    return _score(part, known, rate, told)


def _rounded(points: Fraction | None, digits: int) -> Fraction | None:
    return None if points is None else round_half_up(points, digits)


def _one(plan_: Plan, result: _Result, digits: int, *, traced: bool) -> Outcome:
    """The outcome of an indicator of one part."""
    score = _rounded(result.points, digits)
    scores = None
    if score is not None:
        scores = Spread.point(score) if result.spread is None else result.spread.rounded(digits)
    elif result.state is State.JUDGED:
        rule = plan_.indicator.score
        low = Fraction(rule.min) if isinstance(rule, Judged) else Fraction(0)
        scores = Spread.of(low, plan_.weight)
    trace = result.trace
    if score is not None:
        trace = f"{trace}，" if trace else ""
        trace += f"得{show(score)}分"
    return Outcome(
        state=result.state,
        rate=result.rate,
        rates=result.rates,
        score=score,
        scores=scores,
        missing=result.missing,
        trace=trace if traced else "",
    )


def _part_outcomes(plan_: Plan, results: Sequence[_Result], digits: int) -> tuple[PartOutcome, ...]:
    return tuple(
        PartOutcome(p.id, p.name, r.rate, _rounded(r.points, digits), p.weight)
        for p, r in zip(plan_.parts, results, strict=True)
    )


def _bounds(plan_: Plan, results: Sequence[_Result], digits: int) -> Spread:
    """All sums that the known parts leave open, the others anywhere between 0 and their weight."""
    found = Spread.point(Fraction(0))
    for part, result in zip(plan_.parts, results, strict=True):
        if result.spread is not None:
            found = found + result.spread
        elif result.points is not None:
            found = found + Spread.point(result.points)
        else:
            found = found + Spread.of(Fraction(0), part.weight)
    return found.rounded(digits)


def _summed(plan_: Plan, results: Sequence[_Result], digits: int, *, traced: bool) -> Outcome:
    shown = results[plan_.parts.index(plan_.shown)]
    stuck = next((r.state for r in results if r.points is None), State.COMPUTED)
    points = None
    if stuck is State.COMPUTED:
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


def _best(plan_: Plan, results: Sequence[_Result], digits: int, *, traced: bool) -> Outcome:
    """二者择其一: the best of the alternatives that can be computed."""
    scored = [(r.points, -i) for i, r in enumerate(results) if r.points is not None]
    if not scored:
        asks = any(r.state is State.ASK for r in results)
        state = State.ASK if asks else results[0].state
        missing = tuple(dict.fromkeys(m for r in results for m in r.missing))
        return Outcome(
            state=state,
            parts=_part_outcomes(plan_, results, digits),
            missing=missing,
            trace=_WAITING.get(state, "") if traced else "",
        )
    points, place = max(scored)
    chosen, result = plan_.parts[-place], results[-place]
    spreads = [
        r.spread if r.spread is not None else Spread.point(r.points)
        for r in results
        if r.points is not None
    ]
    scores = spreads[0]
    for other in spreads[1:]:
        scores = scores.larger(other)
    score = round_half_up(points, digits)
    return Outcome(
        state=State.COMPUTED,
        rate=result.rate,
        rates=result.rates,
        score=score,
        scores=scores.rounded(digits),
        parts=_part_outcomes(plan_, results, digits),
        trace=f"择优取{chosen.name}：{result.trace}，得{show(score)}分" if traced else "",
    )


def _not_applicable(plan_: Plan, reason: str, *, traced: bool) -> Outcome:
    policy = plan_.indicator.not_applicable
    if policy is not None and policy.then == "full":
        return Outcome(
            State.NOT_APPLICABLE,
            score=plan_.weight,
            scores=Spread.point(plan_.weight),
            trace=f"{reason}，按规定得满分{show(plan_.weight)}分" if traced else "",
        )
    return Outcome(State.NOT_APPLICABLE, trace=f"{reason}，不参与评分" if traced else "")


def _applies_not(plan_: Plan, figures: Figures) -> bool:
    if plan_.applies_not is None:
        return False
    known: Mapping[str, Fraction] = {k: v.exact for k, v in figures.inputs.items()}
    if any(name not in known for name in plan_.conditions):
        return False
    return bool(value_of(plan_.applies_not, known))


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
    if _applies_not(prepared, figures):
        policy = indicator.not_applicable
        reason = (policy.says if policy is not None else "") or "本指标不适用"
        return _not_applicable(prepared, reason, traced=traced)
    results = [_evaluate_part(rulebook, p, figures, traced=traced) for p in prepared.parts]
    if len(results) == 1:
        if results[0].state is State.NOT_APPLICABLE:
            return _not_applicable(prepared, results[0].trace, traced=traced)
        return _one(prepared, results[0], digits, traced=traced)
    if indicator.combine == "best":
        return _best(prepared, results, digits, traced=traced)
    return _summed(prepared, results, digits, traced=traced)


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
    nothing = _Known({}, {}, Rows(), is_fuzzy=False)
    needed = shown.rule_inputs
    result = (
        _Result(State.MISSING, missing=needed, trace=_WAITING[State.MISSING])
        if needed or shown.rate is None
        else _score(shown, nothing, rate, told)
    )
    if len(prepared.parts) == 1:
        return _one(prepared, result, rulebook.digits, traced=traced)
    others = _Result(State.MISSING, trace=_WAITING[State.MISSING])
    results = [result if part is shown else others for part in prepared.parts]
    combine = _best if indicator.combine == "best" else _summed
    return combine(prepared, results, rulebook.digits, traced=traced)
