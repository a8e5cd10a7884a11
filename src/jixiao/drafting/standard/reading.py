"""What was read out of a scoring standard: a rule, what its words leave open, what was not read."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from jixiao.drafting.grammar import Unread
from jixiao.rulebook import Score


class Completeness(enum.StrEnum):
    """How much of a standard was understood."""

    WHOLE = "whole"  # every word that bears on the score
    PARTLY = "partly"  # a rule, but not all words
    NONE = "none"  # no rule: a person judges


def whole_if(is_whole: bool) -> Completeness:  # noqa: FBT001
    """Call a reading whole, else partly read."""
    return Completeness.WHOLE if is_whole else Completeness.PARTLY


class OpenPoint(enum.StrEnum):
    """What the words of a standard leave to a person."""

    PART_STEP = "part-step"  # 不足一步怎么算
    LADDER_END = "ladder-end"  # 端点含不含
    UNCOVERED = "uncovered"  # values that no step covers, such as negative ones
    NO_CAP = "no-cap"  # nothing says that the loss ends at zero
    SHARE = "share"  # in proportion to the rate itself, or to the target
    DIRECTION = "direction"  # B/A or A/B by the direction of the row


@dataclass(frozen=True, slots=True)
class Answer:
    """A point of a checklist: what is asked and the points for it."""

    label: str
    points: Fraction


@dataclass(frozen=True, slots=True)
class PartReading:
    """One of several rules that are added up; ``weight`` is what it gives at most."""

    weight: Fraction | None
    rule: Score
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class StandardReading:
    """A standard read.

    ``weight`` is the most that the words give, None where they say only 满分. ``parts`` holds one
    rule, or several that are added up. ``is_percent`` says that the rate is a share; ``measure``
    is the unit of a count. ``counts_from`` says that a count is what lacks at or is beyond a
    target (每少1座: under); it is empty where faults are counted. ``open`` is what the words leave
    open; ``unread`` what was not understood, with its place.
    """

    text: str
    completeness: Completeness
    weight: Fraction | None
    parts: tuple[PartReading, ...] = ()
    is_percent: bool = True
    measure: str = ""
    subject: str = ""
    is_classes: bool = False
    open: frozenset[OpenPoint] = frozenset()
    unread: tuple[Unread, ...] = ()
    zero_denominator: str | None = None
    not_applicable: str | None = None
    counts_from: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether every word that bears on the score was understood."""
        return self.completeness is Completeness.WHOLE

    @property
    def is_absolute(self) -> bool:
        """Whether the rate is a distance without a sign: 调整率绝对值≤5%."""
        return "绝对值" in self.text

    @property
    def rule(self) -> Score | None:
        """The rule where it is one; None where there is none or several are added up."""
        return self.parts[0].rule if len(self.parts) == 1 else None


def stated_points(parts: Sequence[PartReading]) -> Fraction:
    """The points that parts give together."""
    return sum((part.weight or Fraction(0) for part in parts), Fraction(0))
