"""A sheet as a person sees it: merged areas resolved, blank cells left out, rows in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import replace
from functools import cached_property
from itertools import islice

from jixiao.scoresheet.words import plain_label
from jixiao.workbook import Cell, CellKind, CellRange, Sheet

MOST_ROWS = 3_000  # rows with anything in them that are looked at; a scoresheet has below 200
_IN_ALL_SHEETS = 24_000
_IN_EACH_SHEET = 150
MOST_COLUMNS = 256
_SPREAD_LIMIT = 4096  # cells of a merged area that are entered one by one; larger ones are searched


class View:
    """Rows of non-blank cells of one sheet and what is shown at any place of it.

    ``is_cut`` says that the sheet goes on beyond ``most_rows`` rows or ``MOST_COLUMNS`` columns.
    """

    def __init__(self, sheet: Sheet, most_rows: int = MOST_ROWS) -> None:
        self.sheet = sheet
        self.most_rows = most_rows
        self.name = sheet.name
        rows, is_wide = _rows(sheet.made)
        if len(rows) <= most_rows and sheet.made is not sheet.cells:
            rows, is_wide = _rows(sheet.cells)
        self.rows: Mapping[int, Mapping[int, Cell]] = dict(islice(rows.items(), most_rows))
        self.is_cut = is_wide or len(rows) > most_rows

    def changed(self, sheet: Sheet, places: Iterable[tuple[int, int]]) -> View:
        """The view of a sheet that differs from this one's at ``places`` only, in no row more."""
        view = copy(self)
        view.sheet = sheet
        rows = dict(self.rows)
        by_row: dict[int, list[int]] = {}
        for row, column in places:
            by_row.setdefault(row, []).append(column)
        for row, columns in by_row.items():
            if row in rows:
                rows[row] = _changed_row(rows[row], sheet, row, columns)
        view.rows = rows
        for name in ("texts", "last_column"):
            view.__dict__.pop(name, None)
        return view

    def columns(self, left: int, right: int) -> View:
        """The same sheet with nothing but these columns."""
        cells = {at: cell for at, cell in self.sheet.cells.items() if left <= at[1] <= right}
        return View(replace(self.sheet, cells=cells), self.most_rows)

    @cached_property
    def _covered(self) -> Mapping[tuple[int, int], CellRange]:
        return {
            (row, column): merge
            for merge in self.sheet.merges
            if (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1) <= _SPREAD_LIMIT
            for row in range(merge.top, merge.bottom + 1)
            for column in range(merge.left, merge.right + 1)
        }

    @cached_property
    def _wide(self) -> tuple[CellRange, ...]:
        return tuple(
            m
            for m in self.sheet.merges
            if (m.bottom - m.top + 1) * (m.right - m.left + 1) > _SPREAD_LIMIT
        )

    def merge(self, row: int, column: int) -> CellRange | None:
        """The merged area over a place, or None."""
        return self._merge_over((row, column))

    def _merge_over(self, place: tuple[int, int]) -> CellRange | None:
        found = self._covered.get(place)
        if found is None and self._wide:
            return next((m for m in self._wide if place in m), None)
        return found

    def anchor(self, row: int, column: int) -> tuple[int, int]:
        """The place itself, or the top-left one of the merged area over it."""
        place = (row, column)
        merge = self._covered.get(place) if not self._wide else self._merge_over(place)
        return (merge.top, merge.left) if merge else place

    def shown(self, row: int, column: int) -> Cell | None:
        """The stored cell seen at a place."""
        place = (row, column)
        merge = self._covered.get(place) if not self._wide else self._merge_over(place)
        return self.sheet.cells.get((merge.top, merge.left) if merge else place)

    def text(self, row: int, column: int) -> str:
        """The words seen at a place; empty for numbers, errors and blanks."""
        cell = self.shown(row, column)
        return cell.raw if cell is not None and cell.kind is CellKind.TEXT else ""

    def key(self, row: int, column: int) -> str:
        """The comparison key of the words seen at a place."""
        return plain_label(self.text(row, column))

    @cached_property
    def texts(self) -> tuple[Cell, ...]:
        """The text cells in reading order."""
        return tuple(
            cell
            for cells in self.rows.values()
            for cell in cells.values()
            if cell.kind is CellKind.TEXT
        )

    @cached_property
    def last_column(self) -> int:
        """The last column with anything in it; 0 for an empty sheet."""
        return max((max(cells) for cells in self.rows.values()), default=0)

    def rows_below(self, row: int) -> Iterator[int]:
        """Rows with anything in them, below ``row``."""
        return (r for r in self.rows if r > row)


def _changed_row(
    cells: Mapping[int, Cell], sheet: Sheet, row: int, columns: Iterable[int]
) -> Mapping[int, Cell]:
    """A row with what a sheet has in some of its columns, from left to right."""
    changed = dict(cells)
    is_longer = False
    for column in columns:
        cell = sheet.cells.get((row, column))
        if cell is None or cell.is_blank or column > MOST_COLUMNS:
            changed.pop(column, None)
        else:
            is_longer = is_longer or column not in changed
            changed[column] = cell
    return dict(sorted(changed.items())) if is_longer else changed


def _rows(cells: Mapping[tuple[int, int], Cell]) -> tuple[dict[int, dict[int, Cell]], bool]:
    """Give what is not blank, by row and column; and whether anything is beyond the columns."""
    rows: dict[int, dict[int, Cell]] = {}
    is_wide = False
    last = (0, 0)
    in_order = True
    for place, cell in cells.items():
        if cell.is_blank:
            continue
        row, column = place
        if column > MOST_COLUMNS:
            is_wide = True
            continue
        in_order = in_order and last < place
        last = place
        if row in rows:
            rows[row][column] = cell
        else:
            rows[row] = {column: cell}
    if not in_order:
        rows = {row: dict(sorted(rows[row].items())) for row in sorted(rows)}
    return rows, is_wide


def views_of(sheets: Sequence[Sheet]) -> list[View]:
    """A view of each sheet; of very many sheets fewer rows each, so that all end soon."""
    share = max(_IN_EACH_SHEET, _IN_ALL_SHEETS // max(len(sheets), 1))
    return [View(sheet, min(share, MOST_ROWS)) for sheet in sheets]
