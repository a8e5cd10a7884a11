"""Print set-up and protection that every visible sheet of a template shares."""

from __future__ import annotations

from jixiao.finding import chinese_text
from jixiao.writing.template.page import Page, PrintedArea
from jixiao.writing.template.page_breaks import PaperSize

_A4 = 9
_INCH = 72.0
_SIDES = (8.27 * _INCH, 11.69 * _INCH)
_MARGINS = {"left": 0.5, "right": 0.5, "top": 0.6, "bottom": 0.7}  # inches
_ACROSS, _DOWN = 1.0 * _INCH, 1.3 * _INCH  # both margins
_PORTRAIT = PaperSize(_SIDES[0] - _ACROSS, _SIDES[1] - _DOWN)
_LANDSCAPE = PaperSize(_SIDES[1] - _ACROSS, _SIDES[0] - _DOWN)
_DEEPEST_FROZEN = 6  # rows; more would fill a small screen
_ALLOWED = {"format_columns": True, "format_rows": True}


def set_up(
    page: Page, last_row: int, *, heading_row: int | None = None, landscape: bool = True
) -> None:
    """A4, one page wide, heading rows repeated, numbered; input cells stay open.

    Protection carries no password and leaves column width and row height to the user.
    """
    sheet, widths = page.sheet, page.widths
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    if landscape:
        sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(**_MARGINS)
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()
    sheet.set_footer(chinese_text("template.footer"))
    sheet.print_area(0, 0, last_row - 1, len(widths) - 1)
    sheet.hide_gridlines(2)
    repeated = None
    if heading_row is not None:
        first = 1 if heading_row <= _DEEPEST_FROZEN else heading_row
        repeated = (first, heading_row)
        sheet.repeat_rows(first - 1, heading_row - 1)
        if first == 1:
            sheet.freeze_panes(heading_row, 0)
    page.printed = PrintedArea(last_row, repeated, _LANDSCAPE if landscape else _PORTRAIT)
    sheet.protect("", _ALLOWED)
