"""Whether a workbook has the layout of one before: every cell that decided is held against its own.

Cells that differ may have any value as long as locating would get the same answers: texts mean the
same (``cell_meaning``), rows have the same beginnings, cells that decide have not changed, and what
rests on figures (columns by their content, sheets by being filled in) is worked out again and comes
out equal. In all other cases the workbook is located from its beginning.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from jixiao.rulebook import Role
from jixiao.scoresheet.grid import (
    MOST_COLUMNS,
    View,
    bare_number,
    is_footer,
    kind_of_sum,
    named_places,
)
from jixiao.scoresheet.layouts.cell_meaning import CellMeanings
from jixiao.scoresheet.layouts.changes import changed_places
from jixiao.scoresheet.layouts.layout import KnownLayout, Meeting
from jixiao.scoresheet.matching import Block, Candidate, is_filled, resolve_columns
from jixiao.scoresheet.stamp import FIRST_ISSUED_ROW, STAMP_SHEET, Stamp, read_stamp
from jixiao.scoresheet.words import plain_label
from jixiao.workbook import Cell, CellKind, Sheet, Workbook, is_added, is_added_head

_Place = tuple[int, int]
_FEWEST_ROLES = 2  # texts that head columns from which a row may be a header


def meeting_again(layout: KnownLayout, workbook: Workbook) -> Meeting | None:
    """Meet a workbook as the one before; None where anything that decided is another."""
    before = layout.meeting
    if not _is_same_book(before.workbook, workbook):
        return None
    stamp = _stamp(before, workbook)
    if _issued(stamp) != _issued(before.stamp):
        return None
    views: dict[str, View] = {}
    changed: dict[str, frozenset[_Place]] = {}
    for view in before.views:
        found = _seen_again(layout, view, workbook)
        if found is None:
            return None
        views[view.name], changed[view.name] = found
    if not _are_added_as_before(before, workbook):
        return None
    candidates = {id(one): _bound(one, views) for one in before.choice.tried}
    tried = [one for one in candidates.values() if one is not None]
    if len(tried) < len(candidates) or not _are_filled_as_before(before.choice.tried, tried):
        return None
    chosen, rivals = before.choice.candidate, before.choice.rivals
    choice = replace(
        before.choice,
        candidate=candidates[id(chosen)] if chosen is not None else None,
        rivals=tuple(one for rival in rivals if (one := candidates[id(rival)]) is not None),
        tried=tuple(tried),
    )
    return Meeting(
        workbook,
        tuple(views.values()),
        choice,
        stamp,
        named_places(workbook),
        layout,
        changed,
        _has_same_tables(layout, views, changed),
    )


def _has_same_tables(
    layout: KnownLayout, views: Mapping[str, View], changed: Mapping[str, Collection[_Place]]
) -> bool:
    """Whether no cell that differs heads a column of a repeating table, or did."""
    headed = layout.meanings.table
    for before in layout.meeting.views:
        was, now = before.sheet.cells, views[before.name].sheet.cells
        if any(headed(was.get(at)) != headed(now.get(at)) for at in changed[before.name]):
            return False
    return True


def _is_same_book(before: Workbook, after: Workbook) -> bool:
    """Whether two workbooks have the same sheets, merged areas and names."""
    return (
        len(before.sheets) == len(after.sheets)
        and all(
            one.name == other.name
            and one.visibility is other.visibility
            and one.merges == other.merges
            for one, other in zip(before.sheets, after.sheets, strict=True)
        )
        and before.names == after.names
    )


def _stamp(before: Meeting, workbook: Workbook) -> Stamp | None:
    """Read the stamp; what was issued is that of the workbook before, where nothing else is."""
    one, other = before.workbook.sheet(STAMP_SHEET), workbook.sheet(STAMP_SHEET)
    if one is None or other is None:
        return None
    is_same = all(row < FIRST_ISSUED_ROW for row, _ in changed_places(one.cells, other.cells))
    return read_stamp(workbook, before.stamp if is_same else None)


def _issued(stamp: Stamp | None) -> tuple[str, str] | None:
    return None if stamp is None else (stamp.rulebook, stamp.version)


def _are_added_as_before(before: Meeting, workbook: Workbook) -> bool:
    """Whether sheets that are not looked at, as added by this program, are still such."""
    seen = {STAMP_SHEET, *(view.name.casefold() for view in before.views)}
    return all(is_added(one) for one in workbook.sheets if one.name.casefold() not in seen)


def _seen_again(
    layout: KnownLayout, before: View, workbook: Workbook
) -> tuple[View, frozenset[_Place]] | None:
    """A sheet with the cells that differ; None where one of them means something else."""
    sheet = workbook.sheet(before.name)
    if sheet is None:
        return None
    places = changed_places(before.sheet.cells, sheet.cells)
    if not places:
        return before, places
    if not places.isdisjoint(layout.fixed.get(before.name, ())):
        return None
    rows = _rows_to_look_at(layout, before, sheet, places)
    if rows is None:
        return None
    after = before.changed(sheet, places)
    if not all(_is_same_row(before, after, row, layout) for row in rows.otherwise_filled):
        return None
    if before.name in layout.meeting.choice.tables:
        touched = {row for row, _ in places}
        if not _is_same_table(layout, before, after, rows.worded, touched):
            return None
    return after, places


class _Rows(NamedTuple):
    """Rows in which more differs than numbers, and those in which another cell is filled in."""

    worded: frozenset[int]
    otherwise_filled: frozenset[int]


def _rows_to_look_at(
    layout: KnownLayout, before: View, sheet: Sheet, places: Collection[_Place]
) -> _Rows | None:
    """The rows that have to be compared whole; None where a cell alone shows a difference."""
    known, cells = before.sheet.cells.get, sheet.cells.get
    worded: set[int] = set()
    otherwise_filled: set[int] = set()
    for place in places:
        was, now = known(place), cells(place)
        if _is_number(was) and _is_number(now):
            continue
        row, column = place
        is_seen = row in before.rows and column <= MOST_COLUMNS
        if not is_seen or not _is_same_meaning(was, now, layout.meanings):
            return None
        worded.add(row)
        if not (_is_text(was) and _is_text(now)) or _role(was, layout) is not _role(now, layout):
            otherwise_filled.add(row)
    return _Rows(frozenset(worded), frozenset(otherwise_filled))


def _is_number(cell: Cell | None) -> bool:
    """Whether a cell holds a number that is one to locating, whichever."""
    return cell is not None and cell.kind is CellKind.NUMBER and bare_number(cell) is not None


def _is_text(cell: Cell | None) -> bool:
    return cell is not None and cell.kind is CellKind.TEXT and not cell.is_blank


def _role(cell: Cell | None, layout: KnownLayout) -> Role | None:
    return layout.meanings.role(cell)


def _is_same_meaning(was: Cell | None, now: Cell | None, meanings: CellMeanings) -> bool:
    if (was is not None and is_added_head(was)) or (now is not None and is_added_head(now)):
        return False
    return meanings.of(was) == meanings.of(now)


def _is_same_table(
    layout: KnownLayout, before: View, after: View, lines: Collection[int], rows: Collection[int]
) -> bool:
    """Whether the rows of a sheet with tables begin as they did, its headers untouched.

    ``lines`` are the rows in which more than numbers differ.
    """
    headers = layout.meeting.choice.tables[before.name]
    if before.last_column != after.last_column or not headers.isdisjoint(rows):
        return False
    sums = layout.sums.get(before.name, frozenset())
    return all(_is_same_line(before, after, row, is_sum=row in sums) for row in lines)


def _is_same_row(before: View, after: View, row: int, layout: KnownLayout) -> bool:
    """Whether a row is there as before, alone in it what was alone, a header as it was."""
    was, now = before.rows.get(row, {}), after.rows.get(row, {})
    if _is_text_alone(was) is not _is_text_alone(now):
        return False
    is_as_full = was.keys() == now.keys()
    if not is_as_full and (not was or not now or (len(was) == 1) is not (len(now) == 1)):
        return False
    roles, others = _roles(was, layout), _roles(now, layout)
    if max(len(roles), len(others)) < _FEWEST_ROLES:
        return True
    return is_as_full and roles == others


def _roles(cells: Mapping[int, Cell], layout: KnownLayout) -> Mapping[int, Role]:
    """What columns the texts of a row may head."""
    found = ((column, _role(cell, layout)) for column, cell in cells.items())
    return {column: role for column, role in found if role is not None}


def _is_text_alone(cells: Mapping[int, Cell]) -> bool:
    """Whether a row is a single text, as the heading of a group is."""
    return len(cells) == 1 and next(iter(cells.values())).kind is CellKind.TEXT


def _is_same_line(before: View, after: View, row: int, *, is_sum: bool) -> bool:
    """Whether a row of a table begins as before, and has a number where it had one."""
    was, now = before.rows.get(row, {}).values(), after.rows.get(row, {}).values()
    own, other = _beginning(was), _beginning(now)
    if own != other and (is_sum or _kind(own) != _kind(other)):
        return False
    return _has_number(was) == _has_number(now)


def _beginning(cells: Iterable[Cell]) -> tuple[str, ...]:
    """The keys of the first three texts of a row."""
    keys = (plain_label(cell.raw) for cell in cells if cell.kind is CellKind.TEXT)
    found: list[str] = []
    for key in keys:
        if key:
            found.append(key)
        if len(found) == 3:
            break
    return tuple(found)


def _kind(own: Sequence[str]) -> tuple[object, bool]:
    return kind_of_sum(own), bool(own) and is_footer(own[0])


def _has_number(cells: Iterable[Cell]) -> bool:
    return any(bare_number(cell) is not None for cell in cells)


def _bound(candidate: Candidate, views: Mapping[str, View]) -> Candidate | None:
    """A candidate over the sheets of the workbook at hand; None where its columns are others."""
    blocks = [_bound_block(block, views) for block in candidate.blocks]
    found = [block for block in blocks if block is not None]
    if len(found) < len(blocks):
        return None
    return Candidate(views[candidate.view.name], candidate.index, tuple(found))


def _bound_block(block: Block, views: Mapping[str, View]) -> Block | None:
    view = views[block.frame.view.name]
    if view is block.frame.view:
        return block
    frame = replace(block.frame, view=view)
    content = block.content.over(view)
    if resolve_columns(frame, content) != block.columns:
        return None
    return replace(block, frame=frame, content=content)


def _are_filled_as_before(before: Sequence[Candidate], after: Sequence[Candidate]) -> bool:
    """Whether the sheets that were filled in are, and no others; one alone has no rival."""
    if len(before) < 2:
        return True
    return all(is_filled(one) is is_filled(other) for one, other in zip(before, after, strict=True))
