"""Write a tree as a portable Excel formula, without the leading ``=``.

Only ROUND MIN MAX IF AND OR SUM SUMPRODUCT ABS INT COUNT COUNTIF AVERAGE appear, so that Excel, WPS
and LibreOffice compute the same. Roundings and comparisons are pre-rounded as in ``evaluate``.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from jixiao.figures import GUARD_DIGITS, format_decimals, format_number
from jixiao.formula.errors import FormulaTooLong
from jixiao.formula.evaluate import COMPARE_DIGITS
from jixiao.formula.names import is_constant
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

MAX_LENGTH = 8_192  # characters of a formula, as Excel counts them
_LONGEST_CONSTANT = 15  # decimals that a double keeps

Namer = Callable[[Name | ColumnReference], str]

_POWER = {"+": 2, "-": 2, "*": 3, "/": 3}
_ATOM = 4
_PLAIN = {"min": "MIN", "max": "MAX", "abs": "ABS", "if": "IF", "and": "AND", "or": "OR"}
_COLUMNWISE = {"sum": "SUM", "mean": "AVERAGE", "count": "COUNT"}
_HALF = Fraction(1, 2 * 10**COMPARE_DIGITS)

_Written = tuple[str, int]  # text and how tightly its outermost operator binds


def excel_formula(tree: Tree, namer: Namer) -> str:
    """Write a tree for Excel; ``namer`` gives the reference of an input or a column's range.

    ``FormulaTooLong`` above 8,192 characters.

    >>> from jixiao.formula.parse import parse_formula
    >>> excel_formula(parse_formula("(a - b) / b"), lambda name: f"jx_in_{name.id}")
    '(jx_in_a-jx_in_b)/jx_in_b'
    >>> excel_formula(parse_formula("if(a >= 95%, 3, round(a, 2))"), lambda name: "G11")
    'IF(ROUND(G11,8)>=0.95,3,ROUND(ROUND(G11,10),2))'
    """
    text = _write(tree, namer)[0]
    if len(text) >= MAX_LENGTH:
        raise FormulaTooLong(f"{len(text)} characters")
    return text


def excel_constant(value: Fraction) -> str:
    """Write an exact constant; a quotient where decimals would not end."""
    own = format_decimals(value)
    if own is not None and own <= _LONGEST_CONSTANT:
        return format_number(value, own)
    return f"({value.numerator}/{value.denominator})"


def _write(tree: Tree, namer: Namer) -> _Written:
    match tree:
        case Number(value):
            return excel_constant(value), _ATOM if value >= 0 else 1
        case Name() | ColumnReference():
            return namer(tree), _ATOM
        case Binary(operator, left, right):
            return _operation(operator, _write(left, namer), _write(right, namer))
        case Compare(operator, left, right):
            return f"{_compared(left, namer)}{operator}{_compared(right, namer)}", 0
        case Call():
            return _call(tree, namer), _ATOM


def _operation(operator: str, left: _Written, right: _Written) -> _Written:
    power = _POWER[operator]
    first = left[0] if left[1] >= power else f"({left[0]})"
    loose = right[1] < power or (right[1] == power and operator in "-/")
    second = f"({right[0]})" if loose else right[0]
    return f"{first}{operator}{second}", power


def _compared(tree: Tree, namer: Namer) -> str:
    text = _write(tree, namer)[0]
    return text if is_constant(tree) else f"ROUND({text},{COMPARE_DIGITS})"


def _call(tree: Call, namer: Namer) -> str:
    match tree.function, tree.arguments:
        case "round", (argument, Number(digits)):
            inner = _write(argument, namer)[0]
            return f"ROUND(ROUND({inner},{int(digits) + GUARD_DIGITS}),{int(digits)})"
        case "int", (argument,):
            return f"INT(ROUND({_write(argument, namer)[0]},{GUARD_DIGITS}))"
        case "sum", (Binary() as product,):
            return f"SUMPRODUCT({','.join(namer(column) for column in factors(product))})"
        case "countif", (Compare(operator, ColumnReference() as column, limit),):
            return _count_if(operator, namer(column), limit, namer)
        case function, (ColumnReference() as column,) if function in _COLUMNWISE:
            return f"{_COLUMNWISE[function]}({namer(column)})"
        case function, arguments:
            inside = ",".join(_write(argument, namer)[0] for argument in arguments)
            return f"{_PLAIN[function]}({inside})"


def _count_if(operator: str, column: str, limit: Tree, namer: Namer) -> str:
    """Count with COUNTIF, each limit moved by half a unit of the pre-rounding it cannot do."""

    def count(sign: str, moved: int) -> str:
        return f"COUNTIF({column},{_criterion(sign, limit, moved, namer)})"

    match operator:
        case ">=":
            return count(">=", -1)
        case ">":
            return count(">", 1)
        case "<=":
            return count("<=", 1)
        case "<":
            return count("<", -1)
        case "=":
            return f"(COUNTIF({column},{_criterion('>=', limit, -1, namer)})-{count('>=', 1)})"
        case _:
            return f"({count('<', -1)}+{count('>=', 1)})"


def _criterion(sign: str, limit: Tree, moved: int, namer: Namer) -> str:
    if isinstance(limit, Number):
        return f'"{sign}{format_number(limit.value + moved * _HALF)}"'
    return f'"{sign}"&{_compared(limit, namer)}{"+" if moved > 0 else "-"}{format_number(_HALF)}'
