"""A narrative report (自评报告) as read: its passages in order, each with its place."""

from __future__ import annotations

from dataclasses import dataclass

from jixiao.finding import Bilingual, Finding, text_of


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, list item or row of a table.

    ``number`` counts paragraphs from 1; a row of a table has ``table`` and ``row``, counted from 1,
    and its ``cells``. ``level`` is that of a heading as the document says, 0 where it says none.
    ``origins`` are the paragraphs of a Word document that it was read from, counted from 0 over all
    that there are in its main part: one for a paragraph, one a cell (-1 for an empty one) for a
    row; empty for other formats.
    """

    text: str
    number: int = 0
    table: int = 0
    row: int = 0
    cells: tuple[str, ...] = ()
    level: int = 0
    origins: tuple[int, ...] = ()

    @property
    def place(self) -> Bilingual:
        """第3段, 表2第4行."""
        if self.table:
            return text_of("narrative.place.row").fill(table=self.table, row=self.row)
        return text_of("narrative.place.paragraph").fill(number=self.number)


@dataclass(frozen=True, slots=True)
class NarrativeReport:
    """A report as read; ``path`` as the user gave it."""

    path: str
    sha256: str
    format: str  # docx | txt | html | pdf
    passages: tuple[Passage, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is no word in it."""
        return not self.passages


class ReportRefused(Exception):
    """Reading a report cannot go on; ``why`` names the reason in ``finding/texts/narrative.py``."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class UnreadReport:
    """A report that could not be read, with the finding that says why and what to do."""

    path: str
    finding: Finding
    sha256: str | None = None
