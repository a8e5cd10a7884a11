"""Sums below a column of amounts: the row 合计 of a list of tasks with their budgets.

Such a row names nothing but a sum; above it, up to the header of the column, are its parts. The
header must speak of money, so that points and rates are never added up here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from jixiao.scoresheet.grid import View, bare_number
from jixiao.scoresheet.outline.funds import is_amount
from jixiao.scoresheet.words import plain_label
from jixiao.workbook import Cell, CellKind

_SUM = re.compile(r"(?:资金|金额|经费|预算|支出)?(?:合计|总计|共计|总额)(?:\(?(?:万元|元)\)?)?")
_MONEY = re.compile(r"预算|执行|支出|金额|拨款|资金|小计|总额|到位|决算|经费|万元|收入")
_OTHER = re.compile(r"率|分|%|进度|原因|说明|情况")
_INNER = re.compile(r"小计|合计|总计|其中")
_DEEPEST = 40  # rows of parts above one sum


@dataclass(frozen=True, slots=True)
class ColumnSum:
    """A cell that is the sum of those above it, as (row, column) each."""

    label: str
    whole: tuple[int, int]
    parts: tuple[tuple[int, int], ...]


def find_column_sums(view: View, apart: Collection[int]) -> Iterator[ColumnSum]:
    """Find sums of amounts; rows in ``apart`` are those of the block of funds."""
    rows = list(view.rows)
    for place, row in enumerate(rows):
        label = _label(view, row)
        if row in apart or label is None:
            continue
        above = rows[max(0, place - _DEEPEST) : place]
        for column, cell in view.rows[row].items():
            if column > label.column and bare_number(cell) is not None:
                parts = _parts(view, above, column, label.column)
                if len(parts) > 1:
                    yield ColumnSum(label.raw.strip(), (row, column), parts)


def _label(view: View, row: int) -> Cell | None:
    """The cell that says that a row is a sum; only the name of the block may be left of it."""
    texts = (cell for cell in view.rows[row].values() if cell.kind is CellKind.TEXT)
    words = islice((cell for cell in texts if not is_amount(cell)), 2)
    return next((cell for cell in words if _names_sum(cell.raw)), None)


@lru_cache(maxsize=4096)
def _names_sum(text: str) -> bool:
    return _SUM.fullmatch(plain_label(text)) is not None


def _parts(view: View, above: list[int], column: int, labelled: int) -> tuple[tuple[int, int], ...]:
    """The amounts above a sum, up to a header that speaks of money; empty where there is none."""
    found: list[tuple[int, int]] = []
    for row in reversed(above):
        cell = view.rows[row].get(column)
        if cell is not None and cell.kind is CellKind.TEXT and not is_amount(cell):
            heads = _heads(view, row, column)
            is_money = _MONEY.search(heads) and not _OTHER.search(heads)
            return tuple(reversed(found)) if is_money else ()
        texts = [c.raw for at, c in view.rows[row].items() if labelled <= at < column]
        if not texts or any(_INNER.search(plain_label(text)) for text in texts):
            return ()
        if cell is not None:
            found.append((row, column))
    return ()


def _heads(view: View, row: int, column: int) -> str:
    """The words of the header of a column, and of the one over it where it spans several."""
    over = view.merge(row - 1, column)
    upper = view.text(row - 1, column) if over is not None and over.right > over.left else ""
    return plain_label(view.text(row, column)) + plain_label(upper)
