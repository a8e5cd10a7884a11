"""Make the choices that a tree leaves open: the branch of an if, the argument that a min takes.

What is left is the arithmetic that was really done, so that a trace need not do it again.
"""

from __future__ import annotations

from jixiao.formula.evaluate import Values, evaluate_formula
from jixiao.formula.syntax import Binary, Call, Compare, Number, Tables, Tree

_NO_TABLES: Tables = {}


def taken_branch(tree: Tree, values: Values, tables: Tables = _NO_TABLES) -> Tree:
    """Follow the ifs at the top of a tree; gives the very node of the tree, to compare with ``is``.

    >>> from fractions import Fraction
    >>> from jixiao.formula.parse import parse_formula
    >>> taken_branch(parse_formula("if(a > 2, 5, a)"), {"a": Fraction(1)})
    Name(id='a')
    """
    while isinstance(tree, Call) and tree.function == "if":
        condition, then, otherwise = tree.arguments
        tree = then if evaluate_formula(condition, values, tables) else otherwise
    return tree


def taken_argument(tree: Tree, values: Values, tables: Tables = _NO_TABLES) -> Tree:
    """Follow the ifs, mins and maxes at the top of a tree; the first of equals is taken."""
    tree = taken_branch(tree, values, tables)
    while isinstance(tree, Call) and tree.function in ("min", "max"):
        wanted = evaluate_formula(tree, values, tables)
        tree = next(a for a in tree.arguments if evaluate_formula(a, values, tables) == wanted)
        tree = taken_branch(tree, values, tables)
    return tree


def settle(tree: Tree, values: Values, tables: Tables = _NO_TABLES) -> Tree:
    """Make every choice of a tree, down to its leaves.

    >>> from fractions import Fraction
    >>> from jixiao.formula.parse import parse_formula
    >>> settle(parse_formula("max(0, 4 - a)"), {"a": Fraction(1)})
    Binary(operator='-', left=Number(value=Fraction(4, 1), text='4'), right=Name(id='a'))
    """
    tree = taken_argument(tree, values, tables)
    match tree:
        case Binary(operator, left, right):
            return Binary(operator, settle(left, values, tables), settle(right, values, tables))
        case Compare(comparison, left, right):
            return Compare(comparison, settle(left, values, tables), settle(right, values, tables))
        case Call("abs" | "int" | "round" as function, arguments):
            return Call(function, tuple(settle(a, values, tables) for a in arguments))
        case _:
            return tree


def without_floors(tree: Tree) -> Tree:
    """Write ``max(0, a)`` as ``a``, to show what was cut off at nothing."""
    match tree:
        case Call("max", (Number(value), inner)) if value == 0:
            return without_floors(inner)
        case Call(function, arguments):
            return Call(function, tuple(without_floors(a) for a in arguments))
        case Binary(operator, left, right):
            return Binary(operator, without_floors(left), without_floors(right))
        case _:
            return tree
