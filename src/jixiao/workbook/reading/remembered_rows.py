"""Rows of plain sheets that were read before in this process: equal but for the values of cells.

Returns of one template have most rows in common, and of the others all but some figures. Rows
whose every character outside ``<v>…</v>`` is that of rows proven well-formed, covered by the
pattern and made into cells, are no worse than those if their values are plain digits, numbers of
shared texts or texts without references: cells with equal values are the very same objects, the
others differ in their values alone. Any other row is new, and goes the whole way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from jixiao.workbook.model import Cell
from jixiao.workbook.reading.shared_strings import SharedStrings
from jixiao.workbook.reading.stored_values import SIMPLE_NUMBER
from jixiao.workbook.reading.styles import Format
from jixiao.workbook.unmade_cells import Place

Key = str | None  # what decides on a cell: its shared text, else its value as written

SHARED_TEXT: Final = "s"
NUMBER: Final = "n"
TEXT: Final = "str"  # only values of these three are remembered
_ROWS: Final = 2_000_000  # characters remembered of rows; those of a template have below 100,000
_TABLES: Final = 4_000_000
_VALUE: Final = re.compile(r"<v>([^<]+)</v>")
_CUT: Final = "\0"  # in no text that a parser accepts
_PLAIN_TEXT: Final = re.compile(r"[^&_\]\x00-\x1f\ufffe\uffff]{0,200}")
_is_number = SIMPLE_NUMBER.fullmatch
_new_cell = tuple.__new__


class RowsApart(NamedTuple):
    """Rows taken apart: all but the values of cells, and those."""

    skeleton: str
    values: list[str]


@dataclass(frozen=True, slots=True)
class KnownRows:
    """Rows as first read.

    ``kinds``, ``keys`` and ``places`` are of their values in order; ``characters`` are those of
    formulas and of texts that are not shared, ``shared`` the cells that wait for a shared formula.
    """

    first: int
    last: int
    hidden: Sequence[int]
    kinds: Sequence[str]
    keys: list[Key]
    places: Sequence[Place]
    cells: Mapping[Place, Cell]
    shared: Sequence[tuple[Place, str, str]]
    characters: int


class RowMemory:
    """Known rows by their skeleton; where they would be too many, all are forgotten."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._left = most
        self._rows: dict[tuple[RowContext, str], KnownRows] = {}

    def find(self, context: RowContext, written: RowsApart) -> KnownRows | None:
        """Give the rows that can differ from these in values only."""
        return self._rows.get((context, written.skeleton))

    def keep(self, context: RowContext, written: RowsApart, rows: KnownRows) -> None:
        """Remember rows."""
        size = len(written.skeleton)
        if size > self._most // 4:
            return
        if size > self._left:
            self._rows.clear()
            self._left = self._most
        self._left -= size
        self._rows[context, written.skeleton] = rows


known_rows: Final = RowMemory(_ROWS)
known_tables: Final = RowMemory(_TABLES)


@dataclass(frozen=True, slots=True, eq=False)
class RowContext:
    """All of a sheet that decides, together with what is written, on the cells of a row."""

    formats: tuple[Format, ...]
    hidden_columns: tuple[tuple[int, int], ...]
    is_hidden: bool


# One object for all equal contexts, so that rows are found without comparing them each time.
context_of: Final = lru_cache(maxsize=64)(RowContext)


def take_apart(rows: str) -> RowsApart:
    """Take rows apart.

    >>> take_apart('<c r="A1"><v>5</v></c>')
    RowsApart(skeleton='<c r="A1">\\x00</c>', values=['5'])
    """
    pieces = _VALUE.split(rows)
    return RowsApart(_CUT.join(pieces[::2]), pieces[1::2])


def keys_of(kinds: Iterable[str], values: Iterable[str], texts: SharedStrings) -> list[Key]:
    """Give what decides on each cell; None for the number of a text that is not, or is faulty."""
    text_of = texts.by_number.get
    return [
        text_of(value) if kind == SHARED_TEXT else value
        for kind, value in zip(kinds, values, strict=True)
    ]


def changed_cells(known: KnownRows, keys: Sequence[Key]) -> tuple[dict[Place, Cell], int] | None:
    """Give the cells of known rows that have another value, and how many characters more.

    None where the value of one is not plain.
    """
    changed: dict[Place, Cell] = {}
    characters = 0
    together = zip(known.places, known.kinds, keys, known.keys, strict=True)
    for place, kind, key, before in together:
        if key == before:
            continue
        if key is None or not _is_plain(kind, key):
            return None
        cell = known.cells[place]
        changed[place] = _new_cell(Cell, (*cell[:3], key, *cell[4:]))
        if kind == TEXT:
            characters += len(key) - len(cell.raw)
    return changed, characters


def _is_plain(kind: str, value: str) -> bool:
    if kind == NUMBER:
        return _is_number(value) is not None
    return kind == SHARED_TEXT or _PLAIN_TEXT.fullmatch(value) is not None


def join_rows(parts: Sequence[KnownRows]) -> KnownRows:
    """Join known rows to one piece of a table."""
    cells: dict[Place, Cell] = {}
    for part in parts:
        cells.update(part.cells)
    return KnownRows(
        parts[0].first,
        parts[-1].last,
        tuple(row for part in parts for row in part.hidden),
        tuple(kind for part in parts for kind in part.kinds),
        [key for part in parts for key in part.keys],
        tuple(place for part in parts for place in part.places),
        cells,
        tuple(shared for part in parts for shared in part.shared),
        sum(part.characters for part in parts),
    )
