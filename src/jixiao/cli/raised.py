"""The codes that the command line may raise; held to the source."""

from __future__ import annotations

from typing import Final

RAISES: Final = (
    "F801",
    "F899",
)
