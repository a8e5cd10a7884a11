"""A scoring rule made ready: one tree for evaluator, interval and Excel; a sentence; a trace."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from jixiao.formula import Tree


@dataclass(frozen=True, slots=True)
class Given:
    """What a trace is told: the rate, the inputs by id and the points the tree came to."""

    x: Fraction | None
    inputs: Mapping[str, Fraction]
    points: Fraction


Explain = Callable[[Given], str]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule lowered onto a weight.

    ``tree`` gives unrounded points over ``x`` and inputs; None where only a person can say.
    ``decided`` is the condition under which the rule says anything; None: always. ``sentence`` is
    the 评分标准 without a full stop; ``explain`` gives the arithmetic without the closing 得…分.
    ``tells_rate`` where that already names the rate (a count of faults).
    """

    sentence: str
    tree: Tree | None = None
    decided: Tree | None = None
    explain: Explain = lambda _: ""
    tells_rate: bool = False
