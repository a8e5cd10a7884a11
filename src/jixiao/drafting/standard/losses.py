"""Points lost for each step by which a rate leaves a range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from jixiao.drafting.grammar import Band, Baseline, Series, StepLoss
from jixiao.drafting.standard.heard import Heard, are_of_one_unit
from jixiao.drafting.standard.reading import OpenPoint, PartReading, StandardReading, whole_if
from jixiao.drafting.standard.written import NotReadError, decimal_of, most_points, range_text
from jixiao.rulebook import Deduct, Mode, RateRange


def steps_of(heard: Heard) -> list[StepLoss]:
    """Give the losses; of ``5日扣0.5分，10日扣1分，以此类推`` the first, if it gives the rest."""
    steps = heard.of(StepLoss)
    if not (heard.of(Series) or _are_multiples(steps)):
        return steps
    first = steps[0]
    if len(steps) < 2 or any(s.step * first.points != s.points * first.step for s in steps):
        raise NotReadError
    return [first]


def _are_multiples(steps: Sequence[StepLoss]) -> bool:
    """``有1次扣2分；有2次扣4分``: the same for each, said one after the other."""
    counts = [step.step for step in steps]
    if len(steps) < 2 or any(step.is_each for step in steps) or counts[0] != 1:
        return False
    is_same = all(s.points == s.step * steps[0].points for s in steps)
    return is_same and counts == sorted(set(counts)) and len({s.measure for s in steps}) == 1


def deduct_rule(heard: Heard) -> StandardReading:
    """``≤100%得5分，每超1个百分点扣0.5分``."""
    steps, bands = steps_of(heard), heard.of(Band)
    gains = [b for b in bands if b.points != 0]
    zeros = [b for b in bands if b.points == 0]
    base = next((b.value for b in heard.of(Baseline)), None)
    if len(steps) > 1 or len(gains) > 1 or len(zeros) > 1:
        raise NotReadError
    step, gain = steps[0], gains[0] if gains else None
    if zeros and zeros[0].is_distance and gain is not None:
        zeros = [_from_end(zeros[0], gain, step)]
    if gain is None and base is None and step.beyond is None:
        raise NotReadError
    points = most_points(gain.points if gain else None, heard.full)
    where = _full_range(step, gain, base)
    is_whole = heard.only(Band, StepLoss, Baseline, Series) and heard.is_full(points)
    where, is_one_side = _of_one_side(where, gain, zeros, step)
    is_whole &= is_one_side or _agrees(step, where, zeros)
    is_whole &= base in (None, where.low, where.high)
    is_whole &= heard.is_of_one_rate() and (step.is_each or step.step == 1 or step.is_percent)
    is_whole &= not zeros or is_one_side or _is_outside(zeros[0].where, where)
    is_whole &= are_of_one_unit((step.measure, *(b.measure for b in bands)))
    is_whole &= step.direction != "count" and _is_same(step, gain)
    rule = Deduct(
        kind="deduct",
        full=range_text(where, is_percent=step.is_percent),
        points=decimal_of(step.points),
        step=decimal_of(step.step),
        mode=mode(step),
        cap=None if step.cap is None else decimal_of(step.cap),
        zero=range_text(zeros[0].where, is_percent=step.is_percent) if zeros else None,
    )
    return StandardReading(
        heard.text,
        whole_if(is_whole),
        points,
        (PartReading(points, rule),),
        is_percent=step.is_percent,
        measure=step.measure,
        subject=gain.subject if gain else "",
        open=open_points(heard, steps) | (frozenset() if is_one_side else _uncovered(gain, step)),
    )


def _from_end(zero: Band, gain: Band, step: StepLoss) -> Band:
    """``下降10个百分点以上不得分``: so far from where full marks end."""
    distance, end = zero.where.low, gain.where.low if step.direction == "under" else gain.where.high
    if distance is None or zero.where.high is not None or end is None:
        raise NotReadError
    is_closed = zero.where.low_closed
    if step.direction == "under":
        where = RateRange(None, end - distance, high_closed=is_closed)
    else:
        where = RateRange(end + distance, None, low_closed=is_closed)
    return replace(zero, where=where, is_distance=False)


def _of_one_side(
    where: RateRange, gain: Band | None, zeros: Sequence[Band], step: StepLoss
) -> tuple[RateRange, bool]:
    """``=100%得3分，每低1个百分点扣0.3分，超过100%不得分``: one value, losses on one side only."""
    if gain is None or len(zeros) != 1 or gain.where.low != gain.where.high or step.beyond:
        return where, False
    value, zero = gain.where, zeros[0].where
    is_above = zero.low == value.low and zero.high is None and not zero.low_closed
    is_below = zero.high == value.high and zero.low is None and not zero.high_closed
    if (is_above and step.direction == "under") or (is_below and step.direction == "over"):
        return value, True
    return where, False


def _is_same(step: StepLoss, gain: Band | None) -> bool:
    """Whether steps and range are of one unit; a bare 0 is of any."""
    if gain is None or step.is_percent == gain.is_percent:
        return True
    return not gain.is_percent and {gain.where.low, gain.where.high} <= {None, Fraction(0)}


def _uncovered(gain: Band | None, step: StepLoss) -> frozenset[OpenPoint]:
    """``=0得5分，每增加…``: nothing is said of what lies on the other side."""
    is_point = gain is not None and not gain.is_bare and gain.where.low == gain.where.high
    return frozenset({OpenPoint.UNCOVERED} if is_point and step.direction != "off" else ())


def _is_outside(zero: RateRange, full: RateRange) -> bool:
    """Whether what gets no marks lies beyond the losses, on their side."""
    if full.high is not None and (zero.low is None or zero.low < full.high):
        return False
    return full.low is None or (zero.high is not None and zero.high <= full.low)


def open_points(heard: Heard, steps: Sequence[StepLoss]) -> frozenset[OpenPoint]:
    open_points = set()
    if any(s.mode is None and (s.is_percent or s.step != 1) for s in steps):
        open_points.add(OpenPoint.PART_STEP)
    if not heard.is_limited and any(s.cap is None for s in steps):
        open_points.add(OpenPoint.NO_CAP)
    return frozenset(open_points)


def mode(step: StepLoss) -> Mode:
    if step.mode == "started":
        return "started"
    return "prorata" if step.mode == "prorata" else "whole"


def _full_range(step: StepLoss, band: Band | None, base: Fraction | None) -> RateRange:
    """Where full marks are given: as the words say, turned by the direction of the steps."""
    if band is not None and not band.is_bare and band.where.low != band.where.high:
        low, high = band.unsaid  # at an end itself nothing is lost
        return replace(
            band.where,
            low_closed=band.where.low_closed or low,
            high_closed=band.where.high_closed or high,
        )
    beyond = step.beyond
    end = base
    if band is not None and band.where.low is not None:
        end = band.where.low
    elif base is None and beyond is not None:
        end = beyond.low if beyond.low is not None else beyond.high
    if end is None:
        raise NotReadError
    if step.direction == "over":
        return RateRange(None, end, high_closed=True)
    if step.direction == "under":
        return RateRange(end, None, low_closed=True)
    if step.direction == "off":
        return RateRange(end, end, low_closed=True, high_closed=True)
    raise NotReadError


def _agrees(step: StepLoss, where: RateRange, zeros: Sequence[Band]) -> bool:
    """Whether steps leave the range on the side where it ends, and begin at its end."""
    if where.low is not None and where.high is not None and where.low != where.high:
        is_either_sign = where.low == -where.high and step.direction == "over"
        return step.beyond is None and (is_either_sign or step.direction == "off")
    is_point = where.low is not None and where.low == where.high
    if is_point or step.direction == "off":
        return is_point and step.direction == "off" and step.beyond is None
    end, is_closed = (
        (where.high, where.high_closed)
        if step.direction == "over"
        else (where.low, where.low_closed)
    )
    if end is None or not (is_closed or step.mode != "started"):
        return False
    return step.beyond is None or _begins_at(step.beyond, end, step.direction, zeros)


def _begins_at(beyond: RateRange, end: Fraction, direction: str, zeros: Sequence[Band]) -> bool:
    """Whether losses begin at an end, and go on for ever or to where there are no marks."""
    if direction == "over":
        until = (None, *(zero.where.low for zero in zeros))
        return beyond.low == end and beyond.high in until and not beyond.low_closed
    until = (None, *(zero.where.high for zero in zeros))
    return beyond.high == end and beyond.low in until and not beyond.high_closed
