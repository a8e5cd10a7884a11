"""The sheet 汇总: counts, grades, self-scored against recomputed totals, offices, charts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jixiao.finding import Lang, text_in
from jixiao.writing.summary.charts import (
    ROW,
    ChartColumn,
    ChartPosition,
    chart_gaps,
    chart_grades,
    chart_over,
    gaps_height,
)
from jixiao.writing.summary.counts import SINCE, ReturnCounts, Tally
from jixiao.writing.summary.formats import lay_out, write_headings
from jixiao.writing.summary.model import ReturnRow, SummaryScope
from jixiao.writing.summary.offices import WIDTHS, write_offices
from jixiao.writing.summary.statistics import IndicatorFigures

_WIDTHS = (24, 11, 11, 3, *WIDTHS)
_REVIEWED_WIDTH = 7  # of the column that is a gap where nothing was reviewed
_RIGHT, _RIGHT_WIDTH = 4, 620  # the column and the width in pixels of the charts next to the tables
_GRADES_HEIGHT, _OVER_HEIGHT = 260, 340
_PAGE_HEIGHT, _LINE = 450.0, 15.0  # in points: below the two rows that are repeated; of a row
_POINTS = 0.75  # of a pixel


def write_overview(
    workbook: Workbook,
    sheet: Worksheet,
    formats: Mapping[str, Format],
    counts: ReturnCounts,
    tally: Tally,
    scope: SummaryScope,
    *,
    gaps: Sequence[ReturnRow],
    overs: Sequence[IndicatorFigures],
) -> None:
    """Write the sheet; ``gaps`` are the departments to chart, ``overs`` the indicators.

    The first page holds the figures, the following ones the offices and the differences.
    """
    lang = scope.lang
    lay_out(sheet, _WIDTHS, lang, header_row=None)
    last_column = len(_WIDTHS) - 1
    sheet.set_row(0, 30)
    sheet.merge_range(0, 0, 0, last_column, scope.title, formats["title"])
    sheet.set_row(1, 27)
    sheet.merge_range(1, 0, 1, last_column, scope.followed, formats["subtitle"])
    sheet.repeat_rows(0, 1)
    heading = text_in("summary.overview.returns", lang)
    row = _write_pairs(sheet, formats, 2, heading, _counts(counts, tally, scope))
    heading = text_in("summary.overview.scores", lang)
    totals = [
        (text_in(f"summary.overview.{name}", lang), x) for name, x in counts.total_figures().items()
    ]
    row = _write_pairs(sheet, formats, row + 1, heading, totals, look="points")
    grades: list[tuple[str | int, ...]] = [*counts.named_grades(scope.grades)]
    is_reviewed = counts.reviewed_grades.total() > 0
    if is_reviewed:
        sheet.set_column(3, 3, _REVIEWED_WIDTH)
    else:
        grades = [one[:3] for one in grades]
    last = _write_grades(sheet, formats, row + 1, grades, lang)
    end = 3 + (_GRADES_HEIGHT + _OVER_HEIGHT) // ROW
    if grades:
        names, *columns = (
            ChartColumn(sheet.get_name(), at, row + 3, cells)
            for at, cells in enumerate(zip(*grades, strict=True))
        )
        place = ChartPosition(2, _RIGHT, _RIGHT_WIDTH, _GRADES_HEIGHT)
        chart_grades(workbook, sheet, place, names, columns, lang)
    if overs:
        height = min(90 + 24 * len(overs), _OVER_HEIGHT)
        place = ChartPosition(3 + _GRADES_HEIGHT // ROW, _RIGHT, _RIGHT_WIDTH, height)
        chart_over(workbook, sheet, place, overs, lang)
    row = max(last, end) + 2
    breaks = []
    used = 0.0  # points of the page that the last break begins
    if scope.previous:
        breaks.append(row)
        heading = text_in("summary.overview.since", lang, now=scope.round, round=scope.previous)
        since = [(text_in(f"summary.since.{x}", lang), counts.since[x]) for x in SINCE]
        row = _write_pairs(sheet, formats, row, heading, since) + 1
        used = (row - breaks[0]) * _LINE
    if any(counts.offices):
        breaks = breaks or [row]
        row, high = write_offices(sheet, formats, row, counts.offices, tally, scope)
        row += 2
        used += high + _LINE
    if gaps:
        if not breaks or used + _POINTS * gaps_height(len(gaps)) > _PAGE_HEIGHT:
            breaks.append(row)
        chart_gaps(workbook, sheet, row, gaps, lang)
    sheet.set_h_pagebreaks(breaks)


def _counts(
    counts: ReturnCounts, tally: Tally, scope: SummaryScope
) -> list[tuple[str, int | None]]:
    """Departments as they are reported upwards, then files."""
    outcomes = counts.outcomes
    has_roster = tally.listed is not None
    figures = {
        "listed": tally.listed,
        "counted": tally.received,
        "right": tally.passed,
        "wrong": tally.returned,
        "missing": tally.missing if has_roster else None,
        "unread": tally.unread if has_roster else None,
        "unlisted": tally.unlisted if has_roster else None,
        "received": counts.returns - outcomes["no-scoresheet"],
        "unchecked": outcomes["unreadable"] + outcomes["several-scoresheets"],
        "no-scoresheet": outcomes["no-scoresheet"],
        "skipped": scope.skipped,
    }
    return [
        (text_in(f"summary.overview.{name}", scope.lang), figure)
        for name, figure in figures.items()
    ]


def _write_pairs(
    sheet: Worksheet,
    formats: Mapping[str, Format],
    row: int,
    heading: str,
    pairs: Sequence[tuple[str, int | Fraction | None]],
    look: str = "count",
) -> int:
    """Write a block of label and figure; give the row after it."""
    sheet.write_string(row, 0, heading, formats["block"])
    for offset, (label, figure) in enumerate(pairs, 1):
        sheet.write_string(row + offset, 0, label, formats["text"])
        if figure is None:
            sheet.write_string(row + offset, 1, "—", formats["centre"])
        else:
            sheet.write_number(row + offset, 1, float(figure), formats[look])
    return row + len(pairs) + 1


def _write_grades(
    sheet: Worksheet,
    formats: Mapping[str, Format],
    row: int,
    grades: Sequence[Sequence[str | int]],
    lang: Lang,
) -> int:
    """Write the grade table; give its last row."""
    sheet.write_string(row, 0, text_in("summary.overview.grades", lang), formats["block"])
    headings = ("grade", "claimed", "computed", "reviewed-count")
    write_headings(sheet, formats, headings[: len(grades[0]) if grades else 3], lang, row + 1)
    for at, (name, *numbers) in enumerate(grades, row + 2):
        sheet.write_string(at, 0, str(name), formats["centre"])
        for column, number in enumerate(numbers, 1):
            sheet.write_number(at, column, int(number), formats["count"])
    return row + 1 + len(grades)
