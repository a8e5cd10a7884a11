"""The lines of the page: one a return, one a missing department, one an office, as text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
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
    ReturnRow,
    contacts_of,
    office_figures,
    ordered_offices,
    ranked_returns,
)

TONES: Final = {
    "passed": "good",
    "look": "warning",
    "mend": "error",
    "unused": "error",
    "missing": "error",
}
OFFICE_TONES: Final = {
    "passed": "good",
    "returned": "error",
    "unread": "warning",
    "missing": "waived",
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
    """What came of the departments of an office; ``bars`` in departments, ``width`` of them all."""

    name: str
    figures: tuple[int, ...]
    bars: tuple[Bar, ...]
    width: int
    is_named: bool


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


def office_lines(
    offices: Mapping[str, OfficeCounts], names: Sequence[str], lang: Lang
) -> Iterator[OfficeLine]:
    """Make the lines of the offices, that without a name last; ``names`` are the columns."""
    nameless = text_in("summary.overview.no-office", lang)
    for name, one in ordered_offices(offices):
        yield OfficeLine(
            printable(name) or nameless,
            office_figures(one, names),
            tuple(_bars(one)),
            max(one.due, 1),
            is_named=bool(name),
        )


def _bars(one: OfficeCounts) -> Iterator[Bar]:
    at = 0
    for count, tone in zip(
        (one.passed, one.wrong, one.unread, one.missing), OFFICE_TONES.values(), strict=True
    ):
        if count:
            yield Bar(at, 0, count, 1, tone)
        at += count


def points(value: Fraction | None) -> str:
    """Write points; a dash where there are none."""
    return "—" if value is None else format_points(value)


def _gap(value: Fraction | None) -> str:
    if not value:
        return "" if value is None else "0"
    return f"+{format_points(value)}" if value > 0 else format_points(value)
