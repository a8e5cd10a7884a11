"""Check every return below a folder: what is new or changed goes to workers, the rest stands.

``run`` owns the order of things: walk, look up the ledger, hand out chunks, keep results, judge the
whole, write the outputs. It prints nothing; progress is told to a callback.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import jixiao
from jixiao.bulk.archive import ArchiveRefused, is_workbook, members
from jixiao.bulk.copies import Settled, name_copies, settle, sweep
from jixiao.bulk.job import Done, Job, Task, check_lost, sha256_of
from jixiao.bulk.ledger import Entry as LedgerEntry
from jixiao.bulk.ledger import Known, Ledger
from jixiao.bulk.outputs import Written, write_outputs
from jixiao.bulk.pool import SECONDS_PER_CHUNK, SECONDS_PER_FILE, Lost, Workers, run_tasks
from jixiao.bulk.roster import Roster
from jixiao.bulk.standing import Standings, judge_standings
from jixiao.bulk.walk import Entry, Sort, walk
from jixiao.finding import Bilingual, Finding, Lang, finding
from jixiao.writing.summary import Scope

CHUNK = 48


@dataclass(frozen=True)
class Order:
    """What a bulk run is asked to do.

    ``rulebook`` is an id or path or None for detection; ``rules`` identifies the rules in play
    (a hash); ``rulebook_years`` and ``rulebooks`` give year and name of each that may be found,
    ``grades`` all grade names best first.
    """

    folder: Path
    output: Path
    rulebook: str | None
    rules: str
    rulebook_years: Mapping[str, int | None]
    rulebooks: Mapping[str, str]
    grades: tuple[str, ...]
    roster: Roster | None = None
    roster_path: Path | None = None
    annotates: bool = True
    rechecks: bool = False
    lang: Lang = "zh"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: returns finished of those that have to be checked, and the last one."""

    done: int
    total: int
    relative: str


@dataclass(frozen=True)
class Report:
    """What a run did. ``written`` tells the outputs and the findings counted by severity.

    ``copies`` tells which annotated copies were kept or removed.
    """

    checked: int
    unchanged: int
    set_aside: int
    written: Written
    copies: Settled


@dataclass(frozen=True)
class _Plan:
    jobs: tuple[Job, ...]
    remarks: Mapping[str, tuple[Finding, ...]]
    modified: Mapping[str, int]
    copies: Mapping[str, str]  # where the annotated copy of each return goes, below the output


def run(
    order: Order,
    workers: Callable[[], AbstractContextManager[Workers]],
    tell: Callable[[Progress], None],
) -> Report:
    """Carry out an order; ``workers`` is called only when there is something to check."""
    order.output.mkdir(parents=True, exist_ok=True)
    with Ledger(order.output / "ledger.sqlite") as ledger:
        sweep(order.output)
        plan = _plan(order, walk(order.folder, skip=_skipped(order)), ledger)
        if plan.jobs:
            with workers() as hands:
                _work(order, plan, ledger, hands, tell)
            sweep(order.output)  # after workers that died on the way
        ledger.forget(set(ledger.keys()) - set(plan.copies))
        copies = {
            plan.copies[name]: name for name, one in ledger.keys().items() if one.is_annotated
        }
        settled = settle(ledger, order.output, copies)
        standings = judge_standings(
            ledger.heads(),
            roster=order.roster,
            modified=plan.modified,
            alike={
                column: tuple(ledger.alike(column)) for column in ("sha256", "figures", "words")
            },
            rulebook_years=order.rulebook_years,
        )
        remarks = _joined(
            standings.remarks, {copies[name]: (finding("B114"),) for name in settled.kept}
        )
        written = write_outputs(
            ledger,
            replace(standings, remarks=remarks),
            plan.remarks,
            order.output,
            {name: copy for copy, name in copies.items()},
            _scope(order, plan, standings),
            order.lang,
        )
    return Report(
        checked=len(plan.jobs),
        unchanged=len(plan.copies) - len(plan.jobs),
        set_aside=len(plan.remarks),
        written=written,
        copies=settled,
    )


def _scope(order: Order, plan: _Plan, standings: Standings) -> Scope:
    used = Counter(one.rulebook for one in standings.returns if one.rulebook)
    return Scope(
        program=f"jixiao {jixiao.__version__}",
        year=standings.year,
        listed=len(order.roster.departments) if order.roster else None,
        set_aside=len(plan.remarks),
        grades=order.grades,
        rulebooks={key: name for key, name in order.rulebooks.items() if key in used},
        used=dict(sorted(used.items())),
    )


def _skipped(order: Order) -> tuple[Path, ...]:
    return (order.output, *([order.roster_path] if order.roster_path else []))


def _plan(order: Order, entries: Iterable[Entry], ledger: Ledger) -> _Plan:
    """Sort entries into returns to check, returns that stand, and files set aside."""
    known = ledger.keys()
    recorded = ledger.outputs()
    remarks: dict[str, tuple[Finding, ...]] = {}
    found = dict(_candidates(entries, remarks))
    copies = name_copies(job.relative for job in found)
    jobs: list[Job] = []
    for candidate in found:
        copy = copies[candidate.relative] if order.annotates else None
        seen = known.get(candidate.relative)
        if not order.rechecks and seen is not None and _stands(seen, candidate, order, copy):
            continue
        jobs.append(
            replace(
                candidate,
                copy=str(order.output / copy) if copy else None,
                recorded=recorded.get(copy) if copy else None,
            )
        )
    modified = {job.relative: moment for job, moment in found.items()}
    return _Plan(tuple(jobs), remarks, modified, copies)


def _stands(seen: Known, job: Job, order: Order, copy: str | None) -> bool:
    """Whether an earlier result still holds and its annotated copy is in place."""
    if (seen.rules, seen.program) != (order.rules, jixiao.__version__):
        return False
    is_copy_due = copy is not None and seen.outcome != "unreadable"
    if is_copy_due and not (seen.is_annotated and (order.output / str(copy)).exists()):
        return False
    return seen.sha256 is not None and seen.sha256 == _hash(job)


def _candidates(
    entries: Iterable[Entry], remarks: dict[str, tuple[Finding, ...]]
) -> Iterator[tuple[Job, int]]:
    """Give every return and when it was modified; note in ``remarks`` what is set aside."""
    for entry in entries:
        if entry.sort is Sort.WORKBOOK:
            yield Job(entry.relative, str(entry.path)), _modified(entry.path)
        elif entry.sort is Sort.ARCHIVE:
            yield from _members(entry, remarks)
        else:
            remarks[entry.relative] = (_set_aside(entry),)


def _members(entry: Entry, remarks: dict[str, tuple[Finding, ...]]) -> Iterator[tuple[Job, int]]:
    try:
        listed = members(entry.path)
    except ArchiveRefused as refused:
        remarks[entry.relative] = (finding("B115", reason=refused.reason),)
        return
    if is_workbook(listed):
        yield Job(entry.relative, str(entry.path)), _modified(entry.path)
        return
    for member in listed:
        relative = f"{entry.relative}/{member.relative}"
        if member.sort is Sort.WORKBOOK:
            yield Job(relative, str(entry.path), member.name), member.modified
        elif member.sort is Sort.ARCHIVE:
            remarks[relative] = (finding("B116"),)
        else:
            remarks[relative] = (_set_aside(Entry(relative, entry.path, member.sort)),)


def _set_aside(entry: Entry) -> Finding:
    if entry.sort is Sort.UNREADABLE:
        return finding("B112", reason=entry.detail or Bilingual("原因不明", "no reason given"))
    codes = {Sort.LOCK: "B110", Sort.HIDDEN: "B119", Sort.LOOP: "B111", Sort.RESULTS: "B122"}
    if entry.sort in codes:
        return finding(codes[entry.sort])
    return finding("B109", reason=_kind(entry.relative))


def _modified(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _hash(job: Job) -> str | None:
    from jixiao.bulk.archive import extract

    try:
        if job.member is None:
            return sha256_of(Path(job.path))
        return hashlib.sha256(extract(job.path, job.member)).hexdigest()
    except (OSError, KeyError, ArchiveRefused):
        return None


def _work(
    order: Order,
    plan: _Plan,
    ledger: Ledger,
    workers: Workers,
    tell: Callable[[Progress], None],
) -> None:
    """Check the plan's jobs and keep each as it comes."""
    total = len(plan.jobs)
    size = max(1, min(CHUNK, -(-total // (4 * workers.size))))
    tasks = (
        Task(chunk, order.rulebook, SECONDS_PER_CHUNK, str(order.output), order.lang)
        for chunk in _chunks(plan.jobs, size)
    )
    done = 0
    tell(Progress(done, total, ""))
    for results in run_tasks(tasks, workers):
        finished = [
            check_lost(r.job, SECONDS_PER_FILE, order.lang) if isinstance(r, Lost) else r
            for r in results
        ]
        ledger.keep(_row(order, item) for item in finished)
        ledger.record_outputs(
            (plan.copies[item.relative], item.copy_sha256)
            for item in finished
            if item.copy_sha256 and not item.is_kept
        )
        done += len(finished)
        tell(Progress(done, total, finished[-1].relative))


def _row(order: Order, done: Done) -> LedgerEntry:
    return LedgerEntry(
        relative=done.relative,
        sha256=done.sha256,
        rules=order.rules,
        program=jixiao.__version__,
        outcome=done.outcome,
        figures=done.figures,
        words=done.words,
        stamped=done.stamped,
        head=done.head,
        packed=done.packed,
        is_annotated=done.copy_sha256 is not None,
    )


def _chunks(jobs: Iterable[Job], size: int) -> Iterator[tuple[Job, ...]]:
    rest = iter(jobs)
    while chunk := tuple(islice(rest, size)):
        yield chunk


def _joined(
    one: Mapping[str, tuple[Finding, ...]], other: Mapping[str, tuple[Finding, ...]]
) -> dict[str, tuple[Finding, ...]]:
    return {name: one.get(name, ()) + other.get(name, ()) for name in {**one, **other}}


_KINDS = {
    ".docx": Bilingual("Word 文档", "a Word document"),
    ".doc": Bilingual("Word 文档", "a Word document"),
    ".wps": Bilingual("文字文档", "a text document"),
    ".pdf": Bilingual("PDF 文件", "a PDF file"),
    ".ppt": Bilingual("演示文稿", "a presentation"),
    ".pptx": Bilingual("演示文稿", "a presentation"),
    ".txt": Bilingual("文本文件", "a text file"),
    ".csv": Bilingual("文本数据文件", "a data file"),
    ".rar": Bilingual("RAR 压缩包（请改用 zip 或解开）", "a RAR archive (use zip, or unpack it)"),
    ".7z": Bilingual("7z 压缩包（请改用 zip 或解开）", "a 7z archive (use zip, or unpack it)"),
    ".jpg": Bilingual("图片", "a picture"),
    ".jpeg": Bilingual("图片", "a picture"),
    ".png": Bilingual("图片", "a picture"),
}


def _kind(relative: str) -> Bilingual:
    """Say what a stray file is, by its name."""
    suffix = Path(relative.casefold()).suffix
    return _KINDS.get(suffix, Bilingual("不是工作簿", "not a workbook"))
