"""A worksheet that remembers what it was issued with: labels, formulas, input cells.

Rows and columns count from 1, as in the cell addresses that a user sees. Text is always written as
text, so nothing a rulebook or a department says can become a formula.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from xlsxwriter.worksheet import Worksheet

from jixiao.rulebook import answer_word
from jixiao.workbook import cell_address
from jixiao.writing.template.filling import TypedValue
from jixiao.writing.template.formats import TemplateFormats
from jixiao.writing.template.page_breaks import NEVER, PaperSize, page_breaks, pieces
from jixiao.writing.template.unfilled import COUNT_FORMAT, KEY, AskedRows, count_formula
from jixiao.writing.text_width import text_height, text_lines
from jixiao.writing.typed_number import TypedNumber

IssuedKind = Literal["formula", "label", "input"]
CachedResult = Fraction | str
STANDARD = "standard:"  # begins the key of an indicator's scoring standard
_USUAL_HEIGHT = 15.0  # points, of a row that nobody set
_TALLEST = 409.0  # points, the most that a spreadsheet row can be
_COMMENT_WIDTH = 44.0  # character columns in a comment 2.5 times as wide as Excel makes it
_COMMENT_LINE = 17  # pixels


@dataclass(frozen=True, slots=True)
class IssuedRecord:
    """One cell as issued; ``content`` is the formula without ``=``, the label, or empty."""

    sheet: str
    cell: str
    kind: IssuedKind
    content: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class PageCell:
    """A cell, or the top-left one of a merged area."""

    sheet: str
    row: int
    column: int

    @property
    def cell(self) -> str:
        """``H11``."""
        return cell_address(self.row, self.column)

    @property
    def absolute(self) -> str:
        """``'评分表'!$H$11``."""
        letters = self.cell.rstrip("0123456789")
        return f"'{self.sheet}'!${letters}${self.row}"


def cell_ranges(cells: Sequence[str]) -> list[str]:
    """Join cells into as few ranges as their order allows.

    >>> cell_ranges(["H5", "H6", "I7"])
    ['H5:H6', 'I7']
    """
    runs: list[list[str]] = []
    for cell in cells:
        if runs and _follows(runs[-1][-1], cell):
            runs[-1].append(cell)
        else:
            runs.append([cell])
    return [run[0] if len(run) == 1 else f"{run[0]}:{run[-1]}" for run in runs]


def _follows(above: str, below: str) -> bool:
    letters = above.rstrip("0123456789")
    return below == f"{letters}{int(above[len(letters) :]) + 1}"


@dataclass(frozen=True, slots=True)
class _Level:
    """A label or number over several rows, repeated where a page ends between them."""

    first: int
    last: int
    column: int
    value: str | Decimal
    look: str


@dataclass(frozen=True, slots=True)
class PrintedArea:
    """What of a sheet is printed: its last row, the rows repeated on each page, the paper."""

    last: int
    repeated: tuple[int, int] | None
    paper: PaperSize


@dataclass
class Page:
    """A sheet being written. ``results`` are the cached values of formulas by key."""

    name: str
    sheet: Worksheet
    styles: TemplateFormats
    widths: tuple[float, ...]
    results: Mapping[str, CachedResult]
    typed: Mapping[str, TypedValue]
    issued: list[IssuedRecord] = field(default_factory=list)
    places: dict[str, PageCell] = field(default_factory=dict)
    printed: PrintedArea | None = None
    count_at: tuple[tuple[int, int], tuple[int, int]] | None = None
    _asked: list[tuple[int, int, bool]] = field(default_factory=list)
    _asked_rows: list[AskedRows] = field(default_factory=list)
    _heights: dict[int, float] = field(default_factory=dict)
    _levels: list[_Level] = field(default_factory=list)
    _costs: dict[int, float] = field(default_factory=dict)

    def label(
        self,
        row: int,
        column: int,
        text: str,
        look: str,
        key: str = "",
        *,
        to: tuple[int, int] | None = None,
    ) -> None:
        """Write fixed text; ``to`` is the last row and column of a merged area."""
        self._area(row, column, to, look)
        self.sheet.write_string(row - 1, column - 1, text, self.styles[look])
        self._grow(row, column, to, text)
        self._record(row, column, "label", text, key)

    def constant(
        self, row: int, column: int, value: Decimal, look: str, *, to: tuple[int, int] | None = None
    ) -> None:
        """Write a fixed number (分值)."""
        self._area(row, column, to, look)
        self.sheet.write_number(row - 1, column - 1, TypedNumber(value), self.styles[look])
        self._record(row, column, "label", f"{value.normalize():f}")

    def formula(
        self,
        row: int,
        column: int,
        formula: str,
        look: str,
        key: str,
        *,
        to: tuple[int, int] | None = None,
    ) -> None:
        """Write a live formula with its cached value, or what someone typed over it."""
        self._area(row, column, to, look)
        typed = self.typed.get(key)
        if typed is None:
            result = self.results.get(key, "")
            cached = float(result) if isinstance(result, Fraction) else result
            self.sheet.write_formula(row - 1, column - 1, f"={formula}", self.styles[look], cached)
        else:
            self._write(row, column, typed, look)
        self._record(row, column, "formula", formula, key)

    def entry(
        self,
        row: int,
        column: int,
        value: TypedValue | None,
        look: str,
        key: str,
        *,
        to: tuple[int, int] | None = None,
    ) -> None:
        """Leave a cell to the user, unlocked; ``value`` is what a filling puts there."""
        self._area(row, column, to, look)
        self._write(row, column, value, look)
        if isinstance(value, str):
            self._grow(row, column, to, value)
        self._record(row, column, "input", "", key)

    def ask(self, row: int, column: int, value: TypedValue | None) -> None:
        """Count a cell among those to be filled in; ``value`` is what is in it."""
        self._asked.append((column, row, value is None))

    def ask_rows(self, rows: AskedRows) -> None:
        """Count what free rows lack; they are blank."""
        self._asked_rows.append(rows)

    def tell_apart(self, claimed: str, suggested: str, digits: int) -> None:
        """Colour a self-score that is not the computed one."""
        says = f"=IF(COUNT({claimed},{suggested})=2,ROUND({claimed}-{suggested},{digits})<>0,FALSE)"
        rule = {"type": "formula", "criteria": says, "format": self.styles["differs"]}
        self.sheet.conditional_format(claimed, rule)

    def comment(self, row: int, column: int, text: str) -> None:
        """Put a comment on a cell, large enough for its text."""
        lines = text_lines(text, _COMMENT_WIDTH)
        size = {"x_scale": 2.5, "height": lines * _COMMENT_LINE + _COMMENT_LINE}
        self.sheet.write_comment(row - 1, column - 1, text, size)

    def height(self, row: int, points: float) -> None:
        """Make a row at least so high."""
        self._heights[row] = max(self._heights.get(row, 0.0), points)

    def level(
        self, first: int, last: int, column: int, value: str | Decimal, look: str, cost: float
    ) -> None:
        """Write a label, or a number, over rows; a page that ends between them costs so much.

        Where one does, the label is written on both pages, the number on the first.
        """
        self._levels.append(_Level(first, last, column, value, look))
        self.keep(first, last, cost)
        if isinstance(value, str):
            self._grow(first, column, (last, column), value)

    def keep(self, first: int, last: int, cost: float = NEVER) -> None:
        """Keep rows on one page, or let it cost so much not to."""
        for row in range(first, last):
            self._costs[row] = self._costs.get(row, 0.0) + cost

    def close(self) -> None:
        """Write what depends on all texts of a sheet: page breaks, levels, row heights."""
        self._count()
        breaks = self._breaks()
        for one in self._levels:
            for nth, (first, last) in enumerate(pieces(one.first, one.last, breaks)):
                to = (last, one.column)
                if isinstance(one.value, str):
                    self.label(first, one.column, one.value, one.look, to=to)
                elif nth == 0:
                    self.constant(first, one.column, one.value, one.look, to=to)
                else:
                    self.label(first, one.column, "", one.look, to=to)
        for row, points in sorted(self._heights.items()):
            self.sheet.set_row(row - 1, min(points, _TALLEST))

    def _count(self) -> None:
        """Say how many cells are still to be filled in, where there are any to fill in."""
        if self.count_at is None or not (self._asked or self._asked_rows):
            return
        (row, column), to = self.count_at
        blank = sum(is_blank for _, _, is_blank in self._asked)
        blank += sum(not rows.is_optional for rows in self._asked_rows)
        cells = [cell_address(row, column) for column, row, _ in sorted(self._asked)]
        self._area(row, column, to, look := f"count|{COUNT_FORMAT}")
        formula = count_formula(cell_ranges(cells), self._asked_rows)
        self.sheet.write_formula(row - 1, column - 1, f"={formula}", self.styles[look], blank)
        self._record(row, column, "formula", formula, KEY)

    def _breaks(self) -> list[int]:
        """End pages where it cuts nothing; a sheet of one page is left to the program."""
        area = self.printed
        if area is None:
            return []
        heights = [self._heights.get(row, _USUAL_HEIGHT) for row in range(1, area.last + 1)]
        scale = area.paper.scale(self.widths)
        first, last = area.repeated or (1, 0)
        repeated = sum(heights[first - 1 : last])
        breaks = page_breaks(heights, self._costs, area.paper.height * 100 / scale, repeated)
        if breaks:
            self.sheet.set_h_pagebreaks(breaks)
        return breaks

    def _write(self, row: int, column: int, value: TypedValue | None, look: str) -> None:
        at, style = (row - 1, column - 1), self.styles[look]
        if value is None:
            self.sheet.write_blank(*at, None, style)
        elif isinstance(value, bool):
            self.sheet.write_string(*at, answer_word(value), style)
        elif isinstance(value, Decimal):
            self.sheet.write_number(*at, TypedNumber(value), style)
        else:
            self.sheet.write_string(*at, value, style)

    def _area(self, row: int, column: int, to: tuple[int, int] | None, look: str) -> None:
        if to is not None and to != (row, column):
            self.sheet.merge_range(row - 1, column - 1, to[0] - 1, to[1] - 1, "", self.styles[look])

    def _grow(self, row: int, column: int, to: tuple[int, int] | None, text: str) -> None:
        last_row, last_column = to or (row, column)
        width = sum(self.widths[column - 1 : last_column])
        share = text_height(text, width) / (last_row - row + 1)
        for each in range(row, last_row + 1):
            self.height(each, share)

    def _record(self, row: int, column: int, kind: IssuedKind, content: str, key: str = "") -> None:
        place = PageCell(self.name, row, column)
        self.issued.append(IssuedRecord(self.name, place.cell, kind, content, key))
        if key:
            self.places[key] = place
