"""Worked examples: the figures of a case, and whether its score comes out."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from jixiao.figures import IntervalSet, Operator
from jixiao.rulebook.kinds import FreeRow
from jixiao.rulebook.outcome import Figures, FigureValue, Outcome
from jixiao.rulebook.ranges import parse_amount
from jixiao.rulebook.schema import Case, Indicator, Input, Rulebook
from jixiao.rulebook.scoring import evaluate_indicator, evaluate_rate

CaseFigures = Decimal | str | bool


def case_value(item: Input, written: CaseFigures) -> FigureValue | None:
    """A figure as a case writes it: a number, ``"95%"``, true or an option; else None."""
    if not isinstance(written, str):
        return FigureValue(Fraction(written))
    if item.kind == "choice":
        options = item.choices
        return FigureValue(Fraction(options.index(written) + 1)) if written in options else None
    return _plain(written)


def _plain(written: CaseFigures) -> FigureValue | None:
    try:
        return FigureValue(parse_amount(written) if isinstance(written, str) else Fraction(written))
    except ValueError:
        return None


def figures_of_case(rulebook: Rulebook, case: Case) -> Figures:
    """The inputs and table rows of a case as exact figures; words in tables are left out."""
    tables = {
        table: tuple(
            {
                column: FigureValue(Fraction(v))
                for column, v in row.items()
                if not isinstance(v, str)
            }
            for row in rows
        )
        for table, rows in case.tables.items()
    }
    known = {n: case_value(rulebook.input_by_id[n], v) for n, v in case.inputs.items()}
    return Figures({n: value for n, value in known.items() if value is not None}, tables)


def blurred(rulebook: Rulebook, figures: Figures) -> Figures:
    """The same figures known only to the digits that the form asks for; counts stay exact."""
    inputs = {
        name: _blur(value, rulebook.input_by_id[name]) for name, value in figures.inputs.items()
    }
    return Figures(inputs, figures.tables)


def _blur(value: FigureValue, item: Input) -> FigureValue:
    if item.digits is None or item.kind not in ("money", "quantity", "rate"):
        return value
    places = item.digits + (2 if item.unit == "%" else 0)
    half = Fraction(1, 2 * 10**places)
    return FigureValue(value.exact, IntervalSet.of(value.exact - half, value.exact + half))


_SIGNS = {
    "≥": Operator.AT_LEAST,
    "≤": Operator.AT_MOST,
    "＝": Operator.EQUAL,
    "=": Operator.EQUAL,
    "＞": Operator.ABOVE,
    "＜": Operator.BELOW,
}
ROW_KEYS = (
    "operator", "target", "actual", "weight", "nature", "direction", "item_score", "coefficient"
)  # fmt: skip


def row_of(case: Case) -> FreeRow | None:
    """The free row of a block's case; None where its inputs are no row."""
    given = dict(case.inputs)
    words = {key: str(given[key]) for key in ("nature", "direction") if key in given}
    figures: dict[str, FigureValue] = {}
    for key in ("target", "actual", "weight", "item_score", "coefficient"):
        if key in given:
            value = _plain(given[key])
            if value is None:
                return None
            figures[key] = value
    operator = _SIGNS.get(str(given["operator"])) if "operator" in given else None
    unknown = set(given).difference(ROW_KEYS)
    if unknown or "weight" not in figures or ("operator" in given and operator is None):
        return None
    return FreeRow(
        operator=operator,
        target=figures.get("target"),
        actual=figures.get("actual"),
        weight=figures["weight"].exact,
        nature=words.get("nature"),
        direction=words.get("direction"),
        item_score=figures.get("item_score"),
        coefficient=figures.get("coefficient"),
    )


def run_case(rulebook: Rulebook, indicator: Indicator, case: Case) -> Outcome:
    """Score a case, from its rate where it gives only that."""
    if case.rate is not None:
        return evaluate_rate(rulebook, indicator, FigureValue(Fraction(case.rate)))
    return evaluate_indicator(rulebook, indicator, figures_of_case(rulebook, case))
