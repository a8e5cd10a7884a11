"""Points lost for each fault that is counted, once for a fault, or by the distance to a target."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from jixiao.drafting.grammar import (
    Award,
    Band,
    FlatLoss,
    ItemPoints,
    Otherwise,
    Series,
    StepLoss,
)
from jixiao.drafting.standard.heard import Heard, bare
from jixiao.drafting.standard.lists import items_rule
from jixiao.drafting.standard.losses import mode, open_points, steps_of
from jixiao.drafting.standard.reading import OpenPoint, PartReading, StandardReading, whole_if
from jixiao.drafting.standard.written import NotReadError, decimal_of, most_points, range_text
from jixiao.rulebook import CountedLoss, Deduct, Deductions, RateRange, Score

_NONE: Final = ("没有", "无", "未发生", "未出现", "不存在", "未发现")
_OWN_TARGETS: Final = ("合同价", "目标", "计划", "指标值", "任务", "预算", "概算", "序时进度")
_COUNTING: Final = re.compile("^(?:发现|出现|发生|存在|有|累计|超过|达到)+|[每缺少差]+$")
_OF_COUNTS: Final = ("count", "under")
FAULT: Final = re.compile(
    "[不未没无非缺少漏违逾虚误]|发生|出现|存在|有|造成|引发|迟|超|失|隐瞒|截留|挤占|挪用|弄虚|情节严重|擅自"
)  # words of a fault


def counted_rule(heard: Heard) -> StandardReading:
    """``每有1处问题扣1分``, of one sort of fault or of several."""
    steps, said = steps_of(heard), heard.of(ItemPoints)
    if any(step.is_percent for step in steps):
        raise NotReadError  # 每低于目标值1个百分点: no fault is counted
    gates = [i for i in said if i.points == 0 and (len(said) > 1 or heard.full is not None)]
    given = _given(heard, [i for i in said if i not in gates], steps)
    if gates and given is None:
        raise NotReadError
    several = tuple(_counted(step, n) for n, step in enumerate(steps, 1))
    several += tuple(
        _gate(g.label, given or Fraction(0), n) for n, g in enumerate(gates, len(steps))
    )
    zeros = heard.of(Band)
    rule: Score = Deductions(kind="deductions", items=several)
    if len(several) == 1:
        zero = range_text(zeros[0].where, is_percent=False) if zeros else None
        rule = _deduct_of(steps[0]).changed(zero=zero)
    is_whole = heard.only(StepLoss, ItemPoints, Series, Band) and heard.is_full(given)
    is_whole &= not zeros or (len(several) == 1 and _are_gates(zeros, steps[0]))
    is_whole &= all(FAULT.search(g.label) for g in gates)
    is_whole &= len({gate.label for gate in gates}) == len(gates)
    is_whole &= all(s.is_each or s.step == 1 or heard.of(Series) for s in steps)
    is_whole &= all(not s.noun.startswith("性") for s in steps)
    is_whole &= not _shares_cap(heard, steps)
    is_whole &= len({_counted_as(s) for s in steps} - {""}) == len(steps) or len(steps) == 1
    return StandardReading(
        heard.text,
        whole_if(is_whole),
        given,
        (PartReading(given, rule),),
        is_percent=False,
        measure=steps[0].measure or "处",
        counts_from=_counts_from(steps),
        open=open_points(heard, steps),
    )


def _given(heard: Heard, items: Sequence[ItemPoints], steps: Sequence[StepLoss]) -> Fraction | None:
    """The points where there is no fault, as the row or the words say."""
    if not items:
        return heard.full
    is_full = items[0].points in (Award.FULL, heard.full)
    is_none = items[0].label.startswith(_NONE)
    if len(items) > 1 or not (is_none or len(steps) == 1 or is_full):
        raise NotReadError
    return most_points(items[0].points, heard.full)


def _are_gates(zeros: Sequence[Band], step: StepLoss) -> bool:
    """``每延期1个月扣1分，延期超过5个月不得分``: too many of what is counted."""
    zero = zeros[0]
    about = bare(zero.subject)
    about = _COUNTING.sub("", about)
    is_same = not about or about in f"{step.subject}{step.noun}{step.measure}"
    is_above = zero.where.low is not None and zero.where.high is None
    unit = zero.measure or step.measure
    return len(zeros) == 1 and zero.points == 0 and is_above and unit == step.measure and is_same


def _shares_cap(heard: Heard, steps: Sequence[StepLoss]) -> bool:
    """``迟报一次扣0.5分，漏报一次扣1分，最多扣3分``: the most that is lost may be of all."""
    if len(steps) < 2 or steps[-1].cap in (None, heard.full):
        return False
    between = heard.text[steps[-2].end : steps[-1].start]
    is_apart = any(mark in between for mark in "；;。\n") or steps[-2].cap is not None
    return not is_apart


def _gate(label: str, full: Fraction, before: int) -> CountedLoss:
    """``发生重大事故的不得分``: one such fault takes all points."""
    return _once(label, full, before + 1)


def _once(label: str, points: Fraction, place: int) -> CountedLoss:
    return CountedLoss(
        rate=f"count_{place}",
        unit="次",
        full="<= 0",
        points=decimal_of(points),
        step=Decimal(1),
        mode="whole",
        cap=decimal_of(points),
        noun=label,
    )


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
        mode=mode(step),
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
        mode=mode(step),
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
            open=open_points(heard, steps),
        )
    rest = [clause for clause in heard.found if not isinstance(clause, StepLoss)]
    made = items_rule(Heard(heard.text, rest, heard.full))
    costs = {answer.points for part in made.parts for answer in part.answers}
    is_same = all(not s.is_percent and s.step == 1 and costs == {s.points} for s in steps)
    is_whole = is_same and made.is_whole
    return StandardReading(heard.text, whole_if(is_whole), made.weight, made.parts)


def flat_losses_rule(heard: Heard) -> StandardReading:
    """``未制定办法的扣1分，未执行的扣0.5分``: each fault once; ``未公开的不得分`` takes all."""
    items, others = heard.of(ItemPoints), heard.of(Otherwise)
    said: list[ItemPoints | Otherwise] = [*items, *others]
    gains = [one for one in said if one.points != 0]
    gates = [one for one in said if one.points == 0]
    steps = steps_of(heard) if heard.of(StepLoss) else []
    if len(gains) > 1 or any(s.is_percent or s.direction not in _OF_COUNTS for s in steps):
        raise NotReadError
    given = most_points(gains[0].points if gains else None, heard.full)
    losses = [_once(one.label, one.points, n) for n, one in enumerate(heard.of(FlatLoss), 1)]
    losses += [_counted(step, n) for n, step in enumerate(steps, len(losses) + 1)]
    losses += [_gate(one.label, given, n) for n, one in enumerate(gates, len(losses))]
    rule = Deductions(kind="deductions", items=tuple(losses))
    is_whole = heard.only(FlatLoss, StepLoss, ItemPoints, Otherwise) and heard.is_full(given)
    is_whole &= not _shares_cap(heard, steps)
    faults = [one.label for one in heard.of(FlatLoss)] + [one.label for one in gates]
    faults += [_counted_as(step) for step in steps]
    is_whole &= len(set(faults) - {""}) == len(losses)
    is_whole &= all(FAULT.search(gate.label) for gate in gates)
    is_whole &= all(step.beyond is None and (step.is_each or step.step == 1) for step in steps)
    return StandardReading(
        heard.text,
        whole_if(is_whole),
        given,
        (PartReading(given, rule),),
        is_percent=False,
        measure="次",
    )


def from_target_rule(heard: Heard) -> StandardReading:
    """``达到目标值得满分，每低于目标值1个百分点扣0.5分``: by the distance to the target."""
    steps, items = heard.of(StepLoss), heard.of(ItemPoints)
    step, zeros = steps[0], heard.of(Band)
    if len(steps) > 1 or len(items) > 1 or step.direction not in ("over", "under"):
        raise NotReadError
    if len(zeros) > 1:
        raise NotReadError
    zero = _far_off(zeros[0]) if zeros else None
    given = most_points(items[0].points if items else None, heard.full)
    is_whole = heard.only(StepLoss, ItemPoints, Band) and heard.is_full(given)
    is_whole &= not zeros or step.is_from_target
    is_whole &= all(any(word in item.label for word in _OWN_TARGETS) for item in items)
    doubt = {OpenPoint.SHARE} if step.is_of_hundred else set()  # 1% of the target, or a point
    return StandardReading(
        heard.text,
        whole_if(is_whole),
        given,
        (PartReading(given, _deduct_of(step).changed(full="<= 0%", noun="", zero=zero)),),
        counts_from=step.direction,
        open=open_points(heard, steps) | doubt,
    )


OFF_TARGET: Final = re.compile(
    r"(?:超过|超出|高于|超|低于|不足)(?:批复|批准|计划|年度|合同)?(?:概算|预算|计划|目标值?|指标值|任务)"
)


def _far_off(zero: Band) -> str:
    """``超过概算20%的不得分``: where the distance to the target takes all points."""
    end = zero.where.low
    if zero.points != 0 or end is None or not OFF_TARGET.fullmatch(bare(zero.subject)):
        raise NotReadError
    is_closed = zero.where.high is None and zero.where.low_closed
    return range_text(RateRange(end, None, low_closed=is_closed), is_percent=True)
