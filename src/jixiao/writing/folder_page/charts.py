"""The charts of the page as shapes of SVG: whole pixels, texts, a description for who sees none."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from jixiao.figures import format_points
from jixiao.finding import Lang, text_in
from jixiao.reporting import printable
from jixiao.writing.summary import IndicatorFigures, ReturnRow, shortened

_WIDTH: Final = 520
_LABELS: Final = 230  # of which for the names beside bars, at the largest size of folder.css
_FIGURES: Final = 62  # and for the figures after them
_LINE: Final = 26
_GRADES_HEIGHT: Final = 210
_LONGEST: Final = 13  # characters of a name


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle; ``tone`` is a class of the style sheet."""

    x: int
    y: int
    width: int
    height: int
    tone: str


@dataclass(frozen=True, slots=True)
class Caption:
    """A text in a chart; ``anchor`` is start, middle or end."""

    x: int
    y: int
    text: str
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class PageChart:
    """A chart; ``legend`` pairs tones with what they mean, ``description`` says it in words."""

    title: str
    description: str
    height: int
    bars: tuple[Bar, ...]
    captions: tuple[Caption, ...]
    legend: tuple[tuple[str, str], ...] = ()
    width: int = _WIDTH


def grade_chart(grades: Sequence[tuple[str, int, int, int]], lang: Lang) -> PageChart | None:
    """Draw how many departments have each grade: as claimed, recomputed, reviewed."""
    sets = 3 if any(one[3] for one in grades) else 2
    most = max((max(one[1:]) for one in grades), default=0)
    if not most:
        return None
    names = ("claimed", "computed", "reviewed-count")[:sets]
    legend = tuple(
        (f"s{at}", text_in(f"summary.column.{name}", lang)) for at, name in enumerate(names)
    )
    bars, captions = [], []
    room = _WIDTH // len(grades)
    wide = min(44, (room - 16) // sets)
    floor = _GRADES_HEIGHT - 30
    for at, (name, *counts) in enumerate(grades):
        left = at * room + (room - wide * sets) // 2
        captions.append(Caption(at * room + room // 2, floor + 22, printable(name), "middle"))
        for number, count in enumerate(counts[:sets]):
            height = round(Fraction(count * (floor - 24), most))
            x = left + number * wide
            bars.append(Bar(x + 2, floor - height, wide - 4, height, f"s{number}"))
            captions.append(Caption(x + wide // 2, floor - height - 6, str(count), "middle"))
    description = _joined(
        (f"{name} {'/'.join(map(str, counts[:sets]))}" for name, *counts in grades), lang
    )
    title = text_in("summary.overview.grades", lang)
    return PageChart(title, description, _GRADES_HEIGHT, tuple(bars), tuple(captions), legend)


def gap_chart(returns: Sequence[ReturnRow], lang: Lang) -> PageChart | None:
    """Draw by how much totals were claimed too high or too low, the largest first."""
    gaps = [(one.name, gap) for one in returns if (gap := one.gap)]
    if not gaps:
        return None
    title = text_in("folder.gaps", lang, count=len(gaps))
    legend = tuple((tone, text_in(f"folder.{name}", lang)) for tone, name in _GAPS)
    return _lying(title, gaps, lang, legend)


_GAPS: Final = (("error", "over"), ("notice", "under"))


def over_chart(worst: Sequence[IndicatorFigures], lang: Lang) -> PageChart | None:
    """Draw the indicators by which most points were over-claimed."""
    if not worst:
        return None
    title = text_in("summary.chart.over", lang)
    return _lying(title, [(one.name, one.over) for one in worst], lang)


def _lying(
    title: str,
    values: Sequence[tuple[str, Fraction]],
    lang: Lang,
    legend: tuple[tuple[str, str], ...] = (),
) -> PageChart:
    """Draw lying bars, one a line, with names before and figures after them."""
    most = max(abs(value) for _, value in values)
    room = _WIDTH - _LABELS - _FIGURES
    bars, captions, words = [], [], []
    for at, (name, value) in enumerate(values):
        width = max(1, math.floor(abs(value) / most * room))
        top = at * _LINE
        figure = format_points(abs(value))
        figure = figure if not legend else f"{'+' if value > 0 else '-'}{figure}"
        bars.append(Bar(_LABELS, top + 4, width, _LINE - 8, "error" if value > 0 else "notice"))
        label = printable(shortened(name, _LONGEST))
        captions.append(Caption(_LABELS - 8, top + 18, label, "end"))
        captions.append(Caption(_LABELS + width + 6, top + 18, figure))
        words.append(f"{printable(name)} {figure}")
    height = len(values) * _LINE + 4
    used = {bar.tone for bar in bars}
    shown = tuple(pair for pair in legend if pair[0] in used)
    return PageChart(title, _joined(words, lang), height, tuple(bars), tuple(captions), shown)


def _joined(words: Sequence[str] | Iterator[str], lang: Lang) -> str:
    return text_in("words.separator", lang).join(words)
