"""Two figures that are wrong at once, where neither change explains anything alone.

Only what speaks for itself is tried: a unit, a sign, a point or a percentage that brings a figure
back to what is usual, and what the other figures of a relation leave for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, product

from jixiao.checking.diagnosis.candidates import FigureChange, slips_of
from jixiao.checking.diagnosis.cells import FigureCell, value_in
from jixiao.checking.diagnosis.model import FigureRoot
from jixiao.checking.diagnosis.oddity import times_apart
from jixiao.checking.diagnosis.slips import Slip, digit_slips
from jixiao.checking.diagnosis.symptoms import Symptom
from jixiao.checking.diagnosis.trials import Trials
from jixiao.figures import Exact

_KINDS = ("unit", "percent", "sign", "point")
_MOST_CELLS = 6
_MOST_SLIPS = 4  # of one cell


def with_pairs(trials: Trials, roots: Sequence[FigureRoot], left: set[Symptom]) -> list[FigureRoot]:
    """The roots, and both figures of the only pair of changes that explains a broken relation.

    Where no pair does, an amount in 元 is wrong whatever else is.
    """
    known = {root.choices[0].cell.reading.place: root for root in roots if root.is_one_cell}
    for symptom in sorted(each for each in left if each[0] == "identity"):
        cells = _cells_of(trials, symptom)
        found = list(_pairs(trials, cells, symptom))
        least = min((_cost(pair) for pair in found), default=0)
        best = [pair for pair in found if _cost(pair) == least]
        if len({tuple(each.cell.reading.place for each in pair) for pair in best}) == 1:
            for changes in zip(*best, strict=True):
                place = changes[0].cell.reading.place
                known[place] = _explaining(known.get(place), changes, symptom)
            break
        for change in _in_yuan(trials, cells):
            known.setdefault(change.cell.reading.place, _listed((change,), change.mends))
    return [*(root for root in roots if not root.is_one_cell), *known.values()]


def _explaining(
    root: FigureRoot | None, changes: Sequence[FigureChange], symptom: Symptom
) -> FigureRoot:
    """A root that explains a relation as well; without one, the changes as they are listed."""
    if root is None:
        return _listed(_distinct(changes), changes[0].mends)
    more = frozenset({symptom})
    choices = tuple(replace(each, mends=each.mends | more) for each in root.choices)
    return replace(root, choices=choices, mends=root.mends | more)


def _listed(changes: tuple[FigureChange, ...], mends: frozenset[Symptom]) -> FigureRoot:
    """A root with its changes listed: that they mend something together proves none of them."""
    return FigureRoot(changes, mends, is_informative=False)


def _cost(pair: Sequence[FigureChange]) -> int:
    return sum(each.slip.cost for each in pair)


def _distinct(changes: Sequence[FigureChange]) -> tuple[FigureChange, ...]:
    return tuple({each.slip.value: each for each in changes}.values())


def _cells_of(trials: Trials, symptom: Symptom) -> list[FigureCell]:
    names = trials.tests.relations[symptom[1]].names
    cells = (c for c in trials.tests.cells if c.row is None and c.key in names and value_in(c))
    return list(cells)[:_MOST_CELLS]


def _pairs(
    trials: Trials, cells: Sequence[FigureCell], symptom: Symptom
) -> Iterator[tuple[FigureChange, FigureChange]]:
    changes = [list(_speaking(trials, cell)) for cell in cells]
    if not trials.tests.relations[symptom[1]].is_equation:  # which many figures would keep
        changes = [[each for each in of_cell if each.mends] for of_cell in changes]
    for ours, theirs in combinations(changes, 2):
        for one, other in product(ours, theirs):
            if not trials.budget.take():
                return
            mends = trials.mended((*one.values, *other.values))
            if symptom in mends:
                yield replace(one, mends=mends), replace(other, mends=mends)


def _in_yuan(trials: Trials, cells: Sequence[FigureCell]) -> Iterator[FigureChange]:
    """The amounts that are far above all others and are not once 元 become 万元."""
    for cell in cells:
        for change in _speaking(trials, cell):
            if change.slip.unit == "元" and ("far", cell.reading.place) in change.mends:
                yield change


def _speaking(trials: Trials, cell: FigureCell) -> Iterator[FigureChange]:
    """The changes of a cell that bring its figure nearer to what is usual, the commonest first."""
    value = value_in(cell) or Exact(0)
    known = {slip.value: slip for slip in digit_slips(value)}
    before = trials.tests.of_value(cell, value)
    slips = [
        slip
        for slip in slips_of(trials.book, trials.tests, cell, value, (), known)
        if slip.kind in _KINDS and not slip.is_odd and _is_nearer(cell, slip, trials.tests.usual)
    ]
    for slip in sorted(slips, key=lambda slip: slip.cost)[:_MOST_SLIPS]:
        after = trials.tests.of_value(cell, slip.value)
        if not after - before:
            yield FigureChange(cell, slip, frozenset(before - after))


def _is_nearer(cell: FigureCell, slip: Slip, usual: Fraction) -> bool:
    """Whether an amount comes nearer to the others; a sign or a percentage has no nearer."""
    if slip.kind in ("percent", "sign"):
        return True
    typed = value_in(cell) or Exact(0)
    is_amount = cell.item.kind == "money" and usual > 0
    return is_amount and times_apart(slip.value, usual) < times_apart(typed, usual)
