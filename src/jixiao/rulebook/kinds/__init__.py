"""The kinds of scoring rule, one file each: schema, tree, sentence, trace and checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.rulebook.kinds.cases import Cases as Cases
    from jixiao.rulebook.kinds.checklist import Checklist as Checklist
    from jixiao.rulebook.kinds.checklist import Item as Item
    from jixiao.rulebook.kinds.choice import Choice as Choice
    from jixiao.rulebook.kinds.deduct import Deduct as Deduct
    from jixiao.rulebook.kinds.deductions import CountedLoss as CountedLoss
    from jixiao.rulebook.kinds.deductions import Deductions as Deductions
    from jixiao.rulebook.kinds.expression import Expression as Expression
    from jixiao.rulebook.kinds.interpolation import Interpolation as Interpolation
    from jixiao.rulebook.kinds.interpolation import InterpolationPoint as InterpolationPoint
    from jixiao.rulebook.kinds.item import ITEM as ITEM
    from jixiao.rulebook.kinds.item import WEIGHT as WEIGHT
    from jixiao.rulebook.kinds.item import ItemScore as ItemScore
    from jixiao.rulebook.kinds.item import item_tree as item_tree
    from jixiao.rulebook.kinds.judged import Judged as Judged
    from jixiao.rulebook.kinds.ladder import Ladder as Ladder
    from jixiao.rulebook.kinds.ladder import Step as Step
    from jixiao.rulebook.kinds.linear import Linear as Linear
    from jixiao.rulebook.kinds.measure import Measure as Measure
    from jixiao.rulebook.kinds.rule import Given as Given
    from jixiao.rulebook.kinds.rule import Rule as Rule
    from jixiao.rulebook.kinds.rule import join_sentences as join_sentences
    from jixiao.rulebook.kinds.target import FreeRow as FreeRow
    from jixiao.rulebook.kinds.target import Target as Target
    from jixiao.rulebook.kinds.target import explain_row as explain_row
    from jixiao.rulebook.kinds.target import operator_of as operator_of
    from jixiao.rulebook.kinds.target import tree_for as tree_for
    from jixiao.rulebook.kinds.target import undecided as undecided
    from jixiao.rulebook.kinds.tiers import tiers_in_words as tiers_in_words
    from jixiao.rulebook.kinds.trees import ZERO as ZERO
    from jixiao.rulebook.kinds.trees import either_node as either_node
    from jixiao.rulebook.kinds.trees import number_node as number_node
    from jixiao.rulebook.kinds.trees import substitute_nodes as substitute_nodes
    from jixiao.rulebook.kinds.union import SCORE_KINDS as SCORE_KINDS
    from jixiao.rulebook.kinds.union import Score as Score
    from jixiao.rulebook.kinds.union import compile_rule as compile_rule
    from jixiao.rulebook.kinds.uses import AnswerUse as AnswerUse
    from jixiao.rulebook.kinds.uses import FormulaUse as FormulaUse
    from jixiao.rulebook.kinds.uses import LintSetting as LintSetting
    from jixiao.rulebook.kinds.written import Amount as Amount
    from jixiao.rulebook.kinds.written import Mode as Mode
    from jixiao.rulebook.kinds.written import Tier as Tier
    from jixiao.rulebook.kinds.written import Written as Written
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "Cases": "cases",  # score kind: the first condition that holds gives the points
            "Checklist": "checklist",  # score kind: points of all items answered 是
            "Choice": "choice",  # score kind: points by the option chosen
            "Deduct": "deduct",  # score kind: full marks inside a range, less outside
            "Item": "checklist",  # a point of a checklist: an answer and its points
            "CountedLoss": "deductions",  # one of several losses, with its own count
            "Deductions": "deductions",  # score kind: several losses, each with its own count
            "Expression": "expression",  # score kind: points by a formula
            "Step": "ladder",  # a step of a ladder
            "Interpolation": "interpolation",  # score kind: in proportion between stated rates
            "InterpolationPoint": "interpolation",  # a rate and the points that it brings
            "ITEM": "item",  # name of a typed score or coefficient in a tree
            "WEIGHT": "item",  # name of the weight in a tree
            "ItemScore": "item",  # score kind: a typed score or coefficient × weight
            "item_tree": "item",  # the tree of a typed score or coefficient
            "Judged": "judged",  # score kind: a person judges
            "Ladder": "ladder",  # score kind: steps over the rate
            "Linear": "linear",  # score kind: points in proportion to the rate
            "Measure": "measure",  # the unit of a rate
            "Given": "rule",  # the figures that a trace is made from
            "Rule": "rule",  # a score rule made ready for a weight
            "join_sentences": "rule",  # the sentences of a rule on one line
            "FreeRow": "target",  # target, actual and weight of a row the department named
            "Target": "target",  # score kind: a free row against its own target
            "explain_row": "target",  # the arithmetic of a free row
            "operator_of": "target",  # the operator of a target, typed or meant by its direction
            "tree_for": "target",  # the tree of a free row: actual, target, weight
            "undecided": "target",  # the condition under which a person must decide
            "tiers_in_words": "tiers",  # qualitative tiers as a sentence
            "ZERO": "trees",  # the constant 0 as a tree
            "either_node": "trees",  # a condition that holds where one of several does
            "number_node": "trees",  # an exact constant as a tree
            "substitute_nodes": "trees",  # a tree with a name replaced by a tree
            "SCORE_KINDS": "union",  # all score kinds by the name that a rulebook writes
            "Score": "union",  # any score kind
            "compile_rule": "union",  # make a score rule ready for a weight and a unit
            "AnswerUse": "uses",  # an answer that a rule asks for
            "FormulaUse": "uses",  # a formula inside a rule
            "LintSetting": "uses",  # what a rule is checked against
            "Amount": "written",  # a number or a percentage
            "Tier": "written",  # a tier of a judgement
            "Written": "written",  # base of everything in a rulebook
            "Mode": "written",  # how steps count: whole, started or pro rata
        },
    )
