"""Figures per indicator over many returns: mean, spread, full marks, points over-claimed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

_PLACES = Decimal("0.01")


@dataclass(slots=True)
class IndicatorFigures:
    """Running sums of one indicator; scores in points, exact."""

    name: str
    path: tuple[str, ...]
    weight: Decimal | None
    rulebook: str
    count: int = 0
    total: Decimal = Decimal(0)
    squares: Decimal = Decimal(0)
    full: int = 0
    computed_count: int = 0
    computed_total: Decimal = Decimal(0)
    over: Decimal = Decimal(0)
    under: Decimal = Decimal(0)
    differing: int = 0
    codes: Counter[str] = field(default_factory=Counter)

    @property
    def mean(self) -> Decimal | None:
        """Mean self-score in points."""
        return (self.total / self.count).quantize(_PLACES) if self.count else None

    @property
    def computed_mean(self) -> Decimal | None:
        """Mean recomputed score in points."""
        if not self.computed_count:
            return None
        return (self.computed_total / self.computed_count).quantize(_PLACES)

    @property
    def deviation(self) -> Decimal | None:
        """Standard deviation of the self-scores (of the population), in points."""
        if not self.count:
            return None
        variance = self.squares / self.count - (self.total / self.count) ** 2
        return max(variance, Decimal(0)).sqrt().quantize(_PLACES)

    @property
    def share_full(self) -> float | None:
        """Share of self-scores that are the whole weight, 0 to 1."""
        return self.full / self.count if self.count else None


def gather_statistics(
    figures: dict[tuple[str, str], IndicatorFigures], document: Mapping[str, Any]
) -> None:
    """Add one check object to the running figures, keyed by rulebook and indicator id."""
    rulebook = (document.get("rulebook") or {}).get("id", "")
    for found in document.get("indicators", ()):
        key = (rulebook, found["id"])
        one = figures.get(key)
        if one is None:
            one = figures[key] = IndicatorFigures(
                found["name"], tuple(found["path"]), _points(found["weight"]), rulebook
            )
        _add(one, found)
    for problem in document["findings"]:
        key = (rulebook, problem["indicator"] or "")
        if key in figures:
            figures[key].codes[problem["code"]] += 1


def _add(one: IndicatorFigures, found: Mapping[str, Any]) -> None:
    claimed = _points(found["claimed_score"])
    computed = _points(found["computed_score"])
    if claimed is not None:
        one.count += 1
        one.total += claimed
        one.squares += claimed * claimed
        one.full += claimed == one.weight
    if computed is not None:
        one.computed_count += 1
        one.computed_total += computed
    if found["verdict"] == "differs" and claimed is not None and computed is not None:
        one.differing += 1
        one.over += max(claimed - computed, Decimal(0))
        one.under += max(computed - claimed, Decimal(0))


def _points(number: float | None) -> Decimal | None:
    return None if number is None else Decimal(repr(number))
