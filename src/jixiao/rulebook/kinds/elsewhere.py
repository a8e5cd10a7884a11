"""What holds where no step and no condition does."""

from __future__ import annotations

from fractions import Fraction

from jixiao.figures import format_number as show
from jixiao.finding import chinese_text
from jixiao.formula import Tree
from jixiao.rulebook.kinds.trees import ZERO, number_node
from jixiao.rulebook.kinds.written import Elsewhere


def points_elsewhere(policy: Elsewhere | None, weight: Fraction) -> tuple[Tree, str]:
    """Give the points outside every step, and the words for it."""
    if policy == "full":
        return number_node(weight), chinese_text("rules.elsewhere.full", points=show(weight))
    if policy == "zero":
        return ZERO, chinese_text("rules.elsewhere.zero")
    return ZERO, chinese_text("rules.elsewhere.ask") if policy == "ask" else ""
