"""Single changes that may have led to a wrong figure: to one input, to the rate or to the rule.

Each is a name in two languages with what it changes; ``causes`` tries them and keeps those that
give exactly what was claimed. Only these are named: a name is put into words when it is called.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial
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

ChangeName = Callable[[], Bilingual]


class Hypothesis(NamedTuple):
    """One input changed; ``unit_of`` names the input whose unit was taken for another."""

    name: ChangeName
    figures: Figures
    unit_of: str | None = None


RateChange = tuple[ChangeName, Fraction]
RuleChange = tuple[ChangeName, Indicator]

_HUNDRED, _WAN = Fraction(100), Fraction(10_000)
_MODES: tuple[Mode, ...] = ("whole", "started", "prorata")


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
    yield called("checking.change.rate-times-100"), rate * _HUNDRED
    yield called("checking.change.rate-by-100"), rate / _HUNDRED
    if rate < 0:
        yield called("checking.change.rate-sign"), -rate
    percents = rate * _HUNDRED
    yield (
        called("checking.change.rate-rounded"),
        round_half_up(percents, 0) / _HUNDRED,
    )
    yield (
        called("checking.change.rate-cut"),
        Fraction(whole(percents)) / _HUNDRED,
    )
    if rate != 0:
        yield called("checking.change.swapped"), 1 / rate


def rule_changes(rulebook: Rulebook, indicator: Indicator) -> Sequence[RuleChange]:
    """Change the rule: how parts of a step count, the cap of the deduction; made once."""
    key = "rule changes", id(indicator)
    kept = rulebook.compiled.get(key)
    if isinstance(kept, _Kept):
        return kept.changes
    changes = tuple(_rule_changes(indicator))
    rulebook.compiled[key] = _Kept(indicator, changes)
    return changes


class _Kept(NamedTuple):
    """The changes of a rule, with the indicator whose id they are kept by."""

    indicator: Indicator
    changes: Sequence[RuleChange]


def _rule_changes(indicator: Indicator) -> Iterator[RuleChange]:
    score = indicator.score
    if not isinstance(score, Deduct):
        return
    for mode in _MODES:
        if mode != score.mode:
            yield called(f"checking.mode.{mode}"), indicator.changed(score=score.changed(mode=mode))
    if score.cap is not None:
        uncapped = score.changed(cap=None)
        yield called("checking.change.uncapped"), indicator.changed(score=uncapped)


def called(id_: str, /, **slots: object) -> ChangeName:
    """Name a change by a text; it is filled where the name is asked for."""
    return partial(_filled, id_, slots)


def _filled(id_: str, slots: Mapping[str, object]) -> Bilingual:
    return text_of(id_).fill(**slots) if slots else text_of(id_)


def _with(figures: Figures, name: str, value: Fraction) -> Figures:
    return Figures({**figures.inputs, name: FigureValue(value)}, figures.tables)


def _rescaled(item: Input, figures: Figures) -> Iterator[Hypothesis]:
    value, unit = figures.inputs[item.id].exact, item.unit or "万元"
    if item.kind == "money":
        yield Hypothesis(
            called("checking.change.in-yuan", label=item.label, unit=unit),
            _with(figures, item.id, value / _WAN),
            unit_of=item.id,
        )
    if item.kind == "rate":
        for factor, id_ in (
            (_HUNDRED, "checking.change.times-100"),
            (1 / _HUNDRED, "checking.change.by-100"),
        ):
            name = called(id_, label=item.label)
            yield Hypothesis(name, _with(figures, item.id, value * factor))
    if item.signed and value:
        name = called("checking.change.sign", label=item.label)
        yield Hypothesis(name, _with(figures, item.id, -value))


def _replaced(rulebook: Rulebook, item: Input, figures: Figures) -> Iterator[Hypothesis]:
    """Put another figure of the same group in the place of a denominator."""
    for other in rulebook.inputs:
        same = (other.group, other.kind, other.unit) == (item.group, item.kind, item.unit)
        if other.id == item.id or not same or other.id not in figures.inputs:
            continue
        yield Hypothesis(
            called("checking.change.denominator", other=other.label, label=item.label),
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
            called("checking.change.answer", label=label, answer=text),
            _with(figures, point.input, 1 - answer.exact),
        )
