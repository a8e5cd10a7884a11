"""Compound files (the shell of xls, et, doc, encrypted xlsx): the names of their streams.

Reads the directory sector chain and nothing else, with a bound on every step; a damaged chain
gives fewer names, never an error. What counts lies at the top: deeper down are embedded objects,
which may be workbooks themselves.
"""

from __future__ import annotations

import struct
from typing import Final, NamedTuple

MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORKBOOKS: Final = ("workbook", "book")
_END: Final = 0xFFFFFFFA  # this and above are marks, not sectors
_MOST_ENTRIES: Final = 4_096
_ENTRY: Final = 128
_SMALLEST: Final = 4_096  # smaller streams are kept together in one
_SMALL_SECTOR: Final = 64
_FILEPASS: Final = 0x002F


class _Stream(NamedTuple):
    """One directory entry: ``place`` is its offset in the file, ``links`` its two neighbours."""

    name: str
    place: int
    links: tuple[int, int]
    child: int
    first: int
    size: int


def stream_names(content: bytes) -> frozenset[str]:
    """Give the names of streams and storages at the top of a compound file.

    >>> stream_names(MAGIC)
    frozenset()
    """
    return frozenset(stream.name for stream in _top(_entries(content)))


def without_inner_workbooks(content: bytes) -> bytes:
    """Rename the streams of embedded workbooks, which a reader may take for the workbook."""
    entries = _entries(content)
    top = {stream.place for stream in _top(entries)}
    inner = [s for s in entries if s.name.casefold() in WORKBOOKS and s.place not in top]
    if not inner:
        return content
    changed = bytearray(content)
    for stream in inner:
        changed[stream.place : stream.place + 2] = b"_\0"
    return bytes(changed)


def is_locked_workbook(content: bytes) -> bool:
    """Say whether a BIFF workbook has a password to open: a FILEPASS record near its start."""
    entries = _entries(content)
    top = _top(entries)
    if any(stream.name == "encryption" for stream in top):
        return True
    sector = _sector_size(content) if entries else 0
    for stream in top:
        if stream.name.casefold() in WORKBOOKS:
            start = (stream.first + 1) * sector
            if stream.size < _SMALLEST:  # inside the stream that collects the small ones
                start = (entries[0].first + 1) * sector + stream.first * _SMALL_SECTOR
            return _has_record(content[start : start + sector], _FILEPASS)
    return False


def _has_record(stream: bytes, wanted: int) -> bool:
    place = 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<2H", stream, place)
        if kind == wanted:
            return True
        place += 4 + length
    return False


def _sector_size(content: bytes) -> int:
    (shift,) = struct.unpack_from("<H", content, 30)
    return 1 << shift if shift in (9, 12) else 0


def _top(entries: list[_Stream]) -> list[_Stream]:
    """Give the entries directly below the first; all of them where its tree is damaged."""
    found: dict[int, _Stream] = {}
    waiting = [entries[0].child] if entries else []
    while waiting:
        number = waiting.pop()
        if number < len(entries) and number not in found:
            found[number] = entries[number]
            waiting += entries[number].links
    return list(found.values()) if any(s.name for s in found.values()) else entries


def _entries(content: bytes) -> list[_Stream]:
    """Give every directory entry, also unused ones, as their numbers count."""
    if len(content) < 512 or not content.startswith(MAGIC):
        return []
    sector = _sector_size(content)
    if not sector:
        return []
    found: list[_Stream] = []
    (current,) = struct.unpack_from("<I", content, 48)
    seen: set[int] = set()
    while current < _END and current not in seen and len(found) < _MOST_ENTRIES:
        seen.add(current)
        start = (current + 1) * sector
        for place in range(start, min(start + sector, len(content) - _ENTRY + 1), _ENTRY):
            length, _, _, left, right, child = struct.unpack_from("<HBB3I", content, place + 64)
            name = content[place : place + max(0, length - 2)] if length <= 64 else b""
            first, size = struct.unpack_from("<2I", content, place + 116)
            text = name.decode("utf-16-le", "replace")
            found.append(_Stream(text, place, (left, right), child, first, size))
        current = _next_sector(content, current, sector)
    return found


def _next_sector(content: bytes, current: int, sector: int) -> int:
    """Follow the allocation table one step (its first 109 sectors, enough for 7 MB)."""
    table_index, offset = divmod(current, sector // 4)
    if table_index >= 109:
        return _END
    (table,) = struct.unpack_from("<I", content, 76 + 4 * table_index)
    place = (table + 1) * sector + 4 * offset
    if table >= _END or place + 4 > len(content):
        return _END
    (following,) = struct.unpack_from("<I", content, place)
    return int(following)
