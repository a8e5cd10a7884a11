"""The result of checking one return: verdicts, totals and findings, ready to be reported."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final, Literal

from jixiao.checking.readings import Accepted, readings_frame
from jixiao.finding import Bilingual, Finding, Severity, text_of
from jixiao.rulebook import PartOutcome
from jixiao.workbook import Workbook

if TYPE_CHECKING:
    import polars as pl


class Verdict(enum.StrEnum):
    """What is said of one self-score; meanings in the contract."""

    AGREES = "agrees"
    AGREES_SHOWN = "agrees-shown"
    DIFFERS = "differs"
    UNDECIDABLE = "undecidable"
    JUDGED = "judged"
    MISSING = "missing"


Basis = Literal["inputs", "rate", "target", "standard", "range"]
CheckOutcome = Literal["checked", "unreadable", "no-scoresheet", "several-scoresheets", "waiting"]


@dataclass(frozen=True, slots=True)
class IndicatorResult:
    """One indicator's verdict. Scores in points at the rulebook's digits, rates exact fractions.

    ``bounds`` are the least and the greatest score that figures as shown can give. ``cells`` maps
    score, rate, suggested, reason, evidence, review to ``sheet!cell``, as far as there are such.
    """

    id: str
    name: str
    path: tuple[str, ...]
    weight: Fraction | None
    verdict: Verdict
    basis: Basis
    claimed_rate: Fraction | None = None
    computed_rate: Fraction | None = None
    claimed_score: Fraction | None = None
    computed_score: Fraction | None = None
    reviewed_score: Fraction | None = None
    bounds: tuple[Fraction, Fraction] | None = None
    causes: tuple[Bilingual, ...] = ()
    parts: tuple[PartOutcome, ...] = ()
    cells: Mapping[str, str] = field(default_factory=dict)
    trace: Bilingual | None = None
    standard: str = ""  # word for word, where the rulebook holds that
    computed_standard: str = ""  # how it is computed, to compare

    @property
    def gap(self) -> Fraction | None:
        """Claimed minus computed, in points; positive where too much was claimed."""
        if self.claimed_score is None or self.computed_score is None:
            return None
        return self.claimed_score - self.computed_score


@dataclass(frozen=True, slots=True)
class SectionResult:
    """One section's sum; ``computed`` takes the computed score where there is one."""

    name: str
    max: Fraction | None
    claimed: Fraction | None
    computed: Fraction | None
    cell: str | None = None  # sheet!cell


@dataclass(frozen=True, slots=True)
class TotalResult:
    """The total and its grade."""

    claimed: Fraction | None
    computed: Fraction | None
    reviewed: Fraction | None
    max: Fraction | None
    claimed_grade: str | None
    computed_grade: str | None
    cell: str | None = None
    reviewed_grade: str | None = None


@dataclass(frozen=True, slots=True)
class RulebookUsed:
    """Which rulebook a check rests on; ``id`` is None where it was drafted from the sheet."""

    id: str | None
    version: str
    sha256: str
    found_by: str
    confidence: float
    form: str | None = None  # the key of the form that it was drafted for, in a folder


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Digests that are equal where two returns hold the same typed figures or the same words.

    Department and year are left out. ``words`` is None where there are hardly any.
    """

    figures: str | None
    words: str | None


@dataclass(frozen=True, slots=True)
class ReportClaim:
    """One statement of a narrative report, held against the sheet or against itself.

    ``low`` and ``high`` bound what its words allow, in base units of ``measure`` (shares of one,
    元, points). ``holds`` is None where there is nothing to hold it against.
    """

    kind: str
    subject: str | None
    name: str
    paragraph: Bilingual
    text: str
    stated: str
    holds: bool | None
    low: Fraction | None = None
    high: Fraction | None = None
    measure: str = ""
    cell: str | None = None  # sheet!cell
    expected: str | None = None  # what the sheet says there


@dataclass(frozen=True, slots=True)
class CheckedReport:
    """The narrative report of a return, what was read of it; ``format`` None: it was not."""

    file: str
    sha256: str | None
    format: str | None
    claims: tuple[ReportClaim, ...] = ()


@dataclass(frozen=True)
class Check:
    """Everything jixiao says about one file.

    ``file`` is the path as the user gave it. ``outcome`` says whether it could be
    checked; ``findings`` then says why. ``report`` is the narrative report that goes with it.
    ``stamped_department`` is the name the template was issued to, ``saved`` when the workbook says
    that it was saved last (UTC). ``content`` holds the bytes where it is no file on disk.
    """

    file: str
    sha256: str | None
    findings: tuple[Finding, ...]
    outcome: CheckOutcome = "checked"
    rulebook: RulebookUsed | None = None
    department: str | None = None
    year: int | None = None
    sheet: str | None = None
    total: TotalResult | None = None
    sections: tuple[SectionResult, ...] = ()
    indicators: tuple[IndicatorResult, ...] = ()
    likeness: Fingerprint | None = None
    stamped_department: str | None = None
    saved: str | None = None
    report: CheckedReport | None = None
    readings: tuple[Accepted, ...] = field(default=(), repr=False, compare=False)
    content: bytes | None = field(default=None, repr=False, compare=False)

    def to_frame(self) -> pl.DataFrame:
        """Give every reading of the return as a polars table, one row a cell.

        Columns: ``file``, ``sheet``, ``cell``, ``id`` (of the indicator; null for inputs),
        ``label``, ``kind`` (input, claimed, rate, reviewed, weight), ``state``, ``text``,
        ``value`` (a double; percentages as shares of one), ``low``, ``high``, ``required``,
        ``figure``, ``whole``, ``answer``, ``answers``. ``jixiao.schema`` validates it. Empty where
        the file could not be checked.

        >>> import jixiao
        >>> frame = jixiao.check("samples/nanchang-2017-waiqiao.xlsx").to_frame()
        >>> frame.filter(kind="claimed", id="budget-completion").select("cell", "value").rows()
        [('H11', 0.0)]
        """
        return readings_frame([self.file] * len(self.readings), self.readings)

    @property
    def checked(self) -> bool:
        """Whether the file could be checked; where not, the exit code is 3."""
        return self.outcome == "checked"

    @property
    def verdicts(self) -> dict[Verdict, int]:
        """How many indicators got each verdict, all verdicts listed."""
        counts = dict.fromkeys(Verdict, 0)
        for indicator in self.indicators:
            counts[indicator.verdict] += 1
        return counts

    def worst(self) -> Severity | None:
        """The most serious severity among the findings that no waiver excuses."""
        counted = (f.severity for f in self.findings if f.waived is None)
        return min(counted, key=lambda s: s.rank, default=None)


VERDICTS: Final = {verdict: text_of(f"words.verdict.{verdict.value}") for verdict in Verdict}
SEVERITIES: Final = {level: text_of(f"words.severity.{level.value}") for level in Severity}
_CELL = re.compile(r"([A-Z]+)([0-9]+)")


def ordered_findings(
    findings: Iterable[Finding], severities: Mapping[str, str], workbook: Workbook | None = None
) -> tuple[Finding, ...]:
    """Apply a rulebook's severities and sort; a finding made twice is reported once."""
    sheets = [sheet.name for sheet in workbook.sheets] if workbook is not None else []
    kept: dict[tuple[str, str, str | None], Finding] = {}
    for found in findings:
        ordered = severities.get(found.code)
        weighed = found
        if ordered is not None and not found.is_settled:
            weighed = replace(found, severity=Severity(ordered))
        kept.setdefault((found.code, found.place, found.found), weighed)
    return tuple(sorted(kept.values(), key=lambda f: _place(f, sheets)))


def _place(found: Finding, sheets: Sequence[str]) -> tuple[int, bool, int, int, int, str]:
    sheet = sheets.index(found.sheet) if found.sheet in sheets else -1
    cell = _CELL.fullmatch(found.cell or "")
    row = int(cell[2]) if cell else 0
    column = 0
    for letter in cell[1] if cell else "":
        column = column * 26 + ord(letter) - 64
    is_root = found.fix is not None or bool(found.choices)
    return found.severity.rank, not is_root, sheet, row, column, found.code
