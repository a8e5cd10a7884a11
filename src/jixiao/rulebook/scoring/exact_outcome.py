"""What exact figures are worth, and no more: no bounds, no trace, no parts put into words.

A search for causes asks this hundreds of times of one return; a plain indicator, which most are, is
answered from its trees alone.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from jixiao.figures import round_half_up
from jixiao.formula import evaluate_formula as value_of
from jixiao.rulebook.outcome import Figures, Outcome, OutcomeState
from jixiao.rulebook.schema import Indicator, Rulebook
from jixiao.rulebook.scoring.evaluate import evaluate_indicator
from jixiao.rulebook.scoring.plan import IndicatorPlan, PartPlan, plan_indicator


class ExactScore(NamedTuple):
    """How far an evaluation got, the rates of its parts (of a plain one: its own), its score.

    ``rate`` is the one in the 实际值 column.
    """

    state: OutcomeState
    rates: tuple[Fraction | None, ...]
    score: Fraction | None
    rate: Fraction | None

    @classmethod
    def of(cls, outcome: Outcome) -> ExactScore:
        """What of an outcome does not rest on bounds."""
        rates = tuple(part.rate for part in outcome.parts) or (outcome.rate,)
        return cls(outcome.state, rates, outcome.score, outcome.rate)


def exact_score(
    rulebook: Rulebook, indicator: Indicator, figures: Figures, weight: Fraction | None = None
) -> ExactScore:
    """Score an indicator as ``evaluate_indicator`` does, from figures taken as exact."""
    plan = plan_indicator(rulebook, indicator, weight)
    found = _plain_score(plan.parts[0], figures, rulebook.digits) if _is_plain(plan) else None
    if found is not None:
        return found
    outcome = evaluate_indicator(rulebook, indicator, figures, traced=False, weight=weight)
    return ExactScore.of(outcome)


def _is_plain(plan: IndicatorPlan) -> bool:
    """Whether a score rests on the figures of a single part, and on no table."""
    return len(plan.parts) == 1 and not (
        plan.tables or plan.vetoes or plan.gifts or plan.applies_not is not None
    )


def _plain_score(part: PartPlan, figures: Figures, digits: int) -> ExactScore | None:
    """The score of one part; None where anything is in the way of a number."""
    rule, values = part.rule, dict[str, Fraction]()
    for name in part.inputs:
        figure = figures.inputs.get(name)
        if figure is None:
            return None
        values[name] = figure.exact
    if rule.tree is None or any(value_of(zero, values) for zero in part.zeros):
        return None
    rate = None
    if part.rate is not None:
        rate = values["x"] = value_of(part.rate, values)
    if rule.decided is not None and not value_of(rule.decided, values):
        return None
    points = value_of(rule.tree, values)
    score = round_half_up(points, digits)
    return ExactScore(OutcomeState.COMPUTED, (rate,), score, rate)
