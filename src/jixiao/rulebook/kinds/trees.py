"""Short constructors of formula trees and substitution in them, for lowering scoring rules."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from jixiao.figures import Exact
from jixiao.formula import Binary, Call, ColumnReference, Compare, Name, Number, Tree
from jixiao.rulebook.ranges import RateRange

X = Name("x")
"""The rate inside a scoring rule."""

ZERO = Number(Exact(0), "0")


def number_node(value: Fraction, text: str = "") -> Number:
    """Take an exact constant into a tree; ``text`` is how a trace writes it (90%)."""
    return Number(value, text)


def _is_number(tree: Tree, value: int) -> bool:
    return isinstance(tree, Number) and tree.value == value


def add_nodes(left: Tree, right: Tree) -> Tree:
    """``left + right``."""
    return Binary("+", left, right)


def subtract_nodes(left: Tree, right: Tree) -> Tree:
    """``left - right``; subtracting zero leaves no trace."""
    return left if _is_number(right, 0) else Binary("-", left, right)


def multiply_nodes(left: Tree, right: Tree) -> Tree:
    """``left * right``; a factor of one leaves no trace."""
    return right if _is_number(left, 1) else Binary("*", left, right)


def divide_nodes(left: Tree, right: Tree) -> Tree:
    """``left / right``; a divisor of one leaves no trace."""
    return left if _is_number(right, 1) else Binary("/", left, right)


def call_node(function: str, *arguments: Tree) -> Tree:
    """``function(arguments)``."""
    return Call(function, arguments)


def clamp_node(low: Fraction, tree: Tree, high: Fraction) -> Tree:
    """Keep ``tree`` between two constants."""
    return call_node("max", number_node(low), call_node("min", number_node(high), tree))


def sum_nodes(summands: list[Tree]) -> Tree:
    """Add up; nothing adds up to zero."""
    if not summands:
        return ZERO
    found = summands[0]
    for summand in summands[1:]:
        found = add_nodes(found, summand)
    return found


def lies_in(tree: Tree, where: RateRange) -> Tree:
    """Give the condition that ``tree`` lies in a range."""
    if where.low is not None and where.low == where.high:
        return Compare("=", tree, number_node(where.low))
    ends: list[Tree] = []
    operator: Literal["<", "<=", ">=", ">"]
    if where.low is not None:
        operator = ">=" if where.low_closed else ">"
        ends.append(Compare(operator, tree, number_node(where.low)))
    if where.high is not None:
        operator = "<=" if where.high_closed else "<"
        ends.append(Compare(operator, tree, number_node(where.high)))
    return ends[0] if len(ends) == 1 else call_node("and", *ends)


def either_node(conditions: list[Tree]) -> Tree:
    """Give the condition that one of the conditions holds."""
    return conditions[0] if len(conditions) == 1 else call_node("or", *conditions)


def substitute_nodes(tree: Tree, name: str, by: Tree) -> Tree:
    """Put ``by`` in the place of every ``Name(name)``."""
    match tree:
        case Name(id=found):
            return by if found == name else tree
        case Number() | ColumnReference():
            return tree
        case Call(function=function, arguments=arguments):
            return Call(function, tuple(substitute_nodes(a, name, by) for a in arguments))
        case Binary(operator=operator, left=left, right=right):
            return Binary(
                operator, substitute_nodes(left, name, by), substitute_nodes(right, name, by)
            )
        case Compare(operator=comparison, left=left, right=right):
            return Compare(
                comparison, substitute_nodes(left, name, by), substitute_nodes(right, name, by)
            )
