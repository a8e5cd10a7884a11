"""Slips in a row that a department named itself: actual, target, sign, item score, weight.

Only a self-score that is neither full marks nor none shows anything: where one slip in one cell of
its row gives exactly that score, the cell is the root and not the score.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations

from jixiao.checking.diagnosis.cells import rows_with
from jixiao.checking.diagnosis.free_changes import (
    FreeSlip,
    by_digits,
    exchange_of_weights,
    of_weight,
    turned,
    with_a_digit_more,
    with_another_digit,
)
from jixiao.checking.diagnosis.symptoms import is_rounded, is_slip_of_score
from jixiao.checking.model import Verdict
from jixiao.checking.score import JudgedRow, recompute_row
from jixiao.figures import (
    format_decimals,
    round_half_up,
)
from jixiao.rulebook import Figures, FreeBlock, Role
from jixiao.scoresheet import Reading, Scoresheet

_INFORMATIVE = (
    4  # scores there are for each slip tried; with fewer some slip gives any score by chance
)
_NO_SCORE = Fraction(-1)


@dataclass(frozen=True, slots=True)
class FreeSlips:
    """Changes of one cell of a row; ``is_informative`` where chance hardly gives the score so."""

    found: tuple[FreeSlip, ...] = ()
    is_informative: bool = False
    is_lost: bool = (
        False  # the figure that gave the score is not there: it is nought, or the target
    )


def free_slips(sheet: Scoresheet, one: JudgedRow, figures: Figures) -> FreeSlips:
    """The likeliest changes of one cell that give exactly the self-score of a free row."""
    claimed, weight = one.result.claimed_score, one.result.weight
    is_free = isinstance(one.computed.rule, FreeBlock) or one.computed.free is not None
    if one.result.verdict is not Verdict.DIFFERS or not is_free or claimed is None:
        return FreeSlips()
    trials = _Trials(sheet, one, figures)
    weights = [each for each in of_weight(sheet, one) if trials.holds(each)]
    if weights:
        return FreeSlips(tuple(weights), is_informative=True)
    if weight is None or not weight or not claimed:
        return FreeSlips()
    scores = weight * 10 ** (format_decimals(claimed) or 0)  # how many there are so precise
    is_partial = claimed < weight
    is_slip = is_slip_of_score(one, sheet.rulebook.digits)
    ways = [turned, by_digits, with_a_digit_more]
    if not (is_slip and is_partial):  # else the digits of the score tell what it was
        ways.append(with_another_digit)
    for way in ways:
        changes = list(way(one))
        found = trials.fitting(changes)
        if not found:
            continue
        least = min(each.cost for each in found)
        is_informative = is_partial and not is_slip
        is_rare = scores >= _INFORMATIVE * len(changes) or found[0].role is Role.ITEM_SCORE
        if found[0].kind == "dropped":
            is_rare &= abs(claimed - (one.result.computed_score or 0)) * _INFORMATIVE >= weight
        best = tuple(each for each in found if each.cost == least)
        is_rare |= found[0].kind in ("operator", "swapped")
        is_rare &= found[0].kind != "mistyped"  # of so many one gives any score by chance
        return FreeSlips(best, is_informative and is_rare)
    if is_slip and is_partial and not is_rounded(one, sheet.rulebook.digits):
        # one digit of a figure may say as much as one of the score
        fitting = trials.fitting([*with_another_digit(one)])
        distinct = {(each.role, each.reading.text): each for each in fitting}
        if len(distinct) == 1:
            return FreeSlips(tuple(distinct.values()))
    return FreeSlips(is_lost=_is_nought(one) or (is_partial and not is_slip and _is_target(one)))


def _is_target(one: JudgedRow) -> bool:
    """Whether what was reached is the target to the last digit: it may have been copied."""
    goal, actual = one.row.readings.get(Role.TARGET), one.row.readings.get(Role.ACTUAL)
    target = goal.figure if goal is not None else None
    reached = actual.figure if actual is not None else None
    return target is not None and reached is not None and target.value == reached.value


def _is_nought(one: JudgedRow) -> bool:
    readings = (one.row.readings.get(role) for role in (Role.ACTUAL, Role.ITEM_SCORE))
    return any(r is not None and r.figure is not None and not r.figure.value for r in readings)


def exchanged_weights(
    sheet: Scoresheet, judged: Sequence[JudgedRow], figures: Figures
) -> dict[str, FreeSlips]:
    """Rows that a department named, whose weights stand in each other's row, by id.

    Of full marks and none either the weights or the scores may have been exchanged.
    """
    rows = [one for one in judged if isinstance(one.computed.rule, FreeBlock)]
    found: dict[str, FreeSlips] = {}
    for one, other in combinations(rows, 2):
        if Verdict.DIFFERS not in (one.result.verdict, other.result.verdict):
            continue
        slips = exchange_of_weights(one, other), exchange_of_weights(other, one)
        if any(each is None or not _fits(sheet, each, figures) for each in slips):
            continue
        both = all(each.result.verdict is Verdict.DIFFERS for each in (one, other))
        is_precise = any(
            each.result.claimed_score not in (0, each.result.weight) for each in (one, other)
        )
        is_informative = both and is_precise and not _are_exchanged(one, other)
        for row, slip in zip((one, other), slips, strict=True):
            if slip is not None and row.result.verdict is Verdict.DIFFERS:
                found[row.row.id] = FreeSlips((slip,), is_informative)
    return found


def _are_exchanged(one: JudgedRow, other: JudgedRow) -> bool:
    """Whether the self-scores exchanged would hold as well."""
    pairs = ((one.result, other.result), (other.result, one.result))
    return all(a.claimed_score == b.computed_score for a, b in pairs)


def _fits(sheet: Scoresheet, slip: FreeSlip, figures: Figures) -> bool:
    """Whether a self-score fits the weight; of one that a person judges, that it is below it."""
    if slip.row.result.computed_score is not None:
        return _Trials(sheet, slip.row, figures).holds(slip)
    claimed, figure = slip.row.result.claimed_score, slip.reading.figure
    return claimed is not None and figure is not None and claimed == figure.value


def mended_row(sheet: Scoresheet, slip: FreeSlip) -> Scoresheet:
    """The scoresheet with the slip mended."""
    ident = slip.row.row.id
    return rows_with(sheet, {(ident, role): reading for role, reading in slip.readings.items()})


class _Trials:
    """One row under trial: do its exact figures, a slip mended, give the self-score?"""

    def __init__(self, sheet: Scoresheet, one: JudgedRow, figures: Figures) -> None:
        self._sheet, self._figures = sheet, figures
        self._claimed, self._row = one.result.claimed_score, one.row
        self._readings = {role: _exact(reading) for role, reading in one.row.readings.items()}

    def fitting(self, slips: Sequence[FreeSlip]) -> list[FreeSlip]:
        """The slips that give the self-score; points grow with an item score, so few are tried."""
        if self._claimed is None:
            return []
        items = [each for each in slips if each.role is Role.ITEM_SCORE]
        items.sort(key=_value_of)
        first = bisect_left(items, self._claimed, key=self._score)
        after = bisect_right(items, self._claimed, lo=first, key=self._score)
        known = {id(each) for each in items[first:after]}
        return [
            each
            for each in slips
            if (id(each) in known if each.role is Role.ITEM_SCORE else self.holds(each))
        ]

    def holds(self, slip: FreeSlip) -> bool:
        """Whether the row comes to its self-score once a slip is mended."""
        return self._score(slip) == self._claimed

    def _score(self, slip: FreeSlip) -> Fraction:
        """What the row comes to then; less than nothing where no score can be worked out."""
        mended = {role: _exact(reading) for role, reading in slip.readings.items()}
        changed = replace(self._row, readings={**self._readings, **mended})
        outcome = recompute_row(self._sheet, changed, self._figures, traced=False).outcome
        score, digits = outcome.score, self._sheet.rulebook.digits
        return _NO_SCORE if score is None else round_half_up(score, digits)


def _value_of(slip: FreeSlip) -> Fraction:
    """The figure that a slip puts into its cell."""
    return slip.reading.figure.value if slip.reading.figure is not None else Fraction(0)


def _exact(reading: Reading) -> Reading:
    """A reading without what may hide behind its digits."""
    figure = reading.figure
    if figure is None or figure.spread is None:
        return reading
    return reading._replace(figures=(replace(figure, spread=None),))
