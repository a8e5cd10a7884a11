"""``linear``: points in proportion to the rate."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Literal

from jixiao.figures import Exact
from jixiao.figures import format_number as show
from jixiao.figures import format_points as show_points
from jixiao.finding import Bilingual, chinese_text
from jixiao.formula import Tree
from jixiao.rulebook.kinds.measure import Measure
from jixiao.rulebook.kinds.rule import Given, Rule, Setting, join_sentences, points_equation
from jixiao.rulebook.kinds.trees import (
    ZERO,
    X,
    call_node,
    divide_nodes,
    lies_in,
    multiply_nodes,
    number_node,
)
from jixiao.rulebook.kinds.uses import AnswerUse, FormulaUse, LintSetting
from jixiao.rulebook.kinds.written import Amount, RangeText, WrittenRule
from jixiao.rulebook.misfits import ContentPath, RulebookMisfit
from jixiao.rulebook.ranges import RateRange, parse_range
from jixiao.rulebook.trace_texts import trace_text


class Linear(WrittenRule):
    """weight × rate ÷ target (``higher``) or weight × target ÷ rate (``lower``), 0 to weight.

    ``zero`` is a range without marks; ``limit`` is how far the target may be passed before a person
    must look (30%).
    """

    scores_a_rate: ClassVar[bool] = True

    kind: Literal["linear"]
    target: Amount = Decimal(1)
    direction: Literal["higher", "lower"] = "higher"
    zero: RangeText | None = None

    def compile(self, setting: Setting) -> Rule:
        """Make the rule ready."""
        zero = parse_range(self.zero) if self.zero else None
        if self.direction == "higher":
            return _guarded(_rising(self, setting), zero, setting.measure)
        return _guarded(_falling(self, setting), zero, setting.measure)

    def lint(self, _at: ContentPath, _setting: LintSetting) -> Iterator[RulebookMisfit]:
        """Find nothing: every target and range will do."""
        return iter(())

    def uses(self) -> Iterator[FormulaUse | AnswerUse]:
        """Draw on the rate alone."""
        return iter(())


def _rising(score: Linear, setting: Setting) -> Rule:
    """weight × rate ÷ target below the target, full marks from it on."""
    weight, measure, target = setting.weight, setting.measure, Exact(score.target)
    end, full = measure.end(target), show(weight)
    quotient = divide_nodes(X, number_node(target, end))
    share = multiply_nodes(number_node(weight), quotient)
    most = number_node(weight)
    least = number_node(Exact(0))
    tree = call_node("max", least, call_node("min", most, share))

    def explain(given: Given) -> Bilingual | None:
        taken = given.taken(tree)
        if taken is most:
            is_over = given.value(share) > weight
            return trace_text("trace.surpassed" if is_over else "trace.reaches", end=end)
        if taken is least:
            return trace_text("trace.not-above-zero")
        return points_equation(
            _product(given, weight, quotient, measure), show_points(given.points)
        )

    return Rule(
        sentence=chinese_text(
            "rules.linear.rate" if target == 1 else "rules.linear.higher", end=end, full=full
        ),
        tree=tree,
        explain=explain,
    )


def _falling(score: Linear, setting: Setting) -> Rule:
    """weight × target ÷ rate above the target, full marks at or below it."""
    weight, measure, target = setting.weight, setting.measure, Exact(score.target)
    end, full = measure.end(target), show(weight)
    divisor = call_node("max", X, number_node(target, end))
    share = divide_nodes(number_node(target, end), divisor)
    tree = multiply_nodes(number_node(weight), share)

    def explain(given: Given) -> Bilingual | None:
        if given.value(divisor) == target:
            return trace_text("trace.within", end=end)
        return points_equation(_product(given, weight, share, measure), show_points(given.points))

    return Rule(
        sentence=chinese_text("rules.linear.lower", end=end, full=full),
        tree=tree,
        explain=explain,
    )


def _product(given: Given, weight: Fraction, share: Tree, measure: Measure) -> str:
    """``8 × 45.00% ÷ 90%``; a weight of 1 is written too."""
    return f"{show(weight)} × {given.put_in(share, measure)}"


def _guarded(rule: Rule, zero: RateRange | None, measure: Measure) -> Rule:
    """Give no marks inside ``zero``."""
    if zero is None or rule.tree is None:
        return rule
    tree = call_node("if", lies_in(X, zero), ZERO, rule.tree)

    def explain(given: Given) -> Bilingual | None:
        if given.branch(tree) is ZERO:
            return trace_text("trace.no-marks-in", span=measure.span(zero))
        return rule.explain(given)

    nothing = chinese_text("rules.no-points-in", span=measure.span(zero).zh)
    return Rule(sentence=join_sentences([rule.sentence, nothing]), tree=tree, explain=explain)
