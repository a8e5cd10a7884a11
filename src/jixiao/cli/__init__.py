"""The command line: the only place that prints or exits. ``main`` is the program's entry."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

_ALLOCATIONS = 100_000  # between collections; the usual 700 cost a tenth of the start-up


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run ``jixiao`` with ``args`` (the program's own where None) and exit with its code."""
    gc.set_threshold(_ALLOCATIONS, 20, 100)
    from jixiao.cli.run import run_command_line

    code = run_command_line(args)
    with contextlib.suppress(OSError):  # run has reported it already
        sys.stdout.flush()
        sys.stderr.flush()
    # Everything is written and closed. Taking the loaded libraries down in good order would take
    # longer than the check of a workbook.
    os._exit(code)
