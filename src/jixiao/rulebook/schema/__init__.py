"""The shape of a rulebook: its values as validated by pydantic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.rulebook.schema.model import At as At
    from jixiao.rulebook.schema.model import Case as Case
    from jixiao.rulebook.schema.model import Ceilings as Ceilings
    from jixiao.rulebook.schema.model import FreeBlock as FreeBlock
    from jixiao.rulebook.schema.model import Identity as Identity
    from jixiao.rulebook.schema.model import IfZero as IfZero
    from jixiao.rulebook.schema.model import Indicator as Indicator
    from jixiao.rulebook.schema.model import Input as Input
    from jixiao.rulebook.schema.model import InputKind as InputKind
    from jixiao.rulebook.schema.model import Part as Part
    from jixiao.rulebook.schema.model import Provenance as Provenance
    from jixiao.rulebook.schema.model import Role as Role
    from jixiao.rulebook.schema.model import Rulebook as Rulebook
    from jixiao.rulebook.schema.model import Table as Table
    from jixiao.rulebook.schema.model import TableColumn as TableColumn
    from jixiao.rulebook.schema.ranges import RateRange as RateRange
    from jixiao.rulebook.schema.ranges import parse_amount as parse_amount
    from jixiao.rulebook.schema.ranges import parse_range as parse_range
    from jixiao.rulebook.schema.scores import Cases as Cases
    from jixiao.rulebook.schema.scores import CaseStep as CaseStep
    from jixiao.rulebook.schema.scores import Checklist as Checklist
    from jixiao.rulebook.schema.scores import Choice as Choice
    from jixiao.rulebook.schema.scores import Deduct as Deduct
    from jixiao.rulebook.schema.scores import Deductions as Deductions
    from jixiao.rulebook.schema.scores import Elsewhere as Elsewhere
    from jixiao.rulebook.schema.scores import Expression as Expression
    from jixiao.rulebook.schema.scores import ItemScore as ItemScore
    from jixiao.rulebook.schema.scores import Judged as Judged
    from jixiao.rulebook.schema.scores import Ladder as Ladder
    from jixiao.rulebook.schema.scores import Linear as Linear
    from jixiao.rulebook.schema.scores import Loss as Loss
    from jixiao.rulebook.schema.scores import Mode as Mode
    from jixiao.rulebook.schema.scores import Score as Score
    from jixiao.rulebook.schema.scores import Target as Target
    from jixiao.rulebook.schema.scores import Tier as Tier
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "At": "model",  # where an input is on the scoresheet itself (money block)
            "Case": "model",  # a worked example: inputs and the score they must give
            "Ceilings": "model",  # most that bonus rows may add and malus rows take
            "FreeBlock": "model",  # a block of free rows in a target form
            "Identity": "model",  # figures that must add up to each other
            "IfZero": "model",  # what a zero denominator means
            "Indicator": "model",  # a scored row of a rulebook
            "Input": "model",  # a basic figure (基础数据项) that a department types in
            "InputKind": "model",  # what an input measures: money, count, rate …
            "Part": "model",  # one part of an indicator's score, with its own rate
            "Provenance": "model",  # document, clause and page that something comes from
            "Role": "model",  # what a column of the scoresheet holds
            "Rulebook": "model",  # a whole 指标体系
            "Table": "model",  # a repeating table (重点项目) on its own sheet
            "TableColumn": "model",  # a column of a repeating table
            "RateRange": "ranges",  # all numbers between two ends
            "parse_amount": "ranges",  # read a number or a percentage exactly
            "parse_range": "ranges",  # read a range
            "CaseStep": "scores",  # a condition over inputs with its name and points
            "Cases": "scores",  # score kind: the first condition that holds gives the points
            "Checklist": "scores",  # score kind: points of all items answered 是
            "Choice": "scores",  # score kind: points by the option chosen
            "Deduct": "scores",  # score kind: full marks inside a range, less outside
            "Deductions": "scores",  # score kind: several deductions from full marks
            "Elsewhere": "scores",  # what holds outside all ranges of a rule
            "Expression": "scores",  # score kind: points by a formula
            "ItemScore": "scores",  # score kind: a typed score or coefficient × weight
            "Judged": "scores",  # score kind: a person judges
            "Ladder": "scores",  # score kind: steps over the rate
            "Linear": "scores",  # score kind: points in proportion to the rate
            "Loss": "scores",  # points lost for each step outside a range
            "Mode": "scores",  # how steps count: whole, started or pro rata
            "Score": "scores",  # any score kind
            "Target": "scores",  # score kind: a free row against its own target
            "Tier": "scores",  # a qualitative tier (好, 较好, 差) with its range of points
        },
    )
