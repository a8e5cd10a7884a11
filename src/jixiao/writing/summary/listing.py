"""The sheet 问题清单: one finding a row, linked to its cell in the annotated copy."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jixiao.finding import Lang, text_in
from jixiao.reporting import FindingRecord, location_text, waived_text
from jixiao.writing.summary.formats import lay_out, write_headings
from jixiao.writing.summary.model import ReturnRow
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
_WIDTHS = (6, 16, 10, 6, 6, 12, 14, 40, 11, 11, 28, 20)


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

    def __init__(self, sheet: Worksheet, formats: Mapping[str, Format], lang: Lang) -> None:
        self._sheet = sheet
        self._formats = formats
        self._lang = lang
        self.row = 1
        self._links = 0
        self.left_out = 0
        lay_out(sheet, _WIDTHS, lang, header_row=0)
        sheet.set_row(0, 24)
        write_headings(sheet, formats, _COLUMNS, lang)

    def add(
        self,
        found: FindingRecord,
        names: Mapping[str, str],
        row: ReturnRow | None,
        relative: str,
        about: tuple[str, str],
    ) -> None:
        """Write one finding ``about`` a department and its office; ``names`` are of indicators."""
        if self.row >= ROWS_AT_MOST:
            self.left_out += 1
            return
        texts = (
            *about,
            text_in(
                "words.waived" if found.waived else f"words.severity.{found.severity}", self._lang
            ),
            found.code,
            location_text(found, self._lang),
            names.get(found.indicator or "", ""),
            found.message,
            found.found or "",
            found.expected or "",
            waived_text(found.waived, self._lang) if found.waived else found.remedy,
            relative,
        )
        height = max(
            text_height(text, width) for text, width in zip(texts, _WIDTHS[1:], strict=True)
        )
        self._sheet.set_row(self.row, min(height, HIGHEST_ROW))
        self._sheet.write_number(self.row, 0, self.row, self._formats["count"])
        for column, text in enumerate(texts, 1):
            look = found.severity if column == 3 and not found.waived else "text"
            self._sheet.write_string(self.row, column, text, self._formats[look])
        if row and row.copy and self._links < LINKS_AT_MOST:
            self._link(found, row.copy)
        self.row += 1

    def _link(self, found: FindingRecord, copy: str) -> None:
        target = link_to(copy, found.sheet, found.cell)
        if target is not None:
            self._links += 1
            shown = location_text(found, self._lang) or text_in("summary.ranking.open", self._lang)
            self._sheet.write_url(
                self.row,
                5,
                target,
                self._formats["link"],
                string=shown,
            )

    def close(self) -> None:
        """Add the filter, and say where the rest is when the sheet was full."""
        if self.left_out:
            text = text_in("summary.findings.left-out", self._lang)
            self._sheet.write_string(self.row, 0, text.format(count=self.left_out))
        if self.row > 1:
            self._sheet.autofilter(0, 0, self.row - 1, len(_COLUMNS) - 1)
        else:
            self._sheet.write_string(1, 0, text_in("summary.findings.none", self._lang))
