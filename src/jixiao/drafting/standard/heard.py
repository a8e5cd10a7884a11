"""The clauses of one rule, gathered by what they are, with the points that they may give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from jixiao.drafting.grammar import Clause, Limit, StatedWeight

C = TypeVar("C", bound=Clause)


@dataclass(frozen=True, slots=True)
class Heard:
    """Clauses that are to make one rule.

    ``full`` is the weight, where the row or the words say one. ``asks`` where the words leave
    other cases to a person.
    """

    text: str
    found: Sequence[Clause]
    full: Fraction | None
    asks: bool = False

    def of(self, kind: type[C]) -> list[C]:
        """Give the clauses of a kind, in their order."""
        return [clause for clause in self.found if isinstance(clause, kind)]

    @property
    def is_limited(self) -> bool:
        """Whether the words say that points end at zero or at the weight."""
        return any(isinstance(clause, Limit) for clause in self.found)

    def is_full(self, points: Fraction | None) -> bool:
        """Whether points are the weight of the row, or nothing else is said."""
        return self.full is None or points == self.full

    def only(self, *kinds: type[Clause]) -> bool:
        """Whether nothing else is said than clauses of these kinds, and what the weight is."""
        stated = (c.points for c in self.found if isinstance(c, StatedWeight))
        is_alike = all(self.is_full(points) for points in stated)
        return is_alike and all(isinstance(c, (*kinds, Limit, StatedWeight)) for c in self.found)
