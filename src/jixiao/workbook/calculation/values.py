"""Values of cells as operators and functions take them: numbers, texts, rows of values."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from jixiao.workbook.calculation.syntax import CellContent, CellError
from jixiao.workbook.calculation.tokens import FormulaMisfit
from jixiao.workbook.model import Cell, CellKind

CellRows = tuple[tuple[CellContent, ...], ...]
VALUE: Final = CellError("#VALUE!")
DIVIDED: Final = CellError("#DIV/0!")


def content_of(cell: Cell | None) -> CellContent:
    """What a cell shows to a formula: its stored value, an empty text for a blank result."""
    if cell is None:
        return None
    if cell.kind is CellKind.NUMBER:
        return Fraction(Decimal(cell.raw))
    if cell.kind is CellKind.TEXT:
        return cell.raw
    if cell.kind is CellKind.BOOLEAN:
        return cell.raw == "1"
    if cell.kind is CellKind.ERROR:
        return CellError(cell.raw)
    if cell.kind is CellKind.BLANK:
        return None if cell.formula is None else ""
    raise FormulaMisfit(cell.address)


def number_of(value: CellContent) -> Fraction | CellError:
    """Take a single value as a number as arithmetic does; texts that look like numbers do count."""
    if isinstance(value, CellError):
        return value
    if value is None:
        return Fraction(0)
    if isinstance(value, bool):
        return Fraction(int(value))
    if isinstance(value, Fraction):
        return value
    try:
        return Fraction(Decimal(value.strip()))
    except ArithmeticError:
        return VALUE


def truth_of(value: CellContent) -> bool | CellError:
    """Take a single value as a condition."""
    if isinstance(value, bool | CellError):
        return value
    if isinstance(value, str):
        return {"TRUE": True, "FALSE": False}.get(value.upper(), VALUE)
    return bool(value)


def text_of_value(value: CellContent) -> str | CellError:
    """Take a single value as a text, for ``&``."""
    if isinstance(value, CellError):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    return value if isinstance(value, str) else written_number(value)


def written_number(value: Fraction) -> str:
    """Write a number at the digits that a cell stores, without an exponent where it is common.

    >>> written_number(Fraction(1, 3)), written_number(Fraction(12))
    ('0.3333333333333333', '12')
    """
    if value.denominator == 1 and abs(value) < 10**15:
        return str(value.numerator)
    return repr(float(value))


def compare(sign: str, left: CellContent, right: CellContent) -> CellContent:
    """Compare as the spreadsheet programs do: numbers below texts below truth values."""
    for value in (left, right):
        if isinstance(value, CellError):
            return value
    one, other = _key(left, right), _key(right, left)
    if sign in ("=", "<>"):
        return (one == other) == (sign == "=")
    return {"<": one < other, "<=": one <= other, ">": one > other, ">=": one >= other}[sign]


def _key(value: CellContent, against: CellContent) -> tuple[int, Fraction, str]:
    if value is None:
        value = "" if isinstance(against, str) else False if isinstance(against, bool) else None
    if isinstance(value, bool):
        return 2, Fraction(int(value)), ""
    if isinstance(value, str):
        return 1, Fraction(0), value.casefold()
    return 0, value if isinstance(value, Fraction) else Fraction(0), ""


def flat(values: CellContent | CellRows) -> Iterator[CellContent]:
    """Yield the values of an area row by row, or the one value."""
    if isinstance(values, tuple):
        for row in values:
            yield from row
    else:
        yield values
