"""Run chunks of jobs on any ``concurrent.futures`` executor and survive what goes wrong there.

Takes tasks, yields results as they come. When a worker dies (or its watchdog ends it), the chunk
is tried again return by return on a fresh pool, and the one that kills its worker again is given
back as lost; the rest goes on.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice

from jixiao.bulk.job import Done, Job, Task, check_chunk

SECONDS_PER_CHUNK = 120.0
SECONDS_PER_FILE = 60.0


@dataclass(frozen=True, slots=True)
class Lost:
    """A return whose check ended its worker: it crashed, or outlasted the limit."""

    job: Job


class Workers:
    """A source of executors: a fresh one is made when the last one broke."""

    def __init__(self, make: Callable[[], Executor], size: int) -> None:
        self._make = make
        self.size = size
        self._executor = make()

    def submit(self, task: Task) -> Future[tuple[Done, ...]]:
        """Hand a task to a worker."""
        return self._executor.submit(check_chunk, task)

    def renew(self) -> None:
        """Replace a broken executor."""
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor = self._make()

    def close(self) -> None:
        """Let go of the workers; what is not begun is dropped."""
        self._executor.shutdown(wait=True, cancel_futures=True)


@contextmanager
def local_workers(size: int) -> Iterator[Workers]:
    """Run on ``size`` processes of this machine."""
    context = multiprocessing.get_context("spawn")
    workers = Workers(lambda: ProcessPoolExecutor(size, mp_context=context), size)
    try:
        yield workers
    finally:
        workers.close()


def run_tasks(tasks: Iterable[Task], workers: Workers) -> Iterator[tuple[Done | Lost, ...]]:
    """Yield the results of a chunk as chunks finish; every job of every task gives one result.

    At most twice as many chunks as workers are under way, so memory does not grow with the folder.
    """
    waiting = iter(tasks)
    again: deque[Task] = deque()  # single returns of a chunk whose worker died
    running: dict[Future[tuple[Done, ...]], Task] = {}
    while True:
        for task in _next(waiting, again, running=len(running), most=2 * workers.size):
            running[workers.submit(task)] = task
        if not running:
            return
        finished, _ = wait(running, return_when=FIRST_COMPLETED)
        is_broken = False
        for future in finished:
            task = running.pop(future)
            error = future.exception()
            if error is None:
                yield future.result()
            elif is_worker_death(error):
                is_broken = True
                if _is_proven(task):
                    yield (Lost(task.jobs[0]),)
                else:
                    again.extend(_singles(task))
            else:
                raise error
        if is_broken:
            # every chunk in the air went down with the pool: try them again, one by one
            for task in running.values():
                again.extend(_singles(task))
            running.clear()
            workers.renew()


def _next(
    waiting: Iterator[Task], again: deque[Task], *, running: int, most: int
) -> Iterator[Task]:
    """Fill free places; a suspect runs alone, so that a death names its return."""
    if again:
        if running == 0:
            yield again.popleft()
        return
    yield from islice(waiting, max(most - running, 0))


def _is_proven(task: Task) -> bool:
    """Whether a task that went down had run alone, one return under its own limit."""
    return len(task.jobs) == 1 and task.seconds <= SECONDS_PER_FILE


def _singles(task: Task) -> list[Task]:
    return [replace(task, jobs=(job,), seconds=SECONDS_PER_FILE) for job in task.jobs]


def is_worker_death(error: BaseException) -> bool:
    """Whether an executor says that the worker itself went down."""
    return isinstance(error, BrokenProcessPool) or type(error).__name__ == "KilledWorker"
