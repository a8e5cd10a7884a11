"""What is no fault of a rulebook, but hardly meant: ``rulebook check`` says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from jixiao.rulebook.cases import figures_of_case
from jixiao.rulebook.kinds import AnswerUse, Deduct, Ladder, Linear, Measure
from jixiao.rulebook.misfits import RulebookMisfit, rulebook_misfit
from jixiao.rulebook.ranges import RateRange, parse_range
from jixiao.rulebook.schema import Indicator, Part, Role, Rulebook
from jixiao.rulebook.scoring import evaluate_indicator, plan_indicator

_WORD = re.compile(r"[a-z][a-z0-9_]*")


def hints_on(rulebook: Rulebook) -> Iterator[RulebookMisfit]:
    """List what a designer should look at once more; nothing of what is inherited."""
    if rulebook.abstract:
        return
    yield from _unused_inputs(rulebook)
    yield from _columns(rulebook)
    for n, indicator in enumerate(rulebook.indicators):
        if rulebook.origin("indicators", indicator.id, "cases") != rulebook.id:
            continue
        if indicator.cases and (end := _end_without_case(rulebook, indicator)) is not None:
            yield rulebook_misfit(
                ("indicators", n, "cases"), "rulebook.hint.end", name=indicator.name, end=end
            )


def _unused_inputs(rulebook: Rulebook) -> Iterator[RulebookMisfit]:
    used = set(_names_used(rulebook))
    for n, item in enumerate(rulebook.inputs):
        if item.id not in used and item.kind != "text" and item.at is None:
            yield rulebook_misfit(("inputs", n), "rulebook.hint.unused", label=item.label)


def _names_used(rulebook: Rulebook) -> Iterator[str]:
    """Every word of every formula, and every answer asked for."""
    texts = [identity.holds for identity in rulebook.identities]
    texts += [veto.when for veto in rulebook.veto]
    for row in rulebook.indicators:
        if row.not_applicable is not None:
            texts.append(row.not_applicable.when or "")
        holders: tuple[Indicator | Part, ...] = (row, *row.parts)
        for holder in holders:
            texts.append(holder.rate or "")
            for use in () if holder.score is None else holder.score.uses():
                texts.append(use.input if isinstance(use, AnswerUse) else use.text)
    for text in texts:
        yield from _WORD.findall(text)


def _columns(rulebook: Rulebook) -> Iterator[RulebookMisfit]:
    """A form that computes rates shows them, and asks why points were lost."""
    if rulebook.origin("columns") != rulebook.id:
        return
    roles = {column.role for column in rulebook.columns}
    has_rate = any(i.rate or any(p.rate for p in i.parts) for i in rulebook.indicators)
    if has_rate and Role.ACTUAL not in roles:
        yield rulebook_misfit(("columns",), "rulebook.hint.no-actual")
    if Role.REASON not in roles:
        yield rulebook_misfit(("columns",), "rulebook.hint.no-reason")


def _end_without_case(rulebook: Rulebook, indicator: Indicator) -> str | None:
    """An end of a step at which no case of the row is; None where every end has one."""
    plan = plan_indicator(rulebook, indicator)
    if len(plan.parts) > 1 or plan.shown.rate is None:
        return None
    rates = {_rate_of(rulebook, indicator, n) for n in range(len(indicator.cases))}
    ends = list(dict.fromkeys(e for each in _ranges(indicator) for e in _ends(each)))
    if not ends or any(end in rates for end in ends):
        return None
    return Measure(plan.shown.unit).end(ends[0])


def _rate_of(rulebook: Rulebook, indicator: Indicator, nth: int) -> Fraction | None:
    case = indicator.cases[nth]
    if case.rate is not None:
        return Fraction(case.rate)
    figures = figures_of_case(rulebook, case)
    return evaluate_indicator(rulebook, indicator, figures, traced=False).rate


def _ranges(indicator: Indicator) -> Iterator[RateRange]:
    score = indicator.score
    if isinstance(score, Deduct):
        yield parse_range(score.full)
    elif isinstance(score, Ladder):
        yield from (parse_range(step.when) for step in score.steps)
    elif isinstance(score, Linear):
        end = Fraction(score.target)
        yield RateRange(end, end, low_closed=True, high_closed=True)


def _ends(where: RateRange) -> Iterator[Fraction]:
    yield from (end for end in (where.low, where.high) if end is not None)
