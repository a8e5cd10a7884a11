"""Rows of repeating tables: computed columns worked out, what is missing or undecided named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from jixiao.figures import Exact, IntervalSet
from jixiao.formula import ColumnReference as ColumnName
from jixiao.formula import (
    Compare,
    Tree,
    denominators,
    evaluate_formula,
    evaluate_intervals,
    input_names,
    parse_formula,
)
from jixiao.rulebook.kinds import ZERO
from jixiao.rulebook.outcome import FigureValue
from jixiao.rulebook.schema import IfZero, Rulebook, TableColumn

Absent = Literal["missing", "ask", "na"]
"""Why a cell has no value: a figure is blank, a person must say, not applicable."""


@dataclass
class TableRows:
    """Columns asked for, row by row; ``missing`` and ``asks`` name what is in the way."""

    exact: dict[str, tuple[dict[str, Fraction], ...]] = field(default_factory=dict)
    spreads: dict[str, tuple[dict[str, IntervalSet], ...]] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    asks: list[str] = field(default_factory=list)
    is_fuzzy: bool = False


def computed_point(value: FigureValue) -> IntervalSet:
    """The spread of a value; a single point where the value is exact."""
    return value.spread if value.spread is not None else IntervalSet.point(value.exact)


@dataclass(frozen=True, slots=True)
class _Computed:
    """A computed column ready: its tree, the cells it needs, the conditions that a
    denominator is zero."""

    tree: Tree
    needed: tuple[str, ...]
    zeros: tuple[Tree, ...]


def _compiled(rulebook: Rulebook, table: str, column: TableColumn) -> _Computed:
    key = f"{table}.{column.id}"
    found = rulebook.compiled.get(key)
    if not isinstance(found, _Computed):
        tree = parse_formula(column.formula or "0")
        zeros = tuple(Compare("=", divisor, ZERO) for divisor in denominators(tree))
        found = _Computed(tree, input_names(tree), zeros)
        rulebook.compiled[key] = found
    return found


def computed_cell(
    rulebook: Rulebook, table: str, column: TableColumn, row: Mapping[str, FigureValue]
) -> FigureValue | Absent:
    """Work out a computed column in one row, or say why it has no value."""
    return _computed(_compiled(rulebook, table, column), column.if_zero, row)


def _computed(
    ready: _Computed, if_zero: IfZero | None, row: Mapping[str, FigureValue]
) -> FigureValue | Absent:
    """A computed cell, or why there is none: ``missing``, ``ask``, ``na``."""
    tree, needed = ready.tree, ready.needed
    if any(name not in row for name in needed):
        return "missing"
    exact = {name: row[name].exact for name in needed}
    if any(evaluate_formula(zero, exact) for zero in ready.zeros):
        if if_zero in ("full", "zero"):
            return FigureValue(Exact(1 if if_zero == "full" else 0))
        return "na" if if_zero == "na" else "ask"
    if all(row[name].spread is None for name in needed):
        return FigureValue(evaluate_formula(tree, exact))
    spreads = {name: computed_point(row[name]) for name in needed}
    return FigureValue(evaluate_formula(tree, exact), evaluate_intervals(tree, spreads))


def rows_for(
    rulebook: Rulebook,
    asked: Iterable[ColumnName],
    tables: Mapping[str, tuple[Mapping[str, FigureValue], ...]],
) -> TableRows:
    """Collect the columns that a formula asks for; a row without any figure is not in use."""
    found = TableRows()
    wanted: dict[str, list[str]] = {}
    for name in asked:
        wanted.setdefault(name.table, []).append(name.column)
    for table in rulebook.tables:
        if table.id in wanted:
            columns = [c for c in table.columns if c.id in wanted[table.id]]
            _collect(rulebook, table.id, columns, tables.get(table.id, ()), found)
    return found


def _collect(
    rulebook: Rulebook,
    table: str,
    columns: Sequence[TableColumn],
    rows: Iterable[Mapping[str, FigureValue]],
    found: TableRows,
) -> None:
    """Add a table's columns to ``found``, or what is missing or undecided in them."""
    kept: list[dict[str, FigureValue]] = []
    for row in rows:
        if not row:
            continue
        cells, reasons = _cells(rulebook, table, columns, row)
        if "missing" in reasons:
            found.missing.append(table)
        elif "ask" in reasons:
            found.asks.append(table)
        elif "na" not in reasons:
            kept.append(cells)
    if not kept and table not in found.asks:
        found.missing.append(table)
    found.exact[table] = tuple({k: v.exact for k, v in row.items()} for row in kept)
    found.spreads[table] = tuple({k: computed_point(v) for k, v in row.items()} for row in kept)
    if any(v.spread is not None for row in kept for v in row.values()):
        found.is_fuzzy = True


def _cells(
    rulebook: Rulebook, table: str, columns: Sequence[TableColumn], row: Mapping[str, FigureValue]
) -> tuple[dict[str, FigureValue], set[Absent]]:
    """A row's cells by column id, and the reasons why some are not there."""
    cells: dict[str, FigureValue] = {}
    reasons: set[Absent] = set()
    for column in columns:
        cell: FigureValue | Absent = row.get(column.id, "missing")
        if column.formula is not None:
            cell = computed_cell(rulebook, table, column, row)
        if isinstance(cell, FigureValue):
            cells[column.id] = cell
        elif cell != "missing" or not column.optional:
            reasons.add(cell)
    return cells, reasons
