"""Report roots first and fold under each what it causes.

A root is an error with its fix and what becomes of the return; a consequence names its root, is a
notice, and asks for nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jixiao.checking.diagnosis.assessment import Assessment, Assessor
from jixiao.checking.diagnosis.codes import ODD_UNIT, OTHER_FORM, OUT_OF_REACH, UNDECIDABLE
from jixiao.checking.diagnosis.doubt import doubted
from jixiao.checking.diagnosis.figure_roots import bound_roots, figure_roots
from jixiao.checking.diagnosis.free_slips import exchanged_weights, free_slips
from jixiao.checking.diagnosis.lost_figures import lost_figures, without_figures
from jixiao.checking.diagnosis.roots import Root
from jixiao.checking.diagnosis.row_roots import row_roots, score_roots, unclear_rows
from jixiao.checking.diagnosis.search import diagnose
from jixiao.checking.diagnosis.sheet_causes import sheet_causes
from jixiao.checking.diagnosis.wording import NOTHING, mended_of, outcome_text
from jixiao.checking.score import JudgedRow
from jixiao.finding import Finding, Mended, Severity
from jixiao.rulebook import Figures
from jixiao.scoresheet import Scoresheet


def explain_findings(
    sheet: Scoresheet, figures: Figures, first: Assessment, assessor: Assessor
) -> Assessment:
    """Search the roots of what was found and show the findings by them.

    Of a sheet that is hardly one of the rulebook nothing is searched: the form is to be set right.
    """
    if any(f.code == OTHER_FORM for f in first.findings):
        return first
    found = diagnose(sheet, first.judged, figures)
    lost = lost_figures(sheet, first.judged, first.findings)
    odd = {each.finding.place for each in lost if each.finding.code == ODD_UNIT}
    found = replace(found, figures=tuple(r for r in found.figures if odd.isdisjoint(r.places)))
    slips = {
        root.row.row.id: free_slips(sheet, root.row, figures)
        for root in found.scores
        if root.swapped_with is None
    }
    slips |= exchanged_weights(sheet, first.judged, figures)
    informative = {ident: own for ident, own in slips.items() if own.is_informative}
    uncertain = {
        **doubted(sheet, first.judged, figures, found),
        **unclear_rows(informative),
        **without_figures(lost),
    }
    base = first
    if uncertain:
        base = assessor.rejudged([uncertain.get(one.row.id, one) for one in first.judged])
    scores = [one for one in found.scores if one.row.row.id not in informative]
    roots = [
        *(Root(each.cause, None, causes=each.causes) for each in lost),
        *figure_roots(sheet, first.judged, figures, found),
        *bound_roots(base, found),
        *(root for own in informative.values() for root in row_roots(sheet, own.found)),
        *score_roots(sheet, base, scores, found.relations, slips),
        *(Root(cause, mended) for cause, mended in sheet_causes(sheet, base)),
    ]
    return _folded(base, roots, assessor)


def _folded(base: Assessment, roots: Sequence[Root], assessor: Assessor) -> Assessment:
    """Put the roots in and fold under each what is no longer said once it is mended."""
    reported = {_key(f): f for f in base.findings}
    kept: list[Finding] = []
    is_root = {_key(root.finding) for root in roots}
    swapped = {(OUT_OF_REACH, root.finding.place) for root in roots if root.finding.code == "R106"}
    folded: dict[tuple[str, str], Finding] = {}
    for root in roots:
        cause = root.finding
        if root.mended is not None:
            after = assessor.again(root.mended.sheet, root.mended.places)
            left = {_key(f) for f in after.findings}
            gone = [f for key, f in reported.items() if key not in left | is_root | swapped]
            worst = min((f.severity for f in gone), key=lambda s: s.rank, default=cause.severity)
            mended = mended_of(after, root.rows)
            is_new = not root.is_corroborated and _must_change(after, root.rows)
            if cause.fix is not None and (is_new or _brings(after, reported, cause)):
                cause = cause.with_fix(None, (cause.fix,))
            cause = _with_outcome(cause, mended, worst)
            for f in gone:
                folded.setdefault(_key(f), _consequence(f, cause, after))
        for f in reported.values():
            is_open = f.code == UNDECIDABLE and f.indicator in root.folds
            if is_open or (root.causes is not None and root.causes(f)):
                folded.setdefault(_key(f), _caused(f, cause, is_settled=True))
        kept.append(cause)
    hidden = is_root | swapped
    rest = [folded.get(key, f) for key, f in reported.items() if key not in hidden]
    return replace(base, findings=(*kept, *rest))


def _key(found: Finding) -> tuple[str, str]:
    return found.code, found.place


def _must_change(after: Assessment, rows: Sequence[JudgedRow]) -> bool:
    """Whether the score of one of the rows is out of reach once a cause is mended."""
    ids = {one.row.id for one in rows}
    return any(f.code == OUT_OF_REACH and f.indicator in ids for f in after.findings)


def _brings(after: Assessment, reported: dict[tuple[str, str], Finding], cause: Finding) -> bool:
    """Whether mending says of some cell what was not said before; of one in doubt it may."""
    doubtful = {place for code, place in reported if code == UNDECIDABLE}
    return any(
        f.severity is not Severity.NOTICE
        and _key(f) not in reported
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
    caused = found.following(cause)
    if is_settled:
        return caused
    said = replace(found, severity=caused.severity)
    return replace(said, because=caused.because, because_cell=caused.because_cell)
