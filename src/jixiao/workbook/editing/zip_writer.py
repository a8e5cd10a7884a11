"""Write the zip container: untouched members as they are, changed and new ones packed afresh."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from typing import Final

from jixiao.workbook.container import ZipArchive, ZipMember

_ENTRY: Final = struct.Struct("<4s6H3I5H2I")
_LOCAL: Final = struct.Struct("<4s5H3I2H")
_END: Final = struct.Struct("<4s4H2IH")
_IN_ZIP64: Final = 0xFFFFFFFF
_UTF8: Final = 0x0800
_VERSION: Final = 20
_DEFLATED: Final = 8
_FIRST_DATE: Final = 0x0021  # 1980-01-01


def assemble(
    archive: ZipArchive, changed: Mapping[str, bytes], added: Mapping[str, bytes]
) -> bytes:
    """Make the new file: ``changed`` by path of the member, ``added`` by path, behind the others.

    Every other member keeps its local record and its place; only offsets in the directory differ.
    """
    pieces: list[bytes] = []
    entries: dict[str, bytes] = {}
    size = 0
    for member in sorted(archive.members, key=lambda m: m.start):
        entry = archive.content[slice(*member.entry)]
        if member.path in changed:
            local, entry = _repack(entry, changed[member.path], size)
        else:
            local, entry = archive.raw(member), _moved(entry, member, size)
        pieces.append(local)
        entries[member.path] = entry
        size += len(local)
    first = archive.content[slice(*archive.members[0].entry)] if archive.members else b""
    for path, content in added.items():
        local, entries[path] = _repack(_new_entry(path, first), content, size)
        pieces.append(local)
        size += len(local)
    ordered = [member.path for member in archive.members] + list(added)
    directory = b"".join(entries[path] for path in ordered)
    end = _END.pack(
        b"PK\x05\x06",
        0,
        0,
        len(ordered),
        len(ordered),
        len(directory),
        size,
        len(_comment(archive)),
    )
    return b"".join((*pieces, directory, end, _comment(archive)))


def pack_member(parts: Mapping[str, bytes]) -> bytes:
    """Make a container of parts alone."""
    return assemble(ZipArchive(b"", (), (0, 0)), {}, parts)


def _comment(archive: ZipArchive) -> bytes:
    """The comment of the file, which is behind its last record."""
    place = archive.content.find(b"PK\x05\x06", archive.directory[1])
    return archive.content[place + _END.size :] if place >= 0 else b""


def _moved(entry: bytes, member: ZipMember, offset: int) -> bytes:
    """Give a directory record its new offset, wherever the record keeps it."""
    if member.start == offset:
        return entry
    record = _ENTRY.unpack_from(entry)
    if record[16] != _IN_ZIP64:
        return entry[:42] + struct.pack("<I", offset) + entry[46:]
    place = _ENTRY.size + record[10]
    stop = place + record[11]
    while place + 4 <= stop:
        kind, size = struct.unpack_from("<2H", entry, place)
        if kind == 1:
            place += 4 + 8 * (record[8] == _IN_ZIP64) + 8 * (record[9] == _IN_ZIP64)
            return entry[:place] + struct.pack("<Q", offset) + entry[place + 8 :]
        place += 4 + size
    return entry


def _repack(entry: bytes, content: bytes, offset: int) -> tuple[bytes, bytes]:
    """Pack a member afresh; give its local and its directory record."""
    record = _ENTRY.unpack_from(entry)
    made_by, flags, time, date = record[1], record[3] & _UTF8, record[5], record[6]
    name = entry[_ENTRY.size : _ENTRY.size + record[10]]
    comment = entry[len(entry) - record[12] :] if record[12] else b""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = packer.compress(content) + packer.flush()
    common = (flags, _DEFLATED, time, date, zlib.crc32(content), len(packed), len(content))
    local = _LOCAL.pack(b"PK\x03\x04", _VERSION, *common, len(name), 0)
    directory = _ENTRY.pack(
        b"PK\x01\x02", made_by, _VERSION, *common, len(name), 0, len(comment), 0, *record[14:16],
        offset,
    )  # fmt: skip
    return local + name + packed, directory + name + comment


def _new_entry(path: str, like: bytes) -> bytes:
    """Start a directory record for a new member, dated like another one so that runs are equal."""
    name = path.encode()
    flags = 0 if name.isascii() else _UTF8
    made_by, time, date = _VERSION, 0, _FIRST_DATE
    if like:
        record = _ENTRY.unpack_from(like)
        made_by, time, date = record[1], record[5], record[6]
    return (
        _ENTRY.pack(
            b"PK\x01\x02", made_by, _VERSION, flags, _DEFLATED, time, date, 0, 0, 0, len(name),
            0, 0, 0, 0, 0, 0,
        )
        + name
    )  # fmt: skip
