"""Codes N: Narrative report."""

from __future__ import annotations

from jixiao.finding.registry import CodeEntry

ENTRIES: tuple[CodeEntry, ...] = ()
