"""A sentence with its names, figures and years as single marks, so that patterns can be short.

``NAME``, ``FIGURE`` and ``YEAR`` are the character classes of the marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from jixiao.narrative.claims.figures import WrittenFigure, find_figures, find_years
from jixiao.narrative.claims.names import FoundName, NameIndex
from jixiao.narrative.claims.plain import without_workings

NAME: Final = "[\ue000-\uebff]"
YEAR: Final = "[\uec00-\uefff]"
FIGURE: Final = "[\uf000-\uf8ff]"
_N, _Y, _F = 0xE000, 0xEC00, 0xF000
_MOST: Final = 0x0BFF
_CLAUSE: Final = re.compile(r"[，；。]")
_CITED: Final = 60


@dataclass(frozen=True, slots=True)
class MaskedSentence:
    """A sentence; ``marks`` is its text with one character for each name, figure and year."""

    text: str
    marks: str
    names: tuple[FoundName, ...]
    figures: tuple[WrittenFigure, ...]
    years: tuple[int, ...]
    starts: tuple[int, ...]  # of each mark in the text

    def name(self, mark: str) -> FoundName:
        """The name behind a mark."""
        return self.names[ord(mark) - _N]

    def figure(self, mark: str) -> WrittenFigure:
        """The figure behind a mark."""
        return self.figures[ord(mark) - _F]

    def year(self, mark: str) -> int:
        """The year behind a mark."""
        return self.years[ord(mark) - _Y]

    def figures_in(self, start: int, end: int) -> list[WrittenFigure]:
        """The figures among the marks from ``start`` to ``end``."""
        return [self.figure(mark) for mark in self.marks[start:end] if _F <= ord(mark) <= 0xF8FF]

    def quote(self, start: int, end: int) -> str:
        """The clauses that the marks from ``start`` to ``end`` are in, as text."""
        first = max((m.end() for m in _CLAUSE.finditer(self.marks, 0, start)), default=0)
        closing = _CLAUSE.search(self.marks, max(end - 1, 0))
        last = closing.start() if closing else len(self.marks)
        after = self.starts[last] if last < len(self.starts) else len(self.text)
        said = self.text[self.starts[first] if first < len(self.starts) else 0 : after]
        return said if len(said) <= _CITED else said[: _CITED - 1] + "…"


def mask(sentence: str, names: NameIndex | None) -> MaskedSentence:
    """Mark what is known in a plain sentence; without names, the figures of its workings too."""
    text = without_workings(sentence) if names is not None else sentence
    found = tuple(names.find(text))[:_MOST] if names is not None else ()
    taken = [(name.start, name.end) for name in found]
    figures = tuple(f for f in find_figures(text) if not _overlaps(taken, f.start, f.end))[:0x8FF]
    years = [y for y in find_years(text) if not _overlaps(taken, y[0], y[1])][:0x3FF]
    tokens = [(n.start, n.end, chr(_N + i)) for i, n in enumerate(found)]
    tokens += [(f.start, f.end, chr(_F + i)) for i, f in enumerate(figures)]
    tokens += [(start, end, chr(_Y + i)) for i, (start, end, _) in enumerate(years)]
    pieces = list(_pieces(text, sorted(tokens)))
    return MaskedSentence(
        text,
        "".join(mark for _, mark in pieces),
        found,
        figures,
        tuple(year for _, _, year in years),
        tuple(start for start, _ in pieces),
    )


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(start < right and end > left for left, right in taken)


def _pieces(text: str, tokens: list[tuple[int, int, str]]) -> Iterator[tuple[int, str]]:
    at = 0
    for start, end, mark in tokens:
        if start < at:
            continue
        for place in range(at, start):
            yield place, text[place]
        yield start, mark
        at = end
    for place in range(at, len(text)):
        yield place, text[place]
