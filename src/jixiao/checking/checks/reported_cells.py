"""Findings by cell: who has already spoken of a cell, so that nothing is said twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jixiao.finding import Finding, Severity
from jixiao.scoresheet import Reading


class ReportedCells:
    """Findings of one return by ``sheet!cell``, the first of a cell kept."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        self._first: dict[str, Finding] = {}
        self.add(findings)

    def add(self, findings: Iterable[Finding]) -> None:
        """Take further findings in."""
        for found in findings:
            if found.sheet and found.cell:
                self._first.setdefault(found.place, found)

    def has(self, place: str, letter: str) -> bool:
        """Whether a code of that letter, and no mere notice, already speaks of a cell."""
        found = self._first.get(place)
        is_serious = found is not None and found.severity is not Severity.NOTICE
        return found is not None and is_serious and found.code.startswith(letter)

    def at(self, readings: Iterable[Reading | None]) -> Finding | None:
        """The first finding about any of these cells, None where there is none."""
        return next(self._known(readings), None)

    def _known(self, readings: Iterable[Reading | None]) -> Iterator[Finding]:
        for reading in readings:
            if reading is not None and reading.place in self._first:
                yield self._first[reading.place]
