"""The sheet 汇总: counts, grades, self-scored against recomputed totals, and three charts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jixiao.writing.summary.analysis import NAME_COLUMN, OVER_COLUMN
from jixiao.writing.summary.looks import lay_out
from jixiao.writing.summary.model import Due, Handed, Scope

CHARTED_AT_MOST = 60  # departments that still read as bars on one page
_CLAIMED, _COMPUTED = "#9DC3E6", "#1F4E79"
_WIDTHS = (22, 12, 12, 12, 12, 12, 12, 12, 12)


def write_overview(
    workbook: Workbook,
    sheet: Worksheet,
    formats: Mapping[str, Format],
    returns: Sequence[Handed],
    due: Sequence[Due],
    scope: Scope,
    *,
    ranks: int,
    analysed: int,
) -> None:
    """Write the sheet; ``ranks`` and ``analysed`` are the rows of 排名 and 指标分析 to chart."""
    lay_out(sheet, _WIDTHS, header_row=None)
    year = f"{scope.year} 年度" if scope.year is not None else ""
    sheet.set_row(0, 30)
    sheet.merge_range(0, 0, 0, 8, f"{year}部门整体支出绩效自评核对汇总", formats["title"])
    row = _write_pairs(sheet, formats, 2, "报送情况", _counts(returns, due, scope))
    counted = [one for one in returns if one.counts]
    row = _write_pairs(sheet, formats, row + 1, "得分情况（分）", _totals(counted), look="points")
    first, last = _write_grades(sheet, formats, row + 1, counted, scope)
    _chart_grades(workbook, sheet, first, last)
    second = max(last + 3, 28)
    third = second + 26
    breaks = []
    if ranks:
        breaks.append(second)
        _chart_totals(workbook, sheet, second, min(ranks, CHARTED_AT_MOST), ranks, _lowest(counted))
    if analysed:
        breaks.append(third)
        _chart_over(workbook, sheet, third, analysed)
    sheet.set_h_pagebreaks(breaks)


def _counts(
    returns: Sequence[Handed], due: Sequence[Due], scope: Scope
) -> list[tuple[str, int | None]]:
    outcomes = Counter(one.outcome for one in returns)
    counted = [one for one in returns if one.counts]
    wrong = sum(1 for one in counted if one.errors)
    broken = outcomes["unreadable"] + outcomes["several-scoresheets"]
    return [
        ("名册单位", scope.listed),
        ("收到报送（份）", len(returns) - outcomes["no-scoresheet"]),
        ("计入汇总（单位）", len(counted)),
        ("未报送（单位）", len(due) if scope.listed is not None else None),
        ("不能核对（份）", broken),
        ("有错误（单位）", wrong),
        ("无错误（单位）", len(counted) - wrong),
    ]


def _totals(counted: Sequence[Handed]) -> list[tuple[str, Decimal | None]]:
    both = [one for one in counted if one.claimed is not None and one.computed is not None]
    claimed = [one.claimed for one in both if one.claimed is not None]
    computed = [one.computed for one in both if one.computed is not None]
    gaps = [one.gap for one in both if one.gap is not None]
    return [
        ("自评平均", _mean(claimed)),
        ("复算平均", _mean(computed)),
        ("多报分合计", sum((gap for gap in gaps if gap > 0), Decimal(0)) if both else None),
        ("少报分合计", -sum((gap for gap in gaps if gap < 0), Decimal(0)) if both else None),
        ("最高（复算）", max(computed, default=None)),
        ("最低（复算）", min(computed, default=None)),
    ]


def _lowest(counted: Sequence[Handed]) -> int:
    """Where the axis of totals begins: the ten below the least total, so that gaps show."""
    totals = [t for one in counted for t in (one.claimed, one.computed) if t is not None]
    return max(int(min(totals, default=Decimal(0))) // 10 * 10 - 10, 0)


def _mean(numbers: Sequence[Decimal]) -> Decimal | None:
    return sum(numbers, Decimal(0)) / len(numbers) if numbers else None


def _write_pairs(
    sheet: Worksheet,
    formats: Mapping[str, Format],
    row: int,
    heading: str,
    pairs: Sequence[tuple[str, int | Decimal | None]],
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
    counted: Sequence[Handed],
    scope: Scope,
) -> tuple[int, int]:
    """Write the grade table; give its first and last data row."""
    sheet.write_string(row, 0, "档次分布（单位数）", formats["block"])
    for column, heading in enumerate(("档次", "自评", "复算")):
        sheet.write_string(row + 1, column, heading, formats["heading"])
    claimed = Counter(one.claimed_grade for one in counted)
    computed = Counter(one.computed_grade for one in counted)
    named = {name for one in counted for name in (one.claimed_grade, one.computed_grade) if name}
    names = (*scope.grades, *sorted(named - set(scope.grades)))
    last = row + 1
    for last, name in enumerate(names, row + 2):
        sheet.write_string(last, 0, name, formats["centre"])
        sheet.write_number(last, 1, claimed[name], formats["count"])
        sheet.write_number(last, 2, computed[name], formats["count"])
    return row + 2, last


def _chart_grades(workbook: Workbook, sheet: Worksheet, first: int, last: int) -> None:
    if last < first:
        return
    chart = workbook.add_chart({"type": "column"})
    for column, name, colour in ((1, "自评", _CLAIMED), (2, "复算", _COMPUTED)):
        chart.add_series(
            {
                "name": name,
                "categories": ["汇总", first, 0, last, 0],
                "values": ["汇总", first, column, last, column],
                "fill": {"color": colour},
                "data_labels": {"value": True},
            }
        )
    chart.set_title({"name": "档次分布", "name_font": {"size": 12}})
    chart.set_legend({"position": "bottom"})
    chart.set_y_axis({"visible": False, "major_gridlines": {"visible": False}})
    chart.set_size({"width": 560, "height": 360})
    sheet.insert_chart(2, 3, chart, {"x_offset": 20, "object_position": 2})


def _chart_totals(
    workbook: Workbook, sheet: Worksheet, row: int, charted: int, ranks: int, lowest: int
) -> None:
    chart = workbook.add_chart({"type": "column"})
    for column, name, colour in ((3, "自评", _CLAIMED), (4, "复算", _COMPUTED)):
        chart.add_series(
            {
                "name": name,
                "categories": ["排名", 1, 1, charted, 1],
                "values": ["排名", 1, column, charted, column],
                "fill": {"color": colour},
            }
        )
    part = f"（前 {charted} 个单位）" if charted < ranks else ""
    start = f"，纵轴从 {lowest} 分起" if lowest else ""
    chart.set_title({"name": f"自评与复算总分{part}{start}", "name_font": {"size": 12}})
    chart.set_legend({"position": "bottom"})
    chart.set_x_axis({"num_font": {"rotation": -45, "size": 8}})
    chart.set_y_axis({"min": lowest, "max": 100, "major_gridlines": {"visible": True}})
    chart.set_size({"width": 980, "height": 400})
    sheet.insert_chart(row, 0, chart, {"object_position": 2})


def _chart_over(workbook: Workbook, sheet: Worksheet, row: int, analysed: int) -> None:
    charted = min(analysed, CHARTED_AT_MOST)
    chart = workbook.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": "多报分合计",
            "categories": ["指标分析", 1, NAME_COLUMN, charted, NAME_COLUMN],
            "values": ["指标分析", 1, OVER_COLUMN, charted, OVER_COLUMN],
            "fill": {"color": _COMPUTED},
            "data_labels": {"value": True, "num_format": '0.00;;""'},
        }
    )
    chart.set_title({"name": "各指标多报分合计（分）", "name_font": {"size": 12}})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "num_font": {"size": 8}})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    chart.set_size({"width": 980, "height": 120 + 20 * charted})
    sheet.insert_chart(row, 0, chart, {"object_position": 2})
