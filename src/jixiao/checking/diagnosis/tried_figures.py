"""The figures of a return as they are tried: as exact numbers first, with their spreads on demand.

Most tests need the exact numbers alone; what may hide behind the digits of a changed figure is
worked out only where they are not enough.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property

from jixiao.checking.diagnosis.cells import FigureCell, figures_with
from jixiao.figures import IntervalSet
from jixiao.rulebook import Figures, FigureValue


class TriedFigures:
    """Figures with some cells changed."""

    def __init__(
        self, base: Figures, bare: Figures, changes: tuple[tuple[FigureCell, Fraction], ...] = ()
    ) -> None:
        self._base, self.bare, self._changes = base, bare, changes

    @classmethod
    def of(cls, figures: Figures) -> TriedFigures:
        """The figures as they are."""
        return cls(figures, _without_spreads(figures))

    def changed(self, *changes: tuple[FigureCell, Fraction]) -> TriedFigures:
        """The figures with some cells changed."""
        values = [(cell, FigureValue(value)) for cell, value in changes]
        return TriedFigures(self._base, self._with(values), (*self._changes, *changes))

    def _with(self, values: Sequence[tuple[FigureCell, FigureValue]]) -> Figures:
        inputs, tables = dict(self.bare.inputs), dict(self.bare.tables)
        for cell, value in values:
            if cell.row is None:
                inputs[cell.item.id] = value
            elif cell.row < len(tables.get(cell.table, ())):
                rows = list(tables[cell.table])
                rows[cell.row] = {**rows[cell.row], cell.item.id: value}
                tables[cell.table] = tuple(rows)
        return Figures(inputs, tables)

    def between(self, cell: FigureCell, low: Fraction, high: Fraction) -> Figures:
        """The figures with one of them anywhere between two bounds."""
        anywhere = FigureValue(low, IntervalSet.of(low, high))
        return self._with(((cell, anywhere),))

    @cached_property
    def full(self) -> Figures:
        """The figures with what may hide behind their digits."""
        figures = self._base
        for cell, value in self._changes:
            figures = figures_with(figures, cell, value)
        return figures


def _bare(value: FigureValue) -> FigureValue:
    return value if value.spread is None else FigureValue(value.exact)


def _without_spreads(figures: Figures) -> Figures:
    return Figures(
        {name: _bare(value) for name, value in figures.inputs.items()},
        {
            table: tuple({k: _bare(v) for k, v in row.items()} for row in rows)
            for table, rows in figures.tables.items()
        },
    )
