"""The figures of a return as they are tried: as exact numbers first, with their spreads on demand.

Most tests need the exact numbers alone; what may hide behind the digits of a changed figure is
worked out only where they are not enough.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property

from jixiao.checking.diagnosis.cells import FigureCell, figures_with
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
        inputs, tables = dict(self.bare.inputs), dict(self.bare.tables)
        for cell, value in changes:
            if cell.row is None:
                inputs[cell.item.id] = FigureValue(value)
            elif cell.row < len(tables.get(cell.table, ())):
                rows = list(tables[cell.table])
                rows[cell.row] = {**rows[cell.row], cell.item.id: FigureValue(value)}
                tables[cell.table] = tuple(rows)
        return TriedFigures(self._base, Figures(inputs, tables), (*self._changes, *changes))

    @cached_property
    def full(self) -> Figures:
        """The figures with what may hide behind their digits."""
        figures = self._base
        for cell, value in self._changes:
            figures = figures_with(figures, cell, value)
        return figures


def _without_spreads(figures: Figures) -> Figures:
    return Figures(
        {name: FigureValue(value.exact) for name, value in figures.inputs.items()},
        {
            table: tuple({k: FigureValue(v.exact) for k, v in row.items()} for row in rows)
            for table, rows in figures.tables.items()
        },
    )
