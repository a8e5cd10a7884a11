"""What the search for roots takes: of each return, and of a check of returns where all is right.

Processor time, never that of the wall. Of several runs the least counts: what a neighbour of the
machine takes from us is no part of it.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from jixiao.checking import diagnosis
from jixiao.checking.run import check

SEARCH_MS, WITHOUT = 50, 1.15
_TWICE = 2
_ROUNDS = 5
Search = Callable[..., Any]


@contextmanager
def _searching(search: Search) -> Iterator[None]:
    """Have ``search`` called in place of the diagnosis."""
    own = diagnosis.explain_findings
    setattr(diagnosis, "explain_findings", search)  # noqa: B010 (mypy: the name is a function)
    try:
        yield
    finally:
        setattr(diagnosis, "explain_findings", own)  # noqa: B010


def _spent(files: Sequence[bytes]) -> float:
    start = time.process_time()
    for content in files:
        check(content)
    return time.process_time() - start


def search_times(files: Sequence[bytes]) -> list[float]:
    """How long the roots of each return are searched, in milliseconds, least first."""
    own, spent = diagnosis.explain_findings, [0.0]

    def timed(*given: Any) -> Any:
        start = time.process_time()
        try:
            return own(*given)
        finally:
            spent[-1] += time.process_time() - start

    found = []
    with _searching(timed), _without_garbage():
        for content in files:
            tries = []
            for _ in range(_TWICE):
                spent.append(0.0)
                check(content)
                tries.append(spent[-1])
            found.append(min(tries) * 1000)
    return sorted(found)


@contextmanager
def _without_garbage() -> Iterator[None]:
    """Spare the collector all that was made before, which no check would hold."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def with_and_without(files: Sequence[bytes]) -> tuple[float, float]:
    """Seconds that the checks of files take with and without diagnosis, in turns for each."""

    def nothing(_sheet: Any, _figures: Any, first: Any, _assessor: Any) -> Any:
        return first

    whole = alone = 0.0
    _spent(files[:1])  # what is kept from one check to the next is made
    with _without_garbage():
        for content in files:
            both = []
            for _ in range(_ROUNDS):
                with _searching(nothing):
                    without = _spent([content])
                both.append((_spent([content]), without))
            whole += min(one for one, _ in both)
            alone += min(other for _, other in both)
    return whole, alone


def print_speed(faulty: Sequence[bytes], clean: Sequence[bytes]) -> bool:
    """Print both; whether a floor is missed."""
    times = search_times(faulty)
    middle, late, worst = times[len(times) // 2], times[len(times) * 99 // 100], times[-1]
    whole, alone = with_and_without(clean)
    ratio = whole / alone
    print(
        f"search of the roots of {len(times)} returns, processor time: median {middle:.1f} ms, "
        f"99 % {late:.1f}, worst {worst:.1f} (floor {SEARCH_MS})"
    )
    print(
        f"check of {len(clean)} clean returns: {whole * 1000 / len(clean):.1f} ms each, without "
        f"diagnosis {alone * 1000 / len(clean):.1f}, ratio {ratio:.3f} (at most {WITHOUT})"
    )
    return worst > SEARCH_MS or ratio > WITHOUT
