"""Worked examples: the figures of a case, and whether its score comes out."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from jixiao.rulebook.model import Case, Indicator, Rulebook
from jixiao.rulebook.outcome import Figures, Outcome, Value
from jixiao.rulebook.scoring.evaluate import evaluate, evaluate_rate


def _value(rulebook: Rulebook, name: str, written: Decimal | str | bool) -> Value:  # noqa: FBT001
    if isinstance(written, str):
        return Value(Fraction(rulebook.input_by_id[name].choices.index(written) + 1))
    return Value(Fraction(written))


def figures_of(rulebook: Rulebook, case: Case) -> Figures:
    """The inputs and table rows of a case as exact figures; words in tables are left out."""
    tables = {
        table: tuple(
            {column: Value(Fraction(v)) for column, v in row.items() if not isinstance(v, str)}
            for row in rows
        )
        for table, rows in case.tables.items()
    }
    return Figures({n: _value(rulebook, n, v) for n, v in case.inputs.items()}, tables)


def run_case(rulebook: Rulebook, indicator: Indicator, case: Case) -> Outcome:
    """Score a case, from its rate where it gives only that."""
    if case.rate is not None:
        return evaluate_rate(rulebook, indicator, Value(Fraction(case.rate)))
    return evaluate(rulebook, indicator, figures_of(rulebook, case))
