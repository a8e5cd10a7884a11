"""The survey against a scoresheet: what can be filled in, what says something else already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from jixiao.figures import format_number, format_percent, format_points
from jixiao.finding import Finding, finding
from jixiao.rulebook import Input, OutcomeState, Role
from jixiao.scoresheet import Reading, Row, Scoresheet
from jixiao.survey.model import GroupResult, SurveyResult


@dataclass(frozen=True, slots=True)
class SurveyFill:
    """An input that the survey fills in: its cell, what is there, what belongs there."""

    label: str
    reading: Reading
    number: Fraction  # as the cell holds it: a rate of 98% is 0.98
    shown: str
    is_there: bool  # something else is there already


@dataclass(frozen=True, slots=True)
class SurveyComparison:
    """What a scoresheet says of the survey, and what of it could be filled in.

    ``filled`` are labels that say the same already; ``unplaced`` those without a cell.
    """

    fills: tuple[SurveyFill, ...]
    filled: tuple[str, ...]
    unplaced: tuple[str, ...]
    findings: tuple[Finding, ...]


def compare_survey(result: SurveyResult, sheet: Scoresheet) -> SurveyComparison:
    """Hold the survey against the inputs, the rate and the score that a scoresheet claims."""
    fills: list[SurveyFill] = []
    filled, unplaced, findings = [], [], list[Finding]()
    for id_, number in result.inputs.items():
        item = result.rulebook.input_by_id[id_]
        reading = sheet.inputs.get(id_)
        if reading is None:
            unplaced.append(item.label)
            continue
        if _number(reading) == number:
            filled.append(item.label)
            continue
        is_there = bool(reading.text.strip())
        fills.append(SurveyFill(item.label, reading, number, _shown(item, number), is_there))
        if is_there:
            findings.append(
                finding(
                    "E215",
                    sheet=reading.sheet,
                    cell=reading.cell,
                    found=reading.text,
                    expected=_shown(item, number),
                    label=item.label,
                )
            )
    for group in result.groups:
        findings += _claims(group, sheet, follows=bool(fills))
    return SurveyComparison(tuple(fills), tuple(filled), tuple(unplaced), tuple(findings))


def _number(reading: Reading) -> Fraction | None:
    return None if reading.figure is None else reading.figure.value


def _shown(item: Input, number: Fraction) -> str:
    return format_percent(number) if item.kind == "rate" else format_number(number)


def _claims(group: GroupResult, sheet: Scoresheet, *, follows: bool) -> Iterator[Finding]:
    """The claimed rate and score of the group's row, where they are not what the forms give.

    ``follows``: inputs are to change, so that a rate by formula changes with them.
    """
    row = next((r for r in sheet.rows if r.id == group.group.indicator), None)
    if row is None or group.rate is None:
        return
    rate = row.readings.get(Role.ACTUAL)
    is_typed = rate is not None and not (follows and rate.formula is not None)
    if rate is not None and is_typed and not _agrees(rate, group.rate):
        yield finding(
            "E216",
            sheet=rate.sheet,
            cell=rate.cell,
            indicator=row.id,
            found=rate.text,
            expected=format_percent(group.rate),
            name=row.name,
        )
    yield from _score(group, row)


def _agrees(reading: Reading, rate: Fraction) -> bool:
    """Whether the rate lies within what the figure shown may stand for."""
    figure = reading.figure
    if figure is None:
        return True
    return figure.value == rate or (figure.spread is not None and figure.spread.contains(rate))


def _score(group: GroupResult, row: Row) -> Iterator[Finding]:
    claimed, outcome = row.readings.get(Role.CLAIMED), group.outcome
    if claimed is None or claimed.figure is None or outcome is None:
        return
    if outcome.state is not OutcomeState.COMPUTED or outcome.score is None:
        return
    if claimed.figure.value != outcome.score:
        yield finding(
            "E217",
            sheet=claimed.sheet,
            cell=claimed.cell,
            indicator=row.id,
            found=claimed.text,
            expected=format_points(outcome.score),
            name=row.name,
            rate=format_percent(group.rate or Fraction(0)),
        )
