"""Check every return below a folder: what is new or changed goes to workers, the rest stands.

``run_bulk`` owns the order of things: walk, look up the ledger, hand out chunks, keep results,
judge the whole, write the outputs. It prints nothing; progress goes to a callback.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from jixiao.bulk.copies import Settled, settle_copies, sweep_copies
from jixiao.bulk.departments import Standings, judge_standings
from jixiao.bulk.job import Done, Job, Task, check_lost
from jixiao.bulk.ledger import Ledger, LedgerEntry
from jixiao.bulk.outputs import WrittenOutputs, write_outputs
from jixiao.bulk.plan import RunPlan, make_plan
from jixiao.bulk.pool import SECONDS_PER_CHUNK, SECONDS_PER_FILE, Lost, Workers, run_tasks
from jixiao.bulk.request import BulkRequest
from jixiao.bulk.walk import walk_folder
from jixiao.finding import Finding, finding
from jixiao.version import __version__
from jixiao.writing import SummaryScope

CHUNK = 48


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
    written: WrittenOutputs
    copies: Settled


def run_bulk(
    order: BulkRequest,
    workers: Callable[[], AbstractContextManager[Workers]],
    tell: Callable[[Progress], None],
) -> Report:
    """Carry out an order; ``workers`` is called only when there is something to check."""
    order.output.mkdir(parents=True, exist_ok=True)
    with Ledger(order.output / "ledger.sqlite") as ledger:
        sweep_copies(order.output)
        plan = make_plan(order, walk_folder(order.folder, skip=_skipped(order)), ledger)
        if plan.jobs:
            with workers() as hands:
                _work(order, plan, ledger, hands, tell)
            sweep_copies(order.output)  # after workers that died on the way
        checked, plan = len(plan.jobs), replace(plan, jobs=())  # they take memory, and are done
        ledger.forget(set(ledger.keys()) - set(plan.copies))
        copies = {
            plan.copies[name]: name for name, one in ledger.keys().items() if one.is_annotated
        }
        settled = settle_copies(ledger, order.output, copies)
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
        checked=checked,
        unchanged=len(plan.copies) - checked,
        set_aside=len(plan.remarks),
        written=written,
        copies=settled,
    )


def _scope(order: BulkRequest, plan: RunPlan, standings: Standings) -> SummaryScope:
    used = Counter(one.rulebook for one in standings.returns if one.rulebook)
    return SummaryScope(
        program=f"jixiao {__version__}",
        year=standings.year,
        listed=len(order.roster.departments) if order.roster else None,
        set_aside=len(plan.remarks),
        grades=order.grades,
        rulebooks={key: name for key, name in order.rulebooks.items() if key in used},
        used=dict(sorted(used.items())),
    )


def _skipped(order: BulkRequest) -> tuple[Path, ...]:
    return (order.output, *([order.roster_path] if order.roster_path else []))


def _work(
    order: BulkRequest,
    plan: RunPlan,
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


def _row(order: BulkRequest, done: Done) -> LedgerEntry:
    return LedgerEntry(
        relative=done.relative,
        sha256=done.sha256,
        rules=order.rules,
        program=__version__,
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
