"""What a worker does: check a chunk of returns, annotate them, hand the results back as bytes.

Runs in another process or on another machine; takes and gives only plain picklable values. A
watchdog ends the process when a chunk outlasts its limit, so a hang looks like a death to the
caller, which then tries the returns one by one.
"""

from __future__ import annotations

import datetime as dt
import errno
import faulthandler
import gc
import hashlib
import os
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

from jixiao.bulk.departments import Roster
from jixiao.bulk.ready import ordered_findings, pack_ready, ready_return
from jixiao.bulk.reports import ReportFile, report_of
from jixiao.bulk.walk import skip_reason
from jixiao.checking import Check, LastReturns, Waiver, apply_waivers, last_return_of
from jixiao.drafting import FormSeen
from jixiao.finding import Bilingual, Lang, finding, text_of
from jixiao.reporting import CheckBrief, CheckRecord, brief_of, record_of, record_to_text
from jixiao.rulebook import Library, Rulebook
from jixiao.workbook import Height, Refused, content_hash, load_file, within_limits
from jixiao.writing import TEMPORARY, OutputRefused, write_bytes

_FULL = (errno.ENOSPC, errno.EDQUOT)  # no other copy could be written either
_PATIENCE = 6  # times the seconds, where files may be as many times as large
_BETWEEN_COLLECTIONS = 100_000  # objects made; Python's own choice is 700


@dataclass(frozen=True, slots=True)
class Job:
    """One return to check.

    ``member`` is its name inside the archive ``path``, or None. ``copy`` is where the annotated
    copy goes, or None; ``recorded`` is the hash of the copy that an earlier run wrote there.
    ``report`` is the narrative report that goes with it.
    """

    relative: str
    path: str
    member: str | None = None
    copy: str | None = None
    recorded: str | None = None
    report: ReportFile | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """One return checked. ``packed`` is the text of its record, UTF-8, zlib-compressed.

    ``sha256`` is None where the next run has to try again; ``figures`` and ``words`` are digests
    (see ``CheckRecord``). ``copy_sha256`` is the hash of the annotated copy now in place;
    ``is_kept`` says that a copy somebody changed was found there and left alone; ``waits_for`` is
    the form of a return that was not checked, because no rulebook is drafted for it yet.
    ``report_copy_sha256`` is the hash of its report with comments, where that was written now;
    ``ready`` is the return as the outputs have it, packed.
    """

    brief: CheckBrief
    sha256: str | None
    packed: bytes
    figures: str | None = None
    words: str | None = None
    copy_sha256: str | None = None
    is_kept: bool = False
    waits_for: FormSeen | None = None
    report_sha256: str | None = None
    report_copy_sha256: str | None = None
    ready: bytes | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """A chunk of jobs with what they share; ``seconds`` is the limit for the whole chunk.

    ``waivers`` are applied as of ``today``, ``previous`` has last year's returns; ``forms`` are
    drafted rulebooks by key of their form: without them each return that no rulebook fits is read
    by one of its own.
    ``scratch`` is the folder for what is unpacked for the while; the system's where it is None.
    """

    jobs: tuple[Job, ...]
    rulebook: str | None
    seconds: float
    scratch: str | None = None
    lang: Lang = "zh"
    waivers: tuple[Waiver, ...] = ()
    today: dt.date = dt.date.min
    library: Library | None = None
    limits: Height = "usual"
    previous: LastReturns | None = None
    forms: Mapping[str, Rulebook] | None = None
    roster: Roster | None = None  # where waivers speak of its departments


def check_chunk(task: Task) -> tuple[Done, ...]:
    """Check the jobs of a task in order; every job gives exactly one result."""
    from jixiao.checking import check_in_forms

    seconds = task.seconds * (_PATIENCE if task.limits == "high" else 1)
    with (
        within_limits(task.limits),
        _watchdog(seconds),
        _rare_collection(),
        _unpacked(task) as places,
    ):
        files = (place for place in places if isinstance(place, str))
        checks = check_in_forms(files, task.rulebook, task.library, task.forms)
        return tuple(
            _finish(job, next(checks) if isinstance(place, str) else _refused(job, place), task)
            for job, place in zip(task.jobs, places, strict=True)
        )


def draft_form_of(task: Task, key: str) -> Rulebook | None:
    """Draft the rulebook of a form from the first job of a task."""
    from jixiao.checking import form_draft

    with within_limits(task.limits), _unpacked(task) as places:
        return form_draft(places[0], key) if isinstance(places[0], str) else None


def _refused(job: Job, why: Bilingual) -> Check:
    """Stand in for a member of an archive that cannot be unpacked."""
    found = finding("B115", reason=why)
    return Check(file=job.relative, sha256=None, findings=(found,), outcome="unreadable")


def _finish(job: Job, check: Check, task: Task) -> Done:
    lang, place = task.lang, check.file
    if check.outcome == "waiting" and check.rulebook is not None:
        seen = FormSeen(check.rulebook.form or "", check.rulebook.sha256)
        brief = brief_of(record_of(_as_listed(check, job.relative), lang))
        return Done(brief=brief, sha256=check.sha256, packed=b"", waits_for=seen)
    if task.previous is not None:
        check = last_return_of(check, task.previous, task.rulebook, rulebooks=task.library)
    report = b""
    if job.report is not None:
        report = report_content(job.report) or b""
        check = _with_report(check, job.report, report, task)
    check = _as_listed(check, job.relative)
    check = apply_waivers(check, task.waivers, task.today, _attributed(check, task.roster))
    copy_sha256, is_kept, report_copy = None, False, None
    try:
        copy_sha256, is_kept = _annotate(job, check, place, lang)
        check, report_copy = _comment_report(job, check, report, lang)
    except OSError as error:
        if error.errno in _FULL:
            raise
        unwritten = finding("B121", reason=_why_not_written(error))
        check = replace(check, findings=(*check.findings, unwritten))
    record = record_of(check, lang)
    listed = replace(record, findings=ordered_findings(record))
    return Done(
        brief=brief_of(record),
        sha256=record.sha256,
        packed=pack_record(record),
        figures=record.figures,
        words=record.words,
        copy_sha256=copy_sha256,
        is_kept=is_kept,
        report_sha256=job.report.sha256 if job.report is not None else None,
        report_copy_sha256=report_copy,
        ready=pack_ready(ready_return(listed, lang)),
    )


def _attributed(check: Check, roster: Roster | None) -> str | None:
    """The department of a return by the roster."""
    if roster is None:
        return None
    names = (check.stamped_department, check.department)
    match = roster.match(stamped=names[0], stated=names[1], relative=check.file)
    return match.department.name if match is not None else None


def report_content(report: ReportFile) -> bytes | None:
    """The bytes of a report; None where they cannot be had, or are not those that were listed."""
    from jixiao.bulk.archive import ArchiveRefused, open_returns

    try:
        if report.member is None:
            content = load_file(report.path)
        else:
            with open_returns(report.path) as archive:
                content = archive.read(report.member)
    except (ArchiveRefused, KeyError, Refused):
        return None
    return content if content_hash(content) == report.sha256 else None


def _with_report(check: Check, report: ReportFile, content: bytes, task: Task) -> Check:
    from jixiao.narrative import with_last_report, with_report

    found = with_report(
        check.file,
        check,
        report.path,
        task.rulebook,
        rulebooks=task.library,
        content=content or None,
    )
    last = task.previous.of(check) if task.previous is not None else None
    before = report_of(last) if last is not None else None
    if before is not None:
        found = with_last_report(found, report.path, before, content=content or None)
    if found.report is None:
        return found
    return replace(found, report=replace(found.report, file=report.relative))


def _as_listed(check: Check, relative: str) -> Check:
    """Name the file as the folder lists it, not by the place it was read from."""
    place = check.file

    def listed(value: Any) -> Any:
        return value.replace(place, relative) if isinstance(value, str) else value

    findings = tuple(
        replace(
            found,
            found=listed(found.found),
            values={name: listed(value) for name, value in found.values.items()},
        )
        if found.code.startswith("F")
        else found
        for found in check.findings
    )
    return replace(check, file=relative, findings=findings)


def _why_not_written(error: OSError) -> Bilingual:
    return error.reason if isinstance(error, OutputRefused) else skip_reason(error)


def check_lost(job: Job, seconds: float, lang: Lang = "zh") -> Done:
    """Stand in for a return whose check ended its worker: a record that says so.

    The result itself bears no hash, so that the next run tries again.
    """
    path = Path(job.path)
    sha256 = None
    with suppress(OSError):
        sha256 = sha256_of(path) if job.member is None and path.is_file() else None
    record = record_of(
        Check(
            file=job.relative,
            sha256=sha256,
            findings=(finding("B113", seconds=f"{seconds:.0f}"),),
            outcome="unreadable",
        ),
        lang,
    )
    return Done(brief_of(record), None, pack_record(record))


def pack_record(record: CheckRecord) -> bytes:
    """Turn a record into compressed text."""
    return zlib.compress(record_to_text(record).encode(), 3)


def _annotate(job: Job, check: Check, place: str, lang: Lang) -> tuple[str | None, bool]:
    """Write the annotated copy of the file at ``place`` unless somebody changed the one there."""
    from jixiao.writing import prepared

    if check.outcome == "unreadable" or job.copy is None:
        return None, False
    target = Path(job.copy)
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = prepared(check, target, lang=lang, source=Path(place).read_bytes()).content
    digest = content_hash(fresh)
    present = sha256_of(target) if target.exists() else None
    if present not in {None, digest, job.recorded}:
        return present, True
    write_bytes(target, fresh)
    return digest, False


def _comment_report(job: Job, check: Check, report: bytes, lang: Lang) -> tuple[Check, str | None]:
    """Write the report with comments unless somebody changed the one there; give its hash.

    Where a Word document could not be given any, the check says so.
    """
    file = job.report
    if file is None or file.copy is None or check.report is None or not check.checked:
        return check, None
    from jixiao.writing import commented_report

    copy = commented_report(check, report, lang)
    if copy.content is None:
        if copy.why is None or check.report.format != "docx":
            return check, None
        unmade = finding("N005", found=PurePosixPath(file.relative).name, reason=copy.why)
        return replace(check, findings=(*check.findings, unmade)), None
    target, digest = Path(file.copy), content_hash(copy.content)
    present = sha256_of(target) if target.exists() else None
    if present not in {None, digest, file.recorded}:
        return check, None
    target.parent.mkdir(parents=True, exist_ok=True)
    write_bytes(target, copy.content)
    return check, digest


def sha256_of(path: Path) -> str:
    """Hash a file's content."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@contextmanager
def _watchdog(seconds: float) -> Iterator[None]:
    """End this process when the block lasts longer: works even where native code hangs."""
    with Path(os.devnull).open("w") as silence:
        faulthandler.dump_traceback_later(seconds, exit=True, file=silence)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


@contextmanager
def _rare_collection() -> Iterator[None]:
    """Look for cycles seldom: a check leaves none behind, and looking took a fifth of the time."""
    usual = gc.get_threshold()
    gc.set_threshold(_BETWEEN_COLLECTIONS)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@contextmanager
def _unpacked(task: Task) -> Iterator[list[str | Bilingual]]:
    """Give a path per job, members of archives unpacked to a private folder for the while.

    A member that cannot be unpacked gives the reason in place of a path.
    """
    if all(job.member is None for job in task.jobs):
        yield [job.path for job in task.jobs]
        return
    from jixiao.bulk.archive import ArchiveRefused, Shelf

    with (
        closing(Shelf()) as shelf,
        tempfile.TemporaryDirectory(prefix=TEMPORARY, dir=task.scratch) as folder,
    ):
        places: list[str | Bilingual] = []
        for number, job in enumerate(task.jobs):
            if job.member is None:
                places.append(job.path)
                continue
            try:
                content = shelf.read(job.path, job.member)
                places.append(_put(Path(folder) / str(number), job.relative, content))
            except ArchiveRefused as refused:
                places.append(refused.reason)
            except KeyError:
                places.append(text_of("bulk.archive.changed"))
        yield places


def _put(folder: Path, relative: str, content: bytes) -> str:
    """Write a member into a folder of its own, under its own name where the system takes it."""
    folder.mkdir()
    place = folder / PurePosixPath(relative).name
    try:
        place.write_bytes(content)
    except OSError:
        place = folder / f"0{place.suffix[:5]}"
        place.write_bytes(content)
    return str(place)
