"""Weights: parts add up to their row, rows to the sections stated, everything to the total."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.figures import format_number as show
from jixiao.rulebook.misfits import RulebookMisfit, rulebook_misfit
from jixiao.rulebook.schema import Indicator, Rulebook


def lint_weights(rulebook: Rulebook) -> Iterator[RulebookMisfit]:
    """Check all sums of weights; an abstract rulebook and a draft leave weights open."""
    if rulebook.abstract or rulebook.draft:
        return
    for n, indicator in enumerate(rulebook.indicators):
        if indicator.weight is None and indicator.group is None:
            yield rulebook_misfit(("indicators", n), "rulebook.weight.missing", name=indicator.name)
        yield from _parts(n, indicator)
    for n, block in enumerate(rulebook.blocks):
        if block.weight is None:
            yield rulebook_misfit(("blocks", n), "rulebook.block.weight-missing", block=block.id)
    for n, section in enumerate(rulebook.sections):
        summed = _sum(rulebook, section.path)
        if summed != Fraction(section.weight):
            where = "·".join(section.path)
            yield rulebook_misfit(
                ("sections", n, "weight"),
                "rulebook.section.weights",
                where=where,
                summed=show(summed),
                weight=section.weight,
            )
    total = _sum(rulebook, ())
    if total != Fraction(rulebook.total):
        yield rulebook_misfit(
            ("total",), "rulebook.total.weights", summed=show(total), weight=rulebook.total
        )


def _parts(n: int, indicator: Indicator) -> Iterator[RulebookMisfit]:
    if not indicator.parts or indicator.weight is None:
        return
    weight = Fraction(indicator.weight)
    found = [Fraction(part.weight) for part in indicator.parts]
    summed = show(sum(found, Fraction(0)))
    if indicator.combine == "sum" and sum(found) != weight:
        yield rulebook_misfit(
            ("indicators", n, "parts"),
            "rulebook.parts.weights",
            name=indicator.name,
            summed=summed,
            weight=show(weight),
        )
    if indicator.combine == "best" and any(part != weight for part in found):
        yield rulebook_misfit(
            ("indicators", n, "parts"),
            "rulebook.parts.best-weights",
            name=indicator.name,
            weight=show(weight),
        )


def _sum(rulebook: Rulebook, path: tuple[str, ...]) -> Fraction:
    """The weight of all rows below a path; rows of a group weigh as the group does, once."""
    depth = len(path)
    summed = Fraction(0)
    groups = set()
    for indicator in rulebook.indicators:
        if indicator.path[:depth] != path or indicator.adjusts:
            continue
        if indicator.weight is not None:
            summed += Fraction(indicator.weight)
        elif indicator.group is not None:
            groups.add(indicator.group)
    summed += sum((Fraction(g.weight) for g in rulebook.groups if g.id in groups), Fraction(0))
    for block in rulebook.blocks:
        if block.path[:depth] == path and block.weight is not None:
            summed += Fraction(block.weight)
    return summed
