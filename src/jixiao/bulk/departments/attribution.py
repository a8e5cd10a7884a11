"""Attribute every return of a folder: its department, its year, which of several counts.

Takes the briefs of all checked returns, the roster and the returns that share content; gives an
attribution per return and the B findings that only the whole folder shows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from jixiao.bulk.departments.duplicates import find_duplicates
from jixiao.bulk.departments.file_stage import stage_of
from jixiao.bulk.departments.roster import Department, Roster, normalise
from jixiao.finding import Bilingual, Finding, finding, text_of
from jixiao.reporting import CheckBrief

_MATCHED = {
    "stamp": text_of("bulk.attribution.by-stamp"),
    "sheet": text_of("bulk.attribution.by-sheet"),
    "short": text_of("bulk.attribution.by-short"),
    "file": text_of("bulk.attribution.by-file"),
}


@dataclass(frozen=True, slots=True)
class Attribution:
    """The department that one return belongs to, and whether it counts for it.

    ``department`` is the roster's entry where one was matched, ``name`` what to call the return's
    department in tables; ``counts`` is False for all but one return of a department and for what
    could not be checked; ``is_sure`` is False where the name in the sheet is not the department's.
    ``modified`` is the file's time stamp in nanoseconds. ``uncounted`` says why what was checked
    does not count: ``year`` (a return of another year) or ``blank`` (nothing filled in).
    """

    brief: CheckBrief
    name: str
    department: Department | None = None
    matched_by: str | None = None
    is_sure: bool = True
    modified: int = 0
    counts: bool = True
    uncounted: str = ""

    @property
    def relative(self) -> str:
        """The return's path below the folder, with ``/``."""
        return self.brief.file


@dataclass(frozen=True, slots=True)
class FolderAttribution:
    """All returns in order of relative path; ``findings`` are B findings by return.

    ``missing`` are departments without a return, ``broken`` those none of whose returns can be
    checked; ``general`` are findings about no single return.
    """

    returns: tuple[Attribution, ...]
    findings: Mapping[str, tuple[Finding, ...]]
    missing: tuple[Department, ...]
    broken: tuple[Department, ...]
    general: tuple[Finding, ...]
    year: int | None


def attribute_returns(
    briefs: Iterable[CheckBrief],
    *,
    roster: Roster | None,
    modified: Mapping[str, int],
    shared: Mapping[str, Sequence[tuple[str, ...]]],
    rulebook_years: Mapping[str, int | None],
) -> FolderAttribution:
    """Match returns with departments, compare them, and choose the one that counts.

    ``shared`` maps sha256, figures and words to groups of returns that share them;
    ``rulebook_years`` gives the year of each rulebook, None where open.
    """
    findings: dict[str, list[Finding]] = defaultdict(list)
    returns = [_attribute(brief, roster, modified.get(brief.file, 0)) for brief in briefs]
    year = _year(returns, rulebook_years)
    absent = _absent(roster, returns)[0] if roster else ()
    for one in returns:
        findings[one.relative].extend(_findings_of_one(one, roster, year, absent))
    returns, several = _choose([_of_this_season(one, year) for one in returns], year)
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
    not be read.
    """

    listed: int | None
    received: int
    passed: int
    returned: int
    missing: int
    unread: int


def count_returns(attribution: FolderAttribution, listed: int | None) -> FolderCounts:
    """Count the returns that count; one with an error has to be returned."""
    counted = [one for one in attribution.returns if one.counts]
    wrong = sum(one.brief.errors > 0 for one in counted)
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
    )


def _of_this_season(one: Attribution, year: int | None) -> Attribution:
    """Leave uncounted what is of another year or blank: it is not what was asked for."""
    if one.brief.outcome != "checked":
        return one
    if one.brief.year is not None and year is not None and one.brief.year != year:
        return replace(one, counts=False, uncounted="year")
    if one.brief.claimed is None and one.brief.computed is None:
        return replace(one, counts=False, uncounted="blank")
    return one


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
    one: Attribution, roster: Roster | None, year: int | None, absent: Sequence[Department]
) -> Iterable[Finding]:
    brief = one.brief
    if brief.outcome == "no-scoresheet":
        yield finding("B117")
        return
    if brief.outcome != "checked":
        return
    if brief.year is not None and year is not None and brief.year != year:
        yield finding("B108", found=str(brief.year), expected=str(year))
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
            groups[normalise(one.brief.department)].append(one)
    uncounted: set[str] = set()
    findings: list[tuple[str, Finding]] = []
    for group in groups.values():
        if len(group) < 2:
            continue
        ranked = sorted(group, key=lambda one: one.relative)
        ranked.sort(key=lambda one: _precedence(one, year), reverse=True)
        best, second = ranked[0], ranked[1]
        found = finding(
            "B102",
            department=best.name,
            count=str(len(group)),
            counted=best.relative,
            reason=_reason_of_choice(best, second, year),
        )
        findings.extend((one.relative, found) for one in group)
        uncounted.update(one.relative for one in ranked[1:])
    chosen = [replace(one, counts=one.counts and one.relative not in uncounted) for one in returns]
    return chosen, findings


def _precedence(one: Attribution, year: int | None) -> tuple[bool, bool, bool, int, int]:
    return (
        one.brief.outcome == "checked",
        one.is_sure,
        one.brief.year == year,
        stage_of(one.relative),
        one.modified,
    )


def _reason_of_choice(best: Attribution, second: Attribution, year: int | None) -> Bilingual:
    if best.brief.outcome != second.brief.outcome:
        return text_of("bulk.choice.readable")
    if best.is_sure != second.is_sure:
        return text_of("bulk.choice.named")
    if (best.brief.year == year) != (second.brief.year == year):
        return text_of("bulk.choice.year").fill(year=year)
    if stage_of(best.relative) != stage_of(second.relative):
        return text_of("bulk.choice.stage")
    if best.modified != second.modified:
        return text_of("bulk.choice.latest")
    return text_of("bulk.choice.first")


def _general(roster: Roster | None, missing: Sequence[Department]) -> Iterable[Finding]:
    for department in missing:
        yield finding("B101", department=department.name, line=str(department.line))
    if roster is None:
        return
    for name in roster.duplicates:
        yield finding("B118", found=name, reason=text_of("bulk.attribution.ambiguous"))
    for name in roster.repeated:
        yield finding("B118", found=name, reason=text_of("bulk.attribution.repeated"))
