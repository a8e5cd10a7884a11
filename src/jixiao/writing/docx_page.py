"""Word documents set as official ones are: A4, 仿宋 三号, 黑体 headings, numbered pages.

The page follows the national standard for official documents (GB/T 9704-2012): margins of 37, 35,
28 and 26 mm, a title in 二号, a page number between dashes. Needs python-docx (extra ``docx``).
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

from jixiao.finding import chinese_text

if TYPE_CHECKING:
    from docx.document import Document

TITLE_SIZE: Final = 22  # points: 二号
BODY_SIZE: Final = 16  # 三号
TABLE_SIZE: Final = 12  # 小四
LINE_HEIGHT: Final = 28  # points
TEXT_WIDTH: Final = 156  # millimetres
_OLD_STYLES: Final = "/stylesWithEffects"  # a second set of styles, which the first contradicts
_FOOTER: Final = 14  # 四号
_MARGINS: Final = {"top": 37, "bottom": 35, "left": 28, "right": 26}


def new_document(title: str) -> Document:
    """Begin a document; nothing in it names a person or a program."""
    import docx
    from docx.shared import Mm

    page = docx.Document()
    for relation in [r for r in page.part.rels.values() if r.reltype.endswith(_OLD_STYLES)]:
        page.part.rels.pop(relation.rId)
    section = page.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for side, width in _MARGINS.items():
        setattr(section, f"{side}_margin", Mm(width))
    page.core_properties.title = title
    page.core_properties.author = ""
    return page


def document_bytes(page: Document) -> bytes:
    """The document as the bytes of a .docx."""
    whole = io.BytesIO()
    page.save(whole)
    return whole.getvalue()


def set_paragraph(
    paragraph: Any,
    text: str,
    face: str,
    size: int,
    *,
    align: str = "LEFT",
    line: int = LINE_HEIGHT,
    indent: bool = False,
    before: int = 0,
    after: int = 0,
    stays: bool = False,
) -> Any:
    """Set a paragraph and give its run: ``indent`` moves its first line in by two characters,
    ``stays`` keeps it on the page of the next one; sizes in points.
    """
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.font.bold = face == "title"
    name_font(run, chinese_text(f"notices.font.{face}"))
    shape = paragraph.paragraph_format
    paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, align)
    shape.line_spacing, shape.space_before, shape.space_after = Pt(line), Pt(before), Pt(after)
    shape.first_line_indent = Pt(2 * size) if indent else None
    shape.keep_with_next = stays
    return run


def name_font(run: Any, name: str) -> None:
    """Name the font for Chinese characters too, which python-docx leaves to the theme."""
    from docx.oxml.ns import qn

    run.font.name = name
    run._element.rPr.rFonts.set(qn("w:eastAsia"), name)  # noqa: SLF001 - there is no other way


def repeat_row(row: Any) -> None:
    """Repeat a table's row at the top of each page."""
    _mark(row, "w:tblHeader")


def keep_row_whole(row: Any) -> None:
    """Keep a table's row on one page."""
    _mark(row, "w:cantSplit")


def _mark(row: Any, name: str) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - there is no other way


def shade_cell(cell: Any, colour: str) -> None:
    """Fill a cell of a table with a colour, as six hexadecimal digits."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    fill = OxmlElement("w:shd")
    fill.set(qn("w:val"), "clear")
    fill.set(qn("w:color"), "auto")
    fill.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(fill)  # noqa: SLF001 - there is no other way


def separate_rows(cell: Any) -> None:
    """Leave white above and below a shaded cell, so that bars are apart."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:tcBorders")
    for side in ("top", "bottom"):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "48"), ("color", "FFFFFF")):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - there is no other way
    shading = properties.find(qn("w:shd"))
    if shading is None:
        properties.append(borders)
    else:
        shading.addprevious(borders)  # the order that the format asks for


def number_pages(page: Document) -> None:
    """Number pages between dashes, in the middle of the foot."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm

    section = page.sections[0]
    section.footer_distance = Mm(28)
    paragraph = section.footer.paragraphs[0]
    set_paragraph(paragraph, "— ", "footer", _FOOTER, align="CENTER", line=18)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = paragraph.add_run("1")
    field.append(run._r)  # noqa: SLF001 - there is no other way
    paragraph._p.append(field)  # noqa: SLF001
    set_paragraph(paragraph, " —", "footer", _FOOTER, align="CENTER", line=18)
