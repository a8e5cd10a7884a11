"""``checklist``: points answer by answer, 是 or 否."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from jixiao.figures import Exact
from jixiao.figures import format_number as show
from jixiao.finding import Bilingual, chinese_text
from jixiao.formula import Name
from jixiao.rulebook.kinds.rule import Given, Rule, Setting, join_sentences, points_equation
from jixiao.rulebook.kinds.trees import multiply_nodes, number_node, sum_nodes
from jixiao.rulebook.kinds.uses import AnswerUse, FormulaUse, LintSetting
from jixiao.rulebook.kinds.written import WrittenRule
from jixiao.rulebook.misfits import ContentPath, RulebookMisfit, rulebook_misfit
from jixiao.rulebook.trace_texts import join_texts, trace_text


class Item(WrittenRule):
    """A point of a checklist: a 是/否 input and what it is worth."""

    input: str
    points: Decimal


class Checklist(WrittenRule):
    """Points of all items answered 是."""

    kind: Literal["checklist"]
    items: tuple[Item, ...]

    def compile(self, setting: Setting) -> Rule:
        """Make the rule ready; an answer 是 is 1, 否 is 0."""
        summands = [multiply_nodes(number_node(Exact(i.points)), Name(i.input)) for i in self.items]
        text = [
            chinese_text(
                "rules.step", name=setting.inputs[i.input].label, points=show(Exact(i.points))
            )
            for i in self.items
        ]
        text.append(chinese_text("rules.checklist.no-points"))

        def explain(given: Given) -> Bilingual | None:
            earned = [
                show(given.value(summand))
                for item, summand in zip(self.items, summands, strict=True)
                if given.values.get(item.input)
            ]
            yes, everything = str(len(earned)), str(len(self.items))
            count = trace_text("trace.checked", all=everything, yes=yes)
            if len(earned) < 2:
                return count
            return join_texts([count, points_equation(" + ".join(earned), show(given.points))])

        return Rule(sentence=join_sentences(text), tree=sum_nodes(summands), explain=explain)

    def lint(self, at: ContentPath, setting: LintSetting) -> Iterator[RulebookMisfit]:
        """Check that the items weigh what the row does."""
        summed = sum((Exact(item.points) for item in self.items), Exact(0))
        if setting.weight is not None and summed != setting.weight:
            yield rulebook_misfit(
                (*at, "items"),
                "rulebook.checklist.weights",
                summed=show(summed),
                weight=show(setting.weight),
            )

    def uses(self) -> Iterator[FormulaUse | AnswerUse]:
        """Draw on an answer for each item."""
        for n, item in enumerate(self.items):
            yield AnswerUse(("items", n, "input"), item.input, "flag")
