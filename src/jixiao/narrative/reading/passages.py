"""Collect passages while a document is read: paragraphs and rows, numbered, within a limit."""

from __future__ import annotations

from typing import Final

from jixiao.narrative.model import Passage, ReportRefused

CHARACTERS: Final = 2_000_000  # a report of 20 pages has about 20,000
_LAYOUT: Final = 200  # characters from which a cell is a page's layout, not a table's


class PassageCollector:
    """Numbers passages as they come; refuses more text than any report has."""

    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self._numbers = self._tables = self._rows = self._characters = 0

    def paragraph(self, text: str, level: int = 0) -> None:
        """Add a paragraph; one without words does not count."""
        bare = text.strip()
        if bare:
            self._count(bare)
            self._numbers += 1
            self.passages.append(Passage(bare, self._numbers, level=level))

    def begin_table(self) -> None:
        """The rows that follow are those of a further table."""
        self._tables, self._rows = self._tables + 1, 0

    def row(self, cells: list[str]) -> None:
        """Add a row; one that lays out a page, or has one cell, is paragraphs."""
        bare = [cell.strip() for cell in cells]
        self._rows += 1
        if len(bare) == 1 or any(len(cell) > _LAYOUT and "\n" in cell for cell in bare):
            for cell in bare:
                for line in cell.split("\n"):
                    self.paragraph(line)
        elif any(bare):
            joined = " ".join(cell.replace("\n", "") for cell in bare)
            self._count(joined)
            self.passages.append(
                Passage(joined, table=self._tables, row=self._rows, cells=tuple(bare))
            )

    def _count(self, text: str) -> None:
        self._characters += len(text)
        if self._characters > CHARACTERS:
            raise ReportRefused("long")
