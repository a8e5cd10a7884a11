"""Weights of rows in points, as the rulebook or the sheet gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from jixiao.figures import Exact
from jixiao.rulebook import Role, Rulebook, weight_of
from jixiao.scoresheet import Row, RowKind, points_in_label


def weight_in(rulebook: Rulebook, row: Row) -> Fraction | None:
    """The weight of one row in points: the rulebook's, else the one that the sheet gives it."""
    indicator = rulebook.by_id.get(row.id)
    fixed = weight_of(rulebook, indicator) if indicator is not None else None
    return fixed if fixed is not None else weight_typed(rulebook, row)


def weight_typed(rulebook: Rulebook, row: Row) -> Fraction | None:
    """The weight that the sheet gives a row, in points; a weight of 10% is a tenth of the total.

    None where there is none; a weight below zero is none. Where a form has no column of weights,
    free rows may name theirs: 公开信息条数（10分）.
    """
    reading = row.readings.get(Role.WEIGHT)
    if reading is None and row.kind is RowKind.FREE:
        return _weight_in_name(row)
    quantity = reading.figure if reading is not None else None
    if quantity is None or quantity.value < 0:
        return None
    return quantity.value * Exact(rulebook.total) if quantity.unit == "%" else quantity.value


def _weight_in_name(row: Row) -> Fraction | None:
    named = row.readings.get(Role.NAME)
    found = points_in_label(named.text if named is not None else row.name)
    return None if found is None else Exact(found)


def weight_cell(row: Row) -> str | None:
    """The place of the cell that holds a row's weight; several rows may share a merged one."""
    reading = row.readings.get(Role.WEIGHT)
    return reading.place if reading is not None else None


def weighing(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the scored rows with a weight of their own; a merged weight cell counts once."""
    seen: set[str] = set()
    for row in rows:
        cell = weight_cell(row)
        if row.kind not in (RowKind.INDICATOR, RowKind.FREE) or cell in seen:
            continue
        if cell is not None:
            seen.add(cell)
        yield row
