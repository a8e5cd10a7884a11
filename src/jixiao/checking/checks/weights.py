"""Weights that a form states of its sections and of the whole, against those of its rows (C112).

Said only where the rows carry all points of the form, so that none of them was passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from jixiao.checking.checks.register import CheckCase, check
from jixiao.checking.checks.totals import below_total
from jixiao.checking.score import weighing, weight_in
from jixiao.figures import Exact, ReadingState, format_points
from jixiao.finding import Finding, finding, text_of
from jixiao.rulebook import Role
from jixiao.scoresheet import Reading, Row, RowKind, Scoresheet, points_in_label, weighted_label

_LEVELS = (
    ((Role.LEVEL1,), Role.LEVEL1_WEIGHT),
    ((Role.LEVEL1, Role.LEVEL2), Role.LEVEL2_WEIGHT),
)
_WEIGHTS = (Role.WEIGHT, Role.LEVEL1_WEIGHT, Role.LEVEL2_WEIGHT)
_Weighed = tuple[Row, Fraction]


@check(codes=("C112",))
def stated_weight_findings(case: CheckCase) -> Iterator[Finding]:
    """Compare the points of sections, sums and the whole with those of their rows."""
    sheet = case.sheet
    if not sheet.is_drafted and not sheet.rulebook.blocks:
        return  # of fixed rows the rulebook knows the weights
    rows = list(_weighed(sheet))
    total = sum((weight for _, weight in rows), Exact(0))
    if not rows or total != Exact(sheet.rulebook.total):
        return
    apart = {one.row.id for one in case.judged} - {
        one.row.id for one in below_total(sheet, case.judged)
    }
    for row in sheet.rows:
        if row.kind is RowKind.TOTAL:
            below = [one for one in rows if one[0].id not in apart]
        elif row.kind is RowKind.SECTION:
            below = [one for one in rows if one[0].path[: len(row.path)] == row.path]
        else:
            continue
        for role in _WEIGHTS:
            yield from _compare(row.readings.get(role), _sum(below), row.name, below)
    for levels, weight in _LEVELS:
        yield from _of_level(rows, levels, weight)


def _weighed(sheet: Scoresheet) -> Iterator[_Weighed]:
    """The scored rows with their points; none at all where one has no points."""
    found: list[_Weighed] = []
    for row in weighing(sheet.rows):
        indicator = sheet.rulebook.by_id.get(row.id)
        weight = weight_in(sheet.rulebook, row)
        if weight is None or (indicator is not None and indicator.adjusts):
            return
        found.append((row, weight))
    yield from found


def _of_level(
    rows: Sequence[_Weighed], levels: tuple[Role, ...], weight: Role
) -> Iterator[Finding]:
    """Compare what the labels of one level, or the weights next to them, say."""
    keys = _keys(rows, levels)
    for key, group in groupby(zip(keys, rows, strict=True), key=lambda pair: pair[0]):
        below = [one for _, one in group]
        if not key[-1]:
            continue
        label = _first(below, levels[-1])
        stated = _first(below, weight)
        if stated is not None and stated.figure is not None:
            yield from _compare(stated, _sum(below), key[-1], below)
        elif label is not None and (points := points_in_label(label.text)) is not None:
            yield from _said(label, Fraction(points), _sum(below), key[-1], below)


def _keys(rows: Sequence[_Weighed], levels: tuple[Role, ...]) -> list[tuple[str, ...]]:
    """For each row the labels of its levels, a blank one being that of the row above."""
    found: list[tuple[str, ...]] = []
    last = [""] * len(levels)
    for row, _ in rows:
        for depth, role in enumerate(levels):
            reading = row.readings.get(role)
            text = reading.text if reading is not None else ""
            if text and text != last[depth]:
                last[depth:] = [text] + [""] * (len(levels) - depth - 1)
        found.append(tuple(last))
    return found


def _first(rows: Sequence[_Weighed], role: Role) -> Reading | None:
    readings = (row.readings.get(role) for row, _ in rows)
    return next((r for r in readings if r is not None and r.state is not ReadingState.BLANK), None)


def _sum(rows: Sequence[_Weighed]) -> Fraction:
    return sum((weight for _, weight in rows), Exact(0))


def _compare(
    reading: Reading | None, summed: Fraction, name: str, below: Sequence[_Weighed]
) -> Iterator[Finding]:
    if reading is None or reading.formula is not None:
        return  # a formula follows the rows
    figure = reading.figure
    if figure is not None and figure.unit != "%" and figure.value > 1:
        yield from _said(reading, figure.value, summed, name, below)


def _said(
    reading: Reading, stated: Fraction, summed: Fraction, name: str, below: Sequence[_Weighed]
) -> Iterator[Finding]:
    if stated == summed or not below:
        return
    written = " + ".join(format_points(weight) for _, weight in below)
    if len(below) > 1:
        written = f"{written} = {format_points(summed)}"
    yield finding(
        "C112",
        sheet=reading.sheet,
        cell=reading.cell,
        found=format_points(stated),
        expected=format_points(summed),
        name=weighted_label(name).stem or name,
        arithmetic=text_of("checking.score.arithmetic").fill(trace=written),
    )
