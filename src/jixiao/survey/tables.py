"""Read a file of questionnaires as plain rows: a workbook, or a text with separators (CSV).

Both pass the gate of all files; a text has at most as many cells as a workbook may have.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Final

from jixiao.finding import Finding, finding, text_of
from jixiao.workbook import (
    Refused,
    Sheet,
    Unreadable,
    admit_text,
    cells_allowed,
    load_file,
    read_workbook,
)

_SEPARATORS: Final = (",", "\t", ";", "；", "|")
_TRIED: Final = 20  # lines by which the separator is found


@dataclass(frozen=True, slots=True)
class FormTable:
    """One sheet of a file: rows with their number from 1, cells as texts; no sheet in a CSV."""

    file: str
    sheet: str | None
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_tables(path: str | os.PathLike[str]) -> tuple[FormTable, ...] | Finding:
    """Read every sheet that holds something; the finding where the file cannot be read."""
    shown = os.fspath(path)
    try:
        content = load_file(path)
        text = admit_text(content)
    except Refused as refused:
        return refused.finding
    if text is not None and not text.lstrip("\ufeff \t\r\n").startswith("<"):
        return _of_text(shown, text)
    workbook = read_workbook(path, content)
    if isinstance(workbook, Unreadable):
        return workbook.findings[0]
    tables = [FormTable(shown, sheet.name, tuple(_rows(sheet))) for sheet in workbook.sheets]
    return tuple(table for table in tables if table.rows) or unread("survey.unread.empty")


def unread(why: str, **values: object) -> Finding:
    """Say that a file holds no questionnaires; ``why`` is the id of a text."""
    return finding("E201", why=text_of(why).fill(**{k: str(v) for k, v in values.items()}))


def _of_text(shown: str, text: str) -> tuple[FormTable, ...] | Finding:
    try:
        rows = tuple(_lines(text, _separator(text)))
    except csv.Error:
        return unread("survey.unread.quotes")
    except _TooManyCells:
        return unread("survey.unread.cells", limit=cells_allowed())
    if not rows:
        return unread("survey.unread.empty")
    return (FormTable(shown, None, rows),)


class _TooManyCells(Exception):
    """A text has more cells than a workbook may have."""


def _separator(text: str) -> str:
    """The separator by which most lines have most cells."""
    head = "\n".join(text[:65_536].splitlines()[:_TRIED])

    def cells(separator: str) -> float:
        try:
            rows = [len(row) for row in csv.reader(io.StringIO(head), delimiter=separator) if row]
        except csv.Error:
            return 0
        return median(rows) if rows else 0

    return max(_SEPARATORS, key=cells)


def _lines(text: str, separator: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    count = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    for number, row in enumerate(reader, 1):
        count += len(row)
        if count > cells_allowed():
            raise _TooManyCells
        if any(cell.strip() for cell in row):
            yield number, tuple(row)


def _rows(sheet: Sheet) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The cells as they are seen: a merged area shows its value in each of its cells."""
    width = max((cell.column for cell in sheet if not cell.is_blank), default=0)
    for row, cells in sheet.by_row.items():
        if not any(not cell.is_blank for cell in cells):
            continue
        if sheet.merges:
            shown = (sheet.shown(row, column) for column in range(1, width + 1))
        else:
            shown = (sheet.cell(row, column) for column in range(1, width + 1))
        yield row, tuple("" if cell is None else cell.raw for cell in shown)
