"""What a form says of its own rules: scoring standards read out of the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.drafting.form import ASK_MARK as ASK_MARK
    from jixiao.drafting.form import DocxMissing as DocxMissing
    from jixiao.drafting.form import DraftedForm as DraftedForm
    from jixiao.drafting.form import draft_form as draft_form
    from jixiao.drafting.form import draft_text as draft_text
    from jixiao.drafting.form import read_form as read_form
    from jixiao.drafting.form import topics_of as topics_of
    from jixiao.drafting.grammar import Unread as Unread
    from jixiao.drafting.sheet import FORM_PREFIX as FORM_PREFIX
    from jixiao.drafting.sheet import FormSeen as FormSeen
    from jixiao.drafting.sheet import draft_of as draft_of
    from jixiao.drafting.sheet import draft_rulebook as draft_rulebook
    from jixiao.drafting.sheet import for_return as for_return
    from jixiao.drafting.sheet import form_of as form_of
    from jixiao.drafting.sheet import framework_of as framework_of
    from jixiao.drafting.sheet import usual_of as usual_of
    from jixiao.drafting.sheet import without_own_words as without_own_words
    from jixiao.drafting.standard import Answer as Answer
    from jixiao.drafting.standard import Completeness as Completeness
    from jixiao.drafting.standard import OpenPoint as OpenPoint
    from jixiao.drafting.standard import PartReading as PartReading
    from jixiao.drafting.standard import StandardReading as StandardReading
    from jixiao.drafting.standard import attainable_of as attainable_of
    from jixiao.drafting.standard import attainable_scores as attainable_scores
    from jixiao.drafting.standard import read_standard as read_standard
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "DocxMissing": "form",  # nothing is installed to read a Word document
            "read_form": "form",  # read a workbook, or the tables of a Word document
            "ASK_MARK": "form",  # what a question in a drafted file begins with
            "DraftedForm": "form",  # a rulebook drafted from a form, with cells and questions
            "draft_form": "form",  # draft the rulebook file of a form
            "draft_text": "form",  # the text of a drafted rulebook file
            "topics_of": "form",  # what a draft asks, once a class
            "Unread": "grammar",  # words of a standard that were not understood
            "FORM_PREFIX": "sheet",  # what the key of a form begins with
            "FormSeen": "sheet",  # the form that a sheet is of
            "draft_of": "sheet",  # the rulebook for all returns of a form
            "for_return": "sheet",  # the rulebook of a form over what one return says
            "form_of": "sheet",  # show the form that a sheet is of
            "usual_of": "sheet",  # which return of a form to draft from
            "without_own_words": "sheet",  # a standard without what a return says of itself
            "draft_rulebook": "sheet",  # a rulebook out of a form's own words and points
            "framework_of": "sheet",  # the national framework with the weights of the sheet
            "Answer": "standard",  # a point of a list: what is asked and its points
            "Completeness": "standard",  # how much of a standard was understood
            "OpenPoint": "standard",  # what the words of a standard leave to a person
            "PartReading": "standard",  # one of several rules that are added up
            "StandardReading": "standard",  # a standard read
            "attainable_of": "standard",  # the scores that a standard can give
            "attainable_scores": "standard",  # the scores that a rule can give
            "read_standard": "standard",  # read a standard: its rule, and what it leaves open
        },
    )
