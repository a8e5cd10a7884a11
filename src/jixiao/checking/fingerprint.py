"""Digests of what a department typed, to distinguish identical returns from similar ones."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from jixiao.checking.model import Fingerprint
from jixiao.figures import format_number
from jixiao.rulebook import Role
from jixiao.scoresheet import Reading, RowKind, Scoresheet

_LEAST_FIGURES = 5
_LEAST_CHARACTERS = 20
_SCORED = (RowKind.INDICATOR, RowKind.FREE)


def fingerprint_of(sheet: Scoresheet) -> Fingerprint | None:
    """Digest the typed figures and the typed words; None where there are hardly any figures."""
    figures = list(_figures(sheet))
    if len(figures) < _LEAST_FIGURES:
        return None
    words = list(_words(sheet))
    spoken = sum(len(word.partition(" ")[2]) for word in words) >= _LEAST_CHARACTERS
    return Fingerprint(_digest(figures), _digest(words) if spoken else None)


def _figures(sheet: Scoresheet) -> Iterator[str]:
    """Yield every figure that is typed rather than computed by the sheet, with where it belongs."""
    for name, reading in sheet.inputs.items():
        yield from _figure(name, reading)
    for table, rows in sheet.tables.items():
        for index, row in enumerate(rows):
            for name, reading in row.items():
                yield from _figure(f"{table}.{index}.{name}", reading)
    for scored in sheet.rows:
        if scored.kind in _SCORED:
            for role in (Role.CLAIMED, Role.ACTUAL, Role.TARGET):
                yield from _figure(f"{scored.id}.{role}", scored.readings.get(role))


def _figure(name: str, reading: Reading | None) -> Iterator[str]:
    if reading is not None and reading.figure is not None and reading.formula is None:
        yield f"{name} {format_number(reading.figure.value)}"


def _words(sheet: Scoresheet) -> Iterator[str]:
    """Yield names in tables and reasons; 佐证材料 is left out, templates may fill it in."""
    texts = {c.id for table in sheet.rulebook.tables for c in table.columns if c.kind == "text"}
    for rows in sheet.tables.values():
        for row in rows:
            for name, reading in row.items():
                if name in texts and reading.text.strip():
                    yield f"{name} {reading.text.strip()}"
    for scored in sheet.rows:
        said = scored.readings.get(Role.REASON)
        if scored.kind in _SCORED and said is not None and said.text.strip():
            yield f"{Role.REASON} {said.text.strip()}"


def _digest(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()[:16]
