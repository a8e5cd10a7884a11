"""The sheet 指标分析: per indicator the mean, the spread, full marks, points over-claimed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jixiao.finding import Lang, chinese_text, entry, text_in
from jixiao.writing.summary.formats import lay_out, shortened, write_headings
from jixiao.writing.summary.statistics import IndicatorFigures, worst_figures
from jixiao.writing.text_width import text_height

_COLUMNS = (
    "rulebook", "level-1", "level-2", "level-3", "weight", "count", "claimed-mean",
    "computed-mean", "reviewed-mean", "deviation", "share-full", "differing", "over", "under",
    "common",
)  # fmt: skip
_WIDTHS = (14, 10, 12, 22, 7, 7, 9, 9, 9, 8, 8, 9, 10, 10, 44)
_TEXT_WIDTHS = (*_WIDTHS[:4], _WIDTHS[14])
_COMMON = 2  # findings named in the last column
OVER_SHEET = chinese_text("summary.sheet.analysis")
OVER_LABELS, OVER_VALUES = 16, 17  # hidden columns that a chart draws on: the worst, in order
_LABEL_LENGTH = 18


def write_analysis(
    sheet: Worksheet,
    formats: Mapping[str, Format],
    figures: Sequence[IndicatorFigures],
    lang: Lang,
) -> Sequence[IndicatorFigures]:
    """Write the sheet; give the indicators by which most points were over-claimed, to chart.

    Their names and points are in hidden columns, the worst first.
    """
    lay_out(sheet, _WIDTHS, lang, header_row=0)
    sheet.set_row(0, 24)
    write_headings(sheet, formats, _COLUMNS, lang)
    used = Counter(one.rulebook for one in figures for _ in range(one.count))
    figures = sorted(figures, key=lambda one: -used[one.rulebook])  # the others as in the rulebook
    worst = worst_figures(figures)
    sheet.set_column(OVER_LABELS, OVER_VALUES, None, None, {"hidden": True})
    for row, one in enumerate(figures, 1):
        level = (*one.path, "", "")
        for column, text in enumerate((one.rulebook, level[0], level[1], one.name)):
            sheet.write_string(row, column, text, formats["text"])
        _points(sheet, row, 4, one.weight, formats["points"])
        sheet.write_number(row, 5, one.count, formats["count"])
        _points(sheet, row, 6, one.mean, formats["points"])
        _points(sheet, row, 7, one.computed_mean, formats["points"])
        _points(sheet, row, 8, one.reviewed_mean, formats["points"])
        _points(sheet, row, 9, one.deviation, formats["points"])
        share = one.share_full
        if share is None:
            sheet.write_blank(row, 10, None, formats["share"])
        else:
            sheet.write_number(row, 10, float(share), formats["share"])
        sheet.write_number(row, 11, one.differing, formats["count"])
        _points(sheet, row, 12, one.over, formats["points"])
        _points(sheet, row, 13, one.under, formats["points"])
        common = sorted(one.codes.items(), key=lambda pair: (-pair[1], pair[0]))[:_COMMON]
        text = text_in("summary.remarks", lang).join(_named(*pair, lang) for pair in common)
        sheet.write_string(row, 14, text, formats["text"])
        texts = zip((one.rulebook, level[0], level[1], one.name, text), _TEXT_WIDTHS, strict=True)
        sheet.set_row(row, max(text_height(text, width) for text, width in texts))
        if row <= len(worst):
            sheet.write_string(row, OVER_LABELS, over_label(worst[row - 1]))
            sheet.write_number(row, OVER_VALUES, float(worst[row - 1].over))
    if figures:
        sheet.autofilter(0, 0, len(figures), len(_COLUMNS) - 1)
    else:
        sheet.write_string(1, 0, text_in("summary.analysis.none", lang))
    return worst


def _named(code: str, count: int, lang: Lang) -> str:
    title = entry(code).title.text(lang)
    return text_in("summary.analysis.common", lang).format(title=title, code=code, count=count)


def over_label(one: IndicatorFigures) -> str:
    """The indicator's name as a chart writes it next to its bar."""
    return shortened(one.name, _LABEL_LENGTH)


def _points(sheet: Worksheet, row: int, column: int, number: Fraction | None, look: Format) -> None:
    if number is None:
        sheet.write_blank(row, column, None, look)
    else:
        sheet.write_number(row, column, float(number), look)
