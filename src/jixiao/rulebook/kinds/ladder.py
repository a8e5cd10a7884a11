"""``ladder``: steps over the rate."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar, Literal

from jixiao.figures import Exact
from jixiao.figures import format_number as show
from jixiao.finding import Bilingual, chinese_text
from jixiao.formula import Tree
from jixiao.rulebook.kinds.elsewhere import points_elsewhere
from jixiao.rulebook.kinds.ladder_gaps import lint_steps
from jixiao.rulebook.kinds.rule import Given, Rule, Setting, join_sentences
from jixiao.rulebook.kinds.trees import X, call_node, either_node, lies_in, number_node
from jixiao.rulebook.kinds.uses import AnswerUse, FormulaUse, LintSetting, lint_points
from jixiao.rulebook.kinds.written import Elsewhere, RangeText, WrittenRule
from jixiao.rulebook.misfits import ContentPath, RulebookMisfit
from jixiao.rulebook.ranges import parse_range
from jixiao.rulebook.trace_texts import trace_text


class Step(WrittenRule):
    """A step of a ladder: ``score`` points where the rate lies in ``when``."""

    when: RangeText
    score: Decimal
    says: str = ""


class Ladder(WrittenRule):
    """Steps over the rate; ``elsewhere`` says what holds where no step does."""

    scores_a_rate: ClassVar[bool] = True

    kind: Literal["ladder"]
    steps: tuple[Step, ...]
    elsewhere: Elsewhere | None = None

    def compile(self, setting: Setting) -> Rule:
        """Make the rule ready."""
        ranges = [parse_range(step.when) for step in self.steps]
        conditions = [lies_in(X, where) for where in ranges]
        points = [number_node(Exact(step.score)) for step in self.steps]
        tree, rest = points_elsewhere(self.elsewhere, setting.weight)
        last = len(self.steps) - 1
        for place in range(last, -1, -1):
            if place == last and self.elsewhere is None:
                tree = points[place]  # the steps cover every number, the last needs no condition
            else:
                tree = call_node("if", conditions[place], points[place], tree)
        names = [
            Bilingual(step.says, step.says) if step.says else setting.measure.span(where)
            for step, where in zip(self.steps, ranges, strict=True)
        ]
        text = [
            chinese_text("rules.step", name=name.zh, points=show(Exact(step.score)))
            for name, step in zip(names, self.steps, strict=True)
        ]
        scored: Tree = tree

        def explain(given: Given) -> Bilingual | None:
            taken = given.branch(scored)
            for name, node in zip(names, points, strict=True):
                if taken is node:
                    return trace_text("trace.step", step=name)
            return trace_text("trace.no-step")

        decided = either_node(conditions) if self.elsewhere == "ask" else None
        return Rule(
            sentence=join_sentences([*text, rest]), tree=tree, decided=decided, explain=explain
        )

    def lint(self, at: ContentPath, setting: LintSetting) -> Iterator[RulebookMisfit]:
        """Check that every value belongs to exactly one step, and its points."""
        ranges = [parse_range(step.when) for step in self.steps]
        yield from lint_steps(at, ranges, setting.measure, has_elsewhere=self.elsewhere is not None)
        for n, step in enumerate(self.steps):
            yield from lint_points((*at, "steps", n, "score"), Exact(step.score), setting.weight)

    def uses(self) -> Iterator[FormulaUse | AnswerUse]:
        """Draw on the rate alone."""
        return iter(())
