"""Scoring rules: each has what it needs, and its points fit the weight."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from jixiao.figures import format_number as show
from jixiao.rulebook.kinds import Measure
from jixiao.rulebook.lint.ladders import lint_ladder
from jixiao.rulebook.schema import (
    Checklist,
    Choice,
    Deduct,
    Indicator,
    Input,
    ItemScore,
    Judged,
    Ladder,
    Loss,
    Role,
    Rulebook,
    Score,
    Target,
    parse_range,
)
from jixiao.rulebook.scoring import weight_of
from jixiao.rulebook.source import ContentPath, RulebookMisfit, rulebook_misfit

_ROLES = {
    "target": (Role.OPERATOR, Role.TARGET, Role.ACTUAL),
}


def lint_rules(rulebook: Rulebook) -> Iterator[RulebookMisfit]:
    """Check every scoring rule of a rulebook."""
    for n, indicator in enumerate(rulebook.indicators):
        at: ContentPath = ("indicators", n)
        weight = weight_of(rulebook, indicator)
        if indicator.score is not None:
            yield from _score((*at, "score"), indicator.score, weight, indicator.rate_unit)
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
            yield from _score((*where, "score"), part.score, Fraction(part.weight), part.rate_unit)
            yield from _needs_rate(where, part.score, part.rate)
        yield from _not_applicable(at, indicator)
        for score in (indicator.score, *(part.score for part in indicator.parts)):
            if isinstance(score, Choice):
                yield from _choice((*at, "score"), score, rulebook.input_by_id)
    yield from _blocks(rulebook)


def _blocks(rulebook: Rulebook) -> Iterator[RulebookMisfit]:
    """Free rows are scored against their targets, converted, or judged; nothing else fits them."""
    roles = {column.role for column in rulebook.columns}
    for n, block in enumerate(rulebook.blocks):
        at: ContentPath = ("blocks", n)
        if not isinstance(block.score, Target | ItemScore | Judged):
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


def _choice(
    at: ContentPath, choice: Choice, inputs: Mapping[str, Input]
) -> Iterator[RulebookMisfit]:
    asked = inputs.get(choice.input)
    options = asked.choices if asked is not None else ()
    for option in (*choice.scores, *options):
        if (option in choice.scores) != (option in options):
            yield rulebook_misfit(
                (*at, "scores"),
                f"选项“{option}”只在 choices 和 scores 之一中出现",
                f"option {option!r} stands in only one of choices and scores",
                "两处写成同样的选项",
                "write the same options in both",
            )


def _needs_rate(at: ContentPath, score: Score, rate: str | None) -> Iterator[RulebookMisfit]:
    if rate is None and score.kind in ("deduct", "ladder", "linear"):
        yield rulebook_misfit(
            at,
            f'kind = "{score.kind}" 按比率评分，却没有 rate',
            f"kind {score.kind!r} scores a rate, but there is no rate",
            '补上 rate = "…"',
            'add rate = "…"',
        )


def _score(
    at: ContentPath, score: Score, weight: Fraction | None, unit: str
) -> Iterator[RulebookMisfit]:
    match score:
        case Ladder():
            yield from lint_ladder(at, score, Measure(unit))
            for n, step in enumerate(score.steps):
                yield from _points((*at, "steps", n, "score"), Fraction(step.score), weight)
        case Deduct():
            yield from _deduct(at, score)
        case Checklist():
            summed = sum((Fraction(item.points) for item in score.items), Fraction(0))
            if weight is not None and summed != weight:
                yield rulebook_misfit(
                    (*at, "items"),
                    f"各要点分值合计{show(summed)}，不是{show(weight)}",
                    f"the items weigh {show(summed)}, not {show(weight)}",
                    "改各要点的 points 或该行的 weight",
                    "change the points or the weight",
                )
        case Choice():
            for option, points in score.scores.items():
                yield from _points((*at, "scores", option), Fraction(points), weight)
        case Target():
            yield rulebook_misfit(
                (*at, "kind"),
                'kind = "target" 只用于自设指标（blocks）',
                "kind 'target' is for blocks of free rows",
                "改用 linear 或 deduct",
                "use linear or deduct",
            )
        case _:
            pass


def _points(at: ContentPath, points: Fraction, weight: Fraction | None) -> Iterator[RulebookMisfit]:
    if points < 0 or (weight is not None and points > weight):
        most = show(weight) if weight is not None else "—"
        yield rulebook_misfit(
            at,
            f"得分{show(points)}不在0至{most}之间",
            f"{show(points)} points are not within 0 and {most}",
            "改 score 或 weight",
            "change score or weight",
        )


def _deduct(at: ContentPath, loss: Loss) -> Iterator[RulebookMisfit]:
    full = parse_range(loss.full)
    is_open = (full.low is not None and not full.low_closed) or (
        full.high is not None and not full.high_closed
    )
    if is_open:
        yield rulebook_misfit(
            (*at, "full"),
            f"得满分的范围“{loss.full}”要包括端点",
            f"the range of full marks {loss.full!r} must include its ends",
            "用 >= 或 <=",
            "use >= or <=",
        )
    if loss.step <= 0 or loss.points <= 0:
        yield rulebook_misfit(
            (*at, "step" if loss.step <= 0 else "points"),
            "step 和 points 都要大于零",
            "step and points must be above zero",
            "扣分写成正数",
            "write points lost as a positive number",
        )
