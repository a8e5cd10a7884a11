"""Kinds of damaged xls, xlsb and ods files, read in the child process."""

from __future__ import annotations

import struct

from hostile.case import Case, entry, pack, refused
from hostile.contents import compound

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
FORMULA = "urn:oasis:names:tc:opendocument:xmlns:of:1.2"


def ods(rows: str) -> bytes:
    """An open document spreadsheet with these rows."""
    content = (
        f'<office:document-content xmlns:office="{OFFICE}" xmlns:table="{TABLE}"'
        f' xmlns:text="{TEXT}" xmlns:of="{FORMULA}">'
        '<office:body><office:spreadsheet><table:table table:name="表">'
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


def biff(value: float) -> bytes:
    """A workbook stream of BIFF8 with one number in A1 of one sheet."""

    def record(kind: int, content: bytes = b"") -> bytes:
        return struct.pack("<2H", kind, len(content)) + content

    head = record(0x0809, struct.pack("<2H", 0x0600, 5) + bytes(12))
    start = len(head) + 4 + 9 + 4
    name = struct.pack("<IH2B", start, 0, 1, 0) + b"S"
    number = struct.pack("<3Hd", 0, 0, 0, value)
    return (
        head
        + record(0x0085, name)
        + record(0x000A)
        + record(0x0809, struct.pack("<2H", 0x0600, 0x10) + bytes(12))
        + record(0x0203, number)
        + record(0x000A)
    )


def with_inner(inner: dict[str, bytes], top: dict[str, bytes]) -> bytes:
    """A compound file with streams in a storage, listed first, and streams at its top."""
    names = ["Root Entry", *inner, "MBD01", *top]
    storage = 1 + len(inner)
    after = {n: n + 1 for n in (*range(1, storage - 1), *range(storage, len(names) - 1))}
    streams = {**{n + 1: c for n, c in enumerate(inner.values())}}
    streams |= {storage + 1 + n: c for n, c in enumerate(top.values())}
    table = [0xFFFFFFFD, 2, 0xFFFFFFFE]
    directory, body = b"", b""
    for number, name in enumerate(names):
        raw = name.encode("utf-16-le")
        kind = 5 if number == 0 else 1 if number == storage else 2
        child = {0: storage, storage: 1 if inner else 0xFFFFFFFF}.get(number, 0xFFFFFFFF)
        content = streams.get(number, b"").ljust(4096, b"\0") if number in streams else b""
        first = len(table) if content else 0xFFFFFFFE
        sectors = len(content) // 512
        table += [*range(first + 1, first + sectors), 0xFFFFFFFE] if content else []
        body += content
        record = raw.ljust(64, b"\0") + struct.pack("<HBB", len(raw) + 2, kind, 1)
        record += struct.pack("<3I", 0xFFFFFFFF, after.get(number, 0xFFFFFFFF), child)
        directory += record.ljust(116, b"\0") + struct.pack("<3I", first, len(content), 0)
    header = bytearray(compound("x")[:512])
    struct.pack_into("<I", header, 76, 0)
    fat = struct.pack(f"<{len(table)}I", *table).ljust(512, b"\xff")
    return bytes(header) + fat + directory.ljust(1024, b"\0") + body


def bare_stream() -> bytes:
    """A workbook stream of BIFF8 without the compound file around it."""
    return struct.pack("<2H", 0x0809, 16) + struct.pack("<2H", 0x0600, 5) + bytes(12)


FIVE = cell("float", 'office:value="5.5"', "5.50")
ROW = f"<table:table-row>{FIVE}</table:table-row>"
REPEATED = '-row table:number-rows-repeated="600000"'
FAR = '<table:table-row table:number-rows-repeated="1048575"><table:table-cell/></table:table-row>'

CASES: tuple[Case, ...] = (
    Case("open document", lambda: ods(ROW), (), cells={"A1": "number:5.5"}, extension=".ods"),
    Case("open document named xlsx", lambda: ods(ROW), ("F050",), cells={"A1": "number:5.5"}),
    Case(
        "open document with a far row",
        lambda: ods(ROW + FAR + ROW),
        (),
        cells={"A1": "number:5.5"},
        extension=".ods",
    ),
    Case("open document without rows", lambda: ods(""), (), extension=".ods"),
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
    Case(
        "xls with one number",
        lambda: with_inner({}, {"Workbook": biff(5.5)}),
        ("F300",),
        cells={"A1": "number:5.5"},
        extension=".xls",
    ),
    Case(
        "xls with an embedded workbook",
        lambda: with_inner({"Workbook": biff(9)}, {"Workbook": biff(5.5)}),
        ("F300",),
        cells={"A1": "number:5.5"},
        extension=".xls",
    ),
    refused(
        "word document with an embedded workbook",
        "F027",
        lambda: with_inner({"Workbook": biff(9)}, {"WordDocument": b"x"}),
        extension=".xls",
    ),
    refused(
        "xls cut in half",
        "F304",
        lambda: with_inner({}, {"Workbook": biff(5.5)})[:2600],
        extension=".xls",
    ),
    refused("xls cut before its directory", "F100", lambda: compound("Workbook")[:900]),
    Case(
        "open document with two tables of one name",
        lambda: ods(f'{ROW}</table:table><table:table table:name="表">{ROW}'),
        ("F220",),
        extension=".ods",
    ),
    refused(
        "open document with more cells than a sheet of ours",
        "F201",
        lambda: ods(ROW.replace("-row", REPEATED, 1)),
        extension=".ods",
    ),
    refused(
        "open document with one text in three thousand cells",
        "F203",
        lambda: ods(
            "<table:table-row>"
            + cell("string", 'table:number-columns-repeated="3000"', "字" * 30_000)
            + "</table:table-row>"
        ),
        extension=".ods",
    ),
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
