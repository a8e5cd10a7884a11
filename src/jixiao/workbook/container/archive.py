"""The zip container: members found by path, as raw spans or inflated.

Takes the bytes of a file, gives an ``ZipArchive``; refuses equal names and whatever unpacks to
something else than its directory announces.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from mmap import mmap
from typing import Final
from urllib.parse import unquote

from jixiao.workbook.container.directory import STORED, ZipMember, admit_members, read_members
from jixiao.workbook.refusal import refuse_file

_CHUNK: Final = 256 * 1024
_EMPTY_STEP: Final = re.compile(r"/(?:\.?/)+")


@dataclass(frozen=True, slots=True)
class ZipArchive:
    """A checked zip container; ``directory`` is the span of its directory records."""

    content: bytes | mmap
    members: tuple[ZipMember, ...]
    directory: tuple[int, int]
    by_path: dict[str, ZipMember] = field(default_factory=dict)

    def find(self, path: str) -> ZipMember | None:
        """The member at ``path``, letter case and kind of slash ignored."""
        return self.by_path.get(folded(path))

    def raw(self, member: ZipMember) -> bytes:
        """The local record of a member, untouched."""
        return self.content[member.start : member.end]

    def inflate(self, member: ZipMember) -> bytes:
        """Unpack a member, counting; refuses a wrong size (F113) or checksum (F112)."""
        packed = self.content[member.data_start : member.data_end]
        if member.method == STORED or not (packed or member.size):  # nothing, marked as packed
            unpacked = packed
        else:
            inflater = zlib.decompressobj(-15)
            try:
                unpacked = inflater.decompress(packed, member.size + 1)
                if not inflater.eof and len(unpacked) <= member.size:
                    unpacked += inflater.flush()
            except zlib.error:
                raise refuse_file("F112", found=member.name) from None
            if not inflater.eof or inflater.unused_data:
                raise refuse_file("F113", found=member.name)
        if len(unpacked) != member.size:
            raise refuse_file("F113", found=member.name)
        if zlib.crc32(unpacked) != member.crc:
            raise refuse_file("F112", found=member.name)
        return unpacked

    def chunks(self, member: ZipMember) -> Iterator[bytes]:
        """Unpack a member piece by piece; its size and checksum are checked at the end."""
        if member.method == STORED or member.size <= _CHUNK:
            yield self.inflate(member)
            return
        inflater = zlib.decompressobj(-15)
        size, checksum = 0, 0
        pending = self.content[member.data_start : member.data_end]
        while not inflater.eof:
            try:
                piece = inflater.decompress(pending, _CHUNK)
            except zlib.error:
                raise refuse_file("F112", found=member.name) from None
            pending = inflater.unconsumed_tail
            size += len(piece)
            checksum = zlib.crc32(piece, checksum)
            if size > member.size or (not piece and not inflater.eof):
                raise refuse_file("F113", found=member.name)
            yield piece
        if size != member.size or inflater.unused_data:
            raise refuse_file("F113", found=member.name)
        if checksum != member.crc:
            raise refuse_file("F112", found=member.name)


def folded(path: str) -> str:
    """Bring a member's path to the form in which two equal ones are equal.

    >>> folded("XL\\\\Worksheets/Sheet1.xml"), folded("/xl/.//sheet%201.xml")
    ('xl/worksheets/sheet1.xml', 'xl/sheet 1.xml')
    """
    if "%" in path:
        path = unquote(path)
    path = path.replace("\\", "/").lstrip("/").casefold()
    if "//" in path or "./" in path:
        path = _EMPTY_STEP.sub("/", f"/{path}").lstrip("/")
    return path


def open_archive(content: bytes) -> ZipArchive:
    """Open a zip file whose directory is sound; refuses (F105) equal names."""
    members, directory = read_members(content)
    admit_members(members, len(content))
    by_path: dict[str, ZipMember] = {}
    for member in members:
        if by_path.setdefault(folded(member.path), member) is not member:
            raise refuse_file("F105", found=member.name)
    return ZipArchive(content, members, directory, by_path)
