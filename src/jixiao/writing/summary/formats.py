"""How the summary looks: cell formats by name, and the page set-up every sheet shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jixiao.finding import Lang, chinese_text, text_in

_FONT = {"font_name": chinese_text("summary.font.body"), "font_size": 10, "valign": "vcenter"}
_BOXED = {**_FONT, "border": 1, "border_color": "#A6A6A6"}

_STYLES = {
    "title": {
        "font_name": chinese_text("summary.font.heading"),
        "font_size": 16,
        "align": "center",
        "valign": "vcenter",
    },
    "subtitle": {**_FONT, "align": "center", "font_color": "#595959", "text_wrap": True},
    "heading": {
        **_BOXED,
        "bold": True,
        "align": "center",
        "bg_color": "#DCE6F1",
        "text_wrap": True,
    },
    "block": {
        "font_name": chinese_text("summary.font.heading"),
        "font_size": 12,
        "valign": "vcenter",
    },
    "text": {**_BOXED, "text_wrap": True},
    "plain": {**_FONT, "text_wrap": True, "valign": "top"},
    "uncounted": {**_FONT, "top": 1, "bottom": 1, "border_color": "#A6A6A6", "italic": True},
    "centre": {**_BOXED, "align": "center"},
    "count": {**_BOXED, "align": "center", "num_format": "0"},
    "points": {**_BOXED, "align": "right", "num_format": "0.00"},
    "gap": {**_BOXED, "align": "right", "num_format": '+0.00;-0.00;"—"'},
    "share": {**_BOXED, "align": "right", "num_format": "0.0%"},
    "link": {**_BOXED, "font_color": "#0563C1", "underline": 1, "text_wrap": True},
    "error": {**_BOXED, "align": "center", "bold": True, "bg_color": "#F8CBAD"},
    "warning": {**_BOXED, "align": "center", "bg_color": "#FFE699"},
    "notice": {**_BOXED, "align": "center", "bg_color": "#EDEDED"},
}


def add_formats(workbook: Workbook) -> dict[str, Format]:
    """Make every format once."""
    return {name: workbook.add_format(look) for name, look in _STYLES.items()}


def write_headings(
    sheet: Worksheet,
    formats: Mapping[str, Format],
    names: Sequence[str],
    lang: Lang,
    row: int = 0,
    columns: Sequence[int] = (),
) -> None:
    """Write a row of column headings, from the first column on or in those given.

    ``names`` are the last parts of their ids.
    """
    for column, name in zip(columns or range(len(names)), names, strict=False):
        text = text_in(f"summary.column.{name}", lang)
        sheet.write_string(row, column, text, formats["heading"])


def shortened(text: str, length: int) -> str:
    """Cut a name for the axis of a chart.

    >>> shortened("示例市国有资产监督管理委员会", 8)
    '示例市国有资产…'
    """
    return text if len(text) <= length else f"{text[: length - 1]}…"


def lay_out(
    sheet: Worksheet, widths: tuple[float, ...], lang: Lang, *, header_row: int | None
) -> None:
    """Set column widths and printing: A4 landscape, one page wide, header repeated, page numbers.

    ``header_row`` is the 0-based row of the column headings, None where the sheet has none.
    """
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 0)
    sheet.set_header("&R&9&A")  # the name of the sheet on each page
    sheet.set_footer(text_in("summary.footer", lang))
    if header_row is not None:
        sheet.freeze_panes(header_row + 1, 0)
        sheet.repeat_rows(header_row)
