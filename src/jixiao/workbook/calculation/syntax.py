"""The tree of a formula of a sheet: values, areas, names, operators, function calls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from jixiao.workbook.addresses import CellRange


@dataclass(frozen=True, slots=True)
class CellError:
    """An error value such as #DIV/0!."""

    code: str


CellContent = Fraction | str | bool | CellError | None  # None: a blank cell


@dataclass(frozen=True, slots=True)
class Literal:
    """A value written in the formula."""

    value: CellContent


@dataclass(frozen=True, slots=True)
class Area:
    """Cells of a sheet; ``sheet`` is None where it is the formula's own."""

    sheet: str | None
    range: CellRange


@dataclass(frozen=True, slots=True)
class CellName:
    """A defined name."""

    name: str


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator with one operand (``-``, ``%``) or two."""

    sign: str
    operands: tuple[SheetNode, ...]


@dataclass(frozen=True, slots=True)
class FunctionCall:
    """A function; an argument left out is a blank literal."""

    function: str
    arguments: tuple[SheetNode, ...]


SheetNode = Literal | Area | CellName | Operation | FunctionCall


DYNAMIC: Final = frozenset({"INDIRECT", "OFFSET"})  # refer to cells that only their result names


def is_dynamic(node: SheetNode) -> bool:
    """Whether a formula refers to cells that are not written in it."""
    if isinstance(node, FunctionCall):
        return node.function in DYNAMIC or any(map(is_dynamic, node.arguments))
    return isinstance(node, Operation) and any(map(is_dynamic, node.operands))


def leaves(node: SheetNode) -> Iterator[Area | CellName]:
    """Yield the areas and names that a formula refers to."""
    if isinstance(node, Area | CellName):
        yield node
    elif isinstance(node, Operation):
        for operand in node.operands:
            yield from leaves(operand)
    elif isinstance(node, FunctionCall):
        for argument in node.arguments:
            yield from leaves(argument)
