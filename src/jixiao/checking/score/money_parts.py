"""Rows of the block of funds that say a part of the total (其中：财政拨款, 其他资金).

Such a row has its own amounts in the columns of the total. Where it repeats weight and score, or
gives a rate, these are checked against its own amounts; no sum counts it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from jixiao.checking.score.compare import is_given_by
from jixiao.checking.score.figures import figure_value
from jixiao.figures import Quantity, format_percent
from jixiao.finding import Bilingual, Finding, finding
from jixiao.formula import input_names, parse_formula
from jixiao.rulebook import Figures, FigureValue, Indicator, Role, evaluate_indicator, rate_text
from jixiao.scoresheet import ReadingState, Row, RowKind, Scoresheet


def whole_of(sheet: Scoresheet, row: Row) -> tuple[Indicator, Figures] | None:
    """The indicator of the total that a row is a part of, and the row's own amounts for it."""
    if row.kind is not RowKind.OF_WHICH or row.block is not None:
        return None
    for indicator in sheet.rulebook.indicators:
        own = _own_amounts(sheet, row, indicator)
        if own:
            return indicator, Figures(own)
    return None


def _own_amounts(sheet: Scoresheet, row: Row, indicator: Indicator) -> Mapping[str, FigureValue]:
    """The inputs of a rate as they stand in another row of the block; empty where one is absent."""
    by_id = sheet.rulebook.input_by_id
    used = input_names(parse_formula(indicator.rate)) if indicator.rate else ()
    if not used or any(by_id[n].at is None or n not in sheet.inputs for n in used):
        return {}
    here = {r.cell: (r, by_id[n]) for n, r in sheet.inputs.items() if by_id[n].at is not None}
    found: dict[str, FigureValue] = {}
    for name in used:
        letters = sheet.inputs[name].cell.rstrip("0123456789")
        reading, item = here.get(f"{letters}{row.row}", (None, None))
        value = figure_value(reading, item) if reading is not None and item is not None else None
        if value is None:
            return {}
        found[name] = value
    return found


def is_scored(row: Row) -> bool:
    """Whether a row has a weight and a self-score of its own."""
    own = [row.readings.get(role) for role in (Role.WEIGHT, Role.CLAIMED)]
    return all(reading is not None and reading.figure is not None for reading in own)


def rate_findings(sheet: Scoresheet) -> Iterator[Finding]:
    """Say of a part's typed rate that its own amounts don't give it (R105): 1.8 of 1.8 is not 0.

    Parts that are scored are judged like any row.
    """
    for row in sheet.rows:
        whole = whole_of(sheet, row)
        reading = row.readings.get(Role.ACTUAL)
        if whole is None or reading is None or is_scored(row):
            continue
        indicator, figures = whole
        outcome = evaluate_indicator(sheet.rulebook, indicator, figures, traced=False)
        if outcome.rate is None or any(
            is_given_by(typed, outcome.rate, outcome.rates) for typed in _rates(reading.figures)
        ):
            continue
        if reading.state in (ReadingState.FIGURE, ReadingState.AMBIGUOUS):
            yield finding(
                "R105",
                sheet=reading.sheet,
                cell=reading.cell,
                indicator=indicator.id,
                found=reading.text,
                expected=format_percent(outcome.rate),
                name=row.name,
                formula=rate_text(sheet.rulebook, indicator),
                likely=Bilingual("", ""),
            )


def _rates(figures: tuple[Quantity, ...]) -> Iterator[Quantity]:
    """What a typed rate may be; a bare 100 also 100%."""
    for figure in figures:
        yield figure
        if not figure.unit and abs(figure.value) > 1:
            yield Quantity(figure.value * Fraction(1, 100), "%", figure.digits, text=figure.text)
