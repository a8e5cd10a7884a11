"""The cells of a worksheet part of any form, streamed element by element, with what is remarkable.

Cells without value and formula are skipped, and so is whatever lies outside the part's one table
of cells. A part that cannot be read to its end is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NoReturn
from xml.parsers import expat

from jixiao.finding import text_of
from jixiao.workbook import limits
from jixiao.workbook.addresses import cell_address, column_letters, read_place
from jixiao.workbook.container import Package, feed, open_parser
from jixiao.workbook.model import Cell, CellKind, FormulaKind
from jixiao.workbook.reading.budget import Budget
from jixiao.workbook.reading.comments import SheetComments
from jixiao.workbook.reading.notices import Notices
from jixiao.workbook.reading.plain_cells import FORMULA_KINDS
from jixiao.workbook.reading.shared_formulas import SharedFormulas
from jixiao.workbook.reading.shared_strings import SharedStrings
from jixiao.workbook.reading.sheet_properties import SheetProperties, is_zero
from jixiao.workbook.reading.stored_values import understand_stored
from jixiao.workbook.reading.styles import Format
from jixiao.workbook.reading.workbook_part import is_true
from jixiao.workbook.refusal import refuse_file

_BLANK: Final = CellKind.BLANK
_TEXT: Final = CellKind.TEXT
_SHARED: Final = FormulaKind.SHARED
_NORMAL: Final = FormulaKind.NORMAL
_new_cell = tuple.__new__


class StreamedCells:
    """Reads the cells of one worksheet; its methods are the parser's callbacks."""

    def __init__(
        self,
        frame: SheetProperties,
        shared: SharedFormulas,
        *,
        texts: SharedStrings,
        formats: Sequence[Format],
        comments: SheetComments,
        is_hidden: bool,
    ) -> None:
        self.cells: dict[tuple[int, int], Cell] = {}
        self.hidden_rows: set[int] = set()
        self.frame = frame
        self._is_column_hidden = frame.is_column_hidden
        self._sheet = frame.sheet
        self._texts = texts
        self._formats = formats
        self._comments = comments  # those of cells that are read are taken out
        self._notes: Notices = frame.notes
        self._allowance: Budget = frame.allowance
        self._parser: expat.XMLParserType | None = None
        self._sheet_hidden = is_hidden
        self._is_worksheet = False
        self._has_table = False
        self._pieces: list[str] = []
        self._inside = ""  # the element whose text is being collected
        self._row = 0
        self._row_text = "0"
        self._row_hidden = is_hidden
        self._row_exists = False
        self._reported_row = False
        self._column = 0
        self._cell: dict[str, str] = {}
        self._columns: dict[str, int] = {}  # columns met so far, by their letters
        self._value: str | None = None
        self._text: list[str] | None = None
        self._formula: tuple[dict[str, str], str] | None = None
        self._phonetic = False
        self._styles: dict[str | None, tuple[int, str, bool]] = {}
        self._shared = shared
        self._skipped = ""  # the place of the last cell that stores nothing
        self._in_order = True

    def read(self, package: Package, part: str) -> None:
        """Read the part to its end; F222 where it is no worksheet."""
        parser, pieces, self._is_worksheet = open_parser(package.pieces(part), part, "worksheet")
        self._parser = parser
        parser.StartElementHandler = self._start_outside
        feed(parser, pieces, part)
        if not self._is_worksheet:
            raise refuse_file("F222", found=self._sheet, reason=text_of("workbook.reason.no-sheet"))
        if not self._in_order:
            self._notes.add("F209", sheet=self._sheet)

    def _start_outside(self, element: str, attributes: dict[str, str]) -> None:
        """Take what is before and behind the table of cells."""
        if element == "sheetData":
            self._start_table()
        elif element == "main:worksheet":
            self._is_worksheet = True
        else:
            self.frame.take(element, attributes)

    def _start_table(self) -> None:
        if self._has_table:
            raise refuse_file(
                "F222", found=self._sheet, reason=text_of("workbook.reason.two-tables")
            )
        self._has_table = True
        if self._parser is not None:
            self._parser.StartElementHandler = self._start
            self._parser.EndElementHandler = self._end
            self._parser.CharacterDataHandler = self._pieces.append

    def _end_table(self) -> None:
        if self._parser is not None:
            self._parser.StartElementHandler = self._start_outside
            self._parser.EndElementHandler = self._parser.CharacterDataHandler = None

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        if element == "c":
            self._cell = attributes
            self._value = self._text = self._formula = None
        elif element == "v":
            if self._inside or self._value is not None:
                self._break_off()
            self._inside = element
            self._pieces.clear()
        elif element == "f":
            if self._inside or self._formula is not None:
                self._break_off()
            self._inside = element
            self._pieces.clear()
            self._formula = (attributes, "")
        elif element == "row":
            self._pieces.clear()
            self._start_row(attributes)
        elif element == "t":
            self._inside = element
            self._pieces.clear()
        elif element == "is":
            self._text = []
        else:
            self._start_other(element)

    def _start_other(self, element: str) -> None:
        if self._inside:  # 1<x/>2 is no number that anybody typed
            self._break_off()
        self._pieces.clear()
        if element == "rPh":
            self._phonetic = True

    def _break_off(self) -> NoReturn:
        """Refuse the sheet: a cell has two values, or an element inside its value."""
        place = self._cell.get("r") or cell_address(self._row, self._column + 1)
        reason = text_of("workbook.reason.cell").fill(place=place[:20])
        raise refuse_file("F222", found=self._sheet, reason=reason)

    def _end(self, element: str) -> None:
        if element == "v":
            self._inside = ""
            pieces = self._pieces
            self._value = pieces[0] if len(pieces) == 1 else "".join(pieces)
        elif element == "c":
            if self._value is not None or self._formula or self._text is not None:
                self._end_cell()
            else:
                self._skip_cell()
            self._pieces.clear()
        elif element == "f":
            self._inside = ""
            if self._formula is not None:
                self._formula = (self._formula[0], "".join(self._pieces))
        elif element == "t":
            self._inside = ""
            if self._text is not None and not self._phonetic:
                self._text += self._pieces
        elif element == "rPh":
            self._phonetic = False
        elif element == "sheetData":
            self._end_table()

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
        self._skipped = ""
        self._row_exists = 1 <= self._row <= limits.ROWS
        self._reported_row = not self._row_exists
        if not self._row_exists:
            self._notes.add("F207", sheet=self._sheet, found=(written or self._row_text)[:40])
            return
        if self._row <= before:
            self._in_order = False
        self._row_hidden = self._sheet_hidden
        if is_true(attributes.get("hidden")) or is_zero(attributes.get("ht")):
            self.hidden_rows.add(self._row)
            self._row_hidden = True
        self._check_amount()

    def _check_amount(self) -> None:
        if self._allowance.characters < 0:
            raise refuse_file("F203", sheet=self._sheet, limit=str(limits.now().string_characters))
        if len(self.cells) > self._allowance.cells:
            raise refuse_file("F201", sheet=self._sheet, limit=str(limits.now().cells))

    def _skip_cell(self) -> None:
        """Pass a cell that stores nothing; where it is only counts for one without a place."""
        written = self._cell.get("r")
        if written is not None:
            self._skipped = written
        else:
            self._column = self._reached() + 1

    def _reached(self) -> int:
        """The column of the last cell, whether it stores something or not."""
        skipped = read_place(self._skipped) if self._skipped else None
        self._skipped = ""
        return max(self._column, skipped[1]) if skipped else self._column

    def _place(self) -> tuple[int, int] | None:
        """Find out where the current cell is, and whether it comes in order."""
        written = self._cell.get("r")
        if written is None:
            if not self._row_exists:
                self._report_nowhere("—")
                return None
            self._column = self._reached() + 1
            if self._column > limits.COLUMNS:
                self._complain("F207", found=cell_address(self._row, self._column))
                return None
            return self._row, self._column
        place = read_place(written)
        if place is None:
            self._report_nowhere(written)
            return None
        if place[0] != self._row or place[1] <= self._column:
            self._in_order = False
            self._check_amount()
        else:
            self._columns[column_letters(place[1])] = place[1]
        self._column = place[1]
        return place

    def _report_nowhere(self, written: str) -> None:
        """Note a cell outside the sheet, unless its whole row was noted already."""
        if not self._reported_row:
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
        if self._text is not None:
            kind_written, written = self._inline(kind_written, self._text)
        if written is None or (not written and formula and kind_written != "str"):
            kind, raw, has_cached = _BLANK, "", False
        else:
            kind, raw = understand_stored(kind_written, written, self._texts, self._complain)
            has_cached = True
        text = formula_kind = None
        if formula:
            formula_kind = FORMULA_KINDS.get(formula[0].get("t", "normal"), _NORMAL)
            text = formula[1]
            self._allowance.characters -= len(text)
            if formula_kind is _SHARED:
                text = self._shared.share(place, formula[0].get("si", ""), text)
        elif kind is _BLANK:
            return
        if kind is _TEXT and kind_written != "s":
            self._allowance.characters -= len(raw)
        style = self._styles.get(attributes.get("s")) or self._style(attributes.get("s"))
        hidden = self._row_hidden or bool(self._is_column_hidden[column])
        comment = self._comments.pop(place, None) if self._comments else None
        if not self._in_order and place in self.cells:
            before = self.cells[place].raw
            self._complain("F208", found=f"{before[:40]} → {raw[:40]}")
        self.cells[place] = _new_cell(
            Cell,
            (row, column, kind, raw, text, formula_kind, has_cached, style[1], style[0], style[2],
             hidden, comment),
        )  # fmt: skip

    def _inline(self, kind: str, text: list[str]) -> tuple[str, str | None]:
        """Give type and text of a cell with a text inside.

        Programs differ in whether they show it where the type promises a number.
        """
        if kind == "inlineStr":
            return kind, "".join(text)
        return ("is", "".join(text)) if text and self._value is None else (kind, self._value)

    def _complain(self, code: str, **values: str) -> None:
        place = self._cell.get("r") or cell_address(self._row, self._column)
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
