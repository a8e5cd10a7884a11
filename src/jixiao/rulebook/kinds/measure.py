"""How values of a rate are put into words: percentages and points of a hundred, counts in units."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from jixiao.figures import Exact, format_number, format_percent
from jixiao.finding import Bilingual
from jixiao.rulebook.ranges import RateRange
from jixiao.rulebook.trace_texts import trace_text


@dataclass(frozen=True, slots=True)
class Measure:
    """The unit of a rate: ``%``, a counting word such as 项, or nothing."""

    unit: str

    def value(self, x: Fraction) -> str:
        """``60.20%``; ``2项``."""
        return format_percent(x) if self.unit == "%" else f"{format_number(x)}{self.unit}"

    def end(self, x: Fraction) -> str:
        """Write the end of a range as the rule does: ``95%``, ``0.5%``, ``2项``."""
        return (
            f"{format_number(x * 100)}%" if self.unit == "%" else f"{format_number(x)}{self.unit}"
        )

    def distance(self, d: Fraction) -> Bilingual:
        """``34.80个百分点``; ``2项``."""
        if self.unit == "%":
            return trace_text("trace.percentage-points", count=format_number(d * 100, 2))
        return _same(self.value(d))

    def per(self, step: Fraction) -> Bilingual:
        """Write the size of a step: ``1个百分点``, ``2项``."""
        if self.unit == "%":
            return trace_text("trace.percentage-points", count=format_number(step * 100))
        return _same(self.end(step))

    def steps(self, count: Fraction, step: Fraction) -> Bilingual:
        """Write how many whole steps: ``34个整百分点``; ``2个整5个百分点``; ``3项``."""
        if self.unit == "%" and step == Exact(1, 100):
            return trace_text("trace.whole-percentage-points", count=format_number(count))
        if self.unit != "%" and step == 1:
            return _same(self.value(count))
        return trace_text("trace.steps-of", count=format_number(count), step=self.per(step))

    def span(self, where: RateRange) -> Bilingual:
        """Write a range: ``90%（含）至95%``, ``95%（含）以上``, ``低于85%``."""
        low, high = where.low, where.high
        if low is not None and low == high:
            return _same(self.end(low))
        if high is None and low is not None:
            return trace_text(
                "trace.from" if where.low_closed else "trace.above", end=self.end(low)
            )
        if low is None and high is not None:
            return trace_text(
                "trace.up-to" if where.high_closed else "trace.below", end=self.end(high)
            )
        if low is None or high is None:
            return trace_text("trace.any-value")
        return trace_text(
            "trace.between",
            low=self._bound(low, is_closed=where.low_closed),
            high=self._bound(high, is_closed=where.high_closed),
        )

    def _bound(self, end: Fraction, *, is_closed: bool) -> Bilingual:
        return (
            trace_text("trace.end-included", end=self.end(end))
            if is_closed
            else _same(self.end(end))
        )


def _same(text: str) -> Bilingual:
    return Bilingual(text, text)
