"""A formula's tree becomes a value; areas work cell by cell, as in SUMPRODUCT."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from jixiao.workbook.calculation.functions import Argument, apply_function, single
from jixiao.workbook.calculation.syntax import (
    Area,
    CellContent,
    CellError,
    CellName,
    FunctionCall,
    Literal,
    SheetNode,
)
from jixiao.workbook.calculation.tokens import FormulaMisfit
from jixiao.workbook.calculation.values import (
    DIVIDED,
    CellRows,
    compare,
    number_of,
    text_of_value,
    truth_of,
)

Fetch = Callable[[Area | CellName], CellRows]

_COMPARISONS: Final = ("=", "<>", "<", ">", "<=", ">=")
_LARGEST_POWER: Final = 64


def evaluate_formula(node: SheetNode, fetch: Fetch) -> CellContent:
    """Give the value of a formula; ``FormulaMisfit`` where it gives an area or is not followed."""
    value = single(_value(node, fetch))
    return Fraction(0) if value is None else value


def _value(node: SheetNode, fetch: Fetch) -> Argument:
    if isinstance(node, Literal):
        return node.value
    if isinstance(node, Area | CellName):
        return fetch(node)
    if isinstance(node, FunctionCall):
        return _called(node, fetch)
    operands = [_value(operand, fetch) for operand in node.operands]
    return _broadcast(node.sign, operands)


def _called(node: FunctionCall, fetch: Fetch) -> Argument:
    if node.function == "IF":
        return _chosen(node, fetch)
    if node.function == "IFERROR" and len(node.arguments) == 2:
        first = single(_value(node.arguments[0], fetch))
        is_wrong = isinstance(first, CellError)
        return _value(node.arguments[1], fetch) if is_wrong else first
    return apply_function(node.function, [_value(each, fetch) for each in node.arguments])


def _chosen(node: FunctionCall, fetch: Fetch) -> Argument:
    """Only the branch that is taken is worked out."""
    condition = truth_of(single(_value(node.arguments[0], fetch)))
    if isinstance(condition, CellError):
        return condition
    if condition:
        return _value(node.arguments[1], fetch)
    return _value(node.arguments[2], fetch) if len(node.arguments) > 2 else False


def _broadcast(sign: str, operands: list[Argument]) -> Argument:
    areas = [each for each in operands if isinstance(each, tuple)]
    if all(len(area) == 1 and len(area[0]) == 1 for area in areas):
        return _operated(sign, [single(each) for each in operands])
    shape = max(len(area) for area in areas), max(len(area[0]) for area in areas)
    return tuple(
        tuple(
            _operated(sign, [_at(each, row, column, shape) for each in operands])
            for column in range(shape[1])
        )
        for row in range(shape[0])
    )


def _at(value: Argument, row: int, column: int, shape: tuple[int, int]) -> CellContent:
    if not isinstance(value, tuple):
        return value
    if (len(value), len(value[0])) == (1, 1):
        return value[0][0]
    if (len(value), len(value[0])) != shape:
        raise FormulaMisfit("area")
    return value[row][column]


def _operated(sign: str, values: list[CellContent]) -> CellContent:
    if sign in _COMPARISONS:
        return compare(sign, values[0], values[1])
    if sign == "&":
        texts = [text_of_value(value) for value in values]
        wrong = next((text for text in texts if isinstance(text, CellError)), None)
        return wrong or "".join(str(text) for text in texts)
    numbers: list[Fraction] = []
    for value in values:
        number = number_of(value)
        if isinstance(number, CellError):
            return number
        numbers.append(number)
    return _arithmetic(sign, numbers)


def _arithmetic(sign: str, numbers: list[Fraction]) -> CellContent:
    if len(numbers) == 1:
        return {"-": -numbers[0], "+": numbers[0], "%": numbers[0] / 100}[sign]
    left, right = numbers
    if sign == "/":
        return left / right if right else DIVIDED
    if sign == "^":
        if right.denominator != 1 or abs(right) > _LARGEST_POWER or (not left and right <= 0):
            raise FormulaMisfit("^")
        return left ** int(right)
    return {"+": left + right, "-": left - right, "*": left * right}[sign]
