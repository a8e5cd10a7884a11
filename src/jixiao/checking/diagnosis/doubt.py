"""Rows that hang on a doubtful figure: undecidable, with what they come to either way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from jixiao.checking.diagnosis.cells import typed_text
from jixiao.checking.diagnosis.codes import ABOUT_SCORE
from jixiao.checking.diagnosis.mending import resting_on
from jixiao.checking.diagnosis.model import BrokenBound, Diagnosis, FigureRoot
from jixiao.checking.diagnosis.oddity import is_change
from jixiao.checking.diagnosis.symptoms import outcome_of
from jixiao.checking.diagnosis.wording import NOTHING, joined
from jixiao.checking.model import Verdict
from jixiao.checking.score import JudgedRow
from jixiao.figures import format_percent, format_points
from jixiao.finding import Bilingual, Finding, finding, text_of
from jixiao.rulebook import Figures, Indicator, Outcome, OutcomeState
from jixiao.scoresheet import Scoresheet


def doubted(
    sheet: Scoresheet, judged: Sequence[JudgedRow], figures: Figures, found: Diagnosis
) -> Mapping[str, JudgedRow]:
    """The rows, by id, whose score is another once a root is mended; judged undecidable."""
    rows: dict[str, JudgedRow] = {}
    for root in found.figures:
        for one in _hanging(sheet, judged, figures, root, found.absurd):
            if one.row.id not in rows:
                rows[one.row.id] = _open(
                    sheet, one, figures, root, is_absurd=one.row.id in found.absurd
                )
    for broken in found.broken:
        for one in judged:
            if one.row.id in broken.rows and one.row.id not in rows:
                rows[one.row.id] = _contradicted(one, broken)
    for one in judged:
        if one.row.id in found.absurd and one.row.id not in rows and _is_ratio(one):
            rows[one.row.id] = _absurd(one)
    return rows


def _is_ratio(one: JudgedRow) -> bool:
    """Whether the rate is no change against a base, which may well be tiny."""
    rule = one.computed.rule
    if not isinstance(rule, Indicator):
        return False
    return not any(part.rate and is_change(part.rate) for part in rule.parts or (rule,))


def _hanging(
    sheet: Scoresheet,
    judged: Sequence[JudgedRow],
    figures: Figures,
    root: FigureRoot,
    absurd: frozenset[str],
) -> list[JudgedRow]:
    hanging: list[JudgedRow] = []
    for choice in root.choices:
        changed = choice.applied(figures)
        for one in resting_on(sheet, judged, *choice.cells):
            after = outcome_of(sheet, one, changed)
            if one not in hanging and (
                after.score != one.result.computed_score or one.row.id in absurd
            ):
                hanging.append(one)
    return hanging


def _open(
    sheet: Scoresheet, one: JudgedRow, figures: Figures, root: FigureRoot, *, is_absurd: bool
) -> JudgedRow:
    cells = {choice.cell.reading.place: choice.cell for choice in root.choices}
    scores = [] if is_absurd or one.result.computed_score is None else [one.result.computed_score]
    listed: list[Bilingual] = [
        text_of("diagnosis.why.before").fill(score=format_points(s)) for s in scores
    ]
    for choice in root.choices[:4]:
        if one not in resting_on(sheet, [one], *choice.cells):
            continue
        after = outcome_of(sheet, one, choice.applied(figures))
        if after.score is not None:
            scores.append(after.score)
            text = text_of("diagnosis.why.after")
            typed = typed_text(choice.cell, choice.slip.value)
            listed.append(text.fill(to=typed, score=format_points(after.score)))
    cell = next(iter(cells.values()))
    outcomes = joined(listed)
    outcomes = text_of("diagnosis.outcomes").fill(text=outcomes) if listed else NOTHING
    why = text_of("diagnosis.why.open").fill(
        label=cell.label, cell=cell.reading.place, found=cell.reading.text, outcomes=outcomes
    )
    return undecidable(one, scores, why)


def _absurd(one: JudgedRow) -> JudgedRow:
    rate = one.computed.outcome.rate or Fraction(0)
    why = text_of("diagnosis.why.absurd").fill(rate=format_percent(rate))
    return undecidable(one, [], why)


def _contradicted(one: JudgedRow, broken: BrokenBound) -> JudgedRow:
    why = text_of("diagnosis.why.broken").fill(says=broken.relation.says)
    return undecidable(one, [], why)


def undecidable(one: JudgedRow, scores: Sequence[Fraction], why: Bilingual) -> JudgedRow:
    """Judge a row undecidable; ``scores`` are what it may come to, in points."""
    result, weight = one.result, one.result.weight
    bounds = (Fraction(0), weight) if weight is not None else None
    if scores:
        bounds = min(scores), max(scores)
    unknown = Outcome(OutcomeState.ASK, trace=why)
    verdict = Verdict.MISSING if result.verdict is Verdict.MISSING else Verdict.UNDECIDABLE
    open_result = replace(
        result,
        verdict=verdict,
        computed_rate=None,
        computed_score=None,
        bounds=bounds,
        causes=(),
        parts=(),
        trace=why,
    )
    computed = replace(one.computed, outcome=unknown)
    kept = tuple(f for f in one.findings if f.code not in ABOUT_SCORE)
    if verdict is Verdict.UNDECIDABLE:
        kept += (_finding(one, bounds, why),)
    return JudgedRow(one.row, open_result, computed, kept)


def _finding(one: JudgedRow, bounds: tuple[Fraction, Fraction] | None, why: Bilingual) -> Finding:
    sheet, _, cell = one.result.cells.get("score", "").rpartition("!")
    claimed = one.result.claimed_score
    points = "—" if claimed is None else format_points(claimed)
    low, high = bounds or (Fraction(0), Fraction(0))
    expected = "–".join(dict.fromkeys((format_points(low), format_points(high))))
    return finding(
        "R107",
        sheet=sheet or one.row.sheet,
        cell=cell or None,
        indicator=one.row.id,
        found=points,
        expected=expected,
        name=one.row.name,
        claim=text_of("diagnosis.points").fill(points=points),
        why=why,
    )
