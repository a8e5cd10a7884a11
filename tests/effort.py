"""Bounds on work: processor time, which other programs on the machine do not add to."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def cpu_seconds(most: float) -> Iterator[None]:
    """Fail where the block takes more than ``most`` seconds of this process's processor time."""
    started = time.process_time()
    yield
    spent = time.process_time() - started
    assert spent < most, f"{spent:.2f} s of processor time, at most {most} s expected"
