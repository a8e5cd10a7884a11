"""One finding for what is one thing: a form not filled in, a section left blank, a workbook saved
without the results of its formulas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from jixiao.checking.diagnosis.codes import (
    ABOVE_WEIGHT,
    BLANKS,
    EVERY_GROUP,
    NO_COLUMN,
    NO_FIGURE,
    NO_RESULT,
    NO_SCORE,
    NOT_COMPUTED,
    NOT_FILLED,
    OF_SCORES,
    OTHER_FORM,
    OTHER_WEIGHT,
    OUT_OF_REACH,
    PARTLY,
    UNCHECKED,
)
from jixiao.checking.score import JudgedRow, is_left_blank
from jixiao.finding import Finding, finding, text_of
from jixiao.rulebook import Role
from jixiao.scoresheet import Scoresheet

_MANY = 3  # formulas without a result from which the whole workbook was saved so
_ROWS = 2  # rows from which a blank section is one thing
_WAITING = {
    UNCHECKED: (PARTLY,),
    NO_SCORE: NO_COLUMN,
    OUT_OF_REACH: (OTHER_FORM,),
    OTHER_WEIGHT: (OTHER_FORM,),
    ABOVE_WEIGHT: (OTHER_FORM,),
}
"""What is said only because of something else, and of what."""


def merged_findings(
    sheet: Scoresheet, judged: Sequence[JudgedRow], findings: Sequence[Finding]
) -> tuple[Finding, ...]:
    """Report once what is one thing, in place of the findings that it makes."""
    findings = tuple(_with_causes(findings))
    if not any(f.code in (NO_SCORE, NO_RESULT, NOT_FILLED) for f in findings):
        return findings
    if judged and _is_unfilled(sheet, judged):
        first = next((r for one in judged if (r := one.row.readings.get(Role.CLAIMED))), None)
        unfilled = finding(
            "D011",
            sheet=sheet.sheet,
            cell=first.cell if first is not None else None,
            count=str(len(judged)),
        )
        return (unfilled, *(f for f in findings if f.code not in BLANKS))
    kept = list(_with_groups(sheet, list(_with_sections(judged, findings))))
    unsaved = [f for f in kept if f.code == NO_RESULT]
    if len(unsaved) < _MANY:
        return tuple(kept)
    folded = finding(
        "D010",
        sheet=unsaved[0].sheet,
        cell=unsaved[0].cell,
        found=str(len(unsaved)),
        label=unsaved[0].values.get("label", ""),
    )
    return (folded, *(f for f in kept if f.code != NO_RESULT))


def _with_causes(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Fold what only waits: a total for points without a row, scores for their column."""
    causes = {
        code: next((f for f in findings if f.code in of_code), None)
        for code, of_code in _WAITING.items()
    }
    in_words = {f.indicator: f for f in findings if f.code == NO_FIGURE and f.indicator}
    for f in findings:
        cause = in_words.get(f.indicator or "") if f.code == NOT_COMPUTED else causes.get(f.code)
        yield f if cause is None or f.because is not None else f.following(cause)


def _is_unfilled(sheet: Scoresheet, judged: Sequence[JudgedRow]) -> bool:
    figures = (
        *sheet.inputs.values(),
        *(r for rows in sheet.tables.values() for row in rows for r in row.values()),
    )
    scores = (one.row.readings.get(Role.CLAIMED) for one in judged)
    return all(is_left_blank(r) for r in figures) and all(is_left_blank(r) for r in scores)


def _with_groups(sheet: Scoresheet, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Report each group of basic figures that is wholly blank once, all of them as one."""
    places = {reading.place: name for name, reading in sheet.inputs.items()}
    blank = {places[f.place]: f for f in findings if f.code == NOT_FILLED and f.place in places}
    folded: dict[str, Finding] = {}
    for group, names in blank_groups(sheet, set(blank)).items():
        first = blank[names[0]]
        label = text_of("diagnosis.all-figures") if group == EVERY_GROUP else group
        merged = finding(
            "D013",
            sheet=first.sheet,
            cell=first.cell,
            name=label,
            count=str(len(names)),
            group=group,
        )
        folded |= {blank[name].place: merged for name in names}
    said_of: set[str] = set()
    for f in findings:
        group_of = folded.get(f.place) if f.code == NOT_FILLED else None
        if group_of is None:
            cause = folded.get(f.because_cell or "") if f.because == NOT_FILLED else None
            yield f if cause is None else replace(f, because=cause.code, because_cell=cause.place)
        elif group_of.place not in said_of:
            said_of.add(group_of.place)
            yield group_of


def blank_groups(sheet: Scoresheet, blank: set[str]) -> Mapping[str, list[str]]:
    """The groups of figures of which every one that is asked for is blank, by their names."""
    groups: dict[str, list[str]] = {}
    for item in sheet.rulebook.inputs:
        if item.id in sheet.inputs and not item.optional:
            groups.setdefault(item.group or EVERY_GROUP, []).append(item.id)
    every = [name for names in groups.values() for name in names]
    if len(every) >= _ROWS and blank.issuperset(every):
        return {EVERY_GROUP: every}
    several = {group: names for group, names in groups.items() if len(names) >= _ROWS}
    return {group: names for group, names in several.items() if blank.issuperset(names)}


def _with_sections(judged: Sequence[JudgedRow], findings: Sequence[Finding]) -> Iterator[Finding]:
    """Report each section without a single self-score once, where others have theirs."""
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
