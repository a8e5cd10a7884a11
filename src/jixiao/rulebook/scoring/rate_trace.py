"""A rate in one clause: its formula with the figures put in, and what it comes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from jixiao.figures import format_number as show
from jixiao.figures import format_percent
from jixiao.formula import ColumnReference, Name, formula_prose
from jixiao.rulebook.kinds import Measure
from jixiao.rulebook.scoring.plan import PartPlan

_AT_MOST_SHOWN = 6


def rate_trace(
    part: PartPlan,
    inputs: Mapping[str, Fraction],
    rows: Mapping[str, Sequence[Mapping[str, Fraction]]],
    rate: Fraction,
) -> str:
    """``775.6 ÷ 1288.4 = 60.20%``; a plain count is left to the rule's own words."""
    measure = Measure(part.unit)
    if part.rate is None or (isinstance(part.rate, Name) and part.rule.tells_rate):
        return ""
    if isinstance(part.rate, Name):
        return measure.value(rate)

    def figure(name: Name | ColumnReference) -> str:
        if isinstance(name, Name):
            found = inputs[name.id]
            return f"({show(found)})" if found < 0 else show(found)
        cells = [row[name.column] for row in rows[name.table] if name.column in row]
        write = format_percent if name in part.percentages else show
        told = "、".join(write(cell) for cell in cells[:_AT_MOST_SHOWN])
        return told if len(cells) <= _AT_MOST_SHOWN else f"{told}等{len(cells)}个数"

    return f"{formula_prose(part.rate, figure)} = {measure.value(rate)}"
