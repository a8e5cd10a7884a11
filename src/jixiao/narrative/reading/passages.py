"""Collect passages while a document is read: paragraphs and rows, numbered, within a limit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from jixiao.narrative.model import Passage, ReportRefused

CHARACTERS: Final = 2_000_000  # a report of 20 pages has about 20,000
_LAYOUT: Final = 200  # characters from which a cell is a page's layout, not a table's


class PassageCollector:
    """Numbers passages as they come; refuses more text than any report has."""

    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self._numbers = self._tables = self._rows = self._characters = 0

    def paragraph(self, text: str, level: int = 0, origin: int | None = None) -> None:
        """Add a paragraph; one without words does not count."""
        bare = text.strip()
        if bare:
            self._count(bare)
            self._numbers += 1
            origins = () if origin is None else (origin,)
            self.passages.append(Passage(bare, self._numbers, level=level, origins=origins))

    def begin_table(self) -> None:
        """The rows that follow are those of a further table."""
        self._tables, self._rows = self._tables + 1, 0

    def row(self, cells: list[str], origins: Sequence[Sequence[int]] = ()) -> None:
        """Add a row; one that lays out a page, or has one cell, is paragraphs.

        ``origins`` has the paragraph that each line of each cell comes from.
        """
        bare = [cell.strip() for cell in cells]
        self._rows += 1
        if len(bare) == 1 or any(len(cell) > _LAYOUT and "\n" in cell for cell in bare):
            for place, cell in enumerate(cells):
                lines = origins[place] if origins else ()
                for number, line in enumerate(cell.split("\n")):
                    self.paragraph(line, origin=lines[number] if lines else None)
        elif any(bare):
            joined = " ".join(cell.replace("\n", "") for cell in bare)
            self._count(joined)
            first = tuple(map(_first_worded, cells, origins)) if origins else ()
            self.passages.append(
                Passage(
                    joined, table=self._tables, row=self._rows, cells=tuple(bare), origins=first
                )
            )

    def _count(self, text: str) -> None:
        self._characters += len(text)
        if self._characters > CHARACTERS:
            raise ReportRefused("long")


def _first_worded(cell: str, origins: Sequence[int]) -> int:
    """The paragraph of the first line of a cell that has words; -1 for an empty cell."""
    lines = zip(cell.split("\n"), origins, strict=False)
    return next((origin for line, origin in lines if line.strip()), -1)
