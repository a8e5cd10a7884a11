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
            yield rulebook_misfit(
                at,
                f"“{indicator.name}”没有评分规则",
                f"{indicator.id} has no scoring rule",
                "补上 score = { kind = … } 或 [[indicators.parts]]",
                "add score = { kind = … } or [[indicators.parts]]",
            )
        if indicator.score is not None and indicator.parts:
            yield rulebook_misfit(
                (*at, "score"),
                f"“{indicator.name}”既有 score 又有 parts",
                f"{indicator.id} has both score and parts",
                "二者留一",
                "keep one of them",
            )
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
                (*at, "score", "kind"),
                f'自设指标不能用 kind = "{block.score.kind}"',
                f"free rows cannot be scored by kind {block.score.kind!r}",
                '改用 "target"、"item" 或 "judged"',
                'use "target", "item" or "judged"',
            )
        for role in _ROLES.get(block.score.kind, ()):
            if role not in roles:
                yield rulebook_misfit(
                    ("columns",),
                    f'自设指标“{block.id}”要用到 role = "{role}" 的栏目',
                    f"block {block.id} needs a column with the role {role}",
                    f'补上 role = "{role}" 的栏目',
                    f'add a column with role = "{role}"',
                )


def _not_applicable(at: ContentPath, indicator: Indicator) -> Iterator[RulebookMisfit]:
    if indicator.if_zero == "na" and indicator.not_applicable is None:
        yield rulebook_misfit(
            (*at, "if_zero"),
            'if_zero = "na" 要说明不适用时怎么办',
            "if_zero 'na' needs a policy",
            '补上 not_applicable = { then = "full" } 或 { then = "drop" }',
            'add not_applicable = { then = "full" } or { then = "drop" }',
        )


def _needs_rate(at: ContentPath, score: Score, rate: str | None) -> Iterator[RulebookMisfit]:
    if rate is None and score.scores_a_rate:
        yield rulebook_misfit(
            at,
            f'kind = "{score.kind}" 按比率评分，却没有 rate',
            f"kind {score.kind!r} scores a rate, but there is no rate",
            '补上 rate = "…"',
            'add rate = "…"',
        )
