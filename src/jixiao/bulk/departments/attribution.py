"""Attribute every return of a folder: its department, its year, which of several counts.

Takes the briefs of all checked returns, the roster and the returns that share content; gives an
attribution per return and the B findings that only the whole folder shows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from jixiao.bulk.departments.batch import Batch
from jixiao.bulk.departments.duplicates import find_duplicates
from jixiao.bulk.departments.file_stage import stage_of
from jixiao.bulk.departments.model import Attribution, FolderAttribution
from jixiao.bulk.departments.roster import Department, Roster
from jixiao.finding import Bilingual, Finding, Severity, finding, text_of
from jixiao.reporting import CheckBrief
from jixiao.scoresheet import department_key

_MATCHED = {
    "stamp": text_of("bulk.attribution.by-stamp"),
    "sheet": text_of("bulk.attribution.by-sheet"),
    "short": text_of("bulk.attribution.by-short"),
    "file": text_of("bulk.attribution.by-file"),
}


def attribute_returns(
    briefs: Iterable[CheckBrief],
    *,
    roster: Roster | None,
    modified: Mapping[str, int],
    shared: Mapping[str, Sequence[tuple[str, ...]]],
    rulebook_years: Mapping[str, int | None],
    rulebook: str | None = None,
) -> FolderAttribution:
    """Match returns with departments, compare them, and choose the one that counts.

    ``shared`` maps sha256, figures and words to groups of returns that share them;
    ``rulebook_years`` gives the year of each rulebook, None where open; ``rulebook`` is the one
    that was asked for, None where each return shows its own.
    """
    findings: dict[str, list[Finding]] = defaultdict(list)
    returns = [_attribute(brief, roster, modified.get(brief.file, 0)) for brief in briefs]
    year = _year(returns, rulebook_years)
    batch = Batch.of(returns, roster, year, rulebook)
    absent = _absent(roster, returns)[0] if roster else ()
    for one in returns:
        findings[one.relative].extend(batch.strange(one))
        findings[one.relative].extend(_findings_of_one(one, roster, absent))
    returns, several = _choose([batch.weighed(one) for one in returns], year)
    for relative, found in several:
        findings[relative].append(found)
    names = {one.relative: one.name for one in returns if one.brief.outcome != "no-scoresheet"}
    for relative, found in find_duplicates(shared, names):
        findings[relative].append(found)
    missing, broken = _absent(roster, returns) if roster else ((), ())
    return FolderAttribution(
        returns=tuple(returns),
        findings={name: tuple(found) for name, found in findings.items() if found},
        missing=missing,
        broken=broken,
        general=tuple(_general(roster, missing)),
        year=year,
    )


@dataclass(frozen=True, slots=True)
class FolderCounts:
    """What is reported upwards: departments due, received, passed, to be returned, missing.

    ``listed`` is None without a roster; ``unread`` counts departments whose
    return cannot be used (unreadable, blank, of another year), without a roster files that could
    not be read. ``unlisted`` counts returns of departments that are not on the roster, which are
    in no other count.
    """

    listed: int | None
    received: int
    passed: int
    returned: int
    missing: int
    unread: int
    unlisted: int = 0


def count_returns(attribution: FolderAttribution, listed: int | None) -> FolderCounts:
    """Count the returns that count; one with an error has to be returned."""
    counting = [one for one in attribution.returns if one.counts]
    counted = [one for one in counting if listed is None or one.department]
    wrong = sum(
        one.brief.errors > 0
        or any(f.severity is Severity.ERROR for f in attribution.findings.get(one.relative, ()))
        for one in counted
    )
    return FolderCounts(
        listed=listed,
        received=len(counted),
        passed=len(counted) - wrong,
        returned=wrong,
        missing=len(attribution.missing),
        unread=len(attribution.broken)
        if listed is not None
        else sum(
            one.brief.outcome in ("unreadable", "several-scoresheets")
            for one in attribution.returns
        ),
        unlisted=len(counting) - len(counted),
    )


def _absent(
    roster: Roster, returns: Sequence[Attribution]
) -> tuple[tuple[Department, ...], tuple[Department, ...]]:
    """Departments without any return, and those with none that could be checked."""
    present = {one.department.line for one in returns if one.department}
    counted = {one.department.line for one in returns if one.department and one.counts}
    missing = tuple(d for d in roster.departments if d.line not in present)
    broken = tuple(d for d in roster.departments if d.line in present - counted)
    return missing, broken


def _attribute(brief: CheckBrief, roster: Roster | None, modified: int) -> Attribution:
    stated = brief.department
    match = (
        roster.match(stamped=brief.stamped, stated=stated, relative=brief.file)
        if roster and brief.outcome != "no-scoresheet"
        else None
    )
    return Attribution(
        brief=brief,
        name=match.department.name if match else stated or PurePosixPath(brief.file).stem,
        department=match.department if match else None,
        matched_by=match.by if match else None,
        is_sure=roster is None or match is None or roster.named(stated) is match.department,
        modified=modified,
        counts=brief.outcome == "checked",
    )


def _year(returns: Sequence[Attribution], rulebook_years: Mapping[str, int | None]) -> int | None:
    """The year of this batch: the rulebook's where it has one, else that of most returns."""
    votes = Counter(
        rulebook_years.get(one.brief.rulebook or "") or one.brief.year
        for one in returns
        if one.brief.outcome == "checked"
    )
    del votes[None]
    if not votes:
        return None
    most = max(votes.values())
    return max(year for year, count in votes.items() if count == most and year is not None)


def _findings_of_one(
    one: Attribution, roster: Roster | None, absent: Sequence[Department]
) -> Iterable[Finding]:
    brief = one.brief
    if brief.outcome == "no-scoresheet":
        yield finding("B117")
        return
    if brief.outcome != "checked":
        return
    if roster is None:
        return
    if brief.department is None:
        yield finding("B120", reason=_reason_of_match(one))
        return
    by_sheet = roster.named(brief.department)
    if by_sheet is None:
        near = roster.nearest(brief.department, absent) if one.department is None else None
        yield finding(
            "B103", found=brief.department, reason=_reason_of_match(one), near=_likely_name(near)
        )
        by_sheet = roster.short(brief.department)
    for by, other in (
        ("stamp", roster.named(brief.stamped)),
        ("file", roster.in_path(brief.file)),
    ):
        if by_sheet and other and other is not by_sheet:
            yield finding("B105", found=brief.department, expected=other.name, reason=_MATCHED[by])


def _reason_of_match(one: Attribution) -> Bilingual:
    """Whom a return without a known name is counted for, and by what."""
    if one.department is None or one.matched_by is None:
        return text_of("bulk.attribution.none")
    by, name = _MATCHED[one.matched_by], one.department.name
    return text_of("bulk.attribution.by").fill(by=by, name=name)


def _likely_name(near: Department | None) -> Bilingual:
    if near is None:
        return Bilingual("", "")
    return text_of("bulk.attribution.near").fill(name=near.name)


def _choose(
    returns: Sequence[Attribution], year: int | None
) -> tuple[list[Attribution], list[tuple[str, Finding]]]:
    """Let one return of each department count, and say which and why."""
    groups: dict[object, list[Attribution]] = defaultdict(list)
    for one in returns:
        if one.brief.outcome == "no-scoresheet":
            continue
        if one.department:
            groups[one.department.line].append(one)
        elif one.brief.department:
            groups[department_key(one.brief.department)].append(one)
    uncounted: set[str] = set()
    findings: list[tuple[str, Finding]] = []
    for group in groups.values():
        if len(group) < 2:
            continue
        ranked = sorted(group, key=lambda one: one.relative)
        known = all(one.brief.saved for one in group if one.brief.outcome == "checked")
        ranked.sort(key=lambda one: _precedence(one, year, knows_saving=known), reverse=True)
        best, second = ranked[0], ranked[1]
        found = finding(
            "B102",
            department=best.name,
            count=str(len(group)),
            counted=best.relative,
            reason=_reason_of_choice(best, second, year, knows_saving=known),
        )
        findings.extend((one.relative, found) for one in group)
        uncounted.update(one.relative for one in ranked[1:])
    chosen = [replace(one, counts=one.counts and one.relative not in uncounted) for one in returns]
    return chosen, findings


def _precedence(
    one: Attribution, year: int | None, *, knows_saving: bool
) -> tuple[bool, bool, bool, bool, int, str, int]:
    """What decides, in order; the time inside the workbook only where all of them have one."""
    return (
        one.brief.outcome == "checked",
        one.is_sure,
        one.brief.year == year,
        not one.uncounted,
        stage_of(one.relative),
        (one.brief.saved or "") if knows_saving else "",
        one.modified,
    )


def _reason_of_choice(
    best: Attribution, second: Attribution, year: int | None, *, knows_saving: bool
) -> Bilingual:
    if best.brief.outcome != second.brief.outcome:
        return text_of("bulk.choice.readable")
    if best.is_sure != second.is_sure:
        return text_of("bulk.choice.named")
    if (best.brief.year == year) != (second.brief.year == year):
        return text_of("bulk.choice.year").fill(year=year)
    if second.uncounted and not best.uncounted:
        return text_of(f"bulk.choice.{second.uncounted}")
    if stage_of(best.relative) != stage_of(second.relative):
        return text_of("bulk.choice.stage")
    if knows_saving and best.brief.saved != second.brief.saved:
        return text_of("bulk.choice.saved").fill(time=_minute(best.brief.saved))
    if best.modified != second.modified:
        return text_of("bulk.choice.latest")
    return text_of("bulk.choice.first")


def _minute(saved: str | None) -> str:
    """Show a time in UTC as a person reads it, where the zone is not known.

    >>> _minute("2018-03-05T08:11:02")
    '2018-03-05 08:11'
    """
    return (saved or "").replace("T", " ")[:16]


def _general(roster: Roster | None, missing: Sequence[Department]) -> Iterable[Finding]:
    for department in missing:
        yield finding("B101", department=department.name, line=str(department.line))
    if roster is None:
        return
    for name in roster.duplicates:
        yield finding("B118", found=name, reason=text_of("bulk.attribution.ambiguous"))
    for name in roster.repeated:
        yield finding("B118", found=name, reason=text_of("bulk.attribution.repeated"))
