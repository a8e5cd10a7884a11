"""Kinds of packages that two programs would read in two ways."""

from __future__ import annotations

import struct

from hostile.case import (
    PACKAGE,
    RELATIONS,
    SHEET_TYPE,
    Case,
    changed,
    entry,
    pack,
    parts,
    refused,
    zipped,
)

BOOK = "xl/workbook.xml"
SHEET = "xl/worksheets/sheet1.xml"
TYPES = "[Content_Types].xml"
OTHER = parts('<row r="1"><c r="A1"><v>2</v></c></row>')[SHEET]
ONE = {"A1": "number:1"}


def entries() -> list[dict[str, object]]:
    """The members of a sound workbook."""
    return [entry(path, content) for path, content in parts().items()]


def twin(path: str) -> bytes:
    """A workbook with a second sheet part under another writing of the same name."""
    return zipped({**parts(), path: OTHER})


def edited(path: str, old: str, new: str) -> bytes:
    """A workbook one part of which is edited."""
    return changed(path, parts()[path].replace(old.encode(), new.encode()))


def link(identity: str, kind: str, target: str) -> str:
    """One relationship."""
    return f'<Relationship Id="{identity}" Type="{RELATIONS}/{kind}" Target="{target}"/>'


def override(path: str, kind: str) -> str:
    """One declared type."""
    return f'<Override PartName="{path}" ContentType="{SHEET_TYPE}.{kind}+xml"/>'


def with_second_name(name: str) -> bytes:
    """A workbook whose sheet has a second name in an extra field of the directory."""
    field = struct.pack("<2HBI", 0x7075, 5 + len(name), 1, 0) + name.encode()
    plain = pack(entries())
    place = plain.index(b"PK\1\2", plain.index(b"PK\1\2"))
    while plain[place + 46 : place + 46 + len(SHEET)] != SHEET.encode():
        place = plain.index(b"PK\1\2", place + 4)
    after = place + 46 + len(SHEET)
    size = struct.unpack_from("<I", plain, len(plain) - 10)[0] + len(field)
    return (
        plain[: place + 30]
        + struct.pack("<H", len(field))
        + plain[place + 32 : after]
        + field
        + plain[after:-10]
        + struct.pack("<I", size)
        + plain[-6:]
    )


def unlisted() -> bytes:
    """A workbook with a record, between two others, that the directory does not list."""
    hidden = entry("xl/worksheets/sheet2.xml", OTHER)
    content = pack([*entries()[:2], hidden, *entries()[2:]])
    name = b"xl/worksheets/sheet2.xml"
    place = content.rindex(name) - 46
    without = content[:place] + content[place + 46 + len(name) :]
    count = len(entries())
    size = struct.unpack_from("<I", without, len(without) - 10)[0] - 46 - len(name)
    return without[:-14] + struct.pack("<2HI", count, count, size) + without[-6:]


def behind_another() -> bytes:
    """A workbook behind another one, whose records nothing lists."""
    first = pack(entries())
    second = pack([{**item, "offset": None} for item in entries()])
    directory = second.index(b"PK\1\2")
    shifted = bytearray(second)
    place = directory
    while shifted[place : place + 4] == b"PK\1\2":
        (offset,) = struct.unpack_from("<I", shifted, place + 42)
        struct.pack_into("<I", shifted, place + 42, offset + len(first))
        place += 46 + struct.unpack_from("<H", shifted, place + 28)[0]
    struct.pack_into("<I", shifted, len(shifted) - 6, directory + len(first))
    return first + bytes(shifted)


def encrypted_in_its_record() -> bytes:
    """A workbook whose first record says encrypted while the directory does not."""
    content = bytearray(zipped(parts()))
    content[6] |= 1
    return bytes(content)


def utf16_all(order: str) -> bytes:
    """A workbook all parts of which are in UTF-16 without a mark."""
    return zipped(
        {
            path: content.decode().replace("UTF-8", "UTF-16").encode(order)
            for path, content in parts().items()
        }
    )


def in_another_folder() -> bytes:
    """A workbook whose sheet stays where it is while all else moves."""
    moved = {}
    for path, content in parts().items():
        text = content.decode().replace("xl/workbook", "d/workbook").replace("xl/st", "d/st")
        text = text.replace('"worksheets', '"../xl/worksheets')
        moved[path.replace("xl/", "d/").replace("d/worksheets", "xl/worksheets")] = text.encode()
    return zipped(moved)


CASES: tuple[Case, ...] = (
    refused("same name with a doubled slash", "F105", lambda: twin("xl//worksheets/sheet1.xml")),
    refused("same name with a dot step", "F105", lambda: twin("xl/./worksheets/sheet1.xml")),
    refused("same name percent-encoded", "F105", lambda: twin("xl/worksheets/sheet%31.xml")),
    refused(
        "second name in an extra field",
        "F114",
        lambda: with_second_name("xl/worksheets/sheet2.xml"),
    ),
    Case("second name that is the same", lambda: with_second_name(SHEET), cells=ONE),
    refused("record that the directory leaves out", "F114", unlisted),
    refused("workbook behind a workbook", "F101", behind_another),
    refused("encrypted in its record only", "F114", encrypted_in_its_record),
    refused(
        "one reference number for two parts",
        "F114",
        lambda: edited(
            "xl/_rels/workbook.xml.rels",
            "</Relationships>",
            link("rId1", "worksheet", "worksheets/sheet2.xml") + "</Relationships>",
        ),
    ),
    refused(
        "two workbook parts referred to",
        "F114",
        lambda: edited(
            "_rels/.rels",
            "</Relationships>",
            link("rId9", "officeDocument", "xl/styles.xml") + "</Relationships>",
        ),
    ),
    refused(
        "two workbook parts declared",
        "F114",
        lambda: zipped(
            {
                **parts(),
                "xl/other.xml": parts()[BOOK],
                TYPES: parts()[TYPES].replace(
                    b"</Types>", override("/xl/other.xml", "sheet.main").encode() + b"</Types>"
                ),
            }
        ),
    ),
    refused(
        "one part declared in two ways",
        "F114",
        lambda: edited(TYPES, "</Types>", override("/xl/Workbook.xml", "worksheet") + "</Types>"),
    ),
    refused(
        "one part for two sheets",
        "F114",
        lambda: zipped(
            parts(
                sheets='<sheet name="甲" sheetId="1" r:id="rId1"/>'
                '<sheet name="乙" sheetId="2" r:id="rId1"/>'
            )
        ),
    ),
    Case(
        "reference percent-encoded, name not",
        lambda: zipped(
            {
                path.replace("sheet1", "表 1"): content.replace(
                    b"sheets/sheet1", b"sheets/%E8%A1%A8%201"
                )
                for path, content in parts().items()
            }
        ),
        cells=ONE,
    ),
    Case(
        "reference decoded, name percent-encoded",
        lambda: zipped(
            {
                path.replace("sheet1", "%E8%A1%A8%201"): content.replace(
                    b"sheets/sheet1", "sheets/表 1".encode()
                )
                for path, content in parts().items()
            }
        ),
        cells=ONE,
    ),
    Case("workbook part in another folder", in_another_folder, cells=ONE),
    Case("everything in utf-16 without mark", lambda: utf16_all("utf-16-le"), cells=ONE),
    Case(
        "everything in utf-16 without mark, big-endian", lambda: utf16_all("utf-16-be"), cells=ONE
    ),
    Case(
        "list of contents without the workbook",
        lambda: changed(
            TYPES,
            f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/></Types>'.encode(),
        ),
        cells=ONE,
    ),
)
