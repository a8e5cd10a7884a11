"""One part of an indicator: gather its figures, take its rate, apply its rule.

Nothing is guessed: a blank input gives MISSING, what the rule leaves to a person gives ASK.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from jixiao.figures import Exact, IntervalSet
from jixiao.finding import Bilingual
from jixiao.formula import Tree, ZeroDenominator
from jixiao.formula import evaluate_formula as value_of
from jixiao.formula import evaluate_intervals as spread_of
from jixiao.rulebook.kinds import Given, Measure
from jixiao.rulebook.outcome import Figures, FigureValue, OutcomeState
from jixiao.rulebook.schema import Rulebook
from jixiao.rulebook.scoring.plan import PartPlan
from jixiao.rulebook.scoring.rate_trace import rate_trace
from jixiao.rulebook.scoring.rows import TableRows, computed_point, rows_for
from jixiao.rulebook.trace_texts import join_texts, trace_text

_KEPT = 1024  # parts: those of the return in hand and of a few before it
NO_ROWS = TableRows()  # of a part that draws on no table; never added to
WAITING = {
    OutcomeState.MISSING: trace_text("trace.missing"),
    OutcomeState.ASK: trace_text("trace.ask"),
}


@dataclass(slots=True)
class KnownFigures:
    """The figures of one part: exact values, spreads where any figure has one, table rows."""

    exact: dict[str, Fraction]
    spreads: dict[str, IntervalSet]
    rows: TableRows
    is_fuzzy: bool


@dataclass(frozen=True, slots=True)
class PartResult:
    """One part evaluated; ``points`` are unrounded."""

    state: OutcomeState
    rate: Fraction | None = None
    rates: IntervalSet | None = None
    points: Fraction | None = None
    spread: IntervalSet | None = None
    missing: tuple[str, ...] = ()
    trace: Bilingual | None = None


def _gather(rulebook: Rulebook, part: PartPlan, figures: Figures) -> KnownFigures | PartResult:
    """Collect what a part needs; a Result where something is in the way."""
    exact: dict[str, Fraction] = {}
    spreads: dict[str, IntervalSet] = {}
    missing: list[str] = []
    is_fuzzy = False
    for name in part.inputs:
        value = figures.inputs.get(name)
        if value is None:
            if not rulebook.input_by_id[name].optional:
                missing.append(name)
                continue
            value = FigureValue(Exact(0))
        exact[name] = value.exact
        if value.spread is not None:
            is_fuzzy = True
            spreads[name] = value.spread
    rows = rows_for(rulebook, part.columns, figures.tables) if part.columns else NO_ROWS
    missing += rows.missing
    if missing:
        return PartResult(
            OutcomeState.MISSING, missing=tuple(missing), trace=WAITING[OutcomeState.MISSING]
        )
    if rows.asks:
        return PartResult(OutcomeState.ASK, trace=WAITING[OutcomeState.ASK])
    is_fuzzy = is_fuzzy or rows.is_fuzzy
    if is_fuzzy:
        spreads = {name: spreads.get(name) or IntervalSet.point(x) for name, x in exact.items()}
    return KnownFigures(exact, spreads, rows, is_fuzzy)


def _at_zero(part: PartPlan, known: KnownFigures) -> PartResult | Fraction | None:
    """What a zero denominator means; a Fraction is the rate to go on with, None: no zero."""
    rows = known.rows.exact
    if not any(value_of(zero, known.exact, rows) for zero in part.zeros):
        return None
    both = part.numerator_zero if part.zero_over_zero is not None else None
    if both is not None and value_of(both, known.exact, rows):
        return part.zero_over_zero
    if part.if_zero == "full":
        return PartResult(
            OutcomeState.COMPUTED, points=part.weight, trace=trace_text("trace.zero-full")
        )
    if part.if_zero == "zero":
        return PartResult(
            OutcomeState.COMPUTED, points=Exact(0), trace=trace_text("trace.zero-none")
        )
    if part.if_zero == "na":
        return PartResult(OutcomeState.NOT_APPLICABLE, trace=trace_text("trace.zero-na"))
    return PartResult(OutcomeState.ASK, trace=trace_text("trace.zero-ask"))


def _image(
    tree: Tree,
    spreads: Mapping[str, IntervalSet],
    rows: Mapping[str, Sequence[Mapping[str, IntervalSet]]],
) -> IntervalSet | None:
    """The image of a tree; None where a denominator may be zero, so that anything may come out."""
    try:
        return spread_of(tree, spreads, rows)
    except ZeroDenominator:
        return None


def score_part(
    part: PartPlan,
    known: KnownFigures,
    rate: FigureValue | None,
    text: Bilingual | None,
    *,
    traced: bool,
) -> PartResult:
    """Apply the rule to a rate and the inputs; ``reported`` is the rate in words."""
    rule = part.rule
    x = None if rate is None else rate.exact
    rates = None if rate is None else rate.spread
    if rule.tree is None:
        return PartResult(OutcomeState.JUDGED, rate=x, rates=rates, trace=text)
    values = known.exact if x is None else {**known.exact, "x": x}
    rows = known.rows.exact
    if rule.decided is not None and not value_of(rule.decided, values, rows):
        waiting = join_texts([text, WAITING[OutcomeState.ASK]])
        return PartResult(OutcomeState.ASK, rate=x, rates=rates, trace=waiting)
    points = value_of(rule.tree, values, rows)
    spread = None
    if rates is not None or known.is_fuzzy:
        spreads = known.spreads or {k: IntervalSet.point(v) for k, v in known.exact.items()}
        if rate is not None:
            spreads = {**spreads, "x": computed_point(rate)}
        spread = _image(rule.tree, spreads, known.rows.spreads)
        if spread is None:
            spread = IntervalSet.of(Exact(0), part.weight)
    trace = None
    if traced:
        trace = join_texts([text, rule.explain(Given(values, points, rows))])
    return PartResult(
        OutcomeState.COMPUTED, rate=x, rates=rates, points=points, spread=spread, trace=trace
    )


class _Seen(NamedTuple):
    """A part evaluated once: what it rests on (whose ids are its key), and what came out."""

    rests_on: tuple[object, ...]
    result: PartResult
    is_traced: bool


_seen: dict[tuple[int, ...], _Seen] = {}


def evaluate_part(
    rulebook: Rulebook, part: PartPlan, figures: Figures, *, traced: bool
) -> PartResult:
    """Evaluate a part; the same figures are evaluated once, however often they are asked for.

    A search for causes changes one figure and asks for all rows again: most rest on others.
    """
    rests_on = (
        rulebook,
        part,
        *map(figures.inputs.get, part.inputs),
        *(figures.tables.get(column.table) for column in part.columns),
    )
    key = tuple(map(id, rests_on))
    kept = _seen.get(key)
    if kept is not None and (kept.is_traced or not traced):
        return kept.result
    result = _evaluated(rulebook, part, figures, traced=traced)
    if len(_seen) >= _KEPT:
        _seen.clear()
    _seen[key] = _Seen(rests_on, result, traced)  # what is kept keeps its ids
    return result


def _evaluated(rulebook: Rulebook, part: PartPlan, figures: Figures, *, traced: bool) -> PartResult:
    known = _gather(rulebook, part, figures)
    if isinstance(known, PartResult):
        return known
    if part.rate is None:
        return score_part(part, known, None, None, traced=traced)
    zero = _at_zero(part, known)
    if isinstance(zero, PartResult):
        return zero
    if zero is not None:
        text = (
            trace_text("trace.zero-both", rate=Measure(part.unit).value(zero)) if traced else None
        )
        return score_part(part, known, FigureValue(zero), text, traced=traced)
    rate = FigureValue(
        value_of(part.rate, known.exact, known.rows.exact),
        _image(part.rate, known.spreads, known.rows.spreads) if known.is_fuzzy else None,
    )
    text = rate_trace(part, known.exact, known.rows.exact, rate.exact) if traced else None
    return score_part(part, known, rate, text, traced=traced)
