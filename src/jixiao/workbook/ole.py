"""Compound files (the shell of xls, et, doc, encrypted xlsx): the names of their streams.

Reads the directory sector chain and nothing else, with a bound on every step; a damaged chain
gives fewer names, never an error.
"""

from __future__ import annotations

import struct
from typing import Final

MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END: Final = 0xFFFFFFFA  # this and above are marks, not sectors
_MOST_ENTRIES: Final = 4_096
_ENTRY: Final = 128
_SMALLEST: Final = 4_096  # smaller streams are kept together in one
_SMALL_SECTOR: Final = 64
_FILEPASS: Final = 0x002F


def stream_names(content: bytes) -> frozenset[str]:
    """Give the names of streams and storages in a compound file.

    >>> stream_names(MAGIC)
    frozenset()
    """
    return frozenset(name for name, _, _ in _entries(content))


def is_locked_workbook(content: bytes) -> bool:
    """Tell whether a BIFF workbook has a password to open: a FILEPASS record near its start."""
    entries = _entries(content)
    if any(name == "encryption" for name, _, _ in entries):
        return True
    sector = _sector_size(content) if entries else 0
    for name, first, size in entries:
        if name.casefold() in ("workbook", "book"):
            start = (first + 1) * sector
            if size < _SMALLEST:  # inside the stream that collects the small ones
                start = (entries[0][1] + 1) * sector + first * _SMALL_SECTOR
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


def _entries(content: bytes) -> list[tuple[str, int, int]]:
    """Name, first sector and size of each directory entry."""
    if len(content) < 512 or not content.startswith(MAGIC):
        return []
    sector = _sector_size(content)
    if not sector:
        return []
    found: list[tuple[str, int, int]] = []
    (current,) = struct.unpack_from("<I", content, 48)
    seen: set[int] = set()
    while current < _END and current not in seen and len(found) < _MOST_ENTRIES:
        seen.add(current)
        start = (current + 1) * sector
        for place in range(start, min(start + sector, len(content) - _ENTRY + 1), _ENTRY):
            (length,) = struct.unpack_from("<H", content, place + 64)
            if 2 <= length <= 64:
                name = content[place : place + length - 2].decode("utf-16-le", "replace")
                first, size = struct.unpack_from("<2I", content, place + 116)
                found.append((name, first, size))
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
