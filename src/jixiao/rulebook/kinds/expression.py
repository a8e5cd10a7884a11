"""``expression``: points by a formula of the designer's own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from jixiao.figures import Exact, format_points
from jixiao.figures import format_number as show
from jixiao.finding import Bilingual, chinese_text
from jixiao.formula import formula_prose, parse_formula
from jixiao.rulebook.kinds.rule import Given, Rule, Setting
from jixiao.rulebook.kinds.trees import clamp_node, number_node, substitute_nodes
from jixiao.rulebook.kinds.uses import AnswerUse, FormulaUse, LintSetting
from jixiao.rulebook.kinds.written import WrittenRule
from jixiao.rulebook.misfits import ContentPath, RulebookMisfit
from jixiao.rulebook.trace_texts import trace_text


class Expression(WrittenRule):
    """Points by a formula over the rate ``x``, ``weight`` and inputs, kept within 0 and weight."""

    kind: Literal["expression"]
    formula: str
    says: str = ""

    def compile(self, setting: Setting) -> Rule:
        """Make the rule ready."""
        weight = number_node(setting.weight)
        points = substitute_nodes(parse_formula(self.formula), "weight", weight)

        def explain(given: Given) -> Bilingual | None:
            return trace_text("trace.by-formula", points=format_points(given.points))

        tree = clamp_node(Exact(0), points, setting.weight)
        return Rule(sentence=self.says or self._own_words(setting), tree=tree, explain=explain)

    def _own_words(self, setting: Setting) -> str:
        """The formula in words, where the rulebook has none: 得分＝分值 × (比率 − 60%) ÷ 40%."""
        words = {
            "x": chinese_text("rules.cases.rate"),
            "weight": chinese_text("rules.cases.weight"),
        }
        words |= {id_: asked.label for id_, asked in setting.inputs.items()}
        formula = formula_prose(parse_formula(self.formula), words)
        return chinese_text("rules.expression", formula=formula, most=show(setting.weight))

    def lint(self, _at: ContentPath, _setting: LintSetting) -> Iterator[RulebookMisfit]:
        """Leave the formula to the check of formulas."""
        return iter(())

    def uses(self) -> Iterator[FormulaUse | AnswerUse]:
        """Draw on its formula."""
        yield FormulaUse(("formula",), self.formula, ("x", "weight"))
