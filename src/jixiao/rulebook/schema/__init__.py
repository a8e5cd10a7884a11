"""The shape of a rulebook: plain values, validated by pydantic where a file is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.rulebook.schema.model import At as At
    from jixiao.rulebook.schema.model import Case as Case
    from jixiao.rulebook.schema.model import Ceilings as Ceilings
    from jixiao.rulebook.schema.model import FreeBlock as FreeBlock
    from jixiao.rulebook.schema.model import Grade as Grade
    from jixiao.rulebook.schema.model import Identity as Identity
    from jixiao.rulebook.schema.model import IfZero as IfZero
    from jixiao.rulebook.schema.model import Indicator as Indicator
    from jixiao.rulebook.schema.model import Input as Input
    from jixiao.rulebook.schema.model import InputKind as InputKind
    from jixiao.rulebook.schema.model import LayoutColumn as LayoutColumn
    from jixiao.rulebook.schema.model import NotApplicable as NotApplicable
    from jixiao.rulebook.schema.model import Part as Part
    from jixiao.rulebook.schema.model import Role as Role
    from jixiao.rulebook.schema.model import Rulebook as Rulebook
    from jixiao.rulebook.schema.model import Table as Table
    from jixiao.rulebook.schema.model import TableColumn as TableColumn
    from jixiao.rulebook.schema.model import Veto as Veto
    from jixiao.rulebook.schema.provenance import Provenance as Provenance
    from jixiao.rulebook.schema.report import ReportOutline as ReportOutline
    from jixiao.rulebook.schema.report import ReportSection as ReportSection
    from jixiao.rulebook.schema.survey import Questionnaires as Questionnaires
    from jixiao.rulebook.schema.survey import SurveyAnswer as SurveyAnswer
    from jixiao.rulebook.schema.survey import SurveyGroup as SurveyGroup
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "At": "model",  # where an input is on the scoresheet itself (money block)
            "Case": "model",  # a worked example: inputs and the score they must give
            "Ceilings": "model",  # most that bonus rows may add and malus rows take
            "FreeBlock": "model",  # a block of free rows in a target form
            "Grade": "model",  # a grade and its lower bound
            "Identity": "model",  # figures that must add up to each other
            "IfZero": "model",  # what a zero denominator means
            "Indicator": "model",  # a scored row of a rulebook
            "Input": "model",  # a basic figure (基础数据项) that a department types in
            "InputKind": "model",  # what an input measures: money, count, rate …
            "LayoutColumn": "model",  # a column of the scoresheet, with its label
            "NotApplicable": "model",  # when a row does not apply and what then happens
            "Part": "model",  # one part of an indicator's score, with its own rate
            "Provenance": "provenance",  # document, clause and page that something comes from
            "Questionnaires": "survey",  # how satisfaction is asked and counted
            "ReportOutline": "report",  # the sections of the 自评报告, in order
            "ReportSection": "report",  # one section of it, and which figures belong there
            "Role": "model",  # what a column of the scoresheet holds
            "Rulebook": "model",  # a whole 指标体系
            "SurveyAnswer": "survey",  # an answer of a questionnaire, and what it counts for
            "SurveyGroup": "survey",  # a group of respondents, and the row it belongs to
            "Table": "model",  # a repeating table (重点项目) on its own sheet
            "TableColumn": "model",  # a column of a repeating table
            "Veto": "model",  # one breach that decides: a row, a section, the total, the grade
        },
    )
