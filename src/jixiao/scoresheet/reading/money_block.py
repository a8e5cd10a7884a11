"""The block of funds of a target form: figures where the row of a label meets the column of one.

A row label counts only under a header that has the column label, so the same words further down in
the table of indicators are not taken for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jixiao.rulebook import At, Input, input_name
from jixiao.scoresheet.grid import Header, NamedCell, View, sheet_unit, unit_in
from jixiao.scoresheet.model import Reading
from jixiao.scoresheet.reading.cells import read_cell
from jixiao.scoresheet.reading.inputs import expected_of
from jixiao.scoresheet.words import Index, label_forms
from jixiao.workbook import Cell, CellKind

_ABOVE = 10  # rows above a row of money in which its column labels may be


def find_money(
    view: View, headers: Sequence[Header], index: Index, places: Mapping[str, NamedCell]
) -> Mapping[str, Reading]:
    """Read the inputs of the block of funds; one that is in several places is left out."""
    heads = frozenset(row for h in headers for row in range(h.top, h.bottom + 1))
    labels = {key for item in index.rulebook.inputs if item.at for key in _row_keys(item.at)}
    found: dict[str, Reading] = {}
    for item in index.rulebook.inputs:
        if item.at is None:
            continue
        crossings = {
            at: unit
            for at, unit in _crossings(view, item.at, heads).items()
            if labels.isdisjoint(label_forms(view.text(*at)))  # 执行数：at the right of 预算数：
        }
        place = places.get(input_name(item.id))
        if len(crossings) > 1 and place is not None and place.sheet == view.name:
            crossings = {
                p: u for p, u in crossings.items() if p == (place.row, place.column)
            } or crossings
        if len(crossings) == 1:
            ((at, unit),) = crossings.items()
            found[item.id] = _read(view, at, unit, item, index)
    return found


def _read(view: View, at: tuple[int, int], unit: str, item: Input, index: Index) -> Reading:
    written = unit or _block_unit(view, at[0]) or sheet_unit(view)
    anchor = view.anchor(*at)
    return read_cell(
        view.sheet.cells.get(anchor), view.name, anchor, expected_of(item, written, index)
    )


def _row_keys(at: At) -> set[str]:
    return {key for label in (at.row, *at.row_aliases) for key in label_forms(label)}


def _crossings(view: View, at: At, heads: frozenset[int]) -> dict[tuple[int, int], str]:
    """Where the labels of an input meet, with the unit that the labels state."""
    row_keys = _row_keys(at)
    column_keys = {k for label in (at.column, *at.column_aliases) for k in label_forms(label)}
    crossings: dict[tuple[int, int], str] = {}
    for cell in view.texts:
        if row_keys.isdisjoint(label_forms(cell.raw)):
            continue
        head = _column_above(view, cell, column_keys, heads)
        if head is not None:
            crossings[cell.row, head.column] = unit_in(head.raw) or unit_in(cell.raw)
    return crossings


def _column_above(view: View, label: Cell, keys: set[str], heads: frozenset[int]) -> Cell | None:
    """The nearest column label above; another table's header in between ends the search."""
    for row in range(label.row - 1, max(0, label.row - _ABOVE), -1):
        for column, cell in view.rows.get(row, {}).items():
            if (
                column > label.column
                and cell.kind is CellKind.TEXT
                and keys & set(label_forms(cell.raw))
            ):
                return cell
        if row in heads:
            return None
    return None


def _block_unit(view: View, row: int) -> str:
    """A unit in the heading cell at the left of the block: 预算执行情况（万元）."""
    for above in range(row, max(0, row - _ABOVE), -1):
        for column in (1, 2, 3):
            unit = unit_in(view.text(above, column))
            if unit and unit != "%":
                return unit
    return ""
