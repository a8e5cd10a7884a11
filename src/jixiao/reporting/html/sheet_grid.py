"""The sheets of a return as grids to look at: what is where, and which cells are marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from jixiao.figures import format_percent
from jixiao.reporting.columns import printable
from jixiao.reporting.html.cell_text import cell_text
from jixiao.workbook import (
    Appearance,
    Cell,
    CellAppearance,
    CellKind,
    Sheet,
    Visibility,
    Workbook,
    cell_address,
    column_letters,
    column_number,
    is_added,
    read_appearance,
)

_COLUMNS: Final = 60  # columns drawn of a sheet
_LETTERS: Final = 40_000  # characters drawn of all sheets; what is marked is drawn beyond
_LONGEST: Final = 400  # characters drawn of one cell
_PIXELS: Final = (7, 5)  # of a character of a column's width, and the margin
NUMBERS: Final = 34  # pixels of the column of row numbers
_MIDDLE: Final = 2100 * 255**2  # light of a colour on which black reads as well as white
_NARROWEST, _WIDEST = 24, 420  # pixels of a column


@dataclass(frozen=True, slots=True)
class CellMark:
    """A finding at a cell: its severity, the anchor of its card, the number shown on both."""

    severity: str
    card: str
    number: int


@dataclass(frozen=True, slots=True)
class GridCell:
    """One drawn cell; ``classes`` are those of the style sheet, ``fill`` a colour or empty."""

    text: str
    address: str
    rows: int = 1
    columns: int = 1
    classes: str = ""
    fill: str = ""
    marks: tuple[CellMark, ...] = ()


@dataclass(frozen=True, slots=True)
class GridRow:
    """One drawn row; ``is_after_gap`` where rows before it are not drawn."""

    number: int
    cells: tuple[GridCell, ...]
    is_after_gap: bool = False


@dataclass(frozen=True, slots=True)
class SheetGrid:
    """A sheet as drawn; ``columns`` pairs letters with a width in pixels."""

    name: str
    anchor: str
    columns: tuple[tuple[str, int], ...]
    rows: tuple[GridRow, ...]
    is_cut: bool

    @property
    def width(self) -> int:
        """The width of the whole table in pixels, with the column of row numbers."""
        return NUMBERS + sum(width for _, width in self.columns)

    def share(self, width: int) -> str:
        """A width as a share of the whole, so that a printed table fits its page."""
        return format_percent(Fraction(width, self.width))


Marks = Mapping[tuple[str, str], tuple[CellMark, ...]]
"""Marks by sheet (letter case folded) and cell."""


def draw_sheets(
    workbook: Workbook, content: bytes, marks: Marks, main: str | None, prefix: str
) -> tuple[SheetGrid, ...]:
    """Draw the sheets that a check speaks of: the scoresheet ``main`` and those with marks.

    ``content`` is the file; ``prefix`` begins every anchor.
    """
    marked = {sheet for sheet, _ in marks}
    wanted = [
        sheet
        for sheet in workbook.sheets
        if sheet.name.casefold() in marked
        or (sheet.name == main or (not main and sheet.visibility is Visibility.VISIBLE))
        if not is_added(sheet)
    ]
    wanted.sort(key=lambda sheet: sheet.name != main)
    appearance = read_appearance(content, [sheet.part for sheet in wanted if sheet.part])
    budget = _Budget(_LETTERS)
    return tuple(
        _Drawing(sheet, appearance, marks, budget, date1904=workbook.date1904).grid(
            f"{prefix}s{sheet.index}"
        )
        for sheet in wanted
    )


@dataclass(slots=True)
class _Budget:
    letters: int


class _Drawing:
    """One sheet while it is drawn."""

    def __init__(
        self,
        sheet: Sheet,
        appearance: Appearance,
        marks: Marks,
        budget: _Budget,
        *,
        date1904: bool,
    ) -> None:
        self._sheet = sheet
        self._look = appearance
        self._sizes = appearance.of_sheet(sheet.part)
        self._budget = budget
        self._date1904 = date1904
        self._marked = {
            cell: found for (name, cell), found in marks.items() if name == sheet.name.casefold()
        }
        self._columns = tuple(self._drawn_columns())
        self._lines = dict.fromkeys(self._drawn_rows())

    def grid(self, anchor: str) -> SheetGrid:
        rows = tuple(self._rows())
        return SheetGrid(
            self._sheet.name,
            anchor,
            tuple((column_letters(column), self._width(column)) for column in self._columns),
            rows,
            is_cut=len(rows) < len(self._lines),
        )

    def _filled(self) -> Iterator[tuple[int, int]]:
        for cell in self._sheet.cells.values():
            if not cell.is_blank and not cell.hidden:
                yield cell.row, cell.column
        for merge in self._sheet.merges:
            corner = self._sheet.cell(merge.top, merge.left)
            if corner is not None and not corner.is_blank and not corner.hidden:
                yield merge.bottom, merge.right

    def _drawn_columns(self) -> Iterable[int]:
        last = min(max((column for _, column in self._filled()), default=0), _COLUMNS)
        hidden = {
            column
            for first, end in self._sheet.hidden_columns
            for column in range(first, min(end, last) + 1)
        }
        wanted = {_column(cell) for cell in self._marked}
        return (c for c in range(1, last + 1) if c not in hidden or c in wanted)

    def _width(self, column: int) -> int:
        width = self._sizes.widths.get(column, self._sizes.width)
        pixels = int(width * Decimal(_PIXELS[0])) + _PIXELS[1]
        return max(_NARROWEST, min(pixels, _WIDEST))

    def _drawn_rows(self) -> Iterator[int]:
        last = max((row for row, _ in self._filled()), default=0)
        wanted = {_row(cell) for cell in self._marked}
        hidden = self._sheet.hidden_rows
        return (r for r in range(1, last + 1) if r not in hidden or r in wanted)

    def _rows(self) -> Iterator[GridRow]:
        marked = {_row(cell) for cell in self._marked}
        is_after_gap = False
        for number in self._lines:
            if self._budget.letters <= 0 and number not in marked:
                is_after_gap = True
                continue
            yield GridRow(number, tuple(self._cells(number)), is_after_gap=is_after_gap)
            is_after_gap = False

    def _cells(self, row: int) -> Iterator[GridCell]:
        for column in self._columns:
            merge = self._sheet.merge_at(row, column)
            if merge is None:
                yield self._cell(row, column)
                continue
            rows = [r for r in range(merge.top, merge.bottom + 1) if r in self._lines]
            columns = [c for c in self._columns if merge.left <= c <= merge.right]
            if (row, column) == (rows[0], columns[0]):
                yield self._cell(merge.top, merge.left, len(rows), len(columns))

    def _cell(self, row: int, column: int, rows: int = 1, columns: int = 1) -> GridCell:
        address = cell_address(row, column)
        cell = self._sheet.cell(row, column)
        marks = self._marked.get(address, ())
        if cell is None:
            return GridCell("", address, rows, columns, marks=marks)
        text = printable(cell_text(cell, date1904=self._date1904))
        if len(text) > _LONGEST:
            text = text[:_LONGEST] + "…"
        self._budget.letters -= len(text) + 2
        look = self._look.of_format(cell.style)
        return GridCell(text, address, rows, columns, _classes(cell, look), look.fill, marks)


def _classes(cell: Cell, look: CellAppearance) -> str:
    align = look.align or ("right" if cell.kind is CellKind.NUMBER else "")
    ink = "w" if look.fill and _is_dark(look.fill) else ""
    return " ".join(filter(None, (align[:1], "b" if look.is_bold else "", ink)))


def _is_dark(fill: str) -> bool:
    """Whether white is easier to read than black on a colour such as ``#1f4e79``.

    >>> _is_dark("#1f4e79"), _is_dark("#dde7f0")
    (True, False)
    """
    red, green, blue = (int(fill[at : at + 2], 16) for at in (1, 3, 5))
    return 2126 * red**2 + 7152 * green**2 + 722 * blue**2 < _MIDDLE


def _row(address: str) -> int:
    return int("".join(filter(str.isdecimal, address)) or 0)


def _column(address: str) -> int:
    return column_number("".join(filter(str.isalpha, address)))
