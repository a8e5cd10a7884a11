"""The codes on waivers themselves; held to the source."""

from __future__ import annotations

from typing import Final

RAISES: Final = (
    "F810",
    "F811",
    "F812",
    "F813",
)
