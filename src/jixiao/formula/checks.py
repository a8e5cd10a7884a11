"""What a formula may hold: the closed set of functions, their arguments, where columns may be.

Each check refuses with ``FormulaError``: what is wrong, at which column, and what to write instead.
"""

from __future__ import annotations

import difflib
from typing import NoReturn

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


def refuse_formula(message: str, column: int, remedy: str) -> NoReturn:
    """Raise the error of a formula."""
    raise FormulaError(message, column=column, remedy=remedy)


def _suggestion(function: str) -> str:
    lowered = function.lower()
    near = _SYNONYMS.get(lowered) or next(
        iter(difflib.get_close_matches(lowered, _ARITY, n=1, cutoff=0.6)), None
    )
    everything = "、".join(_ARITY)
    return f"改为 {near}；可用的函数：{everything}" if near else f"可用的函数：{everything}"


def want_number(tree: Tree, column: int) -> None:
    """Refuse a condition where a number must be."""
    if is_condition(tree):
        refuse_formula("比较的结果不能参加计算", column, "用 if(条件, 数, 数) 把条件变成数")


def _want_condition(tree: Tree, column: int) -> None:
    if not is_condition(tree):
        refuse_formula("这里应为条件", column, "写成 a >= 95% 这样的比较，或 and(…)、or(…)")


def check_call(function: str, arguments: tuple[Tree, ...], places: list[int], at: int) -> None:
    """Refuse a call with arguments of a wrong number or kind."""
    least, most = _ARITY[function]
    if len(arguments) < least or (most is not None and len(arguments) > most):
        wanted = str(least) if most == least else f"{least} 个以上"
        refuse_formula(
            f"{function} 的参数有 {len(arguments)} 个", at, f"{function} 要有 {wanted} 个参数"
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
            refuse_formula(
                "round 的位数不对",
                places[1],
                f"位数写成 -{MAX_ROUND_DIGITS} 到 {MAX_ROUND_DIGITS} 的整数",
            )


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
        refuse_formula(f"“{written}”是整列", column, "放进 sum(…)、mean(…)、count(…) 或 countif(…)")
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
            shape = "countif(表.列 >= 95%)" if function == "countif" else f"{function}(表.列)"
            refuse_formula(f"{function} 只能用于表的一列", text.find(function) + 1, f"写成 {shape}")
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
        refuse_formula(f"没有函数“{function}”", column, _suggestion(function))
