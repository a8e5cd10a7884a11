"""``deductions``: several deductions from full marks, each on its own count or rate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from jixiao.figures import Exact
from jixiao.figures import format_number as show
from jixiao.finding import Bilingual, chinese_text
from jixiao.formula import Tree, parse_formula
from jixiao.rulebook.kinds.losses import (
    Loss,
    explain_loss,
    explain_rest,
    lint_loss,
    loss_trees,
    loss_words,
)
from jixiao.rulebook.kinds.measure import Measure
from jixiao.rulebook.kinds.rule import Given, Rule, Setting, join_sentences
from jixiao.rulebook.kinds.trees import ZERO, call_node, number_node, subtract_nodes
from jixiao.rulebook.kinds.uses import AnswerUse, FormulaUse, LintSetting
from jixiao.rulebook.kinds.written import WrittenRule
from jixiao.rulebook.misfits import ContentPath, RulebookMisfit
from jixiao.rulebook.trace_texts import join_texts


class CountedLoss(Loss):
    """One of several deductions, each on its own count or rate."""

    rate: str
    unit: str = "处"


class Deductions(WrittenRule):
    """Several deductions from full marks, each with its own cap, never below 0."""

    kind: Literal["deductions"]
    items: tuple[CountedLoss, ...]

    def compile(self, setting: Setting) -> Rule:
        """Make the rule ready."""
        weight = setting.weight
        rates = [parse_formula(item.rate) for item in self.items]
        measures = [Measure(item.unit) for item in self.items]
        losses = [loss_trees(x, item) for x, item in zip(rates, self.items, strict=True)]
        left: Tree = number_node(weight)
        for trees in losses:
            left = subtract_nodes(left, trees.lost)
        all_losses = join_sentences(
            loss_words(i, m) for i, m in zip(self.items, measures, strict=True)
        )

        def explain(given: Given) -> Bilingual | None:
            text = [
                explain_loss(item, x, trees, measure, given)
                for item, x, trees, measure in zip(self.items, rates, losses, measures, strict=True)
            ]
            lost = sum((given.value(trees.lost) for trees in losses), Exact(0))
            return join_texts(
                [join_texts(text, "trace.items"), explain_rest(left, lost, weight, given)]
            )

        return Rule(
            sentence=join_sentences(
                [
                    chinese_text("rules.deductions.full", points=show(weight)),
                    chinese_text("rules.until-zero", lost=all_losses),
                ]
            ),
            tree=call_node("max", ZERO, left),
            explain=explain,
        )

    def lint(self, at: ContentPath, _setting: LintSetting) -> Iterator[RulebookMisfit]:
        """Check the range of full marks, step and points of each."""
        for n, item in enumerate(self.items):
            yield from lint_loss((*at, "items", n), item)

    def uses(self) -> Iterator[FormulaUse | AnswerUse]:
        """Draw on a formula for each."""
        for n, item in enumerate(self.items):
            yield FormulaUse(("items", n, "rate"), item.rate)
