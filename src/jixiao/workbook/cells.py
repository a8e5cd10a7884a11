"""The reader of one worksheet part: every stored cell, streaming, in one pass.

Takes a package and the workbook's texts and formats, gives a ``Sheet``. Cells without value and
formula are skipped, ranges are kept as bounds. A part that cannot be read to its end is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from jixiao.finding import Bilingual
from jixiao.workbook import limits, markup
from jixiao.workbook.book import is_true
from jixiao.workbook.comments import Comments
from jixiao.workbook.model import Cell, CellKind, FormulaKind, Range, address, column_letters
from jixiao.workbook.notes import Notes
from jixiao.workbook.package import Package
from jixiao.workbook.places import read_column, read_place, read_range
from jixiao.workbook.refusal import refuse
from jixiao.workbook.shared import SharedFormula, cut
from jixiao.workbook.styles import Format
from jixiao.workbook.values import understand

_KINDS: Final = {
    "normal": FormulaKind.NORMAL,
    "shared": FormulaKind.SHARED,
    "array": FormulaKind.ARRAY,
    "dataTable": FormulaKind.TABLE,
}
_NO_SHEET: Final = Bilingual("内容不是工作表", "its content is no worksheet")
_BLANK: Final = CellKind.BLANK
_SHARED: Final = FormulaKind.SHARED
_NORMAL: Final = FormulaKind.NORMAL
_new_cell = tuple.__new__


@dataclass(slots=True)
class Content:
    """What a worksheet part holds; filled while it is read."""

    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merges: list[Range] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    protected: bool = False


class CellReader:
    """Reads the cells of one worksheet; its methods are the parser's callbacks."""

    def __init__(
        self,
        sheet: str,
        *,
        strings: Sequence[str],
        formats: Sequence[Format],
        comments: Comments,
        notes: Notes,
        is_hidden: bool,
    ) -> None:
        self.content = Content()
        self._sheet = sheet
        self._strings = strings
        self._formats = formats
        self._comments = comments
        self._notes = notes
        self._sheet_hidden = is_hidden
        self._is_worksheet = False
        self._pieces: list[str] = []
        self._row = 0
        self._row_text = "0"
        self._row_hidden = is_hidden
        self._row_exists = False
        self._row_told = False
        self._column = 0
        self._cell: dict[str, str] = {}
        self._columns: dict[str, int] = {}  # columns met so far, by their letters
        self._value: str | None = None
        self._text: str | None = None
        self._formula: tuple[dict[str, str], str] | None = None
        self._phonetic = False
        self._hidden_columns = bytearray(limits.COLUMNS + 1)
        self._styles: dict[str | None, tuple[int, str, bool]] = {}
        self._shared: dict[str, SharedFormula] = {}
        self._waiting: list[tuple[tuple[int, int], str]] = []
        self._formula_characters = 0
        self._in_order = True

    def read(self, package: Package, part: str) -> Content:
        """Read the part to its end."""
        parser, pieces, self._is_worksheet = markup.open_parser(
            package.pieces(part), part, "worksheet"
        )
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._pieces.append
        markup.feed(parser, pieces, part)
        if not self._is_worksheet:
            raise refuse("F222", found=self._sheet, reason=_NO_SHEET)
        if not self._in_order:
            self._notes.add("F209", sheet=self._sheet)
        self._resolve_waiting()
        self._add_lone_comments()
        return self.content

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        if element == "c":
            self._cell = attributes
            self._value = self._text = self._formula = None
        elif element == "v":
            self._pieces.clear()
        elif element == "f":
            self._pieces.clear()
            self._formula = (attributes, "")
        elif element == "row":
            self._start_row(attributes)
        elif element == "t":
            self._pieces.clear()
        elif element == "is":
            self._text = ""
        else:
            self._start_other(element, attributes)

    def _start_other(self, element: str, attributes: dict[str, str]) -> None:
        if element == "rPh":
            self._phonetic = True
        elif element == "mergeCell":
            self._add_merge(attributes.get("ref", ""))
        elif element == "col":
            self._add_columns(attributes)
        elif element == "sheetProtection":
            self.content.protected = is_true(attributes.get("sheet"))
        elif element == "main:worksheet":
            self._is_worksheet = True

    def _end(self, element: str) -> None:
        if element == "v":
            pieces = self._pieces
            self._value = pieces[0] if len(pieces) == 1 else "".join(pieces)
        elif element == "c":
            if self._value is not None or self._formula or self._text is not None:
                self._end_cell()
            elif "r" not in self._cell:
                self._column += 1
            self._pieces.clear()
        elif element == "f":
            if self._formula is not None:
                self._formula = (self._formula[0], "".join(self._pieces))
        elif element == "t":
            if self._text is not None and not self._phonetic:
                self._text += "".join(self._pieces)
        elif element == "rPh":
            self._phonetic = False

    def _start_row(self, attributes: dict[str, str]) -> None:
        written = attributes.get("r")
        before = self._row
        if written is None:
            self._row += 1
        elif written.isdecimal() and written.isascii() and len(written) <= 8:
            self._row = int(written)
        else:
            self._row = 0
        self._row_text = str(self._row)
        self._column = 0
        self._row_exists = 1 <= self._row <= limits.ROWS
        self._row_told = not self._row_exists
        if not self._row_exists:
            self._notes.add("F207", sheet=self._sheet, found=(written or self._row_text)[:40])
            return
        if self._row <= before:
            self._in_order = False
        self._row_hidden = self._sheet_hidden
        if is_true(attributes.get("hidden")) or attributes.get("ht") == "0":
            self.content.hidden_rows.add(self._row)
            self._row_hidden = True
        if len(self.content.cells) > limits.CELLS:
            raise refuse("F201", sheet=self._sheet, limit=str(limits.CELLS))

    def _place(self) -> tuple[int, int] | None:
        """Find out where the current cell is, and whether it comes in order."""
        written = self._cell.get("r")
        if written is None:
            if not self._row_exists:
                self._tell_nowhere("—")
                return None
            self._column += 1
            if self._column > limits.COLUMNS:
                self._complain("F207", found=address(self._row, self._column))
                return None
            return self._row, self._column
        place = read_place(written)
        if place is None:
            self._tell_nowhere(written)
            return None
        if place[0] != self._row or place[1] <= self._column:
            self._in_order = False
        else:
            self._columns[column_letters(place[1])] = place[1]
        self._column = place[1]
        return place

    def _tell_nowhere(self, written: str) -> None:
        """Note a cell outside the sheet, unless its whole row was noted already."""
        if not self._row_told:
            self._notes.add("F207", sheet=self._sheet, found=written[:40])

    def _end_cell(self) -> None:
        row = self._row
        column = self._columns.get(self._cell.get("r", "").removesuffix(self._row_text), 0)
        if column > self._column and self._row_exists:
            self._column = column
            place = (row, column)
        else:
            found = self._place()
            if found is None:
                return
            place = found
            row, column = place
        attributes, written, formula = self._cell, self._value, self._formula
        kind_written = attributes.get("t", "n")
        if kind_written == "inlineStr" and self._text is not None:
            written = self._text
        if written is None or (not written and formula and kind_written != "str"):
            kind, raw, has_cached = _BLANK, "", False
        else:
            kind, raw = understand(kind_written, written, self._strings, self._complain)
            has_cached = True
        text = formula_kind = None
        if formula:
            formula_kind = _KINDS.get(formula[0].get("t", "normal"), _NORMAL)
            text = formula[1]
            if formula_kind is _SHARED:
                text = self._share(place, formula[0].get("si", ""), text)
        elif kind is _BLANK:
            return
        style = self._styles.get(attributes.get("s")) or self._style(attributes.get("s"))
        hidden = self._row_hidden or bool(self._hidden_columns[column])
        comment = self._comments.pop(place, None) if self._comments else None
        if not self._in_order and place in self.content.cells:
            before = self.content.cells[place].raw
            self._complain("F208", found=f"{before[:40]} → {raw[:40]}")
        self.content.cells[place] = _new_cell(
            Cell,
            (row, column, kind, raw, text, formula_kind, has_cached, style[1], style[0], style[2],
             hidden, comment),
        )  # fmt: skip

    def _complain(self, code: str, **values: str) -> None:
        place = self._cell.get("r") or address(self._row, self._column)
        self._notes.add(code, sheet=self._sheet, cell=place[:20], **values)

    def _style(self, written: str | None) -> tuple[int, str, bool]:
        """Look a format up; remembered, because few formats serve many cells."""
        index = 0
        if written is not None:
            known = written.isdecimal() and written.isascii() and len(written) < 10
            index = int(written) if known else -1
        if 0 <= index < len(self._formats):
            found = (index, *self._formats[index])
        else:
            if index and self._formats:
                self._complain("F211", found=(written or "")[:40])
            found = (max(index, 0), *Format())
        self._styles[written] = found
        return found

    def _share(self, place: tuple[int, int], number: str, text: str) -> str:
        """Give the formula of a cell that shares one, or remember the one that is shared."""
        if text:
            self._shared[number] = cut(text, row=place[0], column=place[1])
            return text
        source = self._shared.get(number)
        if source is None:
            self._waiting.append((place, number))
            return ""
        moved = source.at(*place)
        self._formula_characters += len(moved)
        if self._formula_characters > limits.FORMULA_CHARACTERS:
            raise refuse("F203", sheet=self._sheet, limit=str(limits.FORMULA_CHARACTERS))
        return moved

    def _resolve_waiting(self) -> None:
        """Fill in formulas whose source came later, and complain of those without one."""
        for place, number in self._waiting:
            if number in self._shared and place in self.content.cells:
                moved = self._share(place, number, "")
                self.content.cells[place] = self.content.cells[place]._replace(formula=moved)
            else:
                self._notes.add(
                    "F215", sheet=self._sheet, cell=address(*place), found=number[:20] or "—"
                )

    def _add_merge(self, written: str) -> None:
        merge = read_range(written)
        if merge is None:
            self._notes.add("F221", sheet=self._sheet, found=written[:40])
            return
        self.content.merges.append(merge)
        if len(self.content.merges) > limits.MERGES:
            raise refuse("F205", sheet=self._sheet, limit=str(limits.MERGES))

    def _add_columns(self, attributes: dict[str, str]) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        is_hidden = is_true(attributes.get("hidden")) or attributes.get("width") == "0"
        start = read_column(first)
        stop = read_column(last)
        if is_hidden and start and stop and start <= stop:
            self._hidden_columns[start : stop + 1] = b"\x01" * (stop + 1 - start)
            if len(self.content.hidden_columns) < limits.COLUMNS:
                self.content.hidden_columns.append((start, stop))

    def _add_lone_comments(self) -> None:
        """Keep comments on cells that store nothing else."""
        for place, comment in sorted(self._comments.items()):
            hidden = (
                self._sheet_hidden
                or place[0] in self.content.hidden_rows
                or bool(self._hidden_columns[place[1]])
            )
            self.content.cells[place] = Cell(
                *place, CellKind.BLANK, has_cached=False, hidden=hidden, comment=comment
            )
