"""Lower any scoring rule of a rulebook onto a weight: the one place that knows all kinds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from jixiao.rulebook.kinds.deduct import compile_deduct, compile_deductions
from jixiao.rulebook.kinds.judged import compile_item, compile_judged
from jixiao.rulebook.kinds.ladder import compile_cases, compile_ladder
from jixiao.rulebook.kinds.linear import compile_expression, compile_linear
from jixiao.rulebook.kinds.listed import compile_checklist, compile_choice
from jixiao.rulebook.kinds.measure import Measure
from jixiao.rulebook.kinds.rule import Rule
from jixiao.rulebook.kinds.target import target_sentence
from jixiao.rulebook.schema import (
    Cases,
    Checklist,
    Choice,
    Deduct,
    Deductions,
    Expression,
    Input,
    ItemScore,
    Judged,
    Ladder,
    Linear,
    Score,
    Target,
)

Inputs = Mapping[str, Input]

_LOWERING: dict[type[Any], Callable[[Any, Fraction, Measure, Inputs], Rule]] = {
    Deduct: lambda score, weight, measure, _: compile_deduct(score, weight, measure),
    Deductions: lambda score, weight, _, __: compile_deductions(score, weight),
    Ladder: lambda score, weight, measure, _: compile_ladder(score, weight, measure),
    Linear: lambda score, weight, measure, _: compile_linear(score, weight, measure),
    Cases: lambda score, weight, _, inputs: compile_cases(score, weight, inputs),
    Expression: lambda score, weight, _, __: compile_expression(score, weight),
    Checklist: lambda score, _, __, inputs: compile_checklist(score, inputs),
    Choice: lambda score, _, __, inputs: compile_choice(score, inputs),
    Judged: lambda score, weight, _, __: compile_judged(score, weight),
    ItemScore: lambda score, weight, _, __: compile_item(score, weight),
    Target: lambda score, _, __, ___: Rule(sentence=target_sentence(score)),
}


def compile_rule(score: Score, weight: Fraction, unit: str, inputs: Inputs) -> Rule:
    """Make a rule ready for a weight in points and a rate in ``unit``."""
    return _LOWERING[type(score)](score, weight, Measure(unit), inputs)
