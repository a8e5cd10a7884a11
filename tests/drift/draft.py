"""A workbook that can be pulled about while knowing what each of its cells is.

A ``Draft`` is made of ``Page``s; a page holds cells, merged areas and marks. A mark says what
stands in a cell (``("claimed", "budget-completion")``) and moves with it: that is the truth against
which locating is judged. Defined names either move along, as on inserting, or stay, as on pasting.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from jixiao.workbook.model import (
    Cell,
    CellKind,
    CellRange,
    Sheet,
    Visibility,
    Workbook,
    cell_address,
)

Place = tuple[int, int]
Mark = tuple[str, str]
Content = str | int | float | None


def cell(row: int, column: int, content: Content, *, number_format: str = "General") -> Cell:
    """A cell as a reader would give it."""
    if content is None or content == "":
        return Cell(row, column, CellKind.BLANK, has_cached=False)
    if isinstance(content, str):
        return Cell(row, column, CellKind.TEXT, content)
    return Cell(row, column, CellKind.NUMBER, f"{content:.15g}", number_format=number_format)


@dataclass
class Page:
    """One sheet of a draft."""

    name: str
    cells: dict[Place, Cell] = field(default_factory=dict)
    merges: list[CellRange] = field(default_factory=list)
    marks: dict[Place, Mark] = field(default_factory=dict)
    visibility: Visibility = Visibility.VISIBLE
    header: int = 0  # the row of the table's header, 0 where the page has no table
    roles: dict[str, int] = field(default_factory=dict)  # column by role
    rows: dict[int, str] = field(default_factory=dict)  # scored rows: row → indicator

    def put(self, row: int, column: int, content: Content, mark: Mark | None = None) -> None:
        """Write one cell."""
        self.cells[row, column] = cell(row, column, content)
        if mark is not None:
            self.marks[row, column] = mark

    def text(self, row: int, column: int) -> str:
        """The raw content of a cell."""
        found = self.cells.get((row, column))
        return found.raw if found else ""

    @property
    def last_row(self) -> int:
        """The last row in use."""
        return max((row for row, _ in self.cells), default=0)

    @property
    def last_column(self) -> int:
        """The last column in use."""
        return max((column for _, column in self.cells), default=0)

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Merge an area; its top-left cell alone keeps its content."""
        self.merges.append(CellRange(top, left, bottom, right))
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                if (row, column) != (top, left):
                    self.cells.pop((row, column), None)

    def unmerge(self, chosen: Callable[[CellRange], bool], *, repeat: bool) -> None:
        """Undo merged areas, repeating their content downwards or leaving blanks."""
        for area in [m for m in self.merges if chosen(m)]:
            self.merges.remove(area)
            top = self.cells.get((area.top, area.left))
            for row in range(area.top + 1, area.bottom + 1):
                if repeat and top is not None:
                    self.cells[row, area.left] = top._replace(row=row)

    def insert_rows(self, at: int, count: int = 1) -> None:
        """Push everything from row ``at`` on down; merged areas across it grow."""
        self._move(lambda row: row + count if row >= at else row, lambda column: column)
        self.merges = [
            replace(
                m,
                top=m.top + count if m.top >= at else m.top,
                bottom=m.bottom + count if m.bottom >= at else m.bottom,
            )
            for m in self.merges
        ]

    def delete_row(self, at: int) -> None:
        """Remove one row; merged areas across it shrink and keep their content."""
        for m in self.merges:
            if m.top == at < m.bottom and (m.top, m.left) in self.cells:
                kept = self.cells[m.top, m.left]
                self.cells[m.top + 1, m.left] = kept._replace(row=m.top + 1)
                if (m.top, m.left) in self.marks:
                    self.marks[m.top + 1, m.left] = self.marks[m.top, m.left]
        for place in [p for p in self.cells if p[0] == at]:
            del self.cells[place]
        for place in [p for p in self.marks if p[0] == at]:
            del self.marks[place]
        self.rows.pop(at, None)
        self._move(lambda row: row - 1 if row > at else row, lambda column: column)
        shrunk = [
            replace(
                m,
                top=m.top - 1 if m.top > at else m.top,
                bottom=m.bottom - 1 if m.bottom >= at else m.bottom,
            )
            for m in self.merges
        ]
        self.merges = [
            m for m in shrunk if m.bottom >= m.top and (m.bottom, m.right) != (m.top, m.left)
        ]

    def insert_column(self, at: int) -> None:
        """Push everything from column ``at`` on to the right; merged areas across it grow."""
        self._move(lambda row: row, lambda column: column + 1 if column >= at else column)
        self.merges = [
            replace(
                m,
                left=m.left + 1 if m.left >= at else m.left,
                right=m.right + 1 if m.right >= at else m.right,
            )
            for m in self.merges
        ]

    def delete_column(self, at: int) -> None:
        """Remove one column."""
        for place in [p for p in self.cells if p[1] == at]:
            del self.cells[place]
        for place in [p for p in self.marks if p[1] == at]:
            del self.marks[place]
        self.roles = {role: column for role, column in self.roles.items() if column != at}
        self._move(lambda row: row, lambda column: column - 1 if column > at else column)
        shrunk = [
            replace(
                m,
                left=m.left - 1 if m.left > at else m.left,
                right=m.right - 1 if m.right >= at else m.right,
            )
            for m in self.merges
        ]
        self.merges = [
            m for m in shrunk if m.right >= m.left and (m.bottom, m.right) != (m.top, m.left)
        ]

    def permute_columns(self, order: dict[int, int]) -> None:
        """Move columns to other places; the areas merged inside one column go along."""
        self._move(lambda row: row, lambda column: order.get(column, column))
        self.merges = [
            replace(m, left=order.get(m.left, m.left), right=order.get(m.right, m.right))
            if m.left == m.right
            else m
            for m in self.merges
        ]

    def permute_rows(self, order: dict[int, int]) -> None:
        """Move rows to other places; the areas merged inside one row go along."""
        self._move(lambda row: order.get(row, row), lambda column: column)
        self.merges = [
            replace(m, top=order.get(m.top, m.top), bottom=order.get(m.bottom, m.bottom))
            if m.top == m.bottom
            else m
            for m in self.merges
        ]

    def _move(self, row_of: Callable[[int], int], column_of: Callable[[int], int]) -> None:
        self.cells = {
            (row_of(r), column_of(c)): held._replace(row=row_of(r), column=column_of(c))
            for (r, c), held in self.cells.items()
        }
        self.marks = {(row_of(r), column_of(c)): mark for (r, c), mark in self.marks.items()}
        self.rows = {row_of(r): ident for r, ident in self.rows.items()}
        self.roles = {role: column_of(c) for role, c in self.roles.items()}
        self.header = row_of(self.header) if self.header else 0

    def copy(self, name: str) -> Page:
        """The same page under another name."""
        return Page(
            name,
            dict(self.cells),
            list(self.merges),
            dict(self.marks),
            self.visibility,
            self.header,
            dict(self.roles),
            dict(self.rows),
        )


@dataclass
class Draft:
    """A whole workbook: pages, the rulebook it is of, and where defined names point."""

    rulebook: str
    pages: list[Page]
    names: dict[str, tuple[str, Place]] = field(default_factory=dict)
    main: str = ""

    @property
    def sheet(self) -> Page:
        """The page with the scoresheet."""
        return next(page for page in self.pages if page.name == self.main)

    def copy(self) -> Draft:
        """An independent copy."""
        pages = [page.copy(page.name) for page in self.pages]
        return Draft(self.rulebook, pages, dict(self.names), self.main)

    def names_that_moved_along(self, stem: Callable[[Mark], str | None]) -> dict[str, str]:
        """Defined names as Excel keeps them when rows and columns are inserted or deleted."""
        names: dict[str, str] = {}
        for page in self.pages:
            for (row, column), mark in page.marks.items():
                name = stem(mark)
                if name is not None:
                    names[name] = f"'{page.name}'!{_absolute(row, column)}"
        return names

    def truth(self) -> dict[Mark, str]:
        """What stands where: mark → ``sheet!cell``."""
        return {
            mark: f"{page.name}!{cell_address(*place)}"
            for page in self.pages
            for place, mark in page.marks.items()
        }

    def workbook(self, names: dict[str, str] | None = None) -> Workbook:
        """The workbook as a reader would give it."""
        sheets = tuple(
            Sheet(
                name=page.name,
                index=number,
                visibility=page.visibility,
                cells={p: c for p, c in sorted(page.cells.items()) if c.kind is not CellKind.BLANK},
                merges=tuple(page.merges),
            )
            for number, page in enumerate(self.pages)
        )
        return Workbook("draft.xlsx", "", "xlsx", sheets, names or {})


def _absolute(row: int, column: int) -> str:
    letters = cell_address(1, column)[:-1]
    return f"${letters}${row}"


def grid(name: str, rows: Iterable[Iterable[Content]]) -> Page:
    """A page from a grid of contents."""
    page = Page(name)
    for row, contents in enumerate(rows, start=1):
        for column, content in enumerate(contents, start=1):
            if content is not None and content != "":
                page.put(row, column, content)
    return page
