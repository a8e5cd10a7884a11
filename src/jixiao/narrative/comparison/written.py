"""Figures of a report in words again: what a figure allows, and numbers in its own unit."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from jixiao.figures import factor, format_number
from jixiao.finding import Bilingual, text_of
from jixiao.narrative.claims import WrittenFigure

_FAR: Final = Fraction(10) ** 12
_DIGITS: Final = 4


def in_unit(value: Fraction, figure: WrittenFigure) -> str:
    """Write a value in base units in the unit of a figure."""
    known = factor(figure.unit) if figure.unit else None
    size = known[1] if known is not None else Fraction(1)
    shown = value / size
    digits = None if (shown * 10**_DIGITS).denominator == 1 else 2
    return f"{format_number(shown, digits)}{figure.unit}"


def allowed_text(figure: WrittenFigure) -> Bilingual:
    """Say which values a figure allows; nothing where it names one value."""
    values = figure.values
    if values.is_point:
        return Bilingual("", "")
    low, high = values.low, values.high
    if high > _FAR or low < -_FAR:
        return Bilingual("", "")
    said = text_of("narrative.allowed")
    return said.fill(low=in_unit(low, figure), high=in_unit(high, figure))
