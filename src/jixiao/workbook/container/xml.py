"""XML of package parts: namespaces and an expat parser that refuses document types and depth."""

from __future__ import annotations

import codecs
import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final
from xml.parsers import expat

from jixiao.workbook import limits
from jixiao.workbook.refusal import refuse_file

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT_MAIN: Final = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONS: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"

_WINDOW: Final = 256 * 1024  # a smaller piece cannot nest deep enough to matter
_UTF16: Final = {
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
    b"<\x00": "utf-16-le",
    b"\x00<": "utf-16-be",
}
_DECLARED: Final = re.compile(r"\A\s*<\?xml[^>]*\?>")


_READ: Final = [
    "workbook",
    "sheet",
    "definedName",
    "workbookPr",
    "workbookProtection",
    "cellXfs",
    "xf",
    "protection",
    "numFmts",
    "numFmt",
    "sst",
    "si",
    "t",
    "rPh",
    "worksheet",
    "sheetData",
    "row",
    "c",
    "v",
    "f",
    "is",
    "cols",
    "col",
    "mergeCell",
    "sheetProtection",
    "comments",
    "author",
    "comment",
    "text",
]
# The parser looks every name up here before giving it out, so that both namespaces of
# spreadsheets arrive under one short name, at no cost.
_SHORT: Final = {
    f"{space} {name}": f"main:{name}" for space in (MAIN, STRICT_MAIN) for name in _READ
}
_BARE: Final = {f"{space} {name}": name for space in (MAIN, STRICT_MAIN) for name in _READ}
_PLAIN_ROOT: Final = (
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>)?\s*<%s(?:\s[^>]*?)?\sxmlns=[\"']http://"
    rb"(?:schemas\.openxmlformats\.org/spreadsheetml/2006|purl\.oclc\.org/ooxml/spreadsheetml)"
    rb"/main[\"']"
)


def new_parser(
    part: str,
    *,
    intern: bool = False,
    encoding: str | None = None,
    names: dict[str, str] | None = None,
) -> expat.XMLParserType:
    """Make a parser whose names are ``namespace name``; a document type is refused (F116).

    With ``intern`` the names of spreadsheet elements that are read come as ``main:name``;
    ``encoding`` overrules what the part declares; ``names`` gives further short names.
    """
    known = dict(_SHORT) if intern else {}
    parser = expat.ParserCreate(encoding, " ", known if names is None else known | names)
    _prepare(parser, part)
    return parser


def _prepare(parser: expat.XMLParserType, part: str) -> None:
    def refuse_doctype(*_: object) -> None:
        raise refuse_file("F116", found=part)

    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse_doctype


def open_parser(
    pieces: Iterable[bytes], part: str, root: str
) -> tuple[expat.XMLParserType, Iterable[bytes], bool]:
    """Make the quickest parser that shows the elements of a spreadsheet part by bare names.

    Gives the parser, all pieces again, and whether the root is already known to be the right one;
    if not, its name comes as ``main:root``. A part that names the spreadsheet namespace once, as
    the default one of its root, needs no look-up of namespaces, which takes a third of the time.
    """
    rest = iter(pieces)
    first = next(rest, b"")
    second = next(rest, b"")
    again = itertools.chain((first, second), rest)
    is_plain = (
        not second
        and re.match(_PLAIN_ROOT % root.encode(), first) is not None
        and first.count(b"xmlns") - first.count(b"xmlns:") == 1
        and first.count(MAIN.encode()) + first.count(STRICT_MAIN.encode()) == 1
    )
    names = {} if is_plain else dict(_BARE) | {f"{MAIN} {root}": f"main:{root}"}
    if not is_plain:
        names[f"{STRICT_MAIN} {root}"] = f"main:{root}"
    parser = expat.ParserCreate(None, None if is_plain else " ", names)
    _prepare(parser, part)
    return parser, again, is_plain


def feed(parser: expat.XMLParserType, pieces: Iterable[bytes], part: str) -> None:
    """Parse all pieces; refuses what is ill-formed (F118), of unknown encoding (F119) or too deep.

    A tag of over a megabyte counts as too deep (F123) as well: both make a small part take much
    memory.
    """
    depth = fed = 0
    final = False
    try:
        for piece in _windows(_as_utf8(pieces)):
            if len(piece) == _WINDOW:
                depth += piece.count(b"<") - 2 * piece.count(b"</") - piece.count(b"/>")
                if depth > limits.NESTING:
                    raise refuse_file("F123", found=part, limit=str(limits.NESTING))
            parser.Parse(piece, final)
            fed += len(piece)
            if fed - max(parser.CurrentByteIndex, 0) > limits.TAG_BYTES:
                raise refuse_file("F123", found=part, limit=str(limits.NESTING))
        final = True
        parser.Parse(b"", final)
    except expat.ExpatError as error:
        raise refuse_file("F118", found=part, line=str(error.lineno)) from None
    except (LookupError, ValueError):  # a declared encoding that is unknown or multi-byte
        raise refuse_file("F119", found=part) from None
    finally:  # whoever gave the callbacks holds the parser: without them both go at once
        parser.StartElementHandler = parser.EndElementHandler = None
        parser.CharacterDataHandler = None


def _windows(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Cut large pieces, so that nesting is seen before it is parsed."""
    for piece in pieces:
        if len(piece) <= _WINDOW:
            yield piece
        else:
            for start in range(0, len(piece), _WINDOW):
                yield piece[start : start + _WINDOW]


def _as_utf8(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Turn UTF-16 into UTF-8 and leave everything else alone."""
    turn: codecs.IncrementalDecoder | None = None
    for number, piece in enumerate(pieces):
        if number == 0:
            encoding = _UTF16.get(piece[:2])
            turn = codecs.getincrementaldecoder(encoding)() if encoding else None
        if turn is None:
            yield piece
        else:
            text = turn.decode(piece)
            yield (text if number else _DECLARED.sub("", text, count=1)).encode()


def has_doctype(head: bytes, piece: bytes) -> bool:
    """Say whether a document type is declared in a piece; ``head`` shows UTF-16.

    >>> has_doctype(b"<!DO", b"<!DOCTYPE x>"), has_doctype(b"<x/>", b"<x/>")
    (True, False)
    """
    if b"<!DOCTYPE" in piece:
        return True
    if head[:2] not in _UTF16:
        return False
    return any("<!DOCTYPE".encode(order) in piece for order in ("utf-16-le", "utf-16-be"))
