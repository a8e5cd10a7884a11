"""Two worked cases for a computed row: at the end of full marks, and one step beyond it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from jixiao.formula import ZeroDenominator, evaluate_formula, input_names, parse_formula
from jixiao.rulebook import (
    Case,
    Checklist,
    Choice,
    Deduct,
    Deductions,
    Expression,
    Indicator,
    Ladder,
    Linear,
    RateRange,
    Rulebook,
    Score,
    parse_range,
    run_case,
)

CaseInputs = dict[str, Decimal | str | bool]
_BASE = Fraction(100)  # what every figure is but the one that makes the rate
_BEYOND = Fraction(1, 100)


def worked_cases(book: Rulebook, indicator: Indicator) -> tuple[Case, ...]:
    """The cases of an indicator; none where it is judged or no figures give the rate."""
    rules = [(part.score, part.rate) for part in indicator.parts]
    if indicator.score is not None:
        rules = [(indicator.score, indicator.rate)]
    pairs = [_pair(book, score, rate) for score, rate in rules]
    found = [pair for pair in pairs if pair is not None]
    if not found or len(found) < len(pairs):
        return ()
    end = {key: value for pair in found for key, value in pair[0].items()}
    return tuple(_case(book, indicator, values) for values in (end, {**end, **found[0][1]}))


def _case(book: Rulebook, indicator: Indicator, values: CaseInputs) -> Case:
    case = Case(inputs=values)
    score = run_case(book, indicator, case).score
    return case.changed(score=None if score is None else _decimal(score))


def _pair(book: Rulebook, score: Score, rate: str | None) -> tuple[CaseInputs, CaseInputs] | None:
    """What goes in at the end of full marks, and one step beyond."""
    if isinstance(score, Checklist):
        ids = [item.input for item in score.items]
        return dict.fromkeys(ids, True), {**dict.fromkeys(ids, True), ids[0]: False}
    if isinstance(score, Choice):
        options = list(score.scores)
        return {score.input: options[0]}, {score.input: options[min(1, len(options) - 1)]}
    if isinstance(score, Deductions):
        ids = [item.rate for item in score.items]
        zero: CaseInputs = dict.fromkeys(ids, Decimal(0))
        return zero, {**zero, ids[0]: Decimal(1)}
    ends = _ends(score)
    if ends is None or rate is None:
        return None
    first, second = (_values(book, rate, end) for end in ends)
    return (first, second) if first is not None and second is not None else None


def _ends(score: Score) -> tuple[Fraction, Fraction] | None:
    """The rate at the end of full marks, and the one a step beyond."""
    if isinstance(score, Deduct):
        full = parse_range(score.full)
        step = Fraction(score.step)
        if full.low is not None:
            return full.low, full.low - step
        return (full.high, full.high + step) if full.high is not None else None
    if isinstance(score, Ladder):
        ends = [_end(parse_range(step.when)) for step in score.steps]
        known = [end for end in ends if end is not None]
        if not known:
            return None
        others = [end for end in known[1:] if end != known[0]]
        return known[0], others[0] if others else known[0] - _BEYOND
    if isinstance(score, Linear):
        target = Fraction(score.target)
        return target, target / 2 if score.direction == "higher" else target * 2
    return (Fraction(0), _BEYOND) if isinstance(score, Expression) else None


def _end(where: RateRange) -> Fraction | None:
    """An end that belongs to a range, the lower one first; a point inside where none does."""
    if where.low is not None and where.low_closed:
        return where.low
    if where.high is not None and where.high_closed:
        return where.high
    if where.low is not None and where.high is not None:
        return (where.low + where.high) / 2
    if where.low is not None:
        return where.low + _BEYOND
    return where.high - _BEYOND if where.high is not None else None


def _values(book: Rulebook, rate: str, wanted: Fraction) -> CaseInputs | None:
    """Figures that give a rate: all are 100 but the first, in which the rate is linear."""
    tree = parse_formula(rate)
    names = tuple(dict.fromkeys(input_names(tree)))
    if not names:
        return None
    if rate == names[0]:
        return {names[0]: _written(book, names[0], wanted)}
    try:
        low, high = (evaluate_formula(tree, _figures(names, x)) for x in (Fraction(0), _BASE))
    except ZeroDenominator:
        return None
    if low == high:
        return None
    first = (wanted - low) / (high - low) * _BASE
    if first < 0 or evaluate_formula(tree, _figures(names, first)) != wanted:
        return None
    return {name: _decimal(value) for name, value in _figures(names, first).items()}


def _figures(names: tuple[str, ...], first: Fraction) -> Mapping[str, Fraction]:
    return {**dict.fromkeys(names, _BASE), names[0]: first}


def _written(book: Rulebook, name: str, value: Fraction) -> Decimal | str:
    """A figure as a case writes it: a share in percent."""
    if book.input_by_id[name].kind != "rate":
        return _decimal(value)
    return f"{(_decimal(value) * 100).normalize():f}%"


def _decimal(value: Fraction) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return Decimal(f"{exact.normalize():f}")
