"""Bare numbers in cells, to keep weights apart from scores; ``readings`` understands them fully."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from jixiao.scoresheet.words import plain_label
from jixiao.workbook import Cell, CellKind

_POINTS = re.compile(r"-?\d{1,6}(?:\.\d{1,17})?")
_LIMIT = Decimal(10) ** 15


@lru_cache(maxsize=4096)
def _decimal(raw: str) -> Decimal | None:
    try:
        value = Decimal(raw)
    except InvalidOperation:
        return None
    return round(value, 10) if value.is_finite() and abs(value) < _LIMIT else None


@lru_cache(maxsize=4096)
def _points(text: str) -> Decimal | None:
    key = plain_label(text).strip("()").removesuffix("分").removesuffix("%")
    return _decimal(key) if _POINTS.fullmatch(key) else None


def bare_number(cell: Cell | None) -> Decimal | None:
    """The number in a cell (also 5分 and 5%), rounded to 10 decimals; None for all else."""
    if cell is None:
        return None
    if cell.kind is CellKind.NUMBER:
        number = _decimal(cell.raw)
        is_share = number is not None and "%" in cell.number_format
        return number * 100 if number is not None and is_share else number
    return _points(cell.raw) if cell.kind is CellKind.TEXT and len(cell.raw) < 24 else None
