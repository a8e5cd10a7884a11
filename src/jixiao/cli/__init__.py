"""The command line: the only place that prints or exits. ``main`` is the program's entry."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run ``jixiao`` with ``args`` (the program's own where None) and exit with its code."""
    from jixiao.cli.run import run

    sys.exit(run(args))
