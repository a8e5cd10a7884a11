"""The closed union of the kinds of scoring rule: to add a kind, write its file and name it here.

A kind has ``compile`` (its tree, sentence and trace), ``lint`` and ``uses``; one that lacks any of
them is a type error where the union is used.
"""

from __future__ import annotations

import typing
from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated

from jixiao.rulebook.kinds.cases import Cases
from jixiao.rulebook.kinds.checklist import Checklist
from jixiao.rulebook.kinds.choice import Choice
from jixiao.rulebook.kinds.deduct import Deduct
from jixiao.rulebook.kinds.deductions import Deductions
from jixiao.rulebook.kinds.expression import Expression
from jixiao.rulebook.kinds.interpolation import Interpolation
from jixiao.rulebook.kinds.item import ItemScore
from jixiao.rulebook.kinds.judged import Judged
from jixiao.rulebook.kinds.ladder import Ladder
from jixiao.rulebook.kinds.linear import Linear
from jixiao.rulebook.kinds.measure import Measure
from jixiao.rulebook.kinds.rule import AskedInput, Rule, Setting
from jixiao.rulebook.kinds.target import Target
from jixiao.rulebook.kinds.written import ByKind, WrittenRule

Score = Annotated[
    Judged
    | Deduct
    | Deductions
    | Ladder
    | Linear
    | Interpolation
    | Cases
    | Expression
    | Checklist
    | Choice
    | ItemScore
    | Target,
    ByKind(),
]

SCORE_KINDS: dict[str, type[WrittenRule]] = {
    typing.get_args(typing.get_type_hints(kind)["kind"])[0]: kind
    for kind in typing.get_args(typing.get_args(Score)[0])
}
"""The kinds by the name that a rulebook writes."""


def compile_rule(
    score: Score, weight: Fraction, unit: str, inputs: Mapping[str, AskedInput]
) -> Rule:
    """Make a rule ready for a weight in points and a rate in ``unit``."""
    return score.compile(Setting(weight, Measure(unit), inputs))
