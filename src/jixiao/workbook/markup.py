"""XML of package parts: namespaces and an expat parser that refuses document types and depth."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final
from xml.parsers import expat

from jixiao.workbook.refusal import refuse

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT_MAIN: Final = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONS: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"

Start = Callable[[str, dict[str, str]], object]
End = Callable[[str], object]


def new_parser(part: str) -> expat.XMLParserType:
    """Make a parser whose names are ``namespace name``; a document type is refused (F116)."""
    parser = expat.ParserCreate(None, " ")
    parser.buffer_text = True

    def refuse_doctype(*_: object) -> None:
        raise refuse("F116", found=part)

    parser.StartDoctypeDeclHandler = refuse_doctype
    return parser


def feed(parser: expat.XMLParserType, pieces: Iterable[bytes], part: str) -> None:
    """Parse all pieces; ill-formed XML is refused as F118."""
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise refuse("F118", found=part, line=str(error.lineno)) from None
    except (LookupError, ValueError):  # a declared encoding that is unknown or multi-byte
        raise refuse("F119", found=part) from None


def has_doctype(content: bytes) -> bool:
    """Tell whether a document type is declared, in UTF-8 or UTF-16."""
    if b"<!DOCTYPE" in content:
        return True
    if content[:2] in (b"\xff\xfe", b"<\x00"):
        return "<!DOCTYPE".encode("utf-16-le") in content
    if content[:2] in (b"\xfe\xff", b"\x00<"):
        return "<!DOCTYPE".encode("utf-16-be") in content
    return False
