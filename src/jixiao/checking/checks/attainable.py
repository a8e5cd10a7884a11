"""Scores that no value can give under the standard, and points in words against the weight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao import drafting
from jixiao.checking.checks.register import CheckCase, check
from jixiao.checking.model import Verdict
from jixiao.checking.score import JudgedRow
from jixiao.figures import Exact, format_points
from jixiao.finding import Bilingual, Finding, finding, text_of
from jixiao.rulebook import Indicator, Judged, OutcomeState, Role, standard_sentence, weight_of
from jixiao.scoresheet import RowKind, Scoresheet

_SHOWN = 5  # scores reported on either side of the one claimed
_LONGEST = 60  # characters of a standard inside a message


@check(codes=("R112", "R113"))
def attainable_findings(case: CheckCase) -> Iterator[Finding]:
    """Say which self-scores the standard of their row cannot give."""
    sharing = {row.sum_with for row in case.sheet.rows if row.sum_with is not None}
    for one in case.judged:
        if one.row.id in sharing or one.row.kind is RowKind.OF_WHICH:
            continue
        text = _own_standard(case.sheet, one)
        if text is not None:
            yield from _other_weight(one, text)
        yield from _unattainable(case.sheet, one, text)


def _own_standard(sheet: Scoresheet, one: JudgedRow) -> str | None:
    """Take the standard in the row itself; only where no rulebook has a rule for it."""
    cell = one.row.readings.get(Role.STANDARD)
    rule = one.computed.rule.score if one.computed.rule is not None else None
    if not sheet.is_drafted or cell is None or not cell.text.strip():
        return None
    if rule is not None and not isinstance(rule, Judged):
        return None
    return cell.text


def _other_weight(one: JudgedRow, text: str) -> Iterator[Finding]:
    """Say that the words give other points than the weight of the row."""
    cell, weight = one.row.readings.get(Role.STANDARD), one.result.weight
    if cell is None or weight is None or _read(text, weight) is not None:
        return  # read wholly with the weight of the row: it has no other points
    reading = _read(text)
    if reading is None or reading.weight in (None, weight):
        return
    yield finding(
        "R113",
        sheet=cell.sheet,
        cell=cell.cell,
        indicator=one.row.id,
        name=one.row.name,
        said=format_points(reading.weight or Exact(0)),
        weight=format_points(weight),
    )


def _read(text: str, weight: Fraction | None = None) -> drafting.StandardReading | None:
    """Read a standard wholly; None where that fails, or a person judges."""
    reading = drafting.read_standard(drafting.without_own_words(text), weight)
    is_judged = any(isinstance(part.rule, Judged) for part in reading.parts)
    return reading if reading.is_whole and not is_judged else None


def _unattainable(sheet: Scoresheet, one: JudgedRow, text: str | None) -> Iterator[Finding]:
    """Say so where nothing else is known of the score but that it cannot be."""
    claimed, score, weight = (
        one.row.readings.get(Role.CLAIMED),
        one.result.claimed_score,
        one.result.weight,
    )
    if claimed is None or score is None or weight is None or not 0 <= score <= weight:
        return
    found = _by_words(sheet, one, text) if text is not None else _by_rule(sheet, one)
    if found is None:
        return
    standard, scores = found
    if score in scores:
        return
    yield finding(
        "R112",
        sheet=claimed.sheet,
        cell=claimed.cell,
        indicator=one.row.id,
        name=one.row.name,
        found=format_points(score),
        standard=standard if len(standard) <= _LONGEST else f"{standard[: _LONGEST - 1]}…",
        scores=_listed(sorted(scores, reverse=True), score),
    )


def _by_words(
    sheet: Scoresheet, one: JudgedRow, text: str
) -> tuple[str, frozenset[Fraction]] | None:
    if one.result.verdict not in (Verdict.JUDGED, Verdict.UNDECIDABLE):
        return None
    reading = _read(text, one.result.weight)
    if reading is None or reading.weight != one.result.weight:
        return None
    scores = drafting.attainable_of(reading, sheet.rulebook.digits)
    return None if scores is None else (reading.text.strip(), scores)


def _by_rule(sheet: Scoresheet, one: JudgedRow) -> tuple[str, frozenset[Fraction]] | None:
    """Take the rule of a known rulebook, where the figures that it needs are missing."""
    rule, weight = one.computed.rule, one.result.weight
    is_unknown = one.computed.outcome.state is OutcomeState.MISSING
    if one.result.verdict is not Verdict.UNDECIDABLE or not is_unknown:
        return None
    if not isinstance(rule, Indicator) or rule.score is None or rule.parts or rule.adjusts:
        return None
    gains = any(
        other.not_applicable is not None and other.not_applicable.to == rule.id
        for other in sheet.rulebook.indicators
    )
    if gains or weight is None or weight != weight_of(sheet.rulebook, rule):
        return None
    scores = drafting.attainable_scores(rule.score, weight, sheet.rulebook.digits)
    sentence = standard_sentence(sheet.rulebook, rule)
    return None if scores is None else (sentence.rstrip("。"), scores)


def _listed(scores: Sequence[Fraction], claimed: Fraction) -> Bilingual:
    """Name the scores nearest to the one claimed, the greatest first."""
    place = sum(1 for score in scores if score > claimed)
    start = max(0, place - _SHOWN)
    shown = [format_points(score) for score in scores[start : place + _SHOWN]]
    before = "…" if start > 0 else ""
    behind = "…" if place + _SHOWN < len(scores) else ""
    between = text_of("words.separator")
    return Bilingual(
        before + between.zh.join(shown) + behind, before + between.en.join(shown) + behind
    )
