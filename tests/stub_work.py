"""Work for a pool's workers that checks nothing; importable by their processes."""

from __future__ import annotations

import os
import time

from jixiao.bulk.job import Done, Task, _watchdog
from jixiao.reporting.record import CheckBrief


def work(task: Task) -> tuple[Done, ...]:
    """Check nothing; die at a return named so."""
    for job in task.jobs:
        if job.relative.startswith("die"):
            os._exit(9)
        if job.relative.startswith("raise"):
            raise ValueError(job.relative)
        time.sleep(0.001)
    return tuple(Done(CheckBrief(job.relative, "checked"), None, b"") for job in task.jobs)


def hanging_work(task: Task) -> tuple[Done, ...]:
    """Check nothing; hang at a return named so until the watchdog ends this process."""
    with _watchdog(task.seconds):
        if any(job.relative.startswith("hang") for job in task.jobs):
            time.sleep(60)
        return work(task)
