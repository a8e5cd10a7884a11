"""Symptoms: what of a scoresheet does not fit together, as far as it rests on basic figures.

A symptom is a short key, so that what a change mends and what it breaks are differences of sets:
``row`` (a self-score out of reach), ``absurd`` (a rate that no real figures give), ``rate`` (a
typed rate that the figures don't give), ``identity`` (figures that must fit together and don't),
``shape`` (a figure that its cell cannot hold), ``held`` (a sum that held until it was changed).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations
from math import lcm

from jixiao.checking.diagnosis.cells import FigureCell, figure_cells, value_in
from jixiao.checking.diagnosis.oddity import (
    MOST_OF_ROW,
    AbsurdRates,
    is_far_out,
    is_out_of_proportion,
    usual_amount,
)
from jixiao.checking.diagnosis.relations import Relation, relations_of
from jixiao.checking.diagnosis.slips import digit_slips
from jixiao.checking.diagnosis.tried_figures import TriedFigures
from jixiao.checking.model import Verdict
from jixiao.checking.score import (
    HIGHEST_RATE,
    JudgedRow,
    compare_score,
    is_given_by,
    recompute_row,
    weight_in,
)
from jixiao.figures import Exact, format_decimals, round_half_up
from jixiao.formula import Binary, Call, Name, input_names, parse_formula
from jixiao.rulebook import (
    Deduct,
    ExactScore,
    Figures,
    Indicator,
    Linear,
    Outcome,
    OutcomeState,
    Role,
    Rulebook,
    Table,
    evaluate_indicator,
    exact_score,
    plan_indicator,
)
from jixiao.scoresheet import RowKind, Scoresheet

Symptom = tuple[str, str]
Test = Callable[[TriedFigures], set[Symptom]]
AIDS = ("held", "lost", "rate", "ratio", "far", "sum")
"""Kinds that need no explanation, but speak for a change that takes them away."""
SPEAKING = ("agrees", "far", "ratio")
"""Kinds that count for a change next to what it explains."""

_MANY = 20  # scores that a rule must be able to give
_LOW_SHARE = Exact(1, 8)  # of its budget, below which hardly a project was spent
_FINE = 5  # decimals that an amount in 万元 has no more than by chance
_SIGNIFICANT = 3  # digits from which three amounts that add up do so on purpose


@dataclass(frozen=True, slots=True)
class Tests:
    """Everything that rests on basic figures, and which cells each rests on, by their keys.

    ``of_cell`` are the relations between figures, ``of_rows`` the self-scores, which cost more;
    ``reach`` says of a test whether any of the figures within some spreads may pass it, ``now``
    what it says of the figures as they are, where that is known from judging.
    """

    of_cell: dict[str, list[Test]] = field(default_factory=lambda: defaultdict(list))
    of_rows: dict[str, list[Test]] = field(default_factory=lambda: defaultdict(list))
    reach: dict[Test, Callable[[Figures], bool]] = field(default_factory=dict)
    now: dict[Test, frozenset[Symptom]] = field(default_factory=dict)
    cells: tuple[FigureCell, ...] = ()
    rows: dict[str, JudgedRow] = field(default_factory=dict)
    relations: dict[str, Relation] = field(default_factory=dict)

    usual: Fraction = Exact(0)  # the middle one of the amounts

    def may_pass(self, test: Test, figures: Figures) -> bool:
        """Whether some of the figures within their spreads may pass a test."""
        return test not in self.reach or self.reach[test](figures)

    def on(self, *cells: FigureCell) -> list[Test]:
        """All that rests on some cells, what costs least first."""
        every = (t for cell in cells for t in (*self.of_cell[cell.key], *self.of_rows[cell.key]))
        return list(dict.fromkeys(every))

    def of_value(self, cell: FigureCell, value: Fraction) -> set[Symptom]:
        """What is wrong with a figure as such, or with an amount next to all others."""
        found = shape_of_value(cell, value)
        if cell.item.kind == "money" and _sticks_out(value, self.usual):
            found.add(("far", cell.reading.place))
        return found


def tests_of(sheet: Scoresheet, judged: Sequence[JudgedRow]) -> Tests:
    """Collect what can be tested of a scoresheet."""
    cells = tuple(figure_cells(sheet))
    tests = Tests(cells=cells, usual=usual_amount(cells))
    book = sheet.rulebook
    for relation in relations_of(sheet):
        tests.relations[relation.key] = relation
        test = _relation_test(relation)
        tests.reach[test] = relation.holds
        for name in relation.names:
            tests.of_cell[name].append(test)
    for names in _held(tests.cells):
        test = _held_test(names)
        for name in names:
            tests.of_cell[name].append(test)
    for table in book.tables:
        for name, test in _ratio_tests(table):
            tests.of_cell[name].append(test)
    for one in judged:
        rule = one.computed.rule
        is_part = one.row.kind is RowKind.OF_WHICH  # which rests on amounts of its own
        if isinstance(rule, Indicator) and one.computed.basis == "inputs" and not is_part:
            tests.rows[one.row.id] = one
            test = _RowTest(sheet, one, rule)
            tests.now[test] = test.now()
            tests.reach[test] = _row_reach(sheet, one)
            for key in keys_of(book, rule):
                tests.of_rows[key].append(test)
    return tests


def keys_of(book: Rulebook, rule: Indicator) -> tuple[str, ...]:
    """The inputs and columns that an indicator rests on, computed columns followed."""
    key = "figures of", id(rule)  # the plan of a rule keeps it, and so its id
    kept = book.compiled.get(key)
    if isinstance(kept, tuple):
        return kept
    found = tuple(_keys_of(book, rule))
    book.compiled[key] = found
    return found


def _keys_of(book: Rulebook, rule: Indicator) -> Iterator[str]:
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
    if not isinstance(rule, Indicator) or one.row.id in sheet.sharing:
        return recompute_row(sheet, one.row, figures).outcome
    weight = weight_in(sheet.rulebook, one.row)
    return evaluate_indicator(sheet.rulebook, rule, figures, traced=False, weight=weight)


class _RowTest:
    """The test of a self-score: what other figures come to, held against what was claimed."""

    def __init__(self, sheet: Scoresheet, one: JudgedRow, rule: Indicator) -> None:
        self._sheet, self._one, self._rule = sheet, one, rule
        typed = one.row.readings.get(Role.ACTUAL)
        is_typed = typed is not None and typed.formula is None
        self._typed = typed.figure if is_typed and typed is not None else None
        self._absurd = AbsurdRates.of(sheet.rulebook, rule)
        self._weight = weight_in(sheet.rulebook, one.row)

    def __call__(self, figures: TriedFigures) -> set[Symptom]:
        """Ask the exact figures first: they are enough where no rate was typed."""
        one, found = self._one, self._exact(figures)
        if self._absurd.has(found.rates):
            return {("absurd", one.row.id)}
        if self._typed is None and found.state is OutcomeState.COMPUTED:
            if found.score == one.result.claimed_score:
                return set()
            if one.result.verdict is Verdict.DIFFERS:
                return {("row", one.row.id)}
        return self._said_of(outcome_of(self._sheet, one, figures.full))

    def now(self) -> frozenset[Symptom]:
        """What it says of the figures as they are, of which the row was judged."""
        outcome = self._one.computed.outcome
        if self._absurd.has(ExactScore.of(outcome).rates):
            return frozenset({("absurd", self._one.row.id)})
        return frozenset(self._said_of(outcome))

    def _exact(self, figures: TriedFigures) -> ExactScore:
        sheet, one = self._sheet, self._one
        if one.row.id in sheet.sharing:
            return ExactScore.of(outcome_of(sheet, one, figures.bare))
        return exact_score(sheet.rulebook, self._rule, figures.bare, self._weight)

    def _said_of(self, outcome: Outcome) -> set[Symptom]:
        one, found = self._one, set[Symptom]()
        if outcome.state is not OutcomeState.COMPUTED and one.result.computed_score is not None:
            found.add(("lost", one.row.id))
        claimed, digits = one.row.readings.get(Role.CLAIMED), self._sheet.rulebook.digits
        if compare_score(claimed, outcome, digits=digits) is Verdict.DIFFERS:
            found.add(("row", one.row.id))
        typed, rate = self._typed, outcome.rate
        if typed is not None and rate is not None and not is_given_by(typed, rate, outcome.rates):
            found.add(("rate", one.row.id))
        return found


def _row_reach(sheet: Scoresheet, one: JudgedRow) -> Callable[[Figures], bool]:
    claimed, digits = one.row.readings.get(Role.CLAIMED), sheet.rulebook.digits

    def reach(figures: Figures) -> bool:
        outcome = outcome_of(sheet, one, figures)
        return compare_score(claimed, outcome, digits=digits) is not Verdict.DIFFERS

    return reach


def _relation_test(relation: Relation) -> Test:
    broken = {(relation.symptom, relation.key)}

    def test(figures: TriedFigures) -> set[Symptom]:
        if relation.holds(figures.bare):
            return set()
        return set() if relation.has_spreads and relation.holds(figures.full) else broken

    return test


def _ratio_tests(table: Table) -> Iterator[tuple[str, Test]]:
    """A column that is one figure of its row over another: far above one, one of them is wrong."""
    for column in table.columns:
        tree = parse_formula(column.formula) if column.formula is not None else None
        if isinstance(tree, Call) and tree.function == "min":
            tree = tree.arguments[0]  # no more than 100%
        if not isinstance(tree, Binary) or tree.operator != "/":
            continue
        if not isinstance(tree.left, Name) or not isinstance(tree.right, Name):
            continue
        above, below = tree.left.id, tree.right.id
        test = _ratio_test(table.id, column.id, above, below)
        yield from ((f"{table.id}.{name}", test) for name in (above, below))


def _ratio_test(table: str, column: str, above: str, below: str) -> Test:
    def test(figures: TriedFigures) -> set[Symptom]:
        found: set[Symptom] = set()
        for nth, row in enumerate(figures.bare.tables.get(table, ())):
            if above in row and below in row and row[below].exact > 0:
                ratio = row[above].exact / row[below].exact
                if ratio >= MOST_OF_ROW or 0 < ratio <= _LOW_SHARE:
                    found.add(("ratio", f"{table}.{column}:{nth}"))
        return found

    return test


def is_gradual(rule: Indicator) -> bool:
    """Whether a score can take so many values that one of them comes about by no accident."""
    for part in rule.parts or (rule,):
        score, weight = part.score, part.weight
        if isinstance(score, Linear):
            return True
        if isinstance(score, Deduct) and score.points and weight is not None:
            return weight / score.points >= _MANY
    return False


def is_informative_score(one: JudgedRow) -> bool:
    """Whether a self-score is one of many that its rule gives, and neither full marks nor none."""
    rule, result = one.computed.rule, one.result
    return (
        isinstance(rule, Indicator)
        and result.claimed_score not in (None, 0, result.weight)
        and is_gradual(rule)
    )


def is_slip_of_score(one: JudgedRow, digits: int) -> bool:
    """Whether a self-score is the computed one mistyped, rounded, or plainly full marks or none."""
    claimed, computed = one.result.claimed_score, one.result.computed_score
    if claimed is None or computed is None:
        return False
    if claimed in (0, one.result.weight) or is_rounded(one, digits):
        return True
    return any(slip.value == computed for slip in digit_slips(claimed))


def is_rounded(one: JudgedRow, digits: int) -> bool:
    """Whether a self-score is the computed one with fewer decimals."""
    claimed, computed = one.result.claimed_score, one.result.computed_score
    if claimed is None or computed is None:
        return False
    return any(claimed in _shortened(computed, places) for places in range(digits))


def _shortened(score: Fraction, places: int) -> tuple[Fraction, ...]:
    """A score with fewer decimals: rounded up from five, to the even digit, or cut."""
    scale = 10**places
    even = Exact(round(score * scale), scale)
    return round_half_up(score, places), even, Exact(int(score * scale), scale)


def _sticks_out(value: Fraction, usual: Fraction) -> bool:
    """Whether an amount is far above all others, or far below with the digits of a large one."""
    is_fine = (format_decimals(value) or 0) >= _FINE
    return is_far_out(value, usual) or (is_fine and is_out_of_proportion(value, usual))


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
        and not shape_of_value(cell, value)  # −5 + 8 = 3 is 8 − 5 = 3 with a wrong sign
    }
    over = lcm(*(value.denominator for value in amounts.values()))
    scaled = [(name, int(value * over)) for name, value in amounts.items()]
    by_value: dict[int, list[str]] = {}
    for name, number in scaled:
        by_value.setdefault(number, []).append(name)
    for (one, first), (other, second) in combinations(scaled, 2):
        for whole in by_value.get(first + second, ()):
            yield one, other, whole


def _held_test(names: tuple[str, str, str]) -> Test:
    one, other, whole = names

    def test(figures: TriedFigures) -> set[Symptom]:
        inputs = figures.bare.inputs
        values = [inputs[name].exact for name in names if name in inputs]
        fits = len(values) == 3 and values[0] + values[1] == values[2]
        return set() if fits else {("held", f"{one}+{other}={whole}")}

    return test
