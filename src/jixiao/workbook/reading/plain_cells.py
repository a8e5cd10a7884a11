"""The cells of a plain sheet, as the streaming reader would give them.

Whatever that reader would remark on or refuse (a number that is none, a text without an entry, a
cell out of order, too many cells) is not decided here: ``Uncovered`` hands the sheet over to it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NoReturn

from jixiao.workbook import limits
from jixiao.workbook.addresses import read_place
from jixiao.workbook.model import Cell, CellKind, FormulaKind
from jixiao.workbook.reading.plain_sheet import (
    ATTRIBUTES,
    PIECES,
    PlainRow,
    attributes_of,
    resolved,
)
from jixiao.workbook.reading.remembered_rows import (
    NUMBER,
    SHARED_TEXT,
    TEXT,
    KnownRows,
    keys_of,
)
from jixiao.workbook.reading.shared_strings import SharedStrings
from jixiao.workbook.reading.sheet_properties import is_zero
from jixiao.workbook.reading.stored_values import SIMPLE_NUMBER, understand_stored
from jixiao.workbook.reading.styles import Format
from jixiao.workbook.reading.workbook_part import is_true
from jixiao.workbook.unmade_cells import Place

FORMULA_KINDS: Final = {
    "normal": FormulaKind.NORMAL,
    "shared": FormulaKind.SHARED,
    "array": FormulaKind.ARRAY,
    "dataTable": FormulaKind.TABLE,
}
_BLANK: Final = CellKind.BLANK
_NUMBER: Final = CellKind.NUMBER
_TEXT: Final = CellKind.TEXT
_SHARED_FORMULA: Final = FormulaKind.SHARED
_NORMAL: Final = FormulaKind.NORMAL
_HEAD: Final = re.compile(
    r'(?: s="([0-9]{1,9})")?(?: t="([A-Za-z]{1,9})")?(?: (?:cm|vm|ph)="[0-9]{1,9}")* ?'
)
_CONTENT: Final = re.compile(
    rf"(?:<f({ATTRIBUTES})(?: ?/>|>([^<]*)</f>))?"
    r"(?:<v>([^<]*)</v>|(<v ?/>)|<is><t(?: xml:space=\"preserve\")?>([^<]*)</t></is>)?"
)

_KINDS: Final = {SHARED_TEXT: _TEXT, NUMBER: _NUMBER, TEXT: _TEXT}
_PLACES: Final = 65_536  # remembered: more than all scoresheets have between them
_new_cell = tuple.__new__
_is_number = SIMPLE_NUMBER.fullmatch

Head = tuple[str, int, str, bool]  # type as written, style, number format, lock
_places: Final[dict[str, Place]] = {}


class Uncovered(Exception):
    """A sheet that only the streaming reader can speak of."""


@dataclass(slots=True)
class PlainCells:
    """Makes the cells of one sheet; ``shared`` are those that wait for a shared formula."""

    texts: SharedStrings
    formats: tuple[Format, ...]
    is_hidden: bool
    is_column_hidden: bytearray
    cells: dict[Place, Cell] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    shared: list[tuple[Place, str, str]] = field(default_factory=list)
    characters: int = 0  # of formulas and of texts inside cells
    row: int = 0  # the last one
    taken: Sequence[PlainRow] = ()  # last
    heads: dict[str, Head] = field(default_factory=dict)

    def take(self, rows: Sequence[PlainRow]) -> None:
        """Make the cells of some rows; ``Uncovered`` where there is anything to remark on."""
        self.taken = rows
        for row in rows:
            number = int(row.number)
            if not self.row < number <= limits.ROWS:
                raise Uncovered
            self.row = number
            is_hidden = self.is_hidden
            if row.attributes and is_row_hidden(row.attributes):
                self.hidden_rows.add(number)
                is_hidden = True
            if row.pieces:
                self._take_row(row, number, is_hidden=is_hidden)

    def add(self, known: KnownRows, changed: Mapping[Place, Cell], characters: int) -> None:
        """Take known rows with some cells changed, and so many characters more."""
        if known.first <= self.row:
            raise Uncovered
        self.row = known.last
        self.characters += known.characters + characters
        if self.cells:
            self.cells.update(known.cells)
        else:
            self.cells = dict(known.cells)
        self.cells.update(changed)
        self.hidden_rows.update(known.hidden)
        self.shared.extend(known.shared)

    def below(self) -> PlainCells:
        """Give what makes the cells of the next row alone."""
        return PlainCells(
            self.texts,
            self.formats,
            self.is_hidden,
            self.is_column_hidden,
            row=self.row,
            heads=self.heads,
        )

    def merge(self, other: PlainCells) -> None:
        """Take the cells of rows further down."""
        self.row = other.row
        self.characters += other.characters
        self.cells.update(other.cells)
        self.hidden_rows.update(other.hidden_rows)
        self.shared.extend(other.shared)

    def known(self, values: Sequence[str]) -> KnownRows | None:
        """Give all that was taken as known rows; None where a value is not plain."""
        kinds: list[str] = []
        places: list[Place] = []
        for row in self.taken:
            pieces = iter(row.pieces)
            next(pieces, None)
            for written, attributes, value, content, _ in zip(*[pieces] * PIECES, strict=True):
                found = _CONTENT.fullmatch(content) if content else None
                if not value and not (found and found[3]):
                    continue  # what has no value cannot have another
                kind, place = self.heads[attributes or ""][0], _place_at(written or "")
                cell = self.cells.get(place)
                if cell is None or cell.kind is not _KINDS.get(kind):
                    return None
                kinds.append(kind)
                places.append(place)
        if len(kinds) != len(values) or not self.taken:
            return None
        keys = keys_of(kinds, values, self.texts)
        if None in keys:
            return None
        return KnownRows(
            int(self.taken[0].number), self.row, tuple(self.hidden_rows), kinds, keys, places,
            self.cells, self.shared, self.characters,
        )  # fmt: skip

    def _take_row(self, row: PlainRow, number: int, *, is_hidden: bool) -> None:
        cells, heads = self.cells, self.heads
        is_column_hidden, texts = self.is_column_hidden, self.texts.by_number
        column = 0
        pieces = iter(row.pieces)
        if next(pieces):
            raise Uncovered
        for written, attributes, value, content, rest in zip(*[pieces] * PIECES, strict=True):
            place = _places.get(written) or _place_of(written)  # as _place_at, quicker
            before, column = column, place[1]
            if rest or place[0] != number or column <= before:
                raise Uncovered
            kind, style, number_format, locked = heads.get(attributes) or self._head(attributes)
            formula = sort = None
            has_cached = True
            if content is not None:
                if not content:
                    column = before  # as a mere tag, not among the pieces: it takes no place
                    continue
                stored, formula, sort, has_cached = self._unusual(place, kind, content)
            elif kind == "s" and (raw := texts.get(value)) is not None:
                stored = _TEXT, raw
            elif kind == "n" and _is_number(value):
                stored = _NUMBER, value
            else:
                stored = self._stored(kind, resolved(value))
            if stored[0] is _BLANK and formula is None:
                continue
            hidden = is_hidden or is_column_hidden[column] == 1
            cells[place] = _new_cell(
                Cell,
                (number, column, *stored, formula, sort, has_cached, number_format, style, locked,
                 hidden, None),
            )  # fmt: skip

    def _unusual(
        self, place: Place, kind: str, content: str
    ) -> tuple[tuple[CellKind, str], str | None, FormulaKind | None, bool]:
        """Make what a cell with a formula or a text inside holds."""
        found = _CONTENT.fullmatch(content)
        if found is None:
            raise Uncovered
        attributes, formula, value, empty, inside = found.groups()
        if empty is not None:
            value = ""
        elif inside is not None:
            if kind != "inlineStr":
                raise Uncovered
            value = inside
        stored, has_cached = (_BLANK, ""), False
        if value is not None and (value or attributes is None or kind == "str"):
            stored, has_cached = self._stored(kind, resolved(value)), True
        if attributes is None:
            return stored, None, None, has_cached
        return stored, *self._formula(place, attributes, resolved(formula or "")), has_cached

    def _stored(self, kind: str, value: str) -> tuple[CellKind, str]:
        stored = understand_stored(kind, value, self.texts, _complain)
        if stored[0] is _TEXT and kind != "s":
            self.characters += len(stored[1])
        return stored

    def _formula(self, place: Place, written: str, text: str) -> tuple[str, FormulaKind]:
        self.characters += len(text)
        if not written:
            return text, _NORMAL
        attributes = attributes_of(written)
        sort = FORMULA_KINDS.get(attributes.get("t", "normal"), _NORMAL)
        if sort is _SHARED_FORMULA:
            self.shared.append((place, attributes.get("si", ""), text))
        return text, sort

    def _head(self, written: str) -> Head:
        """Understand the attributes of a cell but for its place."""
        found = _HEAD.fullmatch(written)
        if found is None:
            raise Uncovered
        index = int(found[1] or 0)
        if index >= len(self.formats) and index and self.formats:
            raise Uncovered
        known = self.formats[index] if index < len(self.formats) else Format()
        made = self.heads[written] = (found[2] or "n", index, *known)
        return made


def _place_at(written: str) -> Place:
    return _places.get(written) or _place_of(written)


def _place_of(written: str) -> Place:
    """Give row and column of a cell, and remember them."""
    place = read_place(written)
    if place is None:
        raise Uncovered
    if len(_places) >= _PLACES:
        _places.clear()
    _places[written] = place
    return place


def _complain(code: str, **_: str) -> NoReturn:
    raise Uncovered(code)


@lru_cache(maxsize=1024)
def is_row_hidden(written: str) -> bool:
    """Whether the attributes of a row hide it, by saying so or by a height of nothing.

    >>> is_row_hidden(' ht="20.25"'), is_row_hidden(' ht="0"'), is_row_hidden(' hidden="1"')
    (False, True, True)
    """
    attributes = attributes_of(written)
    return is_true(attributes.get("hidden")) or is_zero(attributes.get("ht"))
