"""How much of a sheet was checked: points that no row carries, forms without scores (S120, S121).

A sheet that was read in part is never ready to hand in, whatever its rows say.
"""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.checking.checks.register import CheckCase, check
from jixiao.checking.score import is_left_blank, weighing, weight_in
from jixiao.figures import Exact, format_points
from jixiao.finding import Bilingual, Finding, finding, text_of
from jixiao.formula import input_names, parse_formula
from jixiao.rulebook import Indicator, Role
from jixiao.scoresheet import Reading, Row, Scoresheet

_SURE = 0.6  # confidence from which labels alone show the rulebook


@check(codes=("S120", "S121", "S122", "S123"))
def coverage_findings(case: CheckCase) -> Iterator[Finding]:
    """Say which part of the points was checked, where it is not all of them."""
    sheet = case.sheet
    if sheet.is_drafted and not has_scores(sheet):
        yield _scoreless(sheet)
        return
    yield from _unread(sheet)
    yield from _rate_alone(case)
    yield from _thin(sheet)


def has_scores(sheet: Scoresheet) -> bool:
    """Whether a sheet has a column of self-scores for any of its rows."""
    return any(Role.CLAIMED in row.readings for row in sheet.rows)


def _scoreless(sheet: Scoresheet) -> Finding:
    """Say that a form asks for no scores, and what was checked instead."""
    parts = []
    if sheet.funds is not None:
        parts.append(text_of("checking.covered.funds"))
    if any(Role.ACTUAL in row.readings for row in sheet.rows):
        parts.append(text_of("checking.covered.targets"))
    between = text_of("words.separator")
    first = sheet.rows[0] if sheet.rows else None
    return finding(
        "S121",
        sheet=sheet.sheet,
        cell=_name_cell(sheet, first),
        parts=Bilingual(between.zh.join(p.zh for p in parts), between.en.join(p.en for p in parts)),
    )


def _name_cell(sheet: Scoresheet, row: Row | None) -> str | None:
    if row is None:
        whole = next((one for one in sheet.funds.rows), None) if sheet.funds is not None else None
        reading = next(iter(whole.readings.values()), None) if whole is not None else None
        return reading.cell if reading is not None else None
    letters = sheet.columns.get(Role.NAME)
    return f"{letters}{row.row}" if letters else None


def _unread(sheet: Scoresheet) -> Iterator[Finding]:
    """Say that the rows of a sheet carry less than all its points, or no points at all."""
    if sheet.unfound:
        return  # each is an error of its own
    rows = [row for row in weighing(sheet.rows) if not _adjusts(sheet, row)]
    weights = [weight_in(sheet.rulebook, row) for row in rows]
    known = sum((weight for weight in weights if weight is not None), Exact(0))
    total = Exact(sheet.rulebook.total)
    if known >= total or not rows:
        return
    place = _last_cell(sheet, rows)
    yield finding(
        "S120",
        sheet=place.sheet if place is not None else sheet.sheet,
        cell=place.cell if place is not None else None,
        found=format_points(known),
        expected=format_points(total),
        known=format_points(known),
        total=format_points(total),
        lacking=format_points(total - known),
        why=text_of("checking.covered.unweighed" if None in weights else "checking.covered.no-row"),
    )


def _adjusts(sheet: Scoresheet, row: Row) -> bool:
    indicator = sheet.rulebook.by_id.get(row.id)
    return indicator is not None and bool(indicator.adjusts)


def _last_cell(sheet: Scoresheet, rows: list[Row]) -> Reading | None:
    if sheet.total is not None:
        return sheet.total
    readings = [row.readings[Role.WEIGHT] for row in rows if Role.WEIGHT in row.readings]
    return readings[-1] if readings else None


def _thin(sheet: Scoresheet) -> Iterator[Finding]:
    """Say that the rulebook was taken on little evidence (S123)."""
    if sheet.found.by == "labels" and sheet.found.confidence < _SURE:
        yield finding(
            "S123",
            sheet=sheet.sheet,
            found=f"{sheet.found.confidence:.0%}",
            name=sheet.rulebook.name,
        )


def _rate_alone(case: CheckCase) -> Iterator[Finding]:
    """Say that a score rests on a typed rate whose amounts were not read (S122)."""
    sheet = case.sheet
    for one in case.judged:
        rule, claimed = one.computed.rule, one.row.readings.get(Role.CLAIMED)
        if one.computed.basis != "rate" or not isinstance(rule, Indicator) or claimed is None:
            continue
        inputs = [sheet.rulebook.input_by_id[name] for name in _used(rule)]
        on_sheet = [item for item in inputs if item.at is not None]
        unread = [item for item in on_sheet if is_left_blank(sheet.inputs.get(item.id))]
        rate = one.row.readings.get(Role.ACTUAL)
        if unread and rate is not None and sheet.funds is not None:
            yield finding(
                "S122",
                sheet=rate.sheet,
                cell=rate.cell,
                indicator=one.row.id,
                found=rate.text,
                name=one.row.name,
                labels=text_of("words.separator").zh.join(item.label for item in unread),
            )


def _used(rule: Indicator) -> tuple[str, ...]:
    return input_names(parse_formula(rule.rate)) if rule.rate else ()
