"""What a tree draws on: its inputs, its table columns, the denominators that must not be zero."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.formula.syntax import Binary, Call, Compare, Name, TableColumn, Tree


def children(tree: Tree) -> tuple[Tree, ...]:
    """List the operands of a node, left to right."""
    match tree:
        case Binary(_, left, right) | Compare(_, left, right):
            return (left, right)
        case Call(_, arguments):
            return arguments
        case _:
            return ()


def nodes(tree: Tree) -> Iterator[Tree]:
    """Yield every node, parents first, left to right."""
    yield tree
    for child in children(tree):
        yield from nodes(child)


def names(tree: Tree) -> tuple[str, ...]:
    """List the inputs used, each once, in order of appearance."""
    return tuple(dict.fromkeys(node.id for node in nodes(tree) if isinstance(node, Name)))


def columns(tree: Tree) -> tuple[TableColumn, ...]:
    """List the table columns used, each once, in order of appearance."""
    return tuple(dict.fromkeys(node for node in nodes(tree) if isinstance(node, TableColumn)))


def is_constant(tree: Tree) -> bool:
    """Say whether a tree draws on no figure."""
    return not any(isinstance(node, Name | TableColumn) for node in nodes(tree))


def is_condition(tree: Tree) -> bool:
    """Say whether a tree is true or false rather than a number."""
    return isinstance(tree, Compare) or (isinstance(tree, Call) and tree.function in ("and", "or"))


def denominators(tree: Tree) -> tuple[Tree, ...]:
    """List the trees that must not be zero, each once: divisors, and the count behind a mean."""
    found: list[Tree] = []
    for node in nodes(tree):
        match node:
            case Binary("/", _, divisor) if not is_constant(divisor):
                found.append(divisor)
            case Call("mean", arguments):
                found.append(Call("count", arguments))
            case _:
                pass
    return tuple(dict.fromkeys(found))
