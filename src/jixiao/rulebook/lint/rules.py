"""Scoring rules: each has what it needs, and its points fit the weight."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from jixiao.rulebook.kinds import LintSetting, Measure, Score
from jixiao.rulebook.misfits import ContentPath, RulebookMisfit, rulebook_misfit
from jixiao.rulebook.schema import Indicator, Input, Role, Rulebook
from jixiao.rulebook.scoring import weight_of

_ROLES = {
    "target": (Role.OPERATOR, Role.TARGET, Role.ACTUAL),
}


def lint_rules(rulebook: Rulebook) -> Iterator[RulebookMisfit]:
    """Check every scoring rule of a rulebook."""
    inputs: Mapping[str, Input] = rulebook.input_by_id
    for n, indicator in enumerate(rulebook.indicators):
        at: ContentPath = ("indicators", n)
        weight = weight_of(rulebook, indicator)
        if indicator.score is not None:
            setting = LintSetting(weight, Measure(indicator.rate_unit), inputs)
            yield from indicator.score.lint((*at, "score"), setting)
            yield from _needs_rate(at, indicator.score, indicator.rate)
        elif not indicator.parts and not rulebook.abstract:
            yield rulebook_misfit(at, "rulebook.score.missing", name=indicator.name)
        if indicator.score is not None and indicator.parts:
            yield rulebook_misfit((*at, "score"), "rulebook.score.and-parts", name=indicator.name)
        for p, part in enumerate(indicator.parts):
            where = (*at, "parts", p)
            setting = LintSetting(Fraction(part.weight), Measure(part.rate_unit), inputs)
            yield from part.score.lint((*where, "score"), setting)
            yield from _needs_rate(where, part.score, part.rate)
        yield from _not_applicable(at, indicator)
    yield from _blocks(rulebook)


def _blocks(rulebook: Rulebook) -> Iterator[RulebookMisfit]:
    """Free rows are scored against their targets, converted, or judged; nothing else fits them."""
    roles = {column.role for column in rulebook.columns}
    for n, block in enumerate(rulebook.blocks):
        at: ContentPath = ("blocks", n)
        if not block.score.fits_free_rows:
            yield rulebook_misfit(
                (*at, "score", "kind"), "rulebook.block.kind", kind=block.score.kind
            )
        for role in _ROLES.get(block.score.kind, ()):
            if role not in roles and not rulebook.draft:
                yield rulebook_misfit(
                    ("columns",), "rulebook.block.role", block=block.id, role=role
                )


def _not_applicable(at: ContentPath, indicator: Indicator) -> Iterator[RulebookMisfit]:
    if indicator.if_zero == "na" and indicator.not_applicable is None:
        yield rulebook_misfit((*at, "if_zero"), "rulebook.not-applicable.missing")


def _needs_rate(at: ContentPath, score: Score, rate: str | None) -> Iterator[RulebookMisfit]:
    if rate is None and score.scores_a_rate:
        yield rulebook_misfit(at, "rulebook.rate.missing", kind=score.kind)
