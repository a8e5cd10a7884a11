"""Codes R: Recomputed scores and rates."""

from __future__ import annotations

from jixiao.finding.registry import Entry

ENTRIES: tuple[Entry, ...] = ()
