"""The letter to a department, a .docx set as official letters are; needs python-docx."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from jixiao.writing.docx_page import (
    BODY_SIZE,
    TABLE_SIZE,
    TITLE_SIZE,
    document_bytes,
    keep_row_whole,
    new_document,
    number_pages,
    repeat_row,
    set_paragraph,
)
from jixiao.writing.notices.model import Notice, NoticeHead, NoticeItem

if TYPE_CHECKING:
    from docx.document import Document

_TITLE, _BODY, _TABLE = TITLE_SIZE, BODY_SIZE, TABLE_SIZE
_LINE = 24  # points: so that a letter of one cause is one page
_WIDTHS = (13, 31, 56, 56)  # millimetres of the table's columns: together the width of the text


def letter_of(notice: Notice, head: NoticeHead) -> bytes:
    """Write the letter; the bytes of a .docx."""
    page = new_document(head.title(notice).replace("\n", ""))
    _paragraph(page, head.title(notice), "title", _TITLE, align="CENTER", line=34)
    _paragraph(page, head.numbered, "body", _BODY, align="CENTER", after=12)
    _paragraph(page, head.say("notices.addressee", name=notice.department), "body", _BODY)
    _paragraph(page, head.opening(notice), "body", _BODY, indent=True)
    _write_items(page, notice, head)
    _write_requirements(page, notice, head)
    _write_signatures(page, head)
    number_pages(page)
    return document_bytes(page)


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
    _paragraph(page, title, "heading", _BODY, indent=True, stays=True, before=6)
    said = _requirements(notice)
    for place, id_ in enumerate(said, 1):
        text = head.say(id_, count=notice.folded)
        clause = head.say("notices.clause", number=place, text=text)
        is_last = place == len(said)  # stays with the signatures: they have no page of their own
        _paragraph(page, clause, "body", _BODY, indent=True, stays=is_last)
    if notice.copy:
        text = head.say("notices.attachment", copy=notice.copy)
        _paragraph(page, text, "body", _BODY, indent=True, before=8, stays=True)


def _requirements(notice: Notice) -> list[str]:
    """What holds for this return: one that cannot be used is filled anew, not mended."""
    if notice.reason:
        return ["notices.requirement.anew", "notices.requirement.send"]
    folded = ["notices.requirement.folded"] if notice.folded else []
    reply = "notices.requirement.reply" if notice.copy else "notices.requirement.reply-bare"
    return ["notices.requirement.sheet", *folded, "notices.requirement.send", reply]


def _write_signatures(page: Document, head: NoticeHead) -> None:
    """Leave room for name and seal, for who checked, for who received."""
    _paragraph(
        page, head.say("notices.signed"), "body", _BODY, align="RIGHT", before=12, stays=True
    )
    _paragraph(page, head.written(head.day), "body", _BODY, align="RIGHT", stays=True, after=8)
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
    repeat_row(table.rows[0])
    for number, one in enumerate(items, 1):
        place = "\n".join(filter(None, (one.place, one.indicator))) or head.say("notices.whole")
        row = table.add_row()
        _fill(row, (str(number), place, one.problem, one.remedy), "body")
        keep_row_whole(row)


def _fill(row: Any, texts: Sequence[str], face: str) -> None:
    from docx.shared import Mm

    for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        cell.width = Mm(_WIDTHS[place])
        align = "CENTER" if place == 0 or face == "heading" else "LEFT"
        set_paragraph(cell.paragraphs[0], text, face, _TABLE, align=align, line=18)


def _paragraph(page: Document, text: str, face: str, size: int, **look: Any) -> None:
    set_paragraph(page.add_paragraph(), text, face, size, **{"line": _LINE, **look})
