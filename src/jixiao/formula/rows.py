"""The rows of a repeating table as a formula sees them: a column, or a product of columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from jixiao.formula.syntax import Binary, TableColumn, Tree

Tables = Mapping[str, Sequence[Mapping[str, Fraction]]]


def column_values(tree: Tree, tables: Tables) -> list[Fraction]:
    """List row by row a column, or a product of columns; rows with a blank among them left out."""
    match tree:
        case TableColumn(table, column):
            return [row[column] for row in tables.get(table, ()) if column in row]
        case Binary("*", left, right):
            wanted = [*factors(left), *factors(right)]
            rows = tables.get(wanted[0].table, ())
            return [
                _row_product(row, wanted) for row in rows if all(c.column in row for c in wanted)
            ]
        case _:
            raise TypeError("not a column")


def factors(tree: Tree) -> list[TableColumn]:
    """List the columns of a product of columns."""
    if isinstance(tree, Binary):
        return [*factors(tree.left), *factors(tree.right)]
    if isinstance(tree, TableColumn):
        return [tree]
    raise TypeError("not a column")


def _row_product(row: Mapping[str, Fraction], wanted: list[TableColumn]) -> Fraction:
    product = Fraction(1)
    for column in wanted:
        product *= row[column.column]
    return product
