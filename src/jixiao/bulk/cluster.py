"""Run on a Dask cluster through the same ``concurrent.futures`` interface as the local pool.

The folder and the output must lie on storage that all workers share under the same paths.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from jixiao.bulk.job import check_chunk
from jixiao.bulk.pool import Work, Workers
from jixiao.finding import Bilingual, text_of


class ClusterError(Exception):
    """The cluster cannot be used; ``reason`` says why."""

    def __init__(self, reason: Bilingual) -> None:
        super().__init__(reason.en)
        self.reason = reason


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
        raise ClusterError(text_of("bulk.cluster.not-installed")) from error
    try:
        connect: Any = distributed.Client
        client = connect(address, timeout=timeout, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        why = text_of("bulk.cluster.unreachable").fill(address=address)
        raise ClusterError(why) from error
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise ClusterError(text_of("bulk.cluster.no-workers"))
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
