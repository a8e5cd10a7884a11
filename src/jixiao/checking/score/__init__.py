"""Score one row from its deepest evidence and compare it with the self-score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.checking.score.accepted import HIGHEST_RATE as HIGHEST_RATE
    from jixiao.checking.score.accepted import accepted_of as accepted_of
    from jixiao.checking.score.compare import compare_score as compare_score
    from jixiao.checking.score.compare import is_given_by as is_given_by
    from jixiao.checking.score.compare import shown_score as shown_score
    from jixiao.checking.score.direction import direction_of as direction_of
    from jixiao.checking.score.figures import figure_value as figure_value
    from jixiao.checking.score.figures import figures_again as figures_again
    from jixiao.checking.score.figures import figures_of_sheet as figures_of_sheet
    from jixiao.checking.score.figures import is_counted as is_counted
    from jixiao.checking.score.figures import is_left_blank as is_left_blank
    from jixiao.checking.score.figures import typed_value as typed_value
    from jixiao.checking.score.free_rows import free_row as free_row
    from jixiao.checking.score.judged_row import JudgedRow as JudgedRow
    from jixiao.checking.score.money_parts import is_scored as is_scored
    from jixiao.checking.score.money_parts import whole_of as whole_of
    from jixiao.checking.score.money_sums import FundSum as FundSum
    from jixiao.checking.score.money_sums import fund_sums as fund_sums
    from jixiao.checking.score.money_sums import value_of as value_of
    from jixiao.checking.score.other_rate import OtherRate as OtherRate
    from jixiao.checking.score.other_rate import is_absurd as is_absurd
    from jixiao.checking.score.recompute import Computed as Computed
    from jixiao.checking.score.recompute import recompute_row as recompute_row
    from jixiao.checking.score.weights import weighing as weighing
    from jixiao.checking.score.weights import weight_in as weight_in
    from jixiao.checking.score.weights import weight_typed as weight_typed
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "HIGHEST_RATE": "accepted",  # 1000%: beyond it a percentage was typed as a number
            "accepted_of": "accepted",  # every cell that the rulebook restricts, with its limits
            "compare_score": "compare",  # the verdict on a self-score from the computed interval
            "is_given_by": "compare",  # whether the figures can come to a typed rate
            "shown_score": "compare",  # a typed score at the rulebook's digits
            "direction_of": "direction",  # which way a rate points, by its name
            "figure_value": "figures",  # one reading as the figure that an input asks for
            "figures_again": "figures",  # the figures of a sheet with a few cells changed
            "figures_of_sheet": "figures",  # inputs and tables of a scoresheet as figures
            "is_counted": "figures",  # whether a figure is a whole number of things
            "is_left_blank": "figures",  # whether nothing was filled in
            "typed_value": "figures",  # a rate, score or target of the scoresheet as a figure
            "free_row": "free_rows",  # what the cells of a free row say
            "FundSum": "money_sums",  # an amount and those that are said to add up to it
            "fund_sums": "money_sums",  # all of them in the block of funds
            "value_of": "money_sums",  # the figure of a cell, 0 where there is none
            "JudgedRow": "judged_row",  # a row with its computed score and verdict
            "is_scored": "money_parts",  # whether a row has a weight and a self-score of its own
            # rates of parts that their own amounts do not give (R105)
            "whole_of": "money_parts",  # the indicator that a row is a part of, with its amounts
            "OtherRate": "other_rate",  # rates elsewhere in the sheet that a score may rest on
            "is_absurd": "other_rate",  # whether a rate is so far out that a unit must be wrong
            "Computed": "recompute",  # what a row comes to: score, interval, basis
            "recompute_row": "recompute",  # score one row from its deepest evidence
            "weighing": "weights",  # the scored rows with a weight of their own
            "weight_in": "weights",  # the weight of a row in points
            "weight_typed": "weights",  # the weight that the sheet gives a row, in points
        },
    )
