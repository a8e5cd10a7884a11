"""The closed set of scoring rules (评分标准) as written; ``scoring`` gives them meaning.

Scores are points. Ranges and targets are about the indicator's rate and may be written with ``%``.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from jixiao.rulebook.schema.ranges import parse_amount, parse_range


def _is_range(text: str) -> str:
    parse_range(text)
    return text


def _amount(written: object) -> object:
    if isinstance(written, str):
        exact = parse_amount(written)
        return Decimal(exact.numerator) / Decimal(exact.denominator)
    return written


RangeText = Annotated[str, AfterValidator(_is_range)]
Amount = Annotated[Decimal, BeforeValidator(_amount)]
Mode = Literal["whole", "started", "prorata"]
Elsewhere = Literal["ask", "zero", "full"]


class _Rule(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Tier(_Rule):
    """A qualitative tier; ``share`` is a range of the weight."""

    name: str
    share: RangeText


class Judged(_Rule):
    """A person judges; only min ≤ score ≤ weight is checked. ``tiers`` guide the judgement."""

    kind: Literal["judged"]
    min: Decimal = Decimal(0)
    tiers: tuple[Tier, ...] = ()
    says: str = ""


class Loss(_Rule):
    """``points`` lost for each ``step`` by which the rate leaves ``full``, at most ``cap``.

    ``mode``: only whole steps count, started steps count as whole, or pro rata.
    """

    full: RangeText
    points: Decimal
    step: Amount
    mode: Mode
    cap: Decimal | None = None
    noun: str = ""


class Deduct(Loss):
    """Full marks inside ``full``, less outside, never below 0; no marks inside ``zero``."""

    kind: Literal["deduct"]
    zero: RangeText | None = None


class CountedLoss(Loss):
    """One of several deductions, each on its own count or rate."""

    rate: str
    unit: str = "处"


class Deductions(_Rule):
    """Several deductions from full marks, each with its own cap, never below 0."""

    kind: Literal["deductions"]
    items: tuple[CountedLoss, ...]


class Step(_Rule):
    """A step of a ladder: ``score`` points where the rate lies in ``when``."""

    when: RangeText
    score: Decimal
    says: str = ""


class Ladder(_Rule):
    """Steps over the rate; ``elsewhere`` says what holds where no step does."""

    kind: Literal["ladder"]
    steps: tuple[Step, ...]
    elsewhere: Elsewhere | None = None


class Linear(_Rule):
    """weight × rate ÷ target (``higher``) or weight × target ÷ rate (``lower``), 0 to weight.

    ``zero`` is a range without marks; ``limit`` is how far the target may be passed before a person
    must look (30%).
    """

    kind: Literal["linear"]
    target: Amount = Decimal(1)
    direction: Literal["higher", "lower"] = "higher"
    zero: RangeText | None = None


class CaseStep(_Rule):
    """A condition over inputs, what it is called and its points (a number or a formula)."""

    when: str
    says: str
    score: Decimal | str


class Cases(_Rule):
    """The first condition that holds gives the points."""

    kind: Literal["cases"]
    steps: tuple[CaseStep, ...]
    elsewhere: Elsewhere


class Expression(_Rule):
    """Points by a formula over the rate ``x``, ``weight`` and inputs, kept within 0 and weight."""

    kind: Literal["expression"]
    formula: str
    says: str


class Item(_Rule):
    """A point of a checklist: a 是/否 input and what it is worth."""

    input: str
    points: Decimal


class Checklist(_Rule):
    """Points of all items answered 是."""

    kind: Literal["checklist"]
    items: tuple[Item, ...]


class Choice(_Rule):
    """Points by the option chosen in a ``choice`` input."""

    kind: Literal["choice"]
    input: str
    scores: dict[str, Decimal]


class ItemScore(_Rule):
    """A typed 0 to ``out_of`` score or coefficient × weight (折算得分)."""

    kind: Literal["item"]
    column: Literal["item_score", "coefficient"] = "item_score"
    out_of: Amount = Decimal(100)


class Target(_Rule):
    """A free row against its own target: met gives the weight, else the share reached.

    ``equal`` says what missing an ＝ target is worth: the smaller over the larger, or nothing.
    ``over`` is the share beyond the target from which a person must look (0.3).
    """

    kind: Literal["target"]
    equal: Literal["share", "zero"] = "share"
    over: Amount | None = None
    over_score: Elsewhere = "ask"
    tiers: tuple[Tier, ...] = ()


Score = Annotated[
    Judged
    | Deduct
    | Deductions
    | Ladder
    | Linear
    | Cases
    | Expression
    | Checklist
    | Choice
    | ItemScore
    | Target,
    Field(discriminator="kind"),
]


def exact(amount: Decimal) -> Fraction:
    """Take an amount of a rulebook as the exact number that it is."""
    return Fraction(amount)


__all__ = [
    "CaseStep",
    "Cases",
    "Checklist",
    "Choice",
    "CountedLoss",
    "Deduct",
    "Deductions",
    "Elsewhere",
    "Expression",
    "Item",
    "ItemScore",
    "Judged",
    "Ladder",
    "Linear",
    "Loss",
    "Mode",
    "Score",
    "Step",
    "Target",
    "Tier",
    "exact",
]
