"""The values of a survey: forms as they came back, how they count, what they come to.

Rates are exact fractions (98% is 49/50), scores points.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from jixiao.finding import Finding
from jixiao.rulebook import Outcome, Rulebook, SurveyAnswer, SurveyGroup


@dataclass(frozen=True, slots=True)
class SurveyQuestion:
    """A question on satisfaction: its place among the columns, its heading, its number if any."""

    column: int
    text: str
    number: str = ""
    is_overall: bool = False


@dataclass(frozen=True, slots=True)
class SurveyForm:
    """One form; ``answers`` are texts as they are in the file, by text of the question.

    ``counted`` are the answers that decide, one or several.
    """

    place: str  # 'Sheet1!5', or the line of a CSV
    answers: Mapping[str, str]
    counted: tuple[str, ...]
    content: tuple[str, ...]  # all cells but the form's number: equal where a form is there twice
    has_traces: bool  # whether time or address is given
    time: dt.datetime | None = None
    seconds: int | None = None
    address: str = ""
    group: str = ""


class FormState(enum.StrEnum):
    """Whether a form counts, and if not, why."""

    VALID = "valid"
    DUPLICATE = "duplicate"
    LATE = "late"
    BLANK = "blank"
    UNCLEAR = "unclear"
    NO_OPINION = "no-opinion"


@dataclass(frozen=True, slots=True)
class QuestionTally:
    """How one question was answered: forms by answer, in the rulebook's order, and the rate."""

    text: str
    counts: tuple[int, ...]
    rate: Fraction | None

    @property
    def answered(self) -> int:
        """How many forms answered it."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class GroupResult:
    """What the forms of one group come to.

    ``counts`` are forms by answer, where one question decides, and ``words`` the answers as they
    were given, by place of the answer they count as. ``issued`` is None where nobody said.
    ``interval`` is where the satisfaction of all who might have been asked lies with 95%
    confidence, ``margin`` the most it may be off.
    """

    group: SurveyGroup
    issued: int | None
    returned: int
    valid: int
    counts: tuple[int, ...] | None
    rate: Fraction | None
    outcome: Outcome | None = None
    weight: Fraction | None = None
    indicator: str = ""  # its name
    questions: tuple[QuestionTally, ...] = ()
    words: tuple[tuple[int, str, int], ...] = ()
    left_out: Mapping[FormState, int] = field(default_factory=dict)
    margin: Fraction | None = None
    interval: tuple[Fraction, Fraction] | None = None


@dataclass(frozen=True, slots=True)
class SurveyResult:
    """The whole survey by one rulebook; ``files`` are as the user named them."""

    files: tuple[str, ...]
    rulebook: Rulebook
    answers: tuple[SurveyAnswer, ...]
    groups: tuple[GroupResult, ...]
    findings: tuple[Finding, ...]
    question: str = ""
    inputs: Mapping[str, Fraction] = field(default_factory=dict)  # by id of the rulebook's input

    @property
    def is_counted(self) -> bool:
        """Whether there is a satisfaction to speak of."""
        return any(one.rate is not None for one in self.groups)


@dataclass(frozen=True, slots=True)
class SurveyWish:
    """What the user says besides the forms.

    ``issued`` numbers of forms by name of the group ("" where there is one); ``deadline`` the last
    day on which forms count; ``question`` the number of the question that decides; ``answers`` what
    answers of the file mean, by their text; ``group`` whom all forms were asked of; ``population``
    how many there are in all.
    """

    issued: Mapping[str, int] = field(default_factory=dict)
    deadline: dt.date | None = None
    question: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    group: str = ""
    population: int | None = None
