"""What is typed into a template; an empty filling makes the blank workbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from jixiao.rulebook import YES, Figures, FigureValue, InputKind, Rulebook

TypedValue = Decimal | str | bool


@dataclass(frozen=True, slots=True)
class Filling:
    """The typed content of a return; everything not given stays blank.

    ``inputs`` are by input id, ``tables`` by table id and column id,
    ``claimed``, ``reviewed``, ``actuals``, ``reasons`` and ``evidence`` by indicator id. ``typed``
    puts a value in place of a formula, by the formula's key (``jx_rate_…``, ``sum:投入``,
    ``total``, ``grade``). ``deleted`` names indicators whose row someone has deleted from the
    issued sheet.
    """

    department: str | None = None
    year: int | None = None
    filled_on: str | None = None
    inputs: Mapping[str, TypedValue] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    tables: Mapping[str, tuple[Mapping[str, TypedValue], ...]] = field(default_factory=dict)
    claimed: Mapping[str, Decimal] = field(default_factory=dict)
    actuals: Mapping[str, TypedValue] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    evidence: Mapping[str, str] = field(default_factory=dict)
    typed: Mapping[str, TypedValue] = field(default_factory=dict)
    deleted: frozenset[str] = frozenset()
    reviewed: Mapping[str, Decimal] = field(default_factory=dict)


def figures_of_filling(rulebook: Rulebook, filling: Filling) -> Figures:
    """Take the typed figures as exact numbers, 是 as 1 and 否 as 0; words are left out.

    A choice counts as its place among the choices, from 1.
    """
    inputs = {
        item.id: FigureValue(exact)
        for item in rulebook.inputs
        if (exact := _exact(filling.inputs.get(item.id), item.kind, item.choices)) is not None
    }
    tables = {
        table.id: tuple(
            {
                column.id: FigureValue(exact)
                for column in table.columns
                if (exact := _exact(row.get(column.id), column.kind)) is not None
            }
            for row in filling.tables.get(table.id, ())
        )
        for table in rulebook.tables
    }
    return Figures(inputs, tables)


def _exact(
    typed: TypedValue | None, kind: InputKind, choices: tuple[str, ...] = ()
) -> Fraction | None:
    if typed is None or kind == "text":
        return None
    if kind == "flag":
        return Fraction(typed is True or typed == YES)
    if kind == "choice":
        return Fraction(choices.index(str(typed)) + 1) if typed in choices else None
    return Fraction(typed) if isinstance(typed, Decimal) else None
