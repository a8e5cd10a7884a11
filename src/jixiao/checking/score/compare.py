"""Compare a self-score with what the figures come to: one verdict, by intervals."""

from __future__ import annotations

from fractions import Fraction

from jixiao.checking.model import Verdict
from jixiao.checking.score.figures import is_left_blank
from jixiao.figures import IntervalSet, Quantity, round_half_up
from jixiao.rulebook import Outcome, OutcomeState
from jixiao.scoresheet import Reading


def compare_score(
    claimed: Reading | None, outcome: Outcome, *, digits: int, is_target: bool = False
) -> Verdict:
    """Judge a self-score at ``digits`` decimals.

    ``is_target`` is for rows scored against a target of their own: there a self-score with one
    decimal may be the computed score rounded.
    """
    if outcome.state is OutcomeState.NOT_APPLICABLE and not outcome.score:
        return Verdict.AGREES if _is_nothing(claimed) else Verdict.UNDECIDABLE
    if is_left_blank(claimed):
        return Verdict.MISSING
    score = shown_score(claimed, digits)
    if score is None:
        return Verdict.UNDECIDABLE
    if outcome.state is OutcomeState.JUDGED:
        return Verdict.JUDGED
    if score == outcome.score:
        return Verdict.AGREES
    is_possible = outcome.scores is None or outcome.scores.contains(score)
    if outcome.score is None:
        is_possible = is_possible or (is_target and _is_rounded(score, outcome.scores))
        return Verdict.UNDECIDABLE if is_possible else Verdict.DIFFERS
    is_shown = outcome.scores is not None and is_possible
    exact = outcome.exact if outcome.exact is not None else outcome.score
    is_rounded = is_target and score == round_half_up(exact, 1)
    return Verdict.AGREES_SHOWN if is_shown or is_rounded else Verdict.DIFFERS


def _is_rounded(score: Fraction, scores: IntervalSet | None) -> bool:
    """Whether a score with one decimal is one of the possible ones, rounded."""
    return scores is not None and scores.rounded(1).contains(score)


def shown_score(reading: Reading | None, digits: int) -> Fraction | None:
    """Take a typed score at the rulebook's digits, None where there is no clear figure."""
    quantity = reading.figure if reading is not None else None
    return None if quantity is None else round_half_up(quantity.value, digits)


def is_given_by(typed: Quantity, rate: Fraction, rates: IntervalSet | None) -> bool:
    """Whether a typed rate, as shown, is one that the figures can come to."""
    possible = rates if rates is not None else IntervalSet.point(rate)
    if possible.contains(typed.value):
        return True
    if typed.spread is not None:
        return not typed.spread.overlap(possible).is_empty
    return typed.digits is not None and round_half_up(rate, _places(typed)) == typed.value


def _places(typed: Quantity) -> int:
    """Decimals of the fraction behind a typed rate: 60.2% has three."""
    return (typed.digits or 0) + (2 if typed.unit == "%" else 0)


def _is_nothing(claimed: Reading | None) -> bool:
    if is_left_blank(claimed):
        return True
    return claimed is not None and claimed.figure is not None and claimed.figure.value == 0
