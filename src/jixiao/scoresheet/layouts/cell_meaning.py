"""What locating may ask of the text in a cell; texts that answer the same leave all where it is.

``of`` answers what places the table and the basic figures, ``table`` what places repeating tables.
What is found anew in every workbook (blocks of money, the grade, department and year) is not asked.
Whoever lets locating ask something new of cells puts the question here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from jixiao.rulebook import Role
from jixiao.scoresheet.grid import stated_unit, unit_in
from jixiao.scoresheet.matching import Lexicon, lexicon_of
from jixiao.scoresheet.reading import (
    column_labels,
    column_named,
    heads_values,
    unit_alone,
    years_headed,
)
from jixiao.scoresheet.words import Index, label_forms, plain_label, remembered
from jixiao.workbook import Cell, CellKind

Meaning = tuple[object, ...]
NOTHING: Meaning = ()
_LONGEST = 60  # characters of a label in a table, or of one by which rulebooks are ranked
_LONGEST_INPUT = 80  # characters of the label of an input


class CellMeanings:
    """The answers by the words of a lexicon, of the indexes tried and of the one chosen."""

    def __init__(self, lexicon: Lexicon, indexes: Sequence[Index], index: Index | None) -> None:
        inputs = index.rulebook.inputs if index is not None else ()
        self._lexicon = lexicon
        self._indexes = indexes
        self._index = index
        self._groups = frozenset(plain_label(item.group) for item in inputs if item.group)
        tables = index.rulebook.tables if index is not None else ()
        self._tables = [column_labels(table) for table in tables]
        self._seen: dict[str, Meaning] = {}
        self._seen_tables: dict[str, Meaning] = {}

    def of(self, cell: Cell | None) -> Meaning:
        """What a cell says; nothing where it holds no text, or a text that no question is about."""
        if cell is None or cell.kind is not CellKind.TEXT:
            return NOTHING
        return remembered(self._seen, cell.raw, self._answers)

    def table(self, cell: Cell | None) -> Meaning:
        """The columns of repeating tables that a cell heads."""
        if cell is None or cell.kind is not CellKind.TEXT or not self._tables:
            return NOTHING
        return remembered(self._seen_tables, cell.raw, self._columns_named)

    def _columns_named(self, text: str) -> Meaning:
        return _any(column_named(text, wanted) for wanted in self._tables)

    def role(self, cell: Cell | None) -> Role | None:
        """What a column headed by the text of a cell holds."""
        is_text = cell is not None and cell.kind is CellKind.TEXT
        return self._lexicon.role(cell.raw) if cell is not None and is_text else None

    def _answers(self, text: str) -> Meaning:
        return _any((*self._in_a_table(text), *self._of_an_input(text), *_in_general(text)))

    def _in_a_table(self, text: str) -> Meaning:
        """What a text names in a table of indicators."""
        is_short = len(text) <= _LONGEST
        named = _any(index.named(text) for index in self._indexes)
        return (
            named,
            is_short and named,
            is_short and _any(index.names_section(text) for index in self._indexes),
            is_short and frozenset(label_forms(text)) & self._lexicon.listed,
        )

    def _of_an_input(self, text: str) -> Meaning:
        """What a text names among the basic figures of the rulebook, and their unit."""
        is_short = self._index is not None and len(text) <= _LONGEST_INPUT
        named = self._index.inputs_named(text) if self._index is not None and is_short else ()
        group = plain_label(text)
        return named, unit_in(text) if named else "", group in self._groups and group


@lru_cache(maxsize=64)
def meanings_of(
    known: tuple[Index, ...], tried: tuple[Index, ...], chosen: Index | None
) -> CellMeanings:
    """What texts mean to the rulebooks known, to those tried, and to the one chosen."""
    return CellMeanings(lexicon_of(known), tried, chosen)


def _any(answers: Iterable[object]) -> Meaning:
    """The answers in their order; nothing where each is nothing."""
    found = tuple(answers)
    return found if any(found) else NOTHING


@lru_cache(maxsize=4096)
def _in_general(text: str) -> Meaning:
    """What a text says whatever the rulebook: heads of figures, units."""
    return heads_values(text), years_headed(text), unit_alone(text), stated_unit(text)
