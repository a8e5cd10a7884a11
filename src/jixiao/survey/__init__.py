"""Questionnaires on satisfaction: read, counted by a rulebook, held against a scoresheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.survey.answers import meanings_of as meanings_of
    from jixiao.survey.compare import SurveyComparison as SurveyComparison
    from jixiao.survey.compare import SurveyFill as SurveyFill
    from jixiao.survey.compare import compare_survey as compare_survey
    from jixiao.survey.count import count_survey as count_survey
    from jixiao.survey.model import FormState as FormState
    from jixiao.survey.model import GroupResult as GroupResult
    from jixiao.survey.model import QuestionTally as QuestionTally
    from jixiao.survey.model import SurveyResult as SurveyResult
    from jixiao.survey.model import SurveyWish as SurveyWish
    from jixiao.survey.respondents import group_named as group_named
    from jixiao.survey.sample import percentage_points as percentage_points
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "meanings_of": "answers",  # what a user says that answers mean
            "SurveyComparison": "compare",  # what a scoresheet says of a survey
            "SurveyFill": "compare",  # an input that a survey fills in
            "compare_survey": "compare",  # hold a survey against a scoresheet
            "count_survey": "count",  # questionnaires become satisfaction and score
            "group_named": "respondents",  # the group of respondents of that name
            "FormState": "model",  # whether a form counts, and if not, why
            "GroupResult": "model",  # what the forms of one group come to
            "QuestionTally": "model",  # how one question was answered
            "SurveyResult": "model",  # the whole survey by one rulebook
            "SurveyWish": "model",  # what the user says beside the forms
            "percentage_points": "sample",  # a share in percentage points, rounded up
        },
    )
