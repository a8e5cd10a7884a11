"""Basic figures typed so that the form's own formulas pass over them: texts, and ticks for 是."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.checking.checks.register import CheckCase, check
from jixiao.figures import format_number, is_plain, plain_characters
from jixiao.finding import Finding, finding
from jixiao.rulebook import Input, TableColumn, answer_word
from jixiao.scoresheet import Reading, Scoresheet

_COUNTED = ("money", "count", "quantity", "rate")


@check(codes=("D014",))
def passed_over_findings(case: CheckCase) -> Iterator[Finding]:
    """Yield the figures of an issued form that its formulas cannot work with (D014)."""
    sheet = case.sheet
    if sheet.stamp is None:
        return
    for label, item, reading in _typed(sheet):
        wanted = _wanted(item, reading)
        if wanted is not None:
            yield finding(
                "D014",
                sheet=reading.sheet,
                cell=reading.cell,
                found=reading.text,
                expected=wanted,
                label=label,
            )


def _typed(sheet: Scoresheet) -> Iterator[tuple[str, Input | TableColumn, Reading]]:
    by_id = sheet.rulebook.input_by_id
    for name, reading in sheet.inputs.items():
        if name in by_id:
            yield by_id[name].label, by_id[name], reading
    for table in sheet.rulebook.tables:
        columns = {column.id: column for column in table.columns if column.formula is None}
        for row in sheet.tables.get(table.id, ()):
            for name, reading in row.items():
                if name in columns:
                    yield f"{table.label}·{columns[name].label}", columns[name], reading


def _wanted(item: Input | TableColumn, reading: Reading) -> str | None:
    """What is to be typed for a text that is understood; None where nothing is amiss."""
    figure = reading.figure
    if not reading.is_text or reading.formula is not None or figure is None:
        return None
    if item.kind == "flag":
        word = answer_word(figure.value == 1)
        return None if reading.text == word else word
    if item.kind not in _COUNTED or not is_plain(plain_characters(reading.text)):
        return None
    if figure.unit == "%":
        return f"{format_number(figure.value * 100)}%"
    return format_number(figure.value)
