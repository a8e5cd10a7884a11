"""What locating decided of one workbook, kept to be held against the next."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from jixiao.rulebook import Role, Rulebook
from jixiao.scoresheet.grid import NamedCell, View
from jixiao.scoresheet.layouts.cell_meaning import CellMeanings, meanings_of
from jixiao.scoresheet.matching import Block, Candidate, ChosenSheet, indexes_of
from jixiao.scoresheet.model import Row
from jixiao.scoresheet.reading import InputsFound, RowSpots, TableHead, row_spots
from jixiao.scoresheet.stamp import Stamp
from jixiao.workbook import Workbook

_Place = tuple[int, int]
_WEIGHTS = (Role.WEIGHT, Role.LEVEL1_WEIGHT, Role.LEVEL2_WEIGHT, Role.LEVEL3_WEIGHT)


@dataclass(frozen=True)
class Meeting:
    """A workbook met: its sheets as seen, the sheet chosen, and what shows the rulebook.

    Where the choice is that of an earlier workbook, ``before`` is its layout and ``changed`` are
    the cells that differ from it, by sheet; ``has_same_tables`` says that repeating tables are
    where they were.
    """

    workbook: Workbook
    views: tuple[View, ...]
    choice: ChosenSheet
    stamp: Stamp | None
    places: Mapping[str, NamedCell]
    before: KnownLayout | None = None
    changed: Mapping[str, Collection[_Place]] = field(default_factory=dict)
    has_same_tables: bool = False


@dataclass(frozen=True)
class KnownLayout:
    """Where things are in a workbook: rows, inputs and tables as found, figures of ``year``.

    Inputs were looked for outside the rows ``taken``.

    ``books`` are the rulebooks that it was chosen among, ``asked`` the one asked for.
    """

    books: tuple[Rulebook, ...]
    asked: Rulebook | None
    meeting: Meeting
    rows: tuple[Row, ...] = ()
    inputs: InputsFound = field(default_factory=lambda: InputsFound({}))
    year: int | None = None
    taken: frozenset[int] = frozenset()
    tables: Mapping[str, TableHead] = field(default_factory=dict)

    @cached_property
    def meanings(self) -> CellMeanings:
        """What the texts of cells may mean to whoever found this layout."""
        choice = self.meeting.choice
        indexes = tuple(dict.fromkeys(one.index for one in choice.tried))
        chosen = choice.candidate.index if choice.candidate is not None else None
        return meanings_of(indexes_of(self.books, self.asked), indexes, chosen)

    @cached_property
    def spots(self) -> tuple[RowSpots, ...] | None:
        """The cells of the rows; None where rows have to be read from their beginning."""
        candidate = self.meeting.choice.candidate
        return None if candidate is None else row_spots(candidate, self.rows)

    @cached_property
    def fixed(self) -> Mapping[str, frozenset[_Place]]:
        """The cells by sheet whose content decided: names, levels and weights of all rows."""
        found: dict[str, set[_Place]] = {}
        for block in _blocks(self.meeting.choice.tried):
            found.setdefault(block.frame.view.name, set()).update(_deciding(block))
        return {name: frozenset(places) for name, places in found.items()}

    @cached_property
    def sums(self) -> Mapping[str, frozenset[int]]:
        """The rows by sheet that hold the sum of a section."""
        found: dict[str, set[int]] = {}
        for block in _blocks(self.meeting.choice.tried):
            rows = (line.row for line in block.matches.sections)
            found.setdefault(block.frame.view.name, set()).update(rows)
        return {name: frozenset(rows) for name, rows in found.items()}


def _blocks(candidates: Sequence[Candidate]) -> Sequence[Block]:
    return [block for candidate in candidates for block in candidate.blocks]


def _deciding(block: Block) -> set[_Place]:
    """The cells of a table that name its rows and give their weights, merged or not."""
    frame, roles = block.frame, block.columns.roles
    columns = {frame.name, *frame.levels, *(roles[r] for r in _WEIGHTS if r in roles)}
    places = {(line.row, column) for line in block.body for column in columns}
    return places | {frame.view.anchor(*place) for place in places}
