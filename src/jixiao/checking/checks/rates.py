"""Rates that were typed but that the amounts next to them do not give (R105)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jixiao.checking.checks.register import CheckCase, check
from jixiao.checking.score import JudgedRow, is_counted, is_given_by, is_scored, whole_of
from jixiao.figures import (
    Exact,
    IntervalSet,
    Operator,
    Quantity,
    ReadingState,
    convert,
    format_number,
    format_percent,
)
from jixiao.finding import Bilingual, Finding, finding
from jixiao.formula import ZeroDenominator, evaluate_intervals, parse_formula
from jixiao.rulebook import Role, evaluate_indicator, rate_text
from jixiao.scoresheet import FundsColumn, FundsRow, Reading, RowKind

_RATE = parse_formula("spent / budget")
_RATES_OF = (
    (FundsColumn.RATE, FundsColumn.SPENT, (FundsColumn.ARRIVED,)),
    (FundsColumn.ARRIVAL, FundsColumn.ARRIVED, (FundsColumn.BUDGET, FundsColumn.INITIAL)),
)  # a rate, what it is of, and of which amounts it may be a share


@check(codes=("R105",))
def part_rate_findings(case: CheckCase) -> Iterator[Finding]:
    """Say of a part's typed rate that its own amounts don't give it: 1.8 of 1.8 is not 0.

    Parts that are scored are judged like any row.
    """
    sheet = case.sheet
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
            yield rate_differs(
                reading,
                indicator.id,
                row.name,
                expected=format_percent(outcome.rate),
                formula=rate_text(sheet.rulebook, indicator),
            )
    yield from _funds_rates(case)
    yield from _ratios(case)


def _ratios(case: CheckCase) -> Iterator[Finding]:
    """Say of a typed share of the target that target and actual do not give it."""
    for row in case.sheet.rows:
        typed = case.sheet.ratios.get(row.id)
        goal, actual = row.readings.get(Role.TARGET), row.readings.get(Role.ACTUAL)
        wanted = goal.figure if goal is not None else None
        reached = actual.figure if actual is not None else None
        if typed is None or not typed.figures or wanted is None or reached is None:
            continue
        same = convert(wanted, reached.unit) if wanted.unit != reached.unit else wanted
        if same is None or not same.value or not reached.value:
            continue
        if not any(_is_share(one, reached, same) for one in _rates(typed.figures)):
            yield rate_differs(
                typed,
                row.id if row.kind is RowKind.INDICATOR else "",
                row.name,
                expected=format_percent(reached.value / same.value),
                formula=f"{format_number(reached.value)} ÷ {format_number(same.value)}",
            )


def _is_share(typed: Quantity, reached: Quantity, wanted: Quantity) -> bool:
    """Whether a share is that of the target, of its reverse (≤), or a target that was reached."""
    rate = reached.value / wanted.value
    if typed.value == 1 and (_is_reached(reached, wanted) or rate >= 1):
        return True
    is_rising = wanted.operator in (Operator.AT_LEAST, Operator.ABOVE)
    for part, whole in ((reached, wanted), *(() if is_rising else ((wanted, reached),))):
        values = {"spent": _possible(part), "budget": _possible(whole)}
        try:
            rates = evaluate_intervals(_RATE, values)
        except ZeroDenominator:
            return True
        if is_given_by(typed, part.value / whole.value, rates):
            return True
    return False


def _is_reached(reached: Quantity, wanted: Quantity) -> bool:
    is_ceiling = wanted.operator in (Operator.AT_MOST, Operator.BELOW)
    return is_ceiling and reached.value <= wanted.value


def _funds_rates(case: CheckCase) -> Iterator[Finding]:
    """Say of a rate typed next to amounts, by which no row is judged, that they don't give it."""
    funds = case.sheet.funds
    if funds is None:
        return
    said = {
        reading.place
        for row in case.sheet.rows
        if whole_of(case.sheet, row) is not None
        for reading in row.readings.values()
    }
    said |= {
        one.row.readings[Role.ACTUAL].place
        for one in case.judged
        if Role.ACTUAL in one.row.readings and one.computed.basis == "inputs"
    }
    for row in funds.rows:
        for kind, amount, wholes in _RATES_OF:
            typed = row.readings.get(kind)
            if typed is not None and typed.place not in said and typed.figures:
                below = (funds.against, *wholes) if kind is FundsColumn.RATE else wholes
                yield from _funds_rate(row, typed, row.figure(amount), map(row.figure, below))


def _funds_rate(
    row: FundsRow, typed: Reading, part: Quantity | None, wholes: Iterable[Quantity | None]
) -> Iterator[Finding]:
    """Say of one typed rate that it is no share of the budget, nor of what arrived of it."""
    known = [whole for whole in wholes if whole is not None and whole.value]
    if part is None or not known:
        return
    for whole in known:
        values = {"spent": _possible(part), "budget": _possible(whole)}
        try:
            rates = evaluate_intervals(_RATE, values)
        except ZeroDenominator:
            return
        if any(is_given_by(one, part.value / whole.value, rates) for one in _rates(typed.figures)):
            return
    yield rate_differs(
        typed,
        "",
        row.label,
        expected=format_percent(part.value / known[0].value),
        formula=f"{format_number(part.value)} ÷ {format_number(known[0].value)}",
    )


def _possible(figure: Quantity) -> IntervalSet:
    if figure.spread is None or is_counted(figure):
        return IntervalSet.point(figure.value)
    return figure.spread


def settled_rates(judged: Sequence[JudgedRow]) -> frozenset[str]:
    """The places of rates that could be read in two ways, of which the figures bear one out."""
    found = set()
    for one in judged:
        typed, outcome = one.row.readings.get(Role.ACTUAL), one.computed.outcome
        if typed is None or typed.state is not ReadingState.AMBIGUOUS or outcome.rate is None:
            continue
        if one.computed.basis == "inputs" and any(
            is_given_by(each, outcome.rate, outcome.rates) for each in typed.figures
        ):
            found.add(typed.place)
    return frozenset(found)


def rate_differs(
    reading: Reading,
    indicator: str,
    name: str,
    *,
    expected: str,
    formula: str,
    found: str | None = None,
    likely: Bilingual | None = None,
) -> Finding:
    """Say that a typed rate is not the one that its inputs give; ``expected`` is that one."""
    return finding(
        "R105",
        sheet=reading.sheet,
        cell=reading.cell,
        indicator=indicator or None,
        found=reading.text if found is None else found,
        expected=expected,
        name=name,
        formula=formula,
        likely=likely if likely is not None else Bilingual("", ""),
    )


def _rates(figures: tuple[Quantity, ...]) -> Iterator[Quantity]:
    """What a typed rate may be; a bare 100 also 100%."""
    for figure in figures:
        yield figure
        if not figure.unit and abs(figure.value) > 1:
            yield Quantity(figure.value * Exact(1, 100), "%", figure.digits, text=figure.text)
