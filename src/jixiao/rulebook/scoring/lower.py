"""Lower any scoring rule of a rulebook onto a weight: the one place that knows all kinds."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

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


def lower(score: Score, weight: Fraction, unit: str, inputs: Mapping[str, Input]) -> Rule:
    """Make a rule ready for a weight in points and a rate in ``unit``."""
    measure = Measure(unit)
    match score:
        case Deduct():
            return lower_deduct(score, weight, measure)
        case Deductions():
            return lower_deductions(score, weight)
        case Ladder():
            return lower_ladder(score, weight, measure)
        case Linear():
            return lower_linear(score, weight, measure)
        case Cases():
            return lower_cases(score, weight)
        case Expression():
            return lower_expression(score, weight)
        case Checklist():
            return lower_checklist(score, inputs)
        case Choice():
            return lower_choice(score, inputs)
        case Judged():
            return lower_judged(score, weight)
        case ItemScore():
            return lower_item(score, weight)
        case Target():
            return Rule(sentence=target_sentence(score))
