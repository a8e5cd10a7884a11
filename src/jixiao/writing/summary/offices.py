"""The table of offices (科室) on 汇总: due, received, missing, to be mended."""

from __future__ import annotations

from collections.abc import Mapping

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jixiao.finding import Lang, text_in
from jixiao.writing.summary.counts import NAMED, OfficeCounts
from jixiao.writing.summary.formats import write_headings
from jixiao.writing.summary.model import SummaryScope
from jixiao.writing.text_width import text_height

_WAITING, _WAITING_WIDTH = (6, 10), 60.0  # the columns, merged, and their width together


def write_offices(
    sheet: Worksheet,
    formats: Mapping[str, Format],
    row: int,
    offices: Mapping[str, OfficeCounts],
    scope: SummaryScope,
) -> int:
    """Write the table below a heading at ``row``; give its last row.

    Without a roster nobody knows what is due or missing: only what came is counted.
    """
    lang = scope.lang
    sheet.write_string(row, 0, text_in("summary.overview.offices", lang), formats["block"])
    knows_due = scope.listed is not None
    columns = ("due", "received", "missing", "wrong") if knows_due else ("received", "wrong")
    names = ("office", *(f"office-{name}" for name in columns))
    places = (0, 1, 2, 4, 5)
    gap = 3  # a narrow column, filled so that the table is one
    write_headings(sheet, formats, names, lang, row + 1, places)
    if knows_due:
        sheet.write_blank(row + 1, gap, None, formats["heading"])
    title = text_in("summary.column.office-waiting", lang)
    sheet.merge_range(row + 1, _WAITING[0], row + 1, _WAITING[1], title, formats["heading"])
    ordered = sorted(offices.items(), key=lambda pair: (not pair[0], pair[0]))
    nameless = text_in("summary.overview.no-office", lang)
    for at, (name, counts) in enumerate(ordered, row + 2):
        sheet.write_string(at, 0, name or nameless, formats["text"])
        if knows_due:
            sheet.write_blank(at, gap, None, formats["text"])
        for place, column in zip(places[1:], columns, strict=False):
            sheet.write_number(at, place, getattr(counts, column), formats["count"])
        text = _waiting(counts, lang)
        sheet.merge_range(at, _WAITING[0], at, _WAITING[1], text, formats["text"])
        sheet.set_row(at, text_height(text, _WAITING_WIDTH))
    return row + 1 + len(ordered)


def _waiting(counts: OfficeCounts, lang: Lang) -> str:
    """Name departments from which something is still to come; of many the first."""
    named = text_in("summary.list", lang).join(counts.waiting[:NAMED])
    more = counts.missing + counts.wrong - NAMED
    return named + text_in("summary.overview.more", lang, count=more) if more > 0 else named
