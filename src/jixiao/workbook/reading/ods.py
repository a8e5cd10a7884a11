"""The reader of OpenDocument spreadsheets: content → sheets with what a verdict needs of each cell.

Rows and cells that are repeated without content cost nothing; those with content count one by one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from jixiao.workbook import limits
from jixiao.workbook.addresses import CellRange, cell_address
from jixiao.workbook.container import Package, feed, new_parser
from jixiao.workbook.model import Cell, CellKind, FormulaKind, Sheet, Visibility, Workbook
from jixiao.workbook.reading.budget import Budget
from jixiao.workbook.reading.merges import without_overlaps
from jixiao.workbook.reading.notices import Notices
from jixiao.workbook.reading.ods_formula import formula_of, reference_of
from jixiao.workbook.reading.ods_names import SHORT_NAMES
from jixiao.workbook.reading.ods_styles import StyleReader
from jixiao.workbook.reading.ods_values import value_of
from jixiao.workbook.reading.shared_strings import without_controls
from jixiao.workbook.reading.styles import GENERAL
from jixiao.workbook.reading.workbook_properties import saved_at
from jixiao.workbook.refusal import Refused, refuse_file

_FRAMES: Final = frozenset(  # elements of a table that only hold others
    f"table:table-{word}"
    for word in ("column-group", "columns", "header-columns", "row-group", "rows", "header-rows")
)
_SIMPLE_TEXT: Final = frozenset(f"text:{word}" for word in (
    "span", "a", "ruby", "ruby-base", "date", "time", "title", "sheet-name", "file-name",
    "page-number", "page-count",
))  # fmt: skip
_SIGNS: Final = {"text:tab": "\t", "text:line-break": "\n"}
_HIDDEN: Final = ("collapse", "filter")
_HIDDEN_ROWS: Final = 1_000  # of one run of blank rows; beyond, nobody looks


def read_ods(package: Package, *, path: str, sha256: str) -> Workbook:
    """Read the tables of an OpenDocument spreadsheet; F304 without content, F124 without tables."""
    if package.find("content.xml") is None:
        raise refuse_file("F304", found="ods")
    styles = StyleReader()
    if package.find("styles.xml") is not None:
        _parse(package, "styles.xml", styles.start, styles.end, styles.text)
    notes = Notices()
    reader = _ContentReader(styles, notes)
    _parse(package, "content.xml", reader.start, reader.end, reader.text)
    if not reader.is_spreadsheet:
        raise refuse_file("F304", found="ods")
    if not reader.sheets:
        errors = [found for found in notes.findings() if found.severity.rank == 0]
        raise Refused(errors[0]) if errors else refuse_file("F124")
    return Workbook(
        path,
        sha256,
        "ods",
        tuple(reader.sheets),
        names=reader.names,
        date1904=reader.is_from_1904,
        findings=notes.findings(),
        is_signed=package.find("META-INF/documentsignatures.xml") is not None,
        is_structure_protected=reader.is_structure_protected,
        saved=saved_at(package, is_ods=True),
    )


def _parse(
    package: Package,
    part: str,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    parser = new_parser(part, names=dict(SHORT_NAMES))
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    feed(parser, package.pieces(part), part)


@dataclass(slots=True)
class _Table:
    """The table that is being read."""

    name: str
    is_hidden: bool
    is_protected: bool
    is_link: bool = False  # what another file held when it was last looked up
    column: int = 1
    row: int = 0
    defaults: list[tuple[int, str]] = field(default_factory=list)  # last column of each span, style
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)  # columns
    hidden_rows: set[int] = field(default_factory=set)
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merges: list[CellRange] = field(default_factory=list)
    row_repeat: int = 1
    row_style: str = ""
    row_is_hidden: bool = False
    row_cells: list[Cell] = field(default_factory=list)  # of the row that is being read


class _ContentReader:
    """What the parser reported the content; ``start``, ``end`` and ``text`` are the callbacks."""

    def __init__(self, styles: StyleReader, notes: Notices) -> None:
        self.sheets: list[Sheet] = []
        self.names: dict[str, str] = {}
        self.is_spreadsheet = False
        self.is_from_1904 = False
        self.is_structure_protected = False
        self._styles = styles
        self._notes = notes
        self._budget = Budget()
        self._depth = 0
        self._skipped = 0  # the depth of an element that is passed over with all in it
        self._table: _Table | None = None
        self._cell: dict[str, str] | None = None
        self._lines: list[str] = []
        self._comment: list[str] | None = None  # of the cell; where it is, paragraphs go there
        self._notice: list[str] = []
        self._paragraph = 0  # the depth of the paragraph that is being read
        self._pieces: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        self._depth += 1
        if self._skipped:
            return
        if self._paragraph:
            self._begin_inline(name, attributes)
        elif self._cell is not None:
            self._begin_in_cell(name)
        elif self._table is not None:
            self._begin_in_table(self._table, name, attributes)
        elif not self.is_spreadsheet:
            if name == "office:spreadsheet":
                self.is_spreadsheet = True
                protected = attributes.get("table:structure-protected")
                self.is_structure_protected = protected == "true"
            else:
                self._styles.start(name, attributes)
        else:
            self._begin_in_spreadsheet(name, attributes)

    def end(self, name: str) -> None:
        """Close an element."""
        depth, self._depth = self._depth, self._depth - 1
        if self._skipped:
            if depth == self._skipped:
                self._skipped = 0
        elif self._paragraph:
            if depth == self._paragraph:
                self._paragraph = 0
                lines = self._lines if self._comment is None else self._comment
                lines.append("".join(self._pieces))
        elif name == "office:annotation" and self._comment is not None:
            self._notice, self._comment = self._comment, None
        elif name in ("table:table-cell", "table:covered-table-cell") and self._cell is not None:
            self._end_cell(self._cell)
            self._cell = None
        elif name == "table:table-row" and self._table is not None:
            self._end_row(self._table)
        elif name == "table:table" and self._table is not None:
            self._end_table(self._table)
            self._table = None
        elif not self.is_spreadsheet:
            self._styles.end(name)

    def text(self, text: str) -> None:
        """Take characters as they are, as LibreOffice does: it runs no blanks together."""
        if self._skipped:
            return
        if self._paragraph:
            self._pieces.append(text)
        elif not self.is_spreadsheet:
            self._styles.text(text)

    def _begin_in_spreadsheet(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table:table":
            if len(self.sheets) >= limits.now().sheets:
                raise refuse_file("F200", limit=str(limits.now().sheets))
            self._table = _Table(
                attributes.get("table:name", ""),
                attributes.get("table:style-name", "") in self._styles.hidden_tables,
                attributes.get("table:protected") == "true",
            )
        elif name == "table:named-range":
            target = reference_of(attributes.get("table:cell-range-address", ""))
            self.names.setdefault(attributes.get("table:name", ""), target)
            if len(self.names) > limits.now().entries:
                raise refuse_file("F225", limit=str(limits.now().entries))
        elif name == "table:null-date":
            self.is_from_1904 = attributes.get("table:date-value", "").startswith("1904")
        elif name not in ("table:named-expressions", "table:calculation-settings"):
            self._skipped = self._depth

    def _begin_in_table(self, table: _Table, name: str, attributes: dict[str, str]) -> None:
        if name in ("table:table-cell", "table:covered-table-cell"):
            self._cell = attributes
            self._lines, self._notice = [], []
        elif name == "table:table-row":
            table.row_repeat = _count(attributes, "number-rows-repeated")
            table.row_style = attributes.get("table:default-cell-style-name", "")
            table.row_is_hidden = attributes.get("table:visibility") in _HIDDEN
            table.column = 1
            table.row_cells = []
        elif name == "table:table-column":
            self._add_columns(table, attributes)
        elif name == "table:table-source":
            table.is_link = table.name.startswith("'file:")
            self._skipped = self._depth
        elif name not in _FRAMES:
            self._skipped = self._depth

    def _add_columns(self, table: _Table, attributes: dict[str, str]) -> None:
        first = table.defaults[-1][0] + 1 if table.defaults else 1
        last = min(first + _count(attributes, "number-columns-repeated") - 1, limits.COLUMNS)
        if first > last:
            return
        table.defaults.append((last, attributes.get("table:default-cell-style-name", "")))
        if attributes.get("table:visibility") in _HIDDEN:
            table.hidden_columns.append((first, last))

    def _begin_in_cell(self, name: str) -> None:
        if name == "text:p":
            self._paragraph = self._depth
            self._pieces = []
        elif name == "office:annotation" and self._comment is None:
            self._comment = []
        else:
            self._skipped = self._depth

    def _begin_inline(self, name: str, attributes: dict[str, str]) -> None:
        if name in _SIGNS:
            self._pieces.append(_SIGNS[name])
        elif name == "text:s":
            blanks = min(_count(attributes, "c", "text"), limits.CELL_CHARACTERS)
            self._pieces.append("\u0020" * blanks)
        elif name not in _SIMPLE_TEXT:
            self._skipped = self._depth

    def _end_cell(self, attributes: dict[str, str]) -> None:
        table = self._table
        if table is None:
            return
        repeat = _count(attributes, "number-columns-repeated")
        first, table.column = table.column, table.column + repeat
        last = min(first + repeat - 1, limits.COLUMNS)
        if first > last:
            return
        self._merge(table, attributes, first)
        kind, raw, code = value_of(attributes, self._lines)
        formula = attributes.get("table:formula")
        comment = "\n".join(self._notice) or None
        if kind is CellKind.BLANK and formula is None and comment is None:
            return
        has_cached = formula is None or kind is not CellKind.BLANK
        turned = formula_of(formula) if formula is not None else None
        is_array = "table:number-matrix-columns-spanned" in attributes
        written = FormulaKind.ARRAY if is_array else FormulaKind.NORMAL
        self._spend(table, last - first + 1, len(raw), len(turned or ""))
        for column in range(first, last + 1):
            style = attributes.get("table:style-name") or table.row_style
            form = self._styles.format_of(style or _default(table, column))
            table.row_cells.append(
                Cell(
                    0,
                    column,
                    kind,
                    raw,
                    formula=turned,
                    formula_kind=written if turned is not None else None,
                    has_cached=has_cached,
                    number_format=form.number_format if form.number_format != GENERAL else code,
                    locked=form.locked,
                    comment=comment,
                )
            )

    def _spend(self, table: _Table, cells: int, characters: int, formula: int) -> None:
        """Refuse (F201, F203) more than a workbook may hold, before it is laid out."""
        cells *= min(table.row_repeat, limits.ROWS - table.row)
        budget = self._budget
        budget.cells -= cells
        budget.characters -= characters * cells
        budget.formula_characters -= formula * cells
        if budget.cells < 0:
            raise refuse_file("F201", sheet=self._largest(table), limit=str(limits.now().cells))
        if budget.characters < 0:
            raise refuse_file(
                "F203", sheet=self._largest(table), limit=str(limits.now().string_characters)
            )
        if budget.formula_characters < 0:
            raise refuse_file(
                "F203", sheet=self._largest(table), limit=str(limits.now().formula_characters)
            )

    def _largest(self, table: _Table) -> str:
        """The sheet that holds the most of what was read so far."""
        counted = [(len(sheet.cells), sheet.name) for sheet in self.sheets]
        return max([*counted, (len(table.cells), table.name)])[1]

    def _merge(self, table: _Table, attributes: dict[str, str], column: int) -> None:
        down = _count(attributes, "number-rows-spanned")
        across = _count(attributes, "number-columns-spanned")
        if down * across > 1 and table.row < limits.ROWS:
            self._budget.merges -= 1
            if self._budget.merges < 0:
                raise refuse_file("F205", sheet=table.name, limit=str(limits.now().merges))
            bottom = min(table.row + down, limits.ROWS)
            right = min(column + across - 1, limits.COLUMNS)
            table.merges.append(CellRange(table.row + 1, column, bottom, right))

    def _end_row(self, table: _Table) -> None:
        first = table.row + 1
        table.row += table.row_repeat
        last = min(table.row, limits.ROWS)
        for row in range(first, last + 1) if table.row_cells else ():
            for cell in table.row_cells:
                table.cells[row, cell.column] = cell._replace(row=row)
        if table.row_is_hidden:
            stop = last if table.row_cells else min(last, first + _HIDDEN_ROWS - 1)
            table.hidden_rows.update(range(first, stop + 1))

    def _end_table(self, table: _Table) -> None:
        if table.is_link:
            return
        if any(table.name.casefold() == sheet.name.casefold() for sheet in self.sheets):
            self._notes.add("F220", sheet=table.name, found=table.name)
        table.hidden.update(
            column for first, last in table.hidden_columns for column in range(first, last + 1)
        )
        kept, dropped = without_overlaps(table.merges)
        for area in dropped:
            self._notes.add("F221", sheet=table.name, found=area.address)
        self.sheets.append(
            Sheet(
                table.name,
                len(self.sheets),
                part="content.xml",
                visibility=Visibility.HIDDEN if table.is_hidden else Visibility.VISIBLE,
                cells={place: self._finished(table, c) for place, c in table.cells.items()},
                merges=tuple(kept),
                protected=table.is_protected,
                hidden_rows=frozenset(table.hidden_rows),
                hidden_columns=tuple(table.hidden_columns),
            )
        )

    def _finished(self, table: _Table, cell: Cell) -> Cell:
        """Say whether a cell is hidden, and take out or report what cannot be in it."""
        is_hidden = table.is_hidden or cell.row in table.hidden_rows or cell.column in table.hidden
        place = cell_address(cell.row, cell.column)
        if cell.kind is CellKind.INVALID:
            self._notes.add("F212", sheet=table.name, cell=place, found=cell.raw[:40])
        shown, controls = without_controls(cell.raw) if cell.kind is CellKind.TEXT else ("", "")
        if controls:
            self._notes.add("F216", sheet=table.name, cell=place, found=controls)
            cell = cell._replace(raw=shown)
        return cell._replace(hidden=True) if is_hidden else cell


def _default(table: _Table, column: int) -> str:
    """The style that a column gives its cells."""
    at = bisect_left(table.defaults, (column, ""))
    return table.defaults[at][1] if at < len(table.defaults) else ""


def _count(attributes: dict[str, str], name: str, space: str = "table") -> int:
    """How often something is repeated or how far it reaches; 1 where that is not said."""
    written = attributes.get(f"{space}:{name}", "1")
    return max(int(written[:9]), 1) if written.isascii() and written.isdecimal() else 1
