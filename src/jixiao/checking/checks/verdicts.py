"""Say of one row what its self-score is worth: the result, and the R findings that go with it."""

from __future__ import annotations

from fractions import Fraction
from typing import TypedDict

from jixiao.checking import diagnosis
from jixiao.checking.checks.reported_cells import ReportedCells
from jixiao.checking.checks.rows import findings_of_row
from jixiao.checking.model import IndicatorResult, Verdict
from jixiao.checking.score import (
    Computed,
    JudgedRow,
    compare_score,
    recompute_row,
    shown_score,
    whole_of,
)
from jixiao.figures import Exact
from jixiao.rulebook import Figures, FreeBlock, Indicator, Role, computed_standard
from jixiao.scoresheet import Row, Scoresheet

_CELLS = {
    "score": Role.CLAIMED,
    "rate": Role.ACTUAL,
    "suggested": Role.SUGGESTED,
    "reason": Role.REASON,
    "evidence": Role.EVIDENCE,
    "review": Role.REVIEWED,
}


def judge(sheet: Scoresheet, row: Row, figures: Figures, places: ReportedCells) -> JudgedRow:
    """Judge one indicator or free row."""
    digits = sheet.rulebook.digits
    whole = whole_of(sheet, row)
    figures = figures if whole is None else whole[1]
    computed = recompute_row(sheet, row, figures)
    outcome = computed.outcome
    claimed = row.readings.get(Role.CLAIMED)
    is_target = computed.basis == "target"
    verdict = compare_score(claimed, outcome, digits=digits, is_target=is_target)
    score = shown_score(claimed, digits)
    rate = row.readings.get(Role.ACTUAL)
    named = (
        diagnosis.causes_of(sheet, row, computed, figures, score)
        if verdict is Verdict.DIFFERS and score is not None
        else ()
    )
    is_fixed = isinstance(computed.rule, Indicator)
    result = IndicatorResult(
        id=row.id,
        name=row.name,
        path=row.path,
        weight=computed.weight,
        verdict=verdict,
        basis=computed.basis,
        claimed_rate=rate.figure.value if is_fixed and rate and rate.figure else None,
        computed_rate=outcome.rate if computed.basis == "inputs" else None,
        claimed_score=score,
        computed_score=outcome.score,
        reviewed_score=shown_score(row.readings.get(Role.REVIEWED), digits),
        bounds=_bounds(computed),
        causes=named,
        parts=outcome.parts,
        cells={
            key: row.readings[role].place for key, role in _CELLS.items() if role in row.readings
        },
        trace=outcome.trace,
        **_standards(sheet, computed.rule),
    )
    judged = JudgedRow(row, result, computed, ())
    found = tuple(findings_of_row(sheet, judged, figures, places))
    return JudgedRow(row, result, computed, found)


class _Standards(TypedDict, total=False):
    standard: str
    computed_standard: str


def _standards(sheet: Scoresheet, rule: Indicator | FreeBlock | None) -> _Standards:
    """Give the published words of a rule and how it is computed; nothing without such words."""
    if rule is None or not rule.standard:
        return {}
    return {
        "standard": rule.standard,
        "computed_standard": computed_standard(sheet.rulebook, rule),
    }


def _bounds(computed: Computed) -> tuple[Fraction, Fraction] | None:
    scores = computed.outcome.scores
    if scores is not None and not scores.is_empty:
        return scores.low, scores.high
    return None if computed.weight is None else (Exact(0), computed.weight)
