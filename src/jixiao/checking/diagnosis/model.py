"""What a diagnosis comes to: figures and scores that are probably wrong, bounds that are broken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from jixiao.checking.diagnosis.candidates import FigureChange
from jixiao.checking.diagnosis.relations import Relation
from jixiao.checking.diagnosis.symptoms import Symptom
from jixiao.checking.score import JudgedRow

_LISTED = 4


@dataclass(frozen=True, slots=True)
class FigureRoot:
    """A figure that is probably wrong; several ``choices`` where none of them sticks out.

    ``mends`` are the symptoms that it explains.
    """

    choices: tuple[FigureChange, ...]
    mends: frozenset[Symptom]
    is_informative: bool = True  # chance hardly gives what it explains

    @property
    def only(self) -> FigureChange | None:
        """The change, where there is one."""
        first = self.choices[0]
        is_sure = self.is_informative and len(self.choices) == 1 and first.slip.kind != "crossed"
        is_sure &= not first.is_guess
        return first if is_sure else None

    @property
    def is_one_cell(self) -> bool:
        """Whether all choices are of one cell."""
        return len(self.places) == 1

    @property
    def places(self) -> frozenset[str]:
        """The cells of all choices."""
        return frozenset(c.reading.place for each in self.choices for c in each.cells)


@dataclass(frozen=True, slots=True)
class ScoreRoot:
    """A self-score that is wrong itself; ``rivals`` are changes of figures as likely.

    ``is_doubtful``: a figure that it rests on may be wrong in a way that no slip shows.
    """

    row: JudgedRow
    rivals: tuple[FigureChange, ...] = ()
    is_doubtful: bool = False
    swapped_with: JudgedRow | None = None


@dataclass(frozen=True, slots=True)
class BrokenBound:
    """Figures that contradict each other, none of them plainly the wrong one.

    ``rows`` are the ids of the rows whose self-scores cannot be judged for it.
    """

    relation: Relation
    rows: frozenset[str]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The roots found, and the rows that rest on a rate which no figures give."""

    figures: tuple[FigureRoot, ...] = ()
    scores: tuple[ScoreRoot, ...] = ()
    absurd: frozenset[str] = frozenset()
    broken: tuple[BrokenBound, ...] = ()
    relations: Mapping[str, Relation] = field(default_factory=dict)


def listed(root: FigureRoot) -> tuple[FigureChange, ...]:
    """The choices that are reported; too many are none."""
    both = [(each,) if each.other is None else (each, each.back) for each in root.choices]
    text = tuple(each for pair in both for each in pair)
    return text if len(text) <= _LISTED else ()
