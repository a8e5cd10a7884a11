"""The same run on a real scheduler with two worker processes, one of them killed on the way."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from jixiao.bulk.cluster import ClusterError, cluster_workers
from jixiao.bulk.job import Job, Task
from jixiao.bulk.pool import Lost, local_workers, run_tasks
from stub_work import slow_work

distributed = pytest.importorskip("distributed")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[object]:
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        local_directory=str(tmp_path),
        host="127.0.0.1",
    ) as started:
        yield started


def tasks() -> list[Task]:
    jobs = [Job(f"r{number:02d}", "") for number in range(24)]
    return [Task(tuple(jobs[at : at + 2]), None, 120.0) for at in range(0, len(jobs), 2)]


def outcomes(chunks: Iterator[tuple[object, ...]]) -> dict[str, str]:
    told = {}
    for chunk in chunks:
        for item in chunk:
            assert not isinstance(item, Lost), item
            told[item.relative] = item.outcome  # type: ignore[attr-defined]
    return told


def kill_one(cluster: object, after: float) -> threading.Thread:
    def strike() -> None:
        time.sleep(after)
        nanny = next(iter(cluster.workers.values()))  # type: ignore[attr-defined]
        os.kill(nanny.process.pid, signal.SIGKILL)

    thread = threading.Thread(target=strike)
    thread.start()
    return thread


def test_a_killed_worker_changes_nothing(cluster: object) -> None:
    address = cluster.scheduler_address  # type: ignore[attr-defined]
    with cluster_workers(address, slow_work) as workers:
        striker = kill_one(cluster, 0.4)
        found = outcomes(run_tasks(tasks(), workers))
        striker.join()
    with local_workers(2, slow_work) as workers:
        expected = outcomes(run_tasks(tasks(), workers))
    assert found == expected
    assert len(found) == 24


def test_a_scheduler_that_is_not_there_is_told() -> None:
    with (
        pytest.raises(ClusterError) as told,
        cluster_workers("tcp://127.0.0.1:1", timeout="1s"),
    ):
        raise AssertionError
    assert told.value.zh.startswith("连不上调度器 tcp://127.0.0.1:1。")
