"""What a report claims: one statement with its place, as far as it is understood without a doubt."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TypeAlias

from jixiao.narrative.claims.figures import WrittenFigure
from jixiao.narrative.claims.names import Subject
from jixiao.narrative.model import Passage


class ClaimKind(enum.StrEnum):
    """What sort of statement it is."""

    TOTAL = "total"
    GRADE = "grade"
    SECTION = "section"  # the sum of a section
    SCORE = "score"  # the points of a row, or of a part of it
    WEIGHT = "weight"  # the points that a row or section can bring
    LOST = "lost"  # the points that a row lost
    RATE = "rate"  # the rate of a row, or of a part of it; a change against last year
    INPUT = "input"  # a basic figure
    ZERO_ROWS = "zero-rows"  # rows said to have scored nothing
    LOST_ROWS = "lost-rows"  # rows said to have lost points
    FULL_ROWS = "full-rows"  # rows said to have full marks
    DIRECTION = "direction"  # rates called high or low
    SUM = "sum"  # a sum with its parts
    RATIO = "ratio"  # a rate with the two figures it comes from
    CHANGE = "change"  # a change with the two figures it comes from
    CAUSE = "cause"  # why the budget grew
    YEAR = "year"  # the year in the title
    DEPARTMENT = "department"  # who reports, by the title


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement; ``text`` is the clause as it is read, ``passage`` where it is.

    ``figure`` is the figure stated, ``parts`` the figures that it comes from, ``word`` what is
    stated in a word (a grade, 低). ``is_exhaustive`` where a list or a sum leaves nothing out.
    """

    kind: ClaimKind
    subjects: tuple[Subject, ...]
    text: str
    passage: Passage
    figure: WrittenFigure | None = None
    parts: tuple[WrittenFigure, ...] = ()
    word: str = ""
    is_exhaustive: bool = True


Claims: TypeAlias = tuple[Claim, ...]
