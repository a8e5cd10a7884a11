"""Codes F: the file itself, from "there is none" to "one cell in it is damaged"."""

from __future__ import annotations

from jixiao.finding.catalogue.f import (
    content,
    foreign,
    package,
    patching,
    path,
    sheets,
    usage,
    waivers,
)
from jixiao.finding.registry import CodeEntry

ENTRIES: tuple[CodeEntry, ...] = (
    *path.ENTRIES,
    *content.ENTRIES,
    *package.ENTRIES,
    *sheets.ENTRIES,
    *foreign.ENTRIES,
    *usage.ENTRIES,
    *waivers.ENTRIES,
    *patching.ENTRIES,
)
