"""``item``: a typed 0 to 100 score or coefficient, converted to the weight (折算得分)."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar, Literal

from jixiao.figures import Exact
from jixiao.figures import format_number as show
from jixiao.finding import chinese_text
from jixiao.formula import Name, Tree
from jixiao.rulebook.kinds.rule import Rule, Setting
from jixiao.rulebook.kinds.trees import divide_nodes, multiply_nodes, number_node
from jixiao.rulebook.kinds.uses import AnswerUse, FormulaUse, LintSetting
from jixiao.rulebook.kinds.written import Amount, WrittenRule
from jixiao.rulebook.misfits import ContentPath, RulebookMisfit

ITEM, WEIGHT = Name("item"), Name("weight")


class ItemScore(WrittenRule):
    """A typed 0 to ``out_of`` score or coefficient × weight (折算得分)."""

    fits_free_rows: ClassVar[bool] = True

    kind: Literal["item"]
    column: Literal["item_score", "coefficient"] = "item_score"
    out_of: Amount = Decimal(100)

    def compile(self, setting: Setting) -> Rule:
        """Make the rule ready: what is converted is judged, see ``item_tree``."""
        sentence = chinese_text(
            f"rules.item.{self.column}",
            out_of=show(Exact(self.out_of)),
            weight=show(setting.weight),
        )
        return Rule(sentence=sentence)

    def lint(self, _at: ContentPath, _setting: LintSetting) -> Iterator[RulebookMisfit]:
        """Find nothing: a person gives the score."""
        return iter(())

    def uses(self) -> Iterator[FormulaUse | AnswerUse]:
        """Draw on the row alone."""
        return iter(())


@functools.lru_cache(maxsize=64)
def item_tree(score: ItemScore) -> Tree:
    """Points of a typed score or coefficient: ``item`` ÷ out_of × ``weight``."""
    return multiply_nodes(divide_nodes(ITEM, number_node(Exact(score.out_of))), WEIGHT)
