"""The very hidden sheet of an issued template: which rulebook it was made from and what it held.

A hint only: the id is looked up among known rulebooks by the caller and never used as a path.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jixiao.scoresheet.model import StampSeen
from jixiao.workbook.model import Sheet, Workbook

STAMP_SHEET = "_jixiao"
STAMP_FORMAT = "jixiao.stamp/1"
_FIRST_ISSUED_ROW = 10
_HEAD = ("rulebook", "version", "sha256", "department", "year")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the stamp says. ``issued`` maps ``sheet!cell`` to the formula issued there.

    ``department`` and ``year`` are those that the workbook was issued for, as texts, or None.
    """

    seen: StampSeen
    issued: Mapping[str, str]
    department: str | None = None
    year: str | None = None


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
    issued = {
        f"{_text(sheet, row, 1)}!{_text(sheet, row, 2)}": _text(sheet, row, 4)
        for row, column in sheet.cells
        if column == 3 and row >= _FIRST_ISSUED_ROW and _text(sheet, row, 3) == "formula"
    }
    return Stamp(
        StampSeen(head["rulebook"], head.get("version", ""), head.get("sha256", "")),
        issued,
        head.get("department") or None,
        head.get("year") or None,
    )


def _text(sheet: Sheet, row: int, column: int) -> str:
    cell = sheet.cells.get((row, column))
    return cell.raw.strip() if cell is not None else ""
