"""What a free row of a target form is worth."""

from __future__ import annotations

from fractions import Fraction

from jixiao.figures import IntervalSet, Operator, round_half_up
from jixiao.figures import format_number as show
from jixiao.figures import format_points as show_points
from jixiao.formula import Tree, ZeroDenominator
from jixiao.formula import evaluate_formula as value_of
from jixiao.formula import evaluate_intervals as spread_of
from jixiao.rulebook.kinds import (
    ITEM,
    WEIGHT,
    FreeRow,
    item_tree,
    operator_of,
    tiers_in_words,
    tree_for,
    undecided,
)
from jixiao.rulebook.outcome import FigureValue, Outcome, OutcomeState
from jixiao.rulebook.schema import FreeBlock, ItemScore, Judged, Rulebook, Target
from jixiao.rulebook.scoring.rows import computed_point

_SIGNS = {
    Operator.AT_LEAST: "≥",
    Operator.AT_MOST: "≤",
    Operator.EQUAL: "＝",
    Operator.ABOVE: "＞",
    Operator.BELOW: "＜",
}


def _scored(tree: Tree, values: dict[str, FigureValue], digits: int, told: str) -> Outcome:
    points = value_of(tree, {name: value.exact for name, value in values.items()})
    score = round_half_up(points, digits)
    scores = IntervalSet.point(score)
    if any(value.spread is not None for value in values.values()):
        scores = _possible(tree, values).rounded(digits)
    trace = f"{told}，得{show(score)}分" if told else ""
    return Outcome(OutcomeState.COMPUTED, score=score, scores=scores, exact=points, trace=trace)


def _possible(tree: Tree, values: dict[str, FigureValue]) -> IntervalSet:
    """All points that rounding leaves open; anything where a denominator may be zero."""
    try:
        return spread_of(tree, {name: computed_point(value) for name, value in values.items()})
    except ZeroDenominator:
        return IntervalSet.of(Fraction(0), values[WEIGHT.id].exact)


def _judged(row: FreeRow, told: str) -> Outcome:
    return Outcome(OutcomeState.JUDGED, scores=IntervalSet.of(Fraction(0), row.weight), trace=told)


def _from_item(score: ItemScore, row: FreeRow, digits: int, *, traced: bool) -> Outcome:
    typed = row.coefficient if score.column == "coefficient" else row.item_score
    if typed is None:
        return _judged(row, "")
    out_of = show(Fraction(score.out_of))
    told = f"{show(typed.exact)} ÷ {out_of} × {show(row.weight)}" if traced else ""
    values = {ITEM.id: typed, WEIGHT.id: FigureValue(row.weight)}
    return _scored(item_tree(score), values, digits, told)


def _figure(value: Fraction, row: FreeRow) -> str:
    """A target or an actual as a person writes it."""
    return f"{show_points(value * 100)}%" if row.unit == "%" else show_points(value)


def _words(operator: Operator, actual: Fraction, target: Fraction, row: FreeRow) -> str:
    told = f"实际值{_figure(actual, row)}，指标值{_SIGNS[operator]}{_figure(target, row)}"
    if row.is_sign_assumed and actual != target:
        told += "（表中没有写符号，按指标名称和类型判断）"
    is_met = {
        Operator.AT_LEAST: actual >= target,
        Operator.ABOVE: actual > target,
        Operator.AT_MOST: actual <= target,
        Operator.BELOW: actual < target,
        Operator.EQUAL: actual == target,
    }[operator]
    if is_met:
        return f"{told}，已达到"
    weight = show(row.weight)
    if operator in (Operator.AT_MOST, Operator.BELOW):
        return f"{told}，{weight} × {_figure(target, row)} ÷ {_figure(actual, row)}"
    if operator is Operator.EQUAL and actual > target:
        return f"{told}，{weight} × {_figure(target, row)} ÷ {_figure(actual, row)}"
    return f"{told}，{weight} × {_figure(actual, row)} ÷ {_figure(target, row)}"


def evaluate_row(
    rulebook: Rulebook, block: FreeBlock, row: FreeRow, *, traced: bool = True
) -> Outcome:
    """Score a free row: JUDGED where it is 定性, MISSING without figures, ASK without a sign."""
    score = block.score
    if isinstance(score, ItemScore):
        return _from_item(score, row, rulebook.digits, traced=traced)
    if not isinstance(score, Target) or row.nature == "定性":
        tiers = score.tiers if isinstance(score, Target | Judged) else ()
        return _judged(row, tiers_in_words(tiers) if traced and tiers else "")
    if row.target is None or row.actual is None:
        names = (("target", row.target), ("actual", row.actual))
        missing = tuple(name for name, value in names if value is None)
        told = "指标值或实际值未填写" if traced else ""
        return Outcome(OutcomeState.MISSING, missing=missing, trace=told)
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
        told = "指标值和实际值的单位不同，不能比较" if traced else ""
        return Outcome(OutcomeState.ASK, scores=IntervalSet.of(Fraction(0), row.weight), trace=told)
    operator = operator_of(row)
    if operator is None and target.exact == actual.exact:
        operator = Operator.EQUAL
    if operator is None:
        told = "指标值前没有≥、≤或＝，不能判断方向" if traced else ""
        return Outcome(OutcomeState.ASK, scores=IntervalSet.of(Fraction(0), row.weight), trace=told)
    values = {"target": target, "actual": actual, WEIGHT.id: FigureValue(row.weight)}
    told = _words(operator, actual.exact, target.exact, row) if traced else ""
    exact = {name: value.exact for name, value in values.items()}
    if value_of(undecided(score, operator), exact):
        return Outcome(OutcomeState.ASK, trace=f"{told}，需人工判定" if traced else "")
    return _scored(tree_for(score, operator), values, digits, told)
