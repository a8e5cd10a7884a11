"""Rates that real figures do not give, and rates that they hardly give."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from jixiao.checking.diagnosis.cells import FigureCell, value_in
from jixiao.checking.diagnosis.hypotheses import shown_part
from jixiao.checking.score import HIGHEST_RATE
from jixiao.figures import Exact
from jixiao.formula import Binary, parse_formula
from jixiao.rulebook import Deduct, FigureValue, Indicator, Outcome, Rulebook, evaluate_rate

_TINY = 1 / HIGHEST_RATE**3
_TWICE = Exact(2)
_LITTLE = Exact(1, 4)
MOST_OF_ROW = Exact(3, 2)
LEAST_OF_ROW = Exact(1, 20)
"""Within which spending over budget of one project mostly lies."""
_MANY, _TIMES = 50, 10  # things counted against a row, and times the points that it can lose
_FAR = 1000  # times the usual amount, from which an amount is in another unit


class AbsurdRates:
    """Whether rates of a rule are absurd; what its formulas are is asked once."""

    @classmethod
    def of(cls, book: Rulebook, rule: Indicator) -> AbsurdRates:
        """Those of a rule of a rulebook, made once."""
        key = "absurd rates", id(rule)
        kept = book.compiled.get(key)
        if isinstance(kept, cls) and kept.rule is rule:
            return kept
        made = book.compiled[key] = cls(rule)
        return made

    def __init__(self, rule: Indicator) -> None:
        self.rule = rule
        is_percentage = shown_part(rule).rate_unit == "%"
        texts = [part.rate for part in rule.parts or (rule,)] if is_percentage else []
        self._changes = [None if text is None else is_change(text) for text in texts]

    def has(self, rates: Sequence[Fraction | None]) -> bool:
        """Whether a rate is beyond 1000%, or a change down to a thousandth: a unit is wrong."""
        for rate, is_change_ in zip(rates, self._changes, strict=False):
            if rate is None or is_change_ is None:
                continue
            ratio = 1 + rate if is_change_ else abs(rate)
            if ratio > HIGHEST_RATE or (is_change_ and 0 < ratio < _TINY):
                return True
        return False


def is_odd_rate(
    book: Rulebook, rule: Indicator, outcome: Outcome, *, is_low_part: bool = False
) -> bool:
    """Whether a rate is so far from what departments reach that a figure may be mistyped.

    ``is_low_part``: so is a part's rate of next to nothing.
    """
    if rule.parts:
        rates = [
            _ratio(part.rate, found.rate)
            for part, found in zip(rule.parts, outcome.parts, strict=False)
            if part.rate is not None and found.rate is not None and part.rate_unit == "%"
        ]
        return any(ratio >= _TWICE or (is_low_part and ratio <= LEAST_OF_ROW) for ratio in rates)
    rate = outcome.rate
    if rate is None or rule.rate is None or rule.rate_unit != "%":
        return False
    ratio = _ratio(rule.rate, rate)
    if ratio >= _TWICE:
        return True
    return ratio <= _LITTLE and (is_change(rule.rate) or _is_rising(book, rule))


def is_odd_count(rule: Indicator, outcome: Outcome) -> bool:
    """Whether so many things are counted against a row that the count itself is in doubt."""
    score, rate, weight = rule.score, outcome.rate, rule.weight
    if not isinstance(score, Deduct) or rate is None or weight is None or score.points is None:
        return False
    return rate >= _MANY and rate * Exact(score.points) >= _TIMES * Exact(weight)


def usual_amount(cells: Iterable[FigureCell]) -> Fraction:
    """The middle one of the amounts of a return; 0 where there is none."""
    amounts = sorted(
        abs(value) for cell in cells if cell.item.kind == "money" and (value := value_in(cell))
    )
    return amounts[len(amounts) // 2] if amounts else Exact(0)


def times_apart(value: Fraction, usual: Fraction) -> Fraction:
    """How many times one amount is another, whichever is the larger."""
    value = abs(value)
    return max(value / usual, usual / value) if value else usual


def is_far_out(value: Fraction, usual: Fraction) -> bool:
    """Whether an amount is so far above all others that it must be in another unit."""
    return usual > 0 and abs(value) >= usual * _FAR


def is_out_of_proportion(value: Fraction, usual: Fraction) -> bool:
    """Whether an amount lies so far above or below the others that hardly anyone means it."""
    return usual > 0 and (is_far_out(value, usual) or 0 < abs(value) * _FAR <= usual)


def _is_rising(book: Rulebook, rule: Indicator) -> bool:
    """Whether a higher rate brings more points."""
    low, high = (
        evaluate_rate(book, rule, FigureValue(Exact(at)), traced=False).score for at in (0, 1)
    )
    return low is not None and high is not None and low < high


def _ratio(text: str, rate: Fraction) -> Fraction:
    """The rate as a ratio of two figures: a change of -20% is a ratio of 80%."""
    return 1 + rate if is_change(text) else abs(rate)


def is_change(text: str) -> bool:
    """Whether a rate is a change against a base: (this - last) / last."""
    tree = parse_formula(text)
    return (
        isinstance(tree, Binary)
        and tree.operator == "/"
        and isinstance(tree.left, Binary)
        and tree.left.operator == "-"
        and tree.left.right == tree.right
    )
