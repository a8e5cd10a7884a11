"""The words of scoresheets: labels in one form, vocabulary, the labels of a rulebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.scoresheet.words.columns import role_of_header as role_of_header
    from jixiao.scoresheet.words.index import Index as Index
    from jixiao.scoresheet.words.index import LabelPath as LabelPath
    from jixiao.scoresheet.words.index import index_of as index_of
    from jixiao.scoresheet.words.labels import label_forms as label_forms
    from jixiao.scoresheet.words.labels import label_likeness as label_likeness
    from jixiao.scoresheet.words.labels import plain_label as plain_label
    from jixiao.scoresheet.words.labels import weighted_label as weighted_label
    from jixiao.scoresheet.words.vocabulary import DEPARTMENT as DEPARTMENT
    from jixiao.scoresheet.words.vocabulary import FOOTERS as FOOTERS
    from jixiao.scoresheet.words.vocabulary import GRADE as GRADE
    from jixiao.scoresheet.words.vocabulary import GRADE_NAMES as GRADE_NAMES
    from jixiao.scoresheet.words.vocabulary import MARKERS as MARKERS
    from jixiao.scoresheet.words.vocabulary import NO as NO
    from jixiao.scoresheet.words.vocabulary import OF_WHICH as OF_WHICH
    from jixiao.scoresheet.words.vocabulary import PLAIN_SCORE as PLAIN_SCORE
    from jixiao.scoresheet.words.vocabulary import ROLE_OF as ROLE_OF
    from jixiao.scoresheet.words.vocabulary import TOTAL as TOTAL
    from jixiao.scoresheet.words.vocabulary import VALUE_HEADERS as VALUE_HEADERS
    from jixiao.scoresheet.words.vocabulary import YEAR as YEAR
    from jixiao.scoresheet.words.vocabulary import YES as YES
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "role_of_header": "columns",  # The role of a header text
            "Index": "index",  # Look-ups for one rulebook
            "LabelPath": "index",
            "index_of": "index",  # The index of a rulebook object, built once
            "label_forms": "labels",  # The keys a label may go by, the most literal first
            # How alike two keys are, 0 to 1, by shared pairs of neighbouring characters
            "label_likeness": "labels",
            "plain_label": "labels",  # Bring a label to its comparison key
            "weighted_label": "labels",  # Take the weight out of a label
            "DEPARTMENT": "vocabulary",
            "FOOTERS": "vocabulary",
            "GRADE": "vocabulary",
            "GRADE_NAMES": "vocabulary",
            "MARKERS": "vocabulary",
            "NO": "vocabulary",
            "OF_WHICH": "vocabulary",
            "PLAIN_SCORE": "vocabulary",
            "ROLE_OF": "vocabulary",
            "TOTAL": "vocabulary",
            "VALUE_HEADERS": "vocabulary",
            "YEAR": "vocabulary",
            "YES": "vocabulary",
        },
    )
