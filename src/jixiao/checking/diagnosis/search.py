"""Search the smallest set of changes that explains the symptoms: the roots.

What most symptoms point to comes first; independent slips get a root each. Where a self-score alone
is out, it is the score that is wrong unless something else speaks against a figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from jixiao.checking.diagnosis.candidates import FigureChange
from jixiao.checking.diagnosis.likeliest import strongest
from jixiao.checking.diagnosis.lone_scores import score_or_figure
from jixiao.checking.diagnosis.model import BrokenBound, Diagnosis, FigureRoot, ScoreRoot
from jixiao.checking.diagnosis.oddity import is_odd_rate
from jixiao.checking.diagnosis.pairs import with_pairs
from jixiao.checking.diagnosis.relations import FUNDS
from jixiao.checking.diagnosis.symptoms import (
    AIDS,
    Symptom,
    Tests,
    keys_of,
    outcome_of,
    tests_of,
)
from jixiao.checking.diagnosis.trials import Findings, TrialBudget, Trials, symptoms_of, tested
from jixiao.checking.diagnosis.tried_figures import TriedFigures
from jixiao.checking.model import Verdict
from jixiao.checking.score import JudgedRow
from jixiao.rulebook import Figures, Indicator, Rulebook
from jixiao.scoresheet import Scoresheet

TRIALS = 1200
_BORROWED = ("copied", "relation", "swapped", "crossed")  # what another cell or a sum gives


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
    left = {s for s in symptoms if s[0] not in AIDS} | _sums_of_far(tests, symptoms)
    if not left and not any(one.result.verdict is Verdict.DIFFERS for one in judged):
        return Diagnosis(scores=tuple(swaps))
    found, tried = _figure_roots(sheet, tests, tried_figures, now, left)
    left -= {symptom for root in found for symptom in root.mends}
    broken = tuple(_broken(sheet.rulebook, tests, left))
    found = [_weighed(root, found, broken) for root in found]
    done |= {ident for each in broken for ident in each.rows}
    lone = [one for one in judged if one.row.id not in done and _is_lone(tests, one, left)]
    more = [_of_score(sheet, tests, one, tried) for one in lone]
    found += [root for root in more if isinstance(root, FigureRoot)]
    scores = _doubted(sheet, [root for root in more if isinstance(root, ScoreRoot)])
    return Diagnosis(tuple(found), (*swaps, *scores), absurd, broken, tests.relations)


def _sums_of_far(tests: Tests, symptoms: set[Symptom]) -> set[Symptom]:
    """The sums that need an explanation after all: one of their figures is far from all others."""
    far = {cell.key for cell in tests.cells if ("far", cell.reading.place) in symptoms}
    broken = (tests.relations[key] for kind, key in symptoms if kind == "sum")
    return {("sum", each.key) for each in broken if not far.isdisjoint(each.names)}


def _figure_roots(
    sheet: Scoresheet,
    tests: Tests,
    figures: TriedFigures,
    now: Findings,
    symptoms: set[Symptom],
) -> tuple[list[FigureRoot], list[FigureChange]]:
    """The figures that are wrong, one after the other, and the changes that are left over."""
    if not symptoms:
        return [], []
    left = set(symptoms)
    odd = {s for s in left if s[0] != "row" or _is_odd(sheet.rulebook, tests.rows.get(s[1]))}
    is_natural = partial(_is_natural, sheet, tests, figures)
    budget = TrialBudget(TRIALS)
    trials = Trials(sheet.rulebook, tests, figures, now, set(left), odd, budget, is_natural)
    tried = trials.run()
    roots: list[FigureRoot] = []
    while left and (root := strongest(tests, tried, left, odd)) is not None:
        roots.append(root)
        left -= root.mends
        tried = [each for each in tried if not each.mends & root.mends - each.aids]
    return with_pairs(trials, roots, left), tried


def _weighed(
    root: FigureRoot, roots: Sequence[FigureRoot], broken: Sequence[BrokenBound]
) -> FigureRoot:
    """A figure of another cell says little where its own relations stay broken.

    So it does where several sums of the block of funds are out: a line was moved, not a figure.
    """
    if root.choices[0].slip.kind not in _BORROWED:
        return root
    keys = {cell.key for choice in root.choices for cell in choice.cells}
    is_open = any(not keys.isdisjoint(each.relation.names) for each in broken)
    is_moved = _is_of_funds(root) and any(
        other is not root and _is_of_funds(other) for other in roots
    )
    return replace(root, is_informative=False) if is_open or is_moved else root


def _is_of_funds(root: FigureRoot) -> bool:
    return any(key.startswith(FUNDS) for _, key in root.mends)


def _is_lone(tests: Tests, one: JudgedRow, left: set[Symptom]) -> bool:
    """Whether a self-score is out and nothing explains it so far."""
    is_open = ("row", one.row.id) in left or one.row.id not in tests.rows
    return one.result.verdict is Verdict.DIFFERS and is_open


def _of_score(
    sheet: Scoresheet, tests: Tests, one: JudgedRow, tried: Sequence[FigureChange]
) -> FigureRoot | ScoreRoot:
    own = [each for each in tried if each.mends - each.aids == {("row", one.row.id)}]
    return score_or_figure(sheet, tests, one, own)


def _doubted(sheet: Scoresheet, scores: Sequence[ScoreRoot]) -> list[ScoreRoot]:
    """Scores that are wrong; in doubt those that share a figure with another one."""
    together = _together(sheet.rulebook, [one.row for one in scores])
    return [replace(one, is_doubtful=True) if one.row.row.id in together else one for one in scores]


def _together(book: Rulebook, wrong: Sequence[JudgedRow]) -> set[str]:
    """The rows that share a figure with another whose score is out too: it may be the figure."""
    rows: dict[str, set[str]] = {}
    for one in wrong:
        if isinstance(one.computed.rule, Indicator) and one.computed.basis == "inputs":
            for key in keys_of(book, one.computed.rule):
                rows.setdefault(key, set()).add(one.row.id)
    return {ident for ids in rows.values() if len(ids) > 1 for ident in ids}


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


def _is_odd(book: Rulebook, one: JudgedRow | None) -> bool:
    rule = one.computed.rule if one is not None else None
    if one is None or not isinstance(rule, Indicator):
        return False
    return is_odd_rate(book, rule, one.computed.outcome)


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
