"""Tell roots first and fold under each what it causes.

A root is an error with its fix and what becomes of the return; a consequence names its root, is a
notice, and asks for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.checking.diagnosis.assessment import Assessment, Assessor
from jixiao.checking.diagnosis.codes import BOUNDS, EXPLAINABLE, OUT_OF_REACH, UNDECIDABLE
from jixiao.checking.diagnosis.doubt import doubted, undecidable
from jixiao.checking.diagnosis.free_slips import FreeSlip, free_slips, mended_row
from jixiao.checking.diagnosis.mending import MendedSheet, resting_on, with_figures, with_scores
from jixiao.checking.diagnosis.relations import Relation
from jixiao.checking.diagnosis.search import Diagnosis, FigureRoot, ScoreRoot, diagnose, listed
from jixiao.checking.diagnosis.sheet_causes import sheet_causes
from jixiao.checking.diagnosis.wording import (
    NOTHING,
    Named,
    evidence,
    fix_of,
    joined,
    mended_of,
    outcome_text,
    shown,
    slip_text,
)
from jixiao.checking.score import JudgedRow
from jixiao.figures import format_points
from jixiao.finding import Bilingual, Finding, Fix, Mended, Severity, finding, text_of
from jixiao.rulebook import Figures, Role
from jixiao.scoresheet import Scoresheet

Relations = Mapping[str, Relation]

_LISTED = 4
_NOUNS = {
    Role.ACTUAL: "diagnosis.noun.actual",
    Role.TARGET: "diagnosis.noun.target",
    Role.ITEM_SCORE: "diagnosis.noun.item-score",
    Role.WEIGHT: "diagnosis.noun.weight",
    Role.OPERATOR: "diagnosis.noun.sign",
    Role.NATURE: "diagnosis.noun.sign",
}
_CODES = {"unit": "D216", "sign": "D220", "answer": "D222"}


@dataclass(frozen=True, slots=True)
class Root:
    """A finding that causes others, and the scoresheet once it is mended."""

    finding: Finding
    mended: MendedSheet | None
    rows: tuple[JudgedRow, ...] = ()
    folds: frozenset[str] = frozenset()  # rows whose scores are in doubt for it, not to be mended


def explain_findings(
    sheet: Scoresheet, figures: Figures, first: Assessment, assessor: Assessor
) -> Assessment:
    """Search the roots of what was found and tell the findings by them."""
    if not any(found.code in EXPLAINABLE for found in first.findings):
        return first
    found = diagnose(sheet, first.judged, figures)
    slips = {
        root.row.row.id: own
        for root in found.scores
        if root.swapped_with is None and (own := free_slips(sheet, root.row, figures))
    }
    doubts = {**doubted(sheet, first.judged, figures, found), **_unclear_rows(slips)}
    base = first
    if doubts:
        base = assessor.rejudged([doubts.get(one.row.id, one) for one in first.judged])
    roots = [
        *_figure_roots(sheet, first.judged, figures, found),
        *_bound_roots(base, found),
        *(_row_root(sheet, own) for own in slips.values()),
        *_score_roots(
            sheet,
            base,
            [one for one in found.scores if one.row.row.id not in slips],
            found.relations,
        ),
        *(Root(cause, mended) for cause, mended in sheet_causes(sheet, base)),
    ]
    return _folded(base, roots, assessor)


def _figure_roots(
    sheet: Scoresheet, judged: Sequence[JudgedRow], figures: Figures, found: Diagnosis
) -> Iterator[Root]:
    names = Named({one.row.id: one for one in judged}, found.relations)
    for root in found.figures:
        only = root.only
        if only is None:
            doubtful = frozenset(
                one.row.id
                for choice in root.choices
                for one in resting_on(sheet, judged, *choice.cells)
            )
            yield Root(_figure_finding(names, root, is_sure=False), None, (), doubtful)
            continue
        mended = with_figures(sheet, judged, figures, only)
        rows = resting_on(sheet, judged, *only.cells)
        is_sure = only.slip.kind != "relation"
        for told in (only,) if only.other is None else (only, only.back):
            said = _figure_finding(names, replace(root, choices=(told,)), is_sure=is_sure)
            yield Root(said, mended, rows)


def _figure_finding(names: Named, root: FigureRoot, *, is_sure: bool) -> Finding:
    first = root.choices[0]
    cell = first.cell
    choices = tuple(fix_of(choice, names) for choice in listed(root))
    code = _CODES.get(first.slip.kind, "D219") if is_sure else "D223"
    if root.is_one_cell and not is_sure and first.slip.kind != "relation":
        code = "D224"
    return finding(
        code,
        sheet=cell.reading.sheet,
        cell=cell.reading.cell,
        found=cell.reading.text,
        expected=shown(first) if is_sure else None,
        label=cell.label,
        slip=slip_text(first),
        evidence=evidence(first, names),
        choices=_choices(root),
        outcome=NOTHING,
    ).with_fix(choices[0] if is_sure else None, () if is_sure else choices)


def _choices(root: FigureRoot) -> Bilingual:
    """The changes that are as likely, or the cells alone where these are too many."""
    told = listed(root)
    if told:
        return joined(
            text_of("diagnosis.choice").fill(
                label=each.cell.label,
                found=each.cell.reading.text,
                cell=each.cell.reading.place,
                to=shown(each),
            )
            for each in told
        )
    return joined(
        text_of("diagnosis.cell").fill(
            label=each.cell.label, found=each.cell.reading.text, cell=each.cell.reading.place
        )
        for each in root.choices
    )


def _bound_roots(base: Assessment, found: Diagnosis) -> Iterator[Root]:
    """What is said of figures that contradict each other causes the doubt of their rows."""
    by_key = {str(f.values.get("identity")): f for f in base.findings if f.code in BOUNDS}
    for broken in found.broken:
        told = by_key.get(broken.relation.key)
        if told is not None and broken.rows:
            yield Root(replace(told, severity=Severity.ERROR), None, folds=broken.rows)


def _noun(role: Role) -> Bilingual:
    return text_of(_NOUNS[role]) if role in _NOUNS else NOTHING


def _unclear_rows(slips: Mapping[str, Sequence[FreeSlip]]) -> dict[str, JudgedRow]:
    """Rows that rest on a slip of their own."""
    rows: dict[str, JudgedRow] = {}
    for ident, own in slips.items():
        one, cell = own[0].row, own[0].row.row.readings[own[0].role]
        outcomes = NOTHING
        if one.result.claimed_score is not None and len(own) == 1:
            points = format_points(one.result.claimed_score)
            after = text_of("diagnosis.why.after").fill(to=own[0].reading.text, score=points)
            outcomes = text_of("diagnosis.outcomes").fill(text=after)
        why = text_of("diagnosis.why.open").fill(
            label=_noun(own[0].role), cell=cell.place, found=cell.text, outcomes=outcomes
        )
        scores = [s for s in (one.result.claimed_score, one.result.computed_score) if s is not None]
        rows[ident] = undecidable(one, scores, why)
    return rows


def _row_root(sheet: Scoresheet, slips: Sequence[FreeSlip]) -> Root:
    first = slips[0]
    row, cell = first.row, first.row.row.readings[first.role]
    score = format_points(row.result.claimed_score or Fraction(0))
    why = text_of(f"diagnosis.slip.{first.kind}").fill(unit="")
    holds_now = text_of("diagnosis.mends.agrees").fill(name=row.row.name, score=score)
    fixes = tuple(
        Fix(
            each.row.row.readings[each.role].place,
            each.row.row.readings[each.role].text,
            each.reading.text,
            joined([text_of(f"diagnosis.slip.{each.kind}").fill(unit=""), holds_now]),
        )
        for each in slips[:_LISTED]
    )
    is_sure = len(slips) == 1
    label = text_of("diagnosis.label").fill(name=row.row.name, noun=_noun(first.role))
    told = finding(
        "D219" if is_sure else "D224",
        sheet=cell.sheet,
        cell=cell.cell,
        indicator=row.row.id,
        found=cell.text,
        expected=first.reading.text if is_sure else None,
        label=label,
        slip=why,
        evidence=holds_now,
        choices=joined(
            text_of("diagnosis.fix").fill(cell=fix.cell, after=fix.after) for fix in fixes
        ),
        outcome=NOTHING,
    ).with_fix(fixes[0] if is_sure else None, () if is_sure else fixes)
    places = frozenset({cell.place, row.result.cells.get("suggested", "")})
    mended = MendedSheet(mended_row(sheet, first), places)
    return Root(told, mended, (row,))


def _score_roots(
    sheet: Scoresheet, base: Assessment, scores: Sequence[ScoreRoot], relations: Relations
) -> Iterator[Root]:
    names = Named({one.row.id: one for one in base.judged}, relations)
    said = {f.indicator: f for f in base.findings if f.code == OUT_OF_REACH}
    for root in scores:
        told = said.get(root.row.row.id)
        result = root.row.result
        if told is None or result.computed_score is None:
            continue
        place = result.cells.get("score", told.place)
        why = text_of("diagnosis.score").fill(
            basis=told.values["basis"], score=format_points(result.computed_score)
        )
        own = Fix(
            place,
            format_points(result.claimed_score or Fraction(0)),
            format_points(result.computed_score),
            why,
        )
        changed = {root.row.row.id: result.computed_score}
        if root.swapped_with is not None:
            told, changed = _swapped(told, root, changed)
        rivals = tuple(fix_of(each, names) for each in root.rivals[:3])
        is_sure = not rivals and not root.is_doubtful
        fixed = told.with_fix(own if is_sure else None, () if is_sure else (own, *rivals))
        yield Root(fixed, with_scores(sheet, changed), (root.row,))


def _swapped(
    told: Finding, root: ScoreRoot, changed: dict[str, Fraction]
) -> tuple[Finding, dict[str, Fraction]]:
    other = root.swapped_with
    if other is None or other.result.computed_score is None:
        return told, changed
    swapped = replace(told, code="R106", values={**told.values, "other": other.row.name})
    return swapped, {**changed, other.row.id: other.result.computed_score}


def _folded(base: Assessment, roots: Sequence[Root], assessor: Assessor) -> Assessment:
    """Put the roots in and fold under each what is no longer said once it is mended."""
    told = {_key(f): f for f in base.findings}
    kept: list[Finding] = []
    is_root = {_key(root.finding) for root in roots}
    swapped = {(OUT_OF_REACH, root.finding.place) for root in roots if root.finding.code == "R106"}
    folded: dict[tuple[str, str], Finding] = {}
    for root in roots:
        cause = root.finding
        if root.mended is not None:
            after = assessor.again(root.mended.sheet, root.mended.places)
            left = {_key(f) for f in after.findings}
            gone = [f for key, f in told.items() if key not in left | is_root | swapped]
            worst = min((f.severity for f in gone), key=lambda s: s.rank, default=cause.severity)
            mended = mended_of(after, root.rows)
            if cause.fix is not None and _brings(after, told, cause):
                cause = cause.with_fix(None, (cause.fix,))
            cause = _with_outcome(cause, mended, worst)
            for f in gone:
                folded.setdefault(_key(f), _consequence(f, cause, after))
        for f in told.values():
            if f.code == UNDECIDABLE and f.indicator in root.folds:
                folded.setdefault(_key(f), _caused(f, cause, is_settled=True))
        kept.append(cause)
    hidden = is_root | swapped
    rest = [folded.get(key, f) for key, f in told.items() if key not in hidden]
    return replace(base, findings=(*kept, *rest))


def _key(found: Finding) -> tuple[str, str]:
    return found.code, found.place


def _brings(after: Assessment, told: dict[tuple[str, str], Finding], cause: Finding) -> bool:
    """Whether mending says of some cell what was not said before; of one in doubt it may."""
    doubtful = {place for code, place in told if code == UNDECIDABLE}
    return any(
        f.severity is not Severity.NOTICE
        and _key(f) not in told
        and f.place not in doubtful
        and f.place != cause.place
        and not f.code.startswith("E")  # where points are lost, a reason is asked for
        for f in after.findings
    )


def _with_outcome(cause: Finding, mended: Mended, worst: Severity) -> Finding:
    values = dict(cause.values)
    values["outcome"] = outcome_text(mended) if cause.fix is not None else NOTHING
    severity = min(cause.severity, worst, key=lambda s: s.rank)
    return replace(cause, values=values, outcome=mended, severity=severity)


def _consequence(found: Finding, cause: Finding, after: Assessment) -> Finding:
    """A consequence: named after its cause, and settled with it unless its score must change."""
    must_change = {f.indicator for f in after.findings if f.code == OUT_OF_REACH}
    is_settled = found.indicator is None or found.indicator not in must_change
    return _caused(found, cause, is_settled=is_settled)


def _caused(found: Finding, cause: Finding, *, is_settled: bool) -> Finding:
    return replace(
        found,
        severity=Severity.NOTICE,
        because=cause.code,
        because_cell=cause.place,
        is_settled=is_settled,
    )
