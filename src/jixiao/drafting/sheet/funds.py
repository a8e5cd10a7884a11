"""The row of funds of a drafted rulebook: its weight, its rate, and its rule where one is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.rulebook import At, Indicator, Input, Judged, Linear
from jixiao.scoresheet import FundsBlock, FundsColumn, Outline, label_forms

SPENT, BUDGET = "money_spent", "money_budget"
_POINTS = re.compile(r"(\d{1,3}(?:\.\d{1,2})?)分")
_BY_RATE = re.compile(
    r"执行率[^,，。;；]{0,8}[*×xX乘][^,，。;；]{0,12}分|分值?[*×xX乘][^,，。;；]{0,8}执行率"
)


def funds_inputs(block: FundsBlock) -> tuple[Input, ...]:
    """Budget and spending of the whole sum; empty where one of them has no column."""
    if block.whole is None or block.budget is None or block.is_paired:
        return ()
    unit = block.unit or "万元"
    return tuple(
        Input(
            id=ident,
            label=f"{block.whole.label}·{block.labels[kind]}",
            unit=unit,
            digits=2,
            at=At(row=block.whole.label, column=block.labels[kind]),
        )
        for ident, kind in ((BUDGET, block.budget), (SPENT, FundsColumn.SPENT))
    )


def funds_indicator(outline: Outline) -> Indicator | None:
    """The scored row of funds; None where it has no score of its own."""
    block = outline.funds
    if block is None or block.whole is None or FundsColumn.CLAIMED not in block.columns:
        return None
    weight = _weight(block)
    if weight is None:
        return None
    is_said = any(_BY_RATE.search(text.replace("\n", "")) for text in _said(outline, block))
    return Indicator(
        id="budget-execution",
        path=("预算执行",),
        name="预算执行率",
        weight=weight,
        aliases=(block.whole.label,),
        rate=f"{SPENT} / {BUDGET}",
        if_zero="ask",
        score=Linear(kind="linear", target=Decimal(1)) if is_said else Judged(kind="judged"),
    )


def _weight(block: FundsBlock) -> Decimal | None:
    """The points of the row: its own cell, else header (得分(20分×执行率)) or heading."""
    if block.whole is None:
        return None
    column = block.columns.get(FundsColumn.WEIGHT)
    cell = block.view.shown(block.whole.row, column) if column is not None else None
    if cell is not None and (found := _decimal(cell.raw)) is not None:
        return found
    for text in (*block.labels.values(), *_headings(block)):
        if match := _POINTS.search(text):
            return Decimal(match[1])
    return None


def _headings(block: FundsBlock) -> Iterator[str]:
    yield from (block.view.text(block.header, column) for column in (1, 2))


def _decimal(raw: str) -> Decimal | None:
    text = raw.strip().removesuffix("分")
    return Decimal(text) if re.fullmatch(r"\d{1,3}(?:\.\d{1,4})?", text) else None


def _said(outline: Outline, block: FundsBlock) -> Iterator[str]:
    yield block.labels.get(FundsColumn.CLAIMED, "")
    column = block.columns.get(FundsColumn.RULE)
    if column is not None and block.whole is not None:
        yield block.view.text(block.whole.row, column)
    yield from outline.notes


def row_labels(block: FundsBlock) -> frozenset[str]:
    """The keys of the labels of all rows of the block."""
    return frozenset(key for line in block.lines for key in label_forms(line.label))
