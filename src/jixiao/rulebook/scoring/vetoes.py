"""Breaches that decide (一票否决) over the whole: the total and the grade that are left."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from jixiao.figures import Exact
from jixiao.rulebook.outcome import Figures
from jixiao.rulebook.schema import Rulebook, Veto
from jixiao.rulebook.scoring.evaluate import holds
from jixiao.rulebook.scoring.plan import plan_vetoes


def vetoes_met(rulebook: Rulebook, figures: Figures) -> Iterator[Veto]:
    """The vetoes whose condition holds; one whose inputs are blank does not."""
    for made in plan_vetoes(rulebook):
        if holds(made.when, made.conditions, figures):
            yield made.veto


def vetoed_total(rulebook: Rulebook, total: Fraction, figures: Figures) -> Fraction:
    """The total that is left of ``total`` points."""
    most = [Exact(v.total) for v in vetoes_met(rulebook, figures) if v.total is not None]
    return min([total, *most])


def grade_allowed(rulebook: Rulebook, total: Decimal, figures: Figures) -> str | None:
    """The grade of a total, not better than a veto leaves; None without grades."""
    names = [grade.name for grade in rulebook.grades]
    grade = rulebook.grade_of(total)
    if grade is None:
        return None
    best = [names.index(v.grade) for v in vetoes_met(rulebook, figures) if v.grade in names]
    return names[max([names.index(grade), *best])]
