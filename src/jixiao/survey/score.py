"""What counts come to: satisfaction, the inputs they fill in, the score by the rulebook's rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from jixiao.rulebook import (
    Figures,
    FigureValue,
    Indicator,
    Outcome,
    OutcomeState,
    Questionnaires,
    Rulebook,
    SurveyAnswer,
    evaluate_indicator,
    evaluate_rate,
)
from jixiao.survey.margin import margin_of_error, score_interval
from jixiao.survey.model import GroupResult


def satisfaction_of(
    counts: Sequence[int], valid: int, answers: Sequence[SurveyAnswer]
) -> Fraction | None:
    """What the answers count for, over ``valid`` forms (or answers); None without any."""
    if valid < 1:
        return None
    shares = (Fraction(answer.share) for answer in answers)
    return sum((s * n for s, n in zip(shares, counts, strict=True)), Fraction(0)) / valid


def inputs_of_groups(
    groups: Sequence[GroupResult], asked: Questionnaires
) -> Mapping[str, Fraction]:
    """What the counts fill in, by id of the rulebook's inputs."""
    found: dict[str, Fraction] = {}
    for one in groups:
        for id_, number in _numbers(one, asked):
            if id_ is not None and number is not None:
                found[id_] = found.get(id_, Fraction(0)) + number
    return found


def _numbers(one: GroupResult, asked: Questionnaires) -> list[tuple[str | None, Fraction | None]]:
    group = one.group
    issued = (group.issued, None if one.issued is None else Fraction(one.issued))
    returned = (group.returned, Fraction(one.returned))
    if one.counts is None and any(answer.input for answer in asked.answers):
        return [issued, returned]  # which question counts is still open
    counts = one.counts or ()
    answers = [(a.input, Fraction(n)) for a, n in zip(asked.answers, counts, strict=False)]
    return [issued, returned, (group.valid, Fraction(one.valid)), (group.rate, one.rate), *answers]


def scored(
    one: GroupResult, rulebook: Rulebook, asked: Questionnaires, population: int | None
) -> GroupResult:
    """Give the group its margin, and its score as far as there is a rule for it."""
    interval = None
    if one.rate is not None and one.counts is not None:
        is_share = all(answer.share in (0, 1) for answer in asked.answers)
        interval = score_interval(one.rate, one.valid) if is_share else None
    measured = replace(one, margin=margin_of_error(one.valid, population), interval=interval)
    indicator = rulebook.by_id.get(one.group.indicator or "")
    if indicator is None or indicator.weight is None:
        return measured
    named = replace(measured, indicator=indicator.name, weight=Fraction(indicator.weight))
    return replace(named, outcome=_outcome(one, rulebook, indicator, asked))


def _outcome(
    one: GroupResult, rulebook: Rulebook, indicator: Indicator, asked: Questionnaires
) -> Outcome | None:
    if one.rate is None:
        return None
    filled = inputs_of_groups([one], asked)
    counted = one.counts is not None or one.group.rate is not None
    if indicator.rate is not None and filled and counted:
        inputs = {id_: FigureValue(number) for id_, number in filled.items()}
        outcome = evaluate_indicator(rulebook, indicator, Figures(inputs))
        if outcome.state is not OutcomeState.MISSING:
            return outcome  # else the survey defines the rate itself, by shares of answers
    if indicator.rate is None:
        return evaluate_indicator(rulebook, indicator, Figures())
    if one.counts is None and any(answer.input for answer in asked.answers):
        return None
    return evaluate_rate(rulebook, indicator, FigureValue(one.rate))
