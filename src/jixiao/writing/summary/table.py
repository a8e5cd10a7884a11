"""All returns of a summary, as a table that is counted and read by falling total."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from jixiao.writing.summary.census import Census
from jixiao.writing.summary.model import ReturnRow


class ReturnTable(Protocol):
    """All returns of a summary; whole when all findings are in."""

    @property
    def census(self) -> Census:
        """What is counted over all of them, taken in by relative path."""
        ...

    def ranked(self) -> Iterator[ReturnRow]:
        """The returns that count, the highest total first, those without a total last."""
        ...


class ReturnList:
    """A table of returns that are in memory."""

    def __init__(self, rows: Iterable[ReturnRow]) -> None:
        self._rows = tuple(rows)
        self.census = Census()
        for one in self._rows:
            self.census.add(one)

    def ranked(self) -> Iterator[ReturnRow]:
        """The returns that count, the highest total first, those without a total last."""
        counted = [one for one in self._rows if one.counts]
        with_total = [one for one in counted if one.ranking_total is not None]
        yield from sorted(with_total, key=lambda one: one.ranking_total or 0, reverse=True)
        yield from (one for one in counted if one.ranking_total is None)
