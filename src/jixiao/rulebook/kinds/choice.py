"""``choice``: points by the one option chosen among those named."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from jixiao.figures import Exact
from jixiao.figures import format_number as show
from jixiao.finding import Bilingual, chinese_text
from jixiao.formula import Compare, Name, Tree
from jixiao.rulebook.kinds.rule import Given, Rule, Setting, join_sentences
from jixiao.rulebook.kinds.trees import ZERO, call_node, number_node
from jixiao.rulebook.kinds.uses import AnswerUse, FormulaUse, LintSetting, lint_points
from jixiao.rulebook.kinds.written import WrittenRule
from jixiao.rulebook.misfits import ContentPath, RulebookMisfit, rulebook_misfit
from jixiao.rulebook.trace_texts import trace_text


class Choice(WrittenRule):
    """Points by the option chosen in a ``choice`` input."""

    kind: Literal["choice"]
    input: str
    scores: dict[str, Decimal]

    def compile(self, setting: Setting) -> Rule:
        """Make the rule ready; the input's value is the place of the option, from 1."""
        options = setting.inputs[self.input].choices
        tree: Tree = ZERO
        for option, points in reversed(list(self.scores.items())):
            place = number_node(Exact(options.index(option) + 1))
            chosen = Compare("=", Name(self.input), place)
            tree = call_node("if", chosen, number_node(Exact(points)), tree)
        text = join_sentences(
            chinese_text("rules.step", name=option, points=show(Exact(points)))
            for option, points in self.scores.items()
        )

        def explain(given: Given) -> Bilingual | None:
            return trace_text("trace.chosen", option=options[int(given.values[self.input]) - 1])

        return Rule(sentence=text, tree=tree, explain=explain)

    def lint(self, at: ContentPath, setting: LintSetting) -> Iterator[RulebookMisfit]:
        """Check the points, and that scores and choices name the same options."""
        for option, points in self.scores.items():
            yield from lint_points((*at, "scores", option), Exact(points), setting.weight)
        asked = setting.inputs.get(self.input)
        options = asked.choices if asked is not None else ()
        for option in (*self.scores, *options):
            if (option in self.scores) != (option in options):
                yield rulebook_misfit((*at, "scores"), "rulebook.choice.options", option=option)

    def uses(self) -> Iterator[FormulaUse | AnswerUse]:
        """Draw on one answer."""
        yield AnswerUse(("input",), self.input, "choice")
