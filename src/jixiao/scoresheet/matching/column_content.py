"""What is in the columns of a table: weights, points of sections, scores within weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from jixiao.scoresheet.grid import TableLine, View, bare_number, sum_kind
from jixiao.scoresheet.matching.free_rows import block_of, is_part
from jixiao.scoresheet.words import Index

SURE = Decimal("0.9")  # share of rows in which a column must hold what it is taken for
_ROUNDED = Decimal("0.1")  # by how much the weights of a block may miss its points


@dataclass(frozen=True)
class ColumnContent:
    """The rows of a table by what they are: fixed rows by indicator, free rows by block."""

    view: View
    index: Index
    fixed: Mapping[str, Sequence[int]]
    free: Mapping[str, Sequence[int]]

    @cached_property
    def rows(self) -> Sequence[int]:
        """All scored rows."""
        groups = (*self.fixed.values(), *self.free.values())
        return [row for group in groups for row in group]

    @cached_property
    def _weighed(self) -> list[tuple[int, Decimal | None]]:
        """The fixed rows with the weight that the rulebook gives each."""
        weights = self.index.weights
        return [(row, weights.get(ident)) for ident, rows in self.fixed.items() for row in rows]

    @cached_property
    def _sectioned(self) -> Mapping[int, list[tuple[int, Decimal]]]:
        """The fixed rows by depth, with the points of their section of that depth.

        A section of a single row says nothing: there its points are the row's own weight.
        """
        found: dict[int, list[tuple[int, Decimal]]] = {1: [], 2: [], 3: []}
        for ident, rows in self.fixed.items():
            for depth, own in found.items():
                expected = self.index.sections.get(self.index.paths[ident][:depth])
                if expected is not None and expected != self.index.weights.get(ident):
                    own += [(row, expected) for row in rows]
        return found

    def over(self, view: View) -> ColumnContent:
        """The same rows in another workbook."""
        content = replace(self, view=view)
        for name in ("rows", "_weighed", "_sectioned"):
            if name in self.__dict__:
                content.__dict__[name] = self.__dict__[name]
        return content

    @cached_property
    def _numbers(self) -> dict[int, Mapping[int, Decimal]]:
        return {}

    def filled(self, column: int) -> int:
        """How many scored rows have something in a column."""
        cells = self.view.sheet.cells
        return sum(1 for row in self.rows if (row, column) in cells)

    def numbers(self, column: int) -> Mapping[int, Decimal]:
        """The numbers of a column by scored row."""
        if column not in self._numbers:
            found = ((row, bare_number(self.view.shown(row, column))) for row in self.rows)
            self._numbers[column] = {row: number for row, number in found if number is not None}
        return self._numbers[column]

    def as_weight(self, column: int) -> Decimal:
        """How far a column holds the weights: of each fixed row, in sum of each free block."""
        numbers = self.numbers(column)
        total = len(self._weighed)
        right = sum(1 for row, weight in self._weighed if numbers.get(row) == weight)
        if not self.free:
            return Decimal(right) / total if total else Decimal(0)
        wanted = {block.id: block.weight or Decimal(0) for block, _, _ in self.index.blocks}
        for ident, rows in self.free.items():
            own = [row for row in rows if (row, column) in self.view.sheet.cells]
            held = [numbers[row] for row in own if row in numbers]
            total += 1
            right += bool(held) and abs(sum(held) - wanted[ident]) < _ROUNDED
        return Decimal(right) / total if total else Decimal(0)

    def as_section(self, column: int, depth: int) -> bool:
        """Whether a column holds the points of the sections of one level."""
        numbers, asked = self.numbers(column), self._sectioned[depth]
        shown = [(numbers[row], expected) for row, expected in asked if row in numbers]
        right = sum(1 for number, expected in shown if number == expected)
        return len(shown) >= max(2, len(asked) / 4) and right >= SURE * len(shown)

    def bounds(self, column: int, other: int) -> bool:
        """Whether no number of ``other`` is above its neighbour in ``column``, some are below."""
        high, low = self.numbers(column), self.numbers(other)
        both = [row for row in high if row in low]
        return len(both) >= 4 and all(low[r] <= high[r] for r in both) and high != low

    def tops(self, column: int, other: int) -> bool:
        """Whether ``column`` is nowhere below ``other`` and somewhere above it, as weights are."""
        high, low = self.numbers(column), self.numbers(other)
        both = [row for row in high if row in low]
        return all(low[r] <= high[r] for r in both) and any(low[r] < high[r] for r in both)


def column_content(
    view: View, index: Index, fixed: Mapping[str, Sequence[int]], body: Sequence[TableLine]
) -> ColumnContent:
    """Gather the rows that show what is in the columns."""
    if not index.blocks:
        return ColumnContent(view, index, fixed, {})
    taken = {row for group in fixed.values() for row in group}
    free: dict[str, list[int]] = {}
    for line in body:
        if line.row in taken or not line.name or sum_kind(line) is not None or is_part(line.name):
            continue
        block = block_of(line, index)
        if block is not None:
            free.setdefault(block.id, []).append(line.row)
    return ColumnContent(view, index, fixed, free)
