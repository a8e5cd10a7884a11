"""What a department wrote next to its basic figures: why they honestly differ from each other.

A note counts that gives a reason (差额60万元为政策性追加); a source (决算报表) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from jixiao.finding import chinese_text
from jixiao.formula import input_names, parse_formula
from jixiao.rulebook import Identity
from jixiao.scoresheet import Reading, Scoresheet, plain_label
from jixiao.workbook import Sheet, read_place

_REASONS = tuple(chinese_text("checking.notes.reasons").split())
_HEADERS = tuple(chinese_text("checking.notes.headers").split())
_FAR = 12  # columns to the right of a figure in which its note may be


def is_explained(sheet: Scoresheet, identity: Identity) -> bool:
    """Whether a note next to a figure says why an equation does not hold; bounds have no excuse."""
    if not is_equation(identity):
        return False
    names = input_names(parse_formula(identity.holds))
    readings = (sheet.inputs[name] for name in names if name in sheet.inputs)
    return any(_gives_reason(note) for reading in readings for note in notes_of(sheet, reading))


def notes_of(sheet: Scoresheet, reading: Reading) -> Iterator[str]:
    """Yield the texts of the columns 数据来源, 备注 and 说明 in the row of a figure."""
    page, place = sheet.workbook.sheet(reading.sheet), read_place(reading.cell)
    if page is None or place is None:
        return
    row, first = place
    for column in range(first + 1, first + _FAR):
        cell = page.cells.get((row, column))
        if cell is not None and cell.raw.strip() and _is_of_notes(page, row, column):
            yield cell.raw


def _is_of_notes(page: Sheet, row: int, column: int) -> bool:
    heads = (page.cells.get((above, column)) for above in range(row - 1, 0, -1))
    return any(plain_label(cell.raw) in _HEADERS for cell in heads if cell is not None)


def _gives_reason(note: str) -> bool:
    return any(word in note for word in _REASONS)


def is_equation(identity: Identity) -> bool:
    """Whether an identity leaves one value only for each of its figures."""
    return _has_equals(identity.holds)


@lru_cache(maxsize=256)
def _has_equals(holds: str) -> bool:
    return re.search(r"(?<![<>!=])=(?!=)", holds) is not None
