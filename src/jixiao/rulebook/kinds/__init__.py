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
            # Make a rule ready for a weight in points and a rate in ``unit``
            "compile_rule": "compile",
            # ``分好、较好、差三档，分别按分值的80%（含）至100%（含）、…计分``
            "tiers_in_words": "judged",
            "Measure": "measure",  # The unit of a rate
            "Given": "rule",  # What a trace is told
            "Rule": "rule",  # A rule lowered onto a weight
            "FreeRow": "target",  # A row that the department named itself
            "ITEM": "target",
            "REVERSED": "target",
            "WEIGHT": "target",
            "item_tree": "target",  # Points of a typed score or coefficient
            # The operator typed, else the one that the direction means, else None
            "operator_of": "target",
            "tree_for": "target",  # Points over ``actual``, ``target`` and ``weight``
            "undecided": "target",  # The condition that only a person can say
            "ZERO": "trees",
            "either_node": "trees",  # Give the condition that one of the conditions holds
            "number_node": "trees",  # Take an exact constant into a tree
            "substitute_nodes": "trees",  # Put ``by`` in the place of every ``Name(name)``
        },
    )
