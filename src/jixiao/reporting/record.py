"""A finished check as one exact record of plain values, from which every output is made.

Scores are in points and rates are fractions of one, both as exact text (``2.46``, ``7/3``): they
become numbers only where something is computed or written. Texts are in the record's language.
What is not known is None.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache

from jixiao.checking import (
    Check,
    CheckedReport,
    IndicatorResult,
    RulebookUsed,
    SectionResult,
    TotalResult,
)
from jixiao.figures import format_decimals
from jixiao.finding import Finding, Fix, Lang, Mended, Waived, message, remedy, text_in
from jixiao.version import __version__


@dataclass(frozen=True, slots=True)
class FixRecord:
    """The change of one cell that mends a finding; see ``Fix``."""

    cell: str
    before: str
    after: str
    why: str


@dataclass(frozen=True, slots=True)
class MendedScoreRecord:
    """One self-score once a cause is mended; see ``MendedScore``."""

    indicator: str
    name: str
    cell: str
    claimed: str
    score: str


@dataclass(frozen=True, slots=True)
class MendedRecord:
    """What a return comes to once a cause is mended; see ``Mended``."""

    total: str | None
    grade: str | None
    sections: tuple[tuple[str, str | None], ...] = ()
    scores: tuple[MendedScoreRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingRecord:
    """One finding with its texts; ``severity`` is error, warning or notice. See ``Finding``."""

    code: str
    severity: str
    message: str
    remedy: str
    sheet: str | None = None
    cell: str | None = None
    indicator: str | None = None
    found: str | None = None
    expected: str | None = None
    because: str | None = None
    because_cell: str | None = None
    is_settled: bool = False
    fix: FixRecord | None = None
    choices: tuple[FixRecord, ...] = ()
    outcome: MendedRecord | None = None
    waived: Waived | None = None
    paragraph: str | None = None

    @property
    def place(self) -> str:
        """``sheet!cell``, as far as known; empty where the finding is about the file."""
        if self.sheet and self.cell:
            return f"{self.sheet}!{self.cell}"
        return self.cell or self.sheet or ""

    @property
    def mark(self) -> str:
        """What it is known by from round to round: its code and indicator, or where it is."""
        return f"{self.code} {self.indicator or self.place}"


@dataclass(frozen=True, slots=True)
class PartRecord:
    """One summand of a score."""

    id: str
    name: str
    rate: str | None
    score: str | None
    max: str


@dataclass(frozen=True, slots=True)
class IndicatorRecord:
    """One indicator's verdict; see ``IndicatorResult``."""

    id: str
    name: str
    verdict: str
    basis: str
    path: tuple[str, ...] = ()
    weight: str | None = None
    claimed_rate: str | None = None
    computed_rate: str | None = None
    claimed_score: str | None = None
    computed_score: str | None = None
    reviewed_score: str | None = None
    bounds: tuple[str, ...] = ()  # the least and the greatest, or nothing
    causes: tuple[str, ...] = ()
    parts: tuple[PartRecord, ...] = ()
    cells: Mapping[str, str] = field(default_factory=dict)
    trace: str = ""


@dataclass(frozen=True, slots=True)
class SectionRecord:
    """One section's sum."""

    name: str
    max: str | None = None
    claimed: str | None = None
    computed: str | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class TotalRecord:
    """The total and its grade."""

    claimed: str | None = None
    computed: str | None = None
    reviewed: str | None = None
    max: str | None = None
    claimed_grade: str | None = None
    computed_grade: str | None = None
    cell: str | None = None
    reviewed_grade: str | None = None


@dataclass(frozen=True, slots=True)
class RulebookRecord:
    """Which rulebook a check rests on; ``confidence`` is a share, 0 to 1.

    ``id`` is None where the rulebook was drafted from the sheet itself, or from another return of
    the same ``form``.
    """

    id: str | None
    version: str
    sha256: str
    found_by: str
    confidence: float
    form: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """One statement of a narrative report; see ``ReportClaim``."""

    kind: str
    subject: str | None
    name: str
    paragraph: str
    text: str
    stated: str
    holds: bool | None
    low: str | None = None
    high: str | None = None
    measure: str = ""
    cell: str | None = None
    expected: str | None = None


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """The narrative report that goes with a return; see ``CheckedReport``."""

    file: str
    sha256: str | None
    format: str | None
    claims: tuple[ClaimRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckRecord:
    """Everything jixiao says about one file; see ``Check``.

    ``figures`` and ``words`` are digests, equal where two returns hold the same typed figures or
    the same words.
    """

    file: str
    program: str
    outcome: str
    sha256: str | None = None
    rulebook: RulebookRecord | None = None
    department: str | None = None
    year: int | None = None
    total: TotalRecord | None = None
    sections: tuple[SectionRecord, ...] = ()
    indicators: tuple[IndicatorRecord, ...] = ()
    findings: tuple[FindingRecord, ...] = ()
    stamped_department: str | None = None
    figures: str | None = None
    words: str | None = None
    saved: str | None = None
    report: ReportRecord | None = None


@dataclass(frozen=True, slots=True)
class CheckBrief:
    """What has to be known of every return of a folder at once.

    ``rulebook`` is its id or the key of the form, ``stamped`` the department that the template was
    issued to; ``errors`` and ``warnings`` are numbers of findings; ``saved`` is the time kept
    inside the workbook.
    """

    file: str
    outcome: str
    department: str | None = None
    stamped: str | None = None
    year: int | None = None
    rulebook: str | None = None
    claimed: str | None = None
    computed: str | None = None
    reviewed: str | None = None
    claimed_grade: str | None = None
    computed_grade: str | None = None
    errors: int = 0
    warnings: int = 0
    reviewed_grade: str | None = None
    saved: str | None = None


def exact_text(x: Fraction | None) -> str | None:
    """Write an exact number as text: a decimal where it ends, else a quotient.

    >>> [exact_text(Fraction(x)) for x in ("6", "-2.46", "7/3")]
    ['6', '-2.46', '7/3']
    """
    return None if x is None else _written(x)


def _written(x: Fraction) -> str:
    return _exact(x.numerator, x.denominator)


@lru_cache(maxsize=16_384)  # returns share most of their scores
def _exact(numerator: int, denominator: int) -> str:
    x = Fraction(numerator, denominator)
    digits = format_decimals(x)
    if not digits:
        return str(x)
    scaled = abs(numerator) * 10**digits // denominator
    whole, rest = divmod(scaled, 10**digits)
    return f"{'-' if numerator < 0 else ''}{whole}.{rest:0{digits}}"


@lru_cache(maxsize=16_384)
def exact_value(text: str) -> Fraction:
    """Give the number that ``exact_text`` wrote.

    >>> exact_value("2.46"), exact_value("7/3")
    (Fraction(123, 50), Fraction(7, 3))
    """
    return Fraction(text)


def record_of(check: Check, lang: Lang = "zh") -> CheckRecord:
    """Make the record of a check, its texts in ``lang``."""
    return CheckRecord(
        file=check.file,
        program=f"jixiao {__version__}",
        outcome=check.outcome,
        sha256=check.sha256,
        rulebook=_rulebook(check.rulebook),
        department=check.department,
        year=check.year,
        total=_total(check.total),
        sections=tuple(_section(section) for section in check.sections),
        indicators=tuple(_indicator(result, lang) for result in check.indicators),
        findings=tuple(finding_record(found, lang) for found in check.findings),
        stamped_department=check.stamped_department,
        figures=check.likeness.figures if check.likeness else None,
        words=check.likeness.words if check.likeness else None,
        saved=check.saved,
        report=_report(check.report, lang),
    )


def brief_of(record: CheckRecord) -> CheckBrief:
    """Cut out of a record what has to be known of every return at once."""
    severities = Counter(found.severity for found in record.findings if found.waived is None)
    total = record.total or TotalRecord()
    return CheckBrief(
        file=record.file,
        outcome=record.outcome,
        department=record.department,
        stamped=record.stamped_department,
        year=record.year,
        rulebook=(record.rulebook.form or record.rulebook.id) if record.rulebook else None,
        claimed=total.claimed,
        computed=total.computed,
        reviewed=total.reviewed,
        claimed_grade=total.claimed_grade,
        computed_grade=total.computed_grade,
        errors=severities["error"],
        warnings=severities["warning"],
        reviewed_grade=total.reviewed_grade,
        saved=record.saved,
    )


def finding_record(found: Finding, lang: Lang = "zh") -> FindingRecord:
    """Make the record of one finding, its texts in ``lang``."""
    return FindingRecord(
        code=found.code,
        severity=found.severity.value,
        message=message(found, lang),
        remedy=remedy(found, lang),
        sheet=found.sheet,
        cell=found.cell,
        indicator=found.indicator,
        found=found.found,
        expected=found.expected,
        because=found.because,
        because_cell=found.because_cell,
        is_settled=found.is_settled,
        fix=None if found.fix is None else _fix(found.fix, lang),
        choices=tuple(_fix(each, lang) for each in found.choices),
        outcome=None if found.outcome is None else _mended(found.outcome),
        waived=found.waived,
        paragraph=found.paragraph.text(lang) if found.paragraph is not None else None,
    )


def waived_text(waived: Waived, lang: Lang) -> str:
    """Say why a finding is excused, by whom and until when."""
    return text_in(
        "words.line.waived", lang, reason=waived.reason, who=waived.who, until=waived.until
    )


def _fix(fix: Fix, lang: Lang) -> FixRecord:
    return FixRecord(fix.cell, fix.before, fix.after, fix.why.text(lang))


def _mended(mended: Mended) -> MendedRecord:
    return MendedRecord(
        total=exact_text(mended.total),
        grade=mended.grade,
        sections=tuple((name, exact_text(score)) for name, score in mended.sections),
        scores=tuple(
            MendedScoreRecord(
                one.indicator, one.name, one.cell, _written(one.claimed), _written(one.score)
            )
            for one in mended.scores
        ),
    )


def _rulebook(used: RulebookUsed | None) -> RulebookRecord | None:
    if used is None:
        return None
    return RulebookRecord(
        used.id, used.version, used.sha256, used.found_by, used.confidence, used.form
    )


def _report(report: CheckedReport | None, lang: Lang) -> ReportRecord | None:
    if report is None:
        return None
    claims = tuple(
        ClaimRecord(
            one.kind,
            one.subject,
            one.name,
            one.paragraph.text(lang),
            one.text,
            one.stated,
            one.holds,
            exact_text(one.low),
            exact_text(one.high),
            one.measure,
            one.cell,
            one.expected,
        )
        for one in report.claims
    )
    return ReportRecord(report.file, report.sha256, report.format, claims)


def _total(total: TotalResult | None) -> TotalRecord | None:
    if total is None:
        return None
    return TotalRecord(
        claimed=exact_text(total.claimed),
        computed=exact_text(total.computed),
        reviewed=exact_text(total.reviewed),
        max=exact_text(total.max),
        claimed_grade=total.claimed_grade,
        computed_grade=total.computed_grade,
        cell=total.cell,
        reviewed_grade=total.reviewed_grade,
    )


def _section(section: SectionResult) -> SectionRecord:
    return SectionRecord(
        name=section.name,
        max=exact_text(section.max),
        claimed=exact_text(section.claimed),
        computed=exact_text(section.computed),
        cell=section.cell,
    )


def _indicator(result: IndicatorResult, lang: Lang) -> IndicatorRecord:
    return IndicatorRecord(
        id=result.id,
        name=result.name,
        verdict=result.verdict.value,
        basis=result.basis,
        path=result.path,
        weight=exact_text(result.weight),
        claimed_rate=exact_text(result.claimed_rate),
        computed_rate=exact_text(result.computed_rate),
        claimed_score=exact_text(result.claimed_score),
        computed_score=exact_text(result.computed_score),
        reviewed_score=exact_text(result.reviewed_score),
        bounds=tuple(_written(bound) for bound in result.bounds or ()),
        causes=tuple(cause.text(lang) for cause in result.causes),
        parts=tuple(
            PartRecord(
                part.id,
                part.name,
                exact_text(part.rate),
                exact_text(part.score),
                _written(part.max),
            )
            for part in result.parts
        ),
        cells=dict(result.cells),
        trace=result.trace.text(lang) if result.trace else "",
    )
