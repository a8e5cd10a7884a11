"""Repeating tables (重点项目): found by the labels of their columns, any number of rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jixiao.figures import ReadingState
from jixiao.rulebook import Table, TableColumn
from jixiao.scoresheet.grid import View, is_footer, sheet_unit, unit_in
from jixiao.scoresheet.model import Reading
from jixiao.scoresheet.reading.cells import ExpectedReading, read_cell
from jixiao.scoresheet.words import TOTAL, Index, label_forms, plain_label
from jixiao.workbook import CellKind

TableReadings = tuple[Mapping[str, Reading], ...]


def find_tables(views: Sequence[View], index: Index) -> Mapping[str, TableReadings]:
    """Read the rows in use of every repeating table that can be found."""
    found: dict[str, TableReadings] = {}
    for table in index.rulebook.tables:
        wanted = _labels(table)
        best = max(
            (head for view in views for head in _headers(view, table, wanted)),
            key=lambda head: (len(head[2]), plain_label(head[0].name) == plain_label(table.sheet)),
            default=None,
        )
        if best is not None:
            found[table.id] = tuple(_rows(*best, table, index))
    return found


_Head = tuple[View, int, Mapping[str, int]]


def _labels(table: Table) -> Mapping[str, str]:
    """The columns of a table by the keys of their labels."""
    return {
        key: column.id
        for column in table.columns
        for label in (column.label, *column.aliases)
        for key in label_forms(label)
    }


def _headers(view: View, table: Table, wanted: Mapping[str, str]) -> list[_Head]:
    """Rows that carry most of a table's column labels."""
    needed = [c.id for c in table.columns if c.formula is None and not c.optional]
    enough = max(2, (2 * len(needed) + 2) // 3)
    heads: list[_Head] = []
    for row, cells in view.rows.items():
        columns: dict[str, int] = {}
        for cell in cells.values():
            if cell.kind is CellKind.TEXT and len(cell.raw) <= 40:
                key = next(filter(wanted.__contains__, label_forms(cell.raw)), None)
                if key is not None:
                    columns.setdefault(wanted[key], cell.column)
        if len(columns) >= enough and sum(1 for i in needed if i in columns) >= enough:
            heads.append((view, row, columns))
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
