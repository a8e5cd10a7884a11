"""What holds where no step and no condition does."""

from __future__ import annotations

from fractions import Fraction

from jixiao.figures import format_number as show
from jixiao.formula import Tree
from jixiao.rulebook.kinds.trees import ZERO, number_node
from jixiao.rulebook.kinds.written import Elsewhere


def points_elsewhere(policy: Elsewhere | None, weight: Fraction) -> tuple[Tree, str]:
    """Give the points outside every step, and the words for it."""
    if policy == "full":
        return number_node(weight), f"；其他情况得{show(weight)}分"
    if policy == "zero":
        return ZERO, "；其他情况不得分"
    return ZERO, "；其他情况由人工判定" if policy == "ask" else ""
