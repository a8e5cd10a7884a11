"""Slips in a row that a department named itself: actual, target, sign, item score, weight.

Only a self-score that is neither full marks nor none shows anything: where one slip in one cell of
its row gives exactly that score, the cell is the root and not the score.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations

from jixiao.checking.diagnosis.cells import rows_with
from jixiao.checking.diagnosis.slips import Slip, digit_slips, dropped_slips, mistyped_slips
from jixiao.checking.diagnosis.symptoms import is_rounded, is_slip_of_score
from jixiao.checking.model import Verdict
from jixiao.checking.score import JudgedRow, direction_of, recompute_row, weighing, weight_typed
from jixiao.figures import (
    IntervalSet,
    Operator,
    ReadingState,
    format_decimals,
    format_number,
    round_half_up,
)
from jixiao.rulebook import Figures, FreeBlock, ItemScore, Role
from jixiao.scoresheet import Reading, Row, Scoresheet

_TURNED: Mapping[str, str] = {"≥": "≤", "≤": "≥", ">=": "<=", "<=": ">=", "≧": "≦", "≦": "≧"}
_INFORMATIVE = (
    4  # scores there are for each slip tried; with fewer some slip gives any score by chance
)
_NO_SCORE = Fraction(-1)
_TURNED_OPERATORS = {Operator.AT_LEAST: "≥", Operator.AT_MOST: "≤"}


@dataclass(frozen=True, slots=True)
class FreeSlip:
    """One cell of a free row changed so that its self-score holds."""

    row: JudgedRow
    role: Role
    reading: Reading  # the cell as it then reads
    kind: str
    cost: int
    other: tuple[Role, Reading] | None = None  # the cell that it is exchanged with, likewise

    @property
    def readings(self) -> dict[Role, Reading]:
        """The cells that change, as they then read."""
        return {self.role: self.reading, **dict([self.other] if self.other is not None else [])}

    @property
    def back(self) -> FreeSlip:
        """The same exchange, reported the other cell."""
        if self.other is None:
            return self
        own = (self.role, self.reading)
        return FreeSlip(self.row, *self.other, self.kind, self.cost, own)


@dataclass(frozen=True, slots=True)
class FreeSlips:
    """Changes of one cell of a row; ``is_informative`` where chance hardly gives the score so."""

    found: tuple[FreeSlip, ...] = ()
    is_informative: bool = False
    is_lost: bool = False  # the figure is nought where there must have been one


def free_slips(sheet: Scoresheet, one: JudgedRow, figures: Figures) -> FreeSlips:
    """The likeliest changes of one cell that give exactly the self-score of a free row."""
    claimed, weight = one.result.claimed_score, one.result.weight
    is_free = isinstance(one.computed.rule, FreeBlock) or one.computed.free is not None
    if one.result.verdict is not Verdict.DIFFERS or not is_free or claimed is None:
        return FreeSlips()
    trials = _Trials(sheet, one, figures)
    weights = [each for each in _weights(sheet, one) if trials.holds(each)]
    if weights:
        return FreeSlips(tuple(weights), is_informative=True)
    if weight is None or not weight or not claimed:
        return FreeSlips()
    scores = weight * 10 ** (format_decimals(claimed) or 0)  # how many there are so precise
    is_partial = claimed < weight
    is_slip = is_slip_of_score(one, sheet.rulebook.digits)
    ways = [_turned, _figures, _longer]
    if not (is_slip and is_partial):  # else the digits of the score tell what it was
        ways.append(_mistyped)
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
        fitting = trials.fitting([*_mistyped(one)])
        distinct = {(each.role, each.reading.text): each for each in fitting}
        if len(distinct) == 1:
            return FreeSlips(tuple(distinct.values()))
    return FreeSlips(is_lost=_is_nought(one))


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
        slips = _exchange_of_weights(one, other), _exchange_of_weights(other, one)
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


def _exchange_of_weights(one: JudgedRow, other: JudgedRow) -> FreeSlip | None:
    """The weight of a row as the other has it."""
    own, theirs = (each.row.readings.get(Role.WEIGHT) for each in (one, other))
    if own is None or theirs is None or own.formula is not None or theirs.formula is not None:
        return None
    if own.figure is None or theirs.figure is None or own.figure.value == theirs.figure.value:
        return None
    reading = own._replace(text=theirs.text, figures=theirs.figures)
    return FreeSlip(one, Role.WEIGHT, reading, "weights", 1)


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


def _turned(one: JudgedRow) -> Iterator[FreeSlip]:
    """The sign turned round, or target and actual value exchanged: both give the same score.

    The name of what is measured says which sign is its own, where it says anything.
    """
    natural = direction_of(one.row.name, "")
    is_natural = natural is not None and natural is _operator_of(one)
    if not is_natural:
        yield from _signs(one)
    if is_natural or natural is None:
        yield from _exchanged(one)


def _operator_of(one: JudgedRow) -> Operator | None:
    """The sign of a row, in its own column or next to the target."""
    for role in (Role.OPERATOR, Role.NATURE):
        reading = one.row.readings.get(role)
        if reading is not None and reading.text.strip() in _TURNED:
            is_least = _TURNED[reading.text.strip()] in ("≤", "<=", "≦")
            return Operator.AT_LEAST if is_least else Operator.AT_MOST
    goal = one.row.readings.get(Role.TARGET)
    return goal.figure.operator if goal is not None and goal.figure is not None else None


def _exchanged(one: JudgedRow) -> Iterator[FreeSlip]:
    """Target and actual value in each other's cell."""
    target, actual = one.row.readings.get(Role.TARGET), one.row.readings.get(Role.ACTUAL)
    if target is None or actual is None or target.figure is None or actual.figure is None:
        return
    if actual.formula is not None or target.figure.operator is not None:
        return
    swapped = (
        target._replace(text=actual.text, figures=actual.figures),
        actual._replace(text=target.text, figures=target.figures),
    )
    yield FreeSlip(one, Role.TARGET, swapped[0], "swapped", 1, (Role.ACTUAL, swapped[1]))


def _signs(one: JudgedRow) -> Iterator[FreeSlip]:
    for role in (Role.OPERATOR, Role.NATURE):
        reading = one.row.readings.get(role)
        if reading is not None and reading.text.strip() in _TURNED:
            text = _TURNED[reading.text.strip()]
            yield FreeSlip(one, role, reading._replace(text=text), "operator", 1)
            return
    goal = one.row.readings.get(Role.TARGET)
    figure = goal.figure if goal is not None else None
    written = _TURNED_OPERATORS.get(figure.operator) if figure and figure.operator else None
    if goal is None or figure is None or written is None or written not in goal.text:
        return
    turned = Operator.AT_MOST if figure.operator is Operator.AT_LEAST else Operator.AT_LEAST
    text = goal.text.replace(written, _TURNED[written])
    reading = goal._replace(text=text, figures=(replace(figure, operator=turned),))
    yield FreeSlip(one, Role.TARGET, reading, "operator", 1)


def _figures(one: JudgedRow) -> Iterator[FreeSlip]:
    yield from _changed(one, digit_slips)


def _longer(one: JudgedRow) -> Iterator[FreeSlip]:
    yield from _changed(one, dropped_slips)


def _mistyped(one: JudgedRow) -> Iterator[FreeSlip]:
    yield from _changed(one, mistyped_slips)


def _changed(one: JudgedRow, slips: Callable[[Fraction], Iterator[Slip]]) -> Iterator[FreeSlip]:
    is_item = one.computed.rule is not None and isinstance(one.computed.rule.score, ItemScore)
    for role in (Role.ITEM_SCORE,) if is_item else (Role.ACTUAL, Role.TARGET):
        reading = one.row.readings.get(role)
        if reading is None or reading.figure is None or reading.formula is not None:
            continue
        percent = 100 if reading.figure.unit == "%" else 1
        typed = reading.figure.value * percent
        for slip in slips(typed):
            yield FreeSlip(one, role, _with(reading, slip, percent), slip.kind, slip.cost)


def _with(reading: Reading, slip: Slip, percent: int) -> Reading:
    figure = reading.figure
    text = format_number(slip.value)
    if figure is None:
        return reading
    value = slip.value / percent
    written = format_number(figure.value * percent)
    said = reading.text.replace(written, text, 1) if written in reading.text else text
    meant = replace(figure, value=value, spread=IntervalSet.point(value), text=text)
    return reading._replace(state=ReadingState.FIGURE, text=said, figures=(meant,))


def _weights(sheet: Scoresheet, one: JudgedRow) -> Iterator[FreeSlip]:
    """What the other weights leave of the total, where all together come to something else."""
    reading = one.row.readings.get(Role.WEIGHT)
    if reading is None or reading.figure is None or reading.formula is not None:
        return
    own = weight_typed(sheet.rulebook, one.row)
    others = _other_weights(sheet, one.row)
    if own is None or others is None:
        return
    left = Fraction(sheet.rulebook.total) - others
    if left <= 0 or left == own or reading.figure.unit == "%":
        return
    figure = replace(reading.figure, value=left, spread=IntervalSet.point(left))
    text = format_number(left)
    yield FreeSlip(one, Role.WEIGHT, reading._replace(text=text, figures=(figure,)), "relation", 0)


def _other_weights(sheet: Scoresheet, row: Row) -> Fraction | None:
    weights: Sequence[Fraction | None] = [
        weight_typed(sheet.rulebook, each) for each in weighing(sheet.rows) if each.id != row.id
    ]
    known = [weight for weight in weights if weight is not None]
    return sum(known, Fraction(0)) if len(known) == len(weights) else None
