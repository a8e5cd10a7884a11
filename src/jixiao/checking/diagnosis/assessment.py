"""What a check says of a scoresheet, and how it is asked to say it again of a changed one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from jixiao.checking.model import SectionResult, TotalResult
from jixiao.checking.score import JudgedRow
from jixiao.finding import Finding
from jixiao.scoresheet import Scoresheet


@dataclass(frozen=True, slots=True)
class Assessment:
    """Rows judged, sums, and everything there is to say, in no order."""

    judged: tuple[JudgedRow, ...]
    sections: tuple[SectionResult, ...]
    total: TotalResult
    findings: tuple[Finding, ...]


class Assessor(Protocol):
    """Whoever runs the checks."""

    def again(self, sheet: Scoresheet, places: frozenset[str]) -> Assessment:
        """Assess a scoresheet in which the cells ``places`` were changed."""

    def rejudged(self, judged: Sequence[JudgedRow]) -> Assessment:
        """Assess the scoresheet as it is, some of its rows judged otherwise."""
