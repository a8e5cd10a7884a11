"""What an earlier run left in a workbook: its sheet, and in a hidden column the cells it marked.

Found by content and not by name or position, because a spreadsheet program may have saved the
file, and a person may have renamed the sheet, in between.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from jixiao.workbook.addresses import read_place
from jixiao.workbook.container import Package
from jixiao.workbook.editing import elements
from jixiao.workbook.model import HEADERS, Sheet
from jixiao.workbook.reading import Book, CellReader, SharedStrings, read_strings
from jixiao.workbook.refusal import Refused

EDGE_COLOUR: Final = b"FF8C99A6"  # of the borders in the sheet
NO_FILL: Final = '<fill><patternFill patternType="none"/></fill>'
_OF_FILLS: Final = frozenset({"patternFill", "gradientFill", "fgColor", "bgColor", "stop", "color"})


class HistoryTrace(NamedTuple):
    """A cell that was marked and the fill it had before."""

    sheet: str
    cell: str
    fill: str
    is_applied: bool


class EarlierRun(NamedTuple):
    """An earlier run's sheet and marks."""

    sheet: str
    part: str
    traces: tuple[HistoryTrace, ...]
    header: str


def find_earlier(package: Package, book: Book, name: str) -> tuple[EarlierRun, ...]:
    """Find the sheets of earlier runs.

    They are called ``name``, or ``name`` and a number, or else somebody renamed them or they are
    of another kind: other sheets are looked at only where the formats of such a sheet are there.
    """
    found: list[EarlierRun] = []
    styles = package.styles_path
    may_be_renamed = styles is not None and EDGE_COLOUR in package.part(styles)
    path = package.shared_strings_path
    texts: SharedStrings | None = None
    for entry in sorted(book.sheets, key=lambda entry: not entry.name.startswith(name)):
        if entry.part is None or entry.kind != "worksheet":
            continue
        if not (may_be_renamed or entry.name.startswith(name)):
            break
        if texts is None:
            texts = read_strings(package, path) if path else SharedStrings()
        try:
            cells = CellReader(entry.name, texts=texts).read(package, entry.part)
        except Refused:
            continue
        place, header = next(
            ((place, cell.raw) for place, cell in cells.items() if cell.raw in HEADERS), (None, "")
        )
        if place is not None:
            traces = _read_traces(Sheet(entry.name, 0, cells=cells), place[1])
            found.append(EarlierRun(entry.name, entry.part, traces, header))
            if not may_be_renamed:
                break
    return tuple(found)


def _read_traces(sheet: Sheet, column: int) -> tuple[HistoryTrace, ...]:
    read = (_read(c.raw) for place, c in sorted(sheet.cells.items()) if place[1] == column)
    return tuple(trace for trace in read if trace is not None)


def write(trace: HistoryTrace) -> str:
    """Write a trace as the text of a cell.

    >>> write(HistoryTrace("评分表", "H11", "<fill/>", is_applied=True))
    'H11|1|评分表|<fill/>'
    """
    return f"{trace.cell}|{int(trace.is_applied)}|{trace.sheet}|{trace.fill}"


def _read(text: str) -> HistoryTrace | None:
    head = text.split("|", 2)
    if len(head) < 3 or read_place(head[0]) is None or head[1] not in ("0", "1"):
        return None
    sheet, bar, fill = head[2].rpartition("|")
    if not bar:
        return None
    return HistoryTrace(sheet, head[0], fill if _is_fill(fill) else NO_FILL, head[1] == "1")


def _is_fill(written: str) -> bool:
    """Check that a text from a file is a fill and nothing else, before it goes elsewhere."""
    if not written.isascii():
        return False
    try:
        root = elements.parse_element(written.encode(), "")
    except Refused:
        return False
    return root.name == "fill" and all(element.name in _OF_FILLS for element in root.walk())
