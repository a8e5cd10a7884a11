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
from jixiao.checking.issued import (
    FORMATS_WITH_FORMULAS,
    Moves,
    is_as_issued,
    is_comparable,
    issued_in_row,
    moves_of,
)
from jixiao.checking.score import JudgedRow, typed_value
from jixiao.figures import format_points, round_half_up
from jixiao.finding import Bilingual, Finding, Fix, finding, text_of
from jixiao.rulebook import Indicator, OutcomeState, Role, evaluate_rate, printed_standard
from jixiao.scoresheet import IssuedCells, Reading, Row, RowKind, Scoresheet, Stamp, digest_of

_ENOUGH_PASTED = 3  # formulas from which a sheet without any was pasted or saved as values
_TEXT = re.compile(r'"(?:[^"]|"")*"')
# [1]表!A1, [1]!名称, '[上报.xlsx]表 1'!A1; the columns of a table, 表1[金额], are none
_ELSEWHERE = re.compile(r"'(?:[^']|'')*\[[^\[\]]+\](?:[^']|'')*'!|(?<![\w\]])\[[^\[\]]+\][\w.]*!")
_digest = lru_cache(maxsize=1024)(digest_of)  # of the same standards in every return
_NAMES = {
    Role.ACTUAL: text_of("checking.cell.actual"),
    Role.SUGGESTED: text_of("checking.cell.suggested"),
    Role.CLAIMED: text_of("checking.cell.claimed"),
}


@check(codes=("X101", "X102", "X103", "X104", "X105", "X106", "X107"))
def tamper_findings(case: CheckCase) -> Iterator[Finding]:
    """Yield what differs from the template as issued; without a stamp only what shows by itself."""
    sheet, judged = case.sheet, case.judged
    changed: list[Finding] = []
    stamp = sheet.stamp
    if stamp is not None and sheet.workbook.format in FORMATS_WITH_FORMULAS:
        changed = list(_formulas(sheet, stamp))
    if len(changed) >= _ENOUGH_PASTED and not _has_formulas(sheet):
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


def _formulas(sheet: Scoresheet, stamp: Stamp) -> Iterator[Finding]:
    """Formulas of the scoresheet that are now values (X101), other formulas (X102) or gone (X107).

    A blank total or grade has a code of its own.
    """
    moves: Moves | None = None
    for row in sheet.rows:
        for role, issued in issued_in_row(row, stamp):
            reading = row.readings.get(role)
            code = None if reading is None else _code_of(row, reading, issued)
            if reading is None or code is None or issued.sheet != sheet.sheet:
                continue
            moves = moves or moves_of(sheet, stamp)
            yield _changed(code, reading, row, role, moves.formula_at(reading.cell, issued))


def _code_of(row: Row, reading: Reading, issued: IssuedCells) -> str | None:
    """What became of a cell that was issued as a formula; None where it holds it still."""
    if reading.formula is not None:
        is_same = is_as_issued(reading.formula, reading.cell, issued)
        return None if is_same or not is_comparable(row, reading, issued) else "X102"
    if reading.text.strip():
        return "X101"
    return "X107" if row.kind is not RowKind.TOTAL else None


def _standards(sheet: Scoresheet, stamp: Stamp) -> Iterator[Finding]:
    """Scoring standards whose words are not those issued (X104)."""
    for row in sheet.rows:
        issued, reading = stamp.digests.get(row.id), row.readings.get(Role.STANDARD)
        if issued is None or reading is None or _digest(reading.text) == issued:
            continue
        words = _issued_words(sheet, row.id, issued)
        back = text_of("checking.standard.copy")
        if words is not None:
            back = text_of("checking.standard.words").fill(words=words)
        found = finding(
            "X104",
            sheet=reading.sheet,
            cell=reading.cell,
            indicator=row.id,
            found=reading.text or None,
            expected=words,
            name=row.name,
            back=back,
        )
        if words is not None:
            why = text_of("checking.standard.issued")
            found = found.with_fix(Fix(reading.place, reading.text, words, why), ())
        yield found


def _issued_words(sheet: Scoresheet, ident: str, digest: str) -> str | None:
    """The standard as issued, where the rulebook still has it."""
    rule = sheet.rulebook.by_id.get(ident)
    words = printed_standard(sheet.rulebook, rule) if rule is not None else ""
    return words if words and _digest(words) == digest else None


def _changed(code: str, reading: Reading, row: Row, role: Role, back: str | None) -> Finding:
    """Name a changed formula, with the very formula to paste back where that is known."""
    found = f"={reading.formula}" if code == "X102" else reading.text
    return finding(
        code,
        sheet=reading.sheet,
        cell=reading.cell,
        indicator=row.id if row.kind is RowKind.INDICATOR else None,
        found=found or None,
        what=_what(reading),
        name=text_of("checking.cell.of-row").fill(name=row.name, cell=_NAMES[role]),
        formula=text_of("diagnosis.copy") if back is None else back,
    )


def _what(reading: Reading) -> Bilingual:
    """What a cell holds that was issued as a formula."""
    if reading.text.lstrip().startswith("="):
        return text_of("checking.cell.formula-text")
    return text_of("checking.cell.number" if reading.figure is not None else "checking.cell.text")


def _stale(
    sheet: Scoresheet, judged: Sequence[JudgedRow], changed: Sequence[Finding]
) -> Iterator[Finding]:
    """Stored results of the template's own formula that the figures no longer give (X103)."""
    digits = sheet.rulebook.digits
    # The last change of a row is that nearest its score: its own formula is after that of the rate.
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
        if reading.formula is not None and refers_elsewhere(reading.formula):
            yield finding(
                "X105",
                sheet=reading.sheet,
                cell=reading.cell,
                found=f"={reading.formula}",
                name=name,
            )


@lru_cache(maxsize=4096)  # formulas are those of the form
def refers_elsewhere(formula: str) -> bool:
    """Whether a formula takes something from another workbook.

    >>> refers_elsewhere("[1]表!A1"), refers_elsewhere("SUM(表1[金额])")
    (True, False)
    """
    return _ELSEWHERE.search(_TEXT.sub("", formula)) is not None
