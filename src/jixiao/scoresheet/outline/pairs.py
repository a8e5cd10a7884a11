"""Amounts next to their labels: 预算数： 86.5, 执行数： 80.2, below them 其中：财政拨款 twice.

A label of a budget and one of spending, in one row or in rows next to each other, each with an
amount at its right. Below labels in one row their parts may be named at the same columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from jixiao.scoresheet.grid import View
from jixiao.scoresheet.model import FundsColumn
from jixiao.scoresheet.outline.funds import (
    FundsBlock,
    FundsLine,
    find_funds,
    funds_column,
    is_amount,
    part_mark,
    unit_above,
)
from jixiao.scoresheet.outline.sources import with_parts_marked
from jixiao.scoresheet.words import plain_label
from jixiao.workbook import CellKind

_APART = 3  # rows within which budget, spending and rate belong together
_DEEPEST = 8  # rows of parts below one sum
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_AMOUNT = re.compile(
    r".*(?:预算|执行|支出|决算|拨付|使用|安排|下达)(?:资金)?(?:数|额|金额|总额|资金|情况)?"
)
_RATE = re.compile(r".*(?:执行|支出|使用|拨付)(?:率|进度)")
_WHOLE = re.compile(r"(?:项目|年度|资金|投资)*(?:总额|总投资|投资总额|资金总量)")
_ELSEWHEN = re.compile(r"上年|去年|往年|上一年|调整数|调整额|追加")
_PARTS = re.compile(r"(?:[①-⑳]|#|\d[.、])*(?:其中)?[:：]?.*(?:拨款|资金|收入|支出|经费|其他)")


@dataclass(frozen=True, slots=True)
class _Pair:
    """A label and the place of the amount at its right."""

    kind: FundsColumn
    row: int
    column: int  # of the label
    place: tuple[int, int]
    label: str


def find_pairs(view: View) -> FundsBlock | None:
    """Find the first budget and spending of a sheet that are next to their labels."""
    pairs = [pair for row in view.rows for pair in _pairs(view, row)]
    budgets = [one for one in pairs if one.kind in (FundsColumn.BUDGET, FundsColumn.INITIAL)]
    for budget in budgets:
        near = [one for one in pairs if 0 <= one.row - budget.row < _APART]
        spent = next((one for one in near if one.kind is FundsColumn.SPENT), None)
        if spent is not None:
            rate = next((one for one in near if one.kind is FundsColumn.RATE), None)
            return _block(view, budget, spent, rate)
    return None


def _pairs(view: View, row: int) -> Iterator[_Pair]:
    cells = view.rows[row]
    for column, cell in cells.items():
        if cell.kind is not CellKind.TEXT:
            continue
        kind = _kind(cell.raw)
        place = _right_of(view, row, column) if kind is not None else None
        if kind is not None and place is not None and is_amount(view.shown(*place)):
            yield _Pair(kind, row, column, place, cell.raw.strip())


@lru_cache(maxsize=4096)
def _kind(text: str) -> FundsColumn | None:
    """What a label next to an amount names: 当年预算数（元）, 执行数：, 预算执行率（%）."""
    key = _BRACKETS.sub("", plain_label(text)).rstrip(":：")
    if _ELSEWHEN.search(key):
        return None
    if _RATE.fullmatch(key):
        return FundsColumn.RATE
    if _WHOLE.fullmatch(key):
        return FundsColumn.BUDGET
    return funds_column(key) if _AMOUNT.fullmatch(key) else None


def _right_of(view: View, row: int, column: int) -> tuple[int, int] | None:
    merge = view.merge(row, column)
    beyond = (merge.right if merge is not None else column) + 1
    place = view.anchor(row, beyond)
    return place if place == (row, beyond) else None


def _block(view: View, budget: _Pair, spent: _Pair, rate: _Pair | None) -> FundsBlock:
    found = {one.kind: one for one in (budget, spent, *((rate,) if rate is not None else ()))}
    label = budget.label if budget.row == spent.row else "资金总额"
    places = {kind: one.place for kind, one in found.items()}
    whole = FundsLine(budget.row, label.rstrip(":："), budget.column, True, "", places)  # noqa: FBT003
    lines = (whole, *(_parts(view, budget, spent) if budget.row == spent.row else ()))
    labels = {kind: one.label for kind, one in found.items()}
    columns = {kind: one.place[1] for kind, one in found.items()}
    unit = unit_above(view, budget.row, labels)
    return FundsBlock(view, budget.row, unit, columns, labels, lines, is_paired=True)


def _parts(view: View, budget: _Pair, spent: _Pair) -> Iterator[FundsLine]:
    """The rows below that name the same part at both columns."""
    for row in range(budget.row + 1, budget.row + 1 + _DEEPEST):
        names = {plain_label(view.text(row, one.column)) for one in (budget, spent)}
        places = _amounts(view, row, (budget, spent))
        if len(names) != 1 or not places or not _PARTS.fullmatch(next(iter(names))):
            return
        label = view.text(row, budget.column).strip()
        mark = part_mark(label) or "其中"
        yield FundsLine(row, label, budget.column, False, mark, places)  # noqa: FBT003


def _amounts(
    view: View, row: int, sides: tuple[_Pair, _Pair]
) -> Mapping[FundsColumn, tuple[int, int]]:
    """The places right of both labels; empty where one holds words."""
    found: dict[FundsColumn, tuple[int, int]] = {}
    for one in sides:
        place = _right_of(view, row, one.column)
        cell = view.shown(*place) if place is not None else None
        if place is None or not (cell is None or cell.is_blank or is_amount(cell)):
            return {}
        found[one.kind] = place
    return found


def find_amounts(view: View) -> FundsBlock | None:
    """Find the block of funds of a sheet: below a header, else each amount next to its label."""
    block = find_funds(view) or find_pairs(view)
    return replace(block, lines=with_parts_marked(block.lines)) if block is not None else None
