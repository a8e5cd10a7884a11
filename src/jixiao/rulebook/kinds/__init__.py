"""The kinds of scoring rule, each compiled to one tree with its sentence and trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.rulebook.kinds.compile import compile_rule as compile_rule
    from jixiao.rulebook.kinds.judged import tiers_in_words as tiers_in_words
    from jixiao.rulebook.kinds.measure import Measure as Measure
    from jixiao.rulebook.kinds.rule import Given as Given
    from jixiao.rulebook.kinds.rule import Rule as Rule
    from jixiao.rulebook.kinds.target import ITEM as ITEM
    from jixiao.rulebook.kinds.target import REVERSED as REVERSED
    from jixiao.rulebook.kinds.target import WEIGHT as WEIGHT
    from jixiao.rulebook.kinds.target import FreeRow as FreeRow
    from jixiao.rulebook.kinds.target import item_tree as item_tree
    from jixiao.rulebook.kinds.target import operator_of as operator_of
    from jixiao.rulebook.kinds.target import tree_for as tree_for
    from jixiao.rulebook.kinds.target import undecided as undecided
    from jixiao.rulebook.kinds.trees import ZERO as ZERO
    from jixiao.rulebook.kinds.trees import either_node as either_node
    from jixiao.rulebook.kinds.trees import number_node as number_node
    from jixiao.rulebook.kinds.trees import substitute_nodes as substitute_nodes
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "compile_rule": "compile",  # make a score rule ready for a weight and a unit
            "tiers_in_words": "judged",  # qualitative tiers as a sentence
            "Measure": "measure",  # the unit of a rate
            "Given": "rule",  # what a trace is made from
            "Rule": "rule",  # a score rule made ready for a weight
            "FreeRow": "target",  # target, actual and weight of a row the department named
            "ITEM": "target",  # name of a typed score or coefficient in a tree
            "REVERSED": "target",  # comparison signs seen from the other side
            "WEIGHT": "target",  # name of the weight in a tree
            "item_tree": "target",  # the tree of a typed score or coefficient
            "operator_of": "target",  # the operator of a target, typed or meant by its direction
            "tree_for": "target",  # the tree of a free row: actual, target, weight
            "undecided": "target",  # the condition under which a person must decide
            "ZERO": "trees",  # the constant 0 as a tree
            "either_node": "trees",  # a condition that holds where one of several does
            "number_node": "trees",  # an exact constant as a tree
            "substitute_nodes": "trees",  # a tree with a name replaced by a tree
        },
    )
