"""A rulebook drafted in memory from the sheet in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.drafting.sheet.draft import draft_rulebook as draft_rulebook
    from jixiao.drafting.sheet.draft import for_return as for_return
    from jixiao.drafting.sheet.forms import draft_of as draft_of
    from jixiao.drafting.sheet.forms import form_of as form_of
    from jixiao.drafting.sheet.forms import usual_of as usual_of
    from jixiao.drafting.sheet.framework import framework_ids as framework_ids
    from jixiao.drafting.sheet.framework import framework_of as framework_of
    from jixiao.drafting.sheet.model import FORM_PREFIX as FORM_PREFIX
    from jixiao.drafting.sheet.model import FormSeen as FormSeen
    from jixiao.drafting.sheet.standards import without_own_words as without_own_words
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "draft_rulebook": "draft",  # a rulebook out of a form's own words and points
            "for_return": "draft",  # the rulebook of a form over what one return says
            "FORM_PREFIX": "model",  # what the key of a form begins with
            "FormSeen": "model",  # the form that a sheet is of
            "draft_of": "forms",  # the rulebook for all returns of a form
            "form_of": "forms",  # show the form that a sheet is of
            "usual_of": "forms",  # which return of a form to draft from
            "without_own_words": "standards",  # a standard without what a return says of itself
            "framework_ids": "framework",  # the framework's ids for rows of a form
            "framework_of": "framework",  # the national framework with the weights of the sheet
        },
    )
