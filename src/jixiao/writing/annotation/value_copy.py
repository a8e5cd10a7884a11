"""A new xlsx of the values of a workbook in another format, each cell where it was."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Final

from jixiao.finding import text_width
from jixiao.scoresheet import FIRST_ISSUED_ROW, STAMP_SHEET
from jixiao.workbook import Cell, CellKind, CellRange, Sheet, Visibility, Workbook
from jixiao.writing.text_width import SLACK, height_of_texts
from jixiao.writing.typed_number import TypedNumber

if TYPE_CHECKING:
    from xlsxwriter import Workbook as NewBook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_NAME_LENGTH: Final = 31
_FORBIDDEN: Final = str.maketrans(dict.fromkeys("[]:*?/\\", "_"))
_MERGED_CELLS: Final = 100_000  # larger merged areas are left out: every cell of one is written
_NARROWEST: Final = 9.0
_WIDEST: Final = 32.0
_WIDEST_NUMBER: Final = 12.0  # shown with as many digits as fit
_ONE_LINE: Final = height_of_texts(())
_MEASURED: Final = 2_000
_FIGURES: Final = re.compile(r"(?:#,##)?[#0](?:\.0{1,15})?%?")  # formats that are taken over
_LOOK: Final = {"font_name": "宋体", "font_size": 10, "valign": "vcenter", "text_wrap": True}
_CREATED: Final = (1980, 1, 1)


def copy_names(workbook: Workbook) -> dict[str, str]:
    """Name the sheets of the copy, within what an xlsx allows."""
    names: dict[str, str] = {}
    taken: set[str] = {"history", ""}
    for sheet in workbook.sheets:
        plain = sheet.name.translate(_FORBIDDEN).strip("'")
        name, number = plain[:_NAME_LENGTH], 2
        while name.casefold() in taken:
            ending = f" ({number})"
            name = plain[: _NAME_LENGTH - len(ending)] + ending
            number += 1
        taken.add(name.casefold())
        names[sheet.name] = name
    return names


def copy_values(workbook: Workbook, names: Mapping[str, str]) -> bytes:
    """Write the values of all sheets to a new xlsx and give its bytes."""
    import datetime as dt

    from xlsxwriter import Workbook as NewWorkbook

    stream = io.BytesIO()
    book = NewWorkbook(
        stream,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    created = dt.datetime(*_CREATED, tzinfo=dt.UTC).replace(tzinfo=None)
    book.set_properties({"created": created})
    looks = _Looks(book)
    shown = next((s for s in workbook.sheets if s.visibility is Visibility.VISIBLE), None)
    for sheet in workbook.sheets:
        page = book.add_worksheet(names[sheet.name])
        _write_sheet(page, sheet, looks)
        if shown is None:
            continue
        if sheet is shown:
            page.activate()
            page.set_first_sheet()
        elif sheet.visibility is Visibility.HIDDEN:
            page.hide()
        elif sheet.visibility is Visibility.VERY_HIDDEN:
            page.very_hidden()
    book.close()
    return stream.getvalue()


class _Looks:
    """The formats of cells by the number format of the cell that is copied."""

    def __init__(self, book: NewBook) -> None:
        self._book = book
        self._made: dict[str, Format] = {}

    def of(self, number_format: str = "") -> Format:
        """The format of a cell: its digits and percent sign are kept, all else is plain."""
        code = number_format if _FIGURES.fullmatch(number_format) else "General"
        if code not in self._made:
            self._made[code] = self._book.add_format(_LOOK | {"num_format": code})
        return self._made[code]


def _write_sheet(page: Worksheet, sheet: Sheet, looks: _Looks) -> None:
    _set_up(page)
    widths = _widths(sheet)
    for column, width in widths.items():
        page.set_column(column - 1, column - 1, width)
    heights = _heights(sheet, widths)
    for row in sorted(sheet.hidden_rows | heights.keys()):
        page.set_row(row - 1, heights.get(row), None, {"hidden": row in sheet.hidden_rows})
    for first, last in sheet.hidden_columns:
        page.set_column(first - 1, last - 1, None, None, {"hidden": True})
    for merge in _apart(sheet.merges):
        page.merge_range(
            merge.top - 1, merge.left - 1, merge.bottom - 1, merge.right - 1, "", looks.of()
        )
    is_stamp = sheet.name.casefold() == STAMP_SHEET
    for cell in sheet:
        if not (is_stamp and cell.row >= FIRST_ISSUED_ROW):  # a copy of values has no formulas
            _write_cell(page, cell, looks.of(cell.number_format))


def _set_up(page: Worksheet) -> None:
    """Print on A4 across, as wide as the page, with grid lines: which cells had borders is lost."""
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_margins(0.4, 0.4, 0.55, 0.6)
    page.set_footer("&C&P / &N")
    page.hide_gridlines(0)


def _write_cell(page: Worksheet, cell: Cell, look: Format) -> None:
    row, column = cell.row - 1, cell.column - 1
    number = TypedNumber(cell.raw) if cell.kind is CellKind.NUMBER else None
    if number is not None and Decimal(repr(float(number))) == Decimal(cell.raw):
        page.write_number(row, column, number, look)  # else it would lose digits
    elif cell.kind is CellKind.BOOLEAN:
        page.write_boolean(row, column, cell.raw == "1", look)
    elif cell.raw:
        page.write_string(row, column, cell.raw, look)


def _apart(merges: tuple[CellRange, ...]) -> list[CellRange]:
    """Merged areas of more than one cell, not too large, none over another."""
    kept: list[CellRange] = []
    covered: set[tuple[int, int]] = set()
    left = _MERGED_CELLS
    for merge in merges:
        size = (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1)
        if not 1 < size <= left:
            continue
        cells = {
            (row, column)
            for row in range(merge.top, merge.bottom + 1)
            for column in range(merge.left, merge.right + 1)
        }
        if covered.isdisjoint(cells):
            covered |= cells
            kept.append(merge)
            left -= size
    return kept


def _widths(sheet: Sheet) -> dict[int, float]:
    """Columns wide enough for what is in the first rows."""
    widths: dict[int, float] = {}
    for cell in islice(sheet, _MEASURED):
        if sheet.merge_at(cell.row, cell.column) is None:
            widest = _WIDEST if cell.kind is CellKind.TEXT else _WIDEST_NUMBER
            longest = max(map(text_width, cell.raw.split("\n"))) + SLACK
            widths[cell.column] = max(widths.get(cell.column, _NARROWEST), min(longest, widest))
    return widths


def _heights(sheet: Sheet, widths: Mapping[int, float]) -> dict[int, float]:
    """Rows high enough for their texts, where these take more than a line."""
    heights: dict[int, float] = {}
    for cell in islice(sheet, _MEASURED):
        merge = sheet.merge_at(cell.row, cell.column)
        if cell.kind is not CellKind.TEXT or (merge and merge.bottom > merge.top):
            continue
        last = min(merge.right, cell.column + _MEASURED) if merge else cell.column
        across = sum(widths.get(column, _NARROWEST) for column in range(cell.column, last + 1))
        height = height_of_texts([(cell.raw, across)])
        if height > _ONE_LINE:
            heights[cell.row] = max(height, heights.get(cell.row, 0.0))
    return heights
