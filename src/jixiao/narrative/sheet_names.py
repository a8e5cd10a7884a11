"""The names that a sheet has of its own: free rows that a department set, and its sections."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from jixiao.narrative.claims import NameIndex, Subject, plain_name, plain_text
from jixiao.scoresheet import RowKind, Scoresheet

_SHORTEST = 3
_ROWS = (RowKind.INDICATOR, RowKind.FREE)


def with_names_of_sheet(names: NameIndex, sheet: Scoresheet) -> NameIndex:
    """Add free rows and sections of the sheet to the names of its rulebook.

    A name that the rulebook gives to another thing then names two, and is not compared.
    """
    known = sheet.rulebook.by_id
    free = [row for row in sheet.rows if row.kind is RowKind.FREE and row.id not in known]
    sections = {**_sections(row.path for row in sheet.rows if row.kind in _ROWS), **names.sections}
    if not free:
        return replace(names, sections=sections)
    subjects = dict(names.subjects)
    for row in free:
        subject = Subject("indicator", row.id, row.name)
        for name in {plain_name(row.name), plain_text(row.name)}:
            if len(name) >= _SHORTEST:
                subjects[name] = (*subjects.get(name, ()), subject)
    listed = sorted(subjects, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, listed)))
    return replace(names, subjects=subjects, sections=sections, pattern=pattern)


def _sections(paths: Iterable[tuple[str, ...]]) -> dict[str, Subject]:
    """The sections by name, the highest where one lies within another of its name."""
    found: dict[str, dict[tuple[str, ...], None]] = {}
    for path in paths:
        for depth in range(1, len(path) + 1):
            found.setdefault(plain_name(path[depth - 1]), {})[path[:depth]] = None
    highest = {name: min(same, key=len) for name, same in found.items()}
    return {
        name: Subject("section", "/".join(path), path[-1])
        for name, path in highest.items()
        if all(other[: len(path)] == path for other in found[name])
    }
