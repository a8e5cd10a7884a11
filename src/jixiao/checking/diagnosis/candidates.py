"""FigureChange changes of one cell of basic figures, and what each of them mends.

Only cells on which a symptom rests are tried; a change that breaks anything else is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain

from jixiao.checking.diagnosis.cells import FigureCell, figures_with, value_in
from jixiao.checking.diagnosis.slips import (
    COSTS,
    Slip,
    digit_slips,
    dropped_slips,
    slip_between,
    unit_slips,
)
from jixiao.checking.diagnosis.symptoms import (
    Symptom,
    Tests,
    shape_of_value,
    without_spreads,
)
from jixiao.formula import Compare, evaluate_formula, input_names, parse_formula
from jixiao.rulebook import Figures, Rulebook

_ABOUT_ROWS = ("row", "absurd", "lost")
_SIGNIFICANT = 3


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One cell changed, and the symptoms that this mends without bringing others."""

    cell: FigureCell
    slip: Slip
    mends: frozenset[Symptom]
    is_pinned: bool = False  # other figures add up to the figure that was meant

    @property
    def weight(self) -> int:
        """How much speaks for it: each symptom mended, and figures that add up to it."""
        return len(self.mends) + self.is_pinned


class TrialBudget:
    """How many changes may still be tried for one return; counted, so that results are the same
    on every machine."""

    def __init__(self, trials: int) -> None:
        self.left = trials

    def take(self) -> bool:
        """Take one trial; False where none is left."""
        self.left -= 1
        return self.left >= 0


def symptoms_of(tests: Tests, figures: Figures) -> set[Symptom]:
    """All symptoms that rest on basic figures."""
    found: set[Symptom] = set()
    bare = without_spreads(figures)
    for test in dict.fromkeys(chain.from_iterable(tests.of_cell.values())):
        found |= test(figures, bare)
    for cell in tests.cells:
        value = value_in(cell)
        found |= shape_of_value(cell, value) if value is not None else set()
    return found


def candidates(
    book: Rulebook,
    tests: Tests,
    figures: Figures,
    symptoms: set[Symptom],
    odd: set[Symptom],
    budget: TrialBudget,
    is_natural: Callable[[FigureChange], bool],
) -> list[FigureChange]:
    """Try the changes of every cell that a symptom rests on.

    A digit left out may be any: that is tried only for ``odd`` symptoms that nothing else mends.
    What leaves a rate as odd as it was (not ``is_natural``) mends nothing.
    """
    found: list[FigureChange] = []
    again: list[tuple[FigureCell, Fraction, set[Symptom]]] = []
    for cell in tests.cells:
        value = value_in(cell)
        if value is None:
            continue
        here = tests.symptoms(cell, figures) | shape_of_value(cell, value)
        if not here & symptoms:
            continue
        known = {slip.value: slip for slip in digit_slips(value)}
        pinned = _pinned(book, cell, value, figures, known)
        slips = _slips(book, cell, value, pinned, figures, known)
        found += _tried(cell, slips, tests, figures, here, pinned, budget)
        if cell.item.kind != "flag" and (here & odd or len(here & symptoms) > 1):
            again.append((cell, value, here))
    found = [each for each in found if is_natural(each)]
    mended = {symptom for each in found for symptom in each.mends}
    several = {each.cell.reading.place for each in found if len(each.mends) > 1}
    for cell, value, here in again:
        is_open = len(here & symptoms) > 1 and cell.reading.place not in several
        if is_open or (here & odd) - mended:
            longer = _tried(cell, dropped_slips(value), tests, figures, here, (), budget)
            found += filter(is_natural, longer)
    return found


def _tried(
    cell: FigureCell,
    slips: Iterator[Slip],
    tests: Tests,
    figures: Figures,
    here: set[Symptom],
    pinned: Sequence[Fraction],
    budget: TrialBudget,
) -> list[FigureChange]:
    found = []
    for slip in slips:
        if shape_of_value(cell, slip.value) or not budget.take():
            continue
        mends = _mended(tests, cell, figures_with(figures, cell, slip.value), here)
        if mends:
            found.append(FigureChange(cell, slip, mends, slip.value in pinned))
    return found


def _mended(
    tests: Tests, cell: FigureCell, changed: Figures, here: set[Symptom]
) -> frozenset[Symptom]:
    """What a change mends; nothing where it breaks something that held."""
    after: set[Symptom] = set()
    bare = without_spreads(changed)
    for test in tests.of_cell[cell.key]:
        found = test(changed, bare)
        if any(each not in here and not _is_open(each, here) for each in found):
            return frozenset()
        after |= found
    agreeing = {
        ("agrees", ident)
        for kind, ident in here - after
        if kind == "absurd" and ("row", ident) not in after
    }
    return frozenset((here - after) | agreeing)


def _is_open(symptom: Symptom, here: set[Symptom]) -> bool:
    """Whether nothing could be said of the row before, its rate being absurd."""
    return symptom[0] == "row" and ("absurd", symptom[1]) in here


def _slips(
    book: Rulebook,
    cell: FigureCell,
    value: Fraction,
    pinned: Sequence[Fraction],
    figures: Figures,
    known: Mapping[Fraction, Slip],
) -> Iterator[Slip]:
    item = cell.item
    if item.kind == "flag":
        yield Slip("answer", 1 - value)
        return
    if item.kind == "money":
        yield from unit_slips(value, item.unit or book.money_unit)
    if item.kind == "rate":
        yield Slip("percent", value * 100)
        yield Slip("percent", value / 100)
    if value and (getattr(item, "signed", False) or value < 0):
        yield Slip("sign", -value)
    yield from known.values()
    for meant in pinned:
        slip = slip_between(value, meant, known)
        if slip.kind == "relation" and _is_elsewhere(book, cell, value, figures):
            slip = Slip("copied", meant)
        if slip.cost > COSTS["point"]:
            yield slip


def _is_elsewhere(book: Rulebook, cell: FigureCell, value: Fraction, figures: Figures) -> bool:
    """Whether another cell of the same kind holds the same figure: it was typed twice."""
    return value != 0 and any(
        figures.inputs[i.id].exact == value
        for i in book.inputs
        if i.id != cell.item.id and i.kind == cell.item.kind and i.id in figures.inputs
    )


def _pinned(
    book: Rulebook,
    cell: FigureCell,
    value: Fraction,
    figures: Figures,
    known: Mapping[Fraction, Slip],
) -> tuple[Fraction, ...]:
    """The figures that others say must stand in a cell, by identities and by sums of two."""
    if cell.row is not None:
        return ()
    found = [v for v in _by_identities(book, cell.item.id, figures) if v != value]
    if cell.item.kind == "money":
        found += [
            v
            for v in dict.fromkeys(_by_sums(book, cell, figures))
            if slip_between(value, v, known).kind != "relation"
        ]
    return tuple(dict.fromkeys(v for v in found if v != value))


def _by_identities(book: Rulebook, name: str, figures: Figures) -> Iterator[Fraction]:
    """Solve the equations of the rulebook for one figure; they are all linear or left alone."""
    for identity in book.identities:
        tree = parse_formula(identity.holds)
        used = input_names(tree)
        if not isinstance(tree, Compare) or tree.operator != "=" or name not in used:
            continue
        if any(other not in figures.inputs for other in used):
            continue
        known = {other: figures.inputs[other].exact for other in used}
        gaps = [
            evaluate_formula(tree.left, at) - evaluate_formula(tree.right, at)
            for at in ({**known, name: Fraction(x)} for x in (0, 1))
        ]
        if gaps[0] != gaps[1]:
            yield gaps[0] / (gaps[0] - gaps[1])


def _by_sums(book: Rulebook, cell: FigureCell, figures: Figures) -> Iterator[Fraction]:
    amounts = [
        figures.inputs[i.id].exact
        for i in book.inputs
        if i.kind == "money" and i.id != cell.item.id and i.id in figures.inputs
    ]
    for nth, one in enumerate(amounts):
        for other in amounts[nth + 1 :]:
            for meant in (one + other, abs(one - other)):
                if len(str(meant.numerator).strip("0")) >= _SIGNIFICANT:
                    yield meant


def about_rows(mends: frozenset[Symptom]) -> frozenset[str]:
    """The ids of the rows whose scores a change mends."""
    return frozenset(ident for kind, ident in mends if kind in _ABOUT_ROWS)
