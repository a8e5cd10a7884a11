"""Which cells of a form only name others: headers, levels, titles, 项目名称 next to a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jixiao.rulebook import Role
from jixiao.scoresheet import RowKind, Scoresheet, header_role
from jixiao.workbook import Cell, CellKind, Sheet

_KNOWN = 3  # words of columns that make a header; two in its second row
_SHORT = 12  # characters of a label that has a value next to it
_FIRST = 2  # columns in which rows may be counted
_LEVELS = (Role.LEVEL1, Role.LEVEL2, Role.LEVEL3)


@dataclass(frozen=True, slots=True)
class FormLabels:
    """Cells that are labels, and the label of a value where it has one at its left."""

    cells: frozenset[tuple[int, int]]
    of: Mapping[tuple[int, int], str]


def labels_of(old: Scoresheet, sheet: Sheet) -> FormLabels:
    """Find the labels of a form."""
    rows = _by_row(sheet)
    scored = {row.row for row in old.rows if row.kind in (RowKind.INDICATOR, RowKind.FREE)}
    first = min(scored, default=0)
    headers = _headers(rows)
    found = {(cell.row, cell.column) for row in headers for cell in rows[row] if _is_words(cell)}
    found |= set(_in_columns(old, rows, scored))
    names: dict[tuple[int, int], str] = {}
    for row, cells in rows.items():
        if row not in headers and row not in scored:
            found |= set(_titles(sheet, cells, is_above=row < first))
            for label, value in _pairs(sheet, cells):
                found.add((label.row, label.column))
                names[value.row, value.column] = " ".join(label.raw.split())
    return FormLabels(frozenset(found), names)


def _by_row(sheet: Sheet) -> dict[int, list[Cell]]:
    rows: dict[int, list[Cell]] = {}
    for cell in sheet:
        if not cell.is_blank:
            rows.setdefault(cell.row, []).append(cell)
    return {row: sorted(cells, key=lambda cell: cell.column) for row, cells in rows.items()}


def _headers(rows: Mapping[int, list[Cell]]) -> set[int]:
    known = {
        row: sum(header_role(cell.raw) is not None for cell in cells if _is_words(cell))
        for row, cells in rows.items()
    }
    found = {row for row, count in known.items() if count >= _KNOWN}
    return found | {row for row, count in known.items() if count > 1 and row - 1 in found}


def _in_columns(
    old: Scoresheet, rows: Mapping[int, list[Cell]], scored: set[int]
) -> Iterator[tuple[int, int]]:
    """The levels and the running numbers of scored rows."""
    letters = {old.columns[role] for role in _LEVELS if role in old.columns}
    numbered = {column for column in range(1, _FIRST + 1) if _counts(rows, sorted(scored), column)}
    for row in scored:
        for cell in rows.get(row, ()):
            if cell.column in numbered or cell.address.rstrip("0123456789") in letters:
                yield row, cell.column


def _counts(rows: Mapping[int, list[Cell]], scored: Sequence[int], column: int) -> bool:
    """Whether a column only counts the scored rows: 1, 2, 3."""
    said = [c.raw for row in scored for c in rows.get(row, ()) if c.column == column]
    return len(said) > 1 and said == [str(n) for n in range(1, len(said) + 1)]


def _titles(sheet: Sheet, cells: list[Cell], *, is_above: bool) -> Iterator[tuple[int, int]]:
    """A title alone in its row above the table, and words that are merged down at its left."""
    first = cells[0]
    merge = sheet.merge_at(first.row, first.column)
    is_down = merge is not None and merge.bottom > merge.top
    if first.kind is CellKind.TEXT and (is_down or (is_above and len(cells) == 1)):
        yield first.row, first.column


def _pairs(sheet: Sheet, cells: list[Cell]) -> Iterator[tuple[Cell, Cell]]:
    """A label and what is next to it: 项目名称 and its name, 其中：财政拨款 and amounts."""
    label: Cell | None = None
    for cell in cells:
        merge = sheet.merge_at(cell.row, cell.column)
        if merge is not None and merge.bottom > merge.top:
            continue
        if label is not None:
            yield label, cell
            label = label if cell.kind is CellKind.NUMBER else None
        elif _is_words(cell) and len(cell.raw.strip()) <= _SHORT:
            label = cell


def _is_words(cell: Cell) -> bool:
    return cell.kind is CellKind.TEXT and not any(c.isdigit() for c in cell.raw)
