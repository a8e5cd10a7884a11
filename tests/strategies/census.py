"""What a package holds, counted without any code of ours: to show that annotating loses nothing."""

from __future__ import annotations

import io
import struct
import zipfile
from collections import Counter
from collections.abc import Mapping
from typing import Any

from lxml import etree

Census = Counter[tuple[str, ...]]


def census(content: bytes) -> Census:
    """Count parts, elements and attributes by part, and cells with type, value and formula."""
    counted: Census = Counter()
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            counted["part", name] += 1
            root = _parse(package.read(name))
            if root is None:
                continue
            for element in root.iter():
                if isinstance(element.tag, str):
                    counted["element", name, element.tag] += 1
                    for attribute in element.attrib:
                        counted["attribute", name, element.tag, str(attribute)] += 1
                    if etree.QName(element).localname == "c":
                        counted["cell", name, *_cell(element)] += 1
    return counted


def lost(before: bytes, after: bytes) -> Census:
    """What is there less often than before; empty cells don't count as cells."""
    return census(before) - census(after)


def packed_members(content: bytes) -> dict[str, tuple[bytes, int, bytes]]:
    """The packed bytes, method and date of every member, in the order of the directory."""
    members: dict[str, tuple[bytes, int, bytes]] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for info in package.infolist():
            name_size, extra_size = struct.unpack_from("<2H", content, info.header_offset + 26)
            start = info.header_offset + 30 + name_size + extra_size
            date = repr(info.date_time).encode()
            packed = content[start : start + info.compress_size]
            members[info.filename] = packed, info.compress_type, date
    return members


def part(content: bytes, name: str) -> str:
    """A part as text."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name).decode()


def rebuilt(content: bytes, parts: Mapping[str, bytes | None]) -> bytes:
    """The package with parts replaced or added; None drops one."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as package,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in package.infolist():
            if info.filename not in parts:
                new.writestr(info, package.read(info.filename))
        for name, body in parts.items():
            if body is not None:
                new.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), body)
    return stream.getvalue()


def _parse(body: bytes) -> Any:
    try:
        return etree.fromstring(body, etree.XMLParser(huge_tree=True, resolve_entities=False))
    except etree.XMLSyntaxError:
        return None


def _cell(element: Any) -> tuple[str, ...]:
    texts = [
        f"{etree.QName(child).localname}={''.join(child.itertext())}"
        for child in element
        if isinstance(child.tag, str)
    ]
    if not texts:
        return ("empty",)
    return (element.get("r", ""), element.get("t", ""), *texts)
