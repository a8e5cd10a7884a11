"""The codes that writing the annotated copy may raise; held to the source."""

from __future__ import annotations

from typing import Final

RAISES: Final = ("F910",)
