"""The sheet 汇总: counts, grades, self-scored against recomputed totals, and three charts."""

from __future__ import annotations

from collections import Counter
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
    chart_grades,
    chart_over,
    chart_totals,
)
from jixiao.writing.summary.formats import lay_out, write_headings
from jixiao.writing.summary.model import DueDepartment, ReturnRow, SummaryScope
from jixiao.writing.summary.statistics import IndicatorFigures

_WIDTHS = (24, 11, 11, 3, *(12,) * 7)
_RIGHT, _RIGHT_WIDTH = 4, 620  # the column and the width in pixels of the charts beside the tables
_GRADES_HEIGHT, _OVER_HEIGHT = 260, 340


def write_overview(
    workbook: Workbook,
    sheet: Worksheet,
    formats: Mapping[str, Format],
    returns: Sequence[ReturnRow],
    due: Sequence[DueDepartment],
    scope: SummaryScope,
    *,
    ranks: Sequence[ReturnRow],
    overs: Sequence[IndicatorFigures],
) -> None:
    """Write the sheet; ``ranks`` are the departments to chart, ``overs`` the indicators.

    The first page holds the figures, the following ones the totals of the departments.
    """
    lang = scope.lang
    lay_out(sheet, _WIDTHS, lang, header_row=None)
    last_column = len(_WIDTHS) - 1
    sheet.set_row(0, 30)
    sheet.merge_range(0, 0, 0, last_column, _title(scope), formats["title"])
    sheet.set_row(1, 27)
    sheet.merge_range(1, 0, 1, last_column, _followed(scope), formats["subtitle"])
    heading = text_in("summary.overview.returns", lang)
    row = _write_pairs(sheet, formats, 2, heading, _counts(returns, due, scope))
    counted = [one for one in returns if one.counts]
    heading = text_in("summary.overview.scores", lang)
    totals = _totals(counted, lang)
    row = _write_pairs(sheet, formats, row + 1, heading, totals, look="points")
    grades = _grades(counted, scope)
    last = _write_grades(sheet, formats, row + 1, grades, lang)
    end = 3 + (_GRADES_HEIGHT + _OVER_HEIGHT) // ROW
    if grades:
        names, *counts = (
            ChartColumn(sheet.get_name(), at, row + 3, cells)
            for at, cells in enumerate(zip(*grades, strict=True))
        )
        place = ChartPosition(2, _RIGHT, _RIGHT_WIDTH, _GRADES_HEIGHT)
        chart_grades(workbook, sheet, place, names, counts, lang)
    if overs:
        height = min(90 + 24 * len(overs), _OVER_HEIGHT)
        place = ChartPosition(3 + _GRADES_HEIGHT // ROW, _RIGHT, _RIGHT_WIDTH, height)
        chart_over(workbook, sheet, place, overs, lang)
    pages = chart_totals(workbook, sheet, max(last, end) + 2, ranks, lang)
    sheet.set_h_pagebreaks(list(pages))


def _title(scope: SummaryScope) -> str:
    if scope.year is None:
        return text_in("summary.title", scope.lang)
    return text_in("summary.title-of-year", scope.lang).format(year=scope.year)


def _followed(scope: SummaryScope) -> str:
    """Which rulebooks the returns follow, and that totals of several do not compare well."""
    lang = scope.lang
    if len(scope.rulebooks) > 1:
        one = text_in("summary.followed-count", lang)
        listed = text_in("summary.list", lang).join(
            one.format(id=key, count=scope.used[key]) for key in scope.rulebooks
        )
        return text_in("summary.followed-several", lang).format(listed=listed)
    one = text_in("summary.followed", lang)
    return "".join(one.format(name=name, id=key) for key, name in scope.rulebooks.items())


def _counts(
    returns: Sequence[ReturnRow], due: Sequence[DueDepartment], scope: SummaryScope
) -> list[tuple[str, int | None]]:
    outcomes = Counter(one.brief.outcome for one in returns)
    counted = [one for one in returns if one.counts]
    wrong = sum(1 for one in counted if one.errors)
    broken = outcomes["unreadable"] + outcomes["several-scoresheets"]
    figures = {
        "listed": scope.listed,
        "received": len(returns) - outcomes["no-scoresheet"],
        "counted": len(counted),
        "missing": len(due) if scope.listed is not None else None,
        "unchecked": broken,
        "no-scoresheet": outcomes["no-scoresheet"],
        "skipped": scope.skipped,
        "wrong": wrong,
        "right": len(counted) - wrong,
    }
    return [
        (text_in(f"summary.overview.{name}", scope.lang), figure)
        for name, figure in figures.items()
    ]


def _totals(counted: Sequence[ReturnRow], lang: Lang) -> list[tuple[str, Fraction | None]]:
    both = [one for one in counted if one.claimed is not None and one.computed is not None]
    claimed = [total for one in both if (total := one.claimed) is not None]
    computed = [total for one in both if (total := one.computed) is not None]
    gaps = [gap for one in both if (gap := one.gap) is not None]
    figures = {
        "claimed-mean": _mean(claimed),
        "computed-mean": _mean(computed),
        "over": sum((gap for gap in gaps if gap > 0), Fraction(0)) if both else None,
        "under": -sum((gap for gap in gaps if gap < 0), Fraction(0)) if both else None,
        "highest": max(computed, default=None),
        "lowest": min(computed, default=None),
        "reviewed-mean": _mean([x for one in counted if (x := one.reviewed) is not None]),
    }
    return [(text_in(f"summary.overview.{name}", lang), x) for name, x in figures.items()]


def _mean(numbers: Sequence[Fraction]) -> Fraction | None:
    return sum(numbers, Fraction(0)) / len(numbers) if numbers else None


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


def _grades(counted: Sequence[ReturnRow], scope: SummaryScope) -> list[tuple[str, int, int]]:
    """Each grade with the departments that claimed it and those that get it as recomputed."""
    claimed = Counter(one.brief.claimed_grade for one in counted)
    computed = Counter(one.brief.computed_grade for one in counted)
    named = {name for name in (*claimed, *computed) if name}
    names = (*scope.grades, *sorted(named - set(scope.grades)))
    return [(name, claimed[name], computed[name]) for name in names]


def _write_grades(
    sheet: Worksheet,
    formats: Mapping[str, Format],
    row: int,
    grades: Sequence[tuple[str, int, int]],
    lang: Lang,
) -> int:
    """Write the grade table; give its last row."""
    sheet.write_string(row, 0, text_in("summary.overview.grades", lang), formats["block"])
    write_headings(sheet, formats, ("grade", "claimed", "computed"), lang, row + 1)
    for at, (name, claimed, computed) in enumerate(grades, row + 2):
        sheet.write_string(at, 0, name, formats["centre"])
        sheet.write_number(at, 1, claimed, formats["count"])
        sheet.write_number(at, 2, computed, formats["count"])
    return row + 1 + len(grades)
