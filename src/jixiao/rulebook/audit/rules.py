"""Scoring rules: ladders without gaps, overlaps or dead steps, points that fit the weight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.figures.show import number as show
from jixiao.rulebook.audit.say import misfit
from jixiao.rulebook.model import Rulebook
from jixiao.rulebook.ranges import Range, parse_range
from jixiao.rulebook.scores import Checklist, Choice, Deduct, Ladder, Loss, Score, Target
from jixiao.rulebook.scoring.measure import Measure
from jixiao.rulebook.scoring.plan import weight_of
from jixiao.rulebook.shape import Misfit, Place


def rules(rulebook: Rulebook) -> Iterator[Misfit]:
    """Check every scoring rule of a rulebook."""
    for n, indicator in enumerate(rulebook.indicators):
        at: Place = ("indicators", n)
        weight = weight_of(rulebook, indicator)
        if indicator.score is not None:
            yield from _score((*at, "score"), indicator.score, weight, indicator.rate_unit)
            yield from _needs_rate(at, indicator.score, indicator.rate)
        elif not indicator.parts and not rulebook.abstract:
            yield misfit(
                at,
                f"“{indicator.name}”没有评分规则",
                f"{indicator.id} has no scoring rule",
                "补上 score = { kind = … } 或 [[indicators.parts]]",
                "add score = { kind = … } or [[indicators.parts]]",
            )
        if indicator.score is not None and indicator.parts:
            yield misfit(
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


def _needs_rate(at: Place, score: Score, rate: str | None) -> Iterator[Misfit]:
    if rate is None and score.kind in ("deduct", "ladder", "linear"):
        yield misfit(
            at,
            f'kind = "{score.kind}" 按比率评分，却没有 rate',
            f"kind {score.kind!r} scores a rate, but there is no rate",
            '补上 rate = "…"',
            'add rate = "…"',
        )


def _score(at: Place, score: Score, weight: Fraction | None, unit: str) -> Iterator[Misfit]:
    match score:
        case Ladder():
            yield from _ladder(at, score, Measure(unit))
            for n, step in enumerate(score.steps):
                yield from _points((*at, "steps", n, "score"), Fraction(step.score), weight)
        case Deduct():
            yield from _deduct(at, score)
        case Checklist():
            summed = sum((Fraction(item.points) for item in score.items), Fraction(0))
            if weight is not None and summed != weight:
                yield misfit(
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
            yield misfit(
                (*at, "kind"),
                'kind = "target" 只用于自设指标（blocks）',
                "kind 'target' is for blocks of free rows",
                "改用 linear 或 deduct",
                "use linear or deduct",
            )
        case _:
            pass


def _points(at: Place, points: Fraction, weight: Fraction | None) -> Iterator[Misfit]:
    if points < 0 or (weight is not None and points > weight):
        most = show(weight) if weight is not None else "—"
        yield misfit(
            at,
            f"得分{show(points)}不在0至{most}之间",
            f"{show(points)} points are not within 0 and {most}",
            "改 score 或 weight",
            "change score or weight",
        )


def _deduct(at: Place, loss: Loss) -> Iterator[Misfit]:
    full = parse_range(loss.full)
    is_open = (full.low is not None and not full.low_closed) or (
        full.high is not None and not full.high_closed
    )
    if is_open:
        yield misfit(
            (*at, "full"),
            f"得满分的范围“{loss.full}”要包括端点",
            f"the range of full marks {loss.full!r} must include its ends",
            "用 >= 或 <=",
            "use >= or <=",
        )
    if loss.step <= 0 or loss.points <= 0:
        yield misfit(
            (*at, "step" if loss.step <= 0 else "points"),
            "step 和 points 都要大于零",
            "step and points must be above zero",
            "扣分写成正数",
            "write points lost as a positive number",
        )


def _ladder(at: Place, ladder: Ladder, measure: Measure) -> Iterator[Misfit]:
    ranges = [parse_range(step.when) for step in ladder.steps]
    gaps = _gaps(ranges)
    if gaps and ladder.elsewhere is None:
        told = "、".join(measure.span(gap) for gap in gaps)
        yield misfit(
            at,
            f"各档没有覆盖：{told}",
            f"the steps leave out {told}",
            '补上缺的档，或写明 elsewhere = "ask"、"zero" 或 "full"',
            'add the step, or say elsewhere = "ask", "zero" or "full"',
        )
    for n, where in enumerate(ranges):
        for m in range(n):
            if _overlap(ranges[m], where):
                yield _clash(at, measure, m, ranges[m], n, where)
    if not gaps and ladder.elsewhere is not None:
        yield misfit(
            (*at, "elsewhere"),
            "各档已覆盖全部数值，elsewhere 用不到",
            "the steps cover everything, elsewhere is never reached",
            "删去 elsewhere",
            "remove elsewhere",
        )


def _clash(at: Place, measure: Measure, m: int, first: Range, n: int, second: Range) -> Misfit:
    is_dead = _covers(first, second)
    zh = "永远用不到，已包含在" if is_dead else "重叠于"
    en = "is never reached behind" if is_dead else "overlaps"
    return misfit(
        (*at, "steps", n),
        f"第{n + 1}档“{measure.span(second)}”{zh}第{m + 1}档“{measure.span(first)}”",
        f"step {n + 1} {en} step {m + 1}",
        "改两档的端点，让每个数值只属于一档",
        "change the ends so that every value belongs to one step",
    )


_Low = tuple[int, Fraction, int]


def _low(where: Range) -> _Low:
    """The lower end as something to compare: no end first, an end included before one left out."""
    if where.low is None:
        return (0, Fraction(0), 0)
    return (1, where.low, 0 if where.low_closed else 1)


def _after(where: Range) -> _Low | None:
    """The first place behind the upper end; None where there is no end."""
    if where.high is None:
        return None
    return (1, where.high, 1 if where.high_closed else 0)


def _gaps(ranges: Sequence[Range]) -> list[Range]:
    found = []
    reached: _Low | None = (0, Fraction(0), 0)
    for where in sorted(ranges, key=_low):
        if reached is None:
            break
        if _low(where) > reached:
            found.append(_between(reached, _low(where)))
        behind = _after(where)
        reached = None if behind is None else max(reached, behind)
    if reached is not None:
        found.append(_between(reached, None))
    return found


def _between(start: _Low, stop: _Low | None) -> Range:
    return Range(
        low=start[1] if start[0] else None,
        high=stop[1] if stop else None,
        low_closed=bool(start[0]) and not start[2],
        high_closed=bool(stop and stop[2]),
    )


def _overlap(a: Range, b: Range) -> bool:
    first, second = sorted((a, b), key=_low)
    behind = _after(first)
    return behind is None or _low(second) < behind


def _covers(outer: Range, inner: Range) -> bool:
    behind, ends = _after(outer), _after(inner)
    return _low(outer) <= _low(inner) and (behind is None or (ends is not None and ends <= behind))
