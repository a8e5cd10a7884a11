"""The values of a template's formulas for a filling, by our own evaluator: what the cells cache."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from jixiao.formula import ColumnReference as ColumnName
from jixiao.formula import input_names, parse_formula
from jixiao.rulebook import (
    ASK_TEXT,
    FULL_TEXT,
    NA_TEXT,
    PARTIAL_TEXT,
    ZERO_TEXT,
    Figures,
    FigureValue,
    Indicator,
    Outcome,
    OutcomeState,
    Role,
    Rulebook,
    add_points,
    evaluate_indicator,
    evaluate_rate,
    grade_allowed,
    is_spread,
    plan_indicator,
    rate_name,
    rows_for,
    score_formula,
    suggested_name,
    vetoed_total,
    weight_of,
)
from jixiao.writing.template.filling import Filling, TypedValue, figures_of_filling
from jixiao.writing.template.money_block import indicator_in_money
from jixiao.writing.template.page import CachedResult
from jixiao.writing.template.sections import sections_of
from jixiao.writing.template.sums import WEIGHT_SUM, suffix_of
from jixiao.writing.template.table_sheet import cell_key

Scores = Mapping[str, Fraction | None]
_ZERO_WORDS = {
    "ask": ASK_TEXT,
    "full": FULL_TEXT,
    "zero": ZERO_TEXT,
    "na": NA_TEXT,
}
_SCORE_WORDS = {OutcomeState.ASK: ASK_TEXT, OutcomeState.NOT_APPLICABLE: NA_TEXT}


def results_of(rulebook: Rulebook, filling: Filling) -> dict[str, CachedResult]:
    """Compute every formula cell, keyed as in the fingerprint; blank results are ``""``."""
    figures = figures_of_filling(rulebook, filling)
    results = dict(_table_cells(rulebook, figures))
    kept = [i for i in rulebook.indicators if i.id not in filling.deleted]
    claimed: dict[str, Fraction | None] = {}
    suggested: dict[str, Fraction | None] = {}
    left_out: set[str] = set()
    for indicator in kept:
        outcome = _outcome(rulebook, indicator, figures, filling)
        if outcome.state is OutcomeState.NOT_APPLICABLE and outcome.score is None:
            left_out.add(indicator.id)
        claim = filling.claimed.get(indicator.id)
        claimed[indicator.id] = None if claim is None else Fraction(claim)
        results[rate_name(indicator.id)] = _rate(rulebook, indicator, outcome, figures)
        formula = score_formula(rulebook, indicator, "A1")
        is_claimed = formula is None or outcome.state is OutcomeState.JUDGED
        suggested[indicator.id] = claimed[indicator.id] if is_claimed else outcome.score
        own = suggested[indicator.id] if formula is not None else None
        results[suggested_name(indicator.id)] = _score(outcome) if own is None else own
    reviewed = {i.id: _exact(filling.reviewed.get(i.id), None) for i in kept}
    for role, scores in (
        (Role.CLAIMED, claimed),
        (Role.SUGGESTED, suggested),
        (Role.REVIEWED, reviewed),
    ):
        counted = {i: None if i in left_out else score for i, score in scores.items()}
        sums = _sums(rulebook, kept, counted, suffix_of(role), filling, figures, left_out)
        results.update(sums)
    results.update(_weights(rulebook))
    return results


def _outcome(
    rulebook: Rulebook, indicator: Indicator, figures: Figures, filling: Filling
) -> Outcome:
    typed = filling.typed.get(rate_name(indicator.id))
    if isinstance(typed, Decimal):
        return evaluate_rate(rulebook, indicator, FigureValue(Fraction(typed)), traced=False)
    return evaluate_indicator(rulebook, indicator, figures, traced=False)


def _rate(
    rulebook: Rulebook, indicator: Indicator, outcome: Outcome, figures: Figures
) -> CachedResult:
    """The rate, or what the cell says instead of one: nothing yet, or a zero denominator."""
    if outcome.rate is not None:
        return outcome.rate
    shown = plan_indicator(rulebook, indicator).shown
    needed = () if shown.rate is None else input_names(shown.rate)
    has_all = all(name in figures.inputs or rulebook.input_by_id[name].optional for name in needed)
    if not has_all or (shown.columns and outcome.state is OutcomeState.MISSING):
        return ""
    return _ZERO_WORDS[shown.if_zero or "ask"]


def _score(outcome: Outcome) -> CachedResult:
    if outcome.score is not None:
        return outcome.score
    return "" if outcome.missing else _SCORE_WORDS.get(outcome.state, "")


def _sums(
    rulebook: Rulebook,
    kept: Sequence[Indicator],
    scores: Scores,
    suffix: str,
    filling: Filling,
    figures: Figures,
    left_out: Collection[str],
) -> Iterable[tuple[str, CachedResult]]:
    """Sums over fixed rows; free rows are never filled here, so their forms get no grade."""
    typed = filling.typed
    above = indicator_in_money(rulebook)
    sections = [_total([scores[above.id]])] if above is not None else []
    at_once = _added(rulebook, kept, scores) if is_spread(rulebook) else None
    for name, items in sections_of(rulebook):
        rows = [i for i in items if i in kept and i is not above]
        if items == [above]:
            continue
        key = f"sum{suffix}:{name}"
        section = _added(rulebook, [i for i in rows if isinstance(i, Indicator)], scores)
        yield key, "" if section is None else section
        sections.append(_exact(typed.get(key), section))
    total = _total(sections) if at_once is None else at_once
    total = None if total is None else _scaled(rulebook, total, left_out)
    total = None if total is None else vetoed_total(rulebook, total, figures)
    yield f"total{suffix}", "" if total is None else total
    total = _exact(typed.get(f"total{suffix}"), total)
    needed = sum(1 for i in rulebook.indicators if i.not_applicable is None)
    known = sum(1 for i in kept if scores[i.id] is not None)
    grade = None
    if total is not None and known >= needed and not rulebook.blocks:
        exact = Decimal(total.numerator) / Decimal(total.denominator)
        grade = grade_allowed(rulebook, exact, figures)
    yield f"grade{suffix}", grade or ""


def _weights(rulebook: Rulebook) -> Iterable[tuple[str, CachedResult]]:
    """Weights of fixed rows, where a form adds up weights."""
    weights = {i.id: weight_of(rulebook, i) for i in rulebook.indicators}
    for name, items in sections_of(rulebook):
        section = _total(weights[i.id] for i in items if i.id in weights)
        yield f"sum{WEIGHT_SUM}:{name}", "" if section is None else section
    total = _total(weights.values())
    yield f"total{WEIGHT_SUM}", "" if total is None else total


def _added(rulebook: Rulebook, rows: Sequence[Indicator], scores: Scores) -> Fraction | None:
    """Add up rows, bonus and malus within their ceilings; None where all are blank."""
    known = [(i.id, score) for i in rows if (score := scores[i.id]) is not None]
    return add_points(rulebook, known).total if known else None


def _scaled(rulebook: Rulebook, total: Fraction, left_out: Collection[str]) -> Fraction:
    """Scale a total up where rows that do not apply are left out of it."""
    whole = Fraction(rulebook.total)
    gone = sum(
        (weight_of(rulebook, rulebook.by_id[i]) or Fraction(0) for i in left_out), Fraction(0)
    )
    return total * whole / (whole - gone) if 0 < gone < whole else total


def _total(scores: Iterable[Fraction | None]) -> Fraction | None:
    known = [score for score in scores if score is not None]
    return sum(known, Fraction(0)) if known else None


def _exact(typed: TypedValue | None, otherwise: Fraction | None) -> Fraction | None:
    return Fraction(typed) if isinstance(typed, Decimal) else otherwise


def _table_cells(rulebook: Rulebook, figures: Figures) -> Iterable[tuple[str, CachedResult]]:
    for table in rulebook.tables:
        computed = [column for column in table.columns if column.formula is not None]
        for nth, row in enumerate(figures.tables.get(table.id, ()), 1):
            for column in computed:
                key = cell_key(table, column, nth)
                yield key, _table_cell(rulebook, ColumnName(table.id, column.id), row)


def _table_cell(
    rulebook: Rulebook, name: ColumnName, row: Mapping[str, FigureValue]
) -> CachedResult:
    if not row:
        return ""
    found = rows_for(rulebook, [name], {name.table: (row,)})
    if found.exact[name.table]:
        return found.exact[name.table][0][name.column]
    if found.asks:
        return ASK_TEXT
    column = next(c for t in rulebook.tables for c in t.columns if c.id == name.column)
    needed = input_names(parse_formula(column.formula or "0"))
    return NA_TEXT if all(each in row for each in needed) else PARTIAL_TEXT
