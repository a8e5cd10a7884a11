"""Where the figure of a label is: in the column headed 数值, else where the figures are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from jixiao.scoresheet.grid import View
from jixiao.scoresheet.words import VALUE_HEADERS, label_forms
from jixiao.workbook import Cell, CellKind, cell_address

_SHORT = 12  # characters of the head of a column of figures
_OF_YEAR = re.compile(r"([0-9]{1,9})(?:年度?)?(?:实际|决算|完成)?(?:数|金额|情况)?")
REACH = 12  # columns to the right of a label in which its figure may be


class ValueColumns:
    """The columns of figures of one sheet, given its label cells and the year that counts.

    ``has_counted`` says that heads did not settle a column, so that figures were looked at.
    """

    def __init__(self, view: View, labels: Sequence[Cell], year: int | None = None) -> None:
        self._view = view
        self._labels = labels
        plain = [cell for cell in view.texts if heads_values(cell.raw)]
        by_year = [c for c in view.texts if year is not None and year in years_headed(c.raw)]
        self._heads = [(cell.row, cell.column) for cell in plain or by_year]
        self._columns: dict[int, int | None] = {}
        self.has_counted = False

    def column(self, label: Cell) -> int | None:
        """The column of a label's figure; None where nothing shows."""
        end = self._end(label)
        headed = [
            (row, -column)
            for row, column in self._heads
            if row < label.row and label.column < column < end
        ]
        if headed:
            return -max(headed)[1]
        self.has_counted = True
        if label.column not in self._columns:
            self._columns[label.column] = self._fullest(label)
        found = self._columns[label.column]
        return found if found is not None and found < end else self._first(label, end)

    def _end(self, label: Cell) -> int:
        """The next label in the same row, or the end of reach."""
        right = [c.column for c in self._labels if c.row == label.row and c.column > label.column]
        return min(right, default=label.column + REACH)

    def _fullest(self, label: Cell) -> int | None:
        """The column with most figures next to the labels of this column, if only one."""
        rows = [cell.row for cell in self._labels if cell.column == label.column]
        counts = {
            column: sum(1 for row in rows if is_figure(self._view.sheet.cells.get((row, column))))
            for column in range(label.column + 1, label.column + REACH)
        }
        best = max(counts.values())
        top = [column for column, count in counts.items() if count == best]
        return top[0] if best and len(top) == 1 else None

    def _first(self, label: Cell, end: int) -> int | None:
        """The one figure to the right of a label in its own row, if there is only one."""
        columns = self._figures(label, end)
        return columns[0] if len(columns) == 1 else None

    def rivals(self, label: Cell) -> list[str]:
        """The cells with figures to the right of a label: where several, none is taken."""
        self.has_counted = True
        return [
            cell_address(label.row, column) for column in self._figures(label, self._end(label))
        ]

    def _figures(self, label: Cell, end: int) -> list[int]:
        cells = ((c, self._view.shown(label.row, c)) for c in range(label.column + 1, end))
        return [column for column, cell in cells if is_figure(cell)]


@lru_cache(maxsize=4096)
def heads_values(text: str) -> bool:
    """Whether a column of figures is headed so: 数值, 金额."""
    return len(text) <= _SHORT and any(key in VALUE_HEADERS for key in label_forms(text))


@lru_cache(maxsize=4096)
def years_headed(text: str) -> frozenset[int]:
    """The years whose figures are in a column that is headed so: 2018年决算数."""
    if len(text) > _SHORT:
        return frozenset()
    return frozenset(int(m[1]) for key in label_forms(text) if (m := _OF_YEAR.fullmatch(key)))


def is_figure(cell: Cell | None) -> bool:
    """Whether a cell holds a number, an error, or short words with a number or a tick in them."""
    if cell is None or cell.is_blank:
        return False
    if cell.kind in (CellKind.NUMBER, CellKind.BOOLEAN, CellKind.ERROR, CellKind.INVALID):
        return True
    return len(cell.raw) <= 12 and any(c.isdigit() or c in "是否√×" for c in cell.raw)
