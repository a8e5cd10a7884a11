"""Cells of a large sheet that are made when somebody asks for them.

A sheet of thousands of rows of plain figures is no scoresheet, and hardly anybody asks: its first
rows are there, its cells are counted, all else is read from the file when it is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, Generic, TypeVar

CellT = TypeVar("CellT")

FIRST: Final = 3_100  # rows with anything in them that are made at once: nobody looks at more

Place = tuple[int, int]


class UnmadeCells(Mapping[Place, CellT], Generic[CellT]):
    """Cells by place, in reading order; none of those that are not made yet has a formula.

    ``first`` are those of all rows to ``last``; ``make`` gives all.
    """

    def __init__(
        self,
        first: Mapping[Place, CellT],
        last: int,
        count: int,
        make: Callable[[], Mapping[Place, CellT]],
    ) -> None:
        self.first = first
        self._last = last
        self._count = count
        self._make: Callable[[], Mapping[Place, CellT]] | None = make
        self._all: Mapping[Place, CellT] = first

    @property
    def is_made(self) -> bool:
        """Whether all cells have been asked for."""
        return self._make is None

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, place: Place) -> CellT:
        return self.first[place] if place[0] <= self._last else self._made()[place]

    def __iter__(self) -> Iterator[Place]:
        return iter(self._made())

    def _made(self) -> Mapping[Place, CellT]:
        if self._make is not None:
            self._all = self._make()
            self._make = None
        return self._all
