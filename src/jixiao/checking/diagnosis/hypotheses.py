"""Single changes that may have led to a wrong figure: to one input, to the rate or to the rule.

Each is a name in two languages with what it changes; ``causes`` tries them and keeps those that
give exactly what was claimed.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from jixiao.figures import round_half_up, whole
from jixiao.finding import Bilingual
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
    "whole": Bilingual("不足一档的部分没有扣分", "only whole steps were counted"),
    "started": Bilingual("不足一档的部分按一档扣分", "started steps were counted as whole ones"),
    "prorata": Bilingual("不足一档的部分按比例扣分", "parts of a step were counted pro rata"),
}


def shown_part(indicator: Indicator) -> Indicator | Part:
    """The part whose rate stands in the 实际值 column; the indicator itself where it has none."""
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
    yield Bilingual("比率放大了100倍", "the rate was taken a hundredfold"), rate * _HUNDRED
    yield Bilingual("比率缩小了100倍", "the rate was divided by a hundred"), rate / _HUNDRED
    if rate < 0:
        yield Bilingual("比率的正负号反了", "the sign of the rate was reversed"), -rate
    percents = rate * _HUNDRED
    yield (
        Bilingual("比率先四舍五入到整百分数", "the rate was rounded to whole percents first"),
        round_half_up(percents, 0) / _HUNDRED,
    )
    yield (
        Bilingual("比率先舍去了百分数的小数", "the decimals of the percentage were cut off first"),
        Fraction(whole(percents)) / _HUNDRED,
    )
    if rate != 0:
        yield Bilingual("分子、分母颠倒", "numerator and denominator were swapped"), 1 / rate


def rule_changes(indicator: Indicator) -> Iterator[RuleChange]:
    """Change the rule: how parts of a step count, the cap of the deduction."""
    score = indicator.score
    if not isinstance(score, Deduct):
        return
    for mode, name in _MODES.items():
        if mode != score.mode:
            changed = score.model_copy(update={"mode": mode})
            yield name, indicator.model_copy(update={"score": changed})
    if score.cap is not None:
        uncapped = score.model_copy(update={"cap": None})
        yield (
            Bilingual("没有按扣分上限封顶", "the deduction was not capped"),
            indicator.model_copy(update={"score": uncapped}),
        )


def _with(figures: Figures, name: str, value: Fraction) -> Figures:
    return Figures({**figures.inputs, name: FigureValue(value)}, figures.tables)


def _rescaled(item: Input, figures: Figures) -> Iterator[Hypothesis]:
    value, unit = figures.inputs[item.id].exact, item.unit or "万元"
    if item.kind == "money":
        yield Hypothesis(
            Bilingual(
                f"“{item.label}”可能是按元填的，应折成{unit}",
                f"“{item.label}” was probably given in 元 instead of {unit}",
            ),
            _with(figures, item.id, value / _WAN),
            unit_of=item.id,
        )
    if item.kind == "rate":
        for factor, zh, en in (
            (_HUNDRED, "放大了100倍", "was taken a hundredfold"),
            (1 / _HUNDRED, "缩小了100倍", "was divided by a hundred"),
        ):
            name = Bilingual(f"“{item.label}”{zh}", f"“{item.label}” {en}")
            yield Hypothesis(name, _with(figures, item.id, value * factor))
    if item.signed and value:
        name = Bilingual(f"“{item.label}”的正负号反了", f"the sign of “{item.label}” was reversed")
        yield Hypothesis(name, _with(figures, item.id, -value))


def _replaced(rulebook: Rulebook, item: Input, figures: Figures) -> Iterator[Hypothesis]:
    """Put another figure of the same group in the place of a denominator."""
    for other in rulebook.inputs:
        alike = (other.group, other.kind, other.unit) == (item.group, item.kind, item.unit)
        if other.id == item.id or not alike or other.id not in figures.inputs:
            continue
        yield Hypothesis(
            Bilingual(
                f"分母用了“{other.label}”，应为“{item.label}”",
                f"“{other.label}” was used as denominator instead of “{item.label}”",
            ),
            _with(figures, item.id, figures.inputs[other.id].exact),
        )


def _answers(rulebook: Rulebook, score: Checklist, figures: Figures) -> Iterator[Hypothesis]:
    for point in score.items:
        answer = figures.inputs.get(point.input)
        if answer is None:
            continue
        label = rulebook.input_by_id[point.input].label
        told = ("是", "yes") if answer.exact == 0 else ("否", "no")
        yield Hypothesis(
            Bilingual(f"“{label}”按“{told[0]}”计了分", f"“{label}” was counted as {told[1]}"),
            _with(figures, point.input, 1 - answer.exact),
        )
