"""Codes T: Totals and grade."""

from __future__ import annotations

from jixiao.finding.registry import Entry

ENTRIES: tuple[Entry, ...] = ()
