"""Codes X: Changes against the issued template."""

from __future__ import annotations

from jixiao.finding.registry import Entry

ENTRIES: tuple[Entry, ...] = ()
