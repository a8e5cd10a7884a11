"""Points lost for each step outside a range, or for each fault."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from jixiao.drafting.grammar import (
    Award,
    Band,
    Baseline,
    FlatLoss,
    ItemPoints,
    Otherwise,
    Series,
    StepLoss,
)
from jixiao.drafting.standard.heard import Heard, bare
from jixiao.drafting.standard.lists import items_rule
from jixiao.drafting.standard.reading import OpenPoint, PartReading, StandardReading, whole_if
from jixiao.drafting.standard.written import NotReadError, decimal_of, most_points, range_text
from jixiao.rulebook import CountedLoss, Deduct, Deductions, Mode, RateRange, Score

_NONE: Final = ("没有", "无", "未发生", "未出现", "不存在", "未发现")


def _steps_of(heard: Heard) -> list[StepLoss]:
    """Give the losses; of ``5日扣0.5分，10日扣1分，以此类推`` the first, if it gives the rest."""
    steps = heard.of(StepLoss)
    if not heard.of(Series):
        return steps
    first = steps[0]
    if len(steps) < 2 or any(s.step * first.points != s.points * first.step for s in steps):
        raise NotReadError
    return [first]


def deduct_rule(heard: Heard) -> StandardReading:
    """``≤100%得5分，每超1个百分点扣0.5分``."""
    steps, bands = _steps_of(heard), heard.of(Band)
    gains = [b for b in bands if b.points != 0]
    zeros = [b for b in bands if b.points == 0]
    base = next((b.value for b in heard.of(Baseline)), None)
    if len(steps) > 1 or len(gains) > 1 or len(zeros) > 1:
        raise NotReadError
    step, gain = steps[0], gains[0] if gains else None
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
    is_whole &= step.direction != "count" and _is_same(step, gain)
    rule = Deduct(
        kind="deduct",
        full=range_text(where, is_percent=step.is_percent),
        points=decimal_of(step.points),
        step=decimal_of(step.step),
        mode=_mode(step),
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
        open=_open_points(heard, steps) | (_uncovered(gain, step) if not is_one_side else frozenset()),
    )


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


def _open_points(heard: Heard, steps: Sequence[StepLoss]) -> frozenset[OpenPoint]:
    open_points = set()
    if any(s.mode is None and (s.is_percent or s.step != 1) for s in steps):
        open_points.add(OpenPoint.PART_STEP)
    if not heard.is_limited and any(s.cap is None for s in steps):
        open_points.add(OpenPoint.NO_CAP)
    return frozenset(open_points)


def _mode(step: StepLoss) -> Mode:
    if step.mode == "started":
        return "started"
    return "prorata" if step.mode == "prorata" else "whole"


def _full_range(step: StepLoss, band: Band | None, base: Fraction | None) -> RateRange:
    """Where full marks are given: as the words say, turned by the direction of the steps."""
    if band is not None and not band.is_bare and band.where.low != band.where.high:
        return band.where
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
    if end is None or not is_closed:
        return False
    return step.beyond is None or _begins_at(step.beyond, end, step.direction, zeros)


def _begins_at(beyond: RateRange, end: Fraction, direction: str, zeros: Sequence[Band]) -> bool:
    """Whether losses begin at an end, and go on for ever or to where there are no marks."""
    if direction == "over":
        until = (None, *(zero.where.low for zero in zeros))
        return beyond.low == end and beyond.high in until and not beyond.low_closed
    until = (None, *(zero.where.high for zero in zeros))
    return beyond.high == end and beyond.low in until and not beyond.high_closed


def counted_rule(heard: Heard) -> StandardReading:
    """``每有1处问题扣1分``, of one sort of fault or of several."""
    steps, said = _steps_of(heard), heard.of(ItemPoints)
    if any(step.is_percent for step in steps):
        raise NotReadError  # 每低于目标值1个百分点: no fault is counted
    gates = [i for i in said if i.points == 0 and len(said) > 1]
    items = [i for i in said if i not in gates]
    given = heard.full
    if items:
        is_full = items[0].points in (Award.FULL, heard.full)
        is_none = items[0].label.startswith(_NONE)
        if len(items) > 1 or not (is_none or len(steps) == 1 or is_full):
            raise NotReadError
        given = most_points(items[0].points, heard.full)
    if gates and given is None:
        raise NotReadError
    several = tuple(_counted(step, n) for n, step in enumerate(steps, 1))
    several += tuple(_gate(g, given or Fraction(0), n) for n, g in enumerate(gates, len(steps) + 1))
    zeros = heard.of(Band)
    rule: Score = Deductions(kind="deductions", items=several)
    if len(several) == 1:
        rule = _deduct_of(steps[0])
        if zeros:
            zero = range_text(zeros[0].where, is_percent=False)
            rule = rule.model_copy(update={"zero": zero})
    is_whole = heard.only(StepLoss, ItemPoints, Series, Band) and heard.is_full(given)
    is_whole &= not zeros or (len(several) == 1 and _are_gates(zeros, steps[0]))
    is_whole &= not gates or all(_is_fault(g.label) for g in gates)
    is_whole &= all(s.is_each or s.step == 1 or heard.of(Series) for s in steps)
    is_whole &= all(not s.noun.startswith("性") for s in steps)
    is_whole &= len({_counted_as(s) for s in steps} - {""}) == len(steps) or len(steps) == 1
    return StandardReading(
        heard.text,
        whole_if(is_whole),
        given,
        (PartReading(given, rule),),
        is_percent=False,
        measure=steps[0].measure or "处",
        counts_from=_counts_from(steps),
        open=_open_points(heard, steps),
    )


_FAULTY: Final = ("发生", "出现", "存在", "未", "有", "不", "没有", "造成", "引发", "漏", "虚")


def _is_fault(label: str) -> bool:
    return label.startswith(_FAULTY)


def _are_gates(zeros: Sequence[Band], step: StepLoss) -> bool:
    """``每延期1个月扣1分，延期超过5个月不得分``: too many of what is counted."""
    zero = zeros[0]
    about = bare(zero.subject)
    is_same = not about or about in f"{step.subject}{step.noun}{step.measure}"
    is_above = zero.where.low is not None and zero.where.high is None
    unit = zero.measure or step.measure
    return len(zeros) == 1 and zero.points == 0 and is_above and unit == step.measure and is_same


def _gate(item: ItemPoints, full: Fraction, place: int) -> CountedLoss:
    """``发生重大事故的不得分``: one such fault takes all points."""
    return CountedLoss(
        rate=f"count_{place}", unit="次", full="<= 0", points=decimal_of(full), step=Decimal(1),
        mode="whole", cap=decimal_of(full), noun=item.label,
    )  # fmt: skip


def _counts_from(steps: Sequence[StepLoss]) -> str:
    """Whether what is counted lacks at a target, or is beyond one."""
    return next((s.direction for s in steps if s.direction in ("under", "over")), "")


def _counted_as(step: StepLoss) -> str:
    """What a loss counts: two losses for the same are no sum."""
    noun = step.noun if step.noun not in ("发现", "出现", "发生", "存在", "有", "逾期") else ""
    return f"{step.subject}{noun}"


def _deduct_of(step: StepLoss) -> Deduct:
    return Deduct(
        kind="deduct",
        full="<= 0",
        points=decimal_of(step.points),
        step=decimal_of(step.step),
        mode=_mode(step),
        cap=None if step.cap is None else decimal_of(step.cap),
        noun=step.noun,
    )


def _counted(step: StepLoss, place: int) -> CountedLoss:
    return CountedLoss(
        rate=f"count_{place}",
        unit=step.measure or "处",
        full="<= 0",
        points=decimal_of(step.points),
        step=decimal_of(step.step),
        mode=_mode(step),
        cap=None if step.cap is None else decimal_of(step.cap),
        noun=step.noun,
    )


def said_twice_rule(heard: Heard) -> StandardReading:
    """Read a list that also says what a missing point costs: the same points."""
    steps, items = heard.of(StepLoss), heard.of(ItemPoints)
    others = heard.of(Otherwise)
    if len(items) == 1 and len(steps) == 1 and not steps[0].is_percent and not others:
        points = most_points(items[0].points, heard.full)
        is_whole = heard.only(StepLoss, ItemPoints) and heard.is_full(points)
        return StandardReading(
            heard.text,
            whole_if(is_whole),
            points,
            (PartReading(points, _deduct_of(steps[0])),),
            is_percent=False,
            measure=steps[0].measure or "处",
            counts_from=_counts_from(steps),
            open=_open_points(heard, steps),
        )
    rest = [clause for clause in heard.found if not isinstance(clause, StepLoss)]
    made = items_rule(Heard(heard.text, rest, heard.full))
    costs = {answer.points for part in made.parts for answer in part.answers}
    is_same = all(not s.is_percent and s.step == 1 and costs == {s.points} for s in steps)
    is_whole = is_same and made.is_whole
    return StandardReading(heard.text, whole_if(is_whole), made.weight, made.parts)


def flat_losses_rule(heard: Heard) -> StandardReading:
    """``未制定办法的扣1分，未执行的扣0.5分``: each fault once."""
    flat, items = heard.of(FlatLoss), heard.of(ItemPoints)
    if len(items) > 1 or len(flat) < 2:
        raise NotReadError
    given = most_points(items[0].points if items else None, heard.full)
    rule = Deductions(
        kind="deductions",
        items=tuple(
            CountedLoss(
                rate=f"count_{n}", unit="次", full="<= 0", points=decimal_of(one.points),
                step=Decimal(1), mode="whole", cap=decimal_of(one.points), noun=one.label,
            )
            for n, one in enumerate(flat, 1)
        ),
    )  # fmt: skip
    is_whole = heard.only(FlatLoss, ItemPoints) and heard.is_full(given)
    is_whole &= len({one.label for one in flat}) == len(flat)
    return StandardReading(
        heard.text, whole_if(is_whole), given, (PartReading(given, rule),), is_percent=False,
        measure="次",
    )  # fmt: skip


def from_target_rule(heard: Heard) -> StandardReading:
    """``达到目标值得满分，每低于目标值1个百分点扣0.5分``: by the distance to the row's own target."""
    steps, items = heard.of(StepLoss), heard.of(ItemPoints)
    step = steps[0]
    if len(steps) > 1 or len(items) > 1 or step.direction not in ("over", "under"):
        raise NotReadError
    given = most_points(items[0].points, heard.full)
    is_reached = any(word in items[0].label for word in ("目标", "计划", "指标值", "任务"))
    is_whole = heard.only(StepLoss, ItemPoints) and heard.is_full(given) and is_reached
    doubt = {OpenPoint.SHARE} if step.is_of_hundred else set()  # 1% of the target, or a point
    return StandardReading(
        heard.text,
        whole_if(is_whole),
        given,
        (PartReading(given, _deduct_of(step).model_copy(update={"full": "<= 0%", "noun": ""})),),
        counts_from=step.direction,
        open=_open_points(heard, steps) | doubt,
    )
