"""The sheet 汇总: counts, grades, self-scored against recomputed totals, and three charts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jixiao.writing.summary.charts import (
    ROW,
    ChartColumn,
    ChartPosition,
    chart_grades,
    chart_over,
    chart_totals,
)
from jixiao.writing.summary.formats import lay_out
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
    lay_out(sheet, _WIDTHS, header_row=None)
    last_column = len(_WIDTHS) - 1
    year = f"{scope.year} 年度" if scope.year is not None else ""
    sheet.set_row(0, 30)
    sheet.merge_range(0, 0, 0, last_column, f"{year}部门整体支出绩效自评核对汇总", formats["title"])
    sheet.set_row(1, 27)
    sheet.merge_range(1, 0, 1, last_column, _followed(scope), formats["subtitle"])
    row = _write_pairs(sheet, formats, 2, "报送情况", _counts(returns, due, scope))
    counted = [one for one in returns if one.counts]
    row = _write_pairs(sheet, formats, row + 1, "得分情况（分）", _totals(counted), look="points")
    grades = _grades(counted, scope)
    last = _write_grades(sheet, formats, row + 1, grades)
    end = 3 + (_GRADES_HEIGHT + _OVER_HEIGHT) // ROW
    if grades:
        names, *counts = (
            ChartColumn(sheet.get_name(), at, row + 3, cells)
            for at, cells in enumerate(zip(*grades, strict=True))
        )
        place = ChartPosition(2, _RIGHT, _RIGHT_WIDTH, _GRADES_HEIGHT)
        chart_grades(workbook, sheet, place, names, counts)
    if overs:
        height = min(90 + 24 * len(overs), _OVER_HEIGHT)
        place = ChartPosition(3 + _GRADES_HEIGHT // ROW, _RIGHT, _RIGHT_WIDTH, height)
        chart_over(workbook, sheet, place, overs)
    pages = chart_totals(workbook, sheet, max(last, end) + 2, ranks)
    sheet.set_h_pagebreaks(list(pages))


def _followed(scope: SummaryScope) -> str:
    """Which rulebooks the returns follow, and that totals of several do not compare well."""
    if len(scope.rulebooks) > 1:
        listed = "、".join(f"{key} {scope.used[key]} 份" for key in scope.rulebooks)
        return (
            f"指标体系：{listed}。各指标体系的评分标准不同，总分放在一起排名仅供参考，"
            "可在“排名”表按指标体系筛选。"
        )
    return "".join(f"指标体系：{name}（{key}）" for key, name in scope.rulebooks.items())


def _counts(
    returns: Sequence[ReturnRow], due: Sequence[DueDepartment], scope: SummaryScope
) -> list[tuple[str, int | None]]:
    outcomes = Counter(one.brief.outcome for one in returns)
    counted = [one for one in returns if one.counts]
    wrong = sum(1 for one in counted if one.errors)
    broken = outcomes["unreadable"] + outcomes["several-scoresheets"]
    return [
        ("名册单位", scope.listed),
        ("收到报送（份）", len(returns) - outcomes["no-scoresheet"]),
        ("计入汇总（单位）", len(counted)),
        ("未报送（单位）", len(due) if scope.listed is not None else None),
        ("不能核对（份）", broken),
        ("没有评分表的工作簿（份）", outcomes["no-scoresheet"]),
        ("其他文件（个）", scope.skipped),
        ("有错误（单位）", wrong),
        ("无错误（单位）", len(counted) - wrong),
    ]


def _totals(counted: Sequence[ReturnRow]) -> list[tuple[str, Fraction | None]]:
    both = [one for one in counted if one.claimed is not None and one.computed is not None]
    claimed = [total for one in both if (total := one.claimed) is not None]
    computed = [total for one in both if (total := one.computed) is not None]
    gaps = [gap for one in both if (gap := one.gap) is not None]
    return [
        ("自评平均", _mean(claimed)),
        ("复算平均", _mean(computed)),
        ("多报分合计", sum((gap for gap in gaps if gap > 0), Fraction(0)) if both else None),
        ("少报分合计", -sum((gap for gap in gaps if gap < 0), Fraction(0)) if both else None),
        ("最高（复算）", max(computed, default=None)),
        ("最低（复算）", min(computed, default=None)),
        ("复核得分平均", _mean([total for one in counted if (total := one.reviewed) is not None])),
    ]


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
) -> int:
    """Write the grade table; give its last row."""
    sheet.write_string(row, 0, "档次分布（单位数）", formats["block"])
    for column, heading in enumerate(("档次", "自评", "复算")):
        sheet.write_string(row + 1, column, heading, formats["heading"])
    for at, (name, claimed, computed) in enumerate(grades, row + 2):
        sheet.write_string(at, 0, name, formats["centre"])
        sheet.write_number(at, 1, claimed, formats["count"])
        sheet.write_number(at, 2, computed, formats["count"])
    return row + 1 + len(grades)
