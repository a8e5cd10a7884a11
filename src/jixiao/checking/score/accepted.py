"""What a rulebook lets a cell hold: presence, type, range, allowed answers.

One ``Accepted`` per reading of a scoresheet, for the schema to check; bounds are inclusive.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from jixiao.checking.readings import Accepted, ReadingSort
from jixiao.checking.score.weights import weighing, weight_in
from jixiao.figures import Exact
from jixiao.rulebook import (
    NO,
    YES,
    Indicator,
    Input,
    Judged,
    Role,
    Rulebook,
    TableColumn,
    weight_of,
)
from jixiao.scoresheet import Row, RowKind, Scoresheet

_ASKED = "accepted.asked"
HIGHEST_RATE = Exact(10)  # 1000%: beyond it a percentage was almost surely typed as a number


def accepted_of(sheet: Scoresheet) -> Iterator[Accepted]:
    """Yield every cell that the rulebook has something to say about."""
    asked = _asked_by(sheet.rulebook)
    for name, reading in sheet.inputs.items():
        if name in asked:
            yield Accepted(reading, *asked[name])
    for table in sheet.rulebook.tables:
        columns = {c.id: asked[f"{table.id}.{c.id}"] for c in table.columns if c.formula is None}
        for row in sheet.tables.get(table.id, ()):
            for name, reading in row.items():
                if name in columns:
                    yield Accepted(reading, *columns[name])
    givable, nothing = _givable(sheet.rulebook), Exact(0)
    sharing: dict[str | None, list[Row]] = {}
    for one in sheet.rows:
        sharing.setdefault(one.sum_with, []).append(one)
    for found in sheet.rows:
        if found.kind in (RowKind.INDICATOR, RowKind.FREE):
            given = givable.get(found.id, nothing)
            yield from _row(sheet.rulebook, found, sharing.get(found.id, ()), given)


class _Asked(NamedTuple):
    """All of ``Accepted`` but the reading, in the same order."""

    sort: ReadingSort
    label: str
    indicator: str | None
    is_required: bool
    is_figure: bool
    is_whole: bool
    low: Fraction | None
    high: Fraction | None
    answers: tuple[str, ...]


def _asked_by(rulebook: Rulebook) -> dict[str, _Asked]:
    """What a rulebook asks of its inputs, by id, and of ``table.column``; found out once."""
    kept = rulebook.compiled.get(_ASKED)
    if isinstance(kept, dict):
        return kept
    asked = {
        f"{table.id}.{column.id}": _asked_of(column, f"{table.label}·{column.label}")
        for table in rulebook.tables
        for column in table.columns
    }
    asked |= {item.id: _asked_of(item, item.label) for item in rulebook.inputs}
    rulebook.compiled[_ASKED] = asked
    return asked


def _asked_of(item: Input | TableColumn, label: str) -> _Asked:
    """What the rulebook asks of an input, whatever is typed there."""
    answers: tuple[str, ...] = ()
    if item.kind == "flag":
        answers = (YES, NO)
    elif item.kind == "choice" and isinstance(item, Input):
        answers = item.choices
    is_figure = item.kind in ("money", "count", "quantity", "rate")
    is_signed = isinstance(item, Input) and item.signed
    high = HIGHEST_RATE if item.kind == "rate" else None
    is_required = not item.optional and item.kind != "text"
    low = None if is_signed or not is_figure else Exact(0)
    is_whole = item.kind == "count"
    return _Asked("input", label, None, is_required, is_figure, is_whole, low, high, answers)


def _row(
    rulebook: Rulebook, row: Row, sharing: Sequence[Row], given: Fraction
) -> Iterator[Accepted]:
    indicator = rulebook.by_id.get(row.id)
    fixed = weight_of(rulebook, indicator) if indicator is not None else None
    weight = None if fixed is None else fixed + given
    if sharing or fixed is None:
        weights = [weight_in(rulebook, one) for one in weighing([row, *sharing])]
        weight = None
        if None not in weights:
            weight = sum((w for w in weights if w is not None), given)
    low, high = _range(indicator, weight)
    for role, sort in ((Role.CLAIMED, "claimed"), (Role.REVIEWED, "reviewed")):
        reading = row.readings.get(role)
        if reading is not None and row.sum_with is None:
            yield Accepted(reading, _SORTS[sort], row.name, row.id, low=low, high=high)
    rate = row.readings.get(Role.ACTUAL)
    if rate is not None and indicator is not None and _has_percentage(indicator):
        yield Accepted(rate, "rate", row.name, row.id, low=-HIGHEST_RATE, high=HIGHEST_RATE)
    typed = row.readings.get(Role.WEIGHT)
    if typed is not None and fixed is None and row.sum_with is None:
        total = Exact(rulebook.total)
        top = Exact(1) if typed.figure is not None and typed.figure.unit == "%" else total
        yield Accepted(typed, "weight", row.name, row.id, low=Exact(0), high=top)


_SORTS: dict[str, ReadingSort] = {"claimed": "claimed", "reviewed": "reviewed"}


def _givable(rulebook: Rulebook) -> dict[str | None, Fraction]:
    """The points that rows which do not apply may add to others, by the other's id."""
    given: dict[str | None, Fraction] = {}
    for giver in rulebook.indicators:
        policy, weight = giver.not_applicable, weight_of(rulebook, giver)
        if policy is not None and weight is not None:
            given[policy.to] = given.get(policy.to, Exact(0)) + weight
    return given


def _range(
    indicator: Indicator | None, weight: Fraction | None
) -> tuple[Fraction | None, Fraction | None]:
    """Least and greatest self-score; a malus row may be written with a minus sign."""
    if indicator is not None and indicator.adjusts == "down":
        return (None if weight is None else -weight), weight
    rule = indicator.score if indicator is not None else None
    return (Exact(rule.min) if isinstance(rule, Judged) else Exact(0)), weight


def _has_percentage(indicator: Indicator) -> bool:
    parts = indicator.parts or (indicator,)
    return any(part.rate is not None and part.rate_unit == "%" for part in parts)
