"""Work for a pool's workers that checks nothing; importable by their processes."""

from __future__ import annotations

import os
import time

from jixiao.bulk.job import Done, Task


def work(task: Task) -> tuple[Done, ...]:
    """Check nothing; die at a return named so."""
    for job in task.jobs:
        if job.relative.startswith("die"):
            os._exit(9)
        if job.relative.startswith("raise"):
            raise ValueError(job.relative)
        time.sleep(0.001)
    return tuple(Done(job.relative, None, "checked", b"", "{}") for job in task.jobs)


def slow_work(task: Task) -> tuple[Done, ...]:
    """Check nothing, a tenth of a second a return."""
    time.sleep(0.1 * len(task.jobs))
    return work(task)
