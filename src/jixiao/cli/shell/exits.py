"""The exit codes of every command, as the contract gives them."""

from __future__ import annotations

import enum


class Exit(enum.IntEnum):
    """What the program's exit code says; the highest over several files wins."""

    CLEAN = 0  # nothing at or above --fail-on
    FOUND = 1  # findings at or above it
    MISUSE = 2  # wrong use
    FAILED = 3  # could not check
