"""A drafted report as a .docx: set as official documents are, gaps highlighted, bars as a table."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from jixiao.writing.docx_page import (
    BODY_SIZE,
    TABLE_SIZE,
    TEXT_WIDTH,
    TITLE_SIZE,
    document_bytes,
    keep_row_whole,
    new_document,
    number_pages,
    separate_rows,
    set_paragraph,
    shade_cell,
)
from jixiao.writing.draft_report.model import (
    DraftBars,
    DraftGap,
    DraftHeading,
    DraftReport,
    DraftSentence,
)

if TYPE_CHECKING:
    from docx.document import Document

_STEPS: Final = 40  # cells of a whole bar
_LABEL: Final = 26  # millimetres
_BEHIND: Final = 38
_FILLED: Final = "4472C4"
_EMPTY: Final = "E7E6E6"


def report_document(report: DraftReport) -> bytes:
    """Write the report; the bytes of a .docx."""
    page = new_document(report.title)
    set_paragraph(
        page.add_paragraph(), report.title, "title", TITLE_SIZE, align="CENTER", line=36, after=20
    )
    for block in report.blocks:
        if isinstance(block, DraftHeading):
            _heading(page, block)
        elif isinstance(block, DraftSentence):
            set_paragraph(page.add_paragraph(), block.text, "body", BODY_SIZE, indent=True)
        elif isinstance(block, DraftGap):
            _gap(page, block)
        else:
            _bars(page, block)
    number_pages(page)
    return document_bytes(page)


def _heading(page: Document, block: DraftHeading) -> None:
    """A heading that Word lists in its navigation, in black."""
    from docx.shared import RGBColor

    paragraph = page.add_paragraph(style=f"Heading {block.level}")
    face = "heading" if block.level == 1 else "body"
    run = set_paragraph(paragraph, block.text, face, BODY_SIZE, indent=True, stays=True)
    run.font.color.rgb = RGBColor(0, 0, 0)
    run.font.bold = block.level > 1
    run.font.italic = False


def _gap(page: Document, block: DraftGap) -> None:
    from docx.enum.text import WD_COLOR_INDEX

    run = set_paragraph(page.add_paragraph(), block.text, "body", BODY_SIZE, indent=True)
    run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _bars(page: Document, block: DraftBars) -> None:
    """Bars as rows of a table: they print, and need no picture."""
    from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
    from docx.shared import Mm

    title = page.add_paragraph()
    set_paragraph(title, block.title, "heading", TABLE_SIZE, align="CENTER", stays=True, before=6)
    table = page.add_table(rows=0, cols=_STEPS + 2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    step = (TEXT_WIDTH - _LABEL - _BEHIND) / _STEPS
    for column, width in zip(table.columns, (_LABEL, *[step] * _STEPS, _BEHIND), strict=True):
        column.width = Mm(width)
    for label, share, behind in block.bars:
        row = table.add_row()
        keep_row_whole(row)
        row.height, row.height_rule = Mm(9), WD_ROW_HEIGHT_RULE.EXACTLY
        cells = row.cells
        _bar_text(cells[0], label, _LABEL, "RIGHT")
        _bar_text(cells[_STEPS + 1], behind, _BEHIND, "LEFT")
        filled = _steps(share)
        for first, last, colour in ((1, filled, _FILLED), (filled + 1, _STEPS, _EMPTY)):
            if first <= last:
                part = cells[first].merge(cells[last])
                part.width = Mm(step * (last - first + 1))
                shade_cell(part, colour)
                separate_rows(part)
    set_paragraph(page.add_paragraph(), "", "body", TABLE_SIZE, line=12)


def _steps(share: Fraction) -> int:
    """How many of the steps are filled; something for more than nothing, a gap below all."""
    steps = int(min(max(share, Fraction(0)), Fraction(1)) * _STEPS)
    return max(steps, 1) if share > 0 else 0


def _bar_text(cell: Any, text: str, width: int, align: str) -> None:
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
    from docx.shared import Mm

    cell.width = Mm(width)
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    set_paragraph(cell.paragraphs[0], text, "body", TABLE_SIZE, align=align, line=16)
