"""The functions of formulas that are worked out: those of the templates and the common sums."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import Final

from jixiao.workbook.calculation.syntax import CellContent, CellError
from jixiao.workbook.calculation.tokens import FormulaMisfit
from jixiao.workbook.calculation.values import (
    DIVIDED,
    VALUE,
    CellRows,
    compare,
    flat,
    number_of,
    truth_of,
)

Argument = CellContent | CellRows
Function = Callable[[Sequence[Argument]], CellContent]


class ErrorValue(Exception):
    """A function comes to an error value."""

    def __init__(self, value: CellError) -> None:
        super().__init__(value.code)
        self.value = value


def apply_function(name: str, arguments: Sequence[Argument]) -> CellContent:
    """Apply a function to values; ``FormulaMisfit`` where it is not one of ours."""
    function = FUNCTIONS.get(name)
    if function is None:
        raise FormulaMisfit(name)
    try:
        return function(arguments)
    except ErrorValue as wrong:
        return wrong.value


def single(argument: Argument) -> CellContent:
    """The one value of an argument; ``FormulaMisfit`` where an area has more."""
    if not isinstance(argument, tuple):
        return argument
    if len(argument) != 1 or len(argument[0]) != 1:
        raise FormulaMisfit("area")
    return argument[0][0]


def _number(argument: Argument) -> Fraction:
    value = number_of(single(argument))
    if isinstance(value, CellError):
        raise ErrorValue(value)
    return value


def _numbers(arguments: Sequence[Argument]) -> Iterator[Fraction]:
    """The numbers of sums: in areas only what is stored as a number, elsewhere what can be one."""
    for argument in arguments:
        if not isinstance(argument, tuple):
            yield _number(argument)
            continue
        for value in flat(argument):
            if isinstance(value, CellError):
                raise ErrorValue(value)
            if isinstance(value, Fraction):
                yield value


def _sum(arguments: Sequence[Argument]) -> CellContent:
    return sum(_numbers(arguments), Fraction(0))


def _average(arguments: Sequence[Argument]) -> CellContent:
    numbers = list(_numbers(arguments))
    return sum(numbers, Fraction(0)) / len(numbers) if numbers else DIVIDED


def _count(arguments: Sequence[Argument]) -> CellContent:
    return Fraction(sum(1 for a in arguments for v in flat(a) if isinstance(v, Fraction)))


def _count_filled(arguments: Sequence[Argument]) -> CellContent:
    return Fraction(sum(1 for a in arguments for v in flat(a) if v is not None))


def _count_if(arguments: Sequence[Argument]) -> CellContent:
    area, wanted = arguments[0], single(arguments[1])
    if isinstance(wanted, str) and _is_pattern(wanted):
        raise FormulaMisfit("COUNTIF")
    return Fraction(sum(1 for v in flat(area) if v is not None and _is_same(v, wanted)))


def _is_pattern(wanted: str) -> bool:
    return not wanted or wanted[0] in "<>=" or any(c in wanted for c in "*?~")


def _is_same(value: CellContent, wanted: CellContent) -> bool:
    return type(value) is type(wanted) and compare("=", value, wanted) is True


def _digits(argument: Argument) -> int:
    digits = int(_number(argument))
    if not 0 <= digits <= 30:
        raise FormulaMisfit("digits")
    return digits


def _round(arguments: Sequence[Argument]) -> CellContent:
    number, unit = _number(arguments[0]), Fraction(10) ** _digits(arguments[1])
    rounded = math.floor(abs(number) * unit + Fraction(1, 2)) / unit
    return rounded if number >= 0 else -rounded


def _smallest(arguments: Sequence[Argument]) -> CellContent:
    return min(_numbers(arguments), default=Fraction(0))


def _greatest(arguments: Sequence[Argument]) -> CellContent:
    return max(_numbers(arguments), default=Fraction(0))


def _all(arguments: Sequence[Argument]) -> CellContent:
    return all(_truths(arguments))


def _any(arguments: Sequence[Argument]) -> CellContent:
    return any(_truths(arguments))


def _truths(arguments: Sequence[Argument]) -> list[bool]:
    found: list[bool] = []
    for argument in arguments:
        value = truth_of(single(argument))
        if isinstance(value, CellError):
            raise ErrorValue(value)
        found.append(value)
    return found


def _sum_of_products(arguments: Sequence[Argument]) -> CellContent:
    areas: list[CellRows] = [a if isinstance(a, tuple) else ((a,),) for a in arguments]
    if len({(len(area), len(area[0])) for area in areas}) != 1:
        return VALUE
    total = Fraction(0)
    for values in zip(*(flat(area) for area in areas), strict=True):
        product = Fraction(1)
        for value in values:
            if isinstance(value, CellError):
                return value
            product *= value if isinstance(value, Fraction) else Fraction(0)
        total += product
    return total


FUNCTIONS: Final[dict[str, Function]] = {
    "ABS": lambda arguments: abs(_number(arguments[0])),
    "AND": _all,
    "AVERAGE": _average,
    "COUNT": _count,
    "COUNTA": _count_filled,
    "COUNTIF": _count_if,
    "INT": lambda arguments: Fraction(math.floor(_number(arguments[0]))),
    "MAX": _greatest,
    "MIN": _smallest,
    "NOT": lambda arguments: not _truths(arguments[:1])[0],
    "OR": _any,
    "PRODUCT": lambda arguments: math.prod(_numbers(arguments), start=Fraction(1)),
    "ROUND": _round,
    "SUM": _sum,
    "SUMPRODUCT": _sum_of_products,
}
