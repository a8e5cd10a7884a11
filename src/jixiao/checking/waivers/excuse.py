"""Mark the findings that waivers excuse, and say which waivers excuse none, too much, too long.

A waiver that has expired, that names no return, that covers several findings of one return or one
that another excuses already, excuses nothing. Why a file could not be checked is never excused.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from jixiao.checking.model import Check, ordered_findings
from jixiao.checking.waivers.model import Waiver
from jixiao.finding import Finding, finding


def apply_waivers(
    check: Check, waivers: Sequence[Waiver], today: dt.date, attributed: str | None = None
) -> Check:
    """Give the check with its waived findings marked and findings on the waivers themselves.

    ``attributed`` is the department that a roster finds for a return, by the name of its file too.
    """
    if not check.checked:
        return check
    findings = list(check.findings)
    about: list[Finding] = []
    for waiver in waivers:
        names = (check.department, check.stamped_department, attributed)
        if not waiver.is_about(check.file, names):
            continue
        covered = [at for at, found in enumerate(findings) if waiver.covers(found)]
        trouble = _trouble(waiver, [findings[at] for at in covered], today)
        if trouble is not None:
            about.append(trouble)
            continue
        findings[covered[0]] = replace(findings[covered[0]], waived=waiver.mark)
    if not about and findings == list(check.findings):
        return check
    # the order by place within a severity stays: sorting is stable, and those on waivers come last
    ordered = sorted(
        (*findings, *ordered_findings(about, {})), key=lambda found: found.severity.rank
    )
    return replace(check, findings=tuple(ordered))


def unmatched_waivers(
    waivers: Sequence[Waiver], returns: Iterable[tuple[str, Sequence[str | None]]]
) -> tuple[Finding, ...]:
    """Say which waivers speak of none of the returns, each given as file and department names."""
    known = list(returns)
    return tuple(
        _finding("F810", waiver)
        for waiver in waivers
        if not any(waiver.is_about(file, names) for file, names in known)
    )


def _trouble(waiver: Waiver, covered: Sequence[Finding], today: dt.date) -> Finding | None:
    if waiver.until < today:
        return _finding("F811", waiver)
    if len(covered) > 1 or (waiver.department is None and waiver.file is None):
        return _finding("F812", waiver, count=str(len(covered)))
    if not covered:
        return _finding("F810", waiver)
    earlier = covered[0].waived
    return _finding("F813", waiver, count=str(earlier.number)) if earlier is not None else None


def _finding(code: str, waiver: Waiver, count: str = "0") -> Finding:
    return finding(
        code,
        found=f"{waiver.number}",
        waived=waiver.code,
        reason=waiver.reason,
        until=waiver.until.isoformat(),
        count=count,
    )
