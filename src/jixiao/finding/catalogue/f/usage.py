"""Codes F800–F899: what was named on the command line cannot be used."""

from __future__ import annotations

from jixiao.finding.registry import Entry

ENTRIES: tuple[Entry, ...] = ()
