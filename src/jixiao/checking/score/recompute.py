"""Recompute one row from the deepest evidence the sheet holds.

Inputs come first, then the claimed rate, then target and actual; else only the range is left. The
``basis`` says which of them a score rests on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.checking.model import Basis
from jixiao.checking.score.figures import is_counted, typed_value
from jixiao.checking.score.free_rows import free_row
from jixiao.checking.score.money_parts import whole_of
from jixiao.checking.score.weights import weight_cell, weight_in, weight_typed
from jixiao.figures import Exact, IntervalSet, Operator, convert, format_points, round_half_up
from jixiao.formula import input_names, parse_formula
from jixiao.rulebook import (
    Figures,
    FigureValue,
    FreeBlock,
    FreeRow,
    Indicator,
    ItemScore,
    Judged,
    Outcome,
    OutcomeState,
    Role,
    Rulebook,
    evaluate_indicator,
    evaluate_rate,
    evaluate_row,
    gained_weight,
    join_texts,
    operator_of,
    trace_text,
)
from jixiao.scoresheet import Row, RowKind, Scoresheet

_LOST = (OutcomeState.MISSING, OutcomeState.JUDGED)


@dataclass(frozen=True, slots=True)
class Computed:
    """What a row comes to: the weight in points, the outcome and what it rests on.

    ``rule`` is the indicator or the block that says how the row is scored; ``free`` is what a free
    row says of itself.
    """

    weight: Fraction | None
    outcome: Outcome
    basis: Basis
    rule: Indicator | FreeBlock | None
    free: FreeRow | None = None


def recompute_row(
    sheet: Scoresheet, row: Row, figures: Figures, *, traced: bool = True
) -> Computed:
    """Score one row of the sheet, together with the rows that share its merged score cell."""
    own = _alone(sheet, row, figures, traced=traced)
    sharing = [r for r in sheet.sharing.get(row.id, ()) if r.kind is not RowKind.OF_WHICH]
    if not sharing:
        return own
    one_weight = all(weight_cell(r) == weight_cell(row) for r in sharing)
    others = (_alone(sheet, r, figures, traced=traced) for r in sharing)
    return _together([own, *others], one_weight=one_weight)


def _together(parts: Sequence[Computed], *, one_weight: bool) -> Computed:
    """Score rows that share one score; with one weight too, any split between them is possible."""
    first = parts[0]
    weights = [p.weight for p in parts if p.weight is not None]
    weight = first.weight if one_weight else sum(weights, Exact(0))
    states = {p.outcome.state for p in parts}
    scores = [p.outcome.score for p in parts if p.outcome.score is not None]
    if states != {OutcomeState.COMPUTED} or len(scores) < len(parts):
        state = states.pop() if len(states) == 1 else OutcomeState.ASK
        trace = join_texts((p.outcome.trace for p in parts), "trace.items")
        return replace(first, weight=weight, outcome=Outcome(state, trace=trace))
    trace = join_texts((p.outcome.trace for p in parts), "trace.items")
    if not one_weight:
        total = sum(scores, Exact(0))
        outcome = Outcome(
            OutcomeState.COMPUTED, score=total, scores=IntervalSet.point(total), trace=trace
        )
    else:
        likely = sum(scores, Exact(0)) / len(scores)
        outcome = Outcome(
            OutcomeState.COMPUTED,
            score=likely,
            scores=IntervalSet.of(min(scores), max(scores)),
            trace=trace,
        )
    return replace(first, weight=weight, outcome=outcome)


def _alone(sheet: Scoresheet, row: Row, figures: Figures, *, traced: bool) -> Computed:
    indicator = sheet.rulebook.by_id.get(row.id)
    if indicator is not None:
        found = _fixed(sheet.rulebook, indicator, row, figures, traced=traced)
        if sheet.is_drafted and (found.basis == "rate" or _is_stated(indicator)):
            return replace(found, basis="standard")
        return found
    whole = whole_of(sheet, row)
    if whole is not None:
        rule, amounts = whole
        weight = weight_typed(sheet.rulebook, row)
        outcome = evaluate_indicator(sheet.rulebook, rule, amounts, traced=traced, weight=weight)
        return Computed(weight, outcome, "inputs", rule)
    block = sheet.rulebook.block_by_id.get(row.block) if row.block is not None else None
    return _free(sheet, block, row, traced=traced)


def _is_stated(indicator: Indicator) -> bool:
    """Whether a drafted row is measured by what its own words say: 本部门完成率93%."""
    return indicator.rate is not None and not input_names(parse_formula(indicator.rate))


def _fixed(
    rulebook: Rulebook, indicator: Indicator, row: Row, figures: Figures, *, traced: bool
) -> Computed:
    weight = weight_in(rulebook, row)
    if isinstance(indicator.score, ItemScore):
        return _item(rulebook, indicator, row, weight, traced=traced)
    if indicator.score is None and not indicator.parts:
        return Computed(weight, Outcome(OutcomeState.JUDGED), "range", indicator)
    outcome = evaluate_indicator(rulebook, indicator, figures, traced=traced, weight=weight)
    if outcome.state is OutcomeState.MISSING:
        found = _by_rate(rulebook, indicator, row, weight, traced=traced)
        return found or Computed(weight, outcome, "range", indicator)
    basis: Basis = "range" if outcome.state is OutcomeState.JUDGED else "inputs"
    if weight is not None:
        weight += gained_weight(rulebook, indicator, figures)
    return Computed(weight, outcome, basis, indicator)


def _by_rate(
    rulebook: Rulebook, indicator: Indicator, row: Row, weight: Fraction | None, *, traced: bool
) -> Computed | None:
    """Score a row from its claimed rate; None where the rate is missing or does not do."""
    rate = _rate_typed(row, indicator)
    if rate is None:
        return None
    outcome = evaluate_rate(rulebook, indicator, rate, traced=traced, weight=weight)
    if outcome.state is OutcomeState.MISSING and not outcome.parts:
        return None
    return Computed(weight, outcome, "rate", indicator)


def _rate_typed(row: Row, indicator: Indicator) -> FigureValue | None:
    """The rate of a row; amounts next to one another (6.84万元 of 6.84万元) make one, alone none.

    What the rule counts (7个 where it counts 个) is taken as it is.
    """
    reading = row.readings.get(Role.ACTUAL)
    quantity = reading.figure if reading is not None else None
    if quantity is not None and quantity.unit == indicator.rate_unit and is_counted(quantity):
        return FigureValue(quantity.value)
    if quantity is None or quantity.unit in ("", "%", indicator.rate_unit):
        return typed_value(reading)
    goal = row.readings.get(Role.TARGET)
    target = goal.figure if goal is not None else None
    converted = convert(target, quantity.unit) if target is not None else None
    return (
        FigureValue(quantity.value / converted.value)
        if converted is not None and converted.value
        else None
    )


def _item(
    rulebook: Rulebook, indicator: Indicator, row: Row, weight: Fraction | None, *, traced: bool
) -> Computed:
    """A typed score before weighting: taken as it is and weighted."""
    if weight is None or indicator.score is None:
        missing = Outcome(OutcomeState.MISSING, missing=(Role.WEIGHT.value,))
        return Computed(weight, missing, "range", indicator)
    block = FreeBlock(id=indicator.id, path=indicator.path, score=indicator.score)
    free = free_row(row, weight)
    outcome = evaluate_row(rulebook, block, free, traced=traced)
    basis: Basis = "range" if outcome.state in _LOST else "rate"
    return Computed(weight, outcome, basis, indicator, free)


def _free(sheet: Scoresheet, block: FreeBlock | None, row: Row, *, traced: bool) -> Computed:
    weight = weight_typed(sheet.rulebook, row)
    if weight is None and block is not None and block.split == "equal":
        weight = _equal_share(sheet, block)
    if weight is None and block is not None and isinstance(block.score, Judged):
        return Computed(None, Outcome(OutcomeState.JUDGED), "range", block)
    if weight is None or block is None:
        missing = Outcome(OutcomeState.MISSING, missing=(Role.WEIGHT.value,))
        return Computed(weight, missing, "range", block)
    free = free_row(row, weight)
    outcome = evaluate_row(sheet.rulebook, block, free, traced=traced)
    if outcome.state is OutcomeState.ASK and operator_of(free) is None:
        outcome = _either_way(sheet.rulebook, block, free)
    if outcome.state in _LOST:
        return Computed(weight, outcome, "range", block, free)
    basis: Basis = "rate" if isinstance(block.score, ItemScore) else "target"
    return Computed(weight, outcome, basis, block, free)


def _either_way(rulebook: Rulebook, block: FreeBlock, free: FreeRow) -> Outcome:
    """Score a row whose target has no sign as ≥ and as ≤: other scores are out of reach."""
    rising, falling = (
        evaluate_row(rulebook, block, replace(free, operator=operator))
        for operator in (Operator.AT_LEAST, Operator.AT_MOST)
    )
    why = trace_text("trace.row-sign")
    if rising.scores is None or falling.scores is None:
        return Outcome(OutcomeState.ASK, trace=why)
    if rising.score is None or falling.score is None:
        return Outcome(OutcomeState.ASK, scores=rising.scores.union(falling.scores), trace=why)
    return Outcome(
        OutcomeState.ASK,
        scores=rising.scores.union(falling.scores),
        trace=trace_text(
            "trace.either-way",
            why=why,
            rising=format_points(rising.score),
            falling=format_points(falling.score),
        ),
    )


def _equal_share(sheet: Scoresheet, block: FreeBlock) -> Fraction | None:
    """A row's share of a block that is split equally, rounded as the rulebook says."""
    sharing = sum(r.kind is RowKind.FREE and r.block == block.id for r in sheet.rows)
    if block.weight is None or not sharing:
        return None
    return round_half_up(Exact(block.weight) / sharing, block.split_digits)
