"""What there is to say of one row: its score missing, out of reach, undecidable, its rate wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import partial

from jixiao.checking import diagnosis
from jixiao.checking.checks.rates import rate_differs
from jixiao.checking.checks.reasons import says_lost
from jixiao.checking.checks.register import raises
from jixiao.checking.checks.reported_cells import ReportedCells
from jixiao.checking.diagnosis import shown_part
from jixiao.checking.model import Basis, Verdict
from jixiao.checking.score import JudgedRow, is_given_by, is_left_blank
from jixiao.figures import format_points
from jixiao.finding import Bilingual, Finding, Severity, finding, text_of
from jixiao.rulebook import (
    Figures,
    FreeBlock,
    Indicator,
    Measure,
    OutcomeState,
    Role,
    adjusting,
    rate_text,
)
from jixiao.scoresheet import Reading, Row, Scoresheet

_BASES: dict[Basis, Bilingual] = {
    "inputs": text_of("checking.basis.inputs"),
    "rate": text_of("checking.basis.rate"),
    "target": text_of("checking.basis.target"),
    "standard": text_of("checking.basis.standard"),
    "range": text_of("checking.basis.range"),
}
_NEEDS = {
    "weight": text_of("checking.need.weight"),
    "target": text_of("checking.need.target"),
    "actual": text_of("checking.need.actual"),
}
_NOTHING = Bilingual("", "")

Say = Callable[..., Finding]
"""``finding`` with the place and the name of the row filled in."""


@raises("R101", "R102", "R103", "R104")
def findings_of_row(
    sheet: Scoresheet, judged: JudgedRow, figures: Figures, places: ReportedCells
) -> Iterator[Finding]:
    """Yield the R findings of a row."""
    row, result, outcome = judged.row, judged.result, judged.computed.outcome
    claimed = row.readings.get(Role.CLAIMED)
    cell = claimed.cell if claimed is not None else _cell_of_row(sheet, row)
    rate_finding = _rate_finding(sheet, judged, figures)
    if rate_finding is not None:
        yield rate_finding
    say = partial(finding, sheet=row.sheet, cell=cell, indicator=row.id, name=row.name)
    match result.verdict:
        case Verdict.MISSING:
            expected = _points(outcome.score)
            yield say("R102", expected=expected, computed=_known(expected))
        case Verdict.UNDECIDABLE:
            yield _undecidable(say, sheet, judged, places)
        case Verdict.AGREES_SHOWN:
            shown, computed = _points(result.claimed_score), _points(outcome.score)
            yield say("R104", found=shown, expected=computed, trace=outcome.trace or _NOTHING)
        case Verdict.DIFFERS:
            yield _differs(say, sheet, judged)
        case _:
            return


def _differs(say: Say, sheet: Scoresheet, judged: JudgedRow) -> Finding:
    """Say how far a self-score is out, from the computed score or from the nearest bound."""
    result, outcome = judged.result, judged.computed.outcome
    low, high = result.bounds or (None, None)
    nearest = outcome.score
    if nearest is None and result.claimed_score is not None and low is not None:
        nearest = low if result.claimed_score < low else high
    excess = (result.claimed_score or Fraction(0)) - (nearest or Fraction(0))
    found = say(
        "R101",
        found=_points(result.claimed_score),
        expected=_points(outcome.score) or _range(low, high),
        basis=_BASES[result.basis],
        gap=format_points(abs(excess)),
        direction=text_of("checking.score.too-many")
        if excess > 0
        else text_of("checking.score.too-few"),
        arithmetic=_arithmetic(outcome.trace),
        clause=_clause(judged.computed.rule),
        reason=_reason(sheet, judged),
    )
    if outcome.score is None and low is not None and high is not None and low != high:
        text = text_of("checking.score.within")
        return found.doing(text.fill(low=format_points(low), high=format_points(high)))
    return found


def _reason(sheet: Scoresheet, judged: JudgedRow) -> Bilingual:
    """What is to be done in the column of reasons once the score is the computed one."""
    reason, score = judged.row.readings.get(Role.REASON), judged.computed.outcome.score
    weight = judged.result.weight
    if reason is None or score is None or weight is None:
        return _NOTHING
    if judged.row.id in adjusting(sheet.rulebook):
        return _NOTHING
    if score < weight and is_left_blank(reason):
        return text_of("checking.score.reason").fill(cell=reason.cell)
    if score >= weight and says_lost(reason.text):
        return text_of("checking.score.no-reason").fill(cell=reason.cell)
    return _NOTHING


def _known(score: str | None) -> Bilingual:
    if score is None:
        return Bilingual("", "")
    return text_of("checking.score.computed").fill(score=score)


def _arithmetic(trace: Bilingual | None) -> Bilingual:
    return text_of("checking.score.arithmetic").fill(trace=trace) if trace else _NOTHING


def _clause(rule: Indicator | FreeBlock | None) -> Bilingual:
    clause = rule.clause if rule is not None else ""
    if not clause:
        return Bilingual("", "")
    return text_of("checking.score.clause").fill(clause=clause)


def _range(low: Fraction | None, high: Fraction | None) -> str:
    if low is None or high is None:
        return "—"
    return format_points(low) if low == high else f"{format_points(low)}–{format_points(high)}"


def _points(score: Fraction | None) -> str | None:
    return None if score is None else format_points(score)


def _cell_of_row(sheet: Scoresheet, row: Row) -> str | None:
    letters = sheet.columns.get(Role.CLAIMED) if row.sheet == sheet.sheet else None
    return f"{letters}{row.row}" if letters else None


def _undecidable(say: Say, sheet: Scoresheet, judged: JudgedRow, places: ReportedCells) -> Finding:
    outcome = judged.computed.outcome
    claimed = judged.row.readings.get(Role.CLAIMED)
    cause = places.at([claimed])
    if cause is None and outcome.state is OutcomeState.MISSING:
        cause = places.at(_evidence(sheet, judged))
    if claimed is not None and claimed.figure is None:
        why = text_of("checking.why.unreadable")
    elif outcome.state is OutcomeState.ASK:
        why = outcome.trace or text_of("trace.ask")
    elif outcome.state is OutcomeState.NOT_APPLICABLE:
        why = outcome.trace or text_of("trace.na")
    else:
        lacking = _lacking(sheet, outcome.missing)
        why = text_of("checking.why.missing").fill(names=lacking)
    typed = claimed.text if claimed is not None else None
    shown = _points(judged.result.claimed_score)
    if shown:
        claim = text_of("checking.claim.points").fill(points=shown)
    else:
        claim = text_of("checking.claim.typed").fill(typed=typed)
    found = say(
        "R103",
        found=shown or typed,
        claim=claim,
        expected=_range(*(judged.result.bounds or (None, None))),
        because=cause.code if cause else None,
        because_cell=cause.place if cause else None,
        why=why,
    )
    if cause is not None and claimed is not None and cause.place == claimed.place:
        return replace(found, severity=Severity.NOTICE, is_settled=True)
    return found


def _lacking(sheet: Scoresheet, missing: tuple[str, ...]) -> Bilingual:
    labels = {
        t.id: text_of("checking.need.named").fill(label=t.label) for t in sheet.rulebook.tables
    }
    labels |= {
        i.id: text_of("checking.need.named").fill(label=i.label) for i in sheet.rulebook.inputs
    }
    found = [labels.get(name) or _NEEDS.get(name) or Bilingual(name, name) for name in missing]
    if not found:
        return text_of("checking.need.any")
    kept, more = found[:4], len(found) > 4
    listed = _joined("words.separator", kept)
    rest = text_of("checking.need.more") if more else Bilingual("", "")
    return Bilingual(listed.zh + rest.zh, listed.en + rest.en)


def _joined(id_: str, texts: Sequence[Bilingual]) -> Bilingual:
    between = text_of(id_)
    return Bilingual(between.zh.join(b.zh for b in texts), between.en.join(b.en for b in texts))


def _evidence(sheet: Scoresheet, judged: JudgedRow) -> Iterator[Reading | None]:
    """Yield the cells of the figures that are missing, the row's own among them."""
    for name in judged.computed.outcome.missing:
        yield sheet.inputs.get(name)
        for row in sheet.tables.get(name, ()):
            yield from row.values()
    yield from (judged.row.readings.get(role) for role in (Role.TARGET, Role.ACTUAL, Role.WEIGHT))


def _rate_finding(sheet: Scoresheet, judged: JudgedRow, figures: Figures) -> Finding | None:
    """Say that a claimed rate is not the one the inputs give; None where it is."""
    computed, rule = judged.computed, judged.computed.rule
    typed = judged.row.readings.get(Role.ACTUAL)
    quantity = typed.figure if typed is not None else None
    rate = computed.outcome.rate
    if typed is None or quantity is None or rate is None or computed.basis != "inputs":
        return None
    if not isinstance(rule, Indicator) or is_given_by(quantity, rate, computed.outcome.rates):
        return None
    measure = Measure(shown_part(rule).rate_unit)
    likely = diagnosis.rate_causes(sheet, rule, figures, quantity)
    return rate_differs(
        typed,
        judged.row.id,
        judged.row.name,
        expected=measure.value(rate),
        formula=rate_text(sheet.rulebook, rule),
        found=typed.text or measure.value(quantity.value),
        likely=_likely(likely),
    )


def _likely(causes: tuple[Bilingual, ...]) -> Bilingual:
    if not causes:
        return Bilingual("", "")
    return text_of("checking.score.likely").fill(causes=_joined("words.semicolon", causes))
