"""The file of a rulebook drafted from a form: rules with inputs and cases, every value's cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.drafting.form.draft import draft_form as draft_form
    from jixiao.drafting.form.model import DraftedForm as DraftedForm
    from jixiao.drafting.form.model import DraftedRow as DraftedRow
    from jixiao.drafting.form.model import Question as Question
    from jixiao.drafting.form.model import topics_of as topics_of
    from jixiao.drafting.form.toml import ASK_MARK as ASK_MARK
    from jixiao.drafting.form.toml import draft_text as draft_text
    from jixiao.drafting.form.word_table import DocxMissing as DocxMissing
    from jixiao.drafting.form.word_table import read_form as read_form
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "DocxMissing": "word_table",  # nothing is installed to read a Word document
            "read_form": "word_table",  # read a workbook, or the tables of a Word document
            "draft_form": "draft",  # draft the rulebook file of a form
            "DraftedForm": "model",  # a rulebook drafted, with cells and questions
            "DraftedRow": "model",  # what became of a row of a form
            "Question": "model",  # something that a form leaves open
            "topics_of": "model",  # what is asked, once a class
            "ASK_MARK": "toml",  # what a question in the file begins with
            "draft_text": "toml",  # the text of a drafted rulebook file
        },
    )
