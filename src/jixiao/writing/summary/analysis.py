"""The sheet 指标分析: per indicator the mean, the spread, full marks, points over-claimed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jixiao.writing.summary.looks import lay_out
from jixiao.writing.summary.statistics import IndicatorFigures

_HEADINGS = (
    "指标体系", "一级指标", "二级指标", "三级指标", "分值", "份数", "自评平均", "复算平均",
    "标准差", "满分率", "不一致份数", "多报分合计", "少报分合计", "常见问题",
)  # fmt: skip
_WIDTHS = (14, 10, 12, 22, 7, 7, 9, 9, 8, 8, 9, 10, 10, 30)
NAME_COLUMN, OVER_COLUMN = 3, 11


def write_analysis(
    sheet: Worksheet, formats: Mapping[str, Format], figures: Sequence[IndicatorFigures]
) -> int:
    """Write the sheet; give its number of rows (from row 2 on, 1-based)."""
    lay_out(sheet, _WIDTHS, header_row=0)
    sheet.set_row(0, 24)
    for column, heading in enumerate(_HEADINGS):
        sheet.write_string(0, column, heading, formats["heading"])
    for row, one in enumerate(figures, 1):
        level = (*one.path, "", "")
        for column, text in enumerate((one.rulebook, level[0], level[1], one.name)):
            sheet.write_string(row, column, text, formats["text"])
        _points(sheet, row, 4, one.weight, formats["points"])
        sheet.write_number(row, 5, one.count, formats["count"])
        _points(sheet, row, 6, one.mean, formats["points"])
        _points(sheet, row, 7, one.computed_mean, formats["points"])
        _points(sheet, row, 8, one.deviation, formats["points"])
        if one.share_full is None:
            sheet.write_blank(row, 9, None, formats["share"])
        else:
            sheet.write_number(row, 9, one.share_full, formats["share"])
        sheet.write_number(row, 10, one.differing, formats["count"])
        _points(sheet, row, OVER_COLUMN, one.over, formats["points"])
        _points(sheet, row, 12, one.under, formats["points"])
        common = sorted(one.codes.items(), key=lambda pair: (-pair[1], pair[0]))[:3]
        text = "，".join(f"{code}×{count}" for code, count in common)
        sheet.write_string(row, 13, text, formats["text"])
    if figures:
        sheet.autofilter(0, 0, len(figures), len(_HEADINGS) - 1)
    else:
        sheet.write_string(1, 0, "没有可供分析的报送。")
    return len(figures)


def _points(sheet: Worksheet, row: int, column: int, number: Decimal | None, look: Format) -> None:
    if number is None:
        sheet.write_blank(row, column, None, look)
    else:
        sheet.write_number(row, column, float(number), look)
