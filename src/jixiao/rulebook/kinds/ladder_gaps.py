"""Ladders without gaps, overlaps or steps that are never reached."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.figures import Exact
from jixiao.rulebook.kinds.measure import Measure
from jixiao.rulebook.misfits import ContentPath, RulebookMisfit, rulebook_misfit
from jixiao.rulebook.ranges import RateRange
from jixiao.rulebook.trace_texts import join_texts


def lint_steps(
    at: ContentPath, ranges: Sequence[RateRange], measure: Measure, *, has_elsewhere: bool
) -> Iterator[RulebookMisfit]:
    """Check that every value belongs to exactly one step."""
    gaps = _gaps(ranges)
    if gaps and not has_elsewhere:
        text = join_texts(map(measure.span, gaps), "trace.figures") or ""
        yield rulebook_misfit(at, "rulebook.ladder.gaps", gaps=text)
    for n, where in enumerate(ranges):
        for m in range(n):
            if _overlap(ranges[m], where):
                yield _clash(at, measure, m, ranges[m], n, where)
    if not gaps and has_elsewhere:
        yield rulebook_misfit((*at, "elsewhere"), "rulebook.ladder.elsewhere")


def _clash(
    at: ContentPath, measure: Measure, m: int, first: RateRange, n: int, second: RateRange
) -> RulebookMisfit:
    is_dead = _covers(first, second)
    return rulebook_misfit(
        (*at, "steps", n),
        "rulebook.ladder.dead-step" if is_dead else "rulebook.ladder.overlap",
        remedy="rulebook.ladder.one-step",
        later=n + 1,
        later_span=measure.span(second),
        earlier=m + 1,
        earlier_span=measure.span(first),
    )


_Low = tuple[int, Fraction, int]


def _low(where: RateRange) -> _Low:
    """The lower end as something to compare: no end first, an end included before one left out."""
    if where.low is None:
        return (0, Exact(0), 0)
    return (1, where.low, 0 if where.low_closed else 1)


def _after(where: RateRange) -> _Low | None:
    """The first place behind the upper end; None where there is no end."""
    if where.high is None:
        return None
    return (1, where.high, 1 if where.high_closed else 0)


def _gaps(ranges: Sequence[RateRange]) -> list[RateRange]:
    found = []
    reached: _Low | None = (0, Exact(0), 0)
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


def _between(start: _Low, stop: _Low | None) -> RateRange:
    return RateRange(
        low=start[1] if start[0] else None,
        high=stop[1] if stop else None,
        low_closed=bool(start[0]) and not start[2],
        high_closed=bool(stop and stop[2]),
    )


def _overlap(a: RateRange, b: RateRange) -> bool:
    first, second = sorted((a, b), key=_low)
    behind = _after(first)
    return behind is None or _low(second) < behind


def _covers(outer: RateRange, inner: RateRange) -> bool:
    behind, ends = _after(outer), _after(inner)
    return _low(outer) <= _low(inner) and (behind is None or (ends is not None and ends <= behind))
