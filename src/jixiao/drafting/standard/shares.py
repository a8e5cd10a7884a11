"""Points in proportion to a rate, by a formula, by a typed score, or by a person."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from jixiao.drafting.grammar import (
    Award,
    Band,
    Formula,
    ItemPoints,
    JudgedBetween,
    Proportional,
)
from jixiao.drafting.standard.heard import Heard
from jixiao.drafting.standard.reading import OpenPoint, PartReading, StandardReading, whole_if
from jixiao.drafting.standard.tiers import judged_words
from jixiao.drafting.standard.written import NotReadError, decimal_of, most_points, range_text
from jixiao.rulebook import (
    Expression,
    Interpolation,
    InterpolationPoint,
    ItemScore,
    Judged,
    Linear,
    RateRange,
    Target,
)

_TARGETS: Final = ("目标值", "指标值", "目标", "计划值", "年度指标")


def is_to_target(heard: Heard) -> bool:
    """Whether points are in proportion to the target of the row itself."""
    if any(share.is_two_way for share in heard.of(Proportional)):
        return True
    items = heard.of(ItemPoints)
    return len(items) == 1 and not heard.of(Band) and any(w in items[0].label for w in _TARGETS)


def linear_rule(heard: Heard) -> StandardReading:
    """``达到90%得满分，低于90%的按比例得分``, ``执行率×分值``."""
    bands, shares = heard.of(Band), heard.of(Proportional)
    gains = [b for b in bands if b.points != 0]
    zeros = [b for b in bands if b.points == 0]
    if len(gains) > 1 or len(zeros) > 1 or len(shares) > 2:
        raise NotReadError
    share = next((s for s in shares if s.is_product), shares[0])
    if any(word in share.text for word in ("插值", "内插")):
        return _between_ends(heard, gains, zeros, share.beyond)
    given = heard.full if heard.full is not None else share.weight
    target = next((s.divisor for s in shares if s.divisor is not None), Fraction(1))
    direction = "higher"
    is_whole = heard.only(Band, Proportional, ItemPoints) and all(
        _is_reached(i, heard.full) and not gains for i in heard.of(ItemPoints)
    )
    is_whole &= len(shares) == 1 or len({s.is_product for s in shares}) == 2
    if gains:
        given = most_points(gains[0].points, given)
        target, direction = _target_of(gains[0].where)
        is_whole &= direction == "higher" or (bool(share.beyond) and "÷" in heard.text)
    if target <= 0:
        raise NotReadError
    is_whole &= all(s.divisor in (None, target) for s in shares)
    is_whole &= heard.is_full(given) and share.weight in (None, given)
    beyond = share.beyond or shares[0].beyond
    is_whole &= _begins_at(beyond, target, direction, zeros)
    is_percent = gains[0].is_percent if gains else True
    is_of_target = target == 1 or any(_quotient(s.text) for s in shares)
    is_whole &= is_of_target or not share.is_product
    rule = Linear(
        kind="linear",
        target=decimal_of(target),
        direction="higher" if direction == "higher" else "lower",
        zero=range_text(zeros[0].where, is_percent=is_percent) if zeros else None,
    )
    return StandardReading(
        heard.text,
        whole_if(is_whole),
        given,
        (PartReading(given, rule),),
        is_percent=is_percent,
        open=frozenset() if is_of_target else frozenset({OpenPoint.SHARE}),
        subject=gains[0].subject if gains else _quotient(share.text),
    )


def _between_ends(
    heard: Heard, gains: Sequence[Band], zeros: Sequence[Band], beyond: RateRange | None
) -> StandardReading:
    """``≥95%得满分，低于60%不得分，其间按插值法计分``: from no marks to full marks in a line."""
    if not gains or not zeros or heard.full is None:
        raise NotReadError
    lost, most = (
        (zeros[0].where, Fraction(0)),
        (
            gains[0].where,
            most_points(gains[0].points, heard.full),
        ),
    )
    (below, low), (above, high) = sorted((lost, most), key=lambda end: end[0].low is not None)
    if below.high is None or above.low is None or below.high >= above.low:
        raise NotReadError
    points = ((below.high, low), (above.low, high))
    is_whole = heard.only(Band, Proportional) and len(heard.of(Proportional)) == 1
    is_whole &= heard.is_full(max(low, high)) and heard.is_of_one_rate()
    is_whole &= beyond is None or (beyond.low, beyond.high) == (below.high, above.low)
    rule = Interpolation(
        kind="interpolation",
        points=tuple(
            InterpolationPoint(at=decimal_of(at), score=decimal_of(score)) for at, score in points
        ),
    )
    return StandardReading(
        heard.text,
        whole_if(is_whole and gains[0].is_percent == zeros[0].is_percent),
        heard.full,
        (PartReading(heard.full, rule),),
        is_percent=gains[0].is_percent,
        subject=gains[0].subject,
    )


def _is_reached(item: ItemPoints, full: Fraction | None) -> bool:
    """``完成目标值得满分``: the rate is 100 %."""
    is_full = item.points is Award.FULL or item.points == full
    return is_full and any(word in item.label for word in (*_TARGETS, "任务", "计划"))


def _quotient(said: str) -> str:
    """The words of a share where they name what is divided by what."""
    return said if "÷" in said or "/" in said or "除以" in said else ""


def _target_of(where: RateRange) -> tuple[Fraction, str]:
    """Where full marks begin, and on which side they are."""
    if where.low is not None and (where.high is None or where.low == where.high):
        return where.low, "higher"
    if where.high is not None and where.low is None:
        return where.high, "lower"
    raise NotReadError


def _begins_at(
    beyond: RateRange | None, target: Fraction, direction: str, zeros: Sequence[Band]
) -> bool:
    """Whether the proportional part holds from where marks begin to where they are full."""
    if beyond is None:
        return True
    low, high = beyond.low, beyond.high
    if direction == "lower":
        return low == target and high in (None, *(zero.where.low for zero in zeros))
    is_from_zero = low in (None, *(zero.where.high for zero in zeros))
    return is_from_zero and (high == target or (high is None and low is not None and target == 1))


def target_rule(heard: Heard) -> StandardReading:
    """Score a row against its own target: B/A or A/B by its direction."""
    shares, items = heard.of(Proportional), heard.of(ItemPoints)
    is_said = "正向" in heard.text and "反向" in heard.text
    is_whole = heard.only(Proportional, ItemPoints) and len(shares) <= 2 and len(items) <= 1
    is_whole &= all(i.points is Award.FULL or i.points == heard.full for i in items)
    return StandardReading(
        heard.text,
        whole_if(is_whole),
        heard.full,
        (PartReading(heard.full, Target(kind="target")),),
        open=frozenset() if is_said else frozenset({OpenPoint.DIRECTION}),
    )


def is_item_score(said: str) -> bool:
    """Whether a product is that of a typed score or coefficient."""
    return said.startswith(("单项得分", "得分系数"))


def item_score_rule(heard: Heard) -> StandardReading:
    """``单项得分(0-100)×权重``, ``得分系数×权重``."""
    is_coefficient = heard.of(Proportional)[0].text.startswith("得分系数")
    rule = ItemScore(
        kind="item",
        column="coefficient" if is_coefficient else "item_score",
        out_of=decimal_of(Fraction(1 if is_coefficient else 100)),
    )
    return StandardReading(
        heard.text,
        whole_if(len(heard.found) == 1),
        heard.full,
        (PartReading(heard.full, rule),),
    )


def formula_rule(heard: Heard) -> StandardReading:
    """Points by a formula; a range without points cuts it off."""
    formulas, zeros = heard.of(Formula), heard.of(Band)
    is_whole = heard.only(Formula, Band) and len(formulas) == 1 and len(zeros) <= 1
    is_whole &= all(zero.points == 0 for zero in zeros)
    formula = formulas[0].text
    if zeros:
        bound = range_text(zeros[0].where, is_percent=zeros[0].is_percent)
        is_whole &= bound[0] in "<>"
        formula = f"if(x {bound}, 0, {formula})"
    said = heard.text[formulas[0].start : formulas[0].end]
    rule = Expression(kind="expression", formula=formula, says=said)
    return StandardReading(
        heard.text, whole_if(is_whole), heard.full, (PartReading(heard.full, rule),)
    )


def judged_rule(heard: Heard) -> StandardReading:
    """``由评价人在0至5分之间评定``."""
    clause = heard.of(JudgedBetween)[0]
    says, tiers = judged_words(heard.text[: clause.start].strip("；; "))
    rule = Judged(kind="judged", min=decimal_of(clause.low), says=says, tiers=tiers)
    is_whole = heard.is_full(clause.high) and heard.only(JudgedBetween)
    return StandardReading(
        heard.text, whole_if(is_whole), clause.high, (PartReading(clause.high, rule),)
    )
