"""The block of funds against itself: sources against their sum, the score against the rate.

Amounts are what was typed; sums are held against what their last digits may hide.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.checking.checks.register import CheckCase, check
from jixiao.checking.score import FundSum, fund_sums, is_left_blank, shown_score, value_of
from jixiao.figures import Exact, format_number, format_percent, format_points, round_half_up
from jixiao.finding import Bilingual, Finding, finding, text_of
from jixiao.rulebook import Indicator, Judged, Role
from jixiao.scoresheet import Funds, FundsColumn, FundsRow, Scoresheet


@check(codes=("C110", "C111", "R110"))
def funds_findings(case: CheckCase) -> Iterator[Finding]:
    """Compare the amounts of the block of funds with each other and with the score."""
    for sources in case.sheet.sources:
        yield from _sources(case.sheet, FundSum(sources.label, sources.total, sources.parts))
    funds = case.sheet.funds
    if funds is None:
        return
    for summed in fund_sums(funds):
        yield from _sources(case.sheet, summed)
    yield from _blank_rate(case.sheet, funds)
    yield from _score(case, funds)


def _sources(sheet: Scoresheet, summed: FundSum) -> Iterator[Finding]:
    """Say that parts do not add up to their sum (C110)."""
    total, values = value_of(summed.total), [value_of(part) for part in summed.parts]
    if sheet.rulebook.identities and any(value > total for value in values):
        return  # said by the rulebook's own identity
    if summed.fits(total, values):
        return
    expected = sum(values, Exact(0))
    written = " + ".join(format_number(value) for value in values)
    equation = text_of("checking.score.arithmetic").fill(
        trace=f"{written} = {format_number(expected)}"
    )
    yield finding(
        "C110",
        sheet=summed.total.sheet,
        cell=summed.total.cell,
        found=format_number(total),
        expected=format_number(expected),
        name=summed.label,
        arithmetic=equation if len(values) > 1 else Bilingual("", ""),
        gap=format_number(abs(total - expected)),
        identity=f"funds:{summed.total.place}",
    )


def rate_of(funds: Funds, row: FundsRow) -> Fraction | None:
    """Spending over budget of one row; None where one is not given or the budget is zero."""
    budget, spent = row.figure(funds.against), row.figure(FundsColumn.SPENT)
    if budget is None or spent is None or not budget.value:
        return None
    return spent.value / budget.value


def _blank_rate(sheet: Scoresheet, funds: Funds) -> Iterator[Finding]:
    """Say that the rate of the whole sum was left blank (C111)."""
    if not sheet.is_drafted:
        return
    for row in [one for one in funds.rows if one.is_whole][:1]:
        reading, rate = row.readings.get(FundsColumn.RATE), rate_of(funds, row)
        if reading is not None and rate is not None and is_left_blank(reading):
            yield finding(
                "C111",
                sheet=reading.sheet,
                cell=reading.cell,
                expected=format_percent(rate),
                name=row.label,
                rate=format_percent(rate),
            )


def _by_arrived(row: FundsRow | None, weight: Fraction, digits: int) -> Iterator[Fraction]:
    """What the score is where spending is held against what arrived of the budget."""
    arrived = row.figure(FundsColumn.ARRIVED) if row is not None else None
    spent = row.figure(FundsColumn.SPENT) if row is not None else None
    if arrived is not None and spent is not None and arrived.value:
        yield round_half_up(weight * min(spent.value / arrived.value, Exact(1)), digits)


def _score(case: CheckCase, funds: Funds) -> Iterator[Finding]:
    """Say that the score of the funds is not rate × weight, where the sheet says no rule (R110)."""
    digits = case.sheet.rulebook.digits
    for one in case.judged:
        rule, claimed = one.computed.rule, one.row.readings.get(Role.CLAIMED)
        if not isinstance(rule, Indicator) or rule.rate is None or claimed is None:
            continue
        weight, score = one.computed.weight, shown_score(claimed, digits)
        row = next((r for r in funds.rows if r.row == one.row.row), None)
        rate = rate_of(funds, row) if row is not None else None
        if not isinstance(rule.score, Judged) or weight is None or score is None or rate is None:
            continue
        expected = round_half_up(weight * min(rate, Exact(1)), digits)
        if score not in (expected, round_half_up(expected, 1), *_by_arrived(row, weight, digits)):
            yield finding(
                "R110",
                sheet=claimed.sheet,
                cell=claimed.cell,
                indicator=one.row.id,
                found=format_points(score),
                expected=format_points(expected),
                name=one.row.name,
                rate=format_percent(rate),
                weight=format_points(weight),
            )
