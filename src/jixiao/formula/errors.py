"""What can go wrong with a formula: unreadable, too long, divided by zero, a figure absent."""

from __future__ import annotations

from jixiao.finding import Bilingual
from jixiao.formula.syntax import Tree


class FormulaError(ValueError):
    """The text is no formula. ``column`` counts from 1; ``remedy`` says what to write.

    As a plain text it speaks Chinese.
    """

    def __init__(self, message: Bilingual, *, column: int, remedy: Bilingual) -> None:
        super().__init__(message.zh)
        self.message = message
        self.column = column
        self.remedy = remedy


class FormulaTooLong(ValueError):
    """The Excel formula exceeds what a cell can hold."""


class ZeroDenominator(ArithmeticError):
    """A denominator is zero (evaluate) or may be zero (spread); ``denominator`` is its tree."""

    def __init__(self, denominator: Tree) -> None:
        super().__init__("a denominator is zero")
        self.denominator = denominator


class MissingFigure(LookupError):
    """A name has no value; ``id`` is the name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.id = name
