"""Take the readings of a scoresheet as the figures that evaluation draws on.

A figure that is blank, ambiguous or not understood is left out; an optional one left blank is zero.
"""

from __future__ import annotations

from collections.abc import Mapping

from jixiao.figures import Exact, Quantity, ReadingState, counts_things
from jixiao.rulebook import Figures, FigureValue, Input, Table, TableColumn
from jixiao.scoresheet import Reading, Scoresheet

_LEFT_BLANK = (ReadingState.BLANK, ReadingState.MARKER)
_EXACT = ("count", "flag", "choice")
_KEPT = 4096  # readings with their figures: those of the return in hand and of some before it
_taken: dict[tuple[int, int], tuple[Reading, Input | TableColumn, FigureValue | None]] = {}


def figures_again(sheet: Scoresheet, before: Scoresheet, known: Figures) -> Figures:
    """Collect the figures of a sheet with changes; what was read before keeps its figure."""
    by_id = sheet.rulebook.input_by_id
    inputs: dict[str, FigureValue] = {}
    for name, reading in sheet.inputs.items():
        if name not in by_id:
            continue
        is_same = before.inputs.get(name) is reading
        value = known.inputs.get(name) if is_same else figure_value(reading, by_id[name])
        if value is not None:
            inputs[name] = value
    fresh = (table for table in sheet.rulebook.tables if not _is_kept(table.id, sheet, before))
    tables = dict(known.tables) | {table.id: _table(sheet, table) for table in fresh}
    return Figures(inputs, tables)


def _is_kept(table: str, sheet: Scoresheet, before: Scoresheet) -> bool:
    return table in sheet.tables and sheet.tables[table] is before.tables.get(table)


def figures_of_sheet(sheet: Scoresheet) -> Figures:
    """Collect inputs and tables of a scoresheet.

    Money is in the rulebook's unit, rates are fractions, 是 is 1 and 否 is 0, a choice is the place
    of the option among the choices, from 1.
    """
    by_id = sheet.rulebook.input_by_id
    inputs = {
        name: value
        for name, reading in sheet.inputs.items()
        if name in by_id and (value := figure_value(reading, by_id[name])) is not None
    }
    return Figures(inputs, {table.id: _table(sheet, table) for table in sheet.rulebook.tables})


def _table(sheet: Scoresheet, table: Table) -> tuple[dict[str, FigureValue], ...]:
    columns = {column.id: column for column in table.columns if column.formula is None}
    rows = (_row(row, columns) for row in sheet.tables.get(table.id, ()))
    return tuple(row for row in rows if row)


def figure_value(reading: Reading, item: Input | TableColumn) -> FigureValue | None:
    """Take one reading as the figure that ``item`` asks for, None where there is none.

    A reading taken before is the same figure again: what rests on it need not be worked out anew.
    """
    kept = _taken.get((id(reading), id(item)))
    if kept is not None:
        return kept[2]
    value = _figure_value(reading, item)
    if len(_taken) >= _KEPT:
        _taken.clear()
    _taken[id(reading), id(item)] = reading, item, value  # what is kept keeps its ids
    return value


def _figure_value(reading: Reading, item: Input | TableColumn) -> FigureValue | None:
    if item.optional and reading.state in _LEFT_BLANK:
        return FigureValue(Exact(0))
    if item.kind == "choice":
        return _choice(reading, item.choices if isinstance(item, Input) else ())
    if item.kind == "text":
        return None
    quantity = reading.figure
    if quantity is None:
        return None
    is_exact = item.kind in _EXACT or (item.kind == "quantity" and is_counted(quantity))
    return FigureValue(quantity.value, None if is_exact else quantity.spread)


def is_counted(quantity: Quantity) -> bool:
    """Whether a figure is a whole number of things: 99 or 99人次, not 99%, 99万元, 99万 or 9.9亩.

    Nothing is hidden behind its digits: counts are exact.
    """
    is_whole = not quantity.digits and quantity.value.denominator == 1
    return is_whole and counts_things(quantity.unit)


def typed_value(reading: Reading | None) -> FigureValue | None:
    """Take a reading of the scoresheet itself (a rate, a score, a target) as a figure."""
    quantity = reading.figure if reading is not None else None
    return None if quantity is None else FigureValue(quantity.value, quantity.spread)


def is_left_blank(reading: Reading | None) -> bool:
    """Whether nothing was filled in: blank, a marker such as ``/``, or no such cell."""
    return reading is None or reading.state in _LEFT_BLANK


def _row(
    readings: Mapping[str, Reading], columns: Mapping[str, TableColumn]
) -> dict[str, FigureValue]:
    return {
        name: value
        for name, reading in readings.items()
        if name in columns and (value := figure_value(reading, columns[name])) is not None
    }


def _choice(reading: Reading, choices: tuple[str, ...]) -> FigureValue | None:
    text = reading.text.strip()
    return FigureValue(Exact(choices.index(text) + 1)) if text in choices else None
