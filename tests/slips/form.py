"""An issued form and what is where in it; a return is the form with content typed into it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from jixiao.rulebook.excel.defined_names import (
    claimed_name,
    input_name,
    rate_name,
    suggested_name,
    table_name,
)
from jixiao.rulebook.load import load_rulebook
from jixiao.rulebook.schema.model import FreeBlock, Role, Rulebook
from jixiao.scoresheet.stamp import STAMP_SHEET
from jixiao.workbook.model import cell_address
from jixiao.writing.template.book import compose_template
from jixiao.writing.template.filling import Filling
from jixiao.writing.template.sections import sections_of
from slips.book import Book, Content
from slips.excel import Address, Calculator

YEAR = 2017


@dataclass(frozen=True)
class FreeRow:
    """A row that the department names itself: its block, its kind and its cells by role."""

    id: str
    block: FreeBlock
    goal: int
    kind: str
    cells: Mapping[Role, Address]


@dataclass(frozen=True)
class Form:
    """A template: its cells by what they hold. ``rows`` are those of the fixed indicators."""

    rulebook: Rulebook
    book: Book
    inputs: Mapping[str, Address]
    tables: Mapping[tuple[str, str, int], Address]
    rows: Mapping[str, Mapping[Role, Address]]
    free: tuple[FreeRow, ...]
    sums: Mapping[str, Address] = field(default_factory=dict)  # sum:投入, total, grade

    @property
    def scored(self) -> dict[str, Mapping[Role, Address]]:
        """All rows that have a self-score, by id."""
        return {**self.rows, **{row.id: row.cells for row in self.free}}

    def formula(self, at: Address) -> str | None:
        """The formula that a cell was issued with."""
        cell = self.book.cells.get(at)
        return cell.formula if cell is not None else None


@lru_cache(maxsize=64)
def form_of(identifier: str, department: str, deleted: frozenset[str] = frozenset()) -> Form:
    """The form of a rulebook as issued; ``deleted`` indicators have lost their rows since."""
    rulebook = load_rulebook(identifier)
    filling = Filling(department=department, year=YEAR, deleted=deleted)
    book = Book(compose_template(rulebook, filling))
    columns = {column.role: nth for nth, column in enumerate(rulebook.columns, 1)}

    def cells(row: int) -> dict[Role, Address]:
        return {role: (rulebook.sheet, cell_address(row, at)) for role, at in columns.items()}

    rows = {}
    for indicator in rulebook.indicators:
        at = book.place(claimed_name(indicator.id))
        if at is not None:
            own = cells(_row(at))
            for role, name in (
                (Role.ACTUAL, rate_name(indicator.id)),
                (Role.SUGGESTED, suggested_name(indicator.id)),
            ):
                found = book.place(name)
                if found is not None:
                    own[role] = found
            rows[indicator.id] = {**own, Role.CLAIMED: at}
    inputs = {item.id: book.place(input_name(item.id)) for item in rulebook.inputs}
    return Form(
        rulebook,
        book,
        {name: at for name, at in inputs.items() if at is not None},
        dict(_table_cells(rulebook, book)),
        rows,
        tuple(_free_rows(rulebook, book, columns)),
        {key: at for key, at in _issued(book) if key.startswith(("sum:", "total", "grade"))},
    )


def _row(at: Address) -> int:
    return int(at[1].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def _issued(book: Book) -> Iterator[tuple[str, Address]]:
    """The cells issued with a formula, by key, from the stamp."""
    for (sheet, cell), found in book.cells.items():
        if sheet == STAMP_SHEET and cell.startswith("C") and found.content == "formula":
            row = cell[1:]
            texts = (book.content((STAMP_SHEET, f"{column}{row}")) for column in "EAB")
            key, place, at = (str(text or "") for text in texts)
            yield key, (place, at)


def _table_cells(rulebook: Rulebook, book: Book) -> Iterator[tuple[tuple[str, str, int], Address]]:
    for table in rulebook.tables:
        for column in table.columns:
            refers = book.names[table_name(table.id, column.id).lower()]
            sheet, _, cells = refers.partition("!")
            first = cells.replace("$", "").partition(":")[0]
            letters = first.rstrip("0123456789")
            for nth in range(1, table.rows + 1):
                at = (sheet.strip("'"), f"{letters}{int(first[len(letters) :]) + nth - 1}")
                yield (table.id, column.id, nth), at


def _free_rows(rulebook: Rulebook, book: Book, columns: Mapping[Role, int]) -> Iterator[FreeRow]:
    """The rows whose name is left to the department, in the order in which they are written."""
    if not rulebook.blocks:
        return
    open_cells = {
        cell
        for (sheet, at), found in book.cells.items()
        if sheet == STAMP_SHEET and at.startswith("C") and found.content == "inputs"
        if book.content((STAMP_SHEET, f"A{at[1:]}")) == rulebook.sheet
        for cell in str(book.content((STAMP_SHEET, f"D{at[1:]}"))).split()
    }
    last = max(_row(at) for at in book.cells if at[0] == rulebook.sheet)
    heading = _heading(rulebook, book)
    open_rows = iter(
        row
        for row in range(heading + 1, last + 1)
        if cell_address(row, columns[Role.NAME]) in open_cells
        and cell_address(row, columns[Role.CLAIMED]) in open_cells
    )
    for _, items in sections_of(rulebook):
        goals = max((i.goals for i in items if isinstance(i, FreeBlock)), default=1)
        for goal in range(1, goals + 1):
            for block in items:
                if not isinstance(block, FreeBlock):
                    continue
                for kind in block.kinds or ("",):
                    for nth in range(1, block.rows + 1):
                        row = next(open_rows)
                        own = {
                            role: (rulebook.sheet, cell_address(row, at))
                            for role, at in columns.items()
                        }
                        yield FreeRow(f"{block.id}:{goal}:{kind}:{nth}", block, goal, kind, own)


def _heading(rulebook: Rulebook, book: Book) -> int:
    labels = [column.label for column in rulebook.columns]
    for sheet, at in book.cells:
        row = _row((sheet, at))
        found = [book.content((sheet, cell_address(row, n))) for n in range(1, len(labels) + 1)]
        if sheet == rulebook.sheet and found == labels:
            return row
    raise ValueError(f"{rulebook.id}: no heading")


@dataclass(frozen=True)
class Return:
    """A form with content typed into it."""

    form: Form
    typed: Mapping[Address, Content]

    def content(self, at: Address) -> Content:
        """What stands in a cell."""
        return self.typed[at] if at in self.typed else self.form.book.content(at)

    def typing(self, changed: Mapping[Address, Content]) -> Return:
        """The same return with some cells typed anew."""
        return Return(self.form, {**self.typed, **changed})

    @cached_property
    def shown(self) -> Calculator:
        """What every cell shows."""
        return self.form.book.shown(self.typed)

    def file(self) -> bytes:
        """The workbook, computed anew."""
        return self.form.book.typed(self.typed)
