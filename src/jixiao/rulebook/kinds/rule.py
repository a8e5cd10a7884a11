"""A scoring rule made ready: one tree for evaluator, interval and Excel; a sentence; a trace."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Protocol

from jixiao.figures import format_number
from jixiao.finding import Bilingual, chinese_text
from jixiao.formula import (
    Binary,
    ColumnReference,
    Name,
    Tree,
    evaluate_formula,
    formula_prose,
    settle,
    taken_argument,
    taken_branch,
)
from jixiao.formula import Number as Constant
from jixiao.rulebook.kinds.measure import Measure
from jixiao.rulebook.trace_texts import trace_text

Rows = Mapping[str, tuple[Mapping[str, Fraction], ...]]


class AskedInput(Protocol):
    """An input as far as a rule speaks of it: what it is called and what can be chosen."""

    @property
    def label(self) -> str:
        """What the form calls it."""

    @property
    def choices(self) -> tuple[str, ...]:
        """The options of a ``choice``."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a rule is applied to: the weight in points, the unit of the rate, the inputs by id."""

    weight: Fraction
    measure: Measure
    inputs: Mapping[str, AskedInput] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Given:
    """The figures behind a trace: inputs by id and the rate as ``x``, the rows of tables.

    Every number of a trace is taken from the rule's own tree with these figures put in.
    """

    values: Mapping[str, Fraction]
    points: Fraction
    rows: Rows = field(default_factory=dict)
    known: dict[int, tuple[Tree, Fraction]] = field(default_factory=dict)
    """Parts of the tree by their ids, which they keep, with what they come to."""

    def value(self, tree: Tree) -> Fraction:
        """Compute a part of the rule's tree."""
        found = self.known.get(id(tree))
        if found is None:
            found = tree, evaluate_formula(tree, self.values, self.rows)
            self.known[id(tree)] = found
        return found[1]

    def branch(self, tree: Tree) -> Tree:
        """Give the branch of an if that counts, as the node that it is."""
        return taken_branch(tree, self.values, self.rows)

    def taken(self, tree: Tree) -> Tree:
        """Give the argument of a min or max that counts, as the node that it is."""
        return taken_argument(tree, self.values, self.rows)

    def put_in(self, tree: Tree, measure: Measure) -> str:
        """Write what was really computed of a tree, with the figures in the place of the names."""

        def figure(name: Name | ColumnReference) -> str:
            if isinstance(name, ColumnReference):
                return f"{name.table}.{name.column}"
            found = self.values[name.id]
            return measure.value(found) if name.id == "x" else format_number(found)

        return formula_prose(settle(tree, self.values, self.rows), figure)

    def product(self, tree: Binary) -> str:
        """Write a product of two computed numbers: ``34 × 0.3``."""
        left, right = Constant(self.value(tree.left)), Constant(self.value(tree.right))
        return formula_prose(Binary(tree.operator, left, right), {})


def points_equation(left: str, points: str) -> Bilingual:
    """``34 × 0.3 = 10.2分``; where both sides read the same, the points alone."""
    if left == points:
        return trace_text("trace.points", points=points)
    return trace_text("trace.points-equation", left=left, points=points)


def join_sentences(parts: Iterable[str]) -> str:
    """Put the sentences of a rule on one line, empty ones left out."""
    return chinese_text("rules.between").join(part for part in parts if part)


Explain = Callable[[Given], Bilingual | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule lowered onto a weight.

    ``tree`` gives unrounded points over ``x`` and inputs; None where only a person can say.
    ``decided`` is the condition under which the rule says anything; None: always. ``sentence`` is
    the 评分标准 without a full stop; ``explain`` gives the arithmetic without the closing 得…分.
    ``names_rate`` where that already names the rate (a count of faults).
    """

    sentence: str
    tree: Tree | None = None
    decided: Tree | None = None
    explain: Explain = lambda _: None
    names_rate: bool = False
