"""What a figure seen in a text may mean, given what its cell should hold."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.figures.exact import Exact
from jixiao.figures.interval import IntervalSet
from jixiao.figures.parsing.scan import SeenFigure
from jixiao.figures.precision import as_shown, meant_digits, with_digits
from jixiao.figures.quantity import Operator, Quantity
from jixiao.figures.units import factor


class FigureKind(enum.StrEnum):
    """What a cell should hold."""

    ANY = "any"
    RATE = "rate"
    SCORE = "score"
    COUNT = "count"
    MONEY = "money"
    QUANTITY = "quantity"


WORDS = (FigureKind.ANY, FigureKind.QUANTITY)  # what may as well be said in words


@dataclass(frozen=True, slots=True)
class ExpectedFigure:
    """What the caller knows of a cell.

    ``unit`` is what a bare number there means (``%`` in a column that says so); ``digits`` are the
    decimals that the rulebook asks for in that unit and win over the digits typed; ``operator``
    says that the cell should hold one (≥95%).
    """

    kind: FigureKind = FigureKind.ANY
    unit: str = ""
    digits: int | None = None
    operator: bool = False


def may_be(seen: SeenFigure, expected: ExpectedFigure) -> bool:
    """Say whether a figure with its unit can be of the kind expected: no money is a score."""
    measure = factor(seen.unit)
    is_share = measure is not None and measure[0] == "share"
    match expected.kind:
        case FigureKind.SCORE:
            return seen.unit in ("", "分")
        case FigureKind.RATE:
            return is_share or seen.unit in ("", "倍")
        case FigureKind.MONEY:
            return not seen.unit or (measure is not None and measure[0] in ("money", ""))
        case FigureKind.COUNT:
            return not is_share and (measure is None or measure[0] != "money")
        case _:
            return True


def measures(seen: SeenFigure, expected: ExpectedFigure) -> bool:
    """Say whether a figure carries a unit of the kind expected."""
    measure = factor(seen.unit)
    match expected.kind:
        case FigureKind.RATE:
            return measure is not None and measure[0] == "share"
        case FigureKind.MONEY | FigureKind.SCORE:
            return True  # what is no amount or score is left out before
        case _:
            wanted = factor(expected.unit)
            return (
                bool(expected.unit)
                and measure is not None
                and wanted is not None
                and (measure[0] == wanted[0])
            )


def meanings_of(seen: SeenFigure, expected: ExpectedFigure) -> list[Quantity]:
    """List the quantities that a figure may be, the likeliest first."""
    found: list[Quantity] = []
    for number, digits in seen.numbers:
        for value, unit in _meanings(number, seen.unit, expected):
            quantity = Quantity(
                value, unit, meant_digits(number, digits), seen.operator, text=seen.text.strip()
            )
            found.append(_spread(quantity, expected))
    if expected.operator and seen.operator is None:
        found.extend(_misread_operator(seen, expected))
    return found


def _meanings(number: Fraction, unit: str, expected: ExpectedFigure) -> list[tuple[Fraction, str]]:
    """List what a number with the unit typed may mean, as value and unit, likeliest first."""
    measure = factor(unit)
    if measure is not None and measure[0] == "share":
        return [(number * measure[1], unit)]
    if expected.kind is FigureKind.COUNT and measure is not None:
        return [(number * measure[1], measure[0])]  # 1.2万人 are 12000 of 人
    if unit:
        is_scale = expected.kind is FigureKind.MONEY and measure is not None and measure[0] == ""
        return [(number, f"{unit}元" if is_scale else unit)]
    as_percent, as_fraction = (number / 100, "%"), (number, "")
    if expected.unit == "%":
        if abs(number) > 1 or number == 0:
            return [as_percent]
        return [as_fraction, as_percent]
    if expected.kind is FigureKind.RATE and abs(number) > 1:
        likely_fraction = abs(number) <= 2
        return [as_fraction, as_percent] if likely_fraction else [as_percent, as_fraction]
    return [as_fraction]


def _spread(quantity: Quantity, expected: ExpectedFigure) -> Quantity:
    if expected.kind is FigureKind.COUNT:
        return replace(quantity, spread=IntervalSet.point(quantity.value))
    if expected.digits is not None:
        return with_digits(quantity, expected.digits, expected.unit)
    digits = quantity.digits or 0
    if expected.kind is FigureKind.RATE and not quantity.unit:
        digits = max(digits, 2)  # 1 says 100%, not anything from 50% to 150%
    return replace(quantity, spread=as_shown(quantity.value, digits, quantity.unit))


def _misread_operator(seen: SeenFigure, expected: ExpectedFigure) -> list[Quantity]:
    """Offer ≥90% next to 290%: scanned forms print ≥ as 2."""
    written = seen.text.strip()
    if seen.unit != "%" or not re.fullmatch(
        r"2[1-9][0-9]?(?:\.[0-9]+)?%", written.replace(" ", "")
    ):
        return []
    number, digits = seen.numbers[0]
    tail = Exact(written.replace(" ", "")[1:-1])
    if number <= 200 or tail > 100:
        return []
    quantity = Quantity(tail / 100, "%", digits, Operator.AT_LEAST, text=written)
    return [_spread(quantity, expected)]
