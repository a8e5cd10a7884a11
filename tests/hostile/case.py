"""What a hostile file is expected to do, and small builders of packages, sound and broken."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


@dataclass(frozen=True)
class Case:
    """One kind of file: how it is made and the exact outcome.

    ``codes`` are all F codes expected; ``cells`` maps addresses of the first sheet to
    ``kind:raw``, or to None where no cell may be; a case that is not ``is_read`` is refused.
    """

    name: str
    build: Callable[[], bytes]
    codes: tuple[str, ...] = ()
    is_read: bool = True
    cells: Mapping[str, str | None] = field(default_factory=dict)
    extension: str = ".xlsx"


def refused(name: str, code: str, build: Callable[[], bytes], *, extension: str = ".xlsx") -> Case:
    """A file that is refused with one code."""
    return Case(name, build, (code,), is_read=False, extension=extension)


def entry(
    name: str | bytes,
    content: bytes,
    *,
    method: int = 8,
    flags: int = 0,
    crc: int | None = None,
    size: int | None = None,
    packed: bytes | None = None,
    local_name: bytes | None = None,
    offset: int | None = None,
) -> dict[str, object]:
    """One zip member, every field of which may lie."""
    raw_name = name if isinstance(name, bytes) else name.encode()
    if packed is None:
        squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = squeezer.compress(content) + squeezer.flush() if method == 8 else content
    return {
        "name": raw_name,
        "local_name": raw_name if local_name is None else local_name,
        "packed": packed,
        "method": method,
        "flags": flags,
        "crc": zlib.crc32(content) if crc is None else crc,
        "size": len(content) if size is None else size,
        "offset": offset,
    }


def pack(entries: list[dict[str, object]], *, tail: bytes = b"", comment: bytes = b"") -> bytes:
    """Write a zip file of the members as they are given, lies and all."""
    body, directory = b"", b""
    for item in entries:
        name, local_name, packed = item["name"], item["local_name"], item["packed"]
        assert isinstance(name, bytes)
        assert isinstance(local_name, bytes)
        assert isinstance(packed, bytes)
        offset = len(body) if item["offset"] is None else item["offset"]
        common = (item["flags"], item["method"], 0, 33, item["crc"], len(packed), item["size"])
        if "is_nested" not in item:
            body += struct.pack("<4s5H3I2H", b"PK\3\4", 20, *common, len(local_name), 0)
            body += local_name + packed
        directory += struct.pack(
            "<4s6H3I5H2I", b"PK\1\2", 20, 20, *common, len(name), 0, 0, 0, 0, 0, offset
        )
        directory += name
    end = (0, 0, len(entries), len(entries), len(directory), len(body), len(comment))
    return body + directory + struct.pack("<4s4H2IH", b"PK\5\6", *end) + comment + tail


def parts(
    rows: str = '<row r="1"><c r="A1"><v>1</v></c></row>',
    *,
    before: str = "",
    after: str = "",
    strings: tuple[str, ...] | None = None,
    styles: str | None = '<cellXfs count="1"><xf numFmtId="0"/></cellXfs>',
    sheets: str = '<sheet name="评分表" sheetId="1" r:id="rId1"/>',
    book: str = "",
    sheet_relations: str = "",
    more_sheets: int = 0,
    main: str = MAIN,
    relations: str = RELATIONS,
) -> dict[str, bytes]:
    """The parts of a small workbook with one sheet, and ``more_sheets`` that are its copies."""
    kinds = {
        "xl/workbook.xml": "sheet.main",
        "xl/worksheets/sheet1.xml": "worksheet",
        "xl/sharedStrings.xml": "sharedStrings",
        "xl/styles.xml": "styles",
    }
    found = {
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relations}">{book}'
        f"<sheets>{sheets}</sheets></workbook>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}">{before}'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>",
    }
    links = f'<Relationship Id="rId1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/>'
    for number in range(2, more_sheets + 2):
        found[f"xl/worksheets/sheet{number}.xml"] = found["xl/worksheets/sheet1.xml"]
        links += (
            f'<Relationship Id="rId{number}" Type="{relations}/worksheet"'
            f' Target="worksheets/sheet{number}.xml"/>'
        )
    if strings is not None:
        items = "".join(f"<si>{text}</si>" for text in strings)
        found["xl/sharedStrings.xml"] = f'<sst xmlns="{main}">{items}</sst>'
        links += (
            f'<Relationship Id="rIdT" Type="{relations}/sharedStrings" Target="sharedStrings.xml"/>'
        )
    if styles is not None:
        found["xl/styles.xml"] = f'<styleSheet xmlns="{main}">{styles}</styleSheet>'
        links += f'<Relationship Id="rIdS" Type="{relations}/styles" Target="styles.xml"/>'
    overrides = "".join(
        f'<Override PartName="/{path}" ContentType="{SHEET_TYPE}.{kind}+xml"/>'
        for path, kind in kinds.items()
        if path in found
    )
    written = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": relationships(
            f'<Relationship Id="rId1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/>'
        ),
        "xl/_rels/workbook.xml.rels": relationships(links),
        **found,
    }
    if sheet_relations:
        written["xl/worksheets/_rels/sheet1.xml.rels"] = relationships(sheet_relations)
    return {path: (HEAD + text).encode() for path, text in written.items()}


def relationships(links: str) -> str:
    """A relationships part without its head."""
    return f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def zipped(files: Mapping[str, bytes], *, method: int = 8, tail: bytes = b"") -> bytes:
    """Pack parts as they should be packed."""
    return pack([entry(path, content, method=method) for path, content in files.items()], tail=tail)


def book(rows: str = '<row r="1"><c r="A1"><v>1</v></c></row>', **options: str) -> bytes:
    """A whole workbook file with the given rows."""
    return zipped(parts(rows, **options))  # type: ignore[arg-type]


def sheet_list(count: int) -> str:
    """The list of so many sheets, each with a part of its own."""
    numbers = range(1, count + 1)
    return "".join(f'<sheet name="表{n}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)


def changed(path: str, content: bytes | None, **options: object) -> bytes:
    """A workbook in which one part is replaced, added or (None) left out."""
    files = parts(**options)  # type: ignore[arg-type]
    if content is None:
        del files[path]
    else:
        files[path] = content
    return zipped(files)
