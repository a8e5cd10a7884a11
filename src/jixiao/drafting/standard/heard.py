"""The clauses of one rule, gathered by what they are, with the points that they may give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Final, TypeVar

from jixiao.drafting.grammar import (
    Award,
    Band,
    Clause,
    EachGain,
    ItemPoints,
    Limit,
    StatedWeight,
    StepLoss,
)
from jixiao.drafting.standard.written import points_in
from jixiao.rulebook import RateRange

_AROUND: Final = re.compile(r"[“”‘’\"的在，,、：:\s…]|绝对值|时$|^当")
_ANY: Final = {
    "",
    "比例",
    "比率",
    "该比例",
    "实际",
    "完成",
    "实际完成",
    "X",
    "正负",
    "x",
    "指标值",
    "实际值",
    "下降",
    "降低",
    "低于",
    "超过",
    "超出",
    "高于",
    "增加",
    "上升",
    "偏离",
}
_WITHIN: Final = re.compile(r"[未不没]超|范围内|[预概]算内")
_ALL_OR_SOME: Final = re.compile(
    "(?:其中|全部|任意|任何|仅|只)?(?:达到|达标|完成|符合|满足|具备|做到)(?:其中|要求)?"
)
_RATED: Final = (Band, StepLoss)
_DENIED: Final = re.compile(r"^(?:未发生|未出现|未发现|不存在|没有|无|未)")
_AND: Final = re.compile("[、，,；;]|以及|和|及")
_GIVEN: Final = re.compile(r"[，,的]*[得计记给赋]?\d+(?:\.\d+)?分[)）]?$")
_DAYS: Final = ("天", "日", "工作日", "个工作日", "小时")
_IN_TIME: Final = re.compile("按时|按期|及时|规定时间|规定时限|如期|时限内|截止日期前")
_LATE: Final = re.compile(
    "(?:延迟|逾期|迟|超期|推迟|晚|滞后|延期|超时|迟报|晚报|拖延)[\u4e00-\u9fff]{0,2}"
)
_OF_TARGET: Final = re.compile(r"(?:目标|计划|任务|指标)[值数量]?的?$")
_REACHED: Final = re.compile(
    r"(?:≥|>=|达到|不低于|不少于|完成|大于等于|大于或等于)(?:或超过)?(?:年度|年初)?(?:目标|计划|任务|指标)[值数量]?$"
)
_ZERO: Final = RateRange(Fraction(0), Fraction(0), low_closed=True, high_closed=True)
_NO_FAULT: Final = ("未发生", "未出现", "未发现", "不存在", "没有", "无", "未")
C = TypeVar("C", bound=Clause)


@dataclass(frozen=True, slots=True)
class Heard:
    """Clauses that are to make one rule.

    ``full`` is the weight, where the row or the words say one. ``asks`` where the words leave
    other cases to a person.
    """

    text: str
    found: Sequence[Clause]
    full: Fraction | None
    asks: bool = False
    _kinds: frozenset[type[Clause]] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Remember which kinds there are: most of them are asked for in vain."""
        object.__setattr__(self, "_kinds", frozenset(map(type, self.found)))

    def of(self, kind: type[C]) -> list[C]:
        """Give the clauses of a kind, in their order."""
        if kind not in self._kinds:
            return []
        return [clause for clause in self.found if isinstance(clause, kind)]

    def is_of_one_rate(self) -> bool:
        """Whether all ranges and steps are those of one rate: 控制率 is short for 预算控制率."""
        said = [c.subject for c in self.found if isinstance(c, _RATED)]
        names = {bare(name) for name in said} - _ANY
        names = {name for name in names if not _ALL_OR_SOME.fullmatch(name)}
        longest = max(names, key=len, default="")
        return all(name in longest for name in names)

    @property
    def is_limited(self) -> bool:
        """Whether the words say that points end at zero or at the weight."""
        return any(isinstance(clause, Limit) for clause in self.found)

    def is_full(self, points: Fraction | None) -> bool:
        """Whether points are the weight of the row, or nothing else is said."""
        return self.full is None or points == self.full

    def is_full_award(self, points: Fraction | Award) -> bool:
        """Whether points are said to be all of the row."""
        return points is Award.FULL or (self.full is not None and points == self.full)

    def only(self, *kinds: type[Clause]) -> bool:
        """Whether nothing else is said than clauses of these kinds, and what the weight is."""
        stated = (c.points for c in self.found if isinstance(c, StatedWeight))
        is_same = all(self.is_full(points) for points in stated)
        return is_same and all(isinstance(c, (*kinds, Limit, StatedWeight)) for c in self.found)


_ONE_UNIT: Final = {"日": "天", "个工作日": "工作日", "名": "人", "万": "万人", "亿": "亿元"}
_MEASURED: Final = re.compile(
    "[百千万亿]+|工作日|天|个月|季度|周|年|小时|分钟|秒|元|米|公里|吨|公斤|千克|亩|公顷"
)


def are_of_one_unit(measures: Iterable[str]) -> bool:
    """Whether figures compare as they are typed: 天 and 日, not 小时 and 天, nor 亿元 and 万元."""
    units = {_unit_of(measure) for measure in measures if measure}
    return len(units) < 2


def _unit_of(measure: str) -> str:
    return "".join(_MEASURED.findall(_ONE_UNIT.get(measure, measure)))


def bare(name: str) -> str:
    """Give a name without quotes and the words around it."""
    return _AROUND.sub("", name)


def without_faults(heard: Heard) -> Heard | None:
    """``返贫率为0得6分，每出现1例扣1分``: 0, or 100 % of what is right, says: no fault."""
    bands = heard.of(Band)
    if len(bands) != 1 or bands[0].points == 0:
        return None
    band = bands[0]
    if not band.where.low == band.where.high == (1 if band.is_percent else 0):
        return None
    label = band.subject if band.is_percent else f"没有{band.subject}"
    item = ItemPoints(band.start, band.end, label, band.points)
    found = [item if clause is band else clause for clause in heard.found]
    return Heard(heard.text, found, heard.full, heard.asks)


def all_met(heard: Heard) -> Heard | None:
    """``符合全部五条得5分，每有一条不符合扣1分``: the number of all points says nothing else."""
    bands, steps = heard.of(Band), heard.of(StepLoss)
    if len(bands) != 1 or len(steps) != 1 or heard.full is None:
        return None
    band, step = bands[0], steps[0]
    if points_in(band.points, heard.full) != heard.full:
        return None
    is_missing = any(word in step.noun for word in "不未没") and step.step == 1
    if not (band.is_bare and band.measure == step.measure and is_missing):
        return None
    item = ItemPoints(band.start, band.end, band.subject or "全部", band.points)
    found = [item if clause is band else clause for clause in heard.found]
    return Heard(heard.text, found, heard.full, heard.asks)


def one_fault(heard: Heard) -> Heard | None:
    """``未发生事故得5分，发生1起不得分``: one such fault takes all points."""
    bands, items = heard.of(Band), heard.of(ItemPoints)
    if len(bands) != 1 or len(items) != 1 or heard.full is None or bands[0].points != 0:
        return None
    band = bands[0]
    is_one = band.where.low == 1 and band.measure and band.where.low_closed
    if not is_one or band.is_percent or not (band.is_bare or band.where.high is None):
        return None
    loss = StepLoss(
        band.start, band.end, "count", Fraction(1), False, heard.full, None, heard.full,  # noqa: FBT003
        band.subject, None, band.measure,
    )  # fmt: skip
    found = [loss if clause is band else clause for clause in heard.found]
    return Heard(heard.text, found, heard.full, heard.asks)


def shares_of_faults(heard: Heard) -> Heard:
    """``差错率为0得3分，每出现1%的差错扣1分``: faults as a share go up from 0."""
    none = [b for b in heard.of(Band) if b.points != 0 and b.where.low == b.where.high == 0]
    if not none:
        return heard
    found = [
        replace(c, direction="over", noun="")
        if isinstance(c, StepLoss) and c.direction == "count" and c.is_percent
        else c
        for c in heard.found
    ]
    return Heard(heard.text, found, heard.full, heard.asks)


def within_budget(heard: Heard) -> Heard | None:
    """``未超预算得5分，超预算5%以内得3分``: nothing beyond is 0 % at most."""
    bands, items = heard.of(Band), heard.of(ItemPoints)
    is_one = len(items) == 1 and bool(_WITHIN.search(items[0].label)) and bool(bands)
    first = bands[0] if bands else None
    if not is_one or first is None or first.where.low is not None or not first.is_percent:
        return None
    if not any(word in first.subject for word in ("超", "高于", "突破")):
        return None
    item = items[0]
    full = Band(
        item.start, item.end, RateRange(None, Fraction(0), high_closed=True), item.points,
        first.subject, is_percent=True,
    )  # fmt: skip
    above = replace(first, where=replace(first.where, low=Fraction(0)))
    found = [full if c is item else above if c is first else c for c in heard.found]
    return Heard(heard.text, found, heard.full, heard.asks)


def each_of_list(heard: Heard) -> Heard | None:
    """``有可行性研究、有专家论证，各1分``: each of the list, where together they are the weight."""
    items = heard.of(ItemPoints)
    if len(items) != 1 or heard.full is None or not isinstance(items[0].points, Fraction):
        return None
    item, label = items[0], items[0].label.removesuffix("得").removesuffix("计")
    if not label.endswith("各"):
        return None
    names = [one for one in _AND.split(label.removesuffix("各").rstrip("的")) if one]
    if len(names) < 2 or len(names) * items[0].points != heard.full:
        return None
    several = [ItemPoints(item.start, item.end, name, items[0].points) for name in names]
    found = [one for c in heard.found for one in (several if c is item else [c])]
    return Heard(heard.text, found, heard.full, heard.asks)


def as_items(heard: Heard) -> Heard | None:
    """``20日内公开的得1分，内容完整的得1分``: a deadline is a point of a list where others are."""
    bands, items = heard.of(Band), heard.of(ItemPoints)
    points = [b.points for b in bands] + [i.points for i in items]
    is_of_list = bool(items) and all(b.measure in _DAYS and b.subject for b in bands)
    if not is_of_list or 0 in points or any(not isinstance(p, Fraction) for p in points):
        return None
    if heard.full is None or sum(p for p in points if isinstance(p, Fraction)) != heard.full:
        return None
    found = [
        ItemPoints(c.start, c.end, _GIVEN.sub("", heard.text[c.start : c.end]), c.points)
        if isinstance(c, Band)
        else c
        for c in heard.found
    ]
    return Heard(heard.text, found, heard.full, heard.asks)


def none_as_zero(heard: Heard) -> Heard | None:
    """``无投诉得4分，1起得2分，2起及以上得0分``: none of what is counted is 0."""
    bands, items = heard.of(Band), heard.of(ItemPoints)
    if len(items) != 1 or not bands or not _are_of_none(items[0].label, bands):
        return None
    item = items[0]
    none = Band(
        item.start, item.end, _ZERO, item.points, "", is_percent=bands[0].is_percent,
        measure=bands[0].measure,
    )  # fmt: skip
    found = [
        none if c is item else replace(c, subject="") if isinstance(c, Band) else c
        for c in heard.found
    ]
    return Heard(heard.text, found, heard.full, heard.asks)


def _are_of_none(label: str, bands: Sequence[Band]) -> bool:
    """Whether ranges go on from what a label denies: 无投诉 and 1起; 按时 and 延迟1-3天."""
    subjects = [bare(band.subject) for band in bands]
    is_counted = all(b.measure and not b.is_percent for b in bands)
    if not label.startswith(_NO_FAULT):
        is_late = bool(subjects[0]) and all(_LATE.fullmatch(s) for s in subjects if s)
        return bool(_IN_TIME.search(label)) and is_late and all(b.measure in _DAYS for b in bands)
    said = bare(_DENIED.sub("", label))
    if is_counted and any(b.where.low == 1 for b in bands):
        return all(said.endswith(subject) for subject in subjects)
    is_share = all(b.is_percent for b in bands) and bool(said)
    return is_share and all(s.startswith(said) for s in subjects[:1]) and not any(subjects[1:])


def at_target(heard: Heard) -> Heard | None:
    """``≥目标值得5分；目标值的90%以上得4分``: the target itself is 100 %."""
    bands, items = heard.of(Band), heard.of(ItemPoints)
    is_of_target = bool(bands) and all(b.is_percent for b in bands)
    is_of_target = is_of_target and _OF_TARGET.search(bands[0].subject) is not None
    if len(items) != 1 or not is_of_target or not _REACHED.search(items[0].label):
        return None
    item = items[0]
    full = Band(
        item.start, item.end, RateRange(Fraction(1), None, low_closed=True), item.points, "",
        is_percent=True,
    )  # fmt: skip
    found = [
        full if c is item else replace(c, subject="") if isinstance(c, Band) else c
        for c in heard.found
    ]
    is_same = all(not b.subject or _OF_TARGET.search(b.subject) for b in bands)
    return Heard(heard.text, found, heard.full, heard.asks) if is_same else None


def gain_of_one(heard: Heard) -> Heard | None:
    """``完成一项得2分，共6分``: the same for each, up to the weight."""
    bands, is_capped = heard.of(Band), heard.of(StatedWeight) or heard.is_limited
    if len(bands) != 1 or not is_capped or not bands[0].is_bare or bands[0].where.low != 1:
        return None
    band = bands[0]
    points = points_in(band.points, heard.full)
    if not band.measure or heard.full is None or points >= heard.full or points <= 0:
        return None
    gain = EachGain(band.start, band.end, Fraction(1), points, band.measure, band.subject)
    found = [gain if clause is band else clause for clause in heard.found]
    return Heard(heard.text, found, heard.full, heard.asks)
