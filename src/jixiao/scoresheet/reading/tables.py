"""Repeating tables (重点项目): found by the labels of their columns, any number of rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from jixiao.figures import ReadingState
from jixiao.rulebook import Table, TableColumn
from jixiao.scoresheet.grid import View, is_footer, sheet_unit, unit_in
from jixiao.scoresheet.model import Reading
from jixiao.scoresheet.reading.cells import ExpectedReading, read_cell
from jixiao.scoresheet.words import TOTAL, Index, label_forms, plain_label
from jixiao.workbook import CellKind

_LONGEST = 40  # characters of the label of a column
TableReadings = tuple[Mapping[str, Reading], ...]


class TableHead(NamedTuple):
    """Where a table is: its sheet, the row of its header, its columns by id."""

    sheet: str
    row: int
    columns: Mapping[str, int]


def find_tables(views: Sequence[View], index: Index) -> Mapping[str, TableHead]:
    """Find the header of every repeating table."""
    found: dict[str, TableHead] = {}
    for table in index.rulebook.tables:
        wanted = column_labels(table)
        best = max(
            (head for view in views for head in _headers(view, table, wanted)),
            key=lambda h: (len(h.columns), plain_label(h.sheet) == plain_label(table.sheet)),
            default=None,
        )
        if best is not None:
            found[table.id] = best
    return found


def read_tables(
    heads: Mapping[str, TableHead], views: Sequence[View], index: Index
) -> Mapping[str, TableReadings]:
    """Read the rows in use of the tables found."""
    by_name = {view.name: view for view in views}
    return {
        table.id: tuple(_rows(by_name[head.sheet], head.row, head.columns, table, index))
        for table in index.rulebook.tables
        if (head := heads.get(table.id)) is not None
    }


def column_labels(table: Table) -> Mapping[str, str]:
    """The columns of a table by the keys of their labels."""
    return {
        key: column.id
        for column in table.columns
        for label in (column.label, *column.aliases)
        for key in label_forms(label)
    }


def column_named(text: str, wanted: Mapping[str, str]) -> str | None:
    """The column of a table that a text names, if any."""
    if len(text) > _LONGEST:
        return None
    return next((wanted[key] for key in label_forms(text) if key in wanted), None)


def _headers(view: View, table: Table, wanted: Mapping[str, str]) -> list[TableHead]:
    """Rows that carry most of a table's column labels."""
    needed = [c.id for c in table.columns if c.formula is None and not c.optional]
    enough = max(2, (2 * len(needed) + 2) // 3)
    heads: list[TableHead] = []
    for row, cells in view.rows.items():
        columns: dict[str, int] = {}
        for cell in cells.values():
            named = column_named(cell.raw, wanted) if cell.kind is CellKind.TEXT else None
            if named is not None:
                columns.setdefault(named, cell.column)
        if len(columns) >= enough and sum(1 for i in needed if i in columns) >= enough:
            heads.append(TableHead(view.name, row, columns))
    return heads


def _rows(
    view: View, top: int, columns: Mapping[str, int], table: Table, index: Index
) -> list[Mapping[str, Reading]]:
    by_id = {c.id: c for c in table.columns}
    unit = sheet_unit(view)
    expected = {
        ident: _expected(by_id[ident], unit_in(view.text(top, column)) or unit, index)
        for ident, column in columns.items()
    }
    merge = view.merge(top, next(iter(columns.values())))
    start = merge.bottom if merge is not None else top
    rows: list[Mapping[str, Reading]] = []
    for row in view.rows_below(start):
        first = next(
            (plain_label(c.raw) for c in view.rows[row].values() if c.kind is CellKind.TEXT), ""
        )
        if is_footer(first):
            break
        if any(key in TOTAL for key in label_forms(first)):
            continue
        readings = {
            ident: read_cell(
                view.shown(row, column), view.name, view.anchor(row, column), expected[ident]
            )
            for ident, column in columns.items()
        }
        if any(_is_typed(by_id[ident], reading) for ident, reading in readings.items()):
            rows.append(readings)
    return rows


def _is_typed(column: TableColumn, reading: Reading) -> bool:
    empty = (ReadingState.BLANK, ReadingState.MARKER)
    return column.formula is None and reading.formula is None and reading.state not in empty


def _expected(column: TableColumn, written: str, index: Index) -> ExpectedReading:
    if column.kind == "rate":
        return ExpectedReading("rate", "%", written if written == "%" else "", column.digits)
    unit = column.unit or (index.rulebook.money_unit if column.kind == "money" else "")
    said = written if column.kind == "money" and written != "%" else ""
    return ExpectedReading(column.kind, unit, said, column.digits)
