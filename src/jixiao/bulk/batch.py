"""The work of a run: chunks go to workers, results into the ledger, forms are drafted between.

Returns that no rulebook fits wait until the rulebook of their form is drafted, once for all of
them, whatever the number of workers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, islice

from jixiao.bulk.forms import WaitingReturn, typical_returns
from jixiao.bulk.job import Done, Job, Task, check_lost, draft_form_of
from jixiao.bulk.ledger import Ledger, LedgerEntry
from jixiao.bulk.plan import RunPlan
from jixiao.bulk.pool import SECONDS_PER_CHUNK, SECONDS_PER_FILE, Lost, Workers, run_tasks
from jixiao.bulk.request import BulkRequest, rules_with
from jixiao.rulebook import Rulebook
from jixiao.version import __version__

CHUNK = 24  # about a second of work, so that progress shows and little is lost


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: returns finished of those that have to be checked, and the last one."""

    done: int
    total: int
    relative: str


class BatchWork:
    """The work of one run."""

    def __init__(
        self,
        request: BulkRequest,
        plan: RunPlan,
        ledger: Ledger,
        workers: Workers,
        tell: Callable[[Progress], None],
    ) -> None:
        self.request, self.plan, self.ledger = request, plan, ledger
        self.workers, self.tell = workers, tell
        self.done, self.total = 0, len(plan.jobs)

    def work(self) -> None:
        """Check the jobs of the plan and keep each as it comes."""
        self.tell(Progress(0, self.total, ""))
        waiting = self._check(self.plan.jobs, {})
        waiting += self._check(self._of_the_same_forms(waiting), {})
        left = self._check([one.job for one in waiting], self._drafted(waiting))
        self._check([one.job for one in left], None)

    def _of_the_same_forms(self, waiting: Sequence[WaitingReturn]) -> Sequence[Job]:
        """Returns checked before whose form has got new returns: what is usual may have changed."""
        keys = sorted({one.seen.key for one in waiting})
        jobs = [job for key in keys for job in self.plan.of_forms.get(key, ())]
        self.total += len(jobs)
        return jobs

    def _drafted(self, waiting: Sequence[WaitingReturn]) -> Mapping[str, Rulebook]:
        """The rulebook of each form, drafted once."""
        drafts = {
            key: draft_form_of(self._task((job,)), key)
            for key, job in typical_returns(waiting).items()
        }
        return {key: book for key, book in drafts.items() if book is not None}

    def _task(self, jobs: tuple[Job, ...], forms: Mapping[str, Rulebook] | None = None) -> Task:
        request = self.request
        return Task(
            jobs,
            request.rulebook,
            SECONDS_PER_CHUNK,
            str(request.output),
            request.lang,
            request.waivers,
            request.today,
            request.library,
            request.limits,
            request.previous,
            forms,
            request.roster if request.waivers else None,
        )

    def _check(
        self, jobs: Sequence[Job], forms: Mapping[str, Rulebook] | None
    ) -> list[WaitingReturn]:
        """Check jobs; those are given back whose form has no rulebook in ``forms``."""
        most = max(1, min(CHUNK, -(-len(jobs) // (4 * self.workers.size))))
        by_name = {job.relative: job for job in jobs}
        tasks = (self._task(chunk, forms) for chunk in _chunks(jobs, most, self.workers.size))
        waiting: list[WaitingReturn] = []
        for results in run_tasks(tasks, self.workers) if jobs else ():
            met = [self._finished(one) for one in results]
            self._keep([one for one in met if one.waits_for is None])
            waiting += [
                WaitingReturn(by_name[one.brief.file], one.waits_for)
                for one in met
                if one.waits_for is not None
            ]
        return waiting

    def _finished(self, result: Done | Lost) -> Done:
        if isinstance(result, Lost):
            return check_lost(result.job, SECONDS_PER_FILE, self.request.lang)
        return result

    def _keep(self, finished: Sequence[Done]) -> None:
        if not finished:
            return
        try:
            self._record(finished)
        except KeyboardInterrupt:  # asked once: what is finished is kept all the same
            self._record(finished)
            raise
        for item in finished:
            self.done += 1
            self.tell(Progress(self.done, self.total, item.brief.file))

    def _record(self, finished: Sequence[Done]) -> None:
        copies = self.plan.copies
        self.ledger.keep(_row(self.request, item) for item in finished)
        fresh = [item for item in finished if item.copy_sha256 and not item.is_kept]
        self.ledger.record_outputs(
            (copies[item.brief.file], item.copy_sha256 or "") for item in fresh
        )
        reports = self.plan.report_copies
        self.ledger.record_outputs(
            (reports[item.brief.file], item.report_copy_sha256)
            for item in finished
            if item.report_copy_sha256 is not None
        )
        self.ledger.record_sources((copies[item.brief.file], item.sha256) for item in fresh)


def _row(request: BulkRequest, done: Done) -> LedgerEntry:
    return LedgerEntry(
        brief=done.brief,
        sha256=done.sha256,
        rules=rules_with(request.rules, done.report_sha256),
        program=__version__,
        figures=done.figures,
        words=done.words,
        packed=done.packed,
        is_annotated=done.copy_sha256 is not None,
        ready=done.ready,
    )


def _chunks(jobs: Iterable[Job], most: int, workers: int) -> Iterator[tuple[Job, ...]]:
    """Cut jobs into chunks: single ones first, so that there is soon something to see, then more.

    Each worker gets one of a size before the size doubles, up to ``most``.
    """
    rest = iter(jobs)
    for number in count():
        chunk = tuple(islice(rest, min(most, 2 ** min(number // workers, 10))))
        if not chunk:
            return
        yield chunk
