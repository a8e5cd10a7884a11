"""Run chunks of jobs on any ``concurrent.futures`` executor and survive what goes wrong there.

Takes tasks, yields results as they come. When a worker dies (or its watchdog ends it), the chunk
is tried again return by return, each alone, and the one that brings its worker down again is given
back as lost; the rest goes on.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing.process import BaseProcess
from typing import TypeVar

from jixiao.bulk.job import Done, Job, Task, check_chunk

SECONDS_PER_CHUNK = 120.0
SECONDS_PER_FILE = 60.0
_AGAIN = 0.05  # seconds until workers begun meanwhile are ended too

Work = Callable[[Task], tuple[Done, ...]]
Order = TypeVar("Order")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Lost:
    """A return whose check ended its worker: it crashed, or outlasted the limit."""

    job: Job


class Workers:
    """A source of executors: ``make`` gives a fresh one when the last one broke.

    ``size`` is how many tasks run at a time; ``is_death`` says whether an error means that a
    worker went down while the executor itself still runs; ``let_go`` ends an executor, dropping
    what is not begun; ``stop`` ends it at once.
    """

    def __init__(
        self,
        make: Callable[[], Executor],
        size: int,
        *,
        is_death: Callable[[BaseException], bool] = lambda _error: False,
        let_go: Callable[[Executor], None] = lambda executor: executor.shutdown(wait=True),
        stop: Callable[[Executor], None] = lambda executor: executor.shutdown(
            wait=False, cancel_futures=True
        ),
        work: Work = check_chunk,
    ) -> None:
        self._make = make
        self._work = work
        self._executor = make()
        self.size = size
        self.is_death = is_death
        self._let_go = let_go
        self._stop = stop
        self._is_stopped = False

    def submit(self, task: Task) -> Future[tuple[Done, ...]]:
        """Hand a task to a worker."""
        return self._executor.submit(self._work, task)

    def renew(self) -> None:
        """Replace a broken executor."""
        self._let_go(self._executor)
        self._executor = self._make()

    def stop(self) -> None:
        """End the workers at once, whatever they are at."""
        self._is_stopped = True
        self._stop(self._executor)

    def close(self) -> None:
        """Let go of the workers; what is not begun is dropped."""
        if not self._is_stopped:
            self._let_go(self._executor)


@contextmanager
def local_workers(size: int, work: Work = check_chunk) -> Iterator[Workers]:
    """Run on ``size`` processes of this machine."""
    context = multiprocessing.get_context("spawn")
    others = set(multiprocessing.active_children())

    def stop(executor: Executor) -> None:
        for child in set(multiprocessing.active_children()) - others:
            child.kill()
        executor.shutdown(wait=True, cancel_futures=True)  # soon done: nobody is left

    workers = Workers(
        lambda: ProcessPoolExecutor(size, context, initializer=_begin),
        size,
        let_go=lambda executor: executor.shutdown(wait=True, cancel_futures=True),
        stop=stop,
        work=work,
    )
    try:
        yield workers
    except KeyboardInterrupt:
        workers.stop()
        raise
    finally:
        workers.close()


@contextmanager
def one_worker(
    work: Callable[[Order], Answer], orders: Iterable[Order]
) -> Iterator[list[Future[Answer]]]:
    """Work on orders meanwhile, one after the other, each in a process of its own.

    What one took of memory is free when the next begins; all end at once where it is given up.
    """
    others = set(multiprocessing.active_children())
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, context, initializer=_begin, max_tasks_per_child=1) as executor:
        try:
            yield [executor.submit(work, order) for order in orders]
        except BaseException:
            _end_all(executor, others)
            raise


def _end_all(executor: Executor, others: set[BaseProcess]) -> None:
    """End the workers, and those that are begun in their place, until the executor has let go.

    One that is killed while it hands in a result keeps the lock that the next would wait for.
    """
    letting_go = threading.Thread(target=executor.shutdown, kwargs={"cancel_futures": True})
    letting_go.start()
    while letting_go.is_alive():
        for child in set(multiprocessing.active_children()) - others:
            child.kill()
        letting_go.join(_AGAIN)


def _begin() -> None:
    """Ctrl-C and a closed window are the caller's business: it ends its workers.

    Where the caller is killed, nobody would let it go: it watches and goes by itself.
    """
    for name in ("SIGINT", "SIGHUP", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    threading.Thread(target=_end_with_caller, daemon=True).start()


def _end_with_caller() -> None:
    caller = multiprocessing.parent_process()
    if caller is not None:
        caller.join()
        os._exit(1)


def run_tasks(tasks: Iterable[Task], workers: Workers) -> Iterator[tuple[Done | Lost, ...]]:
    """Yield the results of a chunk as chunks finish; every job of every task gives one result.

    At most twice as many chunks as workers are under way, so memory does not grow with the folder.
    """
    waiting = iter(tasks)
    suspects: deque[Task] = deque()
    running: dict[Future[tuple[Done, ...]], Task] = {}
    try:
        yield from _results(waiting, suspects, running, workers)
    except KeyboardInterrupt:
        workers.stop()
        for future in running:  # what was finished and not yet given
            if future.done() and not future.cancelled() and future.exception() is None:
                yield future.result()
        raise


def _results(
    waiting: Iterator[Task],
    suspects: deque[Task],
    running: dict[Future[tuple[Done, ...]], Task],
    workers: Workers,
) -> Iterator[tuple[Done | Lost, ...]]:
    while True:
        for task in _next(waiting, suspects, running=len(running), most=2 * workers.size):
            _submit(task, running, suspects, workers)
        if not running:
            if suspects:
                continue
            return
        finished, _ = wait(running, return_when=FIRST_COMPLETED)
        is_broken = False
        for future in finished:
            task = running.pop(future)
            error = future.exception()
            is_broken = is_broken or isinstance(error, BrokenProcessPool)
            if error is None:
                yield future.result()
            elif _is_alone(task) and _is_death(error, workers):
                yield (Lost(task.jobs[0]),)
            elif _is_death(error, workers):
                suspects.extend(_singles(task))
            else:
                raise error
        if is_broken:
            _give_up(running, suspects, workers)


def _is_death(error: BaseException, workers: Workers) -> bool:
    return isinstance(error, BrokenProcessPool) or workers.is_death(error)


def _submit(
    task: Task,
    running: dict[Future[tuple[Done, ...]], Task],
    suspects: deque[Task],
    workers: Workers,
) -> None:
    try:
        running[workers.submit(task)] = task
    except BrokenProcessPool:  # it broke after the last look: begin anew
        suspects.append(task)
        _give_up(running, suspects, workers)


def _give_up(
    running: dict[Future[tuple[Done, ...]], Task], suspects: deque[Task], workers: Workers
) -> None:
    """Every chunk in the air went down with the pool: each of its returns is a suspect."""
    for task in running.values():
        suspects.extend(_singles(task))
    running.clear()
    workers.renew()


def _next(
    waiting: Iterator[Task], suspects: deque[Task], *, running: int, most: int
) -> Iterator[Task]:
    """Fill free places; a suspect runs alone, so that a death names its return."""
    if suspects:
        if running == 0:
            yield suspects.popleft()
        return
    yield from islice(waiting, max(most - running, 0))


def _is_alone(task: Task) -> bool:
    """Whether a task is a suspect's: one return under its own limit."""
    return len(task.jobs) == 1 and task.seconds <= SECONDS_PER_FILE


def _singles(task: Task) -> list[Task]:
    seconds = min(task.seconds, SECONDS_PER_FILE)
    return [replace(task, jobs=(job,), seconds=seconds) for job in task.jobs]
