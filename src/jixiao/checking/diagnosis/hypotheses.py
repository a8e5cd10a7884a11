"""Single changes that may have led to a wrong figure: to one input, to the rate or to the rule.

Each is a name in two languages with what it changes; ``causes`` tries them and keeps those that
give exactly what was claimed.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from jixiao.figures import round_half_up, whole
from jixiao.finding import Bilingual, text_of
from jixiao.formula import denominators, input_names, parse_formula
from jixiao.rulebook import (
    Checklist,
    Deduct,
    Figures,
    FigureValue,
    Indicator,
    Input,
    Mode,
    Part,
    Rulebook,
)


class Hypothesis(NamedTuple):
    """One input changed; ``unit_of`` names the input whose unit was taken for another."""

    name: Bilingual
    figures: Figures
    unit_of: str | None = None


RateChange = tuple[Bilingual, Fraction]
RuleChange = tuple[Bilingual, Indicator]

_HUNDRED, _WAN = Fraction(100), Fraction(10_000)
_MODES: dict[Mode, Bilingual] = {
    "whole": text_of("checking.mode.whole"),
    "started": text_of("checking.mode.started"),
    "prorata": text_of("checking.mode.prorata"),
}


def shown_part(indicator: Indicator) -> Indicator | Part:
    """The part whose rate is in the 实际值 column; the indicator itself where it has none."""
    shown = next((part for part in indicator.parts if part.shown), None)
    if shown is not None:
        return shown
    return indicator.parts[0] if indicator.parts else indicator


def figure_changes(
    rulebook: Rulebook, indicator: Indicator, figures: Figures
) -> Iterator[Hypothesis]:
    """Change one input: its unit, its sign, another input in its place, one answer."""
    by_id = rulebook.input_by_id
    used: dict[str, None] = {}
    below: dict[str, None] = {}
    for part in indicator.parts or (indicator,):
        if part.rate is not None:
            tree = parse_formula(part.rate)
            used |= dict.fromkeys(input_names(tree))
            below |= dict.fromkeys(n for d in denominators(tree) for n in input_names(d))
        if isinstance(part.score, Checklist):
            yield from _answers(rulebook, part.score, figures)
    for name in used:
        if name in figures.inputs:
            yield from _rescaled(by_id[name], figures)
    for name in below:
        yield from _replaced(rulebook, by_id[name], figures)


def rate_changes(rate: Fraction) -> Iterator[RateChange]:
    """Change the rate itself: a hundredfold, its sign, its decimals."""
    yield text_of("checking.change.rate-times-100"), rate * _HUNDRED
    yield text_of("checking.change.rate-by-100"), rate / _HUNDRED
    if rate < 0:
        yield text_of("checking.change.rate-sign"), -rate
    percents = rate * _HUNDRED
    yield (
        text_of("checking.change.rate-rounded"),
        round_half_up(percents, 0) / _HUNDRED,
    )
    yield (
        text_of("checking.change.rate-cut"),
        Fraction(whole(percents)) / _HUNDRED,
    )
    if rate != 0:
        yield text_of("checking.change.swapped"), 1 / rate


def rule_changes(indicator: Indicator) -> Iterator[RuleChange]:
    """Change the rule: how parts of a step count, the cap of the deduction."""
    score = indicator.score
    if not isinstance(score, Deduct):
        return
    for mode, name in _MODES.items():
        if mode != score.mode:
            changed = score.changed(mode=mode)
            yield name, indicator.changed(score=changed)
    if score.cap is not None:
        uncapped = score.changed(cap=None)
        yield (
            text_of("checking.change.uncapped"),
            indicator.changed(score=uncapped),
        )


def _with(figures: Figures, name: str, value: Fraction) -> Figures:
    return Figures({**figures.inputs, name: FigureValue(value)}, figures.tables)


def _rescaled(item: Input, figures: Figures) -> Iterator[Hypothesis]:
    value, unit = figures.inputs[item.id].exact, item.unit or "万元"
    if item.kind == "money":
        yield Hypothesis(
            text_of("checking.change.in-yuan").fill(label=item.label, unit=unit),
            _with(figures, item.id, value / _WAN),
            unit_of=item.id,
        )
    if item.kind == "rate":
        for factor, id_ in (
            (_HUNDRED, "checking.change.times-100"),
            (1 / _HUNDRED, "checking.change.by-100"),
        ):
            name = text_of(id_).fill(label=item.label)
            yield Hypothesis(name, _with(figures, item.id, value * factor))
    if item.signed and value:
        name = text_of("checking.change.sign").fill(label=item.label)
        yield Hypothesis(name, _with(figures, item.id, -value))


def _replaced(rulebook: Rulebook, item: Input, figures: Figures) -> Iterator[Hypothesis]:
    """Put another figure of the same group in the place of a denominator."""
    for other in rulebook.inputs:
        same = (other.group, other.kind, other.unit) == (item.group, item.kind, item.unit)
        if other.id == item.id or not same or other.id not in figures.inputs:
            continue
        yield Hypothesis(
            text_of("checking.change.denominator").fill(other=other.label, label=item.label),
            _with(figures, item.id, figures.inputs[other.id].exact),
        )


def _answers(rulebook: Rulebook, score: Checklist, figures: Figures) -> Iterator[Hypothesis]:
    for point in score.items:
        answer = figures.inputs.get(point.input)
        if answer is None:
            continue
        label = rulebook.input_by_id[point.input].label
        text = text_of("checking.answer.yes" if answer.exact == 0 else "checking.answer.no")
        yield Hypothesis(
            text_of("checking.change.answer").fill(label=label, answer=text),
            _with(figures, point.input, 1 - answer.exact),
        )
