"""Figures per indicator over many returns: mean, spread, full marks, points over-claimed.

Scores are counted, not summed, as they come: a few hundred different ones stand for any number of
returns, and every figure is exact until it is rounded to hundredths.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from jixiao.reporting import CheckRecord, exact_value

_CHARTED = 12
_TEXTS_AT_MOST = 20_000  # of scores kept in memory until they are counted


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


def rulebook_key(record: CheckRecord) -> str:
    """Say what the figures of a record are kept by: the form or the id of its rulebook."""
    used = record.rulebook
    return (used.form or used.id or "") if used is not None else ""


def score_texts(record: CheckRecord) -> list[str]:
    """Write what is counted of each indicator as a text: the same texts are counted together."""
    rulebook = rulebook_key(record)
    return [
        json.dumps(
            [
                rulebook, one.id, one.name, one.path, one.weight, one.claimed_score,
                one.computed_score, one.reviewed_score, one.verdict == "differs",
            ],
            ensure_ascii=False, separators=(",", ":"),
        )
        for one in record.indicators
    ]  # fmt: skip


class FiguresCounter:
    """Counts ``score_texts`` of many returns and the codes of findings about their indicators.

    ``figures`` is filled as it goes, and whole after ``close``.
    """

    def __init__(self, figures: dict[tuple[str, str], IndicatorFigures]) -> None:
        self._figures = figures
        self._scores: Counter[str] = Counter()
        self._codes: Counter[tuple[str, str, str]] = Counter()

    def add(self, scores: Iterable[str], codes: Iterable[tuple[str, str, str]]) -> None:
        """Count those of one return; ``codes`` are rulebook, indicator and code of each finding."""
        self._scores.update(scores)
        self._codes.update(codes)
        if len(self._scores) > _TEXTS_AT_MOST:
            self._settle()

    def close(self) -> None:
        """Bring the figures up to date."""
        self._settle()
        for (rulebook, indicator, code), count in self._codes.items():
            if (one := self._figures.get((rulebook, indicator))) is not None:
                one.codes[code] += count
        self._codes.clear()

    def _settle(self) -> None:
        for text, count in self._scores.items():
            rulebook, id_, name, path, weight, *scores = json.loads(text)
            one = self._figures.get((rulebook, id_))
            if one is None:
                exact = None if weight is None else exact_value(weight)
                one = IndicatorFigures(name, tuple(path), exact, rulebook)
                self._figures[rulebook, id_] = one
            _count(one, scores, count)
        self._scores.clear()


def _count(one: IndicatorFigures, scores: Sequence[Any], count: int) -> None:
    claimed, computed, reviewed, differs = scores
    if claimed is not None:
        one.claimed[claimed] += count
    if computed is not None:
        one.computed[computed] += count
    if reviewed is not None:
        one.reviewed[reviewed] += count
    if differs and claimed is not None and computed is not None:
        one.differing_scores[claimed, computed] += count


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
