"""Points of rows added up: bonus rows (加分项) add, malus rows (减分项) take, within ceilings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from jixiao.figures import Exact
from jixiao.rulebook.schema import Rulebook

_ADJUSTING = "adjusting"


@dataclass(frozen=True, slots=True)
class AddedPoints:
    """What rows come to: ``plain`` points, what bonus rows add and malus rows take (both ≥ 0).

    ``capped_up`` and ``capped_down`` are how much of each is beyond the ceiling and not counted.
    """

    plain: Fraction
    up: Fraction
    down: Fraction
    capped_up: Fraction = Exact(0)
    capped_down: Fraction = Exact(0)

    @property
    def total(self) -> Fraction:
        """The sum that counts."""
        return self.plain + self.up - self.down


def add_points(rulebook: Rulebook, points: Iterable[tuple[str, Fraction]]) -> AddedPoints:
    """Add up points by indicator id; a malus counts whichever sign it is written with."""
    ways = adjusting(rulebook)
    plain, moved = Exact(0), {"up": Exact(0), "down": Exact(0)}
    for id_, value in points:
        way = ways.get(id_)
        if way is None:
            plain += value
        else:
            moved[way] += abs(value)
    up, over = _capped(rulebook, "up", moved["up"])
    down, under = _capped(rulebook, "down", moved["down"])
    return AddedPoints(plain, up, down, over, under)


def adjusting(rulebook: Rulebook) -> Mapping[str, str]:
    """The bonus (up) and malus (down) rows by id."""
    kept = rulebook.compiled.get(_ADJUSTING)
    if isinstance(kept, dict):
        return kept
    found = {i.id: str(i.adjusts) for i in rulebook.indicators if i.adjusts}
    rulebook.compiled[_ADJUSTING] = found
    return found


def ceiling_of(rulebook: Rulebook, way: str) -> Fraction | None:
    """The most that bonus rows add or malus rows take; None where nothing is said."""
    ceilings = rulebook.ceilings
    written = None if ceilings is None else (ceilings.up if way == "up" else ceilings.down)
    return None if written is None else Exact(written)


def _capped(rulebook: Rulebook, way: str, points: Fraction) -> tuple[Fraction, Fraction]:
    most = ceiling_of(rulebook, way)
    counted = points if most is None else min(points, most)
    return counted, points - counted


def is_spread(rulebook: Rulebook) -> bool:
    """Whether a ceiling holds over several first-level sections, so that their sums do not add."""
    for way in ("up", "down"):
        names = {i.path[:1] for i in rulebook.indicators if i.adjusts == way}
        if len(names) > 1 and ceiling_of(rulebook, way) is not None:
            return True
    return False
