"""Short constructors of formula trees and substitution in them, for lowering scoring rules."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from jixiao.formula.syntax import Binary, Call, Compare, Name, Number, TableColumn, Tree
from jixiao.rulebook.ranges import Range

X = Name("x")
"""The rate inside a scoring rule."""

ZERO = Number(Fraction(0), "0")


def number(value: Fraction) -> Number:
    """Take an exact constant into a tree."""
    return Number(value)


def add(left: Tree, right: Tree) -> Tree:
    """``left + right``."""
    return Binary("+", left, right)


def subtract(left: Tree, right: Tree) -> Tree:
    """``left - right``; subtracting zero leaves no trace."""
    return left if right == ZERO or right == number(Fraction(0)) else Binary("-", left, right)


def times(left: Tree, right: Tree) -> Tree:
    """``left * right``; a factor of one leaves no trace."""
    return right if left == number(Fraction(1)) else Binary("*", left, right)


def over(left: Tree, right: Tree) -> Tree:
    """``left / right``; a divisor of one leaves no trace."""
    return left if right == number(Fraction(1)) else Binary("/", left, right)


def call(function: str, *arguments: Tree) -> Tree:
    """``function(arguments)``."""
    return Call(function, arguments)


def within(low: Fraction, tree: Tree, high: Fraction) -> Tree:
    """Keep ``tree`` between two constants."""
    return call("max", number(low), call("min", number(high), tree))


def total(summands: list[Tree]) -> Tree:
    """Add up; nothing adds up to zero."""
    if not summands:
        return ZERO
    found = summands[0]
    for summand in summands[1:]:
        found = add(found, summand)
    return found


def lies_in(tree: Tree, where: Range) -> Tree:
    """Give the condition that ``tree`` lies in a range."""
    if where.low is not None and where.low == where.high:
        return Compare("=", tree, number(where.low))
    ends: list[Tree] = []
    operator: Literal["<", "<=", ">=", ">"]
    if where.low is not None:
        operator = ">=" if where.low_closed else ">"
        ends.append(Compare(operator, tree, number(where.low)))
    if where.high is not None:
        operator = "<=" if where.high_closed else "<"
        ends.append(Compare(operator, tree, number(where.high)))
    return ends[0] if len(ends) == 1 else call("and", *ends)


def either(conditions: list[Tree]) -> Tree:
    """Give the condition that one of the conditions holds."""
    return conditions[0] if len(conditions) == 1 else call("or", *conditions)


def substitute(tree: Tree, name: str, by: Tree) -> Tree:
    """Put ``by`` in the place of every ``Name(name)``."""
    match tree:
        case Name(id=found):
            return by if found == name else tree
        case Number() | TableColumn():
            return tree
        case Call(function=function, arguments=arguments):
            return Call(function, tuple(substitute(a, name, by) for a in arguments))
        case Binary(operator=operator, left=left, right=right):
            return Binary(operator, substitute(left, name, by), substitute(right, name, by))
        case Compare(operator=comparison, left=left, right=right):
            return Compare(comparison, substitute(left, name, by), substitute(right, name, by))
