"""Points by the range in which a rate lies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from jixiao.drafting.grammar import Band, ItemPoints, Otherwise
from jixiao.drafting.standard.heard import Heard, are_of_one_unit
from jixiao.drafting.standard.lists import GENERIC
from jixiao.drafting.standard.reading import OpenPoint, PartReading, StandardReading, whole_if
from jixiao.drafting.standard.written import decimal_of, points_in, range_text
from jixiao.rulebook import Ladder, RateRange, Step

_COUNTS = (
    "起",
    "次",
    "个",
    "项",
    "处",
    "人",
    "件",
    "例",
    "家",
    "场",
    "条",
    "类",
    "人次",
    "户",
    "天",
    "日",
    "工作日",
    "个工作日",
    "名",
    "位",
    "份",
    "篇",
    "期",
    "名次",
    "位次",
)
_NONE_OF_ALL = re.compile(r"(?:[均都]|全部|全都)(?:不|未|没有?|无)[\u4e00-\u9fff]{0,4}")
_NONE_AT_ALL = re.compile(r"(?:未|没有?|无)[\u4e00-\u9fff]{0,4}")
_BEYOND = ("超过", "高于", "大于", "突破", "超出")
_SHORT = ("低于", "不足", "未达到", "达不到", "没有达到", "未达标", "小于")


class Coverage(Enum):
    """How the ranges of a ladder cover all numbers."""

    ALL = auto()
    OPEN = auto()  # but for the far ends
    HOLE = auto()
    OVERLAP = auto()


def ladder_rule(heard: Heard) -> StandardReading:
    """``≤20%得5分；在20%和40%(含)之间得3分；>40%得0分``."""
    bands, is_settled = _settled(_whole_numbers(heard.of(Band)))
    others = heard.of(Otherwise)
    if (rest := _rest_of(bands, others)) is not None:
        bands, others = [*bands, rest], []
    cut = _past_ends(bands)
    is_cut = any(a.where.high != b.where.high for a, b in zip(cut, bands, strict=True))
    bands = cut
    is_percent = any(b.is_percent for b in bands)
    points = [points_in(b.points, heard.full) for b in bands]
    counts = _are_counts(bands)
    coverage = coverage_of([b.where for b in bands], is_of_whole=counts)
    open_points = set()
    if not is_settled or coverage is Coverage.OVERLAP:
        open_points.add(OpenPoint.LADDER_END)
    elsewhere = _elsewhere(others, heard.full)
    if elsewhere is None and (coverage in (Coverage.OPEN, Coverage.HOLE) or heard.asks):
        elsewhere = "ask"
        open_points.add(OpenPoint.UNCOVERED)
    is_whole = heard.only(Band, Otherwise) and heard.is_full(max(points))
    is_whole &= OpenPoint.LADDER_END not in open_points and coverage is not Coverage.HOLE
    is_whole &= not any(b.is_distance for b in bands)
    is_whole &= not (is_cut and elsewhere == "zero" and not _widened(bands))
    is_whole &= len({b.where for b in bands}) == len(bands)
    is_whole &= heard.is_of_one_rate() and are_of_one_unit(b.measure for b in bands)
    is_whole &= _is_plain(others, heard.full, is_of_counts=counts)
    is_whole &= heard.full is not None or not any(b.is_loss for b in bands)
    rule = Ladder(
        kind="ladder",
        steps=tuple(
            Step(when=range_text(b.where, is_percent=is_percent), score=decimal_of(p))
            for b, p in zip(bands, points, strict=True)
        ),
        elsewhere=elsewhere,
    )
    weight = heard.full if heard.full is not None else max(points)
    return StandardReading(
        heard.text,
        whole_if(is_whole),
        weight,
        (PartReading(weight, rule),),
        is_percent=is_percent,
        open=frozenset(open_points),
    )


def _are_counts(bands: Sequence[Band]) -> bool:
    """Whether ranges are of whole numbers; 0 has no measure: 为0得3分，1-2次得2分."""
    is_any = any(b.measure for b in bands)
    return is_any and all(
        b.measure in _COUNTS or (not b.measure and b.where.low == b.where.high == 0) for b in bands
    )


def _whole_numbers(bands: Sequence[Band]) -> list[Band]:
    """``1-3天, 4-7天, 7天以上``: where one range begins a number after another, ends belong."""
    if not _are_counts(bands):
        return list(bands)
    ends = {(b.where.low, b.where.high) for b in bands if b.unsaid == (True, True)}
    lows, highs = {low for low, _ in ends}, {high for _, high in ends}
    is_next = any(high is not None and high + 1 in lows for high in highs)
    if not is_next:
        return list(bands)
    return [
        replace(b, where=replace(b.where, low_closed=True, high_closed=True), unsaid=(False, False))
        if b.unsaid == (True, True)
        else b
        for b in bands
    ]


def _settled(bands: Sequence[Band]) -> tuple[list[Band], bool]:
    """Settle ends of which nothing is said by their neighbours; whether that could be done.

    An end belongs to the range unless another one has it: ``80%以下`` ends below ``80%（含）-90%``.
    """
    settled, are_all = [], True
    for band in bands:
        others = [b for b in bands if b is not band]
        low = _end_belongs(band, band.where.low, others) if band.unsaid[0] else None
        high = _end_belongs(band, band.where.high, others) if band.unsaid[1] else None
        are_all &= (low is not None) == band.unsaid[0] and (high is not None) == band.unsaid[1]
        where = replace(
            band.where,
            low_closed=band.where.low_closed if low is None else low,
            high_closed=band.where.high_closed if high is None else high,
        )
        settled.append(replace(band, where=where))
    return settled, are_all


def _widened(bands: Sequence[Band]) -> bool:
    """Whether some range has no end above: nothing past a single value is left to 其他."""
    return any(band.where.high is None for band in bands)


def _past_ends(bands: Sequence[Band]) -> list[Band]:
    """Keep what lies past a single value out of the next range: ``100%得5分，90%以上得4分``.

    105 % has the marks of 100 % unless there is a sign: ``=100%`` says nothing of it.
    """
    kept = list(bands)
    for place, band in enumerate(bands):
        value, where = band.where.low, band.where
        if value is None or value != where.high:
            continue
        end, is_in = value, False  # up to where, and whether that belongs
        for later, other in enumerate(kept[place + 1 :], place + 1):
            there = other.where
            if there.high is None and there.low is not None and there.low < value:
                if band.is_bare and band.is_percent:
                    kept[place] = replace(band, where=RateRange(value, None, low_closed=True))
                else:
                    cut = replace(there, high=end, high_closed=is_in)
                    kept[later] = replace(other, where=cut)
                    end, is_in = there.low, not there.low_closed
            elif there.low is None and there.high is not None and value < there.high:
                kept[later] = replace(other, where=replace(there, low=value))
    return kept


def _end_belongs(band: Band, end: Fraction | None, others: Sequence[Band]) -> bool | None:
    """Whether an end belongs to its range; None where a neighbour leaves it as open."""
    if end is None:
        return None
    where = band.where
    is_low = where.low == end
    for other in others:
        there = other.where
        if (is_low and where.high is there.high is None) or (
            not is_low and where.low is there.low is None
        ):
            continue  # 90%以上 and 80%以上: the first that holds
        is_unsaid = (other.unsaid[0] and there.low == end) or (
            other.unsaid[1] and there.high == end
        )
        if is_unsaid and where.high is there.low is None and band.start < other.start:
            continue  # 80%以上得2分，80%以下得0分: what is said first has its figure
        if is_unsaid and where.low is there.high is None and other.start < band.start:
            return False
        if is_unsaid and _marks_one(band):
            return False
        if is_unsaid and _marks_one(other):
            continue
        if is_unsaid:
            return None
        if there.contains(end):
            return False
    return True


def _marks_one(band: Band) -> bool:
    """Whether only one end is marked as belonging: ``3%-5%（含）`` leaves 3 % to the next."""
    where = band.where
    is_low = band.unsaid == (False, True) and where.low is not None and where.low_closed
    is_high = band.unsaid == (True, False) and where.high is not None and where.high_closed
    return where.low is not None and where.high is not None and (is_low or is_high)


def _elsewhere(
    others: Sequence[Otherwise], full: Fraction | None
) -> Literal["ask", "zero", "full"] | None:
    if not others:
        return None
    points = points_in(others[0].points, full)
    return "full" if full is not None and points == full else "zero"


def _rest_of(bands: Sequence[Band], others: Sequence[Otherwise]) -> Band | None:
    """``第4-5位得2分，其他得1分``: the one end that no range has."""
    points = others[0].points if len(others) == 1 and not others[0].label else None
    if not isinstance(points, Fraction) or points <= 0 or any(b.points == points for b in bands):
        return None
    lowest = min(bands, key=lambda b: (b.where.low is not None, b.where.low or 0))
    highest = max(bands, key=lambda b: (b.where.high is None, b.where.high or 0))
    low, high = lowest.where.low, highest.where.high
    if low is not None and high is None:
        where = RateRange(None, low, high_closed=not lowest.where.low_closed)
    elif high is not None and (low is None or all(b.measure in _COUNTS for b in bands)):
        where = RateRange(high, None, low_closed=not highest.where.high_closed)
    else:
        return None
    return replace(lowest, where=where, points=points, is_bare=False, unsaid=(False, False))


def _is_plain(others: Sequence[Otherwise], full: Fraction | None, *, is_of_counts: bool) -> bool:
    """Whether all other cases give nothing or everything, and nothing else is meant by them."""
    return len(others) <= 1 and all(
        (
            not o.label
            or o.label in GENERIC
            or _NONE_OF_ALL.fullmatch(o.label)
            or (is_of_counts and _NONE_AT_ALL.fullmatch(o.label))
        )
        and points_in(o.points, full) in (0, full)
        for o in others
    )


def coverage_of(ranges: Sequence[RateRange], *, is_of_whole: bool = False) -> Coverage:
    """Say how ranges cover all numbers; whole numbers from 0 on where only such can be."""
    points = sorted({end for r in ranges for end in (r.low, r.high) if end is not None})
    outer = [points[0] - 1, points[-1] + 1]
    inner = [*points, *((a + b) / 2 for a, b in pairwise(points))]
    if is_of_whole:  # 1-2起, 3起以上: nothing lies between, nothing below 0
        inner = [x for x in inner if x.denominator == 1 and x >= 0]
        outer = [x for x in outer if x >= 0]
    covered = {x: [r for r in ranges if r.contains(x)] for x in (*inner, *outer)}
    if any(len(found) > 1 and not _is_nested(found) for found in covered.values()):
        return Coverage.OVERLAP
    if any(not covered[x] for x in inner):
        return Coverage.HOLE
    return Coverage.ALL if all(covered[x] for x in outer) else Coverage.OPEN


def _is_nested(found: Sequence[RateRange]) -> bool:
    """Whether ranges hold in their order: a single value first, or bounds one in the other."""
    for one, other in pairwise(found):
        if one.low is not None and one.low == one.high:
            continue
        lows, highs = (one.low, other.low), (one.high, other.high)
        if not (highs == (None, None) and _falls(*lows)) and not (
            lows == (None, None) and _falls(*reversed(highs))
        ):
            return False
    return True


def _falls(one: Fraction | None, other: Fraction | None) -> bool:
    return one is not None and other is not None and one > other


def _outside(heard: Heard) -> list[ItemPoints]:
    """What is said of the other side of one range: ≤100%得满分，超过不得分."""
    where = heard.of(Band)[0].where
    words = _BEYOND if where.low is None else _SHORT if where.high is None else ()
    return [c for c in heard.of(ItemPoints) if c.label.removesuffix("的") in words]


def threshold_rule(heard: Heard) -> StandardReading:
    """One range: points inside, nothing elsewhere where the words say so."""
    band = heard.of(Band)[0]
    others: list[Otherwise | ItemPoints] = [*heard.of(Otherwise), *_outside(heard)]
    points = points_in(band.points, heard.full)
    is_settled = len(others) == 1 and len(heard.of(ItemPoints)) == len(_outside(heard))
    is_whole = heard.only(Band, Otherwise, ItemPoints) and is_settled and others[0].points == 0
    is_whole &= points != 0 and heard.is_full(points)
    when = range_text(band.where, is_percent=band.is_percent)
    rule = Ladder(
        kind="ladder",
        steps=(Step(when=when, score=decimal_of(points)),),
        elsewhere="zero" if others else "ask",
    )
    weight = heard.full if heard.full is not None else points
    return StandardReading(
        heard.text,
        whole_if(is_whole),
        weight,
        (PartReading(weight, rule),),
        is_percent=band.is_percent,
        subject=band.subject,
    )
