"""A self-score that alone is out: is it wrong itself, or does it rest on a wrong figure?"""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.checking.diagnosis.candidates import FigureChange
from jixiao.checking.diagnosis.cells import value_in
from jixiao.checking.diagnosis.likeliest import cheapest, commonest
from jixiao.checking.diagnosis.model import FigureRoot, ScoreRoot
from jixiao.checking.diagnosis.oddity import is_odd_count, is_odd_rate
from jixiao.checking.diagnosis.pinned import is_elsewhere
from jixiao.checking.diagnosis.symptoms import (
    Symptom,
    Tests,
    is_informative_score,
    is_slip_of_score,
    keys_of,
)
from jixiao.checking.score import JudgedRow, is_left_blank
from jixiao.rulebook import Indicator, Role
from jixiao.scoresheet import Scoresheet

_FEW_CELLS = 2  # figures of a table on which a score may rest and still name the wrong one
_FEW = 3


def score_or_figure(
    sheet: Scoresheet, tests: Tests, one: JudgedRow, own: Sequence[FigureChange]
) -> FigureRoot | ScoreRoot:
    """Decide whether a score that alone is out is wrong itself or rests on a wrong figure."""
    rule, mends = one.computed.rule, frozenset({("row", one.row.id)})
    if not isinstance(rule, Indicator) or one.result.claimed_score is None:
        return ScoreRoot(one)
    if _is_of_table(sheet, tests, rule) and not is_slip_of_score(one, sheet.rulebook.digits):
        is_odd = is_odd_rate(sheet.rulebook, rule, one.computed.outcome)
        if not (own and is_odd):
            return ScoreRoot(one, cheapest(own, tests.usual) if own else (), is_doubtful=True)
    if not own:
        is_odd = is_odd_rate(sheet.rulebook, rule, one.computed.outcome, is_low_part=True)
        is_odd |= is_odd_count(rule, one.computed.outcome)
        return ScoreRoot(one, is_doubtful=is_odd or _is_copied(sheet, tests, rule))
    if is_odd_rate(sheet.rulebook, rule, one.computed.outcome):
        return FigureRoot(cheapest(own, tests.usual), mends)
    answers = tuple(each for each in own if each.slip.kind == "answer")
    if answers:
        return _score_or_answer(one, answers, mends)
    return _by_what_is_common(sheet, tests, one, own)


def _score_or_answer(
    one: JudgedRow, answers: tuple[FigureChange, ...], mends: frozenset[Symptom]
) -> FigureRoot | ScoreRoot:
    """An answer is wrong where points are lost and the reason for it is written down."""
    claimed, weight = one.result.claimed_score, one.result.weight
    is_less = weight is not None and claimed is not None and claimed < weight
    documented = _is_documented(one)
    if is_less and documented:
        return FigureRoot(answers, mends)
    return ScoreRoot(one) if is_less or documented else ScoreRoot(one, answers)


def _by_what_is_common(
    sheet: Scoresheet, tests: Tests, one: JudgedRow, own: Sequence[FigureChange]
) -> FigureRoot | ScoreRoot:
    """Decide by how common the slips are, and whether chance gives the score as well."""
    is_informative, mends = is_informative_score(one), frozenset({("row", one.row.id)})
    is_slip = is_slip_of_score(one, sheet.rulebook.digits)
    counted = tuple(each for each in own if each.slip.kind == "counted")
    if counted and is_informative and not is_slip and len(counted) == len(commonest(own)):
        return FigureRoot(counted, mends, is_informative=False)
    likely = [each for each in own if each.slip.cost < _FEW]
    if not is_informative or not likely:
        return ScoreRoot(one, cheapest(own, tests.usual), is_doubtful=True)
    if _is_documented(one) and not is_slip:
        return FigureRoot(cheapest(likely, tests.usual), mends)
    return ScoreRoot(one, cheapest(likely, tests.usual))


def _is_documented(one: JudgedRow) -> bool:
    """Whether a reason is given for points that are lost."""
    return not is_left_blank(one.row.readings.get(Role.REASON))


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
