"""Weights and standards that a return has otherwise than the others of its form."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.checking.checks.register import CheckCase, check
from jixiao.checking.score import weight_typed
from jixiao.figures import format_points
from jixiao.finding import Finding, finding
from jixiao.rulebook import Indicator, Role, weight_of
from jixiao.scoresheet import Row, RowKind, Scoresheet, plain_label


@check(codes=("S124", "S125"))
def form_findings(case: CheckCase) -> Iterator[Finding]:
    """Compare a return with what most returns of its form say; nothing where it is alone."""
    sheet = case.sheet
    if sheet.found.form is None:
        return
    for row in sheet.rows:
        indicator = sheet.rulebook.by_id.get(row.id)
        if row.kind is RowKind.INDICATOR and indicator is not None:
            yield from _other_weight(sheet, row, indicator)
            yield from _other_standard(row, indicator)


def _other_weight(sheet: Scoresheet, row: Row, indicator: Indicator) -> Iterator[Finding]:
    cell = row.readings.get(Role.WEIGHT)
    typed, usual = weight_typed(sheet.rulebook, row), weight_of(sheet.rulebook, indicator)
    if cell is None or typed is None or usual is None or typed == usual:
        return
    yield finding(
        "S124",
        sheet=cell.sheet,
        cell=cell.cell,
        indicator=row.id,
        name=row.name,
        found=format_points(typed),
        expected=format_points(usual),
    )


def _other_standard(row: Row, indicator: Indicator) -> Iterator[Finding]:
    cell = row.readings.get(Role.STANDARD)
    said = cell.text if cell is not None else ""
    if cell is None or not said.strip() or not indicator.standard:
        return
    if plain_label(said) != plain_label(indicator.standard):
        yield finding(
            "S125",
            sheet=cell.sheet,
            cell=cell.cell,
            indicator=row.id,
            name=row.name,
            found=" ".join(said.split()),
            expected=" ".join(indicator.standard.split()),
        )
