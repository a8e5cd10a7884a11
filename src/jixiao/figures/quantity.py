"""A written figure understood: its exact value, its unit and the digits it was written with."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from fractions import Fraction

from jixiao.figures.interval import IntervalSet


class Operator(enum.StrEnum):
    """A bound or equality typed before a figure (≥95%)."""

    AT_LEAST = ">="
    AT_MOST = "<="
    EQUAL = "="
    ABOVE = ">"
    BELOW = "<"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One reading of a written figure.

    ``value`` is in base units of ``unit`` (60.2% is 301/500 with unit ``%``; 775.6万元 is
    3878/5 with unit 万元). ``digits`` are the decimals written (1 for 60.2%), in the written unit.
    ``spread`` is what the figure may represent, given those digits. ``unit`` is empty for a bare
    number.
    """

    value: Fraction
    unit: str = ""
    digits: int | None = None
    operator: Operator | None = None
    spread: IntervalSet | None = None
    text: str = ""
