"""Targets against actual values where the sheet says no rule: questions, never differences.

A missed target with full marks, a target missed without a reason in a form without scores, and an
actual value that is a bound (≥90%) and so measures nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from jixiao.checking.checks.coverage import has_scores
from jixiao.checking.checks.register import CheckCase, check
from jixiao.checking.model import Verdict
from jixiao.checking.score import JudgedRow, free_row, is_left_blank
from jixiao.figures import Exact, ReadingState, format_points
from jixiao.finding import Finding, Severity, finding
from jixiao.rulebook import (
    FreeBlock,
    Indicator,
    ItemScore,
    Judged,
    Outcome,
    OutcomeState,
    Role,
    Target,
    evaluate_row,
)
from jixiao.scoresheet import Reading, Row, RowKind, Scoresheet

_MEASURED = (RowKind.FREE, RowKind.INDICATOR)
_OPEN = (Judged, ItemScore)
_PLAIN = FreeBlock(id="target", path=("target",), score=Target(kind="target"))


@check(codes=("R111", "R114", "E103", "D020", "D021"))
def target_findings(case: CheckCase) -> Iterator[Finding]:
    """Compare targets with what was reached, in rows that no rule scores by their target.

    In every sheet, say where a target is a figure and what was reached is none.
    """
    sheet = case.sheet
    for one in case.judged:
        if one.row.kind is RowKind.FREE:
            yield from _without_figure(one)
    if not sheet.is_drafted:
        for one in case.judged:
            if one.computed.rule is not None and isinstance(one.computed.rule.score, ItemScore):
                yield from _against_target(sheet, one)
        return
    scored = has_scores(sheet)
    yield from _bounds(sheet)
    for row in sheet.rows:
        if row.kind in _MEASURED and not scored:
            yield from _unexplained(sheet, row)
    for one in case.judged:
        if one.row.kind in _MEASURED and scored:
            yield from _against_target(sheet, one)


def _is_missed(sheet: Scoresheet, row: Row, weight: Fraction) -> bool:
    """Whether no value behind the figures as shown reaches the target."""
    outcome = _plainly(sheet, row, weight)
    if outcome.state is not OutcomeState.COMPUTED or outcome.score is None:
        return False
    return outcome.score < weight and (outcome.scores is None or outcome.scores.high < weight)


def _is_met(sheet: Scoresheet, row: Row, weight: Fraction) -> bool:
    """Whether every value behind the figures as shown reaches the target."""
    outcome = _plainly(sheet, row, weight)
    if outcome.score == weight and _is_same(row):
        return True
    scores = outcome.scores if outcome.state is OutcomeState.COMPUTED else None
    return scores is not None and scores.low == weight


def _is_same(row: Row) -> bool:
    """Whether the very figure of the target was reached, as written."""
    goal, actual = row.readings[Role.TARGET].figure, row.readings[Role.ACTUAL].figure
    if goal is None or actual is None:
        return False
    return (goal.value, goal.unit, goal.digits) == (actual.value, actual.unit, actual.digits)


def _plainly(sheet: Scoresheet, row: Row, weight: Fraction) -> Outcome:
    """What a row gets where only reaching its target counts."""
    return evaluate_row(sheet.rulebook, _PLAIN, free_row(row, weight), traced=False)


def _against_target(sheet: Scoresheet, one: JudgedRow) -> Iterator[Finding]:
    """Compare the self-score of a row that is judged with whether its target was reached.

    Full marks for a target that was missed (R111); points lost though it was met, where the form
    has no place to say why (R114).
    """
    claimed, weight = one.row.readings.get(Role.CLAIMED), one.computed.weight
    score, rule = one.result.claimed_score, one.computed.rule
    is_open = rule is not None and isinstance(rule.score, _OPEN) and not _has_inputs(rule)
    if not is_open or Role.TARGET not in one.row.readings or Role.ACTUAL not in one.row.readings:
        return
    if claimed is None or weight is None or score is None:
        return
    more: dict[str, Any] = {}
    if score == weight and _is_missed(sheet, one.row, weight):
        code = "R111"
    elif (
        0 <= score < weight
        and Role.REASON not in one.row.readings
        and _is_met(sheet, one.row, weight)
    ):
        code, more = "R114", {"weight": format_points(weight)}
    else:
        return
    yield finding(
        code,
        sheet=claimed.sheet,
        cell=claimed.cell,
        indicator=one.row.id,
        found=claimed.text,
        name=one.row.name,
        target=one.row.readings[Role.TARGET].text,
        actual=one.row.readings[Role.ACTUAL].text,
        **more,
    )


def _without_figure(one: JudgedRow) -> Iterator[Finding]:
    """Say that what was reached is no figure (D021): of a judged row only in passing.

    A blank in a row that is computed is said with its score.
    """
    goal, actual = one.row.readings.get(Role.TARGET), one.row.readings.get(Role.ACTUAL)
    rule, score = one.computed.rule, one.result.claimed_score
    if goal is None or actual is None or goal.state is not ReadingState.FIGURE:
        return
    is_judged = isinstance(rule, FreeBlock) and isinstance(rule.score, Judged)
    is_in_words = actual.state is ReadingState.TEXT
    if is_judged and score is not None and (is_in_words or is_left_blank(actual)):
        yield _no_figure(one.row, goal, actual, Severity.NOTICE)
    elif is_in_words and one.result.verdict is Verdict.UNDECIDABLE:
        yield _no_figure(one.row, goal, actual, None)


def _no_figure(row: Row, goal: Reading, actual: Reading, severity: Severity | None) -> Finding:
    return finding(
        "D021",
        sheet=actual.sheet,
        cell=actual.cell,
        indicator=row.id,
        found=actual.text or None,
        severity=severity,
        name=row.name,
        typed=actual.text or "—",
        target=goal.text,
    )


def _has_inputs(rule: FreeBlock | Indicator) -> bool:
    """Whether a row has figures of its own, such as that of the funds."""
    return isinstance(rule, Indicator) and rule.rate is not None


def _unexplained(sheet: Scoresheet, row: Row) -> Iterator[Finding]:
    """Say that a target was missed, or that nothing was reached, and no reason is given."""
    goal, actual = row.readings.get(Role.TARGET), row.readings.get(Role.ACTUAL)
    reason = row.readings.get(Role.REASON)
    if goal is None or actual is None or is_left_blank(goal):
        return
    is_measured = goal.state is ReadingState.FIGURE
    if is_measured and (is_left_blank(actual) or actual.state is ReadingState.TEXT):
        yield _no_figure(row, goal, actual, None)
    elif is_left_blank(reason) and _is_missed(sheet, row, Exact(1)):
        yield finding(
            "E103",
            sheet=actual.sheet,
            cell=actual.cell,
            found=actual.text,
            name=row.name,
            target=goal.text,
            actual=actual.text,
        )


def _bounds(sheet: Scoresheet) -> Iterator[Finding]:
    """Say once that actual values are written like targets (D020): ≥90% measures nothing."""
    readings = [
        (row, reading)
        for row in sheet.rows
        if row.kind in _MEASURED and (reading := row.readings.get(Role.ACTUAL)) is not None
    ]
    figures = [(row, one) for row, one in readings if one.figure is not None]
    bound = [(row, one) for row, one in figures if one.figure and one.figure.operator is not None]
    if bound and 2 * len(bound) > len(figures):
        row, first = bound[0]
        yield finding(
            "D020",
            sheet=first.sheet,
            cell=first.cell,
            indicator=row.id,
            found=first.text,
            name=row.name,
            count=str(len(bound)),
        )
