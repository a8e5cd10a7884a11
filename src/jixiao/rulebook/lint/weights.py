"""Weights: parts add up to their row, rows to the sections stated, everything to the total."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.figures import format_number as show
from jixiao.rulebook.misfits import RulebookMisfit, rulebook_misfit
from jixiao.rulebook.schema import Indicator, Rulebook


def lint_weights(rulebook: Rulebook) -> Iterator[RulebookMisfit]:
    """Check all sums of weights; an abstract rulebook leaves weights open."""
    if rulebook.abstract:
        return
    for n, indicator in enumerate(rulebook.indicators):
        if indicator.weight is None and indicator.group is None:
            yield rulebook_misfit(
                ("indicators", n),
                f"“{indicator.name}”没有分值",
                f"{indicator.id} has no weight",
                "补上 weight = …",
                "add weight = …",
            )
        yield from _parts(n, indicator)
    for n, block in enumerate(rulebook.blocks):
        if block.weight is None:
            yield rulebook_misfit(
                ("blocks", n),
                f"自设指标“{block.id}”没有分值",
                f"block {block.id} has no weight",
                "补上 weight = …",
                "add weight = …",
            )
    for n, section in enumerate(rulebook.sections):
        summed = _sum(rulebook, section.path)
        if summed != Fraction(section.weight):
            where = "·".join(section.path)
            yield rulebook_misfit(
                ("sections", n, "weight"),
                f"“{where}”各行分值合计{show(summed)}，不是{section.weight}",
                f"rows below {where} weigh {show(summed)}, not {section.weight}",
                "改各行的 weight，或改这里的合计",
                "change the weights of the rows or this sum",
            )
    total = _sum(rulebook, ())
    if total != Fraction(rulebook.total):
        yield rulebook_misfit(
            ("total",),
            f"全部分值合计{show(total)}，不是{rulebook.total}",
            f"all weights add up to {show(total)}, not {rulebook.total}",
            "改各行的 weight，或改 total",
            "change the weights of the rows or total",
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
            f"“{indicator.name}”各部分分值合计{summed}，不是{show(weight)}",
            f"the parts of {indicator.id} weigh {summed}, not {show(weight)}",
            "改各部分的 weight",
            "change the weights of the parts",
        )
    if indicator.combine == "best" and any(part != weight for part in found):
        yield rulebook_misfit(
            ("indicators", n, "parts"),
            f"“{indicator.name}”择优取一，每一部分的分值都应为{show(weight)}",
            f"each alternative of {indicator.id} must weigh {show(weight)}",
            "改各部分的 weight",
            "change the weights of the parts",
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
