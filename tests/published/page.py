"""One worksheet written from the top: cells typed as an office would type them, cells merged."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet


def typed(text: str) -> object:
    """A plain number as a number, all else as text."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text or None
    return int(number) if number == number.to_integral_value() else float(number)


class Page:
    """Writes rows below one another; ``row`` is the next free one."""

    def __init__(self, sheet: Worksheet, width: int) -> None:
        self.sheet = sheet
        self.width = width
        self.row = 1

    def across(self, text: str, *, bold: bool = False) -> None:
        """One text over the whole width."""
        cell: Any = self.sheet.cell(self.row, 1, text)
        cell.font = Font(bold=bold, size=16 if bold else 11)
        cell.alignment = Alignment(horizontal="center")
        self.sheet.merge_cells(
            start_row=self.row, end_row=self.row, start_column=1, end_column=self.width
        )
        self.row += 1

    def add(self, cells: Sequence[object]) -> int:
        """One row, from the first column on; gives its number."""
        for column, value in enumerate(cells, start=1):
            if value not in (None, ""):
                cell = self.sheet.cell(self.row, column)
                cell.value = typed(value) if isinstance(value, str) else value  # type: ignore[assignment]
                if isinstance(value, str) and value.startswith("="):
                    cell.data_type = "s"  # words: =50%
        self.row += 1
        return self.row - 1

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Join cells, where there are several."""
        if (top, left) != (bottom, right):
            self.sheet.merge_cells(
                start_row=top, end_row=bottom, start_column=left, end_column=right
            )

    def merge_alike(self, column: int, top: int, keys: Sequence[object]) -> None:
        """Join runs of equal ``keys`` of the rows from ``top`` on, as level cells are joined."""
        start = 0
        for place in range(1, len(keys) + 1):
            if place == len(keys) or keys[place] != keys[start]:
                for row in range(top + start + 1, top + place):
                    self.sheet.cell(row, column).value = None
                self.merge(top + start, column, top + place - 1, column)
                start = place
