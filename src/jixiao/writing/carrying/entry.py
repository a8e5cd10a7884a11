"""The cells of a blank template that a department fills in, by what they hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.rulebook import FreeBlock, Role, Rulebook
from jixiao.scoresheet import Row, RowKind, Scoresheet, weighted_label
from jixiao.workbook import Sheet, column_number

FIXED = (Role.ACTUAL, Role.COEFFICIENT, Role.ITEM_SCORE, Role.CLAIMED, Role.REASON, Role.EVIDENCE)
FREE = (
    Role.NAME, Role.NATURE, Role.DIRECTION, Role.CORE, Role.OPERATOR, Role.TARGET,
    Role.ADJUSTED_TARGET, Role.UNIT, Role.WEIGHT, *FIXED,
)  # fmt: skip
EntryPlace = tuple[str, str]  # sheet and cell


@dataclass(frozen=True, slots=True)
class EntryCells:
    """Where the values of an older form go in a blank template."""

    blank: Scoresheet

    def of_row(self, row: Row, role: Role) -> EntryPlace | None:
        """The cell of a fixed row."""
        mine = next((r for r in self.blank.rows if (r.kind, r.id) == (row.kind, row.id)), None)
        reading = mine.readings.get(role) if mine is not None else None
        return (reading.sheet, reading.cell) if reading is not None else None

    def of_input(self, ident: str) -> EntryPlace | None:
        """The cell of an input."""
        reading = self.blank.inputs.get(ident)
        return (reading.sheet, reading.cell) if reading is not None else None

    def free_rows(self, block: FreeBlock, kind: str) -> Iterator[int]:
        """The rows that a block offers for a kind, top down."""
        sheet = self.blank.workbook.sheet(self.blank.sheet)
        if sheet is None:
            return
        columns = {role: column_number(text) for role, text in self.blank.columns.items()}
        level1, level2 = columns.get(Role.LEVEL1), columns.get(Role.LEVEL2)
        for row in sheet.by_row:
            if level1 is None or _stem(_shown(sheet, row, level1)) != _stem(block.path[0]):
                continue
            is_kind = not block.kinds or level2 is None or _shown(sheet, row, level2) == kind
            if is_kind and not _shown(sheet, row, columns[Role.NAME]):
                yield row


def _stem(label: str) -> str:
    """A label without the points that may be written behind it: 产出指标（50分）."""
    return weighted_label(label).stem


def _shown(sheet: Sheet, row: int, column: int) -> str:
    cell = sheet.shown(row, column)
    return cell.raw.strip() if cell is not None else ""


def with_room(book: Rulebook, old: Scoresheet) -> Rulebook:
    """The rulebook with as many free rows a kind as the older form has filled."""
    blocks = []
    for block in book.blocks:
        mine = [row for row in old.rows if row.kind is RowKind.FREE and row.block == block.id]
        kinds = [kind_of(block, row) for row in mine]
        most = max((kinds.count(kind) for kind in kinds), default=0)
        blocks.append(block.changed(rows=max(block.rows, most)))
    return book.changed(blocks=tuple(blocks))


def kind_of(block: FreeBlock, row: Row) -> str:
    """The second level that a free row is of, among those that the block offers."""
    if not block.kinds:
        return ""
    reading = row.readings.get(Role.LEVEL2)
    said = reading.text.strip() if reading is not None else ""
    equal = (kind for kind in block.kinds if said and (said in kind or kind in said))
    return next(equal, block.kinds[0])
