"""Rows of the block of funds that say a part of the total (其中：财政拨款, 其他资金).

Such a row has its own amounts in the columns of the total. Where it repeats weight and score, or
gives a rate, these are checked against its own amounts; no sum counts it.
"""

from __future__ import annotations

from collections.abc import Mapping

from jixiao.checking.score.figures import figure_value
from jixiao.formula import input_names, parse_formula
from jixiao.rulebook import Figures, FigureValue, Indicator, Role
from jixiao.scoresheet import Row, RowKind, Scoresheet


def whole_of(sheet: Scoresheet, row: Row) -> tuple[Indicator, Figures] | None:
    """The indicator of the total that a row is a part of, and the row's own amounts for it."""
    if row.kind is not RowKind.OF_WHICH or row.block is not None:
        return None
    for indicator in sheet.rulebook.indicators:
        own = _own_amounts(sheet, row, indicator)
        if own:
            return indicator, Figures(own)
    return None


def _own_amounts(sheet: Scoresheet, row: Row, indicator: Indicator) -> Mapping[str, FigureValue]:
    """The inputs of a rate as they stand in another row of the block; empty where one is absent."""
    by_id = sheet.rulebook.input_by_id
    used = input_names(parse_formula(indicator.rate)) if indicator.rate else ()
    if not used or any(by_id[n].at is None or n not in sheet.inputs for n in used):
        return {}
    here = {r.cell: (r, by_id[n]) for n, r in sheet.inputs.items() if by_id[n].at is not None}
    found: dict[str, FigureValue] = {}
    for name in used:
        letters = sheet.inputs[name].cell.rstrip("0123456789")
        reading, item = here.get(f"{letters}{row.row}", (None, None))
        value = figure_value(reading, item) if reading is not None and item is not None else None
        if value is None:
            return {}
        found[name] = value
    return found


def is_scored(row: Row) -> bool:
    """Whether a row has a weight and a self-score of its own."""
    own = [row.readings.get(role) for role in (Role.WEIGHT, Role.CLAIMED)]
    return all(reading is not None and reading.figure is not None for reading in own)
