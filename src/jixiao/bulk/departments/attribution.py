"""Where every return stands among the others: department, year, which one counts, what repeats.

Takes the heads of all checked returns, the roster and what is alike; gives a standing per return
and the B findings that only the whole folder shows.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from jixiao.bulk.departments.duplicates import find_repeats
from jixiao.bulk.departments.roster import Department, Roster, normalise
from jixiao.finding import Bilingual, Finding, finding

_MATCHED = {
    "stamp": Bilingual("空白表的标记", "the template's stamp"),
    "sheet": Bilingual("表内名称", "the name in the sheet"),
    "short": Bilingual("简称", "its short name"),
    "file": Bilingual("文件名", "the file name"),
}
_AMBIGUOUS = Bilingual(
    "对应不止一个单位，按此名称无法归属", "stands for more than one department and tells none"
)
_REPEATED = Bilingual("列了不止一次，按一个单位计", "is listed more than once and taken for one")


@dataclass(frozen=True, slots=True)
class Head:
    """What the summary says of one return: totals in points, grades, findings counted."""

    claimed: float | None = None
    computed: float | None = None
    reviewed: float | None = None
    claimed_grade: str | None = None
    computed_grade: str | None = None
    errors: int = 0
    warnings: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """One return among the others. ``modified`` is the file's time stamp in nanoseconds.

    ``department`` is the roster's entry where one was matched, ``name`` what to call the return's
    department in tables; ``counts`` is False for all but one return of a department and for what
    could not be checked; ``stamped`` is the department that the template was issued to;
    ``is_sure`` is False where the name in the sheet is not the department's.
    """

    relative: str
    outcome: str
    stated: str | None
    year: int | None
    rulebook: str | None
    head: Head
    name: str
    department: Department | None = None
    matched_by: str | None = None
    stamped: str | None = None
    is_sure: bool = True
    modified: int = 0
    counts: bool = True


@dataclass(frozen=True)
class Standings:
    """All returns in order of relative path; ``remarks`` are B findings by return.

    ``missing`` are departments without a return, ``broken`` those none of whose returns can be
    checked; ``general`` are findings about no single return.
    """

    returns: tuple[Standing, ...]
    remarks: Mapping[str, tuple[Finding, ...]]
    missing: tuple[Department, ...]
    broken: tuple[Department, ...]
    general: tuple[Finding, ...]
    year: int | None
    _by_relative: dict[str, Standing] = field(default_factory=dict, repr=False)

    def of(self, relative: str) -> Standing:
        """The standing of one return."""
        if not self._by_relative:
            self._by_relative.update({s.relative: s for s in self.returns})
        return self._by_relative[relative]


def judge_standings(
    heads: Iterable[tuple[str, str, str | None, str]],
    *,
    roster: Roster | None,
    modified: Mapping[str, int],
    alike: Mapping[str, Sequence[tuple[str, ...]]],
    rulebook_years: Mapping[str, int | None],
) -> Standings:
    """Match, compare and rank what was handed in.

    ``heads`` as ``Ledger.heads`` gives them; ``alike`` maps sha256, figures and words to groups of
    returns that share them; ``rulebook_years`` gives the year of each rulebook, None where open.
    """
    remarks: dict[str, list[Finding]] = defaultdict(list)
    returns = [_stand(*head, roster=roster, modified=modified) for head in heads]
    year = _year(returns, rulebook_years)
    for standing in returns:
        remarks[standing.relative].extend(_remarks_of_one(standing, roster, year))
    returns, double = _choose(returns, year)
    for relative, found in double:
        remarks[relative].append(found)
    names = {s.relative: s.name for s in returns if s.outcome != "no-scoresheet"}
    for relative, found in find_repeats(alike, names):
        remarks[relative].append(found)
    missing, broken = _absent(roster, returns) if roster else ((), ())
    return Standings(
        returns=tuple(returns),
        remarks={name: tuple(found) for name, found in remarks.items() if found},
        missing=missing,
        broken=broken,
        general=tuple(_general(roster, missing)),
        year=year,
    )


def _absent(
    roster: Roster, returns: Sequence[Standing]
) -> tuple[tuple[Department, ...], tuple[Department, ...]]:
    """Departments without any return, and those with none that could be checked."""
    handed = {s.department.line for s in returns if s.department}
    counted = {s.department.line for s in returns if s.department and s.counts}
    missing = tuple(d for d in roster.departments if d.line not in handed)
    broken = tuple(d for d in roster.departments if d.line in handed - counted)
    return missing, broken


def _stand(
    relative: str,
    outcome: str,
    stamped: str | None,
    head: str,
    *,
    roster: Roster | None,
    modified: Mapping[str, int],
) -> Standing:
    known = json.loads(head)
    stated = known.get("department")
    match = (
        roster.match(stamped=stamped, stated=stated, relative=relative)
        if roster and outcome != "no-scoresheet"
        else None
    )
    return Standing(
        relative=relative,
        outcome=outcome,
        stated=stated,
        year=known.get("year"),
        rulebook=_one(known.get("rulebook")),
        head=_head(known),
        name=match.department.name if match else stated or PurePosixPath(relative).stem,
        department=match.department if match else None,
        matched_by=match.by if match else None,
        stamped=stamped,
        is_sure=roster is None or match is None or roster.named(stated) is match.department,
        modified=modified.get(relative, 0),
        counts=outcome == "checked",
    )


def _head(known: Mapping[str, Any]) -> Head:
    total, severities = known.get("total") or {}, known.get("severities") or {}
    return Head(
        claimed=total.get("claimed"),
        computed=total.get("computed"),
        reviewed=total.get("reviewed"),
        claimed_grade=_one(total.get("claimed_grade")),
        computed_grade=_one(total.get("computed_grade")),
        errors=severities.get("error", 0),
        warnings=severities.get("warning", 0),
    )


def _one(text: str | None) -> str | None:
    """The same object for the same text: thousands of returns repeat a few."""
    return None if text is None else sys.intern(text)


def _year(returns: Sequence[Standing], rulebook_years: Mapping[str, int | None]) -> int | None:
    """The year of this batch: the rulebook's where it has one, else that of most returns."""
    votes = Counter(
        rulebook_years.get(s.rulebook or "") or s.year for s in returns if s.outcome == "checked"
    )
    del votes[None]
    if not votes:
        return None
    most = max(votes.values())
    return max(year for year, count in votes.items() if count == most and year is not None)


def _remarks_of_one(
    standing: Standing, roster: Roster | None, year: int | None
) -> Iterable[Finding]:
    if standing.outcome == "no-scoresheet":
        yield finding("B117")
        return
    if standing.outcome != "checked":
        return
    if standing.year is not None and year is not None and standing.year != year:
        yield finding("B108", found=str(standing.year), expected=str(year))
    if roster is None:
        return
    if standing.stated is None:
        yield finding("B120", reason=_attribution(standing))
        return
    by_sheet = roster.named(standing.stated)
    if by_sheet is None:
        yield finding("B103", found=standing.stated, reason=_attribution(standing))
        by_sheet = roster.short(standing.stated)
    for by, other in (
        ("stamp", roster.named(standing.stamped)),
        ("file", roster.in_path(standing.relative)),
    ):
        if by_sheet and other and other is not by_sheet:
            yield finding("B105", found=standing.stated, expected=other.name, reason=_MATCHED[by])


def _attribution(standing: Standing) -> Bilingual:
    """Whom a return without a known name is counted for, and by what."""
    if standing.department is None or standing.matched_by is None:
        return Bilingual("文件名也对不上，不计入名册上的任何单位", "nor does the file name tell")
    by, name = _MATCHED[standing.matched_by], standing.department.name
    return Bilingual(f"按{by.zh}归属 {name}", f"counted for {name} by {by.en}")


def _choose(
    returns: Sequence[Standing], year: int | None
) -> tuple[list[Standing], list[tuple[str, Finding]]]:
    """Let one return of each department count, and say which and why."""
    groups: dict[object, list[Standing]] = defaultdict(list)
    for standing in returns:
        if standing.outcome == "no-scoresheet":
            continue
        if standing.department:
            groups[standing.department.line].append(standing)
        elif standing.stated:
            groups[normalise(standing.stated)].append(standing)
    out: set[str] = set()
    remarks: list[tuple[str, Finding]] = []
    for group in groups.values():
        if len(group) < 2:
            continue
        ranked = sorted(group, key=lambda s: s.relative)
        ranked.sort(key=lambda s: _precedence(s, year), reverse=True)
        best, second = ranked[0], ranked[1]
        found = finding(
            "B102",
            department=best.name,
            count=str(len(group)),
            counted=best.relative,
            reason=_reason(best, second, year),
        )
        remarks.extend((s.relative, found) for s in group)
        out.update(s.relative for s in ranked[1:])
    chosen = [replace(s, counts=s.counts and s.relative not in out) for s in returns]
    return chosen, remarks


def _precedence(standing: Standing, year: int | None) -> tuple[bool, bool, bool, int]:
    return (
        standing.outcome == "checked",
        standing.is_sure,
        standing.year == year,
        standing.modified,
    )


def _reason(best: Standing, second: Standing, year: int | None) -> Bilingual:
    if best.outcome != second.outcome:
        return Bilingual("其余不能核对", "the others cannot be checked")
    if best.is_sure != second.is_sure:
        return Bilingual("表内单位名称与名册相符", "its sheet names the department")
    if (best.year == year) != (second.year == year):
        return Bilingual(f"年度为 {year} 年", f"it is of {year}")
    if best.modified != second.modified:
        return Bilingual("修改时间最晚", "it was modified last")
    return Bilingual("修改时间相同，按文件名在前", "equally recent, first by name")


def _general(roster: Roster | None, missing: Sequence[Department]) -> Iterable[Finding]:
    for department in missing:
        yield finding("B101", department=department.name, line=str(department.line))
    if roster is None:
        return
    for name in roster.duplicates:
        yield finding("B118", found=name, reason=_AMBIGUOUS)
    for name in roster.repeated:
        yield finding("B118", found=name, reason=_REPEATED)
