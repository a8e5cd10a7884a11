"""What a survey needs before it begins: the questionnaire to print, the sheet to count in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.writing.survey.counting_book import counting_book_of as counting_book_of
    from jixiao.writing.survey.questionnaire import questionnaire_of as questionnaire_of
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "counting_book_of": "counting_book",  # the counting sheet, an .xlsx
            "questionnaire_of": "questionnaire",  # the questionnaire, a .docx
        },
    )
