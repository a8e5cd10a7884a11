"""What must hold between figures: the rulebook's identities, sums of the block of funds.

Each knows whether it holds of some figures and, where it is an equation, what one of them must be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from jixiao.checking.figure_notes import is_explained
from jixiao.checking.score import FundSum, fund_sums, value_of
from jixiao.figures import Exact, IntervalSet, format_decimals, round_half_up
from jixiao.finding import Bilingual, text_of
from jixiao.formula import Compare, evaluate_formula, evaluate_intervals, input_names, parse_formula
from jixiao.rulebook import Figures, FigureValue, Identity, Rulebook
from jixiao.scoresheet import Scoresheet

_LARGE = 100  # from which a whole amount may be one with decimals, rounded
_ENDLESS = 9
FUNDS = "funds:"  # what the keys of sums of funds begin with


@dataclass(frozen=True, slots=True)
class BookRelation:
    """An identity of the rulebook."""

    identity: Identity
    tree: Compare
    names: tuple[str, ...]
    is_of_amounts: bool = False  # not of things, which are counted and never rounded
    has_spreads = True  # what may hide behind the digits of its figures counts

    @property
    def key(self) -> str:
        """The name of its symptom."""
        return self.identity.id

    @property
    def is_equation(self) -> bool:
        """Whether it leaves one value only for each of its figures."""
        return self.tree.operator == "="

    @property
    def symptom(self) -> str:
        """Its kind of symptom: ``sum`` where figures may honestly not fit, else ``identity``."""
        return "sum" if self.identity.unless else "identity"

    @property
    def says(self) -> Bilingual:
        """Its sentence, without the stop."""
        return says_of(self.identity)

    def holds(self, figures: Figures) -> bool:
        """Whether figures fit together, whatever was rounded away in them; blanks always do."""
        known = figures.inputs
        if any(name not in known for name in self.names):
            return True
        values = {name: known[name] for name in self.names}
        exact = {name: value.exact for name, value in values.items()}
        if evaluate_formula(self.tree, exact) or self._is_rounded(exact):
            return True
        if all(value.spread is None for value in values.values()):
            return False
        possible = {name: v.spread or IntervalSet.point(v.exact) for name, v in values.items()}
        return evaluate_intervals(self.tree, possible).contains(1)

    def _is_rounded(self, exact: Mapping[str, Fraction]) -> bool:
        """Whether amounts fit together but for what rounding them to fewer decimals leaves open.

        Each of n amounts with one decimal at most is out by 0.05 at most, whole ones by 0.5.
        """
        if self.tree.operator != "=" or not self.is_of_amounts:
            return False
        places = {name: _decimals(value) for name, value in exact.items()}
        finest = max(places.values())
        gap: Fraction = abs(self._gap(exact))
        half: Fraction = Exact(1, 2 * 10**finest)
        if finest <= 1:
            return gap < len(exact) * half
        whole = [name for name, of_name in places.items() if of_name == 0]
        return len(whole) == 1 and self._is_whole_of(whole[0], exact)

    def _is_whole_of(self, name: str, exact: Mapping[str, Fraction]) -> bool:
        """Whether an amount is what the others come to, rounded to a whole one."""
        meant = self._solved(name, exact)
        is_large = abs(exact[name]) >= _LARGE
        return meant is not None and is_large and round_half_up(meant, 0) == exact[name]

    def _gap(self, exact: Mapping[str, Fraction]) -> Fraction:
        left, right = self.tree.left, self.tree.right
        return evaluate_formula(left, exact) - evaluate_formula(right, exact)

    def solved(self, name: str, figures: Figures) -> Fraction | None:
        """What one figure must be, the others being right; None where it is no equation."""
        if self.tree.operator != "=" or name not in self.names:
            return None
        if any(other not in figures.inputs for other in self.names):
            return None
        return self._solved(name, {other: figures.inputs[other].exact for other in self.names})

    def _solved(self, name: str, known: Mapping[str, Fraction]) -> Fraction | None:
        at_zero, at_one = (self._gap({**known, name: Exact(x)}) for x in (0, 1))
        return None if at_zero == at_one else at_zero / (at_zero - at_one)


@dataclass(frozen=True, slots=True)
class FundsRelation:
    """A sum of the block of funds; ``inputs`` are its amounts that are inputs, by place."""

    summed: FundSum
    inputs: Mapping[str, str]
    is_equation = True
    symptom = "identity"
    has_spreads = False

    @property
    def key(self) -> str:
        """The name of its symptom."""
        return f"{FUNDS}{self.summed.total.place}"

    @property
    def names(self) -> tuple[str, ...]:
        """The inputs that it rests on."""
        return tuple(self.inputs.values())

    @property
    def says(self) -> Bilingual:
        """Its sentence, without the stop."""
        return text_of("diagnosis.funds").fill(name=self.summed.label)

    def _values(self, figures: Figures) -> tuple[Fraction, list[Fraction]]:
        total, *parts = (
            figures.inputs.get(self.inputs.get(r.place, ""), FigureValue(value_of(r))).exact
            for r in (self.summed.total, *self.summed.parts)
        )
        return total, parts

    def holds(self, figures: Figures) -> bool:
        """Whether the parts come to their sum."""
        return self.summed.fits(*self._values(figures))

    def solved(self, name: str, figures: Figures) -> Fraction | None:
        """What one amount must be, the others being right; None where it is in no way given."""
        total, parts = self._values(figures)
        if name not in self.names:
            return None
        if self.inputs.get(self.summed.total.place) == name:
            return sum(parts, Exact(0))
        own = next(
            value
            for value, r in zip(parts, self.summed.parts, strict=True)
            if self.inputs.get(r.place) == name
        )
        left = total - sum(parts, Exact(0)) + own
        return left if left >= 0 else None


Relation = BookRelation | FundsRelation


def _decimals(value: Fraction) -> int:
    """The decimals of an amount; of one that no decimals write, more than anybody rounds to."""
    places = format_decimals(value)
    return _ENDLESS if places is None else places


def equation_of(book: Rulebook, identity: Identity) -> BookRelation | None:
    """An identity that compares two sides; None where it is none."""
    key = "relation", id(identity)
    if key not in book.compiled:
        book.compiled[key] = _equation_of(book, identity)
    found = book.compiled[key]
    return found if isinstance(found, BookRelation) else None


def _equation_of(book: Rulebook, identity: Identity) -> BookRelation | None:
    tree = parse_formula(identity.holds)
    if not isinstance(tree, Compare):
        return None
    names = input_names(tree)
    kinds = {book.input_by_id[name].kind for name in names if name in book.input_by_id}
    return BookRelation(identity, tree, names, kinds == {"money"})


def relations_of(sheet: Scoresheet) -> Iterator[Relation]:
    """All that must hold between the figures of a sheet."""
    for identity in sheet.rulebook.identities:
        equation = equation_of(sheet.rulebook, identity)
        if equation is not None and not is_explained(sheet, identity):
            yield equation
    if sheet.funds is None:
        return
    by_place = {
        reading.place: name
        for name, reading in sheet.inputs.items()
        if reading.figure is not None and name in sheet.rulebook.input_by_id
    }
    for summed in fund_sums(sheet.funds):
        cells = (summed.total, *summed.parts)
        inputs = {r.place: by_place[r.place] for r in cells if r.place in by_place}
        if inputs:
            yield FundsRelation(summed, inputs)


def holds(book: Rulebook, identity: Identity, figures: Figures) -> bool:
    """Whether figures fit together, whatever was rounded away in them; blanks always do."""
    equation = equation_of(book, identity)
    return equation is None or equation.holds(figures)


def says_of(identity: Identity) -> Bilingual:
    """The sentence of figures that must fit together, without its stop."""
    english = identity.says_en or identity.says
    return Bilingual(identity.says.rstrip("。"), english.rstrip(".。"))
