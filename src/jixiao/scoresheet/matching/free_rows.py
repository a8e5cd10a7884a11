"""Free rows of target forms: which block each is in, what kind of row it is, what to expect.

A row's block follows from the level words carried down to it; 其中 rows, placeholders and rows left
empty are distinguished from rows that are scored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from jixiao.figures import is_blank_marker
from jixiao.rulebook import FreeBlock, Role
from jixiao.scoresheet.grid import TableLine, View
from jixiao.scoresheet.model import Row, RowKind
from jixiao.scoresheet.words import OF_WHICH, Index, plain_label

_PLACEHOLDER = re.compile(r"(?:指标|三级指标|绩效指标)?\d{0,2}[:.…/—-]*|\.{2,}|…+|x{2,}")


def block_of(line: TableLine, index: Index) -> FreeBlock | None:
    """The block that a row is in, by the deepest level words that name one."""
    words = [level for level in line.levels if level]
    best: tuple[int, FreeBlock] | None = None
    for block, keys, kinds in index.blocks:
        depth = sum(1 for word in words if word in keys) * 2 + sum(1 for w in words if w in kinds)
        if depth and (best is None or depth > best[0]):
            best = depth, block
    return best[1] if best else None


def row_kind(line: TableLine, weight: Decimal | None, claimed: Decimal | None) -> RowKind:
    """Distinguish a scored free row from one of which, and from a placeholder left in."""
    key = plain_label(line.name)
    if is_part(line.name):
        return RowKind.OF_WHICH
    if (is_blank_marker(key) or _PLACEHOLDER.fullmatch(key)) and weight is None and claimed is None:
        return RowKind.PLACEHOLDER
    return RowKind.FREE


def is_part(name: str) -> bool:
    """Whether a row gives a part of another: 其中：财政拨款."""
    return plain_label(name).startswith(OF_WHICH)


def is_placeholder(line: TableLine) -> bool:
    """Whether the name of a row says nothing: ……, 指标2：, /."""
    key = plain_label(line.name)
    return is_blank_marker(key) or _PLACEHOLDER.fullmatch(key) is not None


def counted(rows: Sequence[Row], index: Index) -> Iterator[Row]:
    """Take rows of which as rows of their own where a block needs their points to be full.

    Most forms repeat in them the points of the row above; some give them points of their own.
    """
    weights: dict[tuple[str, RowKind], Decimal] = {}
    for row in rows:
        reading = row.readings.get(Role.WEIGHT)
        if row.block is not None and row.sum_with is None and reading and reading.figure:
            value = reading.figure.value
            points = Decimal(value.numerator) / Decimal(value.denominator)
            key = row.block, row.kind
            weights[key] = weights.get(key, Decimal(0)) + points
    full = {
        block.id
        for block, _, _ in index.blocks
        if block.weight is not None
        and (parts := weights.get((block.id, RowKind.OF_WHICH)))
        and weights.get((block.id, RowKind.FREE), Decimal(0)) + parts == block.weight
    }
    for row in rows:
        is_own = row.kind is RowKind.OF_WHICH and row.block in full
        yield replace(row, kind=RowKind.FREE) if is_own else row


def unit_of(view: View, row: int, columns: Mapping[Role, int]) -> str:
    """The unit of measure in a row's own unit column; empty where there is none."""
    column = columns.get(Role.UNIT)
    text = view.text(row, column).strip() if column else ""
    return "%" if plain_label(text) in ("%", "百分比", "百分点", "个百分点") else text
