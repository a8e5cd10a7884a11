"""The questionnaire on satisfaction, a .docx of one page that is printed and handed out."""

from __future__ import annotations

from jixiao.finding import chinese_text
from jixiao.rulebook import Questionnaires
from jixiao.writing.docx_page import (
    TABLE_SIZE,
    TITLE_SIZE,
    document_bytes,
    new_document,
    set_paragraph,
)

_SIZE = 14
_LINE = 24
_GAP = "　　"


def questionnaire_of(
    asked: Questionnaires, *, department: str | None = None, year: int | None = None
) -> bytes:
    """Write the questionnaire of a rulebook: its questions, the overall one last, its answers."""
    title = _say(
        "title",
        department=department or "",
        year=_say("year", year=year) if year else "",
    )
    page = new_document(title)

    def line(text: str, size: int = _SIZE, **look: object) -> None:
        set_paragraph(page.add_paragraph(), text, "body", size, line=_LINE, **look)  # type: ignore[arg-type]

    set_paragraph(
        page.add_paragraph(), title, "title", TITLE_SIZE, align="CENTER", line=34, after=12
    )
    line(_say("opening"), indent=True, after=10)
    if len(asked.groups) > 1:
        boxes = [_say("box", label=group.name) for group in asked.groups]
        line(_say("group") + _GAP.join(boxes), after=8)
    questions = asked.questions or tuple(_say("questions").split("|"))
    answers = _GAP.join(_say("box", label=answer.label) for answer in asked.answers)
    for number, text in enumerate((*questions, _say("overall")), 1):
        line(_say("question", number=number, text=text), stays=True, before=4)
        line(answers, indent=True)
    line(_say("advice"), before=6, stays=True)
    for _ in range(3):
        line(_say("line"))
    line(_say("thanks"), align="RIGHT", before=6)
    line(_say("day"), TABLE_SIZE, align="RIGHT")
    return document_bytes(page)


def _say(id_: str, **values: object) -> str:
    return chinese_text(f"questionnaire.{id_}", **values)
