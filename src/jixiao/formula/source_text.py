"""Write a tree in the formula language again, with as few brackets as it needs."""

from __future__ import annotations

from jixiao.figures import format_decimals, format_number
from jixiao.formula.syntax import Binary, Call, ColumnReference, Compare, Name, Number, Tree

_POWER = {"+": 2, "-": 2, "*": 3, "/": 3}
_ATOM = 4


def formula_source(tree: Tree) -> str:
    """Write a tree so that ``parse_formula`` reads the same tree.

    >>> from jixiao.formula.parse import parse_formula
    >>> formula_source(parse_formula("((a)-b)/(b*2)"))
    '(a - b) / (b * 2)'
    """
    return _write(tree)[0]


def _write(tree: Tree) -> tuple[str, int]:
    match tree:
        case Number(value, written):
            if written:
                return written, _ATOM if value >= 0 else 3
            if format_decimals(value) is None:
                return f"{value.numerator} / {value.denominator}", 3
            return format_number(value, format_decimals(value)), _ATOM if value >= 0 else 3
        case Name(name):
            return name, _ATOM
        case ColumnReference(table, column):
            return f"{table}.{column}", _ATOM
        case Binary(operator, left, right):
            power = _POWER[operator]
            return f"{_side(left, power)} {operator} {_side(right, power + 1)}", power
        case Compare(operator, left, right):
            return f"{_side(left, 2)} {operator} {_side(right, 2)}", 1
        case Call(function, arguments):
            return (
                f"{function}({', '.join(formula_source(argument) for argument in arguments)})",
                _ATOM,
            )


def _side(tree: Tree, power: int) -> str:
    written, own = _write(tree)
    return written if own >= power else f"({written})"
