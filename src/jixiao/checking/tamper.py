"""What was changed against the issued template: formulas and stored results.

The fingerprint of the issue maps cells to formulas. Rows may have moved since, so a formula is
compared by its shape: references relative to its own row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.checking.figures import typed_value
from jixiao.checking.verdicts import Judged as JudgedRow
from jixiao.figures.rounding import round_half_up
from jixiao.figures.show import points
from jixiao.finding import Bilingual, Finding, finding
from jixiao.rulebook.model import Indicator, Role
from jixiao.rulebook.outcome import State
from jixiao.rulebook.scores import Judged
from jixiao.rulebook.scoring import evaluate_rate
from jixiao.scoresheet.model import Reading, ReadingState, Row, RowKind, Scoresheet

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?![0-9(])")
_FILLED = (ReadingState.FIGURE, ReadingState.TEXT, ReadingState.AMBIGUOUS, ReadingState.UNREADABLE)
_KEPT = (RowKind.INDICATOR, RowKind.SECTION, RowKind.TOTAL)
_NAMES = {
    Role.ACTUAL: Bilingual("实际值", "actual"),
    Role.SUGGESTED: Bilingual("测算得分", "suggested score"),
    Role.CLAIMED: Bilingual("自评得分", "self-score"),
}


def tamper_findings(sheet: Scoresheet, judged: Sequence[JudgedRow]) -> Iterator[Finding]:
    """Yield what differs from the template as issued."""
    yield from _formulas(sheet)
    yield from _stale(sheet, judged)
    yield from _links(sheet)


def shape(formula: str, row: int) -> str:
    """A formula with its references relative to ``row`` and without blanks.

    >>> shape("IF(G12=\\"\\", \\"\\", G12*$D$12)", 12) == shape('IF(G11="","",G11*$D$11)', 11)
    True
    """
    bare = re.sub(r"\s+", "", formula).removeprefix("=").replace("_xlfn.", "")
    return _REFERENCE.sub(lambda found: f"{found[1]}[{int(found[2]) - row}]", bare)


def _formulas(sheet: Scoresheet) -> Iterator[Finding]:
    """Formulas of the scoresheet that are now values (X101) or other formulas (X102)."""
    shapes = _issued_shapes(sheet)
    for row in sheet.rows:
        if row.kind not in _KEPT:
            continue
        for role, noun in _NAMES.items():
            reading = row.readings.get(role)
            if reading is None or not _was_formula(sheet, row, role, reading):
                continue
            column, number = _split(reading.cell)
            if reading.formula is None:
                if reading.state in _FILLED:
                    yield _changed("X101", reading, row, noun)
            elif row.kind is RowKind.INDICATOR and (
                shape(reading.formula, number) not in shapes.get(column, set())
            ):
                yield _changed("X102", reading, row, noun)


def _issued_shapes(sheet: Scoresheet) -> dict[str, set[str]]:
    """The shapes of the formulas issued in each column of the scoresheet."""
    shapes: dict[str, set[str]] = {}
    for place, formula in sheet.issued.items():
        name, _, cell = place.rpartition("!")
        column, row = _split(cell)
        if name == sheet.sheet:
            shapes.setdefault(column, set()).add(shape(formula, row))
    return shapes


def _was_formula(sheet: Scoresheet, row: Row, role: Role, reading: Reading) -> bool:
    """Whether the template has a formula here; rows may have moved, so 测算得分 always counts."""
    if not sheet.issued:
        return False
    if role is Role.SUGGESTED and row.kind is RowKind.INDICATOR:
        rule = sheet.rulebook.by_id.get(row.id)
        return rule is not None and not isinstance(rule.score, Judged)
    return reading.place in sheet.issued


def _changed(code: str, reading: Reading, row: Row, noun: Bilingual) -> Finding:
    return finding(
        code,
        sheet=reading.sheet,
        cell=reading.cell,
        indicator=row.id if row.kind is RowKind.INDICATOR else None,
        found=reading.text if code == "X101" else f"={reading.formula}",
        name=Bilingual(f"{row.name}·{noun.zh}", f"{row.name} ({noun.en})"),
    )


def _split(cell: str) -> tuple[str, int]:
    column = cell.rstrip("0123456789")
    return column, int(cell[len(column) :] or 0)


def _stale(sheet: Scoresheet, judged: Sequence[JudgedRow]) -> Iterator[Finding]:
    """Stored results of the template's own formula that the figures no longer give (X103)."""
    digits = sheet.rulebook.digits
    for one in judged:
        reading = one.row.readings.get(Role.SUGGESTED)
        outcome = one.computed.outcome
        if reading is None or reading.formula is None or reading.figure is None:
            continue
        if one.computed.basis != "inputs" or outcome.state is not State.COMPUTED:
            continue
        stored, score = round_half_up(reading.figure.value, digits), outcome.score
        if score is None or stored in (score, _by_typed_rate(sheet, one)):
            continue
        yield finding(
            "X103",
            sheet=reading.sheet,
            cell=reading.cell,
            indicator=one.row.id,
            found=points(stored),
            expected=points(score),
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
