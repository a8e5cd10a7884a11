"""Search the smallest set of changes that explains the symptoms: the roots.

What most symptoms point to comes first; independent slips get a root each. Where a self-score alone
is out, it is the score that is wrong unless something else speaks against a figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import partial

from jixiao.checking.diagnosis.candidates import (
    FigureChange,
    TrialBudget,
    Trials,
    symptoms_of,
    tested,
)
from jixiao.checking.diagnosis.cells import value_in
from jixiao.checking.diagnosis.oddity import is_odd_rate
from jixiao.checking.diagnosis.pinned import is_elsewhere
from jixiao.checking.diagnosis.relations import FUNDS, Relation
from jixiao.checking.diagnosis.symptoms import (
    AIDS,
    SPEAKING,
    Symptom,
    Tests,
    is_informative_score,
    is_slip_of_score,
    keys_of,
    outcome_of,
    tests_of,
)
from jixiao.checking.diagnosis.tried_figures import TriedFigures
from jixiao.checking.model import Verdict
from jixiao.checking.score import JudgedRow, is_left_blank
from jixiao.figures import Exact
from jixiao.rulebook import Figures, Indicator, Role, Rulebook
from jixiao.scoresheet import Scoresheet

TRIALS = 1200
_LISTED = 4
_FEW_CELLS = 2  # figures of a table on which a score may rest and still name the wrong one
_FEW = 3
_AWAY = 30  # times the usual amount, either way, from which an amount sticks out
_FAR = 100  # times the usual amount of a return


@dataclass(frozen=True, slots=True)
class FigureRoot:
    """A figure that is probably wrong; several ``choices`` where none of them sticks out.

    ``mends`` are the symptoms that it explains.
    """

    choices: tuple[FigureChange, ...]
    mends: frozenset[Symptom]
    is_informative: bool = True  # chance hardly gives what it explains

    @property
    def only(self) -> FigureChange | None:
        """The change, where there is one."""
        first = self.choices[0]
        is_sure = self.is_informative and len(self.choices) == 1 and first.slip.kind != "crossed"
        return first if is_sure else None

    @property
    def is_one_cell(self) -> bool:
        """Whether all choices are of one cell."""
        return len({c.reading.place for each in self.choices for c in each.cells}) == 1


@dataclass(frozen=True, slots=True)
class ScoreRoot:
    """A self-score that is wrong itself; ``rivals`` are changes of figures as likely.

    ``is_doubtful``: a figure that it rests on may be wrong in a way that no slip shows.
    """

    row: JudgedRow
    rivals: tuple[FigureChange, ...] = ()
    is_doubtful: bool = False
    swapped_with: JudgedRow | None = None


@dataclass(frozen=True, slots=True)
class BrokenBound:
    """Figures that contradict each other, none of them plainly the wrong one.

    ``rows`` are the ids of the rows whose self-scores cannot be judged for it.
    """

    relation: Relation
    rows: frozenset[str]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The roots found, and the rows that rest on a rate which no figures give."""

    figures: tuple[FigureRoot, ...] = ()
    scores: tuple[ScoreRoot, ...] = ()
    absurd: frozenset[str] = frozenset()
    broken: tuple[BrokenBound, ...] = ()
    relations: Mapping[str, Relation] = field(default_factory=dict)


def diagnose(sheet: Scoresheet, judged: Sequence[JudgedRow], figures: Figures) -> Diagnosis:
    """Search the roots of what does not fit in one return."""
    tests = tests_of(sheet, judged)
    tried_figures = TriedFigures.of(figures)
    now = tested(tests, tried_figures)
    symptoms = symptoms_of(tests, now)
    swaps = list(_swapped(judged))
    done = {one.row.row.id for one in swaps}
    symptoms -= {("row", ident) for ident in done}
    absurd = frozenset(ident for kind, ident in symptoms if kind == "absurd")
    left = {s for s in symptoms if s[0] not in AIDS}
    if not left and not any(one.result.verdict is Verdict.DIFFERS for one in judged):
        return Diagnosis(scores=tuple(swaps))
    odd = {s for s in left if s[0] != "row" or _is_odd(sheet.rulebook, tests.rows.get(s[1]))}
    tried: list[FigureChange] = []
    if left:
        is_natural = partial(_is_natural, sheet, tests, tried_figures)
        budget = TrialBudget(TRIALS)
        trials = Trials(sheet.rulebook, tests, tried_figures, now, left, odd, budget, is_natural)
        tried = trials.run()
    roots: list[FigureRoot] = []
    while left and (root := _strongest(tests, tried, left, odd)) is not None:
        roots.append(root)
        left -= root.mends
        tried = [each for each in tried if not each.mends & root.mends - _aids(each)]
    broken = tuple(_broken(sheet.rulebook, tests, left))
    done |= {ident for each in broken for ident in each.rows}
    scores = list(swaps)
    for one in judged:
        if one.result.verdict is not Verdict.DIFFERS or one.row.id in done:
            continue
        if ("row", one.row.id) not in left and one.row.id in tests.rows:
            continue
        own = [each for each in tried if each.mends - _aids(each) == {("row", one.row.id)}]
        found = _score_or_figure(sheet, tests, one, own)
        if isinstance(found, FigureRoot):
            roots.append(found)
        else:
            scores.append(found)
    together = _together(sheet.rulebook, [one.row for one in scores if one.swapped_with is None])
    scores = [
        replace(one, is_doubtful=True) if one.row.row.id in together else one for one in scores
    ]
    return Diagnosis(tuple(roots), tuple(scores), absurd, broken, tests.relations)


def _together(book: Rulebook, wrong: Sequence[JudgedRow]) -> set[str]:
    """The rows that share a figure with another whose score is out too: it may be the figure."""
    rows: dict[str, set[str]] = {}
    for one in wrong:
        if isinstance(one.computed.rule, Indicator) and one.computed.basis == "inputs":
            for key in keys_of(book, one.computed.rule):
                rows.setdefault(key, set()).add(one.row.id)
    return {ident for ids in rows.values() if len(ids) > 1 for ident in ids}


def _aids(change: FigureChange) -> frozenset[Symptom]:
    """What speaks for a change without being explained by it."""
    return frozenset(each for each in change.mends if each[0] in AIDS)


def _broken(book: Rulebook, tests: Tests, left: set[Symptom]) -> Iterator[BrokenBound]:
    for key, relation in tests.relations.items():
        if ("identity", key) not in left:
            continue
        names = set(relation.names)
        rows = {
            ident
            for ident, one in tests.rows.items()
            if one.result.verdict is Verdict.DIFFERS
            and isinstance(one.computed.rule, Indicator)
            and names & set(keys_of(book, one.computed.rule))
        }
        yield BrokenBound(relation, frozenset(rows))


def _strongest(
    tests: Tests, tried: Sequence[FigureChange], left: set[Symptom], odd: set[Symptom]
) -> FigureRoot | None:
    """The change that most symptoms point to; None where only single self-scores are left."""
    usual = tests.usual
    weights: dict[int, int] = {}
    for each in tried:
        own = each.mends & left
        if not own or _is_loose(each, usual):
            continue
        speaking = sum(kind in SPEAKING for kind, _ in each.mends)
        weight = len(own) + speaking + each.is_pinned
        if weight > 1 or not _is_score_alone(own):
            weights[id(each)] = weight
    if not weights:
        return None
    most = max(weights.values())
    best = [each for each in tried if weights.get(id(each)) == most]
    best = _towards(best, usual)
    best = _cheap(best)
    mends = frozenset.intersection(*(each.mends for each in best)) or best[0].mends
    is_informative = best[0].is_pinned or any(_is_informative(tests, each, odd) for each in mends)
    return FigureRoot(_distinct(best), mends, is_informative)


def _is_informative(tests: Tests, symptom: Symptom, odd: set[Symptom]) -> bool:
    """Whether a symptom speaks for what takes it away: full marks and none speak for anything."""
    one = tests.rows.get(symptom[1])
    if symptom[0] != "row" or one is None or symptom in odd:
        return True
    return is_informative_score(one)


def _is_odd(book: Rulebook, one: JudgedRow | None) -> bool:
    rule = one.computed.rule if one is not None else None
    if one is None or not isinstance(rule, Indicator):
        return False
    return is_odd_rate(book, rule, one.computed.outcome)


def _towards(best: list[FigureChange], usual: Fraction) -> list[FigureChange]:
    """Of changes of several cells, those that bring an amount nearer to what is usual."""
    if len({each.cell.reading.place for each in best}) < 2 or not usual:
        return best
    nearer = [
        each
        for each in best
        if (typed := value_in(each.cell)) is not None
        and _apart(typed, usual) > max(Exact(_AWAY), _apart(each.slip.value, usual))
    ]
    return nearer or best


def _apart(value: Fraction, usual: Fraction) -> Fraction:
    value = abs(value)
    return max(value / usual, usual / value) if value else usual


def _is_loose(candidate: FigureChange, usual: Fraction) -> bool:
    """Whether it mends nothing but a bound that any of many figures would keep.

    An amount in 元 is no such figure: it is far beyond all others.
    """
    typed = value_in(candidate.cell)
    is_far = usual and typed is not None and abs(typed) > usual * _FAR
    if candidate.slip.unit == "元" and is_far:
        return False
    is_bound = all(kind == "identity" for kind, _ in candidate.mends)
    is_source = all(key.startswith(FUNDS) for _, key in candidate.mends)  # one may be left out
    is_reported = candidate.is_pinned and not (is_source and candidate.slip.kind == "relation")
    return is_bound and not is_reported


def _is_score_alone(mends: frozenset[Symptom] | set[Symptom]) -> bool:
    return all(kind == "row" for kind, _ in mends)


def _distinct(best: Sequence[FigureChange]) -> tuple[FigureChange, ...]:
    kept: dict[tuple[str, Fraction], FigureChange] = {}
    for each in best:
        kept.setdefault((each.cell.reading.place, each.slip.value), each)
    return tuple(kept.values())


def _score_or_figure(
    sheet: Scoresheet, tests: Tests, one: JudgedRow, own: Sequence[FigureChange]
) -> FigureRoot | ScoreRoot:
    """Decide whether a score that alone is out is wrong itself or rests on a wrong figure."""
    rule, mends = one.computed.rule, frozenset({("row", one.row.id)})
    claimed, weight = one.result.claimed_score, one.result.weight
    if not isinstance(rule, Indicator) or claimed is None:
        return ScoreRoot(one)
    if _is_of_table(sheet, tests, rule) and not is_slip_of_score(one, sheet.rulebook.digits):
        is_odd = is_odd_rate(sheet.rulebook, rule, one.computed.outcome)
        if not (own and is_odd):
            return ScoreRoot(one, _cheapest(own, tests.usual) if own else (), is_doubtful=True)
    if not own:
        is_odd = is_odd_rate(sheet.rulebook, rule, one.computed.outcome, is_low_part=True)
        return ScoreRoot(one, is_doubtful=is_odd or _is_copied(sheet, tests, rule))
    is_informative = is_informative_score(one)
    documented = not is_left_blank(one.row.readings.get(Role.REASON))
    if is_odd_rate(sheet.rulebook, rule, one.computed.outcome):
        return FigureRoot(_cheapest(own, tests.usual), mends)
    answers = [each for each in own if each.slip.kind == "answer"]
    if answers:
        is_less = weight is not None and claimed < weight
        if is_less and documented:
            return FigureRoot(tuple(answers), mends)
        return ScoreRoot(one) if is_less or documented else ScoreRoot(one, tuple(answers))
    likely = [each for each in own if each.slip.cost < _FEW]
    if not is_informative or not likely:
        return ScoreRoot(one, _cheapest(own, tests.usual), is_doubtful=True)
    if documented and not is_slip_of_score(one, sheet.rulebook.digits):
        return FigureRoot(_cheapest(likely, tests.usual), mends)
    return ScoreRoot(one, _cheapest(likely, tests.usual))


def _is_of_table(sheet: Scoresheet, tests: Tests, rule: Indicator) -> bool:
    """Whether a score rests on the figures of a table: with so many, chance explains any score."""
    keys = set(keys_of(sheet.rulebook, rule))
    return sum(cell.key in keys and cell.row is not None for cell in tests.cells) > _FEW_CELLS


def _is_copied(sheet: Scoresheet, tests: Tests, rule: Indicator) -> bool:
    """Whether one of the figures of a row is in another cell as well."""
    keys = set(keys_of(sheet.rulebook, rule))
    return any(
        is_elsewhere(tests, cell, value)
        for cell in tests.cells
        if cell.key in keys and (value := value_in(cell)) is not None
    )


def _is_natural(sheet: Scoresheet, tests: Tests, figures: TriedFigures, each: FigureChange) -> bool:
    """Whether the rates of the scores that a change mends are then such as departments reach."""
    changed: Figures | None = None
    for symptom in each.mends:
        one = tests.rows.get(symptom[1])
        if one is None or not isinstance(one.computed.rule, Indicator):
            continue
        changed = changed or figures.changed(*each.values).bare
        outcome = outcome_of(sheet, one, changed)
        if is_odd_rate(sheet.rulebook, one.computed.rule, outcome):
            return False
    return True


def _cheapest(own: Sequence[FigureChange], usual: Fraction) -> tuple[FigureChange, ...]:
    return _distinct(_cheap(_towards(list(own), usual)))


def _cheap(changes: Sequence[FigureChange]) -> list[FigureChange]:
    """The commonest changes; where 元 was typed for 万元, a point may have been lost instead."""
    least = min(each.slip.cost for each in changes)
    found = [each for each in changes if each.slip.cost == least]
    in_yuan = {each.cell.reading.place for each in found if each.slip.unit == "元"}
    return [*found, *(each for each in changes if _is_lost_point(each, in_yuan))]


def _is_lost_point(change: FigureChange, in_yuan: set[str]) -> bool:
    is_point = change.slip.kind == "point" and not change.slip.is_odd
    typed = value_in(change.cell) or Fraction(0)
    is_less = abs(change.slip.value) < abs(typed)
    return is_point and is_less and change.cell.reading.place in in_yuan


def _swapped(judged: Sequence[JudgedRow]) -> Iterator[ScoreRoot]:
    """Two self-scores that stand in each other's row."""
    wrong = [
        one
        for one in judged
        if one.result.verdict is Verdict.DIFFERS and one.result.computed_score is not None
    ]
    for nth, one in enumerate(wrong):
        for other in wrong[nth + 1 :]:
            if (
                one.result.claimed_score == other.result.computed_score
                and other.result.claimed_score == one.result.computed_score
            ):
                yield ScoreRoot(one, swapped_with=other)
                yield ScoreRoot(other, swapped_with=one)


def listed(root: FigureRoot) -> tuple[FigureChange, ...]:
    """The choices that are reported; too many are none."""
    both = [(each,) if each.other is None else (each, each.back) for each in root.choices]
    text = tuple(each for pair in both for each in pair)
    return text if len(text) <= _LISTED else ()
