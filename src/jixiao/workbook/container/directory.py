"""The directory of a zip file: read entry by entry, checked against the limits and against itself.

Takes the bytes of a file, gives its members; refuses whatever two programs could read in two ways
(junk, contradicting headers, overlaps, records left out). ``admit_members`` then refuses members
that announce too much or that no spreadsheet program packs so.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from mmap import mmap
from typing import Final

from jixiao.workbook import limits
from jixiao.workbook.refusal import Refused, refuse_file

STORED: Final = 0
DEFLATED: Final = 8
_ENCRYPTED: Final = 0x2041  # encrypted, strongly encrypted, directory masked
_HAS_DESCRIPTOR: Final = 0x0008
_LOCAL_MARK: Final = b"PK\x03\x04"
_UTF8: Final = 0x0800
_WIDE_SIZES: Final = 0x0001
_SECOND_NAME: Final = 0x7075
_LOCAL: Final = struct.Struct("<4s5H3I2H")
_ENTRY: Final = struct.Struct("<4s6H3I5H2I")
_END: Final = struct.Struct("<4s4H2IH")
_END64: Final = struct.Struct("<4sQ2H2I4Q")


@dataclass(frozen=True, slots=True)
class ZipMember:
    """One entry of the directory.

    ``name`` is as stored, ``path`` with forward slashes and no leading one. ``modified`` is year,
    month, day, hour, minute and second as the archiver's clock showed them, not checked. All
    offsets are into the archive's bytes: ``[start, end)`` is the whole local record (header, packed
    bytes and descriptor), ``[data_start, data_end)`` the packed bytes, ``entry`` the directory
    record.
    """

    name: str
    path: str
    method: int
    flags: int
    crc: int
    size: int
    start: int
    data_start: int
    data_end: int
    end: int
    entry: tuple[int, int]
    modified: tuple[int, int, int, int, int, int]

    @property
    def packed(self) -> int:
        """Number of packed bytes."""
        return self.data_end - self.data_start

    @property
    def is_folder(self) -> bool:
        """An entry for a folder, which stores nothing."""
        return self.path.endswith("/")


def read_members(content: bytes | mmap) -> tuple[tuple[ZipMember, ...], tuple[int, int]]:
    """Give all members and the span of the directory."""
    if content[:4] != _LOCAL_MARK:
        raise refuse_file("F101")
    first, size, count = _find_directory(content)
    members = tuple(_read_directory(content, first, size, count))
    _check_places(content, members, first)
    return members, (first, first + size)


def admit_members(members: Iterable[ZipMember], file_size: int) -> None:
    """Refuse members that are encrypted, packed in another way, or too large to unpack."""
    total = 0
    for member in members:
        if member.flags & _ENCRYPTED:
            raise refuse_file("F103", found=member.name)
        if member.method not in (STORED, DEFLATED):
            raise refuse_file("F104", found=member.name, method=str(member.method))
        if member.method == STORED and member.packed != member.size:
            raise refuse_file("F113", found=member.name)
        total += member.size
        if member.size > limits.now().part_bytes:
            raise _too_large("F109", member.name, member.size, limits.now().part_bytes)
        if (
            member.size > limits.RATIO_FROM
            and member.size > member.packed * limits.now().member_ratio
        ):
            raise refuse_file("F111", found=member.name, limit=str(limits.now().member_ratio))
    if total > limits.now().unpacked_bytes:
        raise _too_large("F108", "", total, limits.now().unpacked_bytes)
    if total > limits.RATIO_FROM and total > file_size * limits.now().ratio:
        raise refuse_file("F110", limit=str(limits.now().ratio))


def _find_directory(content: bytes | mmap) -> tuple[int, int, int]:
    """Give offset and length of the directory and the number of its entries."""
    place = len(content)
    lowest = max(0, len(content) - _END.size - 0xFFFF)
    while True:
        place = content.rfind(b"PK\x05\x06", lowest, place)
        if place < 0:
            raise refuse_file("F102" if _has_end(content) else "F100")
        if place + _END.size <= len(content):
            end = _END.unpack_from(content, place)
            if place + _END.size + end[7] == len(content):
                break
    _, disk, first_disk, here, count, size, first, _ = end
    stop = place
    if 0xFFFF in (here, count) or 0xFFFFFFFF in (size, first):
        locator = place - 20
        if locator >= 0 and content[locator : locator + 4] == b"PK\x06\x07":
            (stop,) = struct.unpack_from("<Q", content, locator + 8)
            if stop + _END64.size > locator or content[stop : stop + 4] != b"PK\x06\x06":
                raise refuse_file("F100")
            _, _, _, _, disk, first_disk, here, count, size, first = _END64.unpack_from(
                content, stop
            )
    if disk or first_disk or here != count or first + size != stop:
        raise refuse_file("F100")
    if count > limits.MEMBERS:
        raise refuse_file("F107", found=str(count), limit=str(limits.MEMBERS))
    return first, size, count


def _has_end(content: bytes | mmap) -> bool:
    """Say whether a whole end record lies further up, so that bytes were added behind it."""
    place = content.rfind(b"PK\x05\x06")
    if place < 0 or place + _END.size > len(content):
        return False
    return bool(place + _END.size + _END.unpack_from(content, place)[7] < len(content))


def _read_directory(
    content: bytes | mmap, first: int, size: int, count: int
) -> Iterator[ZipMember]:
    place, stop = first, first + size
    for _ in range(count):
        if place + _ENTRY.size > stop:
            raise refuse_file("F100")
        record = _ENTRY.unpack_from(content, place)
        name_size, extra_size, comment_size = record[10:13]
        after_name = place + _ENTRY.size + name_size
        after = after_name + extra_size + comment_size
        if record[0] != b"PK\x01\x02" or after > stop:
            raise refuse_file("F100")
        raw_name = content[place + _ENTRY.size : after_name]
        extra = content[after_name : after_name + extra_size]
        yield _read_member(content, record, raw_name, extra, entry=(place, after))
        place = after
    if place != stop:
        raise refuse_file("F100")


def _read_member(
    content: bytes | mmap,
    record: tuple[int, ...],
    raw_name: bytes,
    extra: bytes,
    *,
    entry: tuple[int, int],
) -> ZipMember:
    flags, method, crc = record[3], record[4], record[7]
    packed, size, start = _widen(extra, record[8], record[9], record[16])
    name = _decode_name(raw_name, flags)
    path = _check_name(name)
    if raw_name.isascii() and _other_name(extra) not in ("", name):
        raise refuse_file("F114", found=name)
    if start + _LOCAL.size > len(content):
        raise refuse_file("F100")
    local = _LOCAL.unpack_from(content, start)
    after_name = start + _LOCAL.size + local[9]
    data_start = after_name + local[10]
    data_end = data_start + packed
    if local[0] != b"PK\x03\x04" or data_end > len(content):
        raise refuse_file("F100")
    if (
        content[start + _LOCAL.size : after_name] != raw_name
        or local[3] != method
        or (local[2] ^ flags) & _ENCRYPTED
    ):
        raise refuse_file("F114", found=name)
    local_sizes = _widen(content[after_name:data_start], local[7], local[8], 0)[:2]
    if not local[2] & _HAS_DESCRIPTOR and (local[6], *local_sizes) != (crc, packed, size):
        raise refuse_file("F114", found=name)
    end = data_end
    if local[2] & _HAS_DESCRIPTOR:
        end += _descriptor_size(content, data_end, crc, packed, size)
    return ZipMember(
        name, path, method, flags, crc, size, start, data_start, data_end, end, entry,
        _moment(record[5], record[6]),
    )  # fmt: skip


def _moment(time: int, date: int) -> tuple[int, int, int, int, int, int]:
    """Take apart date and time as archives pack them: two seconds are the smallest step."""
    day = (1980 + (date >> 9), (date >> 5) & 0xF, date & 0x1F)
    return (*day, time >> 11, (time >> 5) & 0x3F, 2 * (time & 0x1F))


def _widen(extra: bytes, packed: int, size: int, start: int) -> tuple[int, int, int]:
    """Take 64-bit sizes from the extra field where the 32-bit ones say so."""
    if 0xFFFFFFFF not in (packed, size, start):
        return packed, size, start
    for kind, field_bytes in _fields(extra):
        if kind != _WIDE_SIZES:
            continue
        count = len(field_bytes) // 8
        wide = iter(struct.unpack_from(f"<{count}Q", field_bytes))
        size = next(wide, size) if size == 0xFFFFFFFF else size
        packed = next(wide, packed) if packed == 0xFFFFFFFF else packed
        start = next(wide, start) if start == 0xFFFFFFFF else start
    return packed, size, start


def _fields(extra: bytes) -> Iterator[tuple[int, bytes]]:
    """Give kind and content of each extra field."""
    place = 0
    while place + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, place)
        yield kind, extra[place + 4 : place + 4 + length]
        place += 4 + length


def _other_name(extra: bytes) -> str:
    """Give the second name that some archivers store, and some programs prefer; "" for none."""
    fields = (content for kind, content in _fields(extra) if kind == _SECOND_NAME)
    return next(fields, b"")[5:].decode("utf-8", "replace")


def _descriptor_size(content: bytes | mmap, place: int, crc: int, packed: int, size: int) -> int:
    """Length of the descriptor behind the packed bytes: with or without mark, 32 or 64 bits."""
    narrow = struct.pack("<3I", crc, packed & 0xFFFFFFFF, size & 0xFFFFFFFF)
    wide = struct.pack("<I2Q", crc, packed, size)
    for written in (b"PK\x07\x08" + narrow, b"PK\x07\x08" + wide, narrow, wide):
        if content[place : place + len(written)] == written:
            return len(written)
    return 0


def _decode_name(raw: bytes, flags: int) -> str:
    for encoding in ("utf-8",) if flags & _UTF8 else ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("cp437")


def _check_name(name: str) -> str:
    """Refuse a name that leads out of the package; give it with forward slashes."""
    path = name.replace("\\", "/")
    steps = path.split("/")
    if (
        not path.strip("/")
        or path.startswith("/")
        or ".." in steps
        or ":" in steps[0]
        or any(ord(c) < 32 for c in path)
    ):
        raise refuse_file("F106", found=name.encode("unicode_escape").decode("ascii"))
    return path


def _too_large(code: str, name: str, size: int, limit: int) -> Refused:
    mebibytes = limits.MEBIBYTE
    return refuse_file(
        code, found=name, size=f"{size / mebibytes:.0f}", limit=f"{limit / mebibytes:.0f}"
    )


def _check_places(content: bytes | mmap, members: tuple[ZipMember, ...], directory: int) -> None:
    """Refuse records that share bytes, and such as the directory leaves out.

    The first lets a small file unpack to a huge one, the second shows other contents to programs
    that go by the records.
    """
    edge = 0
    for member in sorted(members, key=lambda m: m.start):
        if member.start < edge or member.end > directory:
            raise refuse_file("F115", found=member.name)
        if member.start > edge == 0:
            raise refuse_file("F101")
        if content.find(_LOCAL_MARK, edge, member.start) >= 0:
            raise refuse_file("F114", found=member.name)
        edge = member.end
    if content.find(_LOCAL_MARK, edge, directory) >= 0:
        raise refuse_file("F114", found=members[-1].name if members else "—")
