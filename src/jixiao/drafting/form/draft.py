"""Draft the file of a rulebook from a form: everything it says, each value with its cell.

What a person must decide is asked at its place; a row whose standard was not wholly read is judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import PurePath

from jixiao.drafting.form.columns import drafted_columns
from jixiao.drafting.form.model import DraftedForm
from jixiao.drafting.form.open_draft import FormDraft
from jixiao.drafting.form.rows import with_rows
from jixiao.drafting.sheet import draft_rulebook
from jixiao.finding import text_of
from jixiao.rulebook import Grade, Rulebook
from jixiao.scoresheet import Outline

_SHEET = "评分表"
_OF_A_DOCUMENT = re.compile(r"表\d+")  # a table of a Word document


def draft_form(outline: Outline, source: str, ident: str | None = None) -> DraftedForm:
    """Draft the rulebook of a form; ``source`` is the name of its file."""
    draft = FormDraft(outline, source, ident)
    plain = draft_rulebook(outline, is_fixed=_is_fixed(outline))
    head = draft.masthead
    title = draft.say(("title",), head.title)
    document = draft.say(("clause",), head.document)
    year = draft.say(("year",), head.year)
    book = plain.changed(
        id=draft.ident,
        draft=True,
        sheet=_SHEET if _OF_A_DOCUMENT.fullmatch(plain.sheet) else plain.sheet,
        name=title or PurePath(source).stem,
        title=title or plain.title,
        year=int(year) if year else None,
        place=draft.say(("place",), head.place) or "",
        digits=int(draft.say(("digits",), head.digits) or 2),
        clause=document or "",
        provenance=draft.provenance(),
        columns=tuple(drafted_columns(draft, plain.columns)),
        grades=tuple(_grades(draft, plain.total)),
    )
    book = with_rows(draft, book)
    _ask_of_the_whole(draft, book)
    draft.remarks[("total",)] = tuple(f"{note.cell}：{note.value}" for note in head.notes)
    return DraftedForm(
        rulebook=book,
        source=PurePath(source).name,
        cells=draft.cells,
        remarks=draft.remarks,
        questions=tuple(draft.questions),
        rows=tuple(draft.rows),
    )


def _is_fixed(outline: Outline) -> bool:
    """Whether the rows are those of every department: most have a scoring standard."""
    return 2 * sum(1 for row in outline.rows if row.standard) >= len(outline.rows) > 0


def _grades(draft: FormDraft, total: Decimal) -> Iterator[Grade]:
    """The grades as stated; none where the points of the form cannot reach them."""
    stated = draft.masthead.grades
    if any(grade.least > total for grade in stated):
        text = text_of("drafting.ask.grades-high").fill(least=stated[0].least, total=total)
        draft.ask("grades-high", ("grades",), "", text)
        return
    for n, grade in enumerate(draft.masthead.grades):
        draft.cells["grades", n, "min"] = grade.cell
        yield Grade(name=grade.name, min=grade.least)


def _ask_of_the_whole(draft: FormDraft, book: Rulebook) -> None:
    """What concerns the form as a whole."""
    weights = [one.weight for one in book.indicators] + [one.weight for one in book.blocks]
    summed = sum((w for w in weights if w is not None), Decimal(0))
    if None not in weights and summed != book.total:
        text = text_of("drafting.ask.total").fill(summed=f"{summed:f}", total=f"{book.total:f}")
        draft.ask("total", ("total",), "", text)
    if not book.year:
        draft.ask("year", ("year",))
    if not book.clause:
        draft.ask("document", ("clause",))
    if not book.grades and not draft.masthead.grades:
        draft.ask("grades", ("grades",))
