"""The lines of the page: one a return, one a missing department, one an office, as text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import Final
from urllib.parse import quote

from jixiao.figures import format_points
from jixiao.finding import Lang, text_in
from jixiao.reporting import printable, status_by_counts
from jixiao.writing.folder_page.charts import Bar
from jixiao.writing.summary import (
    DueDepartment,
    OfficeCounts,
    ReturnCounts,
    ReturnRow,
    SummaryScope,
    contacts_of,
    ranked_returns,
)

TONES: Final = {
    "passed": "good",
    "look": "warning",
    "mend": "error",
    "unused": "error",
    "missing": "error",
}


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """One return in the table; ``state`` is a key of ``TONES``, ``link`` the annotated copy."""

    rank: str
    name: str
    office: str
    state: str
    claimed: str
    computed: str
    reviewed: str
    gap: str
    grade: str
    errors: int
    warnings: int
    anchor: str
    link: str
    remark: str


@dataclass(frozen=True, slots=True)
class MissingLine:
    """A department without a return that counts; ``contact`` is whom to call."""

    code: str
    name: str
    office: str
    note: str
    contact: str


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """What came of the departments of an office; ``bars`` in departments."""

    name: str
    due: int
    received: int
    missing: int
    wrong: int
    bars: tuple[Bar, ...]
    is_named: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers that are reported upwards; ``listed`` is None without a roster."""

    listed: int | None
    received: int
    passed: int
    returned: int
    missing: int
    unread: int
    unlisted: int = 0

    @classmethod
    def of(cls, counts: ReturnCounts, due: Sequence[DueDepartment], scope: SummaryScope) -> Tally:
        """Count as bulk does in its closing sentence."""
        absent = sum(one.is_absent for one in due)
        outcomes = counts.outcomes
        received, wrong = counts.counted - counts.unlisted, counts.wrong - counts.unlisted_wrong
        unread = outcomes["unreadable"] + outcomes["several-scoresheets"]
        return cls(
            listed=scope.listed,
            received=received,
            passed=received - wrong,
            returned=wrong,
            missing=absent,
            unread=unread if scope.listed is None else len(due) - absent,
            unlisted=counts.unlisted,
        )

    def sentence(self, lang: Lang) -> str:
        """Say it as bulk does."""
        id_ = "summary.counts-unlisted" if self.listed is None else "summary.counts"
        said = text_in(id_, lang, **asdict(self))
        if self.unlisted:
            said += text_in("summary.counts-further", lang, count=self.unlisted)
        return said


def anchor_of(relative: str) -> str:
    """Name the place on the page of a return's findings: the same in every run."""
    return f"d{hashlib.sha256(relative.encode()).hexdigest()[:12]}"


def link_of(copy: str | None) -> str:
    """Address an annotated copy next to the page.

    >>> link_of("annotated/甲 #1.xlsx")
    'annotated/%E7%94%B2%20%231.xlsx'
    """
    return quote(copy, safe="/") if copy else ""


def state_of(row: ReturnRow) -> str:
    """Say in one word what is to be done about a return."""
    if not row.counts:
        return "unused"
    return status_by_counts(is_checked=True, errors=row.errors, warnings=row.warnings)


def return_lines(ranked: Iterator[ReturnRow], lang: Lang) -> Iterator[ReturnLine]:
    """Make the lines of those that count, which come by falling total."""
    for rank, row in ranked_returns(ranked):
        yield return_line(row, lang, "—" if rank is None else str(rank))


def return_line(row: ReturnRow, lang: Lang, rank: str = "") -> ReturnLine:
    """Make the line of a return."""
    brief = row.brief
    remarks = row.remarks
    if not row.counts:
        why = text_in(f"summary.ranking.{row.uncounted or brief.outcome}", lang)
        remarks = tuple(dict.fromkeys((why, *remarks)))
    grades = [g for g in (brief.claimed_grade, brief.computed_grade, brief.reviewed_grade) if g]
    return ReturnLine(
        rank=rank,
        name=printable(row.name),
        office=printable(row.office),
        state=state_of(row),
        claimed=points(row.claimed),
        computed=points(row.computed),
        reviewed=points(row.reviewed),
        gap=_gap(row.gap),
        grade=printable(" → ".join(dict.fromkeys(grades))),
        errors=row.errors,
        warnings=row.warnings,
        anchor=anchor_of(row.relative),
        link=link_of(row.copy),
        remark=printable(text_in("summary.remarks", lang).join(remarks)),
    )


def missing_lines(
    due: Sequence[DueDepartment], headings: Sequence[str], lang: Lang
) -> Iterator[MissingLine]:
    """Make the lines of the departments that are missing, by office."""
    for one in sorted(due, key=lambda each: each.office):
        yield MissingLine(
            printable(one.code),
            printable(one.name),
            printable(one.office),
            one.note or text_in("summary.missing.absent", lang),
            printable(contacts_of(headings, one.extra)),
        )


def office_lines(offices: Mapping[str, OfficeCounts], lang: Lang) -> Iterator[OfficeLine]:
    """Make the lines of the offices, that without a name last."""
    nameless = text_in("summary.overview.no-office", lang)
    for name, one in sorted(offices.items(), key=lambda pair: (not pair[0], pair[0])):
        passed = one.received - one.wrong
        bars = (
            Bar(0, 0, passed, 1, "good"),
            Bar(passed, 0, one.wrong, 1, "error"),
            Bar(one.received, 0, one.missing, 1, "waived"),
        )
        yield OfficeLine(
            printable(name) or nameless,
            one.due,
            one.received,
            one.missing,
            one.wrong,
            tuple(bar for bar in bars if bar.width),
            is_named=bool(name),
        )


def points(value: Fraction | None) -> str:
    """Write points; a dash where there are none."""
    return "—" if value is None else format_points(value)


def _gap(value: Fraction | None) -> str:
    if not value:
        return "" if value is None else "0"
    return f"+{format_points(value)}" if value > 0 else format_points(value)
