"""The sheet 排名: departments by total, with grade, gap and a link to the annotated copy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jixiao.finding import Lang, chinese_text, text_in
from jixiao.writing.summary.formats import lay_out, shortened, write_headings
from jixiao.writing.summary.listing import HIGHEST_ROW, LINKS_AT_MOST, link_to
from jixiao.writing.summary.model import ReturnRow
from jixiao.writing.text_width import text_height

_COLUMNS = (
    "rank", "department", "office", "claimed-total", "computed-total", "gap", "claimed-grade",
    "computed-grade", "reviewed", "errors", "warnings", "file", "copy", "rulebook", "remarks",
)  # fmt: skip
RANKING_SHEET = chinese_text("summary.sheet.ranking")
CLAIMED, COMPUTED, LABELS = 3, 4, 15  # columns that charts draw on
_WIDTHS = (6, 26, 12, 9, 9, 9, 9, 9, 9, 6, 6, 36, 9, 17, 22)
_LABEL_LENGTH = 18
_EXTRA_WIDTH = 16
_UNCOUNTED = ("checked", "unreadable", "several-scoresheets")  # outcomes


def ranked_returns(returns: Sequence[ReturnRow]) -> list[tuple[int | None, ReturnRow]]:
    """Rank what counts by reviewed, else recomputed total; equal totals share a rank.

    Returns without a total come last without a rank, in the order given.
    """
    with_total = [r for r in returns if r.counts and r.ranking_total is not None]
    with_total.sort(key=lambda r: r.ranking_total or 0, reverse=True)
    rows: list[tuple[int | None, ReturnRow]] = []
    for place, one in enumerate(with_total, 1):
        before = rows[-1] if rows else None
        tied = before is not None and before[1].ranking_total == one.ranking_total
        rows.append((before[0] if tied and before else place, one))
    rows.extend((None, r) for r in returns if r.counts and r.ranking_total is None)
    return rows


def write_ranking(
    sheet: Worksheet,
    formats: Mapping[str, Format],
    returns: Sequence[ReturnRow],
    lang: Lang,
    extra_headings: Sequence[str] = (),
) -> tuple[ReturnRow, ...]:
    """Write the sheet; give the departments in the order of its rows, from row 2 on."""
    widths = (*_WIDTHS, _WIDTHS[1], *(_EXTRA_WIDTH for _ in extra_headings))
    lay_out(sheet, widths, lang, header_row=0)
    sheet.set_row(0, 24)
    write_headings(sheet, formats, _COLUMNS, lang)
    for column, heading in enumerate(extra_headings, LABELS + 1):
        sheet.write_string(0, column, heading, formats["heading"])
    rows = ranked_returns(returns)
    for row, (place, one) in enumerate(rows, 1):
        _write_row(sheet, formats, row, place, one, lang)
    sheet.set_column(LABELS, LABELS, None, None, {"hidden": True})
    end = len(rows)
    if end:
        sheet.autofilter(0, 0, end, len(widths) - 1 if extra_headings else len(_COLUMNS) - 1)
    uncounted = [r for r in returns if not r.counts and r.brief.outcome in _UNCOUNTED]
    for row, one in enumerate(uncounted, end + 2):
        _set_height(sheet, row, one, lang)
        sheet.write_string(row, 1, one.name, formats["text"])
        sheet.write_string(row, 2, one.office, formats["text"])
        why = text_in(f"summary.ranking.{one.uncounted or one.brief.outcome}", lang)
        sheet.write_string(row, 3, why, formats["uncounted"])
        for column in range(4, 11):
            sheet.write_blank(row, column, None, formats["uncounted"])
        _write_file(sheet, formats, row, one, lang)
    return tuple(one for _, one in rows)


def _write_row(
    sheet: Worksheet,
    formats: Mapping[str, Format],
    row: int,
    place: int | None,
    one: ReturnRow,
    lang: Lang,
) -> None:
    _set_height(sheet, row, one, lang)
    if place is None:
        sheet.write_string(row, 0, "—", formats["centre"])
    else:
        sheet.write_number(row, 0, place, formats["count"])
    sheet.write_string(row, 1, one.name, formats["text"])
    sheet.write_string(row, 2, one.office, formats["text"])
    for column, number, look in (
        (3, one.claimed, "points"),
        (4, one.computed, "points"),
        (5, one.gap, "gap"),
        (8, one.reviewed, "points"),
    ):
        if number is None:
            sheet.write_blank(row, column, None, formats[look])
        else:
            sheet.write_number(row, column, float(number), formats[look])
    sheet.write_string(row, 6, one.brief.claimed_grade or "", formats["centre"])
    sheet.write_string(row, 7, one.brief.computed_grade or "", formats["centre"])
    sheet.write_number(row, 9, one.errors, formats["count"])
    sheet.write_number(row, 10, one.warnings, formats["count"])
    _write_file(sheet, formats, row, one, lang)
    sheet.write_string(row, LABELS, grade_label(one))
    for column, text in enumerate(one.extra, LABELS + 1):
        sheet.write_string(row, column, text, formats["text"])


def grade_label(one: ReturnRow) -> str:
    """The department's name as charts write it beside its bars."""
    return shortened(one.name, _LABEL_LENGTH)


def _set_height(sheet: Worksheet, row: int, one: ReturnRow, lang: Lang) -> None:
    texts = (
        (one.name, 1),
        (one.office, 2),
        (one.relative, 11),
        (one.brief.rulebook or "", 13),
        (text_in("summary.remarks", lang).join(one.remarks), 14),
    )
    sheet.set_row(
        row, min(max(text_height(t, _WIDTHS[column]) for t, column in texts), HIGHEST_ROW)
    )


def _write_file(
    sheet: Worksheet, formats: Mapping[str, Format], row: int, one: ReturnRow, lang: Lang
) -> None:
    sheet.write_string(row, 11, one.relative, formats["text"])
    target = link_to(one.copy) if one.copy and row < LINKS_AT_MOST else None
    if target is None:
        sheet.write_string(
            row,
            12,
            text_in("summary.ranking.see-folder", lang) if one.copy else "",
            formats["text"],
        )
    else:
        sheet.write_url(
            row, 12, target, formats["link"], string=text_in("summary.ranking.open", lang)
        )
    sheet.write_string(row, 13, one.brief.rulebook or "", formats["text"])
    sheet.write_string(row, 14, text_in("summary.remarks", lang).join(one.remarks), formats["text"])
