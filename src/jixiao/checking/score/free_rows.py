"""What a free row of a target form says: its sign, target and actual in one unit, its weight."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from jixiao.checking.score.direction import direction_of
from jixiao.checking.score.figures import is_counted, typed_value
from jixiao.figures import (
    Exact,
    IntervalSet,
    Operator,
    Quantity,
    ReadingState,
    convert,
    factor,
    typed_operator,
)
from jixiao.rulebook import QUALITATIVE, FigureValue, FreeRow, Role
from jixiao.scoresheet import Reading, Row

_EMPTY = (ReadingState.BLANK, ReadingState.MARKER)


def free_row(row: Row, weight: Fraction) -> FreeRow:
    """Say what a free row's cells say; an adjusted target replaces the first one.

    A target in words (显著, 2021年12月完成) makes the row 定性, and so does an actual in words
    next to no target. A sign that is not written is taken from the name or the kind of the row,
    where these leave no doubt.
    """
    goal = row.readings.get(Role.ADJUSTED_TARGET)
    if goal is None or goal.figure is None:
        goal = row.readings.get(Role.TARGET)
    actual = row.readings.get(Role.ACTUAL)
    target, reached, is_comparable = _in_one_unit(goal, actual)
    written = _operator(row, target.operator if target is not None else None)
    direction = _text(row, Role.DIRECTION)
    assumed = None
    if written is None and direction is None:
        kind = _text(row, Role.LEVEL2) or "".join(row.path[-1:])
        assumed = direction_of(row.name, kind)
    return FreeRow(
        operator=written or assumed,
        target=None if target is None else FigureValue(target.value),  # a goal set is exact
        actual=_value(reached),
        weight=weight,
        nature=QUALITATIVE if _is_worded(goal, actual) else _text(row, Role.NATURE),
        direction=direction,
        item_score=typed_value(row.readings.get(Role.ITEM_SCORE)),
        coefficient=typed_value(row.readings.get(Role.COEFFICIENT)),
        unit="%" if target is not None and target.unit == "%" else "",
        is_sign_assumed=assumed is not None,
        is_comparable=is_comparable,
    )


def _is_worded(goal: Reading | None, actual: Reading | None) -> bool:
    if goal is None or goal.state in _EMPTY:
        return actual is not None and actual.state is ReadingState.TEXT
    return goal.state is ReadingState.TEXT


def _in_one_unit(
    goal: Reading | None, actual: Reading | None
) -> tuple[Quantity | None, Quantity | None, bool]:
    """Target and actual in the target's unit, and whether they measure the same thing at all."""
    target = goal.figure if goal is not None else None
    reached = actual.figure if actual is not None else None
    if target is None or reached is None or not (target.unit and reached.unit):
        return *_as_shares(target, reached), True
    ours, theirs = factor(target.unit), factor(reached.unit)
    if ours is None or theirs is None or ours == theirs:
        return target, reached, True
    if "share" in (ours[0], theirs[0]) and ours[0] != theirs[0]:
        return target, reached, False
    return target, convert(reached, target.unit) or reached, True


def _as_shares(
    target: Quantity | None, reached: Quantity | None
) -> tuple[Quantity | None, Quantity | None]:
    """Next to a percentage a bare number above 1 is one as well: 90 next to 98%."""
    if target is None or reached is None:
        return target, reached
    if target.unit == "%" and not reached.unit and abs(reached.value) > 1:
        return target, _percent(reached)
    if reached.unit == "%" and not target.unit and abs(target.value) > 1:
        return _percent(target), reached
    return target, reached


def _percent(figure: Quantity) -> Quantity:
    hundredth = Exact(1, 100)
    spread = None if figure.spread is None else figure.spread * IntervalSet.point(hundredth)
    return replace(figure, value=figure.value * hundredth, unit="%", spread=spread)


def _value(figure: Quantity | None) -> FigureValue | None:
    if figure is None:
        return None
    return FigureValue(figure.value, None if is_counted(figure) else figure.spread)


def _operator(row: Row, typed: Operator | None) -> Operator | None:
    """The sign of a row: its own column, 指标性质 in some forms, or before the target."""
    for role in (Role.OPERATOR, Role.NATURE):
        written = _text(row, role)
        stated = typed_operator(written) if written is not None else None
        if stated is not None:
            return stated
    return typed


def _text(row: Row, role: Role) -> str | None:
    reading = row.readings.get(role)
    return (reading.text.strip() or None) if reading is not None else None
