"""What a scoring rule draws on, for the checks of a rulebook: its formulas and its answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from jixiao.figures import format_number as show
from jixiao.rulebook.kinds.measure import Measure
from jixiao.rulebook.kinds.rule import AskedInput
from jixiao.rulebook.misfits import ContentPath, RulebookMisfit, rulebook_misfit


@dataclass(frozen=True, slots=True)
class FormulaUse:
    """A formula or condition inside a rule; ``names`` are allowed next to the inputs."""

    at: ContentPath
    text: str
    names: tuple[str, ...] = ()
    is_condition: bool = False


@dataclass(frozen=True, slots=True)
class AnswerUse:
    """An input of a kind that a rule asks for by its id."""

    at: ContentPath
    input: str
    kind: Literal["flag", "choice"]


@dataclass(frozen=True, slots=True)
class LintSetting:
    """What a rule is checked against: weight where known, unit of the rate, inputs by id."""

    weight: Fraction | None
    measure: Measure
    inputs: Mapping[str, AskedInput] = field(default_factory=dict)


def lint_points(
    at: ContentPath, points: Fraction, weight: Fraction | None
) -> Iterator[RulebookMisfit]:
    """Check that points lie within 0 and the weight."""
    if points < 0 or (weight is not None and points > weight):
        most = show(weight) if weight is not None else "—"
        yield rulebook_misfit(at, "rulebook.points.out-of-range", points=show(points), most=most)
