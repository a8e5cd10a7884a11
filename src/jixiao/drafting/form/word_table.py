"""The tables of a Word document as sheets of a workbook, so that a form in it can be read.

Rows and columns are those of the grid that Word lays under a table; a cell over several of them is
a merged area. The paragraphs before a table are rows above it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from jixiao.finding import chinese_text
from jixiao.workbook import (
    Cell,
    CellKind,
    CellRange,
    Refused,
    Sheet,
    Unreadable,
    Workbook,
    admit_words,
    content_hash,
    load_file,
    read_workbook,
)

if TYPE_CHECKING:
    from docx.table import Table

_MOST_ABOVE = 12  # paragraphs above a table that are kept
_MOST_ROWS, _MOST_COLUMNS, _MOST_TABLES = 3_000, 64, 50


class DocxMissing(Exception):
    """The library that reads Word documents is not installed."""


def read_form(path: str) -> Workbook | Unreadable:
    """Read a form: a workbook, or the tables of a Word document.

    ``DocxMissing`` where it is a document and nothing is installed to read it.
    """
    try:
        content = load_file(path)
        is_document = admit_words(content)
    except Refused as refused:
        return Unreadable(path, None, (refused.finding,))
    return _document(path, content) if is_document else read_workbook(path, content)


def _document(path: str, content: bytes) -> Workbook | Unreadable:
    try:
        from docx import Document
        from docx.table import Table
    except ImportError as missing:
        raise DocxMissing from missing
    document = Document(io.BytesIO(content))
    above: list[str] = []
    sheets: list[Sheet] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            if len(sheets) < _MOST_TABLES:
                sheets.append(_sheet(block, above[-_MOST_ABOVE:], len(sheets)))
            above = []
        elif text := block.text.strip():
            above.append(text)
    if sheets and above:
        sheets[-1] = _with_notes(sheets[-1], above)
    return Workbook(
        path=path, sha256=content_hash(content), format="docx", sheets=tuple(sheets), names={}
    )


def _sheet(table: Table, above: list[str], index: int) -> Sheet:
    """One table below the paragraphs that come before it."""
    cells = {(n, 1): _cell(n, 1, text) for n, text in enumerate(above, 1)}
    merges: list[CellRange] = []
    for area, text in _areas(table):
        top, left = area.top + len(above), area.left
        if text:
            cells[top, left] = _cell(top, left, text)
        if (area.top, area.left) != (area.bottom, area.right):
            merges.append(CellRange(top, left, area.bottom + len(above), area.right))
    name = chinese_text("drafting.table", number=index + 1)
    return Sheet(name=name, index=index, cells=cells, merges=tuple(merges))


def _with_notes(sheet: Sheet, notes: list[str]) -> Sheet:
    last = max((row for row, _ in sheet.cells), default=0)
    below = {(last + n, 1): _cell(last + n, 1, text) for n, text in enumerate(notes, 1)}
    return Sheet(
        name=sheet.name, index=sheet.index, cells={**sheet.cells, **below}, merges=sheet.merges
    )


def _areas(table: Table) -> Iterator[tuple[CellRange, str]]:
    """Each cell with the area that it takes in the grid, and its text."""
    spans: dict[Any, list[int]] = {}
    texts: dict[Any, str] = {}
    for r, row in enumerate(table.rows, 1):
        if r > _MOST_ROWS:
            break
        start = 1 + row.grid_cols_before
        for c, cell in enumerate(row.cells, start):
            key = cell._tc  # noqa: SLF001 - what shows a merged cell from its neighbour
            if c > _MOST_COLUMNS:
                break
            if key in spans:
                spans[key][2:] = [r, max(c, spans[key][3])]
            else:
                spans[key] = [r, c, r, c]
                texts[key] = cell.text.strip()
    for key, (top, left, bottom, right) in spans.items():
        yield CellRange(top, left, bottom, right), texts[key]


def _cell(row: int, column: int, text: str) -> Cell:
    """A text cell; digits alone are a number, as a person would have typed them into a sheet."""
    is_number = text.replace(".", "", 1).isdecimal() and text.isascii()
    return Cell(row, column, CellKind.NUMBER if is_number else CellKind.TEXT, text)
