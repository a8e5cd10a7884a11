"""The tree of a formula: numbers, names, table columns, calls, operators and conditions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal


@dataclass(frozen=True, slots=True)
class Number:
    """An exact constant; ``text`` is how the rulebook writes it (95%)."""

    value: Fraction
    text: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """An input, or ``x`` for the rate inside a scoring rule."""

    id: str


@dataclass(frozen=True, slots=True)
class ColumnReference:
    """A column of a repeating table; only inside an aggregate (sum, mean, count)."""

    table: str
    column: str


@dataclass(frozen=True, slots=True)
class Binary:
    """``left operator right``."""

    operator: Literal["+", "-", "*", "/"]
    left: Tree
    right: Tree


@dataclass(frozen=True, slots=True)
class Compare:
    """A condition."""

    operator: Literal["<", "<=", "=", ">=", ">", "<>"]
    left: Tree
    right: Tree


@dataclass(frozen=True, slots=True)
class Call:
    """A function of the closed set: sum mean count min max abs round int if and or."""

    function: str
    arguments: tuple[Tree, ...]


Tree = Number | Name | ColumnReference | Binary | Compare | Call


Tables = Mapping[str, Sequence[Mapping[str, Fraction]]]


def column_values(tree: Tree, tables: Tables) -> list[Fraction]:
    """List row by row a column, or a product of columns; rows with a blank among them left out."""
    match tree:
        case ColumnReference(table, column):
            return [row[column] for row in tables.get(table, ()) if column in row]
        case Binary("*", left, right):
            wanted = [*factors(left), *factors(right)]
            rows = tables.get(wanted[0].table, ())
            return [
                _row_product(row, wanted) for row in rows if all(c.column in row for c in wanted)
            ]
        case _:
            raise TypeError("not a column")


def factors(tree: Tree) -> list[ColumnReference]:
    """List the columns of a product of columns."""
    if isinstance(tree, Binary):
        return [*factors(tree.left), *factors(tree.right)]
    if isinstance(tree, ColumnReference):
        return [tree]
    raise TypeError("not a column")


def _row_product(row: Mapping[str, Fraction], wanted: list[ColumnReference]) -> Fraction:
    product = Fraction(1)
    for column in wanted:
        product *= row[column.column]
    return product
