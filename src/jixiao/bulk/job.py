"""What a worker does: check a chunk of returns, annotate them, hand the results back as bytes.

Runs in another process or on another machine; takes and gives only plain picklable values. A
watchdog ends the process when a chunk outlasts its limit, so a hang looks like a death to the
caller, which then tries the returns one by one.
"""

from __future__ import annotations

import faulthandler
import hashlib
import json
import os
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from jixiao.checking.model import Check
from jixiao.finding import finding


@dataclass(frozen=True, slots=True)
class Job:
    """One return to check.

    ``member`` is its name inside the archive ``path``, or None. ``copy`` is where the annotated
    copy goes, or None; ``recorded`` is the hash of the copy that an earlier run wrote there.
    """

    relative: str
    path: str
    member: str | None = None
    copy: str | None = None
    recorded: str | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """One return checked. ``packed`` is the check object as one line of JSON, compressed.

    ``head`` is what the summary needs of it.
    ``copy_sha256`` is the hash of the annotated copy now in place; ``is_kept`` says that a copy
    somebody changed was found there and left alone.
    """

    relative: str
    sha256: str | None
    outcome: str
    packed: bytes
    head: str
    figures: str | None = None
    words: str | None = None
    stamped: str | None = None
    copy_sha256: str | None = None
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """A chunk of jobs with what they share; ``seconds`` is the limit for the whole chunk."""

    jobs: tuple[Job, ...]
    rulebook: str | None
    seconds: float


def check_chunk(task: Task) -> tuple[Done, ...]:
    """Check the jobs of a task in order; every job gives exactly one result."""
    from jixiao.checking.run import check_many

    with _watchdog(task.seconds), _unpacked(task.jobs) as paths:
        checks = check_many(paths, task.rulebook)
        return tuple(_finish(job, check) for job, check in zip(task.jobs, checks, strict=True))


def _finish(job: Job, check: Check) -> Done:
    from jixiao.reporting.json import to_json

    copy_sha256, is_kept = _annotate(job, check) if job.copy else (None, False)
    document = to_json(replace(check, file=job.relative))
    return Done(
        relative=job.relative,
        sha256=check.sha256,
        outcome=check.outcome,
        packed=pack(document),
        head=head(document),
        figures=check.likeness.figures if check.likeness else None,
        words=check.likeness.words if check.likeness else None,
        stamped=check.stamped_department,
        copy_sha256=copy_sha256,
        is_kept=is_kept,
    )


def check_lost(job: Job, seconds: float) -> Done:
    """Stand in for a return whose check ended its worker: a check object that says so."""
    from jixiao.reporting.json import to_json

    path = Path(job.path)
    sha256 = sha256_of(path) if job.member is None and path.is_file() else None
    document = to_json(
        Check(
            file=job.relative,
            sha256=sha256,
            findings=(finding("B113", seconds=f"{seconds:.0f}"),),
            outcome="unreadable",
        )
    )
    return Done(job.relative, sha256, "unreadable", pack(document), head(document))


def head(document: Mapping[str, Any]) -> str:
    """Cut out of a check object what the summary needs of every return, as JSON."""
    severities = Counter(found["severity"] for found in document["findings"])
    short = {
        "department": document.get("department"),
        "year": document.get("year"),
        "rulebook": (document.get("rulebook") or {}).get("id"),
        "total": document.get("total"),
        "verdicts": document.get("verdicts"),
        "severities": {level: severities[level] for level in ("error", "warning", "notice")},
    }
    return json.dumps(short, ensure_ascii=False)


def pack(document: object) -> bytes:
    """Turn a check object into compressed JSON."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode(), 3)


def _annotate(job: Job, check: Check) -> tuple[str | None, bool]:
    """Write the annotated copy unless somebody changed the one in place."""
    from jixiao.writing.annotate import annotate

    if check.outcome == "unreadable" or job.copy is None:
        return None, False
    target = Path(job.copy)
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(suffix=".part", prefix=".jixiao-", dir=target.parent)
    os.close(handle)
    fresh = Path(name)
    try:
        annotate(check, fresh, replace=True)
        digest = sha256_of(fresh)
        present = sha256_of(target) if target.exists() else None
        if present not in {None, digest, job.recorded}:
            return present, True
        fresh.replace(target)
        return digest, False
    finally:
        fresh.unlink(missing_ok=True)


def copy_name(relative: str) -> str:
    """Name the annotated copy of a return: what is no xlsx or xlsm becomes one.

    >>> copy_name("甲/a.xls"), copy_name("b.xlsm")
    ('甲/a.xls.xlsx', 'b.xlsm')
    """
    return relative if relative.casefold().endswith((".xlsx", ".xlsm")) else f"{relative}.xlsx"


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
def _unpacked(jobs: tuple[Job, ...]) -> Iterator[list[str]]:
    """Give a path per job, members of archives unpacked to a private folder for the while."""
    if all(job.member is None for job in jobs):
        yield [job.path for job in jobs]
        return
    from jixiao.bulk.archive import extract

    with tempfile.TemporaryDirectory(prefix="jixiao-") as folder:
        paths = []
        for number, job in enumerate(jobs):
            if job.member is None:
                paths.append(job.path)
                continue
            suffix = Path(job.member).suffix
            place = Path(folder) / f"{number}{suffix}"
            with suppress(KeyError):  # gone since it was listed: a missing file, told as such
                place.write_bytes(extract(job.path, job.member))
            paths.append(str(place))
        yield paths
