"""What a rulebook holds, as validated values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.rulebook.schema import scores as scores
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
            # The closed set of scoring rules (评分标准) as written; ``scoring`` gives them meaning
            "scores": "scores",
            "At": "model",  # Where an input stands on the scoresheet itself (money block)
            "Case": "model",  # A worked example
            "Ceilings": "model",  # Most that bonus rows may add and malus rows may take, in points
            "FreeBlock": "model",  # A block of free rows
            "Identity": "model",  # Figures that must fit together
            "IfZero": "model",
            "Indicator": "model",  # A scored row
            "Input": "model",  # A basic figure (基础数据项) that a department types in
            "InputKind": "model",
            "Part": "model",  # One summand of an indicator's score with its own rate (支付进度率
            "Provenance": "model",  # Where something comes from
            "Role": "model",  # What a column of the scoresheet holds
            "Rulebook": "model",  # A whole 指标体系
            "Table": "model",  # A repeating table (重点项目) on its own sheet
            "TableColumn": "model",  # A column of a repeating table
            "RateRange": "ranges",  # All numbers between two ends
            "parse_amount": "ranges",  # Read a number or a percentage exactly
            "parse_range": "ranges",  # Read a range
            # A condition over inputs, what it is called and its points (a number or a formula)
            "CaseStep": "scores",
            "Cases": "scores",  # The first condition that holds gives the points
            "Checklist": "scores",  # Points of all items answered 是
            "Choice": "scores",  # Points by the option chosen in a ``choice`` input
            "Deduct": "scores",  # Full marks inside ``full``, less outside, never below 0
            # Several deductions from full marks, each with its own cap, never below 0
            "Deductions": "scores",
            "Elsewhere": "scores",
            # Points by a formula over the rate ``x``, ``weight`` and inputs, kept within 0 and wei
            "Expression": "scores",
            # A typed 0 to ``out_of`` score or coefficient × weight (折算得分)
            "ItemScore": "scores",
            "Judged": "scores",  # A person judges
            "Ladder": "scores",  # Steps over the rate
            # weight × rate ÷ target (``higher``) or weight × target ÷ rate (``lower``), 0 to weigh
            "Linear": "scores",
            # ``points`` lost for each ``step`` by which the rate leaves ``full``, at most ``cap``
            "Loss": "scores",
            "Mode": "scores",
            "Score": "scores",
            "Target": "scores",  # A free row against its own target
            "Tier": "scores",  # A qualitative tier
        },
    )
