"""What a free row of a target form is worth."""

from __future__ import annotations

from jixiao.figures import Exact, IntervalSet, Operator, round_half_up
from jixiao.figures import format_number as show
from jixiao.finding import Bilingual
from jixiao.formula import Tree, ZeroDenominator, formula_prose
from jixiao.formula import evaluate_formula as value_of
from jixiao.formula import evaluate_intervals as spread_of
from jixiao.rulebook.kinds import (
    ITEM,
    WEIGHT,
    FreeRow,
    ItemScore,
    Judged,
    Target,
    explain_row,
    item_tree,
    operator_of,
    tiers_in_words,
    tree_for,
    undecided,
)
from jixiao.rulebook.outcome import FigureValue, Outcome, OutcomeState
from jixiao.rulebook.schema import FreeBlock, Rulebook
from jixiao.rulebook.scoring.rows import computed_point
from jixiao.rulebook.trace_texts import join_texts, trace_text
from jixiao.rulebook.words import QUALITATIVE


def _scored(
    tree: Tree, values: dict[str, FigureValue], digits: int, text: Bilingual | None
) -> Outcome:
    points = value_of(tree, {name: value.exact for name, value in values.items()})
    score = round_half_up(points, digits)
    scores = IntervalSet.point(score)
    if any(value.spread is not None for value in values.values()):
        scores = _possible(tree, values).rounded(digits)
    trace = join_texts([text, trace_text("trace.points", points=show(score))]) if text else None
    return Outcome(OutcomeState.COMPUTED, score=score, scores=scores, exact=points, trace=trace)


def _possible(tree: Tree, values: dict[str, FigureValue]) -> IntervalSet:
    """All points that rounding leaves open; anything where a denominator may be zero."""
    try:
        return spread_of(tree, {name: computed_point(value) for name, value in values.items()})
    except ZeroDenominator:
        return IntervalSet.of(Exact(0), values[WEIGHT.id].exact)


def _judged(row: FreeRow, text: Bilingual | None) -> Outcome:
    return Outcome(OutcomeState.JUDGED, scores=IntervalSet.of(Exact(0), row.weight), trace=text)


def _from_item(score: ItemScore, row: FreeRow, digits: int, *, traced: bool) -> Outcome:
    typed = row.coefficient if score.column == "coefficient" else row.item_score
    if typed is None:
        return _judged(row, None)
    values = {ITEM.id: typed, WEIGHT.id: FigureValue(row.weight)}
    text: Bilingual | None = None
    if traced:
        shown = {name: show(value.exact) for name, value in values.items()}
        written = formula_prose(item_tree(score), shown)
        text = Bilingual(written, written)
    return _scored(item_tree(score), values, digits, text)


def evaluate_row(
    rulebook: Rulebook, block: FreeBlock, row: FreeRow, *, traced: bool = True
) -> Outcome:
    """Score a free row: JUDGED where it is 定性, MISSING without figures, ASK without a sign."""
    score = block.score
    if isinstance(score, ItemScore):
        return _from_item(score, row, rulebook.digits, traced=traced)
    if not isinstance(score, Target) or row.nature == QUALITATIVE:
        tiers = score.tiers if isinstance(score, Target | Judged) else ()
        return _judged(row, tiers_in_words(tiers) if traced and tiers else None)
    if row.target is None or row.actual is None:
        names = (("target", row.target), ("actual", row.actual))
        missing = tuple(name for name, value in names if value is None)
        text = trace_text("trace.row-missing") if traced else None
        return Outcome(OutcomeState.MISSING, missing=missing, trace=text)
    return _against_target(score, row, row.target, row.actual, rulebook.digits, traced=traced)


def _against_target(
    score: Target,
    row: FreeRow,
    target: FigureValue,
    actual: FigureValue,
    digits: int,
    *,
    traced: bool,
) -> Outcome:
    if not row.is_comparable:
        text = trace_text("trace.row-units") if traced else None
        return Outcome(OutcomeState.ASK, scores=IntervalSet.of(Exact(0), row.weight), trace=text)
    operator = operator_of(row)
    if operator is None and target.exact == actual.exact:
        operator = Operator.EQUAL
    if operator is None:
        text = trace_text("trace.row-sign") if traced else None
        return Outcome(OutcomeState.ASK, scores=IntervalSet.of(Exact(0), row.weight), trace=text)
    values = {"target": target, "actual": actual, WEIGHT.id: FigureValue(row.weight)}
    text = explain_row(score, operator, row, actual.exact, target.exact) if traced else None
    exact = {name: value.exact for name, value in values.items()}
    if value_of(undecided(score, operator), exact):
        trace = join_texts([text, trace_text("trace.asks")]) if traced else None
        return Outcome(OutcomeState.ASK, trace=trace)
    return _scored(tree_for(score, operator), values, digits, text)
