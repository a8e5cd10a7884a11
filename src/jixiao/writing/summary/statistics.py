"""Figures per indicator over many returns: mean, spread, full marks, points over-claimed.

Scores are counted, not summed, as they come: a few hundred different ones stand for any number of
returns, and every figure is exact until it is rounded to hundredths.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from jixiao.reporting import CheckRecord, IndicatorRecord, exact_value

_CHARTED = 12


@dataclass(slots=True)
class IndicatorFigures:
    """What is counted of one indicator; scores in points.

    ``claimed``, ``computed`` and ``reviewed`` count returns by score, ``differing_scores`` by both
    scores where the verdict is ``differs``, ``codes`` findings by code.
    """

    name: str
    path: tuple[str, ...]
    weight: Fraction | None
    rulebook: str
    claimed: Counter[str] = field(default_factory=Counter)
    computed: Counter[str] = field(default_factory=Counter)
    differing_scores: Counter[tuple[str, str]] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    reviewed: Counter[str] = field(default_factory=Counter)

    @property
    def count(self) -> int:
        """Number of self-scores."""
        return self.claimed.total()

    @property
    def mean(self) -> Fraction | None:
        """Mean self-score, to hundredths."""
        return _mean(self.claimed)

    @property
    def computed_mean(self) -> Fraction | None:
        """Mean recomputed score, to hundredths."""
        return _mean(self.computed)

    @property
    def reviewed_mean(self) -> Fraction | None:
        """Mean reviewed score, to hundredths."""
        return _mean(self.reviewed)

    @property
    def deviation(self) -> Fraction | None:
        """Standard deviation of the self-scores (of the population), to hundredths."""
        if not self.claimed:
            return None
        squares = sum(exact_value(score) ** 2 * count for score, count in self.claimed.items())
        mean = _total(self.claimed.items()) / self.count
        return root_to_hundredths(squares / Fraction(self.count) - mean**2)

    @property
    def share_full(self) -> Fraction | None:
        """Share of self-scores that are the whole weight, 0 to 1."""
        if not self.claimed:
            return None
        full = sum(n for score, n in self.claimed.items() if exact_value(score) == self.weight)
        return Fraction(full, self.count)

    @property
    def differing(self) -> int:
        """Number of returns whose self-score differs."""
        return self.differing_scores.total()

    @property
    def over(self) -> Fraction:
        """Points claimed above the recomputed scores, where the verdict is ``differs``."""
        return sum((gap * n for gap, n in self._gaps() if gap > 0), Fraction(0))

    @property
    def under(self) -> Fraction:
        """Points claimed below the recomputed scores, where the verdict is ``differs``."""
        return -sum((gap * n for gap, n in self._gaps() if gap < 0), Fraction(0))

    def _gaps(self) -> Iterable[tuple[Fraction, int]]:
        for (claimed, computed), count in self.differing_scores.items():
            yield exact_value(claimed) - exact_value(computed), count


def worst_figures(figures: Iterable[IndicatorFigures]) -> list[IndicatorFigures]:
    """Give the indicators by which most points were over-claimed, the worst first, to chart."""
    over = [one for one in figures if one.over > 0]
    return sorted(over, key=lambda one: -one.over)[:_CHARTED]


def gather_statistics(
    figures: dict[tuple[str, str], IndicatorFigures], record: CheckRecord
) -> None:
    """Add one record to the figures, which are kept by rulebook and indicator id."""
    used = record.rulebook
    rulebook = (used.form or used.id or "") if used is not None else ""
    for found in record.indicators:
        key = (rulebook, found.id)
        one = figures.get(key)
        if one is None:
            weight = None if found.weight is None else exact_value(found.weight)
            one = figures[key] = IndicatorFigures(found.name, found.path, weight, rulebook)
        _add(one, found)
    for problem in record.findings:
        key = (rulebook, problem.indicator or "")
        if key in figures:
            figures[key].codes[problem.code] += 1


def figures_to_text(figures: Mapping[tuple[str, str], IndicatorFigures]) -> str:
    """Write figures as one text, so that those of several folders can be put together."""
    return json.dumps(
        [
            [
                *key,
                one.name,
                one.path,
                None if one.weight is None else str(one.weight),
                one.claimed,
                one.computed,
                [[*scores, count] for scores, count in one.differing_scores.items()],
                one.codes,
                one.reviewed,
            ]
            for key, one in figures.items()
        ],
        ensure_ascii=False,
    )


def add_figures(figures: dict[tuple[str, str], IndicatorFigures], text: str) -> None:
    """Add the figures that ``figures_to_text`` wrote to others."""
    for (
        rulebook, id_, name, path, weight, claimed, computed, differing, codes, reviewed,
    ) in json.loads(text):  # fmt: skip
        one = figures.setdefault(
            (rulebook, id_),
            IndicatorFigures(
                name, tuple(path), None if weight is None else Fraction(weight), rulebook
            ),
        )
        one.claimed.update(claimed)
        one.computed.update(computed)
        one.differing_scores.update({(a, b): count for a, b, count in differing})
        one.codes.update(codes)
        one.reviewed.update(reviewed)


def _add(one: IndicatorFigures, found: IndicatorRecord) -> None:
    claimed, computed = found.claimed_score, found.computed_score
    if claimed is not None:
        one.claimed[claimed] += 1
    if computed is not None:
        one.computed[computed] += 1
    if found.reviewed_score is not None:
        one.reviewed[found.reviewed_score] += 1
    if found.verdict == "differs" and claimed is not None and computed is not None:
        one.differing_scores[claimed, computed] += 1


def _mean(counts: Counter[str]) -> Fraction | None:
    return round(_total(counts.items()) / counts.total(), 2) if counts else None


def _total(counts: Iterable[tuple[str, int]]) -> Fraction:
    return sum((exact_value(score) * count for score, count in counts), Fraction(0))


def root_to_hundredths(square: Fraction) -> Fraction:
    """Give the square root to hundredths, exactly rounded; halves to the even one.

    >>> str(root_to_hundredths(Fraction(2))), str(root_to_hundredths(Fraction("0.000025")))
    ('141/100', '0')
    """
    scaled = square * 10_000
    root = math.isqrt(math.floor(scaled))
    half = (root + Fraction(1, 2)) ** 2
    is_up = scaled > half or (scaled == half and root % 2 == 1)
    return Fraction(root + is_up, 100)
