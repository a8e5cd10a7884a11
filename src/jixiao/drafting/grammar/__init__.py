"""The grammar of scoring standards (评分标准): from a text to its clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.drafting.grammar.clauses import Award as Award
    from jixiao.drafting.grammar.clauses import Band as Band
    from jixiao.drafting.grammar.clauses import Baseline as Baseline
    from jixiao.drafting.grammar.clauses import Clause as Clause
    from jixiao.drafting.grammar.clauses import EachGain as EachGain
    from jixiao.drafting.grammar.clauses import EqualItems as EqualItems
    from jixiao.drafting.grammar.clauses import FlatLoss as FlatLoss
    from jixiao.drafting.grammar.clauses import Formula as Formula
    from jixiao.drafting.grammar.clauses import ItemMark as ItemMark
    from jixiao.drafting.grammar.clauses import ItemPoints as ItemPoints
    from jixiao.drafting.grammar.clauses import JudgedBetween as JudgedBetween
    from jixiao.drafting.grammar.clauses import Lead as Lead
    from jixiao.drafting.grammar.clauses import Limit as Limit
    from jixiao.drafting.grammar.clauses import Otherwise as Otherwise
    from jixiao.drafting.grammar.clauses import Policy as Policy
    from jixiao.drafting.grammar.clauses import Proportional as Proportional
    from jixiao.drafting.grammar.clauses import Remark as Remark
    from jixiao.drafting.grammar.clauses import SentenceEnd as SentenceEnd
    from jixiao.drafting.grammar.clauses import Series as Series
    from jixiao.drafting.grammar.clauses import StatedWeight as StatedWeight
    from jixiao.drafting.grammar.clauses import StepLoss as StepLoss
    from jixiao.drafting.grammar.clauses import Unread as Unread
    from jixiao.drafting.grammar.productions import clauses_of as clauses_of
    from jixiao.drafting.grammar.productions import hedges_of as hedges_of
    from jixiao.drafting.grammar.productions import range_of as range_of
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "Award": "clauses",  # points that are not a number
            "Band": "clauses",  # points in a range of the rate
            "Baseline": "clauses",  # 以100%为标准: where steps begin
            "Clause": "clauses",  # anything that a standard says, with its place
            "EachGain": "clauses",  # the same points for each that is met
            "EqualItems": "clauses",  # several points of equal worth
            "FlatLoss": "clauses",  # points lost once
            "Formula": "clauses",  # points by a formula
            "ItemPoints": "clauses",  # points for a condition
            "JudgedBetween": "clauses",  # points that a person gives between two ends
            "Lead": "clauses",  # words that name what the next clause is about
            "Limit": "clauses",  # 扣完为止, 满分为止
            "ItemMark": "clauses",  # the number of a point in a list
            "Otherwise": "clauses",  # what holds in all other cases
            "Policy": "clauses",  # what a zero denominator or a missing case means
            "Proportional": "clauses",  # points in proportion to the rate
            "Remark": "clauses",  # words that say nothing about points
            "SentenceEnd": "clauses",  # a full stop, a semicolon, a new line
            "Series": "clauses",  # 以此类推: losses go on in the same way
            "StatedWeight": "clauses",  # the most that the row can bring
            "StepLoss": "clauses",  # points lost for each step or fault
            "Unread": "clauses",  # words that were not understood, with their place
            "range_of": "productions",  # a text that is nothing but a range
            "hedges_of": "productions",  # words by which no rule may be taken at its word
            "clauses_of": "productions",  # the clauses of a text, in their order
        },
    )
