"""The sheet 问题清单: one finding a row, linked to its cell in the annotated copy."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import repeat
from urllib.parse import quote

from xlsxwriter.format import Format

from jixiao.finding import Lang, text_in
from jixiao.writing.summary.finding_row import LISTING_WIDTHS, ListingRow
from jixiao.writing.summary.formats import lay_out, write_headings
from jixiao.writing.summary.model import ReturnRow
from jixiao.writing.summary.plain_cells import number_end, text_end
from jixiao.writing.summary.plain_rows import RowSheet
from jixiao.writing.text_width import text_height

LINKS_AT_MOST = 10_000  # of a sheet: Excel allows 65,530, and each takes a kilobyte of memory
ROWS_AT_MOST = 100_000  # of a sheet: more cannot be worked with, and take memory
HIGHEST_ROW = 400.0  # Excel allows 409 points
TARGET_AT_MOST = 2_000  # and 2,079 characters a link

_SPECIAL = re.compile(r'[%\x00-\x20"<>\[\]^`{}]')

_COLUMNS = (
    "number", "department", "office", "severity", "code", "place", "indicator",
    "finding", "found", "expected", "remedy", "file",
)  # fmt: skip


def link_to(copy: str, sheet: str | None = None, cell: str | None = None) -> str | None:
    """A link to a cell of an annotated copy next to the summary; None where Excel takes none.

    >>> link_to("annotated/甲.xlsx", "评分表", "H11")
    "external:annotated/甲.xlsx#'评分表'!H11"
    >>> link_to("annotated/完成 100%20.xlsx")
    'external:annotated/完成%20100%2520.xlsx'
    """
    if "#" in copy:
        return None
    quoted = (sheet or "").replace("'", "''")
    place = f"#'{quoted}'!{cell}" if sheet and cell else ""
    escaped = _SPECIAL.sub(lambda found: f"%{ord(found[0]):02X}", copy)
    target = f"external:{escaped}{place}"
    return target if len(quote(target)) <= TARGET_AT_MOST else None


class Listing:
    """Write findings as they come, row after row."""

    def __init__(self, sheet: RowSheet, formats: Mapping[str, Format], lang: Lang) -> None:
        self._sheet = sheet
        self._formats = formats
        self._lang = lang
        self.row = 1
        self._links = 0
        self.left_out = 0
        lay_out(sheet, LISTING_WIDTHS, lang, header_row=0)
        sheet.set_row(0, 24)
        write_headings(sheet, formats, _COLUMNS, lang)

    def add(self, one: ListingRow, row: ReturnRow | None, about: tuple[str, str]) -> None:
        """Write one finding ``about`` a department and its office; ``row`` is of its return."""
        if self.row >= ROWS_AT_MOST:
            self.left_out += 1
            return
        at, formats = self.row, self._formats
        looks = (formats["text"], formats["text"], formats[one.look], *repeat(formats["text"], 8))
        ends = (*map(text_end, about), *one.ends)
        target = None
        if row and row.copy and self._links < LINKS_AT_MOST:
            target = link_to(row.copy, one.sheet, one.cell)
        if target is not None:
            self._links += 1
            looks = (*looks[:4], formats["link"], *looks[5:])
            shown = one.place or text_in("summary.ranking.open", self._lang)
            self._sheet.link_cell(at, 5, target, formats["link"], shown)
            ends = (*ends[:4], text_end(shown), *ends[5:])
        height = max(one.height, *map(text_height, about, LISTING_WIDTHS[1:3]))
        number = (0, formats["count"], number_end(at))
        cells = (number, *zip(range(1, 12), looks, ends, strict=True))
        self._sheet.write_cells(at, min(height, HIGHEST_ROW), cells)
        self.row += 1

    def close(self) -> None:
        """Add the filter, and say where the rest is when the sheet was full."""
        if self.left_out:
            text = text_in("summary.findings.left-out", self._lang)
            self._sheet.write_string(self.row, 0, text.format(count=self.left_out))
        if self.row > 1:
            self._sheet.autofilter(0, 0, self.row - 1, len(_COLUMNS) - 1)
        else:
            self._sheet.write_string(1, 0, text_in("summary.findings.none", self._lang))
