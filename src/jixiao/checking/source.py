"""What a caller may hand in: a path, the bytes of a file, a binary stream, an openpyxl workbook."""

from __future__ import annotations

import io
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

if TYPE_CHECKING:
    import openpyxl

SourceLike: TypeAlias = "str | os.PathLike[str] | bytes | BinaryIO | openpyxl.Workbook"

_IN_MEMORY = "<memory>"


@dataclass(frozen=True, slots=True)
class Source:
    """What is checked: the name it is called by, and its bytes where it is not a file on disk."""

    name: str
    content: bytes | None = None


def source_of(source: SourceLike) -> Source:
    """Take a source as name and bytes.

    A path is only named and read later. A binary stream is read to its end from where it is
    and called by its ``name`` where it has one. An openpyxl workbook is saved in memory: formulas
    then have no results, as openpyxl computes none, and the check says so (D004) instead of taking
    them for blanks. ``TypeError`` for anything else, a text stream included.

    >>> source_of("报送.xlsx"), source_of(b"PK").name
    (Source(name='报送.xlsx', content=None), '<memory>')
    """
    if isinstance(source, str | os.PathLike):
        return Source(os.fspath(source))
    if isinstance(source, bytes | bytearray | memoryview):
        return Source(_IN_MEMORY, bytes(source))
    openpyxl_module = sys.modules.get("openpyxl")  # whoever has its workbook has loaded it
    if openpyxl_module is not None and isinstance(source, openpyxl_module.Workbook):
        stream = io.BytesIO()
        source.save(stream)
        return Source("<openpyxl.Workbook>", stream.getvalue())
    content = source.read() if hasattr(source, "read") else None
    if not isinstance(content, bytes):
        raise TypeError(
            "a source is a path, bytes, a file opened in binary mode or an openpyxl.Workbook, "
            f"not {type(source).__name__}"
        )
    name = getattr(source, "name", None)
    return Source(name if isinstance(name, str) else _IN_MEMORY, content)
