"""What the cells of a row that a department named itself may have been meant to hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.checking.diagnosis.slips import Slip, digit_slips, dropped_slips, mistyped_slips
from jixiao.checking.score import JudgedRow, direction_of, weighing, weight_typed
from jixiao.figures import (
    IntervalSet,
    Operator,
    ReadingState,
    format_number,
)
from jixiao.rulebook import ItemScore, Role
from jixiao.scoresheet import Reading, Row, Scoresheet

_TURNED: Mapping[str, str] = {"≥": "≤", "≤": "≥", ">=": "<=", "<=": ">=", "≧": "≦", "≦": "≧"}
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


def turned(one: JudgedRow) -> Iterator[FreeSlip]:
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


def by_digits(one: JudgedRow) -> Iterator[FreeSlip]:
    yield from _changed(one, digit_slips)


def with_a_digit_more(one: JudgedRow) -> Iterator[FreeSlip]:
    yield from _changed(one, dropped_slips)


def with_another_digit(one: JudgedRow) -> Iterator[FreeSlip]:
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


def of_weight(sheet: Scoresheet, one: JudgedRow) -> Iterator[FreeSlip]:
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


def exchange_of_weights(one: JudgedRow, other: JudgedRow) -> FreeSlip | None:
    """The weight of a row as the other has it."""
    own, theirs = (each.row.readings.get(Role.WEIGHT) for each in (one, other))
    if own is None or theirs is None or own.formula is not None or theirs.formula is not None:
        return None
    if own.figure is None or theirs.figure is None or own.figure.value == theirs.figure.value:
        return None
    reading = own._replace(text=theirs.text, figures=theirs.figures)
    return FreeSlip(one, Role.WEIGHT, reading, "weights", 1)
