"""The codes of the comparison with last year's return; held to the source."""

from __future__ import annotations

from typing import Final

RAISES: Final = (
    "C201",
    "C202",
    "C203",
    "C204",
    "C205",
    "C206",
)
