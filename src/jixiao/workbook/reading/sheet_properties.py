"""What a worksheet part says before and behind its cells: merged areas, columns, protection."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from jixiao.finding import text_of
from jixiao.workbook import limits
from jixiao.workbook.addresses import CellRange, read_column, read_range
from jixiao.workbook.reading import merges
from jixiao.workbook.reading.budget import Budget
from jixiao.workbook.reading.notices import Notices
from jixiao.workbook.reading.workbook_part import is_true
from jixiao.workbook.refusal import refuse_file

_WIDTH = re.compile(r"\d{1,3}(?:\.\d{1,15})?")
_MOST_WIDTHS = 64  # columns of one span whose width is kept; forms have below 30


def is_zero(size: str | None) -> bool:
    """Recognise a height or width of nothing, however it is written.

    >>> is_zero("0"), is_zero("0.00"), is_zero("10"), is_zero(None)
    (True, True, False, False)
    """
    return size is not None and not size.strip("0.")


@lru_cache(maxsize=64)  # forms of one kind merge the same
def _parted(areas: tuple[CellRange, ...]) -> tuple[tuple[CellRange, ...], tuple[CellRange, ...]]:
    kept, dropped = merges.without_overlaps(areas)
    return tuple(kept), tuple(dropped)


@dataclass(slots=True)
class SheetProperties:
    """Filled while the part is read."""

    sheet: str
    notes: Notices
    allowance: Budget
    merges: list[CellRange] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    is_column_hidden: bytearray = field(default_factory=lambda: bytearray(limits.COLUMNS + 1))
    protected: bool = False
    widths: dict[int, float] = field(default_factory=dict)

    def take(self, element: str, attributes: dict[str, str]) -> None:
        """Take one element."""
        if element == "mergeCell":
            self._add_merge(attributes.get("ref", ""))
        elif element == "col":
            self._add_columns(attributes)
        elif element == "sheetProtection":
            self.protected = is_true(attributes.get("sheet"))

    def adopt(self, other: SheetProperties) -> None:
        """Take all that another sheet of the same words said without a remark."""
        self.merges = list(other.merges)
        self.hidden_columns = list(other.hidden_columns)
        self.is_column_hidden = other.is_column_hidden
        self.protected = other.protected
        self.widths = other.widths
        self.allowance.merges -= len(other.merges)

    def finish(self) -> None:
        """Leave out (F221) merged areas that lie across others; F222 where there is no end."""
        kept, dropped = _parted(tuple(self.merges))
        self.merges = list(kept)
        for area in dropped:
            self.notes.add("F221", sheet=self.sheet, found=area.address)
        if len(dropped) >= merges.MOST:
            reason = text_of("workbook.reason.merges-overlap")
            raise refuse_file("F222", found=self.sheet, reason=reason)

    def _add_merge(self, written: str) -> None:
        merge = read_range(written)
        if merge is None:
            self.notes.add("F221", sheet=self.sheet, found=written[:40])
            return
        self.merges.append(merge)
        self.allowance.merges -= 1
        if self.allowance.merges < 0:
            raise refuse_file("F205", sheet=self.sheet, limit=str(limits.now().merges))

    def _add_columns(self, attributes: dict[str, str]) -> None:
        start = read_column(attributes.get("min", ""))
        stop = read_column(attributes.get("max", ""))
        if start and stop and _WIDTH.fullmatch(width := attributes.get("width", "")):
            for column in range(start, min(stop, start + _MOST_WIDTHS) + 1):
                self.widths[column] = float(width)
        is_hidden = is_true(attributes.get("hidden")) or is_zero(attributes.get("width"))
        if is_hidden and start and stop and start <= stop:
            self.is_column_hidden[start : stop + 1] = b"\x01" * (stop + 1 - start)
            self.hidden_columns.append((start, stop))
            if len(self.hidden_columns) > limits.COLUMNS:
                raise refuse_file("F225", sheet=self.sheet, limit=str(limits.COLUMNS))
