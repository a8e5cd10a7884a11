"""Which returns are checked in a run, of which an earlier result is kept, what is skipped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path

from jixiao.bulk.archive import ArchiveRefused, Shelf, open_returns
from jixiao.bulk.copies import CopyPlaces, name_copies
from jixiao.bulk.job import Job, ReportFile, sha256_of
from jixiao.bulk.ledger import KnownReturn, Ledger
from jixiao.bulk.reports import pair_reports
from jixiao.bulk.request import BulkRequest, rules_with
from jixiao.bulk.walk import FileSort, FoundFile, skip_finding
from jixiao.drafting import FORM_PREFIX
from jixiao.finding import Finding, finding
from jixiao.version import __version__
from jixiao.workbook import content_hash


@dataclass(frozen=True)
class RunPlan:
    """What a run has to do.

    ``jobs`` go to workers; ``skipped`` are the findings on files skipped; ``modified`` is the
    time stamp of each return in nanoseconds, ``copies`` where its annotated copy goes, below the
    output; ``changed`` is the hash of each of these copies that somebody changed;
    ``of_forms`` are the returns checked already that no rulebook fits, by key of their form;
    ``reports`` is the path of the narrative report of each return.
    """

    jobs: tuple[Job, ...]
    skipped: Mapping[str, tuple[Finding, ...]]
    modified: Mapping[str, int]
    copies: Mapping[str, str]
    changed: Mapping[str, str]
    of_forms: Mapping[str, tuple[Job, ...]] = field(default_factory=dict)
    reports: Mapping[str, str] = field(default_factory=dict)


def make_plan(request: BulkRequest, entries: Iterable[FoundFile], ledger: Ledger) -> RunPlan:
    """Sort entries into returns to check, returns checked already, and files skipped."""
    known = ledger.keys()
    skipped: dict[str, tuple[Finding, ...]] = {}
    listed = list(entries)
    reports = _reports(listed, request)
    taken = {report.relative for report in reports.values()}
    found = dict(_candidates((e for e in listed if e.relative not in taken), skipped))
    places = CopyPlaces(ledger, request.output, name_copies(job.relative for job in found))
    copies: dict[str, str] = {}
    jobs: list[Job] = []
    of_forms: dict[str, list[Job]] = {}
    with closing(Shelf()) as shelf:
        for candidate in found:
            hashed = cache(partial(_hash, candidate, shelf))
            place = copies[candidate.relative] = places.choose(candidate.relative, hashed)
            copy = place if request.annotates else None
            seen = None if request.rechecks else known.get(candidate.relative)
            job = replace(
                candidate,
                copy=str(request.output / copy) if copy else None,
                recorded=places.recorded(copy) if copy else None,
                report=reports.get(candidate.relative),
            )
            if seen is None or not _is_current(seen, _rules(job, request), copy, places, hashed):
                jobs.append(job)
            elif (seen.rulebook or "").startswith(FORM_PREFIX):
                of_forms.setdefault(seen.rulebook or "", []).append(job)
    modified = {job.relative: moment for job, moment in found.items()}
    changed = {name: mark for name in copies.values() if (mark := places.changed(name))}
    kept = {key: tuple(mine) for key, mine in of_forms.items()}
    paths = {relative: report.path for relative, report in reports.items()}
    return RunPlan(tuple(jobs), skipped, modified, copies, changed, kept, paths)


def _reports(entries: Sequence[FoundFile], request: BulkRequest) -> dict[str, ReportFile]:
    """The narrative reports of the folder, by the return that each goes with."""
    found: dict[str, ReportFile] = {}
    for relative, entry in pair_reports(entries, request.roster).items():
        with suppress(OSError):
            sha256 = sha256_of(entry.path)
            found[relative] = ReportFile(str(entry.path), entry.relative, sha256)
    return found


def _rules(job: Job, request: BulkRequest) -> str:
    return rules_with(request.rules, job.report.sha256 if job.report is not None else None)


def _is_current(
    seen: KnownReturn,
    rules: str,
    copy: str | None,
    places: CopyPlaces,
    hashed: Callable[[], str | None],
) -> bool:
    """Whether an earlier result still holds and its annotated copy is in place."""
    if (seen.rules, seen.program) != (rules, __version__):
        return False
    is_copy_due = copy is not None and seen.outcome != "unreadable"
    if is_copy_due and not (seen.is_annotated and places.is_there(str(copy))):
        return False
    return seen.sha256 is not None and seen.sha256 == hashed()


def _candidates(
    entries: Iterable[FoundFile], skipped: dict[str, tuple[Finding, ...]]
) -> Iterator[tuple[Job, int]]:
    """Give every return and when it was modified; note in ``skipped`` what is skipped."""
    for entry in entries:
        if entry.sort is FileSort.WORKBOOK:
            yield Job(entry.relative, str(entry.path)), _modified(entry.path)
        elif entry.sort is FileSort.ARCHIVE:
            yield from _members(entry, skipped)
        else:
            skipped[entry.relative] = (skip_finding(entry),)


def _members(
    entry: FoundFile, skipped: dict[str, tuple[Finding, ...]]
) -> Iterator[tuple[Job, int]]:
    try:
        with open_returns(entry.path) as archive:
            members, is_workbook = archive.members, archive.is_workbook
    except ArchiveRefused as refused:
        skipped[entry.relative] = (finding("B115", reason=refused.reason),)
        return
    if is_workbook:
        yield Job(entry.relative, str(entry.path)), _modified(entry.path)
        return
    for member in members:
        relative = f"{entry.relative}/{member.relative}"
        if member.sort is FileSort.WORKBOOK:
            yield Job(relative, str(entry.path), member.name), member.modified
        elif member.sort is FileSort.ARCHIVE:
            skipped[relative] = (finding("B116"),)
        else:
            skipped[relative] = (skip_finding(FoundFile(relative, entry.path, member.sort)),)


def _modified(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _hash(job: Job, shelf: Shelf) -> str | None:
    try:
        if job.member is None:
            return sha256_of(Path(job.path))
        return content_hash(shelf.read(job.path, job.member))
    except (OSError, KeyError, ArchiveRefused):
        return None
