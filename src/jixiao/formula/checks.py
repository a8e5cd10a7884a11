"""What a formula may hold: the closed set of functions, their arguments, where columns may be.

Each check refuses with ``FormulaError``: what is wrong, at which column, and what to write instead.
"""

from __future__ import annotations

import difflib
from typing import NoReturn

from jixiao.finding import Bilingual, text_of
from jixiao.formula.errors import FormulaError
from jixiao.formula.names import column_names, is_condition
from jixiao.formula.syntax import Binary, Call, ColumnReference, Compare, Number, Tree

MAX_ROUND_DIGITS = 6

AGGREGATES = ("sum", "mean", "count", "countif")
_ARITY: dict[str, tuple[int, int | None]] = {
    "sum": (1, 1),
    "mean": (1, 1),
    "count": (1, 1),
    "countif": (1, 1),
    "min": (2, None),
    "max": (2, None),
    "abs": (1, 1),
    "round": (2, 2),
    "int": (1, 1),
    "if": (3, 3),
    "and": (2, None),
    "or": (2, None),
}
_SYNONYMS = {
    "average": "mean",
    "avg": "mean",
    "floor": "int",
    "trunc": "int",
    "iif": "if",
    "sumproduct": "sum",
}


def refuse_formula(
    id_: str, column: int, *, remedy: str | None = None, **slots: object
) -> NoReturn:
    """Raise the error of a formula: the text ``id_``, and ``remedy`` or that of ``id_``."""
    own = f"{id_}.remedy"
    raise FormulaError(
        text_of(id_).fill(**slots), column=column, remedy=text_of(remedy or own).fill(**slots)
    )


def _meant(function: str) -> str | None:
    lowered = function.lower()
    return _SYNONYMS.get(lowered) or next(
        iter(difflib.get_close_matches(lowered, _ARITY, n=1, cutoff=0.6)), None
    )


def want_number(tree: Tree, column: int) -> None:
    """Refuse a condition where a number must be."""
    if is_condition(tree):
        refuse_formula("formula.condition-in-sum", column)


def _want_condition(tree: Tree, column: int) -> None:
    if not is_condition(tree):
        refuse_formula("formula.no-condition", column)


def check_call(function: str, arguments: tuple[Tree, ...], places: list[int], at: int) -> None:
    """Refuse a call with arguments of a wrong number or kind."""
    least, most = _ARITY[function]
    if len(arguments) < least or (most is not None and len(arguments) > most):
        refuse_formula(
            "formula.arguments",
            at,
            remedy=None if most == least else "formula.arguments.least",
            function=function,
            count=len(arguments),
            least=least,
        )
    if function in ("and", "or"):
        for argument, column in zip(arguments, places, strict=True):
            _want_condition(argument, column)
        return
    conditions = 1 if function in ("if", "countif") else 0
    for argument, column in zip(arguments[:conditions], places, strict=False):
        _want_condition(argument, column)
    for argument, column in zip(arguments[conditions:], places[conditions:], strict=True):
        want_number(argument, column)
    if function == "round":
        digits = arguments[1]
        if not (
            isinstance(digits, Number)
            and digits.value.denominator == 1
            and abs(digits.value) <= MAX_ROUND_DIGITS
        ):
            refuse_formula("formula.round-digits", places[1], most=MAX_ROUND_DIGITS)


def _is_product_of_columns(tree: Tree) -> bool:
    """Say whether a tree is a column, or a product of columns of one table."""
    if isinstance(tree, Binary) and tree.operator == "*":
        sides = (tree.left, tree.right)
        return (
            all(map(_is_product_of_columns, sides))
            and len({c.table for c in column_names(tree)}) == 1
        )
    return isinstance(tree, ColumnReference)


def _has_column(tree: Tree) -> ColumnReference | None:
    """Find a table column that is outside an aggregate."""
    match tree:
        case ColumnReference():
            return tree
        case Binary(_, left, right) | Compare(_, left, right):
            return _has_column(left) or _has_column(right)
        case Call(function, arguments) if function not in AGGREGATES:
            return next((c for c in map(_has_column, arguments) if c is not None), None)
        case _:
            return None


def check_aggregates(tree: Tree, text: str) -> None:
    """Refuse columns outside aggregates and aggregates over anything but columns."""
    stray = _has_column(tree)
    if stray is not None:
        written = f"{stray.table}.{stray.column}"
        column = text.find(written) + 1
        refuse_formula("formula.whole-column", column, column_name=written)
    _check_inside(tree, text)


def _check_inside(tree: Tree, text: str) -> None:
    match tree:
        case Call("sum", (argument,)) if _is_product_of_columns(argument):
            return
        case Call("mean" | "count", (ColumnReference(),)):
            return
        case Call("countif", (Compare(_, ColumnReference(), limit),)) if _has_column(limit) is None:
            _check_inside(limit, text)
        case Call(function, _) if function in AGGREGATES:
            refuse_formula(
                "formula.no-column",
                text.find(function) + 1,
                remedy="formula.no-column.countif" if function == "countif" else None,
                function=function,
            )
        case Binary(_, left, right) | Compare(_, left, right):
            _check_inside(left, text)
            _check_inside(right, text)
        case Call(_, arguments):
            for argument in arguments:
                _check_inside(argument, text)
        case _:
            return


def check_function(function: str, column: int) -> None:
    """Refuse a function outside the closed set, with the nearest one that is in it."""
    if function not in _ARITY:
        near, known = _meant(function), "、".join(_ARITY)
        refuse_formula(
            "formula.unknown-function",
            column,
            remedy="formula.unknown-function.near" if near else None,
            function=function,
            near=near,
            known=Bilingual(known, known.replace("、", ", ")),
        )
