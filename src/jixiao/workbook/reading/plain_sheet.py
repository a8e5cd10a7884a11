"""A worksheet part written as nearly all programs write one, cut into cells by one pattern.

A parser without handlers proves the part well-formed, and the pattern's matches must cover each
row to the last character. Of a part written in any other way (another order, a comment,
a blank between two tags) ``plain_sheet`` gives None, and ``streamed_cells`` reads it. All patterns
take time in proportion to the part, whatever is in it: nothing is repeated that may be tried again
from a later place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple, NoReturn
from xml.parsers import expat

from jixiao.workbook.container import Package, feed, open_parser
from jixiao.workbook.reading.budget import Budget
from jixiao.workbook.reading.notices import Notices
from jixiao.workbook.reading.sheet_properties import SheetProperties
from jixiao.workbook.refusal import Refused

_VALUE: Final = r"[^\"<&\t\n\r]*"  # of an attribute: what any parser leaves as it is
ATTRIBUTES: Final = rf'(?: (?!xmlns)[A-Za-z0-9:]+="{_VALUE}")*+'
_EMPTY: Final = r'(?:<c r="[A-Z]+[0-9]+"[^<>/x]*/>)*+'  # no x: no xmlns
_CELL: Final = re.compile(
    r'<c r="([A-Z]+[0-9]+)"([^<>/]*)>'
    r"(?:<v>([^<]*)</v>|((?:<(?!/?c[ >])[^<>]*>[^<]*){0,6}+))"
    rf"</c>{_EMPTY}"
)
_ROW: Final = re.compile(rf'<row r="([1-9][0-9]{{0,6}})"({ATTRIBUTES}) ?(?:(/)>|>{_EMPTY})')
_HEAD: Final = b"<sheetData>"
_FOOT: Final = b"</sheetData>"
ROW_END: Final = "</row>"
_REMEMBERED_BYTES: Final = 64 * 1024
_WANTED: Final = (b"<mergeCell", b"<sheetProtection")  # behind the table
_TAKEN: Final = frozenset({"sheetData", "col", "mergeCell", "sheetProtection"})
_LATE_COLUMNS: Final = re.compile(rb"<col\s")
_PAIR: Final = re.compile(r' ([^=]+)="([^"]*)"')
_REFERENCE: Final = re.compile(r"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|(amp|lt|gt|quot|apos));")
_UTF8: Final = frozenset({"utf-8", "utf8"})
_NAMED: Final = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}

PIECES: Final = 5

OutsideElement = tuple[str, dict[str, str]]


class NotPlain(Exception):
    """A part that only the streaming reader may read."""


class PlainRow(NamedTuple):
    """A row of the table: its number, its other attributes as written, its cells in pieces.

    ``pieces`` begins with what is before the first cell; then come, for each cell that is no mere
    tag, ``PIECES`` texts: place, other attributes, value (None where there is more than a value),
    all that is in it (None where there is only a value), and what is behind it. Before and behind
    there must be nothing.
    """

    number: str
    attributes: str
    pieces: Sequence[str | None]


class Outside(NamedTuple):
    """What is before and behind the table; ``properties`` where there is nothing to remark on."""

    elements: Sequence[OutsideElement]
    properties: SheetProperties
    is_usual: bool


class PlainSheet(NamedTuple):
    """A part cut before and behind its rows, not proven yet."""

    head: bytes
    rows: str
    tail: bytes


def plain_sheet(package: Package, part: str) -> PlainSheet | None:
    """Cut a part around its rows; None where it cannot be of the plain form."""
    pieces = tuple(package.pieces(part))
    content = pieces[0] if len(pieces) == 1 else b""
    start, stop = content.find(_HEAD) + len(_HEAD), content.rfind(_FOOT)
    if not len(_HEAD) <= start <= stop:
        return None
    head, table, tail = content[:start], content[start:stop], content[stop:]
    if b"\r" in table or head.count(b"<sheetData") > 1 or b"<sheetData" in tail:
        return None
    if _LATE_COLUMNS.search(tail) is not None:
        return None
    try:
        return PlainSheet(head, table.decode(), tail)
    except UnicodeDecodeError:
        return None


def rows_of(written: str, *, is_last: bool) -> list[PlainRow] | None:
    """Cut what is before the end of a row into rows; None where a character belongs to none.

    All but the last are empty ones; behind the last end there are only such.
    """
    rows: list[PlainRow] = []
    place, is_open = 0, False
    while not is_open and (found := _ROW.match(written, place)):
        is_open, place = found[3] is None, found.end()
        pieces = _CELL.split(written[place:]) if is_open and place < len(written) else ()
        rows.append(PlainRow(found[1], found[2], pieces))
    if is_open is is_last or (not is_open and place < len(written)):
        return None  # an end without a beginning, or something behind the last row
    return rows


def outside_of(sheet: PlainSheet) -> Outside | None:
    """Prove head and tail of a part well-formed, and give what they say; None where they are not.

    Rows are proven apart (``are_sound``): each is whole in itself.
    """
    is_small = len(sheet.head) + len(sheet.tail) <= _REMEMBERED_BYTES
    return (_known_outside if is_small else _outside)(sheet.head, sheet.tail)


def are_sound(rows: str, sheet: PlainSheet) -> bool:
    """Prove rows well-formed as those of a part whose head and tail are."""
    parser, _, _ = open_parser((sheet.head + sheet.tail,), "", "worksheet")
    return is_sound(parser, (sheet.head, rows.encode(), sheet.tail), "")


def _outside(head: bytes, tail: bytes) -> Outside | None:
    elements: list[OutsideElement] = []

    def note(element: str, attributes: dict[str, str]) -> None:
        if element in _TAKEN:
            elements.append((element, attributes))

    parser, _, is_plain = open_parser((head + tail,), "", "worksheet")
    wanted = max(map(tail.rfind, _WANTED))
    cut = tail.find(b"<", wanted + 1) if wanted >= 0 else 0

    def pieces() -> Iterator[bytes]:
        parser.StartElementHandler = note
        yield head
        yield tail[:cut]
        parser.StartElementHandler = None
        yield tail[cut:]

    if not is_plain or not is_sound(parser, pieces(), ""):
        return None
    return _understood(elements) if ("sheetData", {}) in elements else None


def _understood(elements: Sequence[OutsideElement]) -> Outside:
    notes = Notices()
    properties = SheetProperties("", notes, Budget())
    try:
        for element, attributes in elements:
            properties.take(element, attributes)
    except Refused:
        return Outside(elements, properties, is_usual=False)
    return Outside(elements, properties, is_usual=not notes.findings())


# Returns of one template often agree in these to the byte; equal bytes have been proven before.
_known_outside = lru_cache(maxsize=32)(_outside)


def is_sound(parser: expat.XMLParserType, pieces: Iterable[bytes], part: str) -> bool:
    """Parse a part; False where it is ill-formed, no UTF-8, or could hide something in a comment.

    Without comments, instructions and unparsed sections every ``<`` begins a tag.
    """

    def refuse(*_: object) -> NoReturn:
        raise NotPlain

    def declared(_: str, encoding: str | None, __: int) -> None:
        if encoding is not None and encoding.casefold() not in _UTF8:
            raise NotPlain

    parser.CommentHandler = parser.ProcessingInstructionHandler = refuse
    parser.StartCdataSectionHandler = refuse
    parser.XmlDeclHandler = declared
    try:
        feed(parser, pieces, part)
    except (Refused, NotPlain):
        return False  # recognised by the streaming reader, in its own order
    return True


def resolved(text: str) -> str:
    """Resolve the references in a text that a parser found well-formed.

    >>> resolved("A1&lt;&gt;&quot;&#x4F18;&quot;")
    'A1<>"优"'
    """
    return _REFERENCE.sub(_character, text) if "&" in text else text


def _character(found: re.Match[str]) -> str:
    if found[3]:
        return _NAMED[found[3]]
    return chr(int(found[1], 16) if found[1] else int(found[2]))


def attributes_of(written: str) -> Mapping[str, str]:
    """Take the attributes of a plain element apart.

    >>> attributes_of(' ht="20.5" hidden="1"')
    {'ht': '20.5', 'hidden': '1'}
    """
    return dict(_PAIR.findall(written))
