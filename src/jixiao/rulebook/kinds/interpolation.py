"""``interpolation``: points at stated rates, in proportion between them (插值法)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import ClassVar, Literal

from jixiao.figures import Exact
from jixiao.figures import format_number as show
from jixiao.figures import format_points as show_points
from jixiao.finding import Bilingual, chinese_text
from jixiao.formula import Compare, Tree
from jixiao.rulebook.kinds.rule import Given, Rule, Setting, join_sentences, points_equation
from jixiao.rulebook.kinds.trees import (
    X,
    add_nodes,
    call_node,
    divide_nodes,
    multiply_nodes,
    number_node,
    subtract_nodes,
)
from jixiao.rulebook.kinds.uses import AnswerUse, FormulaUse, LintSetting, lint_points
from jixiao.rulebook.kinds.written import Amount, WrittenRule
from jixiao.rulebook.misfits import ContentPath, RulebookMisfit, rulebook_misfit
from jixiao.rulebook.trace_texts import trace_text


class InterpolationPoint(WrittenRule):
    """A rate and the points that it brings."""

    at: Amount
    score: Decimal


class Interpolation(WrittenRule):
    """Points in proportion between neighbouring rates; beyond the outermost those of the end."""

    scores_a_rate: ClassVar[bool] = True

    kind: Literal["interpolation"]
    points: tuple[InterpolationPoint, ...]

    def compile(self, setting: Setting) -> Rule:
        """Make the rule ready."""
        ends = [Exact(point.at) for point in self.points]
        scores = [number_node(Exact(point.score)) for point in self.points]
        between = [
            _between(
                (ends[n], Exact(self.points[n].score)),
                (ends[n + 1], Exact(self.points[n + 1].score)),
                setting,
            )
            for n in range(len(ends) - 1)
        ]
        tree: Tree = scores[-1]
        for end, line in reversed(list(zip(ends[1:], between, strict=True))):
            tree = call_node("if", Compare("<", X, self._node(end, setting)), line, tree)
        tree = call_node("if", Compare("<=", X, self._node(ends[0], setting)), scores[0], tree)
        scored = tree

        def explain(given: Given) -> Bilingual | None:
            taken = given.branch(scored)
            if taken is scores[-1]:
                return trace_text("trace.reaches", end=setting.measure.end(ends[-1]))
            if taken is scores[0]:
                return trace_text("trace.within", end=setting.measure.end(ends[0]))
            return points_equation(given.put_in(taken, setting.measure), show_points(given.points))

        return Rule(sentence=self._sentence(setting), tree=tree, explain=explain)

    @staticmethod
    def _node(end: Fraction, setting: Setting) -> Tree:
        return number_node(end, setting.measure.end(end))

    def _sentence(self, setting: Setting) -> str:
        measure = setting.measure
        text = [
            chinese_text("rules.step", name=measure.end(Exact(p.at)), points=show(Exact(p.score)))
            for p in self.points
        ]
        first, last = self.points[0], self.points[-1]
        return join_sentences(
            [
                *text,
                chinese_text("rules.interpolation.between"),
                chinese_text(
                    "rules.interpolation.beyond",
                    low=measure.end(Exact(first.at)),
                    least=show(Exact(first.score)),
                    high=measure.end(Exact(last.at)),
                    most=show(Exact(last.score)),
                ),
            ]
        )

    def lint(self, at: ContentPath, setting: LintSetting) -> Iterator[RulebookMisfit]:
        """Check that there are two rates at least, rising, and the points of each."""
        ends = [Exact(point.at) for point in self.points]
        if len(ends) < 2 or any(a >= b for a, b in pairwise(ends)):
            yield rulebook_misfit((*at, "points"), "rulebook.interpolation.order")
        for n, point in enumerate(self.points):
            where = (*at, "points", n, "score")
            yield from lint_points(where, Exact(point.score), setting.weight)

    def uses(self) -> Iterator[FormulaUse | AnswerUse]:
        """Draw on the rate alone."""
        return iter(())


def _between(
    low: tuple[Fraction, Fraction], high: tuple[Fraction, Fraction], setting: Setting
) -> Tree:
    """The straight line from one rate and its points to the next: points + slope × (x − rate)."""
    beyond = subtract_nodes(X, number_node(low[0], setting.measure.end(low[0])))
    width = high[0] - low[0]
    share = divide_nodes(beyond, number_node(width, setting.measure.end(width)))
    gained = multiply_nodes(number_node(high[1] - low[1]), share)
    return add_nodes(number_node(low[1]), gained) if low[1] else gained
