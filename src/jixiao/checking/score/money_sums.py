"""Which amounts of the block of funds are said to add up to which, and whether they do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from jixiao.checking.score.figures import is_left_blank
from jixiao.figures import Exact, Quantity
from jixiao.scoresheet import Funds, FundsColumn, FundsRow, Reading

_AMOUNTS = (
    FundsColumn.INITIAL,
    FundsColumn.ADJUSTMENT,
    FundsColumn.BUDGET,
    FundsColumn.ARRIVED,
    FundsColumn.SPENT,
)
_DIGITS = 2  # of an amount, unless more are typed
_LARGE = 100  # amounts from which a return may give all of them rounded in the same way
_MOST = 8  # parts among which a part of a part is looked for


@dataclass(frozen=True, slots=True)
class FundSum:
    """One column of a whole and of the rows below it; ``parts`` are those with a figure but 0."""

    label: str
    total: Reading
    parts: tuple[Reading, ...]

    @property
    def slack(self) -> Fraction:
        """How far the sum may be out for the last digits of all amounts, in their unit."""
        shown = [one.figure for one in (self.total, *self.parts) if one.figure is not None]
        digits = max(_digits_of(one) for one in shown)
        is_rounded = digits < _DIGITS and all(abs(one.value) >= _LARGE for one in shown[:1])
        places = digits if is_rounded else max(digits, _DIGITS)
        return Exact(len(shown), 2 * 10**places)

    def fits(self, total: Fraction, parts: Sequence[Fraction]) -> bool:
        """Whether parts come to the sum; a part of another part may be among them."""
        slack = self.slack
        if _is_near(total, parts, slack):
            return True
        if sum(parts) <= total or len(parts) > _MOST:
            return False
        some = (c for size in range(1, len(parts)) for c in combinations(parts, size))
        return any(_is_near(total, chosen, slack) for chosen in some)


def _is_near(total: Fraction, parts: Sequence[Fraction], slack: Fraction) -> bool:
    gap = abs(total - sum(parts, Exact(0)))
    return gap == 0 or gap < slack


def value_of(reading: Reading) -> Fraction:
    """The figure of a cell; 0 where there is none."""
    return reading.figure.value if reading.figure is not None else Exact(0)


def _digits_of(figure: Quantity) -> int:
    """The decimals of an amount as typed."""
    return figure.digits or 0


def fund_sums(funds: Funds) -> Iterator[FundSum]:
    """Yield each sum of the block of funds that can be held against its parts."""
    for whole, below in _groups(funds):
        for column in _AMOUNTS:
            total = whole.readings.get(column)
            parts = [r for part in below if (r := part.readings.get(column)) is not None]
            given = tuple(r for r in parts if r.figure is not None and r.figure.value)
            is_clear = all(r.figure is not None or is_left_blank(r) for r in parts)
            if total is not None and total.figure is not None and given and is_clear:
                yield FundSum(whole.label, total, given)


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
        above = rows[:place]
        if row is rows[-1] and len(above) > 1 and not any(one.is_whole for one in above):
            yield row, above  # 基本支出, 项目支出, 合计


def _is_numbered(row: FundsRow) -> bool:
    return not row.mark.isalpha() and bool(row.mark)
