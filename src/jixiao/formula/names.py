"""What a tree draws on: its inputs, its table columns, the denominators that must not be zero."""

from __future__ import annotations

from collections.abc import Iterator

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


def input_names(tree: Tree) -> tuple[str, ...]:
    """List the inputs used, each once, in order of appearance."""
    return tuple(dict.fromkeys(node.id for node in tree_nodes(tree) if isinstance(node, Name)))


def column_names(tree: Tree) -> tuple[ColumnReference, ...]:
    """List the table columns used, each once, in order of appearance."""
    return tuple(
        dict.fromkeys(node for node in tree_nodes(tree) if isinstance(node, ColumnReference))
    )


def is_constant(tree: Tree) -> bool:
    """Say whether a tree draws on no figure."""
    return not any(isinstance(node, Name | ColumnReference) for node in tree_nodes(tree))


def is_condition(tree: Tree) -> bool:
    """Say whether a tree is true or false rather than a number."""
    return isinstance(tree, Compare) or (isinstance(tree, Call) and tree.function in ("and", "or"))


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
