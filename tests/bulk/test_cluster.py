"""The same run on a real scheduler with two worker processes, one of them killed on the way."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jixiao.bulk.cluster import ClusterError, cluster_workers

distributed = pytest.importorskip("distributed")

SAMPLE = Path(__file__).parents[2] / "samples" / "bulk"

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


def command(folder: Path, output: Path, *options: str) -> list[str | Path]:
    return [sys.executable, "-m", "jixiao", "bulk", folder, "--output", output, *options]


def written(output: Path) -> dict[str, bytes]:
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in output.rglob("*")
        if path.is_file() and path.name != "ledger.sqlite"
    }


def test_a_worker_killed_on_the_way_changes_nothing(cluster: Any, tmp_path: Path) -> None:
    folder = tmp_path / "报送"
    for number in range(6):
        shutil.copytree(SAMPLE, folder / str(number))
    address = cluster.scheduler_address
    victim = next(iter(cluster.workers.values())).pid
    with subprocess.Popen(
        command(folder, tmp_path / "cluster", "--scheduler", address),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as started:
        assert started.stderr is not None
        seen = next(line for line in started.stderr if line.startswith("已核对"))
        os.kill(victim, signal.SIGKILL)
        told, after = started.communicate(timeout=300)
    done, total = map(int, re.findall(r"\d+", seen)[:2])
    assert done < total == 114, "the worker was killed too late to matter"
    assert f"已核对 {total}/{total}" in after
    assert "本次核对 114 份，未变动沿用 0 份" in told
    assert victim not in {nanny.pid for nanny in cluster.workers.values()}
    subprocess.run(command(folder, tmp_path / "pool"), check=False, capture_output=True)
    expected = written(tmp_path / "pool")
    assert len(expected) > 100
    assert written(tmp_path / "cluster") == expected


def test_a_scheduler_that_is_not_there_is_told() -> None:
    with (
        pytest.raises(ClusterError) as told,
        cluster_workers("tcp://127.0.0.1:1", timeout="1s"),
    ):
        raise AssertionError
    assert told.value.reason.zh.startswith("连不上调度器 tcp://127.0.0.1:1。")
