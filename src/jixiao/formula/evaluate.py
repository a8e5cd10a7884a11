"""Compute a tree exactly.

A tree is compiled once into closures over unreduced ratios of whole numbers, which is several times
faster than adding fractions; the result is a reduced ``Fraction``. Comparisons round both sides to
``COMPARE_DIGITS`` decimals first, as the Excel formula does, so that a threshold is met there and
here as well.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from jixiao.figures import GUARD_DIGITS, Exact, round_ratio
from jixiao.formula.errors import MissingFigure, ZeroDenominator
from jixiao.formula.names import is_constant
from jixiao.formula.syntax import (
    Binary,
    Call,
    ColumnReference,
    Compare,
    Name,
    Number,
    Tables,
    Tree,
    column_values,
)

COMPARE_DIGITS = GUARD_DIGITS

Values = Mapping[str, Fraction]

_Ratio = tuple[int, int]
_Step = Callable[[Values, Tables], _Ratio]
_Test = Callable[[Values, Tables], bool]

_NO_TABLES: Tables = {}
_KEPT = 4096
_compiled: dict[int, tuple[Tree, _Step]] = {}


def evaluate_formula(tree: Tree, values: Values, tables: Tables = _NO_TABLES) -> Fraction:
    """Compute a tree from inputs by id and tables by id as rows of columns by id.

    A column absent from a row is blank and skipped. A condition gives 1 or 0. ``ZeroDenominator``
    where a denominator is zero, ``MissingFigure`` where an input that is needed has no value.

    >>> from jixiao.formula.parse import parse_formula
    >>> tree = parse_formula("max(0, 6 - 0.3 * int((95% - x) * 100))")
    >>> evaluate_formula(tree, {"x": Fraction("0.905")})
    Fraction(24, 5)
    """
    kept = _compiled.get(id(tree))
    if kept is None:
        if len(_compiled) >= _KEPT:
            _compiled.clear()
        kept = _compiled[id(tree)] = (tree, _number(tree))  # the tree kept keeps its id
    return Exact(*kept[1](values, tables))


def _number(tree: Tree) -> _Step:
    """Compile a tree that gives a number."""
    step = _compile(tree)
    if not isinstance(tree, Number) and is_constant(tree):
        try:
            ratio = Exact(*step({}, {})).as_integer_ratio()
        except ZeroDenominator:
            return step
        return lambda _values, _tables: ratio
    return step


def _compile(tree: Tree) -> _Step:
    match tree:
        case Number(value):
            ratio = value.as_integer_ratio()
            return lambda _values, _tables: ratio
        case Name(name):
            return _name(name)
        case Binary("/", left, right):
            return _quotient(_number(left), _number(right), right)
        case Binary(operator, left, right):
            return _ARITHMETIC[operator](_number(left), _number(right))
        case Compare():
            return _as_number(_test(tree))
        case Call():
            return _call(tree)
        case ColumnReference(table, column):
            raise TypeError(f"{table}.{column} stands outside an aggregate")


def _name(name: str) -> _Step:
    def step(values: Values, _tables: Tables) -> _Ratio:
        try:
            return values[name].as_integer_ratio()
        except KeyError:
            raise MissingFigure(name) from None

    return step


def _sum(left: _Step, right: _Step) -> _Step:
    def step(values: Values, tables: Tables) -> _Ratio:
        a, b = left(values, tables)
        c, d = right(values, tables)
        return (a + c, b) if b == d else (a * d + c * b, b * d)

    return step


def _difference(left: _Step, right: _Step) -> _Step:
    def step(values: Values, tables: Tables) -> _Ratio:
        a, b = left(values, tables)
        c, d = right(values, tables)
        return (a - c, b) if b == d else (a * d - c * b, b * d)

    return step


def _product(left: _Step, right: _Step) -> _Step:
    def step(values: Values, tables: Tables) -> _Ratio:
        a, b = left(values, tables)
        c, d = right(values, tables)
        return a * c, b * d

    return step


_ARITHMETIC = {"+": _sum, "-": _difference, "*": _product}


def _quotient(left: _Step, right: _Step, denominator: Tree) -> _Step:
    def step(values: Values, tables: Tables) -> _Ratio:
        c, d = right(values, tables)
        if c == 0:
            raise ZeroDenominator(denominator)
        a, b = left(values, tables)
        return (a * d, b * c) if c > 0 else (-a * d, -b * c)

    return step


def _as_number(test: _Test) -> _Step:
    return lambda values, tables: (1, 1) if test(values, tables) else (0, 1)


def _test(tree: Tree) -> _Test:
    """Compile a condition."""
    match tree:
        case Compare(operator, left, right):
            return _comparison(operator, _compared(left), _compared(right))
        case Call("and", arguments):
            tests = [_test(argument) for argument in arguments]
            return lambda values, tables: all(test(values, tables) for test in tests)
        case Call("or", arguments):
            tests = [_test(argument) for argument in arguments]
            return lambda values, tables: any(test(values, tables) for test in tests)
        case _:
            raise TypeError("not a condition")


def _compared(tree: Tree) -> _Step:
    """Compile one side of a comparison; constants are left as they are."""
    step = _number(tree)
    if is_constant(tree):
        return step
    return lambda values, tables: round_ratio(*step(values, tables), COMPARE_DIGITS)


_HOLDS: dict[str, Callable[[int, int], bool]] = {
    "<": int.__lt__,
    "<=": int.__le__,
    "=": int.__eq__,
    ">=": int.__ge__,
    ">": int.__gt__,
    "<>": int.__ne__,
}


def _comparison(operator: str, left: _Step, right: _Step) -> _Test:
    holds = _HOLDS[operator]

    def test(values: Values, tables: Tables) -> bool:
        a, b = left(values, tables)
        c, d = right(values, tables)
        return holds(a * d, c * b)

    return test


def _call(tree: Call) -> _Step:
    match tree.function, tree.arguments:
        case "if", (condition, then, otherwise):
            return _choice(_test(condition), _number(then), _number(otherwise))
        case "min" | "max" as function, arguments:
            return _extreme([_number(argument) for argument in arguments], function)
        case "abs", (argument,):
            inner = _number(argument)

            def absolute(values: Values, tables: Tables) -> _Ratio:
                a, b = inner(values, tables)
                return abs(a), b

            return absolute
        case "round", (argument, Number(digits)):
            return _rounded(_number(argument), int(digits))
        case "int", (argument,):
            return _whole(_number(argument))
        case "and" | "or", _:
            return _as_number(_test(tree))
        case _:
            return _aggregate(tree)


def _choice(condition: _Test, then: _Step, otherwise: _Step) -> _Step:
    return lambda values, tables: (then if condition(values, tables) else otherwise)(values, tables)


def _extreme(steps: list[_Step], function: str) -> _Step:
    largest = function == "max"

    def step(values: Values, tables: Tables) -> _Ratio:
        a, b = steps[0](values, tables)
        for other in steps[1:]:
            c, d = other(values, tables)
            if (c * b > a * d) == largest and c * b != a * d:
                a, b = c, d
        return a, b

    return step


def _rounded(inner: _Step, digits: int) -> _Step:
    def step(values: Values, tables: Tables) -> _Ratio:
        return round_ratio(*round_ratio(*inner(values, tables), digits + GUARD_DIGITS), digits)

    return step


def _whole(inner: _Step) -> _Step:
    def step(values: Values, tables: Tables) -> _Ratio:
        a, b = round_ratio(*inner(values, tables), GUARD_DIGITS)
        return a // b, 1

    return step


def _aggregate(tree: Call) -> _Step:
    match tree.function, tree.arguments:
        case "sum", (argument,):
            return lambda _values, tables: sum(
                column_values(argument, tables), Exact(0)
            ).as_integer_ratio()
        case "count", (argument,):
            return lambda _values, tables: (len(column_values(argument, tables)), 1)
        case "mean", (argument,):
            return _mean(argument)
        case "countif", (Compare(operator, column, limit),):
            return _count_if(operator, column, _compared(limit))
        case _:
            raise TypeError(f"no such function: {tree.function}")


def _mean(argument: Tree) -> _Step:
    def step(_values: Values, tables: Tables) -> _Ratio:
        found = column_values(argument, tables)
        if not found:
            raise ZeroDenominator(Call("count", (argument,)))
        a, b = sum(found, Exact(0)).as_integer_ratio()
        return a, b * len(found)

    return step


def _count_if(operator: str, column: Tree, limit: _Step) -> _Step:
    holds = _HOLDS[operator]

    def step(values: Values, tables: Tables) -> _Ratio:
        c, d = limit(values, tables)
        count = 0
        for value in column_values(column, tables):
            a, b = round_ratio(*value.as_integer_ratio(), COMPARE_DIGITS)
            count += holds(a * d, c * b)
        return count, 1

    return step
