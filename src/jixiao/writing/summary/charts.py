"""The charts of 汇总: grades, points over-claimed by indicator, the largest differences of totals.

All are native and drawn from cells of the workbook, so that they follow when those are edited; they
carry the figures too, for programs that show a chart without looking there.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.worksheet import Worksheet

from jixiao.finding import Lang, text_in
from jixiao.writing.summary.analysis import OVER_LABELS, OVER_SHEET, OVER_VALUES, over_label
from jixiao.writing.summary.model import ReturnRow
from jixiao.writing.summary.ranking import CLAIMED, COMPUTED, LABELS, RANKING_SHEET, gap_label
from jixiao.writing.summary.statistics import IndicatorFigures

WIDTH, ROW = 980, 20  # in pixels: of the printed area, of a row
_LIGHT, _DARK, _GREEN = "#9DC3E6", "#1F4E79", "#548235"
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
    """Chart how many departments got each grade, by their own count, as recomputed, as reviewed."""
    chart = workbook.add_chart({"type": "column"})
    names = (*_names(lang), text_in("summary.column.reviewed-count", lang))
    for column, name, colour in zip(counts, names, (_LIGHT, _DARK, _GREEN), strict=False):
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


def chart_gaps(
    workbook: Workbook, sheet: Worksheet, row: int, returns: Sequence[ReturnRow], lang: Lang
) -> None:
    """Chart self-scored against recomputed totals where they differ most."""
    names = _names(lang)
    last = len(returns)
    chart = workbook.add_chart({"type": "bar"})
    labels = ChartColumn(RANKING_SHEET, LABELS, 1, [gap_label(one) for one in returns])
    look = {
        "gap": 45,
        "data_labels": {"value": True, "font": {"size": 8}, "num_format": "0.00"},
    }
    for column, name, colour, totals in (
        (CLAIMED, names[0], _LIGHT, [one.claimed for one in returns]),
        (COMPUTED, names[1], _DARK, [one.computed for one in returns]),
    ):
        points = [None if total is None else float(total) for total in totals]
        drawn = {"fill": {"color": colour}, **look}
        _add(chart, name, labels, ChartColumn(RANKING_SHEET, column, 1, points), drawn)
    least, most = _axis(returns)
    axis = text_in("summary.chart.axis", lang).format(least=least) if least else ""
    title = text_in("summary.chart.gaps", lang, count=last, axis=axis)
    chart.set_title({"name": title, "name_font": _TITLE})
    chart.set_legend({"position": "bottom"})
    chart.set_y_axis({"reverse": True, "num_font": _SMALL, "interval_unit": 1})
    chart.set_x_axis({"min": least, "max": most, "num_font": _SMALL})
    chart.show_hidden_data()
    _insert(sheet, ChartPosition(row, 0, WIDTH, gaps_height(last)), chart)


def gaps_height(count: int) -> int:
    """How high the chart of ``count`` departments is, in pixels."""
    return 130 + 23 * count


def _axis(returns: Sequence[ReturnRow]) -> tuple[int, int]:
    """Where the axis begins and ends: ten below the least total, so that gaps show."""
    totals = [t for one in returns for t in (one.claimed, one.computed) if t is not None]
    least, most = min(totals, default=0), max(totals, default=100)
    return max(int(least) // 10 * 10 - 10, 0), max(math.ceil(most / 10) * 10, 10)


def _insert(sheet: Worksheet, place: ChartPosition, chart: Chart) -> None:
    chart.set_size({"width": place.width, "height": place.height})
    sheet.insert_chart(place.row, place.column, chart, {"object_position": 2, "y_offset": 4})
