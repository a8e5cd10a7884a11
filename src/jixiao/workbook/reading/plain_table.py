"""The table of a plain sheet: what was read before is taken over, the rest proven, cut and made.

Nothing is taken where any row is not of the plain form: False, or ``Uncovered``, leaves the sheet
to the streaming reader.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jixiao.workbook.model import Cell
from jixiao.workbook.reading.plain_cells import PlainCells
from jixiao.workbook.reading.plain_sheet import ROW_END, PlainSheet, are_sound, rows_of
from jixiao.workbook.reading.remembered_rows import (
    KnownRows,
    RowContext,
    RowsApart,
    changed_cells,
    context_of,
    join_rows,
    keys_of,
    known_rows,
    known_tables,
    take_apart,
)
from jixiao.workbook.unmade_cells import Place

_LARGEST: Final = 512 * 1024  # characters: a larger table is no scoresheet, and hardly comes again

Taken = tuple[KnownRows, Mapping[Place, Cell], int]  # with cells changed, and characters more


def take_table(
    made: PlainCells, sheet: PlainSheet, hidden_columns: tuple[tuple[int, int], ...]
) -> bool:
    """Take all rows of a sheet whose head and tail are proven; False where that cannot be done."""
    if len(sheet.rows) > _LARGEST:
        return _take_all(made, sheet)
    context = context_of(made.formats, hidden_columns, made.is_hidden)
    table = take_apart(sheet.rows)
    found = _find(table, known_tables.find(context, table), made)
    if found is not None:
        made.add(*found)
        return True
    joined = _take_rows(made, sheet, context)
    if joined:
        known_tables.keep(context, table, join_rows(joined))
    return joined is not None


def _find(written: RowsApart, known: KnownRows | None, made: PlainCells) -> Taken | None:
    """Give rows that were read before, with what is changed in them."""
    if known is None or len(written.values) != len(known.kinds):
        return None
    keys = keys_of(known.kinds, written.values, made.texts)
    if keys == known.keys:
        return known, {}, 0
    changed = changed_cells(known, keys)
    return None if changed is None else (known, *changed)


def _take_rows(made: PlainCells, sheet: PlainSheet, context: RowContext) -> list[KnownRows] | None:
    """Take a table row by row; give them where all are known now, None where one is not plain."""
    *rows, rest = sheet.rows.split(ROW_END)
    apart = [take_apart(row) for row in rows]
    found = [_find(row, known_rows.find(context, row), made) for row in apart]
    new = [row + ROW_END for row, taken in zip(rows, found, strict=True) if taken is None]
    if (new or rest) and not are_sound("".join((*new, rest)), sheet):
        return None
    kept: list[KnownRows] = []
    for row, written, taken in zip(rows, apart, found, strict=True):
        if taken is not None:
            made.add(*taken)
            kept.append(taken[0])
            continue
        own = _made(made, row)
        if own is None:
            return None
        known = own.known(written.values)
        if known is not None:
            kept.append(known)
            known_rows.keep(context, written, known)
    if rest:
        return [] if _take_empty(made, rest) else None
    return kept if len(kept) == len(rows) else []


def _made(made: PlainCells, written: str) -> PlainCells | None:
    """Make the cells of a new row, and take them; give them alone too."""
    rows = rows_of(written, is_last=False)
    if rows is None:
        return None
    own = made.below()
    own.take(rows)
    made.merge(own)
    return own


def _take_empty(made: PlainCells, written: str) -> bool:
    """Take the empty rows behind the last end of a row."""
    rows = rows_of(written, is_last=True)
    made.take(rows or ())
    return rows is not None


def _take_all(made: PlainCells, sheet: PlainSheet) -> bool:
    """Take a large table without remembering it."""
    if not are_sound(sheet.rows, sheet):
        return False
    *written, rest = sheet.rows.split(ROW_END)
    for row in written:
        rows = rows_of(row, is_last=False)
        if rows is None:
            return False
        made.take(rows)
    return _take_empty(made, rest)
