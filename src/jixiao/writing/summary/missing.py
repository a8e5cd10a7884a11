"""The sheet 未报送: departments on the roster without a return that counts, by 主管科室."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jixiao.finding import text_in
from jixiao.writing.summary.formats import lay_out, write_headings
from jixiao.writing.summary.model import DueDepartment, SummaryScope
from jixiao.writing.text_width import text_height

_COLUMNS = ("number", "code-of-department", "department", "office", "situation")
_WIDTHS = (6, 12, 32, 18, 34)
_EXTRA_WIDTH, _REMINDERS_WIDTH = 16, 34


def write_missing(
    sheet: Worksheet,
    formats: Mapping[str, Format],
    due: Sequence[DueDepartment],
    scope: SummaryScope,
) -> None:
    """Write the sheet; without a roster it says that nothing can be said."""
    lang = scope.lang
    widths = (*_WIDTHS, *(_EXTRA_WIDTH for _ in scope.extra_headings), _REMINDERS_WIDTH)
    lay_out(sheet, widths, lang, header_row=0)
    sheet.set_row(0, 24)
    write_headings(sheet, formats, _COLUMNS, lang)
    reminders = text_in("summary.column.reminders", lang)
    for column, heading in enumerate((*scope.extra_headings, reminders), len(_COLUMNS)):
        sheet.write_string(0, column, heading, formats["heading"])
    if scope.listed is None:
        sheet.write_string(1, 0, text_in("summary.missing.no-roster", lang))
        return
    if not due:
        text = text_in("summary.missing.complete", lang).format(count=scope.listed)
        sheet.write_string(1, 0, text)
        return
    ordered = sorted(enumerate(due), key=lambda pair: (pair[1].office, pair[0]))
    for row, (_, one) in enumerate(ordered, 1):
        sheet.write_number(row, 0, row, formats["count"])
        for column, text in enumerate(
            (one.code, one.name, one.office, one.note, *one.extra, ""), 1
        ):
            sheet.write_string(row, column, text, formats["text"])
        sheet.set_row(
            row, max(text_height(one.name, _WIDTHS[2]), text_height(one.note, _WIDTHS[4]))
        )
    sheet.autofilter(0, 0, len(due), len(widths) - 1)
