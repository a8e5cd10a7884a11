"""The score of one row: recomputed from its deepest evidence and compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.checking.score.accepted import HIGHEST_RATE as HIGHEST_RATE
    from jixiao.checking.score.accepted import Accepted as Accepted
    from jixiao.checking.score.accepted import ReadingSort as ReadingSort
    from jixiao.checking.score.accepted import accepted_of as accepted_of
    from jixiao.checking.score.compare import compare_score as compare_score
    from jixiao.checking.score.compare import is_given_by as is_given_by
    from jixiao.checking.score.compare import shown_score as shown_score
    from jixiao.checking.score.figures import figure_value as figure_value
    from jixiao.checking.score.figures import figures_of_sheet as figures_of_sheet
    from jixiao.checking.score.figures import is_left_blank as is_left_blank
    from jixiao.checking.score.figures import typed_value as typed_value
    from jixiao.checking.score.judged_row import JudgedRow as JudgedRow
    from jixiao.checking.score.money_parts import is_scored as is_scored
    from jixiao.checking.score.money_parts import rate_findings as rate_findings
    from jixiao.checking.score.money_parts import whole_of as whole_of
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
            "Accepted": "accepted",  # One cell and what it may hold
            # 1000%: beyond it a percentage was almost surely typed as a number
            "HIGHEST_RATE": "accepted",
            "ReadingSort": "accepted",
            # Yield every cell that the rulebook has something to say about
            "accepted_of": "accepted",
            "compare_score": "compare",  # Judge a self-score at ``digits`` decimals
            # Whether a typed rate, as shown, is one that the figures can come to
            "is_given_by": "compare",
            # Take a typed score at the rulebook's digits, None where there is no clear figure
            "shown_score": "compare",
            # Take one reading as the figure that ``item`` asks for, None where there is none
            "figure_value": "figures",
            "figures_of_sheet": "figures",  # Collect inputs and tables of a scoresheet
            "is_left_blank": "figures",  # Whether nothing was filled in
            # Take a reading of the scoresheet itself (a rate, a score, a target) as a figure
            "typed_value": "figures",
            "JudgedRow": "judged_row",  # A row judged
            "is_scored": "money_parts",  # Whether a row has a weight and a self-score of its own
            # Say of a part's typed rate that its own amounts don't give it (R105)
            "rate_findings": "money_parts",
            # The indicator of the total that a row is a part of, and the row's own amounts for it
            "whole_of": "money_parts",
            "OtherRate": "other_rate",  # Whether somebody may have worked with a certain rate
            "is_absurd": "other_rate",  # Whether a rate is so far out that a unit must be wrong
            "Computed": "recompute",  # What a row comes to
            # Score one row of the sheet, together with the rows that share its merged score cell
            "recompute_row": "recompute",
            "weighing": "weights",  # Yield the scored rows with a weight of their own
            "weight_in": "weights",  # The weight of one row in points
            "weight_typed": "weights",  # The weight that the sheet gives a row, in points
        },
    )
