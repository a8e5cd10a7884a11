"""One form on its way to a rulebook: where its values are, what was asked so far."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath

from jixiao.drafting.form.masthead import FormHead, Stated, masthead_of
from jixiao.drafting.form.model import DraftedRow, KeyPath, Question
from jixiao.finding import Bilingual, text_of
from jixiao.rulebook import Provenance, Role
from jixiao.scoresheet import Outline
from jixiao.workbook import cell_address

_NOT_IN_ID = re.compile(r"[^a-z0-9]+")


class FormDraft:
    """One form on its way to a rulebook."""

    def __init__(self, outline: Outline, source: str, ident: str | None) -> None:
        self.outline, self.source = outline, source
        first = min((row.row for row in outline.rows), default=1)
        last = max((row.row for row in outline.rows), default=first)
        self.masthead: FormHead = masthead_of(outline, self._top(first), last)
        self.cells: dict[KeyPath, str] = {}
        self.remarks: dict[KeyPath, tuple[str, ...]] = {}
        self.questions: list[Question] = []
        self.rows: list[DraftedRow] = []
        self.ident = ident or id_of(source, self.masthead)

    def _top(self, first: int) -> int:
        """The first row of the table or of the block of funds."""
        funds = self.outline.funds
        return min(first, funds.header) if funds is not None else first

    def at(self, row: int, role: Role) -> str:
        """Where the value of a row is: ``评分表!E7``."""
        column = self.outline.columns.get(role, self.outline.columns[Role.NAME])
        anchor = self.outline.view.anchor(row, column)
        return f"{self.outline.view.name}!{cell_address(*anchor)}"

    def ask(self, topic: str, at: KeyPath, row: str = "", text: Bilingual | None = None) -> None:
        """Leave something to a person."""
        self.questions.append(Question(topic, at, row, text or text_of(f"drafting.ask.{topic}")))

    def forget(self, name: str) -> None:
        """Count a row that seemed to be read as judged."""
        self.rows = [replace(one, is_read=False) if one.name == name else one for one in self.rows]

    def say(self, key: KeyPath, stated: Stated | None) -> str | None:
        """Note the cell of a value of the masthead and give the value."""
        if stated is None:
            return None
        self.cells[key] = stated.cell
        return stated.value

    @property
    def document(self) -> str:
        """The document that the form is of; without its number the name of the file."""
        stated = self.masthead.document
        return stated.value if stated is not None else PurePath(self.source).stem

    def provenance(self, cell: str = "") -> Provenance:
        """Where a value comes from: the file and, where it is one, the cell."""
        said = f"{PurePath(self.source).name} {cell}".strip()
        return Provenance(status="unconfirmed", source=said)


def id_of(source: str, head: FormHead) -> str:
    """An id out of the name of the file, else of the year.

    >>> from jixiao.drafting.form.masthead import FormHead
    >>> nothing = FormHead(None, None, None, None, None, (), ())
    >>> id_of("评分表 Form-2.xlsx", nothing), id_of("自评表.xlsx", nothing)
    ('form-2', 'draft')
    """
    plain = _NOT_IN_ID.sub("-", PurePath(source).stem.lower()).strip("-")
    if plain and plain[0].isalpha():
        return plain
    return f"draft-{head.year.value}" if head.year is not None else "draft"
