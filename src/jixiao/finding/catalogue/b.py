"""Codes B: Bulk and roster."""

from __future__ import annotations

from jixiao.finding.registry import Entry

ENTRIES: tuple[Entry, ...] = ()
