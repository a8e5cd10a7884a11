"""The block of funds of any form as readings, and the figures of a rulebook found in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jixiao.rulebook import Indicator, Input, Role
from jixiao.scoresheet.grid import View
from jixiao.scoresheet.model import (
    Funds,
    FundsColumn,
    FundsRow,
    Reading,
    Row,
    RowKind,
    SourcesSum,
)
from jixiao.scoresheet.outline import (
    AMOUNTS,
    FundsBlock,
    find_column_sums,
    find_sources,
    funds_column,
    is_whole,
)
from jixiao.scoresheet.reading.cells import SCORE, TEXT, WEIGHT, ExpectedReading, read_cell

_DIGITS = 2  # decimals of an amount in 万元, unless more are typed
_ROLES = {
    FundsColumn.RATE: Role.ACTUAL,
    FundsColumn.WEIGHT: Role.WEIGHT,
    FundsColumn.CLAIMED: Role.CLAIMED,
}
_BARE = {FundsColumn.WEIGHT: WEIGHT, FundsColumn.CLAIMED: SCORE, FundsColumn.RULE: TEXT}


def read_funds(block: FundsBlock, unit: str) -> Funds | None:
    """Read every cell of the block; bare amounts are in what the header says, else in ``unit``."""
    if block.budget is None:
        return None
    counted = block.unit or unit
    rows = tuple(
        FundsRow(
            line.row,
            line.label,
            line.is_whole,
            line.mark,
            {
                kind: _read(block, place, kind, counted)
                for kind in block.columns
                if (place := block.place(line, kind)) is not None
            },
        )
        for line in block.lines
    )
    return Funds(block.view.name, counted, rows, block.budget)


def unlabelled_row(block: FundsBlock, unfound: Iterable[Indicator], unit: str) -> Row | None:
    """The scored row of funds where its amounts have no label that a row could be known by."""
    whole = block.whole
    if whole is None or block.is_paired:
        return None
    scored = next((one for one in unfound if whole.label in one.aliases), None)
    if scored is None:
        return None
    counted = block.unit or unit
    readings = {
        role: _read(block, place, kind, counted)
        for kind, role in _ROLES.items()
        if (place := block.place(whole, kind)) is not None
    }
    return Row(
        RowKind.INDICATOR, scored.id, scored.name, scored.path, block.view.name, whole.row, readings
    )


def read_sources(view: View, unit: str, block: FundsBlock | None) -> Iterator[SourcesSum]:
    """Read the sums whose parts are next to them or above; parts that are left blank are 0."""
    sides = [
        (line.label, (line.row, line.whole), [(line.row, column) for column in line.parts])
        for line in find_sources(view)
    ]
    apart = {line.row for line in block.lines} if block is not None else ()
    columns = [(one.label, one.whole, list(one.parts)) for one in find_column_sums(view, apart)]
    expected = ExpectedReading("money", unit, unit, None)
    for label, whole, below in (*sides, *columns):
        places = [view.anchor(*place) for place in (whole, *below)]
        total, *parts = (
            read_cell(view.sheet.cells.get(place), view.name, place, expected) for place in places
        )
        given = tuple(part for part in parts if part.figure is not None and part.figure.value)
        if total.figure is not None and given and len(set(places)) == len(places):
            yield SourcesSum(label, total, given)


def _read(block: FundsBlock, place: tuple[int, int], kind: FundsColumn, unit: str) -> Reading:
    cell = block.view.sheet.cells.get(place)
    return read_cell(cell, block.view.name, place, _expected(block, kind, unit))


def _expected(block: FundsBlock, kind: FundsColumn, unit: str) -> ExpectedReading:
    if kind in AMOUNTS:
        return ExpectedReading("money", unit, unit, None)
    if kind in (FundsColumn.RATE, FundsColumn.ARRIVAL):
        return ExpectedReading("rate", "%", "%" if "%)" in _label(block, kind) else "")
    return _BARE[kind]


def _label(block: FundsBlock, kind: FundsColumn) -> str:
    return block.labels[kind].replace("（", "(").replace("）", ")").replace("％", "%")


def amount_of(block: FundsBlock, item: Input) -> Reading | None:
    """The cell of an input of the whole sum, by what its labels are made of."""
    if item.at is None or block.whole is None:
        return None
    if not is_whole(item.at.row) and item.at.row != block.whole.label:
        return None
    kind = funds_column(item.at.column)
    if kind is FundsColumn.BUDGET:
        kind = block.budget  # the first budget where no other is
    anchor = block.place(block.whole, kind) if kind is not None else None
    if anchor is None:
        return None
    written = block.unit or item.unit
    expected = ExpectedReading("money", item.unit, written, item.digits)
    return read_cell(block.view.sheet.cells.get(anchor), block.view.name, anchor, expected)


def missing_amounts(
    block: FundsBlock, items: tuple[Input, ...], found: Mapping[str, Reading]
) -> Mapping[str, Reading]:
    """The inputs of the block of funds that no label names literally."""
    more: dict[str, Reading] = {}
    for item in items:
        reading = amount_of(block, item) if item.at is not None and item.id not in found else None
        if reading is not None:
            more[item.id] = reading
    return more
