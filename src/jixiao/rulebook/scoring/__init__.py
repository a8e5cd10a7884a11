"""An indicator planned and evaluated: outcome, bounds and trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.rulebook.scoring.evaluate import evaluate_indicator as evaluate_indicator
    from jixiao.rulebook.scoring.evaluate import evaluate_rate as evaluate_rate
    from jixiao.rulebook.scoring.evaluate import gained_weight as gained_weight
    from jixiao.rulebook.scoring.free_row import evaluate_row as evaluate_row
    from jixiao.rulebook.scoring.plan import IndicatorPlan as IndicatorPlan
    from jixiao.rulebook.scoring.plan import PartPlan as PartPlan
    from jixiao.rulebook.scoring.plan import divisors as divisors
    from jixiao.rulebook.scoring.plan import plan_indicator as plan_indicator
    from jixiao.rulebook.scoring.plan import weight_of as weight_of
    from jixiao.rulebook.scoring.plan import zero_tests as zero_tests
    from jixiao.rulebook.scoring.rows import rows_for as rows_for
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "evaluate_indicator": "evaluate",  # Score an indicator from its inputs
            "evaluate_rate": "evaluate",  # Score an indicator from its rate alone (a fraction
            # The points that an indicator can bring beyond its weight, from rows that do not apply
            "gained_weight": "evaluate",
            "evaluate_row": "free_row",  # Score a free row
            "IndicatorPlan": "plan",  # An indicator ready
            "PartPlan": "plan",  # One summand ready
            "divisors": "plan",  # The denominators that a rulebook must speak of
            "plan_indicator": "plan",  # Make an indicator ready, once per rulebook and weight
            "weight_of": "plan",  # The weight of a row in points
            "zero_tests": "plan",  # The conditions, one for each denominator, that it is zero
            "rows_for": "rows",  # Collect the columns that a formula asks for
        },
    )
