"""What a drafted report is made of: headings, sentences, gaps for a person, bars of scores."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class DraftHeading:
    """A heading with its number; ``level`` 1 to 3."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """A paragraph whose figures all come from the scoresheet."""

    text: str


@dataclass(frozen=True, slots=True)
class DraftGap:
    """What a person must write, marked 待补充."""

    text: str


@dataclass(frozen=True, slots=True)
class DraftBars:
    """A chart of scores: label, share of the points (0 to 1), what is printed behind the bar."""

    title: str
    bars: tuple[tuple[str, Fraction, str], ...]


DraftBlock = DraftHeading | DraftSentence | DraftGap | DraftBars


@dataclass(frozen=True, slots=True)
class DraftReport:
    """A report in its order."""

    title: str
    blocks: tuple[DraftBlock, ...]

    @property
    def gaps(self) -> int:
        """How many places a person must fill in."""
        return sum(isinstance(block, DraftGap) for block in self.blocks)
