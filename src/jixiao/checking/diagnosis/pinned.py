"""Figures that other figures of a return say must stand in a cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from jixiao.checking.diagnosis.cells import FigureCell, value_in
from jixiao.checking.diagnosis.slips import Slip, digits_between
from jixiao.checking.diagnosis.symptoms import Tests
from jixiao.figures import format_number, written_number
from jixiao.rulebook import Figures

_SIGNIFICANT = 3  # digits from which amounts agree on purpose


class _Sum(NamedTuple):
    """The sum or the difference of two amounts, as it would be written."""

    names: tuple[str, str]
    value: Fraction
    text: str


class Pins:
    """The figures that others say must stand in a cell, by relations and by sums of two."""

    def __init__(self, tests: Tests, figures: Figures) -> None:
        self._tests, self._figures = tests, figures

    def of_cell(
        self, cell: FigureCell, value: Fraction, known: Mapping[Fraction, Slip]
    ) -> tuple[Fraction, ...]:
        """What must stand in a cell that holds ``value``; ``known`` are the slips of its digits."""
        if cell.row is not None:
            return ()
        relations = self._tests.relations.values()
        solved = (one.solved(cell.item.id, self._figures) for one in relations)
        found = [v for v in solved if v is not None]
        if cell.item.kind == "money":
            found += self._by_sums(cell, value, known)
        return tuple(dict.fromkeys(v for v in found if v != value))

    def _by_sums(
        self, cell: FigureCell, value: Fraction, known: Mapping[Fraction, Slip]
    ) -> Iterator[Fraction]:
        """Sums of two other amounts that the figure may have been before a slip."""
        own = format_number(value)
        texts = {format_number(each) for each in (*known, -value)}
        for one in self._sums:
            if cell.item.id not in one.names and (
                one.text in texts or digits_between(own, one.text) != "relation"
            ):
                yield one.value

    @cached_property
    def _sums(self) -> tuple[_Sum, ...]:
        amounts = {
            cell.item.id: amount
            for cell in self._tests.cells
            if cell.item.kind == "money"
            and cell.row is None
            and (amount := value_in(cell)) is not None
        }
        return tuple(
            _Sum((one, other), meant, written_number(meant))
            for (one, first), (other, second) in combinations(amounts.items(), 2)
            for meant in (first + second, abs(first - second))
            if is_significant(meant)
        )


def is_significant(value: Fraction) -> bool:
    """Whether a figure has so many digits that two that are equal are so on purpose."""
    return len(str(value.numerator).strip("-0")) >= _SIGNIFICANT


def is_elsewhere(tests: Tests, cell: FigureCell, value: Fraction) -> bool:
    """Whether another cell of the same kind holds the same figure: it was typed twice."""
    return is_significant(value) and any(
        value_in(other) == value
        for other in tests.cells
        if other.reading.place != cell.reading.place and other.item.kind == cell.item.kind
    )
