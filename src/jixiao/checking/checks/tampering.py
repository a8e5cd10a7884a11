"""What was changed against the issued template: formulas, standards and stored results.

The stamp holds the formulas as issued, by what they compute. Rows may have moved since, so a
formula is compared by its shape: references to its own sheet relative to its own row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from jixiao.checking.checks.register import CheckCase, check
from jixiao.checking.score import JudgedRow, typed_value
from jixiao.figures import ReadingState, format_points, round_half_up
from jixiao.finding import Finding, finding, text_of
from jixiao.rulebook import Indicator, OutcomeState, Role, evaluate_rate, rate_name, suggested_name
from jixiao.scoresheet import IssuedCells, Reading, Row, RowKind, Scoresheet, Stamp, digest_of

# Texts and what is on another sheet stay as they are when rows of this one move.
_REFERENCE = re.compile(
    r"""(?P<kept>"[^"]*"|!\$?[A-Z]{1,3}\$?[0-9]{1,7}(?::\$?[A-Z]{1,3}\$?[0-9]{1,7})?)"""
    r"""|(?<![!$A-Za-z0-9_.])\$?(?P<column>[A-Z]{1,3})\$?(?P<row>[0-9]{1,7})(?![0-9A-Za-z_(])"""
)
_FILLED = (ReadingState.FIGURE, ReadingState.TEXT, ReadingState.AMBIGUOUS, ReadingState.UNREADABLE)
_ALL = 3  # formulas from which a sheet without any was pasted or saved as values
_WITH_FORMULAS = ("xlsx", "xlsm", "ods")  # readers of other formats see values only
_NAMES = {
    Role.ACTUAL: text_of("checking.cell.actual"),
    Role.SUGGESTED: text_of("checking.cell.suggested"),
    Role.CLAIMED: text_of("checking.cell.claimed"),
}


@check(codes=("X101", "X102", "X103", "X104", "X105", "X106"))
def tamper_findings(case: CheckCase) -> Iterator[Finding]:
    """Yield what differs from the template as issued; without a stamp only what shows by itself."""
    sheet, judged = case.sheet, case.judged
    changed: list[Finding] = []
    stamp = sheet.stamp
    if stamp is not None and sheet.workbook.format in _WITH_FORMULAS:
        changed = list(_formulas(sheet, stamp))
    if len(changed) >= _ALL and not _has_formulas(sheet):
        first = changed[0]
        yield finding("X106", sheet=first.sheet, cell=first.cell, found=str(len(changed)))
    else:
        yield from changed
    if stamp is not None:
        yield from _standards(sheet, stamp)
    yield from _stale(sheet, judged, changed)
    yield from _links(sheet)


def _has_formulas(sheet: Scoresheet) -> bool:
    return any(one.formula is not None for row in sheet.rows for one in row.readings.values())


def _is_comparable(row: Row, reading: Reading, issued: IssuedCells) -> bool:
    """Whether a formula must be as issued: a sum reaches further once rows were added above it."""
    is_sum = row.kind in (RowKind.SECTION, RowKind.TOTAL)
    return not is_sum or issued.cell == reading.cell


@lru_cache(maxsize=4096)
def shape_of(formula: str, cell: str) -> str:
    """Write a formula with its references relative to the row of ``cell`` and without blanks.

    >>> moved = shape_of("IF(G12=\\"\\", \\"\\", G12*$D$12)", "I12")
    >>> moved == shape_of('IF(G11="","",G11*$D$11)', "I11")
    True
    """
    row = int(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    bare = re.sub(r"\s+", "", formula).removeprefix("=").replace("_xlfn.", "")
    return _REFERENCE.sub(
        lambda m: m["kept"] or f"{m['column']}[{int(m['row']) - row}]",
        bare,
    )


def _formulas(sheet: Scoresheet, stamp: Stamp) -> Iterator[Finding]:
    """Formulas of the scoresheet that are now values (X101) or other formulas (X102)."""
    for row in sheet.rows:
        for role, issued in issued_formulas(row, stamp):
            reading = row.readings.get(role)
            if reading is None or issued.sheet != sheet.sheet:
                continue
            if reading.formula is None:
                if reading.state in _FILLED:
                    yield _changed("X101", reading, row, role, issued)
            elif _is_comparable(row, reading, issued):
                now, then = (
                    shape_of(reading.formula, reading.cell),
                    shape_of(issued.formula, issued.cell),
                )
                if now != then:
                    yield _changed("X102", reading, row, role, issued)


def _standards(sheet: Scoresheet, stamp: Stamp) -> Iterator[Finding]:
    """Scoring standards whose words are not those issued (X104)."""
    for row in sheet.rows:
        issued, reading = stamp.digests.get(row.id), row.readings.get(Role.STANDARD)
        if issued is not None and reading is not None and digest_of(reading.text) != issued:
            yield finding(
                "X104",
                sheet=reading.sheet,
                cell=reading.cell,
                indicator=row.id,
                found=reading.text or None,
                name=row.name,
            )


def issued_formulas(row: Row, stamp: Stamp) -> Iterator[tuple[Role, IssuedCells]]:
    """Yield the formulas that a row was issued with, by the column they stand in."""
    keys: dict[Role, str] = {}
    if row.kind is RowKind.INDICATOR:
        keys = {Role.ACTUAL: rate_name(row.id), Role.SUGGESTED: suggested_name(row.id)}
    elif row.kind in (RowKind.SECTION, RowKind.TOTAL):
        keys = {Role.CLAIMED: row.id}
    for role, key in keys.items():
        if key in stamp.keyed:
            yield role, stamp.keyed[key]


def _changed(code: str, reading: Reading, row: Row, role: Role, issued: IssuedCells) -> Finding:
    """Name a changed formula, with the very formula to paste back where its row has not moved."""
    noun, back = _NAMES[role], f"={issued.formula.removeprefix('=')}"
    has_moved = issued.cell != reading.cell
    return finding(
        code,
        sheet=reading.sheet,
        cell=reading.cell,
        indicator=row.id if row.kind is RowKind.INDICATOR else None,
        found=reading.text if code == "X101" else f"={reading.formula}",
        name=text_of("checking.cell.of-row").fill(name=row.name, cell=noun),
        formula=text_of("diagnosis.copy") if has_moved else back,
    )


def _stale(
    sheet: Scoresheet, judged: Sequence[JudgedRow], changed: Sequence[Finding]
) -> Iterator[Finding]:
    """Stored results of the template's own formula that the figures no longer give (X103)."""
    digits = sheet.rulebook.digits
    causes = {found.indicator: found for found in changed}
    for one in judged:
        reading = one.row.readings.get(Role.SUGGESTED)
        outcome = one.computed.outcome
        if reading is None or reading.formula is None or reading.figure is None:
            continue
        if one.computed.basis != "inputs" or outcome.state is not OutcomeState.COMPUTED:
            continue
        stored, score = round_half_up(reading.figure.value, digits), outcome.score
        if score is None or stored == score or stored == _by_typed_rate(sheet, one):
            continue
        cause = causes.get(one.row.id)
        yield finding(
            "X103",
            sheet=reading.sheet,
            cell=reading.cell,
            indicator=one.row.id,
            found=format_points(stored),
            expected=format_points(score),
            because=cause.code if cause is not None else None,
            because_cell=cause.place if cause is not None else None,
            name=one.row.name,
        )


def _by_typed_rate(sheet: Scoresheet, one: JudgedRow) -> Fraction | None:
    """What the template's formula gives where its rate was typed over."""
    rate, rule = typed_value(one.row.readings.get(Role.ACTUAL)), one.computed.rule
    if rate is None or not isinstance(rule, Indicator):
        return None
    return evaluate_rate(sheet.rulebook, rule, rate, traced=False).score


def _links(sheet: Scoresheet) -> Iterator[Finding]:
    """Figures that come from another workbook (X105): the stored value cannot be followed."""
    by_id = sheet.rulebook.input_by_id
    cells = [(by_id[k].label, r) for k, r in sheet.inputs.items() if k in by_id]
    for row in sheet.rows:
        cells += [
            (row.name, row.readings[role])
            for role in (Role.CLAIMED, Role.ACTUAL)
            if role in row.readings
        ]
    for name, reading in cells:
        if reading.formula is not None and re.search(r"\[[^\]]+\]", reading.formula):
            yield finding(
                "X105",
                sheet=reading.sheet,
                cell=reading.cell,
                found=f"={reading.formula}",
                name=name,
            )
