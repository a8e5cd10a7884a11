"""The reader of one worksheet part: every stored cell, with what a verdict needs of it.

Takes a package and the workbook's texts and formats, gives cells and a ``SheetProperties``. A part
of the plain form is taken cell by cell (``plain_sheet``); any other, and any with something to
remark on or to refuse, streams through a parser (``streamed_cells``). Both give the same.
"""

from __future__ import annotations

from jixiao.workbook import limits
from jixiao.workbook.container import Package
from jixiao.workbook.model import Cell, CellKind
from jixiao.workbook.reading.budget import Budget
from jixiao.workbook.reading.comments import SheetComments
from jixiao.workbook.reading.figure_sheet import scan_figures
from jixiao.workbook.reading.notices import Notices
from jixiao.workbook.reading.plain_cells import PlainCells, Uncovered
from jixiao.workbook.reading.plain_sheet import Outside, PlainSheet, outside_of, plain_sheet
from jixiao.workbook.reading.plain_table import take_table
from jixiao.workbook.reading.shared_formulas import SharedFormulas
from jixiao.workbook.reading.shared_strings import SharedStrings
from jixiao.workbook.reading.sheet_properties import SheetProperties
from jixiao.workbook.reading.streamed_cells import StreamedCells
from jixiao.workbook.reading.styles import Format
from jixiao.workbook.refusal import refuse_file
from jixiao.workbook.unmade_cells import UnmadeCells


class CellReader:
    """Reads the cells of one worksheet at the expense of an allowance."""

    def __init__(
        self,
        sheet: str,
        *,
        texts: SharedStrings,
        formats: tuple[Format, ...] = (),
        comments: SheetComments | None = None,
        notes: Notices | None = None,
        is_hidden: bool = False,
        allowance: Budget | None = None,
        may_wait: bool = False,
    ) -> None:
        self.unmade: UnmadeCells[Cell] | None = None
        self.cells: dict[tuple[int, int], Cell] = {}
        self.hidden_rows: set[int] = set()
        self.frame = SheetProperties(sheet, notes or Notices(), allowance or Budget())
        self._shared = SharedFormulas(sheet, self.frame.notes, self.frame.allowance)
        self._texts = texts
        self._formats = formats
        self._comments = comments or {}
        self._is_hidden = is_hidden
        self._may_wait = may_wait

    def read(self, package: Package, part: str) -> dict[tuple[int, int], Cell]:
        """Read the part to its end; refused where that cannot be done.

        Where cells ``may_wait``, those of a large sheet of figures are ``unmade`` but for a few.
        """
        if self._may_wait and not self._comments and self._leave(package, part):
            return {}
        plain = plain_sheet(package, part)
        if plain is None or not self._take(plain):
            self._stream(package, part)
        for place, formula in self._shared.resolve():
            self.cells[place] = self.cells[place]._replace(formula=formula)
        self._add_lone_comments()
        self._spend()
        self.frame.finish()
        return self.cells

    def _leave(self, package: Package, part: str) -> bool:
        """Leave the cells of a large sheet of figures unmade; False where it is no such sheet."""

        def maker(outside: Outside) -> PlainCells:
            hidden = outside.properties.is_column_hidden
            return PlainCells(self._texts, self._formats, self._is_hidden, hidden)

        found = scan_figures(package, part, maker)
        allowance = self.frame.allowance
        if found is None or found.count > allowance.cells:
            return False
        if len(found.outside.properties.merges) > allowance.merges:
            return False

        def make() -> dict[tuple[int, int], Cell]:
            whole = CellReader(
                self.frame.sheet,
                texts=self._texts,
                formats=self._formats,
                is_hidden=self._is_hidden,
                allowance=Budget(cells=found.count),
            )
            return whole.read(package, part)

        self.unmade = UnmadeCells(found.first.cells, found.first.row, found.count, make)
        allowance.cells -= found.count
        self.frame.adopt(found.outside.properties)
        self.frame.finish()
        return True

    def _take(self, plain: PlainSheet) -> bool:
        """Take a part of the plain form; False, and nothing taken, where it needs remarks."""
        outside = outside_of(plain)
        if outside is None or not outside.is_usual:
            return False
        try:
            made = PlainCells(
                self._texts, self._formats, self._is_hidden, outside.properties.is_column_hidden
            )
            if not take_table(made, plain, tuple(outside.properties.hidden_columns)):
                return False
        except Uncovered:
            return False
        allowance = self.frame.allowance
        if (
            len(made.cells) > allowance.cells
            or made.characters > allowance.characters
            or len(outside.properties.merges) > allowance.merges
        ):
            return False
        self.cells, self.hidden_rows = made.cells, made.hidden_rows
        allowance.characters -= made.characters
        self.frame.adopt(outside.properties)
        for place, number, text in made.shared:
            formula = self._shared.share(place, number, text)
            self.cells[place] = self.cells[place]._replace(formula=formula)
        for place in [place for place in self._comments if place in self.cells]:
            comment = self._comments.pop(place)
            self.cells[place] = self.cells[place]._replace(comment=comment)
        return True

    def _stream(self, package: Package, part: str) -> None:
        reader = StreamedCells(
            self.frame,
            self._shared,
            texts=self._texts,
            formats=self._formats,
            comments=self._comments,
            is_hidden=self._is_hidden,
        )
        self.cells, self.hidden_rows = reader.cells, reader.hidden_rows
        reader.read(package, part)

    def _spend(self) -> None:
        allowance = self.frame.allowance
        if allowance.characters < 0:
            limit = limits.now().string_characters
            raise refuse_file("F203", sheet=self.frame.sheet, limit=str(limit))
        if len(self.cells) > allowance.cells:
            raise refuse_file("F201", sheet=self.frame.sheet, limit=str(limits.now().cells))
        allowance.cells -= len(self.cells)

    def _add_lone_comments(self) -> None:
        """Keep comments on cells that store nothing else."""
        for place, comment in sorted(self._comments.items()):
            hidden = (
                self._is_hidden
                or place[0] in self.hidden_rows
                or bool(self.frame.is_column_hidden[place[1]])
            )
            self.cells[place] = Cell(
                *place, CellKind.BLANK, has_cached=False, hidden=hidden, comment=comment
            )
