"""``deduct``: full marks inside a range, points lost for every step outside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from jixiao.figures import format_number as show
from jixiao.finding import Bilingual, chinese_text
from jixiao.rulebook.kinds.losses import (
    Loss,
    explain_loss,
    explain_rest,
    full_words,
    is_count,
    lint_loss,
    loss_trees,
    loss_words,
)
from jixiao.rulebook.kinds.rule import Given, Rule, Setting, join_sentences
from jixiao.rulebook.kinds.trees import ZERO, X, call_node, lies_in, number_node, subtract_nodes
from jixiao.rulebook.kinds.uses import AnswerUse, FormulaUse, LintSetting
from jixiao.rulebook.kinds.written import RangeText
from jixiao.rulebook.misfits import ContentPath, RulebookMisfit
from jixiao.rulebook.ranges import parse_range
from jixiao.rulebook.trace_texts import join_texts, trace_text


class Deduct(Loss):
    """Full marks inside ``full``, less outside, never below 0; no marks inside ``zero``."""

    scores_a_rate: ClassVar[bool] = True

    kind: Literal["deduct"]
    zero: RangeText | None = None

    def compile(self, setting: Setting) -> Rule:
        """Make the rule ready."""
        weight, measure = setting.weight, setting.measure
        zero = parse_range(self.zero) if self.zero else None
        trees = loss_trees(X, self)
        left = subtract_nodes(number_node(weight), trees.lost)
        scored = call_node("max", ZERO, left)
        tree = scored
        full = chinese_text(
            "rules.full-points", condition=full_words(self, measure).zh, points=show(weight)
        )
        lost = loss_words(self, measure)
        ends = self.cap is None
        text = [full, chinese_text("rules.until-zero", lost=lost) if ends else lost]
        if zero is not None:
            tree = call_node("if", lies_in(X, zero), ZERO, scored)
            text.append(chinese_text("rules.no-points-in", span=measure.span(zero).zh))

        def explain(given: Given) -> Bilingual | None:
            if zero is not None and given.branch(tree) is ZERO:
                return trace_text("trace.no-marks-in", span=measure.span(zero))
            rest = explain_rest(left, given.value(trees.lost), weight, given)
            return join_texts([explain_loss(self, X, trees, measure, given), rest])

        return Rule(
            sentence=join_sentences(text),
            tree=tree,
            explain=explain,
            names_rate=is_count(self, measure),
        )

    def lint(self, at: ContentPath, _setting: LintSetting) -> Iterator[RulebookMisfit]:
        """Check the range of full marks, step and points."""
        yield from lint_loss(at, self)

    def uses(self) -> Iterator[FormulaUse | AnswerUse]:
        """Draw on the rate alone."""
        return iter(())
