"""``cases``: the first condition over inputs that holds gives the points."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from jixiao.figures import Exact
from jixiao.figures import format_number as show
from jixiao.finding import Bilingual, chinese_text
from jixiao.formula import Tree, formula_prose, parse_formula
from jixiao.rulebook.kinds.elsewhere import points_elsewhere
from jixiao.rulebook.kinds.rule import Given, Rule, Setting, join_sentences
from jixiao.rulebook.kinds.trees import (
    call_node,
    clamp_node,
    either_node,
    number_node,
    substitute_nodes,
)
from jixiao.rulebook.kinds.uses import AnswerUse, FormulaUse, LintSetting
from jixiao.rulebook.kinds.written import Elsewhere, WrittenRule
from jixiao.rulebook.misfits import ContentPath, RulebookMisfit
from jixiao.rulebook.trace_texts import trace_text


class CaseStep(WrittenRule):
    """A condition over inputs, what it is called and its points (a number or a formula)."""

    when: str
    says: str
    score: Decimal | str

    def points(self, weight: Fraction) -> Tree:
        """Give the points of this step, kept within 0 and the weight."""
        if isinstance(self.score, str):
            formula = parse_formula(self.score)
            points = substitute_nodes(formula, "weight", number_node(weight))
            return clamp_node(Exact(0), points, weight)
        return number_node(Exact(self.score))


def _sentence(step: CaseStep, setting: Setting) -> str:
    if not isinstance(step.score, str):
        return chinese_text("rules.step", name=step.says, points=show(Exact(step.score)))
    words = {"x": chinese_text("rules.cases.rate"), "weight": chinese_text("rules.cases.weight")}
    words |= {id_: asked.label for id_, asked in setting.inputs.items()}
    formula = formula_prose(parse_formula(step.score), words)
    return chinese_text("rules.cases.formula", name=step.says, formula=formula)


class Cases(WrittenRule):
    """The first condition that holds gives the points."""

    kind: Literal["cases"]
    steps: tuple[CaseStep, ...]
    elsewhere: Elsewhere

    def compile(self, setting: Setting) -> Rule:
        """Make the rule ready."""
        conditions = [parse_formula(step.when) for step in self.steps]
        points = [step.points(setting.weight) for step in self.steps]
        tree, rest = points_elsewhere(self.elsewhere, setting.weight)
        for condition, node in reversed(list(zip(conditions, points, strict=True))):
            tree = call_node("if", condition, node, tree)
        text = [_sentence(step, setting) for step in self.steps]
        scored: Tree = tree

        def explain(given: Given) -> Bilingual | None:
            taken = given.branch(scored)
            for step, node in zip(self.steps, points, strict=True):
                if taken is node:
                    return trace_text("trace.step", step=step.says)
            return trace_text("trace.no-step")

        decided = either_node(conditions) if self.elsewhere == "ask" else None
        return Rule(
            sentence=join_sentences([*text, rest]), tree=tree, decided=decided, explain=explain
        )

    def lint(self, _at: ContentPath, _setting: LintSetting) -> Iterator[RulebookMisfit]:
        """Leave the conditions and formulas to the check of formulas."""
        return iter(())

    def uses(self) -> Iterator[FormulaUse | AnswerUse]:
        """Draw on a condition, perhaps a formula, for each step."""
        for n, step in enumerate(self.steps):
            yield FormulaUse(("steps", n, "when"), step.when, ("x",), is_condition=True)
            if isinstance(step.score, str):
                yield FormulaUse(("steps", n, "score"), step.score, ("x", "weight"))
