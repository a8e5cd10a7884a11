"""Large sheets of plain figures and texts: scanned, their cells made when somebody asks.

The bytes are proven well-formed and covered by one pattern to the last row, piece by piece; order,
numbers, texts and cell formats are checked, so that making the cells later can find nothing to
remark on. A sheet with anything else in it (a formula, a comment, a hidden row) is read at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import lt
from typing import Final

from jixiao.workbook import limits
from jixiao.workbook.addresses import column_number
from jixiao.workbook.container import Package, open_parser
from jixiao.workbook.model import HEADERS
from jixiao.workbook.reading.plain_cells import PlainCells, Uncovered
from jixiao.workbook.reading.plain_sheet import (
    ROW_END,
    NotPlain,
    Outside,
    PlainSheet,
    is_sound,
    outside_of,
    rows_of,
)
from jixiao.workbook.unmade_cells import FIRST

LEAST: Final = 4 * limits.MEBIBYTE  # bytes of a part; of a smaller one all cells are made
_HEAD: Final = b"<sheetData>"
_FOOT: Final = b"</sheetData>"
_END: Final = ROW_END.encode()
_TAIL: Final = _FOOT + b"</worksheet>"
_LONGEST: Final = 1 * limits.MEBIBYTE  # bytes of one row, or of all that is behind the last
_WIDEST: Final = 256  # columns; a wider sheet is read at once
_SHAPELESS: Final = b"0123456789.-"
_COLUMNS: Final = re.compile(rb'<c r="([A-Z]+)"')
_NUMBERS: Final = re.compile(rb'<row r="([0-9]+)"')
_SHAPES: Final = 1_000
_ROWS: Final = (
    rb'(?:<row r="([1-9][0-9]{0,6})"'
    rb'(?: (?:spans|s|customFormat|customHeight|x14ac:dyDescent)="[0-9.:]*"| ht="[1-9][0-9.]*")*+'
    rb'(?:/>|>(?:<c r="[A-Z]{1,3}\1"(?: s="(?:STYLE)")?+(?:(?: t="n")?+'
    rb"(?:/>|><v>-?[0-9]{1,150}(?:\.[0-9]{1,150})?+</v></c>)"
    rb'| t="s"(?:/>|><v>(?:TEXT)</v></c>)))*+</row>))*+'
)


@dataclass(frozen=True, slots=True)
class FigureSheet:
    """What a scan found: what is outside the rows, the cells of the first rows, how many in all."""

    outside: Outside
    first: PlainCells
    count: int


def scan_figures(
    package: Package, part: str, make: Callable[[Outside], PlainCells]
) -> FigureSheet | None:
    """Scan a large part; None where it is small, or must be read at once.

    ``make`` gives what makes the cells of the first rows.
    """
    member = package.find(part)
    if member is None or member.size <= LEAST:
        return None
    pieces = iter(package.pieces(part))
    begun = next(pieces, b"")
    stop = begun.find(_HEAD) + len(_HEAD)
    outside = outside_of(PlainSheet(begun[:stop], "", _TAIL)) if stop >= len(_HEAD) else None
    if outside is None or begun.count(b"<sheetData", 0, stop) > 1:
        return None
    first = make(outside)
    if not HEADERS.isdisjoint(first.texts.items):
        return None  # whether it is one of our own has to be seen in its cells
    scan = _Scan(first)
    parser, _, _ = open_parser((begun[:stop] + _TAIL,), part, "worksheet")
    try:
        is_covered = is_sound(parser, scan.follow(begun, stop, pieces), part)
        whole = outside_of(PlainSheet(begun[:stop], "", scan.tail))
    except Uncovered:
        return None
    if not is_covered or whole is None or not whole.is_usual:
        return None
    if b"<sheetData" in scan.tail:
        return None
    is_same = whole.properties.hidden_columns == outside.properties.hidden_columns
    return FigureSheet(whole, scan.first, scan.count) if is_same else None


def below(limit: int) -> str:
    """Write a pattern of the numbers below ``limit``, without zeros before them.

    >>> below(1), below(37), below(400)
    ('[0-0]', '[0-9]|[1-2][0-9]|3[0-6]', '[0-9]|[1-9][0-9]|[1-2][0-9][0-9]|3[0-8][0-9]|39[0-9]')
    """
    if limit < 1:
        return "(?!)"
    most = str(limit - 1)
    shorter = ["[0-9]", *("[1-9]" + "[0-9]" * more for more in range(1, len(most) - 1))]
    choices = shorter if len(most) > 1 else []
    for place, digit in enumerate(most):
        least = 1 if place == 0 and len(most) > 1 else 0
        highest = int(digit) - (place < len(most) - 1)
        if highest >= least:
            rest = "[0-9]" * (len(most) - place - 1)
            choices.append(f"{most[:place]}[{least}-{highest}]{rest}")
    return "|".join(choices)


class _Scan:
    """Covers rows while they are parsed; ``tail`` is what is behind them."""

    def __init__(self, first: PlainCells) -> None:
        style = below(len(first.formats)) if first.formats else "[0-9]{1,9}"
        written = _ROWS.replace(b"STYLE", style.encode())
        text = "(?!)" if first.texts.faults else below(len(first.texts.items))
        self._covers = re.compile(written.replace(b"TEXT", text.encode())).fullmatch
        self._shapes: set[bytes] = set()
        self._row = 0
        self._made = 0
        self.first = first
        self.count = 0
        self.tail = b""

    def follow(self, begun: bytes, start: int, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """Give all pieces on to the parser, and cover the rows that are in them."""
        yield begun
        rest = self._take(begun[start:])
        for piece in pieces:
            yield piece
            rest = self._take(rest + piece)

    def _take(self, rows: bytes) -> bytes:
        """Cover whole rows; give what is left."""
        if self.tail:
            self.tail += rows
            rows = b""
        foot = rows.find(_FOOT)
        stop = foot if foot >= 0 else rows.rfind(_END) + len(_END)
        if stop >= len(_END) or foot >= 0:
            self._cover(rows[:stop])
            self.tail, rows = (rows[foot:], b"") if foot >= 0 else (b"", rows[stop:])
        if max(len(rows), len(self.tail)) > _LONGEST:
            raise NotPlain
        return rows

    def _cover(self, rows: bytes) -> None:
        numbers = [self._row, *map(int, _NUMBERS.findall(rows))]
        shapes = set(rows.translate(None, _SHAPELESS).split(_END)) - self._shapes
        self._shapes |= shapes
        if (
            self._covers(rows) is None
            or not all(map(lt, numbers, numbers[1:]))
            or numbers[-1] > limits.ROWS
            or len(self._shapes) > _SHAPES
            or not all(map(_is_in_order, shapes))
        ):
            raise NotPlain
        self._row = numbers[-1]
        self.count += rows.count(b"<v>")
        if self._made < FIRST:
            self._make(rows.decode().split(ROW_END))

    def _make(self, rows: Sequence[str]) -> None:
        """Make the cells of the first rows."""
        for number, row in enumerate(rows, 1):
            cut = rows_of(row, is_last=number == len(rows)) if self._made < FIRST else ()
            before = len(self.first.cells)
            self.first.take(cut or ())
            self._made += len(self.first.cells) > before


def _is_in_order(shape: bytes) -> bool:
    columns = [0, *(column_number(name.decode()) for name in _COLUMNS.findall(shape))]
    return all(map(lt, columns, columns[1:])) and columns[-1] <= _WIDEST
