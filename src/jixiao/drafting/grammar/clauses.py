"""What a scoring standard can say about points: one class a clause, with its place in the text."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from fractions import Fraction

from jixiao.rulebook import RateRange


@dataclass(frozen=True, slots=True)
class Clause:
    """Anything that a standard says; ``start`` and ``end`` are offsets into its text."""

    start: int
    end: int


class Award(enum.Enum):
    """Points that are not a number."""

    FULL = "full"
    SPREAD = "spread"  # a range of points inside which a person decides


@dataclass(frozen=True, slots=True)
class Band(Clause):
    """Points where the rate lies in a range; ``is_bare`` where the words give one number only."""

    where: RateRange
    points: Fraction | Award
    subject: str
    is_percent: bool
    is_bare: bool = False
    unsaid: tuple[bool, bool] = (False, False)  # low, high end: not said whether it belongs
    measure: str = ""
    is_distance: bool = False  # 低于10个百分点以上
    is_loss: bool = False  # 扣2分: points are what is left of the weight of the row


@dataclass(frozen=True, slots=True)
class StepLoss(Clause):
    """Points lost for each step; ``direction`` is over, under, off or count."""

    direction: str
    step: Fraction
    is_percent: bool
    points: Fraction
    mode: str | None
    cap: Fraction | None
    noun: str
    beyond: RateRange | None = None
    measure: str = ""
    subject: str = ""
    is_each: bool = True
    is_from_target: bool = False  # 每低于目标值…
    is_of_hundred: bool = False  # 1%, not 1个百分点


@dataclass(frozen=True, slots=True)
class ItemPoints(Clause):
    """A point of a checklist, or one of several classes."""

    label: str
    points: Fraction | Award


@dataclass(frozen=True, slots=True)
class EachGain(Clause):
    """``每符合一项得1分``, ``每次1分``: the same points for each."""

    count: Fraction
    points: Fraction
    measure: str
    said: str


@dataclass(frozen=True, slots=True)
class EqualItems(Clause):
    """``5项指标各2分``."""

    count: int
    points: Fraction
    label: str


@dataclass(frozen=True, slots=True)
class Proportional(Clause):
    """Points in proportion to the rate; ``weight`` where the words repeat it."""

    weight: Fraction | None = None
    beyond: RateRange | None = None
    is_two_way: bool = False
    text: str = ""
    is_product: bool = False
    divisor: Fraction | None = None  # 执行率÷90%×10


@dataclass(frozen=True, slots=True)
class Otherwise(Clause):
    """What holds in all other cases, or where a point is not met."""

    points: Fraction | Award
    label: str = ""
    is_rest: bool = False  # 其他情况: what was said before excludes each other


@dataclass(frozen=True, slots=True)
class Baseline(Clause):
    """``以100%为标准``."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class StatedWeight(Clause):
    """``本指标满分6分``."""

    points: Fraction


@dataclass(frozen=True, slots=True)
class Limit(Clause):
    """``扣完为止``, ``满分为止``: never below zero, never above the weight."""


@dataclass(frozen=True, slots=True)
class Policy(Clause):
    """What a zero denominator or a missing case means: full, zero, ask or na."""

    of: str
    then: str


@dataclass(frozen=True, slots=True)
class ItemMark(Clause):
    """The number of a point: ``①``, ``2、``."""


@dataclass(frozen=True, slots=True)
class FlatLoss(Clause):
    """``不规范扣0.5分``: points lost once."""

    label: str
    points: Fraction


@dataclass(frozen=True, slots=True)
class Formula(Clause):
    """``得分=(1-10x)×分值``: points by a formula over the rate ``x`` and ``weight``."""

    text: str


@dataclass(frozen=True, slots=True)
class Series(Clause):
    """``以此类推``: the losses said go on in the same way."""


@dataclass(frozen=True, slots=True)
class SentenceEnd(Clause):
    """A full stop, a semicolon or a new line."""


@dataclass(frozen=True, slots=True)
class Remark(Clause):
    """Words that say nothing about points."""


@dataclass(frozen=True, slots=True)
class Lead(Clause):
    """Words that name what the next clause speaks of."""

    text: str


@dataclass(frozen=True, slots=True)
class JudgedBetween(Clause):
    """``由评价人在0至5分之间评定``."""

    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Unread(Clause):
    """Words that may bear on the score and were not understood."""

    text: str
