"""Run on a Dask cluster through the same ``concurrent.futures`` interface as the local pool.

The folder and the output must lie on storage that all workers share under the same paths.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from jixiao.bulk.job import check_chunk
from jixiao.bulk.pool import Work, Workers


class ClusterError(Exception):
    """The cluster cannot be used; the text says why, in Chinese and English."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en


@contextmanager
def cluster_workers(
    address: str, work: Work = check_chunk, *, timeout: str = "15s"
) -> Iterator[Workers]:
    """Run on the workers of the scheduler at ``address`` (``tcp://host:8786``).

    ``ClusterError`` where it cannot be reached within ``timeout`` or has no workers.
    """
    try:
        import distributed
    except ImportError as error:
        raise ClusterError(
            "没有安装集群支持，请先运行：pip install 'jixiao[cluster]'",
            "cluster support is not installed: pip install 'jixiao[cluster]'",
        ) from error
    try:
        connect: Any = distributed.Client
        client = connect(address, timeout=timeout, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise ClusterError(
            f"连不上调度器 {address}。请检查地址（如 tcp://主机:8786）、网络，以及调度器是否在运行。",
            f"Cannot reach the scheduler {address}. See whether the address (tcp://host:8786), the"
            " network and the scheduler are right.",
        ) from error
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise ClusterError("调度器没有可用的工作进程", "the scheduler has no workers")
        workers = Workers(
            lambda: client.get_executor(pure=False, retries=0),
            threads,
            is_death=lambda error: isinstance(error, distributed.KilledWorker),
            work=work,
        )
        try:
            yield workers
        finally:
            workers.close()
