"""Rows of the chosen sheet with their readings: what each cell of a matched row says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from jixiao.figures import Exact, Quantity, ReadingState
from jixiao.rulebook import Indicator, Role
from jixiao.scoresheet.grid import TableLine, View, bare_number, unit_in
from jixiao.scoresheet.matching import (
    Block,
    Candidate,
    block_of,
    counted,
    is_part,
    is_placeholder,
    row_kind,
    section_of,
    unit_of,
)
from jixiao.scoresheet.model import Reading, Row, RowKind
from jixiao.scoresheet.reading.cells import SCORE, TEXT, WEIGHT, ExpectedReading, Spot, read_cell
from jixiao.scoresheet.words import GRADE_NAMES, label_forms, plain_label, weighted_label
from jixiao.workbook import Cell, cell_address

_SCORES = frozenset(
    (
        Role.CLAIMED,
        Role.REVIEWED,
        Role.SUGGESTED,
        Role.ITEM_SCORE,
    )
)
_WEIGHTS = frozenset((Role.WEIGHT, Role.LEVEL1_WEIGHT, Role.LEVEL2_WEIGHT, Role.LEVEL3_WEIGHT))
_MEASURES = frozenset((Role.TARGET, Role.ADJUSTED_TARGET, Role.ACTUAL))
_GRADE_WORDS = ("档次", "等级", "等次", "评级")
_STATED = re.compile(
    r"(?:^|[\s，,；;])(?:自评)?总(?:得)?分\s*[:：]\s*(?P<total>\d{1,3}(?:\.\d{1,2})?)?\s*分?\s*$"
)
_BOUNDS = re.compile(r"[:：（(].*\d.*", re.DOTALL)  # 评价等级：优（90分以上）、良…


@dataclass(frozen=True, slots=True)
class _Place:
    """Where readings of one table come from."""

    view: View
    block: Block
    units: Mapping[Role, str]  # what the header says: 实际值（%）


def read_rows(candidate: Candidate) -> tuple[Row, ...]:
    """Read all rows of the sheet, top to bottom."""
    rows: list[Row] = []
    grand = _grand_total(candidate)
    for block in candidate.blocks:
        own = list(_rows_of(candidate, block))
        if grand is not None and grand[0] is block:
            own.append(_total(block, grand[1]))
        rows.extend(sorted(own, key=lambda row: row.row))
    return tuple(counted(tuple(_sharing(rows)), candidate.index))


def _rows_of(candidate: Candidate, block: Block) -> Iterator[Row]:
    index, view, matches = candidate.index, block.frame.view, block.matches
    place = _place(block)
    for ident, group in matches.rows.items():
        if len(group) != 1:
            continue
        indicator = index.indicators[ident]
        yield Row(
            RowKind.INDICATOR,
            ident,
            indicator.name,
            indicator.path,
            view.name,
            group[0].row,
            _readings(place, group[0].row, indicator),
        )
    for line in (*candidate.free_lines(block), *_of_which(candidate, block)):
        yield _free(candidate, place, line)
    for line in matches.sections:
        path = section_of(line, matches, index, candidate.weight(block, line))
        if path is None:
            continue
        names = candidate.index.section_names.get(path, path)
        yield Row(
            RowKind.SECTION,
            f"sum:{'/'.join(names)}",
            names[-1],
            names,
            view.name,
            line.row,
            _readings(place, line.row, None),
        )


RowSpots = tuple[tuple[Role, Spot], ...]
_BY_SPOTS = frozenset((RowKind.INDICATOR, RowKind.SECTION, RowKind.TOTAL))


def row_spots(candidate: Candidate, rows: Sequence[Row]) -> tuple[RowSpots, ...] | None:
    """The cells of each row of a sheet; None where what a row is depends on its figures."""
    if any(row.kind not in _BY_SPOTS for row in rows):
        return None
    blocks = {(b.frame.view.name, line.row): b for b in candidate.blocks for line in b.body}
    return tuple(
        tuple(_spots(_place(blocks[row.sheet, row.row]), row.row, _indicator(candidate, row)))
        for row in rows
    )


def _indicator(candidate: Candidate, row: Row) -> Indicator | None:
    return candidate.index.indicators[row.id] if row.kind is RowKind.INDICATOR else None


def read_again(
    rows: Sequence[Row],
    spots: Sequence[RowSpots],
    changed: Mapping[str, Collection[tuple[int, int]]],
    cells: Mapping[str, Mapping[tuple[int, int], Cell]],
) -> tuple[Row, ...]:
    """Read the rows of a sheet again where cells have ``changed``, by sheet."""
    return tuple(
        _read_again(row, own, changed[row.sheet], cells[row.sheet])
        for row, own in zip(rows, spots, strict=True)
    )


def _read_again(
    row: Row,
    spots: RowSpots,
    changed: Collection[tuple[int, int]],
    cells: Mapping[tuple[int, int], Cell],
) -> Row:
    fresh = {role: spot.read(cells) for role, spot in spots if spot.place in changed}
    return _with_readings(row, {**row.readings, **fresh}) if fresh else row


def _with_readings(row: Row, readings: Mapping[Role, Reading]) -> Row:
    return Row(
        row.kind, row.id, row.name, row.path, row.sheet, row.row, readings, row.block, row.sum_with
    )


def _place(block: Block) -> _Place:
    return _Place(block.frame.view, block, _header_units(block))


def _grand_total(candidate: Candidate) -> tuple[Block, TableLine] | None:
    """The total of the whole sheet: the only one, or the only one that carries all its points."""
    totals = [(block, _last_total(block)) for block in candidate.blocks if block.matches.totals]
    if len(totals) > 1:
        points_of_all = candidate.index.rulebook.total
        totals = [t for t in totals if candidate.weight(*t) == points_of_all]
    return totals[0] if len(totals) == 1 else None


def _last_total(block: Block) -> TableLine:
    """The last row of a total, one with a score before one without (总分合计 at the foot)."""
    column, view = block.columns.roles.get(Role.CLAIMED), block.frame.view
    scored = [
        line
        for line in block.matches.totals
        if column is not None and bare_number(view.shown(line.row, column)) is not None
    ]
    return (scored or block.matches.totals)[-1]


def _total(block: Block, line: TableLine) -> Row:
    place = _place(block)
    return Row(
        RowKind.TOTAL,
        "total",
        "合计",
        (),
        place.view.name,
        line.row,
        _readings(place, line.row, None),
    )


def _of_which(candidate: Candidate, block: Block) -> Iterator[TableLine]:
    """Rows of the money block that say a part of the row above (其中：财政拨款)."""
    inside = {line.row for line in candidate.free_lines(block)}
    for line in block.matches.unknown:
        if line.row not in inside and is_part(line.name):
            yield line


def _free(candidate: Candidate, place: _Place, line: TableLine) -> Row:
    owner = block_of(line, candidate.index)
    weight = _own_points(place, line, Role.WEIGHT)
    if weight is None and not is_placeholder(line):  # 指标2 names no points
        weight = weighted_label(line.name).weight
    kind = row_kind(line, weight, _own_points(place, line, Role.CLAIMED))
    return Row(
        kind,
        f"{owner.id if owner else 'row'}-{_nth(candidate, place)}r{line.row}",
        line.name.strip(),
        owner.path if owner else tuple(level for level in line.levels if level),
        place.view.name,
        line.row,
        _readings(place, line.row, None, unit_of(place.view, line.row, place.block.columns.roles)),
        owner.id if owner else None,
    )


def _nth(candidate: Candidate, place: _Place) -> str:
    """Distinguish rows of the same number where the tables are side by side or on two sheets."""
    views = list(dict.fromkeys(id(block.frame.view) for block in candidate.blocks))
    nth = views.index(id(place.view))
    return f"{nth + 1}-" if nth else ""


def _own_points(place: _Place, line: TableLine, role: Role) -> Decimal | None:
    column = place.block.columns.roles.get(role)
    return bare_number(place.view.sheet.cells.get((line.row, column))) if column else None


def _header_units(block: Block) -> Mapping[Role, str]:
    labels = block.frame.header.labels
    return {
        role: next((unit for text in labels.get(column, ()) if (unit := unit_in(text))), "")
        for role, column in block.columns.roles.items()
    }


def _readings(
    place: _Place, row: int, indicator: Indicator | None, unit: str = ""
) -> Mapping[Role, Reading]:
    cells = place.view.sheet.cells
    return {role: spot.read(cells) for role, spot in _spots(place, row, indicator, unit)}


def _spots(
    place: _Place, row: int, indicator: Indicator | None, unit: str = ""
) -> Iterator[tuple[Role, Spot]]:
    """The cells of a row by role, with what each should hold."""
    view, header = place.view, place.block.frame.header
    for role, column in place.block.columns.roles.items():
        anchor = view.anchor(row, column)
        if anchor[0] <= header.bottom or (
            anchor[1] != column and view.anchor(header.bottom, column)[1] != anchor[1]
        ):
            continue  # covered by the header, or by a cell merged from another column (小计)
        expected = _expected(role, indicator, unit, place.units.get(role, ""))
        yield role, Spot(view.name, anchor, expected)


def _expected(role: Role, indicator: Indicator | None, unit: str, stated: str) -> ExpectedReading:
    if role in _SCORES:
        return SCORE
    if role in _WEIGHTS:
        return WEIGHT
    if role is Role.COEFFICIENT:
        return ExpectedReading("rate", "%", stated if stated == "%" else "")
    if role not in _MEASURES:
        return TEXT
    if indicator is not None and indicator.rate_unit == "%" and not _is_stated(indicator):
        return ExpectedReading("rate", "%", stated if stated == "%" else "")
    if indicator is not None and not _is_stated(indicator):
        return ExpectedReading("quantity", indicator.rate_unit)
    return ExpectedReading("quantity", unit or stated)


def _is_stated(indicator: Indicator) -> bool:
    """Whether a draft takes the rate from words (76 / 80), so that the cell may hold any unit."""
    return (indicator.rate or "")[:1].isdigit()


def _sharing(rows: list[Row]) -> Iterator[Row]:
    """Name, for rows whose score cell is merged with that of a row above, the row that has it."""
    owners: dict[str, str] = {}
    for row in rows:
        claimed = row.readings.get(Role.CLAIMED)
        if claimed is None or row.kind not in (RowKind.INDICATOR, RowKind.FREE, RowKind.OF_WHICH):
            yield row
            continue
        owner = owners.setdefault(claimed.place, row.id)
        yield row if owner == row.id else _with_owner(row, owner)


def _with_owner(row: Row, owner: str) -> Row:
    return Row(
        row.kind, row.id, row.name, row.path, row.sheet, row.row, row.readings, row.block, owner
    )


def total_reading(rows: tuple[Row, ...]) -> Reading | None:
    """The total self-score, of the total row."""
    for row in rows:
        if row.kind is RowKind.TOTAL:
            return row.readings.get(Role.CLAIMED)
    return None


def stated_total(view: View) -> Reading | None:
    """The total where no row holds it: 总分：95.5 above the table, in one cell or in two."""
    for cell in view.texts:
        found = _STATED.search(cell.raw)
        if found is None:
            continue
        if found["total"]:
            value = Exact(found["total"])
            digits = len(found["total"].partition(".")[2])
            figure = Quantity(value, "", digits, text=found["total"])
            at = cell_address(cell.row, cell.column)
            return Reading(
                view.name, at, ReadingState.FIGURE, found["total"], (figure,), is_text=True
            )
        right = [c for c in view.rows[cell.row] if c > cell.column]
        if right and bare_number(view.rows[cell.row][right[0]]) is not None:
            place = (cell.row, right[0])
            return read_cell(view.rows[cell.row][right[0]], view.name, place, SCORE)
    return None


def grade_reading(candidate: Candidate) -> Reading | None:
    """The grade: right of 档次 / 等级, or the grade name in the total row."""
    for block in candidate.blocks:
        view = block.frame.view
        for line in block.matches.grades:
            if (found := _grade_in(view, line.row, _others(block))) is not None:
                return found
            if (blank := _blank_grade(view, block, line.row)) is not None:
                return blank
        for line in block.matches.totals:
            if (found := _grade_in(view, line.row, _others(block))) is not None:
                return found
    view = candidate.view
    for cell in view.texts:
        if asks_for_grade(cell.raw):
            found = _grade_in(view, cell.row, range(1, cell.column + 1))
            if found is not None:
                return found
    return None


@lru_cache(maxsize=4096)
def asks_for_grade(text: str) -> bool:
    """Whether a label says that a grade is next to it: 评价等级."""
    keys = label_forms(_BOUNDS.sub("", text))
    return bool(keys) and keys[-1].endswith(_GRADE_WORDS) and len(keys[-1]) <= 12


def _others(block: Block) -> Collection[int]:
    """Columns whose grade is not the department's own: suggested and reviewed scores."""
    roles = block.columns.roles
    return [roles[role] for role in (Role.SUGGESTED, Role.REVIEWED) if role in roles]


def _grade_in(view: View, row: int, apart: Collection[int]) -> Reading | None:
    """The first grade in a row, in no column of ``apart``."""
    for column, cell in view.rows.get(row, {}).items():
        if column not in apart and plain_label(cell.raw) in GRADE_NAMES:
            return read_cell(cell, view.name, (row, column), TEXT)
    return None


def _blank_grade(view: View, block: Block, row: int) -> Reading | None:
    """The cell where a grade belongs, where it holds something else or nothing."""
    column = block.columns.roles.get(Role.CLAIMED)
    if column is None:
        return None
    anchor = view.anchor(row, column)
    return read_cell(view.sheet.cells.get(anchor), view.name, anchor, TEXT)
