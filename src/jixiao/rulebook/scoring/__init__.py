"""Plan an indicator once and evaluate it: outcome, bounds and trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.rulebook.scoring.evaluate import evaluate_indicator as evaluate_indicator
    from jixiao.rulebook.scoring.evaluate import evaluate_rate as evaluate_rate
    from jixiao.rulebook.scoring.evaluate import gained_weight as gained_weight
    from jixiao.rulebook.scoring.exact_outcome import ExactScore as ExactScore
    from jixiao.rulebook.scoring.exact_outcome import exact_score as exact_score
    from jixiao.rulebook.scoring.free_row import evaluate_row as evaluate_row
    from jixiao.rulebook.scoring.plan import IndicatorPlan as IndicatorPlan
    from jixiao.rulebook.scoring.plan import PartPlan as PartPlan
    from jixiao.rulebook.scoring.plan import VetoPlan as VetoPlan
    from jixiao.rulebook.scoring.plan import divisors as divisors
    from jixiao.rulebook.scoring.plan import plan_indicator as plan_indicator
    from jixiao.rulebook.scoring.plan import plan_vetoes as plan_vetoes
    from jixiao.rulebook.scoring.plan import weight_of as weight_of
    from jixiao.rulebook.scoring.plan import zero_tests as zero_tests
    from jixiao.rulebook.scoring.rows import rows_for as rows_for
    from jixiao.rulebook.scoring.sums import add_points as add_points
    from jixiao.rulebook.scoring.sums import adjusting as adjusting
    from jixiao.rulebook.scoring.sums import ceiling_of as ceiling_of
    from jixiao.rulebook.scoring.sums import is_spread as is_spread
    from jixiao.rulebook.scoring.vetoes import grade_allowed as grade_allowed
    from jixiao.rulebook.scoring.vetoes import vetoed_total as vetoed_total
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "evaluate_indicator": "evaluate",  # score an indicator from its inputs
            "evaluate_rate": "evaluate",  # score an indicator from its rate alone
            # points an indicator takes over from rows that do not apply
            "gained_weight": "evaluate",
            "ExactScore": "exact_outcome",  # state, rates and score alone
            "exact_score": "exact_outcome",  # score an indicator, its figures taken as exact
            "evaluate_row": "free_row",  # score a free row
            "IndicatorPlan": "plan",  # an indicator ready for evaluation
            "PartPlan": "plan",  # a part of an indicator ready for evaluation
            "divisors": "plan",  # denominators that a rulebook must say something of
            "plan_indicator": "plan",  # make an indicator ready for evaluation
            "weight_of": "plan",  # the weight of a row in points
            "zero_tests": "plan",  # for each denominator the condition that it is zero
            "rows_for": "rows",  # the table columns that a formula asks for
            "add_points": "sums",  # the sum of rows, bonus and malus within their ceilings
            "adjusting": "sums",  # the bonus and malus rows
            "ceiling_of": "sums",  # the most that bonus or malus rows count
            "grade_allowed": "vetoes",  # the grade of a total, not better than a veto leaves
            "vetoed_total": "vetoes",  # the total that a veto leaves
            "VetoPlan": "plan",  # a breach that decides, ready for evaluation
            "plan_vetoes": "plan",  # the breaches that decide, ready for evaluation
            "is_spread": "sums",  # whether a ceiling holds over several sections
        },
    )
