"""What a tree draws on: its inputs, its table columns, the denominators that must not be zero."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import TypeVar

from jixiao.formula.syntax import Binary, Call, ColumnReference, Compare, Name, Tree


def child_nodes(tree: Tree) -> tuple[Tree, ...]:
    """List the operands of a node, left to right."""
    match tree:
        case Binary(_, left, right) | Compare(_, left, right):
            return (left, right)
        case Call(_, arguments):
            return arguments
        case _:
            return ()


def tree_nodes(tree: Tree) -> Iterator[Tree]:
    """Yield every node, parents first, left to right."""
    yield tree
    for child in child_nodes(tree):
        yield from tree_nodes(child)


_T = TypeVar("_T")
_KEPT = 4096


def _once(ask: Callable[[Tree], _T]) -> Callable[[Tree], _T]:
    """Ask each tree once: the trees of a rulebook are the same objects for every return."""
    known: dict[int, tuple[Tree, _T]] = {}

    @wraps(ask)
    def asked(tree: Tree) -> _T:
        kept = known.get(id(tree))
        if kept is None:
            if len(known) >= _KEPT:
                known.clear()
            kept = known[id(tree)] = (tree, ask(tree))  # the tree kept keeps its id
        return kept[1]

    return asked


@_once
def input_names(tree: Tree) -> tuple[str, ...]:
    """List the inputs used, each once, in order of appearance."""
    return tuple(dict.fromkeys(node.id for node in tree_nodes(tree) if isinstance(node, Name)))


@_once
def column_names(tree: Tree) -> tuple[ColumnReference, ...]:
    """List the table columns used, each once, in order of appearance."""
    return tuple(
        dict.fromkeys(node for node in tree_nodes(tree) if isinstance(node, ColumnReference))
    )


@_once
def is_constant(tree: Tree) -> bool:
    """Say whether a tree draws on no figure."""
    return not any(isinstance(node, Name | ColumnReference) for node in tree_nodes(tree))


def is_condition(tree: Tree) -> bool:
    """Say whether a tree is true or false rather than a number."""
    return isinstance(tree, Compare) or (isinstance(tree, Call) and tree.function in ("and", "or"))


@_once
def denominators(tree: Tree) -> tuple[Tree, ...]:
    """List the trees that must not be zero, each once: divisors, and the count behind a mean."""
    found: list[Tree] = []
    for node in tree_nodes(tree):
        match node:
            case Binary("/", _, divisor) if not is_constant(divisor):
                found.append(divisor)
            case Call("mean", arguments):
                found.append(Call("count", arguments))
            case _:
                pass
    return tuple(dict.fromkeys(found))
