"""How values of a rate are put into words: percentages and points of a hundred, counts in units."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from jixiao.figures import format_number, format_percent
from jixiao.rulebook.schema import RateRange


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

    def distance(self, d: Fraction) -> str:
        """``34.80个百分点``; ``2项``."""
        return f"{format_number(d * 100, 2)}个百分点" if self.unit == "%" else self.value(d)

    def per(self, step: Fraction) -> str:
        """Write the size of a step: ``1个百分点``, ``2项``."""
        return f"{format_number(step * 100)}个百分点" if self.unit == "%" else self.end(step)

    def steps(self, count: Fraction, step: Fraction) -> str:
        """Write how many whole steps: ``34个整百分点``; ``2个整5个百分点``; ``3项``."""
        if self.unit == "%" and step == Fraction(1, 100):
            return f"{format_number(count)}个整百分点"
        if self.unit != "%" and step == 1:
            return self.value(count)
        return f"{format_number(count)}个{self.per(step)}"

    def span(self, where: RateRange) -> str:
        """Write a range: ``90%（含）至95%``, ``95%（含）以上``, ``低于85%``."""
        low, high = where.low, where.high
        if low is not None and low == high:
            return self.end(low)
        if high is None and low is not None:
            return f"{self.end(low)}（含）以上" if where.low_closed else f"超过{self.end(low)}"
        if low is None and high is not None:
            return f"{self.end(high)}（含）以下" if where.high_closed else f"低于{self.end(high)}"
        if low is None or high is None:
            return "任何数值"
        left = f"{self.end(low)}（含）" if where.low_closed else self.end(low)
        right = f"{self.end(high)}（含）" if where.high_closed else self.end(high)
        return f"{left}至{right}"
