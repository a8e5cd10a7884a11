"""Kinds of damaged, contradictory and oversized packages."""

from __future__ import annotations

import struct

from hostile.case import (
    HEAD,
    MAIN,
    RELATIONS,
    Case,
    book,
    changed,
    entry,
    pack,
    parts,
    refused,
    relationships,
    zipped,
)

SHEET = "xl/worksheets/sheet1.xml"
DOCTYPE = f'{HEAD}<!DOCTYPE worksheet [<!ENTITY a "aaaa">]><worksheet xmlns="{MAIN}"/>'
ONE = {"A1": "number:1"}


def entries(**lies: dict[str, object]) -> list[dict[str, object]]:
    """The members of a sound workbook; the sheet's fields may lie."""
    return [
        entry(path, content, **(lies.get("sheet", {}) if path == SHEET else {}))  # type: ignore[arg-type]
        for path, content in parts().items()
    ]


def lying(**lies: object) -> bytes:
    """A workbook whose sheet member lies about itself."""
    return pack(entries(sheet=lies))


def with_entries(*more: dict[str, object]) -> bytes:
    """A workbook with further members."""
    return pack([*entries(), *more])


def patched(content: bytes, place: int, with_bytes: bytes) -> bytes:
    """Overwrite bytes at a place, counted from the end where negative."""
    place = place % len(content)
    return content[:place] + with_bytes + content[place + len(with_bytes) :]


def linked(target: str, kind: str = "image", extra: str = "") -> bytes:
    """A workbook whose sheet refers to something."""
    link = f'<Relationship Id="rId9" Type="{RELATIONS}/{kind}" Target="{target}"{extra}/>'
    return zipped(parts(sheet_relations=link))


def zip64() -> bytes:
    """A sound workbook whose end record leaves its numbers to the 64-bit one."""
    plain = book()
    count, _, size, first = struct.unpack("<2H2I", plain[-14:-2])
    end64 = struct.pack("<4sQ2H2I4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, size, first)
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, len(plain) - 22, 1)
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return plain[:-22] + end64 + locator + end


def overlapping() -> bytes:
    """A package with a member inside the bytes of another one."""
    inner = pack([entry("xl/inner.bin", b"inner")])
    record = inner[: inner.index(b"PK\1\2")]
    plain = entries()
    before = pack(plain).index(b"PK\1\2")
    outer = entry("xl/outer.bin", record, method=0)
    place = before + 30 + len("xl/outer.bin")
    nested = {**entry("xl/inner.bin", b"inner"), "offset": place, "is_nested": True}
    return pack([*plain, outer, nested])


def sheet(text: str | bytes) -> bytes:
    """A workbook whose sheet part is this."""
    return changed(SHEET, text.encode() if isinstance(text, str) else text)


def utf16(order: str) -> bytes:
    """A workbook whose sheet is written in UTF-16."""
    text = parts()[SHEET].decode().replace("UTF-8", "UTF-16")
    marks = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
    return changed(SHEET, marks[order] + text.encode(order))


def many_members() -> bytes:
    """A workbook with 5,001 members more."""
    return with_entries(*(entry(f"x/{n}.bin", b"", method=0) for n in range(5_001)))


def bomb(size: int, *, path: str = "xl/media/x.bin") -> bytes:
    """A workbook with one member of so many zero bytes."""
    return with_entries(entry(path, bytes(size)))


def quiet_bomb() -> bytes:
    """Many members below the limit of one, together above the ratio of all."""
    return with_entries(*(entry(f"x/{n}.bin", bytes(1_000_000)) for n in range(30)))


def stored(path: str, content: bytes) -> dict[str, object]:
    return entry(path, content, method=0)


CASES: tuple[Case, ...] = (
    refused("cut in half", "F100", lambda: book()[: len(book()) // 2]),
    refused("last byte missing", "F100", lambda: book()[:-1]),
    refused("end record missing", "F100", lambda: book()[:-22]),
    refused("magic bytes only", "F100", lambda: b"PK\3\4"),
    refused("70 kB of zero bytes behind", "F102", lambda: book() + bytes(70_000)),
    refused("one byte behind", "F102", lambda: book() + b"x"),
    refused("text before the package", "F101", lambda: b"\x01junk" + book()),
    refused(
        "directory offset off by one", "F100", lambda: patched(book(), -6, struct.pack("<I", 7))
    ),
    refused(
        "more entries announced than there are",
        "F100",
        lambda: patched(book(), -14, b"\x63\0\x63\0"),
    ),
    refused("several disks", "F100", lambda: patched(book(), -18, b"\1\0\1\0")),
    refused("encrypted member", "F103", lambda: lying(flags=1)),
    refused("strongly encrypted member", "F103", lambda: lying(flags=0x41)),
    refused("masked directory", "F103", lambda: lying(flags=0x2000)),
    refused("bzip2 member", "F104", lambda: lying(method=12)),
    refused("lzma member", "F104", lambda: lying(method=14)),
    refused("deflate64 member", "F104", lambda: lying(method=9)),
    refused("same name twice", "F105", lambda: with_entries(entry(SHEET, b"<a/>"))),
    refused(
        "same name in capitals",
        "F105",
        lambda: with_entries(entry("xl/worksheets/Sheet1.xml", b"<a/>")),
    ),
    refused(
        "same name with backslashes",
        "F105",
        lambda: with_entries(entry("xl\\worksheets\\sheet1.xml", b"<a/>")),
    ),
    refused("name with ..", "F106", lambda: with_entries(entry("xl/../../etc/x", b"a"))),
    refused("name with backslash and ..", "F106", lambda: with_entries(entry("..\\x", b"a"))),
    refused("absolute name", "F106", lambda: with_entries(entry("/etc/passwd", b"a"))),
    refused("name with a drive", "F106", lambda: with_entries(entry("C:/x", b"a"))),
    refused("name with a zero byte", "F106", lambda: with_entries(entry("a\0b", b"a"))),
    refused("name with a line break", "F106", lambda: with_entries(entry("a\nb", b"a"))),
    refused("empty name", "F106", lambda: with_entries(entry("", b"a"))),
    refused("too many members", "F107", many_members),
    refused(
        "huge total announced",
        "F108",
        lambda: with_entries(
            *(entry(f"x/{n}.bin", b"", size=100 * 2**20, packed=bytes(600_000)) for n in range(3))
        ),
    ),
    refused(
        "huge member announced",
        "F109",
        lambda: with_entries(entry("x.bin", b"", size=200 * 2**20, packed=bytes(2_000_000))),
    ),
    refused("many packed members", "F110", quiet_bomb),
    refused("nine mebibytes of zero bytes", "F111", lambda: bomb(9 * 2**20)),
    refused("hundred mebibytes of zero bytes", "F111", lambda: bomb(100 * 2**20)),
    refused(
        "sheet of blanks",
        "F111",
        lambda: sheet(f'<worksheet xmlns="{MAIN}">{" " * 40_000_000}<sheetData/></worksheet>'),
    ),
    refused("wrong checksum of the sheet", "F112", lambda: lying(crc=1)),
    refused(
        "wrong checksum of a picture",
        "F112",
        lambda: with_entries(entry("xl/media/a.png", b"a", crc=1)),
    ),
    refused("broken deflate stream", "F112", lambda: lying(packed=b"\xff" * 50)),
    refused(
        "deflate stream cut off",
        "F113",
        lambda: lying(packed=entry("a", parts()[SHEET])["packed"][:-5]),
    ),  # type: ignore[index]
    refused(
        "bytes behind the deflate stream",
        "F113",
        lambda: lying(packed=entry("a", parts()[SHEET])["packed"] + b"xx"),
    ),  # type: ignore[operator]
    refused("declared too small", "F113", lambda: lying(size=10)),
    refused("declared too large", "F113", lambda: lying(size=10_000)),
    refused("stored with another size", "F113", lambda: lying(method=0, size=10)),
    refused("local name differs", "F114", lambda: lying(local_name=b"xl/worksheets/sheet9.xml")),
    refused("members overlap", "F115", overlapping),
    refused("document type in the sheet", "F116", lambda: sheet(DOCTYPE)),
    refused(
        "document type in utf-16",
        "F116",
        lambda: sheet(DOCTYPE.replace("UTF-8", "UTF-16").encode("utf-16")),
    ),
    refused(
        "document type in the styles", "F116", lambda: changed("xl/styles.xml", DOCTYPE.encode())
    ),
    refused(
        "document type in a part nobody reads",
        "F116",
        lambda: changed("docProps/x.xml", DOCTYPE.encode()),
    ),
    refused(
        "document type in the relationships",
        "F116",
        lambda: changed("_rels/.rels", DOCTYPE.encode()),
    ),
    refused(
        "document type in the list of contents",
        "F116",
        lambda: changed(
            "[Content_Types].xml", (DOCTYPE + "<!-- spreadsheetml.sheet.main+xml -->").encode()
        ),
    ),
    refused(
        "external document type",
        "F116",
        lambda: sheet(f'<!DOCTYPE x SYSTEM "http://192.0.2.1/x.dtd"><worksheet xmlns="{MAIN}"/>'),
    ),
    refused(
        "billion laughs",
        "F116",
        lambda: sheet(
            "<!DOCTYPE x [<!ENTITY a 'ha'>"
            + "".join(
                f"<!ENTITY {chr(98 + n)} '{('&' + chr(97 + n) + ';') * 10}'>" for n in range(9)
            )
            + f']><worksheet xmlns="{MAIN}"><sheetData>&j;</sheetData></worksheet>'
        ),
    ),
    refused("reference leads out", "F117", lambda: linked("../../../etc/passwd")),
    refused("reference with backslashes leads out", "F117", lambda: linked("..\\..\\..\\x")),
    refused("reference to a drive", "F117", lambda: linked("C:\\x.png")),
    refused("reference to a server", "F117", lambda: linked("\\\\192.0.2.1\\x\\y.png")),
    refused("reference to a file address", "F117", lambda: linked("file:///etc/passwd")),
    Case(
        "external reference",
        lambda: linked("http://192.0.2.1/", "hyperlink", ' TargetMode="External"'),
        cells=ONE,
    ),
    Case("reference to a part that is missing", lambda: linked("../media/none.png"), cells=ONE),
    Case("reference to NULL", lambda: linked("NULL"), cells=ONE),
    Case("reference within the sheet", lambda: linked("#评分表!A1", "hyperlink"), cells=ONE),
    Case("reference from the root", lambda: linked("/xl/worksheets/sheet1.xml"), cells=ONE),
    refused("list of contents missing", "F120", lambda: changed("[Content_Types].xml", None)),
    refused(
        "list of contents ill-formed",
        "F118",
        lambda: changed("[Content_Types].xml", b"<Types spreadsheetml.sheet.main+xml"),
    ),
    refused("package relationships missing", "F121", lambda: changed("_rels/.rels", None)),
    refused("package relationships ill-formed", "F118", lambda: changed("_rels/.rels", b"<a")),
    refused("workbook part missing", "F121", lambda: changed("xl/workbook.xml", None)),
    refused(
        "workbook part of another namespace",
        "F121",
        lambda: changed("xl/workbook.xml", b"<workbook/>"),
    ),
    refused("workbook part ill-formed", "F118", lambda: changed("xl/workbook.xml", b"<workbook><")),
    refused(
        "workbook part in gb 18030",
        "F119",
        lambda: changed("xl/workbook.xml", b'<?xml version="1.0" encoding="gb18030"?><a/>'),
    ),
    refused(
        "workbook relationships missing",
        "F122",
        lambda: changed("xl/_rels/workbook.xml.rels", None),
    ),
    refused("sheet part missing", "F122", lambda: changed(SHEET, None)),
    refused("no sheets", "F124", lambda: zipped(parts(sheets=""))),
    refused("sheet part empty", "F222", lambda: sheet("")),
    refused("sheet part cut off", "F222", lambda: sheet(parts()[SHEET][:-20])),
    refused(
        "sheet part in gbk",
        "F222",
        lambda: sheet(f'<worksheet xmlns="{MAIN}">得分</worksheet>'.encode("gbk")),
    ),
    refused(
        "sheet part in an unknown encoding",
        "F222",
        lambda: sheet('<?xml version="1.0" encoding="x-none"?><a/>'),
    ),
    refused(
        "sheet part in a multi-byte encoding",
        "F222",
        lambda: sheet('<?xml version="1.0" encoding="gb18030"?><a/>'),
    ),
    refused(
        "sheet part with a control character",
        "F222",
        lambda: sheet(f'<worksheet xmlns="{MAIN}">\x01</worksheet>'),
    ),
    refused(
        "sheet part with a control reference",
        "F222",
        lambda: sheet(f'<worksheet xmlns="{MAIN}">&#1;</worksheet>'),
    ),
    refused(
        "sheet part with bad utf-8",
        "F222",
        lambda: sheet(f'<worksheet xmlns="{MAIN}">'.encode() + b"\xc3\x28</worksheet>"),
    ),
    refused(
        "sheet part with a surrogate",
        "F222",
        lambda: sheet(f'<worksheet xmlns="{MAIN}">&#xD800;</worksheet>'),
    ),
    refused(
        "sheet part with an unknown entity",
        "F222",
        lambda: sheet(f'<worksheet xmlns="{MAIN}">&x;</worksheet>'),
    ),
    refused("sheet part of another root", "F222", lambda: sheet("<html/>")),
    refused(
        "sheet part without namespace", "F222", lambda: sheet("<worksheet><sheetData/></worksheet>")
    ),
    refused("sheet part is binary", "F222", lambda: sheet(bytes(range(256)))),
    refused(
        "deeply nested sheet",
        "F123",
        lambda: pack(
            [
                *(e for e in entries() if e["name"] != SHEET.encode()),
                stored(
                    SHEET,
                    f'<worksheet xmlns="{MAIN}">'.encode()
                    + b"<a>" * 300_000
                    + b"</a>" * 300_000
                    + b"</worksheet>",
                ),
            ]
        ),
    ),
    refused(
        "one tag of two megabytes",
        "F123",
        lambda: pack(
            [
                *(e for e in entries() if e["name"] != SHEET.encode()),
                stored(
                    SHEET,
                    f'<worksheet xmlns="{MAIN}"><x '.encode()
                    + b"".join(b"a%06x='' " % n for n in range(600_000))
                    + b"/></worksheet>",
                ),
            ]
        ),
    ),
    refused(
        "too many sheets",
        "F200",
        lambda: zipped(
            parts(
                sheets="".join(
                    f'<sheet name="s{n}" sheetId="{n}" r:id="rId1"/>' for n in range(202)
                )
            )
        ),
    ),
    Case("utf-16 sheet", lambda: utf16("utf-16-le"), cells=ONE),
    Case("utf-16 sheet, big-endian", lambda: utf16("utf-16-be"), cells=ONE),
    Case(
        "members with backslashes",
        lambda: zipped(
            {p.replace("/", "\\") if p.startswith("xl") else p: c for p, c in parts().items()}
        ),
        cells=ONE,
    ),
    Case(
        "members in capitals", lambda: zipped({p.upper(): c for p, c in parts().items()}), cells=ONE
    ),
    Case("members stored, not packed", lambda: zipped(parts(), method=0), cells=ONE),
    Case("64-bit directory", zip64, cells=ONE),
    Case("archive comment", lambda: pack(entries(), comment=b"made by hand"), cells=ONE),
    Case("folder entries", lambda: with_entries(entry("xl/", b"", method=0)), cells=ONE),
    Case(
        "strict format",
        lambda: zipped(
            parts(
                main="http://purl.oclc.org/ooxml/spreadsheetml/main",
                relations="http://purl.oclc.org/ooxml/officeDocument/relationships",
            )
        ),
        cells=ONE,
    ),
    Case("styles missing", lambda: changed("xl/styles.xml", None), ("F218",), cells=ONE),
    Case("no styles at all", lambda: zipped(parts(styles=None)), ("F218",), cells=ONE),
    Case(
        "unused big picture",
        lambda: with_entries(stored("xl/media/a.png", bytes(3_000_000))),
        cells=ONE,
    ),
    refused("styles ill-formed", "F118", lambda: changed("xl/styles.xml", b"<styleSheet>")),
    refused(
        "too many formats",
        "F204",
        lambda: zipped(parts(styles=f"<cellXfs>{'<xf/>' * 65_001}</cellXfs>")),
    ),
    Case(
        "signed",
        lambda: changed(
            "_rels/.rels",
            (
                HEAD
                + relationships(
                    f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument"'
                    ' Target="xl/workbook.xml"/>'
                    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/'
                    'digital-signature/origin" Target="_xmlsignatures/origin.sigs"/>'
                )
            ).encode(),
        ),
        cells=ONE,
    ),
)
