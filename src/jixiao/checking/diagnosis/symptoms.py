"""Symptoms: what of a scoresheet does not fit together, as far as it rests on basic figures.

A symptom is a short key, so that what a change mends and what it breaks are differences of sets:
``row`` (a self-score out of reach), ``absurd`` (a rate that no real figures give), ``rate`` (a
typed rate that the figures don't give), ``identity`` (figures that must fit together and don't),
``shape`` (a figure that its cell cannot hold), ``held`` (a sum that held until it was changed).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from jixiao.checking.diagnosis.cells import FigureCell, figure_cells, value_in
from jixiao.checking.diagnosis.oddity import is_absurd_rate
from jixiao.checking.model import Verdict
from jixiao.checking.score import (
    HIGHEST_RATE,
    JudgedRow,
    compare_score,
    is_given_by,
    recompute_row,
    weight_in,
)
from jixiao.figures import IntervalSet, format_decimals
from jixiao.formula import Compare, evaluate_formula, evaluate_intervals, input_names, parse_formula
from jixiao.rulebook import (
    Figures,
    FigureValue,
    Identity,
    Indicator,
    Outcome,
    OutcomeState,
    Role,
    Rulebook,
    evaluate_indicator,
    plan_indicator,
)
from jixiao.scoresheet import Scoresheet

Symptom = tuple[str, str]
Test = Callable[[Figures, Figures], set[Symptom]]
"""Takes the figures and the same figures without their spreads, which is all that most need."""

_SIGNIFICANT = 3  # digits from which three amounts that add up do so on purpose


@dataclass(frozen=True, slots=True)
class Tests:
    """Everything that rests on basic figures, and which cells each rests on, by their keys."""

    of_cell: dict[str, list[Test]] = field(default_factory=lambda: defaultdict(list))
    cells: tuple[FigureCell, ...] = ()
    rows: dict[str, JudgedRow] = field(default_factory=dict)

    def symptoms(self, cell: FigureCell, figures: Figures) -> set[Symptom]:
        """What does not fit among all that rests on one cell, its own shape included."""
        found: set[Symptom] = set()
        bare = without_spreads(figures)
        for test in self.of_cell[cell.key]:
            found |= test(figures, bare)
        return found


def without_spreads(figures: Figures) -> Figures:
    """The figures as exact numbers alone."""
    return Figures(
        {name: FigureValue(value.exact) for name, value in figures.inputs.items()},
        {
            table: tuple({k: FigureValue(v.exact) for k, v in row.items()} for row in rows)
            for table, rows in figures.tables.items()
        },
    )


def tests_of(sheet: Scoresheet, judged: Sequence[JudgedRow]) -> Tests:
    """Collect what can be tested of a scoresheet."""
    tests = Tests(cells=tuple(figure_cells(sheet)))
    book = sheet.rulebook
    for one in judged:
        rule = one.computed.rule
        if isinstance(rule, Indicator) and one.computed.basis == "inputs":
            tests.rows[one.row.id] = one
            test = _row_test(sheet, one, rule)
            for key in keys_of(book, rule):
                tests.of_cell[key].append(test)
    for identity in book.identities:
        for name in input_names(parse_formula(identity.holds)):
            tests.of_cell[name].append(_identity_test(identity))
    for names in _held(tests.cells):
        for name in names:
            tests.of_cell[name].append(_held_test(names))
    return tests


def keys_of(book: Rulebook, rule: Indicator) -> Iterator[str]:
    """Yield the inputs and columns that an indicator rests on, computed columns followed."""
    plan = plan_indicator(book, rule)
    found: dict[str, None] = dict.fromkeys(plan.conditions)
    for gift in plan.gifts:
        found |= dict.fromkeys(gift.conditions)
    columns = {(t.id, c.id): c for t in book.tables for c in t.columns}
    for part in plan.parts:
        found |= dict.fromkeys(part.inputs)
        for reference in part.columns:
            formula = columns[reference.table, reference.column].formula
            names = [reference.column] if formula is None else input_names(parse_formula(formula))
            found |= dict.fromkeys(f"{reference.table}.{name}" for name in names)
    yield from found


def outcome_of(sheet: Scoresheet, one: JudgedRow, figures: Figures) -> Outcome:
    """What a row comes to with other figures."""
    rule = one.computed.rule
    if not isinstance(rule, Indicator) or any(r.sum_with == one.row.id for r in sheet.rows):
        return recompute_row(sheet, one.row, figures).outcome
    weight = weight_in(sheet.rulebook, one.row)
    return evaluate_indicator(sheet.rulebook, rule, figures, traced=False, weight=weight)


def _row_test(sheet: Scoresheet, one: JudgedRow, rule: Indicator) -> Test:
    claimed, typed = one.row.readings.get(Role.CLAIMED), one.row.readings.get(Role.ACTUAL)
    ident, digits = one.row.id, sheet.rulebook.digits
    is_typed = typed is not None and typed.formula is None and typed.figure is not None

    score, differs = one.result.claimed_score, one.result.verdict is Verdict.DIFFERS

    def test(figures: Figures, bare: Figures) -> set[Symptom]:
        outcome = outcome_of(sheet, one, bare)
        if is_absurd_rate(rule, outcome):
            return {("absurd", ident)}
        if not is_typed and outcome.state is OutcomeState.COMPUTED:
            if outcome.score == score:
                return set()
            if differs:
                return {("row", ident)}
        outcome = outcome_of(sheet, one, figures)
        found: set[Symptom] = set()
        if outcome.state is not OutcomeState.COMPUTED and one.result.computed_score is not None:
            found.add(("lost", ident))
        verdict = compare_score(claimed, outcome, digits=digits)
        if verdict is Verdict.DIFFERS:
            found.add(("row", ident))
        if is_typed and outcome.rate is not None and typed is not None:
            quantity = typed.figure
            if quantity is not None and not is_given_by(quantity, outcome.rate, outcome.rates):
                found.add(("rate", ident))
        return found

    return test


def holds(identity: Identity, figures: Figures) -> bool:
    """Whether figures fit together, whatever was rounded away in them; blanks always do."""
    tree = parse_formula(identity.holds)
    used = input_names(tree)
    if not isinstance(tree, Compare) or any(name not in figures.inputs for name in used):
        return True
    values = {name: figures.inputs[name] for name in used}
    exact = {name: value.exact for name, value in values.items()}
    if evaluate_formula(tree, exact) or _is_rounded(tree, exact):
        return True
    possible = {name: v.spread or IntervalSet.point(v.exact) for name, v in values.items()}
    return evaluate_intervals(tree, possible).contains(1)


def _is_rounded(tree: Compare, exact: Mapping[str, Fraction]) -> bool:
    """Whether two sides differ by no more than figures of one decimal leave open."""
    places = [format_decimals(value) for value in exact.values()]
    finest = max((p for p in places if p is not None), default=0)
    if tree.operator != "=" or finest != 1:
        return False
    gap = abs(evaluate_formula(tree.left, exact) - evaluate_formula(tree.right, exact))
    return gap <= len(exact) * Fraction(1, 20)


def _identity_test(identity: Identity) -> Test:
    def test(figures: Figures, bare: Figures) -> set[Symptom]:
        del bare
        return set() if holds(identity, figures) else {("identity", identity.id)}

    return test


def shape_of_value(cell: FigureCell, value: Fraction) -> set[Symptom]:
    """What is wrong with a figure as such: below zero, no whole number, a rate beyond all rates."""
    item = cell.item
    is_wrong = (
        (value < 0 and not getattr(item, "signed", False))
        or (item.kind == "count" and value.denominator != 1)
        or (item.kind == "rate" and value > HIGHEST_RATE)
    )
    return {("shape", cell.reading.place)} if is_wrong else set()


def _held(cells: Sequence[FigureCell]) -> Iterator[tuple[str, str, str]]:
    """Yield amounts a + b = c that add up to the last digit: a change must not break them."""
    amounts = {
        cell.item.id: value
        for cell in cells
        if cell.row is None
        and cell.item.kind == "money"
        and (value := value_in(cell)) is not None
        and len(str(value.numerator).strip("-0")) >= _SIGNIFICANT
    }
    by_value: dict[Fraction, list[str]] = {}
    for name, value in amounts.items():
        by_value.setdefault(value, []).append(name)
    names = list(amounts)
    for nth, one in enumerate(names):
        for other in names[nth + 1 :]:
            for whole in by_value.get(amounts[one] + amounts[other], ()):
                yield one, other, whole


def _held_test(names: tuple[str, str, str]) -> Test:
    one, other, whole = names

    def test(figures: Figures, bare: Figures) -> set[Symptom]:
        del bare
        values = [figures.inputs[name].exact for name in names if name in figures.inputs]
        fits = len(values) == 3 and values[0] + values[1] == values[2]
        return set() if fits else {("held", f"{one}+{other}={whole}")}

    return test
