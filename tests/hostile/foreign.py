"""Kinds of damaged xls, xlsb and ods files, read in the child process."""

from __future__ import annotations

import struct

from hostile.case import Case, entry, pack, refused
from hostile.contents import compound

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def ods(rows: str) -> bytes:
    """An open document spreadsheet with these rows."""
    content = (
        f'<office:document-content xmlns:office="{OFFICE}" xmlns:table="{TABLE}"'
        f' xmlns:text="{TEXT}"><office:body><office:spreadsheet><table:table table:name="表">'
        f"{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    return pack(
        [
            entry("mimetype", b"application/vnd.oasis.opendocument.spreadsheet", method=0),
            entry("content.xml", content.encode()),
            entry("META-INF/manifest.xml", b'<!DOCTYPE m SYSTEM "m.dtd"><m/>'),
        ]
    )


def cell(kind: str, value: str, text: str) -> str:
    """One cell of an open document."""
    return (
        f'<table:table-cell office:value-type="{kind}" {value}><text:p>{text}</text:p>'
        "</table:table-cell>"
    )


def bare_stream() -> bytes:
    """A workbook stream of BIFF8 without the compound file around it."""
    return struct.pack("<2H", 0x0809, 16) + struct.pack("<2H", 0x0600, 5) + bytes(12)


FIVE = cell("float", 'office:value="5.5"', "5.50")
ROW = f"<table:table-row>{FIVE}</table:table-row>"
FAR = '<table:table-row table:number-rows-repeated="1048575"><table:table-cell/></table:table-row>'

CASES: tuple[Case, ...] = (
    Case(
        "open document", lambda: ods(ROW), ("F300",), cells={"A1": "number:5.5"}, extension=".ods"
    ),
    Case(
        "open document named xlsx", lambda: ods(ROW), ("F050", "F300"), cells={"A1": "number:5.5"}
    ),
    Case(
        "open document with a far row",
        lambda: ods(ROW + FAR + ROW),
        ("F300",),
        cells={"A1": "number:5.5"},
        extension=".ods",
    ),
    Case("open document without rows", lambda: ods(""), ("F300",), extension=".ods"),
    refused(
        "open document without content",
        "F304",
        lambda: pack(
            [entry("mimetype", b"application/vnd.oasis.opendocument.spreadsheet", method=0)]
        ),
        extension=".ods",
    ),
    refused("xls with an empty workbook", "F124", lambda: compound("Workbook"), extension=".xls"),
    refused("xls of 1995 with an empty book", "F124", lambda: compound("Book"), extension=".xls"),
    refused("bare workbook stream", "F304", bare_stream, extension=".xls"),
    refused(
        "xlsb without its parts",
        "F304",
        lambda: pack(
            [
                entry(
                    "[Content_Types].xml",
                    b'<Types><Override PartName="/xl/workbook.bin" ContentType="application/'
                    b'vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
                ),
                entry("xl/workbook.bin", b"\x83\x01\x00"),
            ]
        ),
        extension=".xlsb",
    ),
)
