"""A check with what its narrative report says: claims compared, N findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from jixiao.checking import (
    Check,
    CheckedReport,
    ReportClaim,
    RulebookLike,
    SourceLike,
    scoresheet_in,
    with_findings,
)
from jixiao.finding import Finding, finding, text_of
from jixiao.narrative.claims import Claim, ClaimKind, Claims, NameIndex, claims_of, title_year
from jixiao.narrative.comparison import (
    Compared,
    SheetFacts,
    change_holds,
    compare_claims,
    direction_findings,
    handed_in_again,
    identity_findings,
    inner_findings,
    ratio_holds,
    section_findings,
    sheet_findings,
    sum_holds,
    survey_findings,
)
from jixiao.narrative.model import NarrativeReport, UnreadReport
from jixiao.narrative.reading import read_report
from jixiao.narrative.sheet_names import with_names_of_sheet
from jixiao.rulebook import LibraryLike
from jixiao.scoresheet import Scoresheet
from jixiao.survey import SurveyResult

_INNER = {
    ClaimKind.SUM: sum_holds,
    ClaimKind.RATIO: ratio_holds,
    ClaimKind.CHANGE: change_holds,
}
_NOT_COMPARED = {ClaimKind.YEAR, ClaimKind.DEPARTMENT, ClaimKind.CAUSE, *_INNER}
_LISTS = {ClaimKind.ZERO_ROWS, ClaimKind.LOST_ROWS, ClaimKind.FULL_ROWS}


def with_report(
    source: SourceLike,
    check: Check,
    report: str,
    rulebook: RulebookLike | None = None,
    *,
    rulebooks: LibraryLike = None,
    content: bytes | None = None,
) -> Check:
    """Give ``check`` with what comes of comparing its file, ``source``, with a report.

    ``report`` is a path; ``content`` its bytes where they are at hand. A check of a file that
    could not be checked is given back as it is.
    """
    if not check.checked:
        return check
    read = read_report(report, content)
    if isinstance(read, UnreadReport):
        unread = CheckedReport(read.path, read.sha256, None)
        return replace(with_findings(check, (read.finding,), None), report=unread)
    sheet = scoresheet_in(source, rulebook, rulebooks)
    return check if sheet is None else compared_check(check, sheet, read)


def with_last_report(
    check: Check, report: str, before: str, *, content: bytes | None = None
) -> Check:
    """Give ``check`` with a finding where its report is hardly more than last year's, ``before``.

    ``content`` has the bytes of this year's where they are at hand. Nothing is said where one of
    the two cannot be read, or where both are one file.
    """
    if Path(report).resolve() == Path(before).resolve():
        return check
    now, last = read_report(report, content), read_report(before)
    if isinstance(now, UnreadReport) or isinstance(last, UnreadReport):
        return check
    return with_findings(check, handed_in_again(now, last), None)


def survey_report_findings(result: SurveyResult, report: str) -> tuple[Finding, ...]:
    """Compare what a report says of its survey with what the forms came to."""
    read = read_report(report)
    if isinstance(read, UnreadReport):
        return (read.finding,)
    names = NameIndex.of(result.rulebook, year=title_year(read.passages))
    return tuple(survey_findings(claims_of(read.passages, names), result))


def compared_check(check: Check, sheet: Scoresheet, report: NarrativeReport) -> Check:
    """Compare a report that has been read with a scoresheet that has been checked."""
    claims = report_claims(report, sheet)
    facts = SheetFacts.of(check, sheet)
    compared = compare_claims(claims, facts)
    findings = [
        *identity_findings(claims, check),
        *sheet_findings(compared, facts),
        *inner_findings(claims, compared, facts),
        *direction_findings(claims, facts),
        *section_findings(report, facts),
        *_nothing_found(report, claims),
    ]
    kept = tuple(_kept(claims, compared))
    done = CheckedReport(report.path, report.sha256, report.format, kept)
    return replace(with_findings(check, findings, sheet), report=done)


def report_claims(report: NarrativeReport, sheet: Scoresheet) -> Claims:
    """The claims of a report, by the names of the sheet and its rulebook.

    The year is that of the report's title, else that of the sheet.
    """
    titled = title_year(report.passages)
    year = titled if titled is not None else sheet.year
    names = NameIndex.of(sheet.rulebook, department=sheet.department, year=year)
    return claims_of(report.passages, with_names_of_sheet(names, sheet))


def _nothing_found(report: NarrativeReport, claims: Claims) -> Iterator[Finding]:
    if all(claim.kind in _NOT_COMPARED for claim in claims):
        yield finding("N002", found=Path(report.path).name, passages=str(len(report.passages)))


def _kept(claims: Claims, compared: Sequence[Compared]) -> Iterator[ReportClaim]:
    """The claims as the check keeps them, in the order of the report."""
    held: dict[int, list[Compared]] = {}
    for each in compared:
        held.setdefault(id(each.claim), []).append(each)
    for claim in claims:
        for each in held.get(id(claim)) or (_by_itself(claim),):
            yield _kept_claim(each)


def _by_itself(claim: Claim) -> Compared:
    """A claim that the sheet does not speak to, held against its own figures where it has some."""
    inner = _INNER.get(claim.kind)
    return Compared(claim, None, None, inner(claim) if inner is not None else None)


def _kept_claim(compared: Compared) -> ReportClaim:
    claim, subject = compared.claim, compared.subject
    kept = ReportClaim(
        kind=claim.kind.value,
        subject=subject.id if subject is not None else None,
        name="、".join(each.name for each in ((subject,) if subject else claim.subjects)),
        paragraph=claim.passage.place,
        text=claim.text,
        stated=_stated(claim),
        holds=compared.holds,
    )
    if (figure := claim.figure) is not None:
        kept = replace(kept, measure=figure.measure)
        if not figure.is_bound:
            kept = replace(kept, low=figure.values.low, high=figure.values.high)
    if (fact := compared.fact) is not None:
        kept = replace(kept, cell=fact.cell or None, expected=fact.shown(figure))
    return kept


def _stated(claim: Claim) -> str:
    """What a claim says of its subject, in a few words."""
    if claim.kind in _LISTS:
        return text_of(f"narrative.said.{claim.kind.value}").zh
    return claim.figure.text if claim.figure is not None else claim.word
