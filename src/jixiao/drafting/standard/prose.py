"""Sentences that a rulebook renders of rules over targets, typed scores, formulas, points between.

The rule is guessed from the figures of the sentence and rendered again: only where that gives the
very same sentence is it the rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Final, Literal

from jixiao.drafting.standard.reading import Completeness, PartReading, StandardReading
from jixiao.formula import FormulaError, parse_formula
from jixiao.rulebook import (
    Expression,
    Interpolation,
    InterpolationPoint,
    ItemScore,
    Score,
    Target,
    compile_rule,
)

_PERCENT: Final = re.compile(r"\d+(?:\.\d+)?%")
_TYPED: Final = re.compile(r"满分(\d+(?:\.\d+)?)")
_POINT: Final = re.compile(
    r"(?:^|；)(?P<at>\d+(?:\.\d+)?)(?P<unit>[^\d，；]*)，得(?P<score>[\d.]+)分"
)
_FORMULA: Final = re.compile(r"得分＝(?P<of>.+)，最低0分，最高[\d.]+分")
_BETWEEN: Final = re.compile(r"(?P<one>.+?)与(?P<other>.+)中较(?P<end>[大小])者")
_SIGNS: Final = str.maketrans("（）×÷－＋", "()*/-+")
_WORDS: Final = (("分值", "weight"), ("比率", "x"))
Guesses = Iterator[tuple[Score, str]]  # a rule and the unit of its rate


def read_prose(text: str, weight: Fraction | None) -> StandardReading | None:
    """Read a rendered sentence; None for any other.

    >>> reading = read_prose("单项得分（满分100）÷100×权重5", Fraction(5))
    >>> reading.rule.kind, int(reading.rule.out_of)
    ('item', 100)
    """
    if weight is None:
        return None
    said = text.strip().rstrip("。")
    guesses = next((guess for mark, guess in _KINDS if mark in said), None)
    for rule, unit in guesses(said) if guesses is not None else ():
        if compile_rule(rule, weight, unit, {}).sentence.rstrip("。") == said:
            parts = (PartReading(weight, rule),)
            return StandardReading(
                text, Completeness.WHOLE, weight, parts, is_percent=unit == "%", measure=unit
            )
    return None


def _targets(said: str) -> Guesses:
    percents = _PERCENT.findall(said)
    equals: tuple[Literal["share", "zero"], ...] = ("share", "zero")
    for equal in equals:
        yield Target(kind="target", equal=equal), "%"
    for equal, over, points in product(equals, percents[:1], ("ask", "zero", "full", *percents)):
        yield Target(kind="target", equal=equal, over=_amount(over), over_score=points), "%"


def _typed_scores(said: str) -> Guesses:
    found = _TYPED.search(said)
    columns: tuple[Literal["item_score", "coefficient"], ...] = ("item_score", "coefficient")
    for column in columns if found is not None else ():
        yield ItemScore(kind="item", column=column, out_of=Decimal(found[1] if found else 1)), "%"


def _points_between(said: str) -> Guesses:
    found = list(_POINT.finditer(said))
    units = {one["unit"] for one in found}
    if len(found) > 1 and len(units) == 1:
        points = tuple(
            InterpolationPoint(at=_amount(one["at"] + one["unit"]), score=Decimal(one["score"]))
            for one in found
        )
        yield Interpolation(kind="interpolation", points=points), units.pop()


def _formulas(said: str) -> Guesses:
    found = _FORMULA.fullmatch(said)
    if found is None:
        return
    formula = found["of"]
    if between := _BETWEEN.fullmatch(formula):
        name = "max" if between["end"] == "大" else "min"
        formula = f"{name}({between['one']}, {between['other']})"
    formula = formula.translate(_SIGNS)
    for word, name in _WORDS:
        formula = formula.replace(word, name)
    try:
        parse_formula(formula)
    except FormulaError:
        return
    yield Expression(kind="expression", formula=formula), "%"


def _amount(written: str) -> Decimal:
    if written.endswith("%"):
        return Decimal(written.removesuffix("%")) / 100
    return Decimal(re.sub(r"[^\d.]+$", "", written))


_KINDS: Final[tuple[tuple[str, Callable[[str], Guesses]], ...]] = (
    ("定量指标：", _targets),
    ("插值法", _points_between),
    ("（满分", _typed_scores),
    ("得分＝", _formulas),
)
