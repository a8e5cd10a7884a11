"""Compute what a tree may be, given what its figures may be.

The image is exact where each figure occurs once, where a repeated figure is in arithmetic that
``corners`` understands, and where conditions split the range of a figure (``conditions``): each
branch then sees only its part. ``int`` and ``round`` give the single numbers they jump
between. Elsewhere (a figure repeated across ``min``, ``max`` or several roundings) occurrences are
taken as independent: the image then holds every possible value and may hold more.
"""

from __future__ import annotations

from collections.abc import Callable

from jixiao.figures import Exact, IntervalSet
from jixiao.formula.conditions import Image, Spreads, SpreadTables, splitter, where
from jixiao.formula.errors import MissingFigure, ZeroDenominator
from jixiao.formula.monotone import Quotient, quotient_range
from jixiao.formula.syntax import (
    Binary,
    Call,
    ColumnReference,
    Compare,
    Name,
    Number,
    Tree,
    factors,
)

_NO_TABLES: SpreadTables = {}
_KEPT = 4096
_compiled: dict[int, tuple[Tree, Image]] = {}


def evaluate_intervals(
    tree: Tree, values: Spreads, tables: SpreadTables = _NO_TABLES
) -> IntervalSet:
    """Compute the image of a tree over inputs by id and tables as rows of columns by id.

    ``ZeroDenominator`` where a denominator may be zero or come arbitrarily near it;
    ``MissingFigure`` where an input that is needed has no spread.

    >>> from fractions import Fraction
    >>> from jixiao.formula.parse import parse_formula
    >>> rate = IntervalSet.of(Fraction("0.8995"), Fraction("0.9005"), high_closed=False)
    >>> evaluate_intervals(parse_formula("if(x >= 90%, 4, 3)"), {"x": rate}).points()
    (Fraction(3, 1), Fraction(4, 1))
    """
    kept = _compiled.get(id(tree))
    if kept is None:
        if len(_compiled) >= _KEPT:
            _compiled.clear()
        kept = _compiled[id(tree)] = (tree, _image(tree))  # the tree kept keeps its id
    return kept[1](values, tables)


def _image(tree: Tree) -> Image:
    match tree:
        case Number(value):
            constant = IntervalSet.point(value)
            return lambda _values, _tables: constant
        case Name(name):
            return _name(name)
        case Binary():
            repeated = quotient_range(tree)
            return _arithmetic(tree) if repeated is None else _cornered(repeated)
        case Compare() | Call("and" | "or", _):
            return _truth(tree)
        case Call(function, (argument,)) if function in _AGGREGATES:
            return _AGGREGATES[function](argument)
        case Call(function, arguments):
            return _call(function, arguments)
        case ColumnReference(table, column):
            raise TypeError(f"{table}.{column} stands outside an aggregate")


def _name(name: str) -> Image:
    def image(values: Spreads, _tables: SpreadTables) -> IntervalSet:
        try:
            return values[name]
        except KeyError:
            raise MissingFigure(name) from None

    return image


_OPERATIONS: dict[str, Callable[[IntervalSet, IntervalSet], IntervalSet]] = {
    "+": IntervalSet.__add__,
    "-": IntervalSet.__sub__,
    "*": IntervalSet.__mul__,
}


def _arithmetic(tree: Binary) -> Image:
    left, right, divisor = _image(tree.left), _image(tree.right), tree.right
    if tree.operator != "/":
        operation = _OPERATIONS[tree.operator]
        return lambda values, tables: operation(left(values, tables), right(values, tables))

    def divided(values: Spreads, tables: SpreadTables) -> IntervalSet:
        below = right(values, tables)
        try:
            return left(values, tables) / below
        except ZeroDivisionError:
            raise ZeroDenominator(divisor) from None

    return divided


def _cornered(form: Quotient) -> Image:
    leaves = [_image(leaf) for leaf in form.leaves]

    def image(values: Spreads, tables: SpreadTables) -> IntervalSet:
        return IntervalSet((form.image([leaf(values, tables).hull() for leaf in leaves]),))

    return image


def _truth(tree: Tree) -> Image:
    split = splitter(tree, _image)

    def image(values: Spreads, tables: SpreadTables) -> IntervalSet:
        holds, fails = split(values, tables)
        no = IntervalSet.point(0) if fails is not None else IntervalSet(())
        return no.union(IntervalSet.point(1)) if holds is not None else no

    return image


def _call(function: str, arguments: tuple[Tree, ...]) -> Image:
    match function, arguments:
        case "if", (condition, then, otherwise):
            return _choice(condition, _image(then), _image(otherwise))
        case "abs", (argument,):
            return _then(argument, IntervalSet.__abs__)
        case "int", (argument,):
            return _then(argument, IntervalSet.whole)
        case "round", (argument, Number(digits)):
            return _then(argument, lambda found: found.rounded(int(digits)))
        case "min", _:
            return _extreme(arguments, IntervalSet.smaller)
        case "max", _:
            return _extreme(arguments, IntervalSet.larger)
        case _:
            raise TypeError(f"no such function: {function}")


def _then(argument: Tree, operation: Callable[[IntervalSet], IntervalSet]) -> Image:
    inner = _image(argument)
    return lambda values, tables: operation(inner(values, tables))


def _extreme(
    arguments: tuple[Tree, ...], operation: Callable[[IntervalSet, IntervalSet], IntervalSet]
) -> Image:
    first, *others = [_image(argument) for argument in arguments]

    def image(values: Spreads, tables: SpreadTables) -> IntervalSet:
        found = first(values, tables)
        for other in others:
            found = operation(found, other(values, tables))
        return found

    return image


def _choice(condition: Tree, then: Image, otherwise: Image) -> Image:
    split = splitter(condition, _image)

    def image(values: Spreads, tables: SpreadTables) -> IntervalSet:
        holds, fails = split(values, tables)
        if holds is None:
            return otherwise(fails or values, tables)
        if fails is None:
            return then(holds, tables)
        return then(holds, tables).union(otherwise(fails, tables))

    return image


def _rows(argument: Tree, tables: SpreadTables) -> list[IntervalSet]:
    """List what each row may hold; rows with a blank among the columns left out."""
    wanted = factors(argument)
    found: list[IntervalSet] = []
    for row in tables.get(wanted[0].table, ()):
        if all(column.column in row for column in wanted):
            product = row[wanted[0].column]
            for column in wanted[1:]:
                product = product * row[column.column]
            found.append(product)
    return found


def _sum(argument: Tree) -> Image:
    def image(_values: Spreads, tables: SpreadTables) -> IntervalSet:
        total = IntervalSet.point(0)
        for row in _rows(argument, tables):
            total = total + row
        return total

    return image


def _mean(argument: Tree) -> Image:
    total = _sum(argument)

    def image(values: Spreads, tables: SpreadTables) -> IntervalSet:
        count = len(_rows(argument, tables))
        if count == 0:
            raise ZeroDenominator(Call("count", (argument,)))
        return total(values, tables) * IntervalSet.point(Exact(1, count))

    return image


def _count(argument: Tree) -> Image:
    return lambda _values, tables: IntervalSet.point(len(_rows(argument, tables)))


def _count_if(argument: Tree) -> Image:
    if not isinstance(argument, Compare):
        raise TypeError("countif wants a comparison")
    operator, column, limit = argument.operator, argument.left, _image(argument.right)

    def image(values: Spreads, tables: SpreadTables) -> IntervalSet:
        found = IntervalSet.point(0)
        threshold = limit(values, tables)
        for row in _rows(column, tables):
            if threshold.is_point:
                holds = where(row, operator, threshold.low)
                certain, possible = holds == row, not holds.is_empty
            else:
                certain, possible = False, True
            if certain:
                found = found + IntervalSet.point(1)
            elif possible:
                found = found + _PERHAPS
        return found

    return image


_PERHAPS = IntervalSet.point(0).union(IntervalSet.point(1))
_AGGREGATES = {"sum": _sum, "mean": _mean, "count": _count, "countif": _count_if}
