"""One finding for what is one thing: a form not filled in, a section left blank, a workbook saved
without the results of its formulas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.checking.diagnosis.codes import BLANKS, NO_RESULT, NO_SCORE, OF_SCORES
from jixiao.checking.score import JudgedRow, is_left_blank
from jixiao.finding import Finding, finding
from jixiao.rulebook import Role
from jixiao.scoresheet import Scoresheet

_MANY = 3  # formulas without a result from which the whole workbook was saved so
_ROWS = 2  # rows from which a blank section is one thing


def merged_findings(
    sheet: Scoresheet, judged: Sequence[JudgedRow], findings: Sequence[Finding]
) -> tuple[Finding, ...]:
    """Tell once what is one thing, in place of the findings that it makes."""
    if not any(f.code in (NO_SCORE, NO_RESULT) for f in findings):
        return tuple(findings)
    if judged and _is_unfilled(sheet, judged):
        first = next((r for one in judged if (r := one.row.readings.get(Role.CLAIMED))), None)
        unfilled = finding(
            "D011",
            sheet=sheet.sheet,
            cell=first.cell if first is not None else None,
            count=str(len(judged)),
        )
        return (unfilled, *(f for f in findings if f.code not in BLANKS))
    kept = list(_with_sections(judged, findings))
    unsaved = [f for f in kept if f.code == NO_RESULT]
    if len(unsaved) < _MANY:
        return tuple(kept)
    told = finding(
        "D010",
        sheet=unsaved[0].sheet,
        cell=unsaved[0].cell,
        found=str(len(unsaved)),
        label=unsaved[0].values.get("label", ""),
    )
    return (told, *(f for f in kept if f.code != NO_RESULT))


def _is_unfilled(sheet: Scoresheet, judged: Sequence[JudgedRow]) -> bool:
    figures = (
        *sheet.inputs.values(),
        *(r for rows in sheet.tables.values() for row in rows for r in row.values()),
    )
    scores = (one.row.readings.get(Role.CLAIMED) for one in judged)
    return all(is_left_blank(r) for r in figures) and all(is_left_blank(r) for r in scores)


def _with_sections(judged: Sequence[JudgedRow], findings: Sequence[Finding]) -> Iterator[Finding]:
    """Tell each section without a single self-score once, where others have theirs."""
    blank: dict[str, list[str]] = {}
    for one in judged:
        blank.setdefault(one.row.path[0] if one.row.path else "", []).append(one.row.id)
    left = {f.indicator for f in findings if f.code == NO_SCORE}
    sections = {
        name: ids
        for name, ids in blank.items()
        if name and len(ids) >= _ROWS and left.issuperset(ids)
    }
    if len(sections) == len(blank):
        sections = {}
    covered = {ident for ids in sections.values() for ident in ids}
    for name, ids in sections.items():
        first = next(f for f in findings if f.code == NO_SCORE and f.indicator in ids)
        yield finding("D012", sheet=first.sheet, cell=first.cell, name=name, count=str(len(ids)))
    for f in findings:
        if not (f.code in OF_SCORES and f.indicator in covered):
            yield f
