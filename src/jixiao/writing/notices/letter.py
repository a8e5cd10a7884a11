"""The letter to a department, a .docx set as official letters are: A4, 仿宋 三号, 黑体 headings.

The page follows the national standard for official documents (GB/T 9704-2012): margins of 37, 35,
28 and 26 mm, a title in 二号, a page number between dashes. Needs python-docx (extra ``docx``).
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from jixiao.finding import chinese_text
from jixiao.writing.notices.model import Notice, NoticeHead, NoticeItem

if TYPE_CHECKING:
    from docx.document import Document

_TITLE, _BODY, _TABLE, _FOOTER = 22, 16, 12, 14  # points: 二号, 三号, 小四, 四号
_LINE = 28  # points between lines
_WIDTHS = (11, 31, 57, 57)  # millimetres of the table's columns: together the width of the text
_MARGINS = {"top": 37, "bottom": 35, "left": 28, "right": 26}


def letter_of(notice: Notice, head: NoticeHead) -> bytes:
    """Write the letter; the bytes of a .docx."""
    import docx
    from docx.shared import Mm

    page = docx.Document()
    section = page.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for side, width in _MARGINS.items():
        setattr(section, f"{side}_margin", Mm(width))
    page.core_properties.title = head.title(notice).replace("\n", "")
    page.core_properties.author = ""
    _paragraph(page, head.title(notice), "title", _TITLE, align="CENTER", line=36)
    _paragraph(page, head.numbered, "body", _BODY, align="CENTER", after=_LINE)
    _paragraph(page, head.say("notices.addressee", name=notice.department), "body", _BODY)
    _paragraph(page, head.opening(notice), "body", _BODY, indent=True)
    _write_items(page, notice, head)
    _write_requirements(page, notice, head)
    _write_signatures(page, head)
    _number_pages(section)
    whole = io.BytesIO()
    page.save(whole)
    return whole.getvalue()


def _write_items(page: Document, notice: Notice, head: NoticeHead) -> None:
    number = 0
    for heading, items in (("errors", notice.errors), ("doubts", notice.warnings)):
        if not items:
            continue
        number += 1
        title = head.say(f"notices.heading.{heading}", order=head.say(f"notices.order.{number}"))
        _paragraph(page, title, "heading", _BODY, indent=True, stays=True)
        _table(page, items, head)


def _write_requirements(page: Document, notice: Notice, head: NoticeHead) -> None:
    number = bool(notice.errors) + bool(notice.warnings) + 1
    title = head.say("notices.heading.requirements", order=head.say(f"notices.order.{number}"))
    _paragraph(page, title, "heading", _BODY, indent=True, stays=True, before=10)
    said = ["notices.requirement.sheet", "notices.requirement.send", "notices.requirement.reply"]
    if notice.folded:
        said.insert(1, "notices.requirement.folded")
    for place, id_ in enumerate(said, 1):
        text = head.say(id_, count=notice.folded)
        _paragraph(
            page, head.say("notices.clause", number=place, text=text), "body", _BODY, indent=True
        )
    if notice.copy:
        text = head.say("notices.attachment", copy=notice.copy)
        _paragraph(page, text, "body", _BODY, indent=True, before=14)


def _write_signatures(page: Document, head: NoticeHead) -> None:
    """Leave room for name and seal, for who checked, for who received."""
    _paragraph(
        page, head.say("notices.signed"), "body", _BODY, align="RIGHT", before=_LINE, stays=True
    )
    _paragraph(page, head.written(head.day), "body", _BODY, align="RIGHT", stays=True, after=14)
    _paragraph(page, head.say("notices.checked-by"), "body", _BODY, indent=True, stays=True)
    _paragraph(page, head.say("notices.received-by"), "body", _BODY, indent=True)


def _table(page: Document, items: Sequence[NoticeItem], head: NoticeHead) -> None:
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.shared import Mm

    table = page.add_table(rows=1, cols=len(_WIDTHS))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Mm(width)
    heads = [
        head.say(f"notices.column.{name}") for name in ("number", "place", "problem", "remedy")
    ]
    _fill(table.rows[0], heads, "heading")
    _repeat(table.rows[0])
    for number, one in enumerate(items, 1):
        place = "\n".join(filter(None, (one.place, one.indicator))) or head.say("notices.whole")
        row = table.add_row()
        _fill(row, (str(number), place, one.problem, one.remedy), "body")
        _keep_whole(row)


def _fill(row: Any, texts: Sequence[str], face: str) -> None:
    from docx.shared import Mm

    for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        cell.width = Mm(_WIDTHS[place])
        align = "CENTER" if place == 0 or face == "heading" else "LEFT"
        _set(cell.paragraphs[0], text, face, _TABLE, align=align, line=18)


def _paragraph(page: Document, text: str, face: str, size: int, **look: Any) -> None:
    _set(page.add_paragraph(), text, face, size, **look)


def _set(
    paragraph: Any,
    text: str,
    face: str,
    size: int,
    *,
    align: str = "LEFT",
    line: int = _LINE,
    indent: bool = False,
    before: int = 0,
    after: int = 0,
    stays: bool = False,
) -> None:
    """Set a paragraph: ``indent`` moves its first line in by two characters, ``stays`` keeps it
    on the page of the next one; sizes in points.
    """
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.font.bold = face == "title"
    _name_font(run, chinese_text(f"notices.font.{face}"))
    shape = paragraph.paragraph_format
    paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, align)
    shape.line_spacing, shape.space_before, shape.space_after = Pt(line), Pt(before), Pt(after)
    shape.first_line_indent = Pt(2 * size) if indent else None
    shape.keep_with_next = stays


def _name_font(run: Any, name: str) -> None:
    """Name the font for Chinese characters too, which python-docx leaves to the theme."""
    from docx.oxml.ns import qn

    run.font.name = name
    run._element.rPr.rFonts.set(qn("w:eastAsia"), name)  # noqa: SLF001 - there is no other way


def _repeat(row: Any) -> None:
    """Repeat the row at the top of each page."""
    _mark(row, "w:tblHeader")


def _keep_whole(row: Any) -> None:
    """Keep the row on one page."""
    _mark(row, "w:cantSplit")


def _mark(row: Any, name: str) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - there is no other way


def _number_pages(section: Any) -> None:
    """Number pages between dashes, in the middle of the foot."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm

    section.footer_distance = Mm(28)
    paragraph = section.footer.paragraphs[0]
    _set(paragraph, "— ", "footer", _FOOTER, align="CENTER", line=18)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = paragraph.add_run("1")
    field.append(run._r)  # noqa: SLF001 - there is no other way
    paragraph._p.append(field)  # noqa: SLF001
    _set(paragraph, " —", "footer", _FOOTER, align="CENTER", line=18)
