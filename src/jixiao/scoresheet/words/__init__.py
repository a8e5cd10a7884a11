"""The words of scoresheets: labels in one form, vocabulary, the labels of a rulebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.scoresheet.words.columns import role_of_header as role_of_header
    from jixiao.scoresheet.words.department_names import department_key as department_key
    from jixiao.scoresheet.words.department_names import is_same_department as is_same_department
    from jixiao.scoresheet.words.department_names import key_without_office as key_without_office
    from jixiao.scoresheet.words.department_names import keys_without_place as keys_without_place
    from jixiao.scoresheet.words.index import Index as Index
    from jixiao.scoresheet.words.index import LabelPath as LabelPath
    from jixiao.scoresheet.words.index import index_of as index_of
    from jixiao.scoresheet.words.index import remembered as remembered
    from jixiao.scoresheet.words.labels import label_forms as label_forms
    from jixiao.scoresheet.words.labels import label_likeness as label_likeness
    from jixiao.scoresheet.words.labels import plain_label as plain_label
    from jixiao.scoresheet.words.labels import points_in_label as points_in_label
    from jixiao.scoresheet.words.labels import weighted_label as weighted_label
    from jixiao.scoresheet.words.vocabulary import DEPARTMENT as DEPARTMENT
    from jixiao.scoresheet.words.vocabulary import FOOTERS as FOOTERS
    from jixiao.scoresheet.words.vocabulary import GRADE as GRADE
    from jixiao.scoresheet.words.vocabulary import GRADE_NAMES as GRADE_NAMES
    from jixiao.scoresheet.words.vocabulary import NO as NO
    from jixiao.scoresheet.words.vocabulary import OF_WHICH as OF_WHICH
    from jixiao.scoresheet.words.vocabulary import PLAIN_SCORE as PLAIN_SCORE
    from jixiao.scoresheet.words.vocabulary import ROLE_OF as ROLE_OF
    from jixiao.scoresheet.words.vocabulary import SUM_WORDS as SUM_WORDS
    from jixiao.scoresheet.words.vocabulary import TOTAL as TOTAL
    from jixiao.scoresheet.words.vocabulary import VALUE_HEADERS as VALUE_HEADERS
    from jixiao.scoresheet.words.vocabulary import YEAR as YEAR
    from jixiao.scoresheet.words.vocabulary import YES as YES
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "department_key": "department_names",  # a department by its name
            "is_same_department": "department_names",  # whether two names mean one department
            "key_without_office": "department_names",  # a key without 局, 委员会 and the like
            "keys_without_place": "department_names",  # shorter forms of a key
            "role_of_header": "columns",  # the role of a column from its header text
            "Index": "index",  # look-ups of a rulebook's labels
            "LabelPath": "index",  # the labels that lead from a section to an indicator
            "remembered": "index",  # a text looked up once
            "index_of": "index",  # the look-ups of a rulebook, built once
            "label_forms": "labels",  # the keys that a label may go by, most literal first
            "label_likeness": "labels",  # how similar two keys are, 0 to 1
            "plain_label": "labels",  # a label in the form in which labels are compared
            "points_in_label": "labels",  # the points written into a label
            "weighted_label": "labels",  # a label with its weight taken out
            "DEPARTMENT": "vocabulary",  # labels of the department's name
            "FOOTERS": "vocabulary",  # words that begin a note or signature line
            "GRADE": "vocabulary",  # labels of the grade
            "GRADE_NAMES": "vocabulary",  # names of grades
            "NO": "vocabulary",  # words for no
            "OF_WHICH": "vocabulary",  # words that begin a row of which (其中)
            "PLAIN_SCORE": "vocabulary",  # heads of a score column that does not say whose
            "ROLE_OF": "vocabulary",  # column heads and the role of each
            "SUM_WORDS": "vocabulary",  # what a row of sums is called in any table
            "TOTAL": "vocabulary",  # labels of the total row
            "VALUE_HEADERS": "vocabulary",  # heads of a column of values
            "YEAR": "vocabulary",  # labels of the year
            "YES": "vocabulary",  # words for yes
        },
    )
