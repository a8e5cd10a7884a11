"""Worked examples: the figures of a case, and whether its score comes out."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from jixiao.rulebook.model import Case, Indicator, Input, Rulebook
from jixiao.rulebook.outcome import Figures, Outcome, Value
from jixiao.rulebook.ranges import parse_amount
from jixiao.rulebook.scoring.evaluate import evaluate, evaluate_rate

Written = Decimal | str | bool


def value_of(item: Input, written: Written) -> Value | None:
    """A figure as a case writes it: a number, ``"95%"``, true or an option; None for anything else."""
    if not isinstance(written, str):
        return Value(Fraction(written))
    if item.kind == "choice":
        options = item.choices
        return Value(Fraction(options.index(written) + 1)) if written in options else None
    try:
        return Value(parse_amount(written))
    except ValueError:
        return None


def figures_of(rulebook: Rulebook, case: Case) -> Figures:
    """The inputs and table rows of a case as exact figures; words in tables are left out."""
    tables = {
        table: tuple(
            {column: Value(Fraction(v)) for column, v in row.items() if not isinstance(v, str)}
            for row in rows
        )
        for table, rows in case.tables.items()
    }
    known = {n: value_of(rulebook.input_by_id[n], v) for n, v in case.inputs.items()}
    return Figures({n: value for n, value in known.items() if value is not None}, tables)


def run_case(rulebook: Rulebook, indicator: Indicator, case: Case) -> Outcome:
    """Score a case, from its rate where it gives only that."""
    if case.rate is not None:
        return evaluate_rate(rulebook, indicator, Value(Fraction(case.rate)))
    return evaluate(rulebook, indicator, figures_of(rulebook, case))
