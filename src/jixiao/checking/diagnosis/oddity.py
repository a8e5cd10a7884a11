"""Rates that real figures do not give, and rates that they hardly give."""

from __future__ import annotations

from fractions import Fraction

from jixiao.checking.diagnosis.hypotheses import shown_part
from jixiao.checking.score import HIGHEST_RATE
from jixiao.formula import Binary, parse_formula
from jixiao.rulebook import FigureValue, Indicator, Outcome, Rulebook, evaluate_rate

_TINY = 1 / HIGHEST_RATE**3
_TWICE = Fraction(2)
_LITTLE = Fraction(1, 4)


def is_absurd_rate(rule: Indicator, outcome: Outcome) -> bool:
    """Whether a rate is beyond 1000%, or a change down to a thousandth: a unit must be wrong."""
    rates = [part.rate for part in outcome.parts] or [outcome.rate]
    trees = [part.rate for part in rule.parts] or [rule.rate]
    for rate, text in zip(rates, trees, strict=False):
        if rate is None or text is None or shown_part(rule).rate_unit != "%":
            continue
        ratio = _ratio(text, rate)
        if ratio > HIGHEST_RATE or (is_change(text) and 0 < ratio < _TINY):
            return True
    return False


def is_odd_rate(book: Rulebook, rule: Indicator, rate: Fraction | None) -> bool:
    """Whether a rate is so far from what departments reach that a figure may be mistyped."""
    if rate is None or rule.rate is None or rule.rate_unit != "%":
        return False
    ratio = _ratio(rule.rate, rate)
    if ratio >= _TWICE:
        return True
    return ratio <= _LITTLE and (is_change(rule.rate) or _is_rising(book, rule))


def _is_rising(book: Rulebook, rule: Indicator) -> bool:
    """Whether a higher rate brings more points."""
    low, high = (
        evaluate_rate(book, rule, FigureValue(Fraction(at)), traced=False).score for at in (0, 1)
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
