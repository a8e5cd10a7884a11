"""The block of funds against itself: sources against their sum, the score against the rate.

Amounts are what was typed; sums are held against what their last digits may hide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from jixiao.checking.checks.register import CheckCase, check
from jixiao.checking.score import is_left_blank, shown_score
from jixiao.figures import Quantity, format_number, format_percent, format_points, round_half_up
from jixiao.finding import Bilingual, Finding, finding, text_of
from jixiao.rulebook import Indicator, Judged, Role
from jixiao.scoresheet import Funds, FundsColumn, FundsRow, Scoresheet

_AMOUNTS = (FundsColumn.INITIAL, FundsColumn.ADJUSTMENT, FundsColumn.BUDGET, FundsColumn.SPENT)
_DIGITS = 2  # of an amount, unless more are typed
_MOST = 8  # parts among which a part of a part is looked for
_HALF = Fraction(1, 2)


@check(codes=("C110", "C111", "R110"))
def funds_findings(case: CheckCase) -> Iterator[Finding]:
    """Compare the amounts of the block of funds with each other and with the score."""
    funds = case.sheet.funds
    if funds is None:
        return
    for whole, parts in _groups(funds):
        for column in _AMOUNTS:
            yield from _sources(case.sheet, whole, parts, column)
    yield from _blank_rate(case.sheet, funds)
    yield from _score(case, funds)


def _groups(funds: Funds) -> Iterator[tuple[FundsRow, Sequence[FundsRow]]]:
    """Each whole sum with the rows that are said to be its parts."""
    rows = list(funds.rows)
    for place, row in enumerate(rows):
        if not row.is_whole:
            continue
        below: list[FundsRow] = []
        for other in rows[place + 1 :]:
            if other.is_whole or (below and _is_numbered(below[0]) and not _is_numbered(other)):
                break
            below.append(other)
        if below and below[0].mark:
            yield row, below


def _is_numbered(row: FundsRow) -> bool:
    return not row.mark.isalpha() and bool(row.mark)


def _sources(
    sheet: Scoresheet, whole: FundsRow, parts: Sequence[FundsRow], column: FundsColumn
) -> Iterator[Finding]:
    """Say that parts do not add up to their sum (C110)."""
    total, reading = whole.figure(column), whole.readings.get(column)
    figures = [figure for part in parts if (figure := part.figure(column)) is not None]
    given = [figure for figure in figures if figure.value]
    if total is None or reading is None or not given or _is_unclear(parts, column):
        return
    if sheet.rulebook.identities and any(one.value > total.value for one in given):
        return  # said by the rulebook's own identity
    if _fits(total, given):
        return
    summed = sum((one.value for one in given), Fraction(0))
    written = " + ".join(format_number(one.value) for one in given)
    equation = text_of("checking.score.arithmetic").fill(
        trace=f"{written} = {format_number(summed)}"
    )
    yield finding(
        "C110",
        sheet=reading.sheet,
        cell=reading.cell,
        found=format_number(total.value),
        expected=format_number(summed),
        name=whole.label,
        arithmetic=equation if len(given) > 1 else Bilingual("", ""),
        gap=format_number(abs(total.value - summed)),
    )


def _is_unclear(parts: Sequence[FundsRow], column: FundsColumn) -> bool:
    """Whether some part has a cell that is neither blank nor a clear figure."""
    readings = [part.readings.get(column) for part in parts]
    return any(r is not None and r.figure is None and not is_left_blank(r) for r in readings)


def _fits(total: Quantity, given: Sequence[Quantity]) -> bool:
    """Whether parts come to the sum; a part of another part may be among them."""
    if _is_near(total, given):
        return True
    if sum(one.value for one in given) <= total.value or len(given) > _MOST:
        return False
    some = (c for size in range(1, len(given)) for c in combinations(given, size))
    return any(_is_near(total, chosen) for chosen in some)


def _is_near(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether a sum is reached within what the last digits of all amounts may hide."""
    digits = max(one.digits or 0 for one in (total, *parts))
    gap = abs(total.value - sum((one.value for one in parts), Fraction(0)))
    slack = (len(parts) + 1) * _HALF / 10 ** max(digits, _DIGITS)
    return gap == 0 or gap < slack


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
        expected = round_half_up(weight * min(rate, Fraction(1)), digits)
        if score not in (expected, round_half_up(expected, 1)):
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
