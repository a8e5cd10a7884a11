"""Text files that hold a table (CSV): decoded, and nothing else by another name."""

from __future__ import annotations

from typing import Final

from jixiao.workbook.admit.sniff import FileKind, sniff_file

_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


def admit_text(content: bytes) -> str | None:
    """Decode a text file: UTF-8 or GB18030, or UTF-16 with its mark.

    None for anything else: a workbook whatever its name, a binary file, bytes of no encoding.

    >>> admit_text("满意度,份数".encode("gb18030"))
    '满意度,份数'
    """
    return decode_text(content) if sniff_file(content) is FileKind.TEXT else None


def decode_text(content: bytes) -> str | None:
    """Decode bytes that are known to be text; None where they are of none of these encodings."""
    for encoding in ("utf-16",) if content.startswith(_UTF_16) else ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
