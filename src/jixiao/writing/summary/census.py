"""All returns of a folder, counted as they pass: once, for every output that speaks of them."""

from __future__ import annotations

import heapq
from fractions import Fraction
from typing import Final

from jixiao.writing.summary.counts import ReturnCounts
from jixiao.writing.summary.model import ReturnRow

CHARTED: Final = 20  # departments whose names and figures are legible on one page
UNCOUNTED_AT_MOST: Final = 3_000  # are listed below the ranking: they are kept in memory
_UNCOUNTED: Final = ("checked", "unreadable", "several-scoresheets")  # outcomes


class Census:
    """Counts of all returns, the largest differences, and those that are not ranked."""

    def __init__(self) -> None:
        self.counts = ReturnCounts()
        self.uncounted: list[ReturnRow] = []
        self._heap: list[tuple[Fraction, int, ReturnRow]] = []
        self._number = 0

    def add(self, one: ReturnRow) -> None:
        """Take a return in."""
        self.counts.add(one)
        if not one.counts:
            if one.brief.outcome in _UNCOUNTED and len(self.uncounted) < UNCOUNTED_AT_MOST:
                self.uncounted.append(one)
        elif one.brief.claimed != one.brief.computed and (gap := one.gap):
            self._number -= 1  # of equal ones the first comes first
            entry = (abs(gap), self._number, one)
            if len(self._heap) < CHARTED:
                heapq.heappush(self._heap, entry)
            else:
                heapq.heappushpop(self._heap, entry)

    @property
    def largest(self) -> tuple[ReturnRow, ...]:
        """The departments whose own total differs most from the recomputed one."""
        return tuple(one for _, _, one in sorted(self._heap, reverse=True))
