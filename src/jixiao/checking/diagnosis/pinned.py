"""Figures that other figures of a return say must stand in a cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from jixiao.checking.diagnosis.cells import FigureCell, value_in
from jixiao.checking.diagnosis.slips import Slip, slip_between
from jixiao.checking.diagnosis.symptoms import Tests
from jixiao.rulebook import Figures

_SIGNIFICANT = 3  # digits from which amounts agree on purpose


def pinned_values(
    tests: Tests,
    cell: FigureCell,
    value: Fraction,
    figures: Figures,
    known: Mapping[Fraction, Slip],
) -> tuple[Fraction, ...]:
    """The figures that others say must stand in a cell, by relations and by sums of two."""
    if cell.row is not None:
        return ()
    solved = (one.solved(cell.item.id, figures) for one in tests.relations.values())
    found = [v for v in solved if v is not None]
    if cell.item.kind == "money":
        found += [
            v
            for v in dict.fromkeys(_by_sums(tests, cell))
            if slip_between(value, v, known).kind != "relation"
        ]
    return tuple(dict.fromkeys(v for v in found if v != value))


def _by_sums(tests: Tests, cell: FigureCell) -> Iterator[Fraction]:
    """Sums and differences of two other amounts, such as a third one was meant to be."""
    amounts = [
        amount
        for other in tests.cells
        if other.item.kind == "money"
        and other.row is None
        and other.item.id != cell.item.id
        and (amount := value_in(other)) is not None
    ]
    for nth, one in enumerate(amounts):
        for other_amount in amounts[nth + 1 :]:
            for meant in (one + other_amount, abs(one - other_amount)):
                if is_significant(meant):
                    yield meant


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
