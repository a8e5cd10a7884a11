"""The sheet 转入清单: what found no place, and what was carried from where to where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from jixiao.finding import chinese_text
from jixiao.workbook import FIXES, AddedCell, AddedLine, AddedSheet, CellFormat
from jixiao.writing.carrying.model import CarriedCell, LeftCell

SHEET: Final = chinese_text("carrying.sheet")
HEADER: Final = FIXES
_WIDTHS: Final = (24.0, 24.0, 60.0, 40.0)


def compose_list(cells: Sequence[CarriedCell], left: Sequence[LeftCell]) -> AddedSheet:
    """Make the sheet, what found no place first."""
    return AddedSheet(SHEET, tuple(_lines(cells, left)), _WIDTHS, header=HEADER)


def _lines(cells: Sequence[CarriedCell], left: Sequence[LeftCell]) -> Iterator[AddedLine]:
    yield _line(CellFormat.SUBTITLE, chinese_text("carrying.left", count=len(left)))
    for one in left:
        yield _line(CellFormat.BODY, one.place, "", one.text, one.why.zh)
    yield _line(CellFormat.SUBTITLE, chinese_text("carrying.carried", count=len(cells)))
    for cell in cells:
        target = f"{cell.sheet}!{cell.cell}"
        yield _line(CellFormat.BODY, cell.source, target, cell.cell_there.raw)


def _line(look: CellFormat, *texts: str) -> AddedLine:
    return AddedLine(tuple(AddedCell(text, look) for text in texts))
