"""Changes of basic figures: what a cell may have been meant to hold, and what that mends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.checking.diagnosis.cells import FigureCell, value_in
from jixiao.checking.diagnosis.pinned import is_elsewhere
from jixiao.checking.diagnosis.slips import COSTS, Slip, slip_between, unit_slips
from jixiao.checking.diagnosis.symptoms import AIDS, Symptom, Tests
from jixiao.checking.diagnosis.tried_figures import TriedFigures
from jixiao.figures import Exact, convert, format_decimals, parse_text
from jixiao.rulebook import Figures, Rulebook

_DECIMALS = 2  # of an amount in 万元
_CUT = 1000  # where a thousands mark is written
_FEW = 100  # things that may be counted wrong by one


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One cell changed, and the symptoms that this mends without bringing others.

    ``other`` is the cell that it is exchanged with, where two figures stand in each other's place.
    """

    cell: FigureCell
    slip: Slip
    mends: frozenset[Symptom]
    is_pinned: bool = False  # other figures add up to the figure that was meant
    other: FigureCell | None = None

    @property
    def cells(self) -> tuple[FigureCell, ...]:
        """The cells that change."""
        return (self.cell,) if self.other is None else (self.cell, self.other)

    @property
    def values(self) -> tuple[tuple[FigureCell, Fraction], ...]:
        """The cells with what they hold then."""
        if self.other is None:
            return ((self.cell, self.slip.value),)
        return ((self.cell, self.slip.value), (self.other, value_in(self.cell) or Exact(0)))

    @property
    def is_guess(self) -> bool:
        """Whether the figure is one of many: any digit was meant, or 8 is left of 8,079.59.

        Or it is 0, which fits wherever sums are left blank.
        """
        if self.slip.value == 0 and self.slip.kind in ("copied", "relation"):
            return True
        if self.slip.kind in ("dropped", "mistyped"):
            return not self.is_pinned
        typed = value_in(self.cell) or Exact(0)
        is_short = typed.denominator == 1 and abs(typed) < _CUT
        return self.slip.kind == "point" and is_short and abs(self.slip.value) >= _CUT

    @property
    def aids(self) -> frozenset[Symptom]:
        """What speaks for it without being explained by it."""
        return frozenset(each for each in self.mends if each[0] in AIDS)

    @property
    def back(self) -> FigureChange:
        """The same exchange, reported the other cell."""
        if self.other is None:
            return self
        slip = Slip(self.slip.kind, value_in(self.cell) or Exact(0))
        return FigureChange(self.other, slip, self.mends, self.is_pinned, self.cell)

    def applied(self, figures: Figures) -> Figures:
        """The figures once it is made."""
        return TriedFigures.of(figures).changed(*self.values).full


def slips_of(
    book: Rulebook,
    tests: Tests,
    cell: FigureCell,
    value: Fraction,
    pinned: Sequence[Fraction],
    known: Mapping[Fraction, Slip],
) -> Iterator[Slip]:
    """Yield what a cell may have been meant to hold; ``known`` are the slips of its digits."""
    item = cell.item
    if item.kind == "flag":
        yield Slip("answer", 1 - value)
        return
    if item.kind == "money":
        yield from _unit_slips(cell, value, item.unit or book.money_unit)
    if item.kind == "rate":
        yield Slip("percent", value * 100)
        yield Slip("percent", value / 100)
    if value and (getattr(item, "signed", False) or value < 0):
        yield Slip("sign", -value)
    for slip in known.values():
        yield replace(slip, is_odd=True) if _is_odd(cell, value, slip) else slip
    if item.kind == "count" and 0 < value < _FEW:
        yield Slip("counted", value + 1)
        yield Slip("counted", value - 1)
    for meant in pinned:
        slip = slip_between(value, meant, known)
        if slip.kind == "relation" and is_elsewhere(tests, cell, value):
            slip = Slip("copied", meant)
        if slip.cost > COSTS["point"]:
            yield slip


def _unit_slips(cell: FigureCell, value: Fraction, unit: str) -> Iterator[Slip]:
    """Amounts typed in another unit, or with the word of another unit behind them."""
    meant = _without_word(cell, unit)
    if meant is not None:
        yield meant
    for slip in unit_slips(value, unit, cell.reading.counted_in):
        if meant is None or slip.value != meant.value:
            yield slip


def _without_word(cell: FigureCell, unit: str) -> Slip | None:
    """The figure in the unit of its form, where the word of another is written behind it."""
    counted_in, text = cell.reading.counted_in or unit, cell.reading.text
    if not cell.reading.is_text:
        return None
    written = parse_text(text, kind="money", unit=counted_in).figures
    if len(written) != 1 or written[0].unit == counted_in:
        return None
    meant = convert(replace(written[0], unit=counted_in), unit)
    return None if meant is None else Slip("word", meant.value, written[0].unit)


def _is_odd(cell: FigureCell, typed: Fraction, slip: Slip) -> bool:
    """Whether a point moved leaves an amount with more decimals than amounts have."""
    if slip.kind != "point" or cell.item.kind != "money":
        return False
    usual = max(cell.item.digits or 0, format_decimals(typed) or 0, _DECIMALS)
    return (format_decimals(slip.value) or 0) > usual
