"""Codes F900–F999: what writing back into a workbook ran into."""

from __future__ import annotations

from jixiao.finding.registry import Entry

ENTRIES: tuple[Entry, ...] = ()
