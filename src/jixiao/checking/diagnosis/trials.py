"""Try changes of basic figures: what each of them mends.

Only cells on which a symptom rests are tried; a change that breaks anything else is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import chain, combinations

from jixiao.checking.diagnosis.candidates import FigureChange, slips_of
from jixiao.checking.diagnosis.cells import FigureCell, value_in
from jixiao.checking.diagnosis.oddity import is_out_of_proportion
from jixiao.checking.diagnosis.pinned import Pins
from jixiao.checking.diagnosis.slips import (
    COSTS,
    Slip,
    SlipKind,
    digit_slips,
    dropped_by_place,
    mistyped_by_place,
)
from jixiao.checking.diagnosis.symptoms import (
    AIDS,
    SPEAKING,
    Symptom,
    Test,
    Tests,
    is_informative_score,
    shape_of_value,
)
from jixiao.checking.diagnosis.tried_figures import TriedFigures
from jixiao.figures import Exact
from jixiao.rulebook import Rulebook

_SEVERAL = 2  # symptoms from which a line beside a cell may be what belongs there
_NEAR_LINES = 2  # lines up and down that a figure may have slipped
_ENOUGH = 6  # changes by a digit left out that are looked for in one cell: more than are listed


class TrialBudget:
    """How many changes may still be tried for one return; counted, so that results are the same
    on every machine."""

    def __init__(self, trials: int) -> None:
        self.left = trials

    def take(self) -> bool:
        """Take one trial; False where none is left."""
        self.left -= 1
        return self.left >= 0


_Concerned = tuple[FigureCell, Fraction, set[Symptom]]  # a cell, its figure, what rests on it
Findings = Mapping[Test, frozenset[Symptom]]
_Turns = tuple[list[Test], list[Test], list[Test]]


def tested(tests: Tests, figures: TriedFigures) -> Findings:
    """What each test says of the figures as they are."""
    every = dict.fromkeys(chain.from_iterable((*tests.of_cell.values(), *tests.of_rows.values())))
    known = tests.now
    return {test: known[test] if test in known else frozenset(test(figures)) for test in every}


def symptoms_of(tests: Tests, now: Findings) -> set[Symptom]:
    """All symptoms that rest on basic figures."""
    found: set[Symptom] = set().union(*now.values())
    for cell in tests.cells:
        value = value_in(cell)
        found |= tests.of_value(cell, value) if value is not None else set()
    return found


@dataclass(slots=True)
class Trials:
    """The figures of one return as a ground for trials."""

    book: Rulebook
    tests: Tests
    figures: TriedFigures
    now: Findings
    symptoms: set[Symptom]
    odd: set[Symptom]
    budget: TrialBudget
    is_natural: Callable[[FigureChange], bool]
    _turns: dict[tuple[str, ...], _Turns] = field(default_factory=dict, init=False)

    def run(self) -> list[FigureChange]:
        """Try the changes of every cell that a symptom rests on, then exchanges of two.

        A digit left out may be any: that is tried only where no other change explains as much.
        """
        found: list[FigureChange] = []
        concerned: list[_Concerned] = []
        nothing: list[_Concerned] = []  # no digit of it was mistyped, others may say what is meant
        for cell in self.tests.cells:
            value = value_in(cell)
            if value is None:
                continue
            here = self._here(cell, value)
            is_nothing = cell.item.kind == "money" and not value
            if is_nothing and len(here & self.symptoms) > 1:
                nothing.append((cell, value, here))
            elif not is_nothing and here & self.symptoms:
                concerned.append((cell, value, here))
        pins = Pins(self.tests, self.figures.full)
        for cell, value, here in (*concerned, *nothing):
            known = {slip.value: slip for slip in digit_slips(value)}
            pinned = pins.of_cell(cell, value, known)
            slips = slips_of(self.book, self.tests, cell, value, pinned, known)
            found += self._tried(cell, slips, here, pinned)
        found += self._exchanged(concerned)
        return found + self._longer(concerned, found)

    def _longer(
        self,
        concerned: Iterable[_Concerned],
        found: Sequence[FigureChange],
    ) -> list[FigureChange]:
        mended = {symptom for each in found for symptom in each.mends}
        several = {c.reading.place for f in found if len(f.mends) > 1 for c in f.cells}
        longer: list[FigureChange] = []
        for cell, value, here in concerned:
            open_ones = here & self.symptoms
            is_open = len(open_ones) > 1 and cell.reading.place not in several
            is_beaten = any(self._explains_more(each, here) for each in found)
            if cell.item.kind != "flag" and (is_open or open_ones - mended) and not is_beaten:
                places = chain(dropped_by_place(value), mistyped_by_place(value))
                slips = self._reaching(cell, places)
                longer += self._tried(cell, slips, here, (), most=_ENOUGH)
        return longer

    def _reaching(self, cell: FigureCell, places: Iterable[tuple[Slip, ...]]) -> Iterator[Slip]:
        """The slips of those places where some figure in between may mend something."""
        wrong = [
            (test, any(kind == "absurd" for kind, _ in self.now[test]))
            for test in self.tests.on(cell)
            if any(kind not in AIDS for kind, _ in self.now[test])
        ]
        for slips in places:
            values = [slip.value for slip in slips]
            between = self.figures.between(cell, min(values), max(values))
            if any(is_absurd or self.tests.may_pass(test, between) for test, is_absurd in wrong):
                yield from slips

    def _explains_more(self, found: FigureChange, here: set[Symptom]) -> bool:
        """Whether a change explains all of ``here`` and is likelier than any digit left out."""
        open_ones = here & self.symptoms
        most = len(open_ones) + sum(kind in (*SPEAKING, "absurd") for kind, _ in here)
        own = len(found.mends & self.symptoms)
        own += sum(kind in SPEAKING for kind, _ in found.mends)
        is_likelier = (own, -found.slip.cost) > (most, -COSTS["dropped"])
        is_loose = all(kind == "identity" for kind, _ in found.mends)
        return is_likelier and not is_loose and open_ones <= found.mends

    def _tried(
        self,
        cell: FigureCell,
        slips: Iterator[Slip],
        here: set[Symptom],
        pinned: Sequence[Fraction],
        most: int | None = None,
    ) -> list[FigureChange]:
        found: list[FigureChange] = []
        typed = value_in(cell) or Exact(0)
        for slip in slips:
            if shape_of_value(cell, slip.value) or self._is_far_fetched(cell, typed, slip):
                continue
            if not self.budget.take() or (most is not None and len(found) >= most):
                break
            mends = self._mended(((cell, slip.value),), here)
            if mends:
                change = FigureChange(cell, slip, mends, slip.value in pinned)
                found += [change] if self.is_natural(change) else []
        return found

    def _is_far_fetched(self, cell: FigureCell, typed: Fraction, slip: Slip) -> bool:
        """Whether an amount would then be out of all proportion to the others, and is not now."""
        if cell.item.kind != "money" or slip.kind not in ("unit", "point"):
            return False
        usual = self.tests.usual
        return is_out_of_proportion(slip.value, usual) and not is_out_of_proportion(typed, usual)

    def _exchanged(self, concerned: Sequence[_Concerned]) -> list[FigureChange]:
        """Figures of one kind that stand in each other's place."""
        found: list[FigureChange] = []
        for (one, first, here), (other, second, there) in self._pairs(concerned):
            is_same = (one.item.kind, one.item.unit) == (other.item.kind, other.item.unit)
            is_apart = not (one.row is None or one.row == other.row or one.item is other.item)
            if not is_same or first == second or one.item.kind == "flag":
                continue
            if is_apart:
                continue  # of a table, figures of one row or one column are exchanged
            if not self.budget.take():
                break
            mends = self._mended(((one, second), (other, first)), here | there)
            is_exact = any(self._is_exact(symptom) for symptom in mends)
            if here & there & self.symptoms:
                is_likely = is_exact or bool(mends & self.odd)
            else:  # two cells far from each other: both must be the better for it, or much of one
                open_ones = mends & self.symptoms
                is_likely = len(open_ones) > 1 and (is_exact or bool(there))
                is_likely &= bool(open_ones & here) and (not there or bool(open_ones & there))
            if mends and is_likely:
                kind: SlipKind = "swapped" if is_exact else "crossed"
                change = FigureChange(one, Slip(kind, second), mends, is_exact, other)
                found += [change] if self.is_natural(change) else []
        return found

    def _pairs(self, concerned: Sequence[_Concerned]) -> Iterator[tuple[_Concerned, _Concerned]]:
        """Two cells with a symptom each; one with several, and a line next to it with none."""
        yield from combinations(concerned, 2)
        known = {cell.reading.place for cell, _, _ in concerned}
        cells = self.tests.cells
        for one in concerned:
            if len(one[2] & self.symptoms) < _SEVERAL:
                continue
            place = cells.index(one[0])
            for other in cells[max(0, place - _NEAR_LINES) : place + _NEAR_LINES + 1]:
                if other.reading.place not in known and (value := value_in(other)):
                    yield one, (other, value, set())

    def _is_exact(self, symptom: Symptom) -> bool:
        """Whether hardly any other figures would take a symptom away."""
        kind, ident = symptom
        if kind == "identity":
            return self.tests.relations[ident].is_equation
        one = self.tests.rows.get(ident) if kind == "row" else None
        return one is not None and is_informative_score(one)

    def mended(self, changes: tuple[tuple[FigureCell, Fraction], ...]) -> frozenset[Symptom]:
        """What several changes mend together."""
        here = (self._here(cell, value_in(cell) or Exact(0)) for cell, _ in changes)
        return self._mended(changes, set[Symptom]().union(*here))

    def _here(self, cell: FigureCell, value: Fraction) -> set[Symptom]:
        """What does not fit among all that rests on a cell."""
        return self.tests.of_value(cell, value).union(
            *(self.now[test] for test in self.tests.on(cell))
        )

    def _mended(
        self, changes: tuple[tuple[FigureCell, Fraction], ...], here: set[Symptom]
    ) -> frozenset[Symptom]:
        """What a change mends; nothing where it breaks something that held.

        What does not fit now is looked at first: a change that mends none of it is none. Sums
        that held by chance go along where two figures change places.
        """
        after: set[Symptom] = set()
        for cell, value in changes:
            after |= self.tests.of_value(cell, value)
        changed = self.figures.changed(*changes)
        for tests in self._in_turn(changes):
            for test in tests:
                for each in test(changed):
                    if each[0] == "held" and len(changes) > 1:
                        continue
                    if each not in here and not _is_open(each, here):
                        return frozenset()
                    after.add(each)
            if not any(self._counts(each) for each in here - after):
                return frozenset()
        agreeing = {
            ("agrees", ident)
            for kind, ident in here - after
            if kind == "absurd" and ("row", ident) not in after
        }
        return frozenset((here - after) | agreeing)

    def _counts(self, symptom: Symptom) -> bool:
        """Whether a change must take away one such symptom at least."""
        return symptom[0] not in AIDS or symptom in self.symptoms

    def _in_turn(self, changes: tuple[tuple[FigureCell, Fraction], ...]) -> _Turns:
        """What may show that a change mends something, what costs little, and the rest."""
        keys = tuple(cell.key for cell, _ in changes)
        kept = self._turns.get(keys)
        if kept is not None:
            return kept
        relations = dict.fromkeys(t for key in keys for t in self.tests.of_cell[key])
        rows = dict.fromkeys(t for key in keys for t in self.tests.of_rows[key])
        open_ones = [t for t in (*relations, *rows) if any(map(self._counts, self.now[t]))]
        first = set(open_ones)
        wrong = [t for t in rows if self.now[t] and t not in first]
        rest = [t for t in rows if not self.now[t]]
        turns = open_ones, [*(t for t in relations if t not in first), *wrong], rest
        self._turns[keys] = turns
        return turns


def _is_open(symptom: Symptom, here: set[Symptom]) -> bool:
    """Whether nothing could be said of the row before, its rate being absurd."""
    return symptom[0] == "row" and ("absurd", symptom[1]) in here
