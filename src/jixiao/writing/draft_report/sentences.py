"""The sentences of a drafted report: each figure as the scoresheet has it, none worked out anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from jixiao.checking import Check, IndicatorResult
from jixiao.figures import Quantity, format_decimals, format_number, format_percent, format_points
from jixiao.finding import chinese_text, nested
from jixiao.rulebook import Input, Role, Rulebook
from jixiao.scoresheet import Reading, Row, Scoresheet

_MOST_DECIMALS = 4


def say(id_: str, **values: object) -> str:
    """A sentence of drafted reports; they are Chinese in every language."""
    return nested(chinese_text(f"report.{id_}", **values))


def input_sentence(sheet: Scoresheet, inputs: Iterable[Input]) -> str:
    """All figures of some inputs in one sentence; answers 是 and 否 by what they affirm."""
    parts = []
    for item in inputs:
        reading = sheet.inputs.get(item.id)
        if reading is None or item.kind in ("flag", "choice", "text"):
            continue
        shown = written(reading, item.unit)
        if shown:
            parts.append(f"{item.label}{shown}")
    return say("sentence", text=say("comma").join(parts)) if parts else ""


def written(reading: Reading, unit: str = "") -> str:
    """A figure as it is on the sheet, with its unit; long decimals at two, nothing for a blank."""
    figure = reading.figure
    if figure is None:
        return ""
    if figure.unit == "%":
        return _percent(figure)
    number = _number(figure.value)
    return f"{number}{figure.unit or unit}"


def _percent(figure: Quantity) -> str:
    exact = format_decimals(figure.value * 100)
    return format_percent(figure.value, exact if exact is not None and exact <= 2 else 2)


def _number(value: Fraction) -> str:
    exact = format_decimals(value)
    return format_number(value, exact if exact is not None and exact <= _MOST_DECIMALS else 2)


def project_sentences(sheet: Scoresheet, rulebook: Rulebook, table_id: str) -> Iterator[str]:
    """One sentence for each row of a table."""
    table = next((one for one in rulebook.tables if one.id == table_id), None)
    if table is None:
        return
    for row in sheet.tables.get(table_id, ()):
        name = next((row[c.id].text for c in table.columns if c.kind == "text" and c.id in row), "")
        parts = [
            f"{column.label}{shown}"
            for column in table.columns
            if column.kind != "text" and column.formula is None and column.id in row
            if (shown := written(row[column.id], column.unit if column.kind != "count" else ""))
        ]
        if parts:
            yield say("project", name=name or table.label, text=say("comma").join(parts))


def row_sentence(row: Row, result: IndicatorResult) -> str:
    """Rate and score of a row."""
    rate = row.readings.get(Role.ACTUAL)
    figure = rate.figure if rate is not None else None
    shown = written(rate) if rate is not None and figure is not None and figure.unit == "%" else ""
    id_ = "row-rate" if shown else "row"
    return say(id_, name=result.name, rate=shown, score=_points(result), weight=_weight(result))


def lost_sentence(row: Row, result: IndicatorResult) -> tuple[str, str]:
    """A row that lost points, and its reason as the sheet gives it; empty where it gives none."""
    reading = row.readings.get(Role.REASON)
    reason = " ".join(reading.text.split()) if reading is not None else ""
    lost = (result.weight or Fraction(0)) - (result.claimed_score or Fraction(0))
    said = say(
        "lost",
        name=result.name,
        weight=_weight(result),
        score=_points(result),
        lost=format_points(lost),
    )
    return said, reason.rstrip("。.；;")


def _points(result: IndicatorResult) -> str:
    return "—" if result.claimed_score is None else format_points(result.claimed_score)


def _weight(result: IndicatorResult) -> str:
    return "—" if result.weight is None else format_points(result.weight)


def lost_rows(sheet: Scoresheet, check: Check) -> Iterator[tuple[Row, IndicatorResult]]:
    """Rows below their full points, in the order of the sheet."""
    rows = {row.id: row for row in sheet.rows}
    for result in check.indicators:
        row, claimed, weight = rows.get(result.id), result.claimed_score, result.weight
        if row is not None and claimed is not None and weight is not None and claimed < weight:
            yield row, result
