"""``judged``: a person judges within a range of points, perhaps divided into tiers."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar, Literal

from jixiao.figures import Exact
from jixiao.figures import format_number as show
from jixiao.finding import chinese_text
from jixiao.rulebook.kinds.rule import Rule, Setting, join_sentences
from jixiao.rulebook.kinds.tiers import tiers_in_words
from jixiao.rulebook.kinds.uses import AnswerUse, FormulaUse, LintSetting
from jixiao.rulebook.kinds.written import Tier, WrittenRule
from jixiao.rulebook.misfits import ContentPath, RulebookMisfit


class Judged(WrittenRule):
    """A person judges; only min ≤ score ≤ weight is checked. ``tiers`` guide the judgement."""

    fits_free_rows: ClassVar[bool] = True

    kind: Literal["judged"]
    min: Decimal = Decimal(0)
    tiers: tuple[Tier, ...] = ()
    says: str = ""

    def compile(self, setting: Setting) -> Rule:
        """Make the rule ready: nothing to compute."""
        words = [self.says] if self.says else []
        if self.tiers:
            words.append(tiers_in_words(self.tiers).zh)
        least, most = show(Exact(self.min)), show(setting.weight)
        words.append(chinese_text("rules.judged", least=least, most=most))
        return Rule(sentence=join_sentences(words))

    def lint(self, _at: ContentPath, _setting: LintSetting) -> Iterator[RulebookMisfit]:
        """Find nothing: a person judges."""
        return iter(())

    def uses(self) -> Iterator[FormulaUse | AnswerUse]:
        """Draw on nothing."""
        return iter(())
