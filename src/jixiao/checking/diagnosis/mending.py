"""A scoresheet with a change made, and with what its own formulas then show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from jixiao.checking.diagnosis.candidates import FigureChange
from jixiao.checking.diagnosis.cells import (
    FigureCell,
    reading_of,
    rows_with,
    sheet_with,
)
from jixiao.checking.diagnosis.symptoms import keys_of, outcome_of
from jixiao.checking.score import JudgedRow, is_left_blank
from jixiao.figures import IntervalSet, Quantity, ReadingState, format_points, round_half_up
from jixiao.rulebook import Figures, Indicator, Outcome, Role, add_points
from jixiao.scoresheet import Reading, Row, RowKind, Scoresheet

_UNREAD = "0"


@dataclass(frozen=True, slots=True)
class MendedSheet:
    """The scoresheet as it then is, and the ``sheet!cell`` of every cell that changed."""

    sheet: Scoresheet
    places: frozenset[str]


def with_figures(
    sheet: Scoresheet,
    judged: Sequence[JudgedRow],
    figures: Figures,
    change: FigureChange,
) -> MendedSheet:
    """Change basic figures; live rates and suggested scores follow."""
    changed = change.applied(figures)
    followed: dict[tuple[str, Role], Reading] = {}
    for one in resting_on(sheet, judged, *change.cells):
        outcome = outcome_of(sheet, one, changed)
        followed |= _followers(one.row, outcome)
    mended, places = rows_with(sheet, followed), {each.place for each in followed.values()}
    for cell, value in change.values:
        mended = sheet_with(mended, cell, reading_of(cell, value))
        places.add(cell.reading.place)
    return MendedSheet(mended, frozenset(places))


def resting_on(
    sheet: Scoresheet, judged: Sequence[JudgedRow], *cells: FigureCell
) -> tuple[JudgedRow, ...]:
    """The rows that are computed from some cells."""
    wanted = {cell.key for cell in cells}
    return tuple(
        one
        for one in judged
        if isinstance(one.computed.rule, Indicator)
        and not wanted.isdisjoint(keys_of(sheet.rulebook, one.computed.rule))
    )


def _followers(row: Row, outcome: Outcome) -> Mapping[tuple[str, Role], Reading]:
    found: dict[tuple[str, Role], Reading] = {}
    for role, value, unit in (
        (Role.ACTUAL, outcome.rate, None),
        (Role.SUGGESTED, outcome.score, ""),
    ):
        reading = row.readings.get(role)
        if reading is None or reading.formula is None:
            continue
        if value is None:
            found[row.id, role] = reading._replace(state=ReadingState.BLANK, text="", figures=())
        else:
            written = reading.figure.unit if unit is None and reading.figure is not None else ""
            found[row.id, role] = _point(reading, value, written or ("%" if unit is None else ""))
    return found


def _point(reading: Reading, value: Fraction, unit: str = "") -> Reading:
    text = format_points(value)
    figure = Quantity(value, unit, None, None, IntervalSet.point(value), text)
    return reading._replace(state=ReadingState.FIGURE, text=text, figures=(figure,), is_text=False)


def with_scores(
    sheet: Scoresheet, scores: Mapping[str, Fraction], *, is_live_only: bool = False
) -> MendedSheet:
    """Change self-scores by row id; sums and grade follow, ``is_live_only``: those by formula."""
    changed: dict[tuple[str, Role], Reading] = {}
    more: dict[tuple[str, ...], Fraction] = {}
    counted = {row.id: _counted(row) for row in sheet.rows if row.kind is RowKind.INDICATOR}
    for row in sheet.rows:
        reading = row.readings.get(Role.CLAIMED)
        if row.id not in scores or reading is None:
            continue
        changed[row.id, Role.CLAIMED] = _point(reading, scores[row.id])._replace(formula=None)
        before = add_points(sheet.rulebook, {**counted, row.id: _counted(row)}.items()).total
        counted[row.id] = scores[row.id]
        gain = add_points(sheet.rulebook, counted.items()).total - before
        more[row.path] = more.get(row.path, Fraction(0)) + gain
    return _with_sums(sheet, changed, more, is_live_only=is_live_only)


def _counted(row: Row) -> Fraction:
    """The self-score of a row as sums take it: text and blanks add nothing."""
    reading = row.readings.get(Role.CLAIMED)
    figure = reading.figure if reading is not None and not reading.is_text else None
    return figure.value if figure is not None else Fraction(0)


def _with_sums(
    sheet: Scoresheet,
    changed: dict[tuple[str, Role], Reading],
    more: Mapping[tuple[str, ...], Fraction],
    *,
    is_live_only: bool,
) -> MendedSheet:
    """Let the sums of the sheet follow what was added below them."""
    for row in sheet.rows:
        reading = row.readings.get(Role.CLAIMED)
        if row.kind not in (RowKind.SECTION, RowKind.TOTAL) or reading is None:
            continue
        figure = reading.figure
        if figure is None or (is_live_only and reading.formula is None):
            continue
        path = row.path if row.kind is RowKind.SECTION else ()
        below = [gain for at, gain in more.items() if at[: len(path)] == path]
        if below:
            total = figure.value + sum(below, Fraction(0))
            changed[row.id, Role.CLAIMED] = _point(reading, total)
    mended = rows_with(sheet, changed)
    places = {reading.place for reading in changed.values()}
    return MendedSheet(*_graded(mended, places))


def with_cell(
    sheet: Scoresheet, row: Row, role: Role, reading: Reading, *, is_live_only: bool = False
) -> MendedSheet:
    """Change one cell of the scoresheet, a sum or a rate; the total follows."""
    changed = {(row.id, role): reading}
    old = row.readings[role].figure if not row.readings[role].is_text else None  # no sum adds it
    if role is Role.CLAIMED and row.kind is RowKind.SECTION and reading.figure is not None:
        gain = reading.figure.value - (old.value if old is not None else Fraction(0))
        above = {
            (r.id, Role.CLAIMED): r.readings[Role.CLAIMED]
            for r in sheet.rows
            if r.kind is RowKind.TOTAL and Role.CLAIMED in r.readings
        }
        for key, total in above.items():
            is_still = is_live_only and total.formula is None
            if total.figure is not None and not is_still:
                changed[key] = _point(total, total.figure.value + gain)
    if row.readings[role].state is ReadingState.ERROR:
        changed = {**_shown_errors(sheet), **changed}
    mended = rows_with(sheet, changed)
    places = {each.place for each in changed.values()} | {row.readings[role].place}
    return MendedSheet(*_graded(mended, places))


def _shown_errors(sheet: Scoresheet) -> dict[tuple[str, Role], Reading]:
    """The live cells that show an error value, as if they were not calculated yet."""
    return {
        (row.id, role): reading._replace(state=ReadingState.UNCACHED, text="", figures=())
        for row in sheet.rows
        for role, reading in row.readings.items()
        if reading.state is ReadingState.ERROR and reading.formula is not None
    }


def _graded(sheet: Scoresheet, places: set[str]) -> tuple[Scoresheet, frozenset[str]]:
    """Take the total and the grade from the rows as they are now."""
    total = next(
        (r.readings.get(Role.CLAIMED) for r in sheet.rows if r.kind is RowKind.TOTAL), sheet.total
    )
    sheet = replace(sheet, total=total)
    grade = sheet.grade
    moved = total is not None and total.place in places
    is_idle = grade is None or (is_left_blank(grade) and grade.formula is None)
    is_idle = is_idle or (grade is not None and grade.text == _UNREAD)  # what old formats keep
    if not moved or grade is None or is_idle or not sheet.rulebook.grades:
        return sheet, frozenset(places)
    if total is None or total.figure is None:
        return sheet, frozenset(places)
    shown = round_half_up(total.figure.value, sheet.rulebook.digits)
    name = sheet.rulebook.grade_of(Decimal(shown.numerator) / Decimal(shown.denominator)) or ""
    state = ReadingState.TEXT if name else ReadingState.BLANK
    named = grade._replace(state=state, text=name, figures=())
    return replace(sheet, grade=named), frozenset(places | {grade.place})
