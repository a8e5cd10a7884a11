"""Findings made ready to be told: the rulebook's severities, most serious first, then by place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from jixiao.finding import Finding, Severity
from jixiao.workbook.model import Workbook

_CELL = re.compile(r"([A-Z]+)([0-9]+)")


def in_order(
    findings: Iterable[Finding], severities: Mapping[str, str], workbook: Workbook | None = None
) -> tuple[Finding, ...]:
    """Apply a rulebook's severities and sort; a finding made twice is told once."""
    sheets = [sheet.name for sheet in workbook.sheets] if workbook is not None else []
    told: dict[tuple[str, str, str | None], Finding] = {}
    for found in findings:
        ordered = severities.get(found.code)
        weighed = replace(found, severity=Severity(ordered)) if ordered else found
        told.setdefault((found.code, found.place, found.found), weighed)
    return tuple(sorted(told.values(), key=lambda f: _place(f, sheets)))


def _place(found: Finding, sheets: Sequence[str]) -> tuple[int, int, int, int, str]:
    sheet = sheets.index(found.sheet) if found.sheet in sheets else -1
    cell = _CELL.fullmatch(found.cell or "")
    row = int(cell[2]) if cell else 0
    column = 0
    for letter in cell[1] if cell else "":
        column = column * 26 + ord(letter) - 64
    return found.severity.rank, sheet, row, column, found.code
