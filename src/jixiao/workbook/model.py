"""What a reader gives: workbook, sheets, cells and merged areas, exactly as the file holds them."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple

from jixiao.finding import Finding
from jixiao.workbook.addresses import CellRange, cell_address, read_place
from jixiao.workbook.unmade_cells import UnmadeCells

_INVISIBLE: Final = " \t\r\n\u00a0\u3000\u200b\ufeff"
_TILE = 3  # 8 rows by 8 columns at least: few merged areas lie in so small a tile


class CellKind(enum.StrEnum):
    """What the stored (for a formula: cached) value of a cell is."""

    BLANK = "blank"  # a formula without cached value, or nothing
    NUMBER = "number"
    TEXT = "text"
    BOOLEAN = "boolean"
    ERROR = "error"
    DATE = "date"  # ISO date cells (t="d") and dates of foreign formats
    INVALID = "invalid"  # stored against the format (``1_000`` as a number): never a value


class FormulaKind(enum.StrEnum):
    """How a formula is stored."""

    NORMAL = "normal"
    SHARED = "shared"
    ARRAY = "array"
    TABLE = "table"


class Visibility(enum.StrEnum):
    """State of a sheet."""

    VISIBLE = "visible"
    HIDDEN = "hidden"
    VERY_HIDDEN = "veryHidden"


class Cell(NamedTuple):
    """One stored cell; a named tuple, because a frozen dataclass takes eight times as long to make.

    ``raw`` is the text of the value as the file writes it: the digits of a number, the characters
    of a text (shared strings and rich text resolved), ``1``/``0`` of a boolean, ``#DIV/0!`` of an
    error, empty where there is none. Numbers are never turned into floats here. What a cell of
    kind ``INVALID`` stores is in ``raw`` too, for messages only.
    """

    row: int
    column: int
    kind: CellKind
    raw: str = ""
    formula: str | None = None
    formula_kind: FormulaKind | None = None
    has_cached: bool = True
    number_format: str = "General"
    style: int = 0
    locked: bool = True
    hidden: bool = False  # its row, its column or its sheet is hidden
    comment: str | None = None

    @property
    def address(self) -> str:
        """``H11``."""
        return cell_address(self.row, self.column)

    @property
    def is_blank(self) -> bool:
        """No value, no formula and no visible character."""
        return self.formula is None and not self.raw.strip(_INVISIBLE)


@dataclass(frozen=True)
class Sheet:
    """One worksheet; ``cells`` holds only cells that store something, keyed by (row, column)."""

    name: str
    index: int
    part: str = ""  # package part name, "" for foreign formats
    visibility: Visibility = Visibility.VISIBLE
    cells: Mapping[tuple[int, int], Cell] = field(default_factory=dict)
    merges: tuple[CellRange, ...] = ()
    protected: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: tuple[tuple[int, int], ...] = ()  # inclusive spans
    widths: Mapping[int, float] = field(default_factory=dict)  # of columns, in characters

    @cached_property
    def _tiles(self) -> dict[tuple[int, int], dict[tuple[int, int], list[CellRange]]]:
        """Merged areas by the tiles they touch, at most four of a size no smaller than the area.

        The sizes are powers of two, the keys their exponents and then the numbers of a tile.
        """
        sizes: dict[tuple[int, int], dict[tuple[int, int], list[CellRange]]] = {}
        for merge in self.merges:
            down = max(_TILE, (merge.bottom - merge.top).bit_length())
            right = max(_TILE, (merge.right - merge.left).bit_length())
            tiles = sizes.setdefault((down, right), {})
            for row in range(merge.top >> down, (merge.bottom >> down) + 1):
                for column in range(merge.left >> right, (merge.right >> right) + 1):
                    tiles.setdefault((row, column), []).append(merge)
        return sizes

    @property
    def made(self) -> Mapping[tuple[int, int], Cell]:
        """The cells that need not be read first: all, but for large sheets of mere figures.

        All that have a formula are among them.
        """
        cells = self.cells
        return cells.first if isinstance(cells, UnmadeCells) and not cells.is_made else cells

    def cell(self, row: int, column: int) -> Cell | None:
        """The stored cell at a place, or None."""
        return self.cells.get((row, column))

    def merge_at(self, row: int, column: int) -> CellRange | None:
        """The merged area that covers a place, or None."""
        for (down, right), tiles in self._tiles.items():
            for merge in tiles.get((row >> down, column >> right), ()):
                if merge.top <= row <= merge.bottom and merge.left <= column <= merge.right:
                    return merge
        return None

    def shown(self, row: int, column: int) -> Cell | None:
        """The cell a person sees at a place: the top-left one of a merged area."""
        merge = self.merge_at(row, column) if self.merges else None
        return self.cells.get((merge.top, merge.left)) if merge else self.cells.get((row, column))

    @cached_property
    def by_row(self) -> Mapping[int, tuple[Cell, ...]]:
        """Stored cells by row, each row from left to right, rows ascending."""
        rows: dict[int, list[Cell]] = {}
        for cell in self.cells.values():
            rows.setdefault(cell.row, []).append(cell)
        return {
            row: tuple(sorted(cells, key=lambda c: c.column)) for row, cells in sorted(rows.items())
        }

    def __iter__(self) -> Iterator[Cell]:
        """Cells in reading order."""
        for cells in self.by_row.values():
            yield from cells


@dataclass(frozen=True)
class Workbook:
    """A workbook as read.

    ``path`` is as the user gave it; ``format`` is by content: xlsx, xlsm, xls, xlsb, ods, et;
    ``names`` maps workbook-level defined names to their text (``基础数据!$C$5``);
    ``findings`` are what the gate and the reader noticed and that does not stop a check; ``saved``
    is when it says that it was saved last, in UTC.
    """

    path: str
    sha256: str
    format: str
    sheets: tuple[Sheet, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    date1904: bool = False
    findings: tuple[Finding, ...] = ()
    is_signed: bool = False
    is_structure_protected: bool = False
    saved: str | None = None

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of that name, letter case ignored, or None."""
        return next((s for s in self.sheets if s.name.casefold() == name.casefold()), None)

    def cell_at(self, sheet: str, address: str) -> Cell | None:
        """The stored cell at an address of a sheet, or None."""
        found, place = self.sheet(sheet), read_place(address)
        return None if found is None or place is None else found.cells.get(place)


@dataclass(frozen=True)
class Unreadable:
    """A file that could not be read; ``findings`` says why (at least one F error)."""

    path: str
    sha256: str | None
    findings: tuple[Finding, ...]


# What heads the hidden column of an added sheet, where the cells marked are listed, by its kind.
MARKS: Final = "jixiao.marks/1"  # 审核结果
FIXES: Final = "jixiao.fixes/1"  # 修改清单
WORKINGS: Final = "jixiao.workings/1"  # 计算底稿
HEADERS: Final = frozenset({MARKS, FIXES, WORKINGS})


def is_added(sheet: Sheet) -> bool:
    """Whether an earlier run added a sheet, whatever it is called now."""
    return any(map(is_added_head, sheet.made.values()))


def is_added_head(cell: Cell) -> bool:
    """Whether a cell heads the list of marks that shows an added sheet."""
    return cell.raw in HEADERS
