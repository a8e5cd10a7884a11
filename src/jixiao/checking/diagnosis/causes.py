"""Name the likely cause of a wrong self-score: the single change that gives just what was claimed.

Ties are all listed; where no change gives the claimed figure nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.checking.diagnosis.hypotheses import (
    ChangeName,
    called,
    figure_changes,
    rate_changes,
    rule_changes,
    shown_part,
)
from jixiao.checking.score import (
    Computed,
    OtherRate,
    is_absurd,
    is_given_by,
    recompute_row,
    shown_score,
    typed_value,
)
from jixiao.figures import Operator, Quantity, round_half_up
from jixiao.finding import Bilingual, text_of
from jixiao.rulebook import (
    Deduct,
    Figures,
    FigureValue,
    Indicator,
    Ladder,
    Linear,
    OutcomeState,
    Role,
    evaluate_indicator,
    evaluate_rate,
    exact_score,
)
from jixiao.scoresheet import Row, RowKind, Scoresheet

Guess = tuple[ChangeName, Fraction | None]

_MANY = 1000


def causes_of(
    sheet: Scoresheet, row: Row, computed: Computed, figures: Figures, claimed: Fraction
) -> tuple[Bilingual, ...]:
    """Name the changes that reproduce a self-score exactly, at the rulebook's digits."""
    digits = sheet.rulebook.digits
    guesses = _guesses(sheet, row, computed, figures)
    found = dict.fromkeys(
        name()
        for name, score in guesses
        if score is not None and round_half_up(score, digits) == claimed
    )
    if not found and computed.weight is not None and claimed == computed.weight:
        return (text_of("checking.cause.full-marks"),)
    return tuple(found)


def rate_causes(
    sheet: Scoresheet, indicator: Indicator, figures: Figures, typed: Quantity
) -> tuple[Bilingual, ...]:
    """Name the changes that give a claimed rate, as shown."""
    exact = evaluate_indicator(sheet.rulebook, indicator, figures, traced=False).rate
    if exact is None:
        return ()
    found: dict[Bilingual, None] = {}
    if shown_part(indicator).rate_unit == "%":
        for name, rate in rate_changes(exact):
            if is_given_by(typed, rate, None):
                found[name()] = None
    for change in figure_changes(sheet.rulebook, indicator, figures):
        outcome = evaluate_indicator(sheet.rulebook, indicator, change.figures, traced=False)
        if outcome.rate is not None and is_given_by(typed, outcome.rate, outcome.rates):
            found[change.name()] = None
    return tuple(found)


def _guesses(sheet: Scoresheet, row: Row, computed: Computed, figures: Figures) -> Iterator[Guess]:
    rule = computed.rule
    if isinstance(rule, Indicator):
        yield from _fixed_guesses(sheet, row, rule, computed, figures)
    else:
        yield from _free_guesses(computed)
    yield from _score_guesses(sheet, computed)
    yield from _neighbours(sheet, row, figures, computed)


def _fixed_guesses(
    sheet: Scoresheet, row: Row, rule: Indicator, computed: Computed, figures: Figures
) -> Iterator[Guess]:
    book, outcome = sheet.rulebook, computed.outcome
    typed = row.readings.get(Role.ACTUAL)
    evidence = OtherRate(typed, computed, shown_score(row.readings.get(Role.CLAIMED), book.digits))
    if computed.basis == "inputs":
        value = typed_value(typed)
        if value is not None and evidence.is_contrary:
            yield (
                called("checking.cause.wrong-rate"),
                evaluate_rate(book, rule, value, traced=False).score,
            )
        yield from _input_guesses(sheet, rule, figures, evidence)
    if outcome.rate is not None and shown_part(rule).rate_unit == "%":
        for name, rate in rate_changes(outcome.rate):
            if evidence.allows(rate):
                yield name, evaluate_rate(book, rule, FigureValue(rate), traced=False).score
    if outcome.rate is not None and not rule.parts:
        rate_as_is = FigureValue(outcome.rate)
        for name, variant in rule_changes(book, rule):
            yield name, evaluate_rate(book, variant, rate_as_is, traced=False).score
    yield from _beyond(sheet, rule, computed)
    yield from _steps(rule, computed)


def _input_guesses(
    sheet: Scoresheet, rule: Indicator, figures: Figures, evidence: OtherRate
) -> Iterator[Guess]:
    for change in figure_changes(sheet.rulebook, rule, figures):
        if change.unit_of is not None and not is_absurd(evidence.rate):
            continue
        other = exact_score(sheet.rulebook, rule, change.figures)
        if other.rate is None or evidence.allows(other.rate):
            yield change.name, other.score


def _beyond(sheet: Scoresheet, rule: Indicator, computed: Computed) -> Iterator[Guess]:
    """Leave the cap or the floor out."""
    rate, weight = computed.outcome.rate, computed.weight
    if rate is None or weight is None:
        return
    if isinstance(rule.score, Linear) and rule.score.direction == "higher":
        name = called("checking.cause.no-cap")
        yield name, weight * rate / Fraction(rule.score.target)
    if isinstance(rule.score, Deduct):
        outcome = evaluate_rate(
            sheet.rulebook, rule, FigureValue(rate), traced=False, weight=weight + _MANY
        )
        name = called("checking.cause.no-floor")
        yield name, None if outcome.score is None else outcome.score - _MANY


def _steps(rule: Indicator, computed: Computed) -> Iterator[Guess]:
    """Take the neighbouring step of a ladder."""
    if not isinstance(rule.score, Ladder):
        return
    scores = [Fraction(step.score) for step in rule.score.steps]
    if computed.outcome.score not in scores:
        return
    place = scores.index(computed.outcome.score)
    if place > 0:
        yield called("checking.cause.step-above"), scores[place - 1]
    if place + 1 < len(scores):
        yield called("checking.cause.step-below"), scores[place + 1]


def _free_guesses(computed: Computed) -> Iterator[Guess]:
    free, weight = computed.free, computed.weight
    if free is None or weight is None or free.actual is None:
        return
    actual = free.actual.exact
    name = called("checking.cause.actual-as-share")
    yield name, weight * actual
    if free.target is None or free.target.exact == 0 or actual == 0:
        return
    name = called("checking.cause.direction")
    share = free.target.exact / actual
    yield name, weight * (1 / share if free.operator is Operator.AT_MOST else share)
    name = called("checking.cause.no-cap")
    yield name, weight / share if free.operator is not Operator.AT_MOST else weight * share


def _score_guesses(sheet: Scoresheet, computed: Computed) -> Iterator[Guess]:
    """Round or cut the score itself, or weigh it twice."""
    score, weight, digits = computed.outcome.score, computed.weight, sheet.rulebook.digits
    if score is None:
        return
    if digits > 0:
        name = called("checking.cause.rounded-0")
        yield name, round_half_up(score, 0)
    if digits > 1:
        name = called("checking.cause.rounded-1")
        yield name, round_half_up(score, 1)
    for kept in (0, 1):
        scale = 10**kept
        cut = Fraction(int(score * scale), scale)
        if kept < digits and cut != round_half_up(score, kept):
            name = called("checking.cause.cut", kept=text_of(f"checking.cause.cut-{kept}"))
            yield name, cut
    if weight is not None:
        name = called("checking.cause.weighed-twice")
        yield name, score * weight / Fraction(sheet.rulebook.total)


def _neighbours(
    sheet: Scoresheet, row: Row, figures: Figures, computed: Computed
) -> Iterator[Guess]:
    """Take the score of the row above or below; full marks and zeros show nothing."""
    rows = [r for r in sheet.rows if r.kind in (RowKind.INDICATOR, RowKind.FREE)]
    place = next((i for i, r in enumerate(rows) if r is row), None)
    if place is None:
        return
    digits = sheet.rulebook.digits
    claimed = shown_score(row.readings.get(Role.CLAIMED), digits)
    if claimed in (None, 0, computed.weight):
        return
    sides = (
        (place - 1, called("checking.cause.row-above")),
        (place + 1, called("checking.cause.row-below")),
    )
    for other, name in sides:
        if 0 <= other < len(rows):
            outcome = recompute_row(sheet, rows[other], figures).outcome
            yield name, outcome.score if outcome.state is OutcomeState.COMPUTED else None
