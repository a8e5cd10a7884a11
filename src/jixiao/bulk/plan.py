"""Which returns are checked in a run, of which an earlier result is kept, what is skipped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path

from jixiao.bulk.archive import ArchiveRefused, Shelf, open_returns
from jixiao.bulk.copies import CopyPlaces, name_copies, name_report_copies
from jixiao.bulk.job import Job, sha256_of
from jixiao.bulk.ledger import KnownReturn, Ledger
from jixiao.bulk.reports import ReportFile, pair_reports
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
    ``reports`` is the narrative report of each return, ``report_copies`` where that goes with
    comments, below the output.
    """

    jobs: tuple[Job, ...]
    skipped: Mapping[str, tuple[Finding, ...]]
    modified: Mapping[str, int]
    copies: Mapping[str, str]
    changed: Mapping[str, str]
    of_forms: Mapping[str, tuple[Job, ...]] = field(default_factory=dict)
    reports: Mapping[str, ReportFile] = field(default_factory=dict)
    report_copies: Mapping[str, str] = field(default_factory=dict)


def make_plan(request: BulkRequest, entries: Iterable[FoundFile], ledger: Ledger) -> RunPlan:
    """Sort entries into returns to check, returns checked already, and files skipped."""
    known = ledger.keys()
    skipped: dict[str, tuple[Finding, ...]] = {}
    listed = list(_opened(entries, skipped))
    with closing(Shelf()) as shelf:
        reports = _reports(listed, request, shelf)
    taken = {report.relative for report in reports.values()}
    found = dict(_candidates((e for e in listed if e.relative not in taken), skipped))
    places = CopyPlaces(ledger, request.output, name_copies(job.relative for job in found))
    report_copies = _report_copies(reports, request)
    copies: dict[str, str] = {}
    jobs: list[Job] = []
    of_forms: dict[str, list[Job]] = {}
    with closing(Shelf()) as shelf:
        for candidate in found:
            hashed = cache(partial(_hash, Path(candidate.path), candidate.member, shelf))
            place = copies[candidate.relative] = places.choose(candidate.relative, hashed)
            copy = place if request.annotates else None
            seen = None if request.rechecks else known.get(candidate.relative)
            job = replace(
                candidate,
                copy=str(request.output / copy) if copy else None,
                recorded=places.recorded(copy) if copy else None,
                report=_placed(candidate.relative, reports, report_copies, request, places),
            )
            rules, marked = _rules(job, request), report_copies.get(candidate.relative)
            if seen is None or not _is_current(seen, rules, copy, marked, places, hashed):
                jobs.append(job)
            elif (seen.rulebook or "").startswith(FORM_PREFIX):
                of_forms.setdefault(seen.rulebook or "", []).append(job)
    modified = {job.relative: moment for job, moment in found.items()}
    changed = {name: mark for name in copies.values() if (mark := places.changed(name))}
    kept = {key: tuple(mine) for key, mine in of_forms.items()}
    return RunPlan(tuple(jobs), skipped, modified, copies, changed, kept, reports, report_copies)


def _reports(
    entries: Sequence[FoundFile], request: BulkRequest, shelf: Shelf
) -> dict[str, ReportFile]:
    """The narrative reports of the folder, by the return that each goes with."""
    found: dict[str, ReportFile] = {}
    for relative, entry in pair_reports(entries, request.roster).items():
        sha256 = _hash(entry.path, entry.member, shelf)
        if sha256 is not None:
            found[relative] = ReportFile(str(entry.path), entry.relative, sha256, entry.member)
    return found


def _report_copies(reports: Mapping[str, ReportFile], request: BulkRequest) -> dict[str, str]:
    if not request.annotates:
        return {}
    return name_report_copies({name: report.relative for name, report in reports.items()})


def _placed(
    relative: str,
    reports: Mapping[str, ReportFile],
    copies: Mapping[str, str],
    request: BulkRequest,
    places: CopyPlaces,
) -> ReportFile | None:
    """The report of a return with the place of its copy."""
    report, copy = reports.get(relative), copies.get(relative)
    if report is None or copy is None:
        return report
    return replace(report, copy=str(request.output / copy), recorded=places.recorded(copy))


def _rules(job: Job, request: BulkRequest) -> str:
    return rules_with(request.rules, job.report.sha256 if job.report is not None else None)


def _is_current(
    seen: KnownReturn,
    rules: str,
    copy: str | None,
    report_copy: str | None,
    places: CopyPlaces,
    hashed: Callable[[], str | None],
) -> bool:
    """Whether an earlier result still holds and the copies of return and report are in place."""
    if (
        report_copy is not None
        and places.recorded(report_copy)
        and not places.is_there(report_copy)
    ):
        return False
    if (seen.rules, seen.program) != (rules, __version__):
        return False
    is_copy_due = copy is not None and seen.outcome != "unreadable"
    if is_copy_due and not (seen.is_annotated and places.is_there(str(copy))):
        return False
    return seen.sha256 is not None and seen.sha256 == hashed()


def _opened(
    entries: Iterable[FoundFile], skipped: dict[str, tuple[Finding, ...]]
) -> Iterator[FoundFile]:
    """Give every file, for an archive the files in it; note in ``skipped`` what is not opened."""
    for entry in entries:
        if entry.sort is not FileSort.ARCHIVE:
            yield entry
            continue
        try:
            with open_returns(entry.path) as archive:
                if archive.is_workbook:
                    yield replace(entry, sort=FileSort.WORKBOOK)
                else:
                    yield from archive.entries(entry.relative, entry.path)
        except ArchiveRefused as refused:
            skipped[entry.relative] = (finding("B115", reason=refused.reason),)


def _candidates(
    entries: Iterable[FoundFile], skipped: dict[str, tuple[Finding, ...]]
) -> Iterator[tuple[Job, int]]:
    """Give every return and when it was modified; note in ``skipped`` what is skipped."""
    for entry in entries:
        if entry.sort is FileSort.WORKBOOK:
            modified = _modified(entry.path) if entry.member is None else entry.modified
            yield Job(entry.relative, str(entry.path), entry.member), modified
        elif entry.sort is FileSort.ARCHIVE:
            skipped[entry.relative] = (finding("B116"),)
        else:
            skipped[entry.relative] = (skip_finding(entry),)


def _modified(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _hash(path: Path, member: str | None, shelf: Shelf) -> str | None:
    """Hash a file, or a member of an archive; None where it cannot be read."""
    try:
        if member is None:
            return sha256_of(path)
        return content_hash(shelf.read(str(path), member))
    except (OSError, KeyError, ArchiveRefused):
        return None
