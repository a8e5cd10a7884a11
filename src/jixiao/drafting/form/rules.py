"""The rule of a row out of its own standard, with the inputs that it needs and what it leaves open.

A standard that was not wholly read is left to a person; what was not understood is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from jixiao.drafting.form.equation import Equation, find_equation
from jixiao.drafting.form.inputs import DraftedInputs
from jixiao.drafting.sheet import without_own_words
from jixiao.drafting.standard import (
    Completeness,
    OpenPoint,
    PartReading,
    StandardReading,
    read_standard,
)
from jixiao.finding import Bilingual, text_of
from jixiao.rulebook import (
    Checklist,
    Choice,
    Deduct,
    Deductions,
    Expression,
    Indicator,
    Interpolation,
    Ladder,
    Linear,
    Part,
    Score,
)

_OPEN = {
    OpenPoint.PART_STEP: "part-step",
    OpenPoint.LADDER_END: "ladder-end",
    OpenPoint.UNCOVERED: "uncovered",
    OpenPoint.NO_CAP: "no-cap",
    OpenPoint.SHARE: "share",
    OpenPoint.DIRECTION: "direction",
}
_RATED = (Deduct, Ladder, Linear, Expression, Interpolation)
_LONGEST = 40  # characters of the label of an answer


@dataclass(frozen=True, slots=True)
class RowRule:
    """An indicator with the rule of its row; ``asks`` are the ids of what must be decided."""

    indicator: Indicator
    is_read: bool
    asks: tuple[tuple[str, Bilingual], ...] = ()
    unread: tuple[str, ...] = ()


def rule_of_row(plain: Indicator, meaning: str, inputs: DraftedInputs) -> RowRule:
    """Give an indicator the rule that its ``standard`` says; judged where it says none."""
    if not plain.standard or plain.weight is None:
        return RowRule(plain, is_read=False)
    reading = read_standard(without_own_words(plain.standard), Fraction(plain.weight))
    unread = tuple(one.text for one in reading.unread)
    if reading.completeness is not Completeness.WHOLE or not reading.parts:
        return RowRule(plain, is_read=False, unread=unread or (plain.standard,))
    if reading.weight is not None and reading.weight != Fraction(plain.weight):
        return RowRule(plain, is_read=False, asks=(_points(reading.weight, plain.weight),))
    equation = find_equation(meaning, plain.standard)
    made = _computed(plain, reading, equation, inputs)
    if made is None:
        return RowRule(plain, is_read=False, unread=(plain.standard,))
    return RowRule(made, is_read=True, asks=tuple(_asks(made, reading, equation)))


def _computed(
    plain: Indicator, reading: StandardReading, equation: Equation | None, inputs: DraftedInputs
) -> Indicator | None:
    """The indicator with its rule; None where the rule is of a kind that needs other columns."""
    unit = "%" if reading.is_percent else reading.measure
    if len(reading.parts) == 1:
        score = _score(reading.parts[0], plain.name, inputs)
        if score is None:
            return None
        changed: dict[str, object] = {"score": score}
        if isinstance(score, _RATED):
            changed |= _rate(plain, score, reading.subject, equation, unit, inputs)
        return plain.changed(**changed)
    parts = tuple(_parts(plain, reading, unit, inputs))
    if len(parts) < len(reading.parts):
        return None
    return plain.changed(score=None, parts=parts)


def _rate(
    plain: Indicator,
    score: Score,
    subject: str,
    equation: Equation | None,
    unit: str,
    inputs: DraftedInputs,
) -> dict[str, object]:
    """The rate of a row: by its formula, else as one figure of its own."""
    if isinstance(score, Deduct) and score.noun:
        ident = inputs.count(f"{plain.name}：{score.noun}数", unit or "个", plain.name)
        return {"rate": ident, "rate_unit": unit or "个"}
    if equation is None or unit != "%":
        label = subject if subject and len(subject) <= _LONGEST else plain.name
        return {"rate": inputs.rate(label, unit, plain.name), "rate_unit": unit}
    ids = [inputs.figure(label, plain.name) for label in equation.labels]
    return {"rate": equation.over(ids), "rate_unit": unit, "if_zero": "ask"}


def _score(part: PartReading, name: str, inputs: DraftedInputs) -> Score | None:
    """The rule with the ids of its answers; None for rules over a target or a typed score."""
    rule = part.rule
    if isinstance(rule, Checklist):
        labels = [_short(answer.label) for answer in part.answers]
        ids = [inputs.answer(label, name) for label in labels]
        items = zip(rule.items, ids, strict=True)
        return rule.changed(items=tuple(item.changed(input=i) for item, i in items))
    if isinstance(rule, Choice):
        return rule.changed(input=inputs.choice(name, tuple(rule.scores), name))
    if isinstance(rule, Deductions):
        losses = tuple(
            item.changed(rate=inputs.count(f"{name}：{item.noun}（{n}）", item.unit, name))
            for n, item in enumerate(rule.items, 1)
        )
        return rule.changed(items=losses)
    return rule if isinstance(rule, _RATED) else None


def _parts(
    plain: Indicator, reading: StandardReading, unit: str, inputs: DraftedInputs
) -> Iterator[Part]:
    for n, part in enumerate(reading.parts, 1):
        name = f"{plain.name}（{n}）"
        score = _score(part, name, inputs)
        if score is None or part.weight is None:
            return
        rate: dict[str, object] = {}
        if isinstance(score, _RATED):
            of_part = unit if not (isinstance(score, Deduct) and score.step == 1) else "个"
            rate = _rate(plain.changed(name=name), score, "", None, of_part, inputs)
        made = Part(id=f"part-{n}", name=name, weight=_decimal(part.weight), score=score)
        yield made.changed(**_typed(rate))


def _typed(rate: dict[str, object]) -> dict[str, str]:
    return {key: str(value) for key, value in rate.items() if key in ("rate", "rate_unit")}


def _asks(
    made: Indicator, reading: StandardReading, equation: Equation | None
) -> Iterator[tuple[str, Bilingual]]:
    for point in sorted(reading.open):
        yield _OPEN[point], text_of(f"drafting.ask.{_OPEN[point]}")
    if made.if_zero == "ask" and equation is not None and reading.zero_denominator is None:
        yield "zero", text_of("drafting.ask.zero")
    has_own_figure = made.rate is not None and made.if_zero is None
    if has_own_figure and not (isinstance(made.score, Deduct) and made.score.noun):
        yield "rate", text_of("drafting.ask.rate")


def _points(stated: Fraction, weight: Decimal) -> tuple[str, Bilingual]:
    return "points", text_of("drafting.ask.points").fill(
        stated=f"{_decimal(stated):f}", weight=f"{weight:f}"
    )


def _short(label: str) -> str:
    text = " ".join(label.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
