"""Workers that die: one return is lost, every other one is checked."""

from __future__ import annotations

import multiprocessing
import time

import pytest

from jixiao.bulk.job import Job, Task
from jixiao.bulk.pool import Lost, local_workers, one_worker, run_tasks
from stub_work import hanging_work, work


def tasks(names: list[str], size: int) -> list[Task]:
    jobs = [Job(name, name) for name in names]
    return [
        Task(tuple(jobs[start : start + size]), None, 120.0) for start in range(0, len(jobs), size)
    ]


def results(names: list[str], size: int, workers: int) -> dict[str, str]:
    found = {}
    with local_workers(workers, work) as hands:
        for chunk in run_tasks(tasks(names, size), hands):
            for item in chunk:
                if isinstance(item, Lost):
                    found[item.job.relative] = "lost"
                else:
                    found[item.brief.file] = item.brief.outcome
    return found


@pytest.mark.parametrize("workers", [1, 2])
def test_every_return_gives_one_result(workers: int) -> None:
    names = [f"r{number}" for number in range(23)]
    assert results(names, 4, workers) == dict.fromkeys(names, "checked")


def test_a_return_that_kills_its_worker_is_lost_and_the_rest_goes_on() -> None:
    names = [*(f"a{n}" for n in range(7)), "die1", *(f"b{n}" for n in range(7)), "die2"]
    expected = {name: "lost" if name.startswith("die") else "checked" for name in names}
    assert results(names, 4, 2) == expected


def test_an_error_of_ours_is_not_hidden() -> None:
    with pytest.raises(ValueError, match="raise1"):
        results(["a", "raise1", "b"], 1, 1)


def test_a_return_that_hangs_is_lost_after_its_limit_and_the_rest_goes_on() -> None:
    jobs = [Job(name, name) for name in ("a", "hang", "b", "c")]
    chunks = [Task((jobs[0], jobs[1]), None, 0.5), Task((jobs[2], jobs[3]), None, 0.5)]
    found = {}
    with local_workers(2, hanging_work) as hands:
        for chunk in run_tasks(chunks, hands):
            for item in chunk:
                name = item.job.relative if isinstance(item, Lost) else item.brief.file
                found[name] = isinstance(item, Lost)
    assert found == {"a": False, "hang": True, "b": False, "c": False}


def test_what_would_be_begun_after_an_order_that_failed_is_ended() -> None:
    others = set(multiprocessing.active_children())
    with pytest.raises(ValueError, match="non-negative"), one_worker(time.sleep, (-1, 10**6)) as it:
        it[0].result()
    assert set(multiprocessing.active_children()) <= others
