"""What an indicator's figures come to: the figures that go in, the outcome that comes out."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from jixiao.figures import IntervalSet
from jixiao.finding import Bilingual


@dataclass(frozen=True, slots=True)
class FigureValue:
    """A figure as an exact number and as the spread of numbers that it may represent.

    Rates are fractions (60.2% is 301/500), money is in the rulebook's unit, flags are 1 or 0.
    """

    exact: Fraction
    spread: IntervalSet | None = None  # None: exact is all it can be


@dataclass(frozen=True, slots=True)
class Figures:
    """All that evaluation can draw on: inputs by id, tables by id as rows of columns by id.

    A figure that was left blank or could not be understood is absent.
    """

    inputs: Mapping[str, FigureValue] = field(default_factory=dict)
    tables: Mapping[str, tuple[Mapping[str, FigureValue], ...]] = field(default_factory=dict)


class OutcomeState(enum.StrEnum):
    """How far an evaluation got."""

    COMPUTED = "computed"
    MISSING = "missing"  # an input is absent: see ``missing``
    ASK = "ask"  # the rule leaves this case to a person
    JUDGED = "judged"  # the rule is a judgement
    NOT_APPLICABLE = "not-applicable"  # the rulebook's n/a policy took over


@dataclass(frozen=True, slots=True)
class PartOutcome:
    """One summand of a score; ``rate`` is an exact fraction, scores are in points."""

    id: str
    name: str
    rate: Fraction | None
    score: Fraction | None
    max: Fraction


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a rule.

    ``score`` is rounded to the rulebook's digits (``exact`` is a free row's before that);
    ``scores`` are all the rounded scores that some value behind the figures as shown gives (bounds
    are its ends); ``trace`` is one line in each language (None when traces are off).
    """

    state: OutcomeState
    rate: Fraction | None = None
    rates: IntervalSet | None = None
    score: Fraction | None = None
    scores: IntervalSet | None = None
    parts: tuple[PartOutcome, ...] = ()
    missing: tuple[str, ...] = ()
    trace: Bilingual | None = None
    exact: Fraction | None = None
