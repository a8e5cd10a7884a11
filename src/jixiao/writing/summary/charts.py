"""The charts of 汇总: grades, points over-claimed by indicator, totals of every department.

All are native and drawn from cells of the workbook, so that they follow when those are edited; they
carry the figures too, for programs that show a chart without looking there.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.worksheet import Worksheet

from jixiao.finding import Lang, text_in
from jixiao.writing.summary.analysis import OVER_LABELS, OVER_SHEET, OVER_VALUES, over_label
from jixiao.writing.summary.model import ReturnRow
from jixiao.writing.summary.ranking import CLAIMED, COMPUTED, LABELS, RANKING_SHEET, grade_label
from jixiao.writing.summary.statistics import IndicatorFigures

PER_PAGE = 28  # departments whose names and figures are legible on one page
PAGES = 10
WIDTH, ROW = 980, 20  # in pixels: of the printed area, of a row
_LIGHT, _DARK = "#9DC3E6", "#1F4E79"
_TITLE = {"size": 12}
_SMALL = {"size": 8}


@dataclass(frozen=True, slots=True)
class ChartPosition:
    """Where a chart goes: a cell and a size in pixels."""

    row: int
    column: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class ChartColumn:
    """Cells that a chart draws on, with what they hold: readers that do not look there show it."""

    sheet: str
    column: int
    first: int
    values: Sequence[str | float | None]

    @property
    def cells(self) -> list[str | int]:
        """The range as xlsxwriter takes it."""
        last = self.first + len(self.values) - 1
        return [self.sheet, self.first, self.column, last, self.column]


def _add(
    chart: Chart, name: str, labels: ChartColumn, values: ChartColumn, look: dict[str, object]
) -> None:
    data = {"categories_data": list(labels.values), "values_data": list(values.values)}
    chart.add_series(
        {"name": name, "categories": labels.cells, "values": values.cells, **data, **look}
    )


def _names(lang: Lang) -> tuple[str, str]:
    return text_in("summary.column.claimed", lang), text_in("summary.column.computed", lang)


def chart_grades(
    workbook: Workbook,
    sheet: Worksheet,
    place: ChartPosition,
    labels: ChartColumn,
    counts: Sequence[ChartColumn],
    lang: Lang,
) -> None:
    """Chart how many departments got each grade, by their own count and as recomputed."""
    chart = workbook.add_chart({"type": "column"})
    for column, name, colour in zip(counts, _names(lang), (_LIGHT, _DARK), strict=True):
        look = {"fill": {"color": colour}, "data_labels": {"value": True}}
        _add(chart, name, labels, column, look)
    chart.set_title({"name": text_in("summary.overview.grades", lang), "name_font": _TITLE})
    chart.set_legend({"position": "bottom"})
    chart.set_y_axis({"visible": False, "major_gridlines": {"visible": False}})
    _insert(sheet, place, chart)


def chart_over(
    workbook: Workbook,
    sheet: Worksheet,
    place: ChartPosition,
    worst: Sequence[IndicatorFigures],
    lang: Lang,
) -> None:
    """Chart the indicators by which most points were over-claimed, the worst first."""
    chart = workbook.add_chart({"type": "bar"})
    look = {
        "fill": {"color": _DARK},
        "gap": 60,
        "data_labels": {"value": True, "num_format": "0.00"},
    }
    labels = ChartColumn(OVER_SHEET, OVER_LABELS, 1, [over_label(one) for one in worst])
    points = ChartColumn(OVER_SHEET, OVER_VALUES, 1, [float(one.over) for one in worst])
    _add(chart, text_in("summary.column.over", lang), labels, points, look)
    chart.set_title({"name": text_in("summary.chart.over", lang), "name_font": _TITLE})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "num_font": _SMALL, "interval_unit": 1})
    chart.set_x_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
    chart.show_hidden_data()
    _insert(sheet, place, chart)


def chart_totals(
    workbook: Workbook, sheet: Worksheet, row: int, returns: Sequence[ReturnRow], lang: Lang
) -> Iterator[int]:
    """Chart self-scored against recomputed totals, a page of departments after the other.

    ``returns`` are in the order of the ranking. Yields the row that each page begins with.
    """
    names = _names(lang)
    charted = min(len(returns), PAGES * PER_PAGE)
    pages = max(-(-charted // PER_PAGE), 1)
    size = -(-charted // pages)
    for at in range(0, charted, size or 1):
        part = returns[at : min(at + size, charted)]
        first, last = at + 1, at + len(part)
        chart = workbook.add_chart({"type": "bar"})
        labels = ChartColumn(RANKING_SHEET, LABELS, first, [grade_label(one) for one in part])
        look = {
            "gap": 45,
            "data_labels": {"value": True, "font": {"size": 7}, "num_format": "0.00"},
        }
        for column, name, colour, totals in (
            (CLAIMED, names[0], _LIGHT, [one.claimed for one in part]),
            (COMPUTED, names[1], _DARK, [one.computed for one in part]),
        ):
            points = [None if total is None else float(total) for total in totals]
            drawn = {"fill": {"color": colour}, **look}
            _add(chart, name, labels, ChartColumn(RANKING_SHEET, column, first, points), drawn)
        least, most = _axis(part)
        place = {"first": first, "last": last, "count": len(returns)}
        title = text_in("summary.chart.totals", lang).format(
            part=text_in("summary.chart.part", lang).format(**place) if pages > 1 else "",
            axis=text_in("summary.chart.axis", lang).format(least=least) if least else "",
        )
        chart.set_title({"name": title, "name_font": _TITLE})
        chart.set_legend({"position": "bottom"})
        chart.set_y_axis({"reverse": True, "num_font": _SMALL, "interval_unit": 1})
        chart.set_x_axis({"min": least, "max": most, "num_font": _SMALL})
        chart.show_hidden_data()
        height = 110 + 19 * len(part)
        yield row
        _insert(sheet, ChartPosition(row, 0, WIDTH, height), chart)
        row += -(-height // ROW) + 1


def _axis(returns: Sequence[ReturnRow]) -> tuple[int, int]:
    """Where the axis begins and ends: ten below the least total, so that gaps show."""
    totals = [t for one in returns for t in (one.claimed, one.computed) if t is not None]
    least, most = min(totals, default=0), max(totals, default=100)
    return max(int(least) // 10 * 10 - 10, 0), max(math.ceil(most / 10) * 10, 10)


def _insert(sheet: Worksheet, place: ChartPosition, chart: Chart) -> None:
    chart.set_size({"width": place.width, "height": place.height})
    sheet.insert_chart(place.row, place.column, chart, {"object_position": 2, "y_offset": 4})
