"""Lower any scoring rule of a rulebook onto a weight: the one place that knows all kinds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from jixiao.rulebook.model import Input
from jixiao.rulebook.scores import (
    Cases,
    Checklist,
    Choice,
    Deduct,
    Deductions,
    Expression,
    ItemScore,
    Judged,
    Ladder,
    Linear,
    Score,
    Target,
)
from jixiao.rulebook.scoring.deduct import lower_deduct, lower_deductions
from jixiao.rulebook.scoring.judged import lower_item, lower_judged
from jixiao.rulebook.scoring.ladder import lower_cases, lower_ladder
from jixiao.rulebook.scoring.linear import lower_expression, lower_linear
from jixiao.rulebook.scoring.listed import lower_checklist, lower_choice
from jixiao.rulebook.scoring.measure import Measure
from jixiao.rulebook.scoring.rule import Rule
from jixiao.rulebook.scoring.target import target_sentence

Inputs = Mapping[str, Input]

_LOWERING: dict[type[Any], Callable[[Any, Fraction, Measure, Inputs], Rule]] = {
    Deduct: lambda score, weight, measure, _: lower_deduct(score, weight, measure),
    Deductions: lambda score, weight, _, __: lower_deductions(score, weight),
    Ladder: lambda score, weight, measure, _: lower_ladder(score, weight, measure),
    Linear: lambda score, weight, measure, _: lower_linear(score, weight, measure),
    Cases: lambda score, weight, _, inputs: lower_cases(score, weight, inputs),
    Expression: lambda score, weight, _, __: lower_expression(score, weight),
    Checklist: lambda score, _, __, inputs: lower_checklist(score, inputs),
    Choice: lambda score, _, __, inputs: lower_choice(score, inputs),
    Judged: lambda score, weight, _, __: lower_judged(score, weight),
    ItemScore: lambda score, weight, _, __: lower_item(score, weight),
    Target: lambda score, _, __, ___: Rule(sentence=target_sentence(score)),
}


def lower(score: Score, weight: Fraction, unit: str, inputs: Inputs) -> Rule:
    """Make a rule ready for a weight in points and a rate in ``unit``."""
    return _LOWERING[type(score)](score, weight, Measure(unit), inputs)
