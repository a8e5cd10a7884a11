"""The very hidden sheet of an issued template: which rulebook it was made from and what it held.

A hint only: the id is looked up among known rulebooks by the caller and never used as a path.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from jixiao.scoresheet.model import StampSeen
from jixiao.workbook.model import Sheet, Workbook

STAMP_SHEET = "_jixiao"
STAMP_FORMAT = "jixiao.stamp/1"
_FIRST_ISSUED_ROW = 10
_HEAD = ("rulebook", "version", "sha256", "department", "year")


@dataclass(frozen=True, slots=True)
class Issued:
    """A formula as issued, and the cell that it was issued in."""

    sheet: str
    cell: str
    formula: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the stamp says. ``issued`` maps ``sheet!cell`` to the formula issued there.

    ``keyed`` holds the same formulas by what they compute (``jx_rate_…``, ``sum:…``, ``total``),
    wherever their rows have moved since.

    ``department`` and ``year`` are those that the workbook was issued for, as texts, or None.
    """

    seen: StampSeen
    issued: Mapping[str, str]
    department: str | None = None
    year: str | None = None
    keyed: Mapping[str, Issued] = field(default_factory=dict)


def stamped_rulebook(workbook: Workbook) -> str | None:
    """The rulebook id that the stamp names, without reading the rest of it."""
    sheet = workbook.sheet(STAMP_SHEET)
    if sheet is None or _text(sheet, 1, 1) != STAMP_FORMAT:
        return None
    return _text(sheet, 2, 2) or None


def read_stamp(workbook: Workbook) -> Stamp | None:
    """Read the stamp; None where there is none or it is of no known format."""
    sheet = workbook.sheet(STAMP_SHEET)
    if sheet is None or _text(sheet, 1, 1) != STAMP_FORMAT:
        return None
    head = {
        name: _text(sheet, row, 2)
        for row in range(2, _FIRST_ISSUED_ROW)
        if (name := _text(sheet, row, 1)) in _HEAD
    }
    if not head.get("rulebook"):
        return None
    keyed = {
        _text(sheet, row, 5): Issued(*(_text(sheet, row, column) for column in (1, 2, 4)))
        for (row, column), cell in sheet.cells.items()
        if column == 3 and row >= _FIRST_ISSUED_ROW and cell.raw == "formula"
    }
    return Stamp(
        StampSeen(head["rulebook"], head.get("version", ""), head.get("sha256", "")),
        {f"{one.sheet}!{one.cell}": one.formula for one in keyed.values()},
        head.get("department") or None,
        head.get("year") or None,
        keyed,
    )


def _text(sheet: Sheet, row: int, column: int) -> str:
    cell = sheet.cells.get((row, column))
    return cell.raw.strip() if cell is not None else ""
