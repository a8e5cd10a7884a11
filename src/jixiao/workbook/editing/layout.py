"""Where things are in the XML of a worksheet: rows, columns, merged areas, comment boxes.

One pass of expat over the part; cells are not looked at until a row of theirs is asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from jixiao.workbook.addresses import CellRange, read_place, read_range
from jixiao.workbook.container import MAIN, STRICT_MAIN, feed, new_parser
from jixiao.workbook.editing.elements import Element
from jixiao.workbook.editing.text import whole_text
from jixiao.workbook.reading import is_true
from jixiao.workbook.refusal import refuse_file

CellPosition = tuple[int, int]

_LARGEST: Final = 1_000.0  # far above any width in characters or height in points
_CELL_DEPTH: Final = 2  # inside a row
_INNER: Final = frozenset({"main:c", "main:v", "main:f", "main:t", "main:is"})
# The children of a worksheet that come before its rows, and before its comments (CT_Worksheet).
_BEFORE_DATA: Final = frozenset({"sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols"})
_BEFORE_LEGACY: Final = _BEFORE_DATA | frozenset(
    {
        "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter",
        "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr",
        "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions",
        "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks",
        "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing",
    }
)  # fmt: skip


@dataclass(slots=True)
class RowSpan:
    """A row element: its number, its offsets as in ``Element``, its own format and size."""

    number: int
    start: int
    end: int
    attributes: dict[str, str]


@dataclass(frozen=True, slots=True)
class ColumnSpan:
    """A span of columns with its format, width in characters and hidden state."""

    first: int
    last: int
    style: int
    width: float | None
    is_hidden: bool


@dataclass(slots=True)
class Layout:
    """What the pass found."""

    text: bytes
    root: Element
    rows: list[RowSpan] = field(default_factory=list)
    columns: list[ColumnSpan] = field(default_factory=list)
    merges: list[CellRange] = field(default_factory=list)
    data: Element | None = None
    data_place: int = 0  # where the rows go in a sheet that has no place for them
    legacy: str | None = None  # relationship id of the drawing that holds comment boxes
    legacy_place: int = 0
    is_protected: bool = False
    default_width: float = 8.43
    default_height: float = 15.0
    rows_are_hidden: bool = False  # all that are not written
    by_number: dict[int, list[RowSpan]] = field(default_factory=dict)

    def column_style(self, column: int) -> int:
        """The format of a column; 0 where it has none."""
        return next((c.style for c in self.columns if c.first <= column <= c.last), 0)


def corners(layout: Layout, places: Iterable[CellPosition]) -> dict[CellPosition, CellPosition]:
    """Map each place to the one a person sees there: the top-left cell of a merged area."""
    wanted = sorted(set(places))
    found = {place: place for place in wanted}
    rows = [row for row, _ in wanted]
    for merge in layout.merges:
        at = bisect_right(rows, merge.top - 1)
        while at < len(wanted) and wanted[at][0] <= merge.bottom:
            if merge.left <= wanted[at][1] <= merge.right:
                found[wanted[at]] = (merge.top, merge.left)
            at += 1
    return found


def read_layout(text: bytes, part: str) -> Layout:
    """Find everything in one pass; refuses (F118) what is no worksheet."""
    parser = new_parser(part, intern=True, encoding="utf-8")
    reader = _Reader(text, parser)
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    feed(parser, (text,), part)
    if reader.layout is None:
        raise refuse_file("F118", found=part, line="1")
    for row in reader.layout.rows:
        reader.layout.by_number.setdefault(row.number, []).append(row)
    return reader.layout


class _Reader:
    """The callbacks of the pass."""

    def __init__(self, text: bytes, parser: expat.XMLParserType) -> None:
        self.layout: Layout | None = None
        self._text = text
        self._parser = parser
        self._depth = 0
        self._child: Element | None = None
        self._row: RowSpan | None = None
        self._number = 0
        self._holds_earlier = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name in _INNER:
            return
        layout = self.layout
        if layout is None:
            if name == "main:worksheet":
                self.layout = self._layout_of(self._element(name, attributes))
            return
        self._depth += 1
        if name == "main:row":
            self._start_row(layout, attributes)
            return
        if self._depth == 1:
            self._child = self._element(name, attributes)
            self._holds_earlier = False
        local = _local(name)
        if self._depth > 1 and local in _BEFORE_LEGACY:
            self._holds_earlier = True
        self._note(layout, local, attributes)

    def _layout_of(self, root: Element) -> Layout:
        place = root.tag_stop
        return Layout(self._text, root, data_place=place, legacy_place=place)

    def _note(self, layout: Layout, local: str, attributes: dict[str, str]) -> None:
        if local == "sheetData":
            layout.data = layout.data or self._child
        elif local == "col":
            column = _read_column(attributes)
            if column is not None:
                layout.columns.append(column)
        elif local == "mergeCell":
            merge = read_range(attributes.get("ref", ""))
            if merge is not None:
                layout.merges.append(merge)
        elif local == "legacyDrawing":
            layout.legacy = next((v for k, v in attributes.items() if k.endswith(" id")), "")
        elif local == "sheetProtection":
            layout.is_protected = is_true(attributes.get("sheet"))
        elif local == "sheetFormatPr":
            layout.rows_are_hidden = is_true(attributes.get("zeroHeight"))
            layout.default_height = size(attributes.get("defaultRowHeight"), 15.0)
            layout.default_width = size(attributes.get("defaultColWidth"), 8.43)

    def end(self, name: str) -> None:
        if name in _INNER or self.layout is None:
            return
        if name == "main:row" and self._row is not None:
            self._row.end = self._parser.CurrentByteIndex
        elif self._depth == 1 and self._child is not None:
            child = self._child
            child.end = self._parser.CurrentByteIndex
            if child.name in _BEFORE_DATA:
                self.layout.data_place = child.stop
            if child.name in _BEFORE_LEGACY or self._holds_earlier:
                self.layout.legacy_place = child.stop
        elif self._depth == 0:
            self.layout.root.end = self._parser.CurrentByteIndex
        self._depth -= 1

    def _element(self, name: str, attributes: dict[str, str]) -> Element:
        return Element(self._text, _local(name), attributes, self._parser.CurrentByteIndex)

    def _start_row(self, layout: Layout, attributes: dict[str, str]) -> None:
        written = attributes.get("r")
        if written is None:
            self._number += 1
        elif written.isascii() and written.isdecimal() and len(written) <= 8:
            self._number = int(written)
        else:
            self._number = 0
        place = self._parser.CurrentByteIndex
        self._row = RowSpan(self._number, place, place, attributes)
        layout.rows.append(self._row)


def row_cells(layout: Layout, row: RowSpan) -> list[tuple[int, Element]]:
    """The cells of a row with their columns, in the order of the text."""
    whole = Element(layout.text, "row", {}, row.start)
    whole.end = row.end
    offset = row.start
    slice_ = layout.text[row.start : whole.stop]
    parser = expat.ParserCreate("utf-8")
    cells: list[tuple[int, Element]] = []
    column = depth = 0

    def start(element: str, attributes: dict[str, str]) -> None:
        nonlocal column, depth
        depth += 1
        if depth == _CELL_DEPTH and element.rpartition(":")[2] == "c":
            place = read_place(attributes.get("r", ""))
            column = place[1] if place else column + 1
            found = Element(layout.text, "c", attributes, offset + parser.CurrentByteIndex)
            cells.append((column, found))

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.Parse(slice_, True)  # noqa: FBT003 - the parser takes no keywords
    return cells


def _local(name: str) -> str:
    """The bare name of a spreadsheet element; empty for one of another namespace."""
    space, _, local = name.rpartition(" ")
    if space in (MAIN, STRICT_MAIN):
        return local
    return local.removeprefix("main:") if local.startswith("main:") else ""


def _read_column(attributes: dict[str, str]) -> ColumnSpan | None:
    first, last = whole_text(attributes.get("min")), whole_text(attributes.get("max"))
    if first is None or last is None:
        return None
    return ColumnSpan(
        first,
        last,
        whole_text(attributes.get("style")) or 0,
        size(attributes.get("width"), 0.0) or None,
        is_true(attributes.get("hidden")),
    )


def size(written: str | None, otherwise: float) -> float:
    """Read a width or height; ``otherwise`` where it is none that a sheet can have.

    >>> size("12.5", 15), size("inf", 15), size(None, 15)
    (12.5, 15, 15)
    """
    try:
        read = float(written) if written is not None else otherwise
    except ValueError:
        return otherwise
    return read if 0 <= read <= _LARGEST else otherwise
