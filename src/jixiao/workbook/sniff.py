"""What a file is, told by its bytes and never by its name."""

from __future__ import annotations

import enum
import os
import re
from pathlib import Path
from typing import Final

from jixiao.workbook import ole
from jixiao.workbook.archive import Archive

_HEAD: Final = 4_096


class Kind(enum.StrEnum):
    """Kinds of content that are told apart."""

    ZIP = "zip"  # xlsx, xlsm, xlsb, ods, docx … until it is opened
    OLE = "ole"  # xls, et, doc, encrypted xlsx … until its streams are seen
    XLSX = "xlsx"
    XLSM = "xlsm"
    XLSB = "xlsb"
    ODS = "ods"
    XLS = "xls"
    ET = "et"
    ENCRYPTED = "encrypted"
    RIGHTS = "rights"
    HTML = "html"
    XML_2003 = "xml2003"
    MHTML = "mhtml"
    TEXT = "text"
    PDF = "pdf"
    WORDS = "words"
    OFFICE = "office"
    IMAGE = "image"
    ARCHIVE = "archive"
    COMPOUND = "compound"
    OLD_EXCEL = "biff"
    NUMBERS = "numbers"
    OFD = "ofd"
    EMPTY = "empty"
    CUT = "cut"
    UNKNOWN = "unknown"


_MAGIC: Final = (
    (b"PK\x03\x04", Kind.ZIP),
    (ole.MAGIC, Kind.OLE),
    (b"%PDF", Kind.PDF),
    (b"{\\rtf", Kind.WORDS),
    (b"PK\x05\x06", Kind.ARCHIVE),
    (b"PK\x07\x08", Kind.ARCHIVE),
    (b"Rar!", Kind.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Kind.ARCHIVE),
    (b"\x1f\x8b", Kind.ARCHIVE),
    (b"BZh", Kind.ARCHIVE),
    (b"\xfd7zXZ", Kind.ARCHIVE),
    (b"\x89PNG", Kind.IMAGE),
    (b"\xff\xd8\xff", Kind.IMAGE),
    (b"GIF8", Kind.IMAGE),
    (b"II*\x00", Kind.IMAGE),
    (b"MM\x00*", Kind.IMAGE),
    (b"\x09\x00\x04\x00", Kind.OLD_EXCEL),
    (b"\x09\x02\x06\x00", Kind.OLD_EXCEL),
    (b"\x09\x04\x06\x00", Kind.OLD_EXCEL),
    (b"\x09\x08\x08\x00", Kind.OLD_EXCEL),
    (b"\x09\x08\x10\x00", Kind.XLS),  # a workbook stream without its compound shell
)
_HTML: Final = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|table|style|script|div)\b", re.IGNORECASE
)
_MHTML: Final = re.compile(r"^(?:mime-version|from|content-type)\s*:", re.IGNORECASE)
_TEXT_CONTROLS: Final = frozenset(range(32)) - {9, 10, 12, 13, 26, 27}


def sniff(source: str | os.PathLike[str] | bytes) -> Kind:
    """Tell the kind of a file by its first 4 KiB: cheap, opens no container.

    >>> sniff(b"%PDF-1.7"), sniff("单位,得分".encode("gbk"))
    (<Kind.PDF: 'pdf'>, <Kind.TEXT: 'text'>)
    """
    if isinstance(source, bytes):
        head = source[:_HEAD]
    else:
        with Path(source).open("rb") as stream:
            head = stream.read(_HEAD)
    if not head:
        return Kind.EMPTY
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(b"BM") and len(head) > 14 and head[6:10] == bytes(4):
        return Kind.IMAGE
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return Kind.IMAGE
    text = _decode(head)
    return Kind.UNKNOWN if text is None else _kind_of_text(text)


def sniff_archive(archive: Archive) -> Kind:
    """Tell what a zip file holds, by the names of its members and its content types."""
    names = archive.by_path
    types = archive.find("[Content_Types].xml")
    if types is not None:
        kind = _kind_of_types(archive.inflate(types))
        # A list of contents that leaves the workbook out is mended by saving, not by unpacking.
        return Kind.XLSX if kind is Kind.ARCHIVE and "xl/workbook.xml" in names else kind
    mimetype = archive.find("mimetype")
    if mimetype is not None and mimetype.size < 200:
        declared = archive.inflate(mimetype)
        if b"opendocument.spreadsheet" in declared:
            return Kind.ODS
        if b"opendocument.text" in declared:
            return Kind.WORDS
        if b"opendocument" in declared:
            return Kind.OFFICE
    if "content.xml" in names and "meta-inf/manifest.xml" in names:
        return Kind.ODS
    if "ofd.xml" in names:
        return Kind.OFD
    if any(name.endswith(".iwa") or name == "index.zip" for name in names):
        return Kind.NUMBERS
    if "xl/workbook.xml" in names:
        return Kind.XLSX  # without its list of contents: refused with the right words later
    return Kind.ARCHIVE


def sniff_compound(content: bytes) -> Kind:
    """Tell what a compound file holds, by the names of its streams."""
    folded = {name.casefold() for name in ole.stream_names(content)}
    if not any(folded):
        return Kind.CUT
    if "encryptedpackage" in folded or "encryptioninfo" in folded:
        return Kind.ENCRYPTED
    if "\x09drmcontent" in folded:
        return Kind.RIGHTS
    if not folded.isdisjoint(ole.WORKBOOKS):
        return Kind.ENCRYPTED if ole.is_locked_workbook(content) else Kind.XLS
    if "worddocument" in folded:
        return Kind.WORDS
    if "powerpoint document" in folded or "visiodocument" in folded:
        return Kind.OFFICE
    return Kind.COMPOUND


def _kind_of_types(types: bytes) -> Kind:
    lowered = types.replace(b"\0", b"").lower()  # in UTF-16 every other byte is zero
    for mark, kind in (
        (b"sheet.binary.macroenabled.main", Kind.XLSB),
        (b"sheet.macroenabled.main+xml", Kind.XLSM),
        (b"template.macroenabled.main+xml", Kind.XLSM),
        (b"addin.macroenabled.main+xml", Kind.XLSM),
        (b"spreadsheetml.sheet.main+xml", Kind.XLSX),
        (b"spreadsheetml.template.main+xml", Kind.XLSX),
        (b"wordprocessingml", Kind.WORDS),
        (b"ms-word.", Kind.WORDS),
        (b"presentationml", Kind.OFFICE),
        (b"ms-powerpoint.", Kind.OFFICE),
        (b"visio", Kind.OFFICE),
    ):
        if mark in lowered:
            # Embedded documents declare their types too, but never as their main part's.
            return kind
    return Kind.XLSX if b"spreadsheetml" in lowered else Kind.ARCHIVE


def _decode(head: bytes) -> str | None:
    """Read the head as text: UTF-8, UTF-16 or GB 18030; None where it is none."""
    even = head[: len(head) // 2 * 2]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _without_zeros(even.decode("utf-16", "replace"))
    if head[1:2] == b"\x00" and head[3:4] == b"\x00":
        return _without_zeros(even.decode("utf-16-le", "replace"))
    if any(byte in _TEXT_CONTROLS for byte in head):
        return None
    for encoding in ("utf-8-sig", "gb18030"):
        for cut in range(4):  # the head may end inside a character
            try:
                return head[: len(head) - cut].decode(encoding)
            except UnicodeDecodeError:
                continue
    return None


def _without_zeros(text: str) -> str | None:
    return None if "\x00" in text else text


def _kind_of_text(text: str) -> Kind:
    start = text.lstrip("\ufeff \t\r\n")
    if _MHTML.match(start) and "mime-version" in text.lower():
        return Kind.MHTML
    if "urn:schemas-microsoft-com:office:spreadsheet" in text and start.startswith("<"):
        return Kind.XML_2003
    if start.startswith("<") and ("office:mimetype" in text or "opendocument" in text):
        return Kind.OFFICE
    if _HTML.search(start[:1_000]) and start.startswith("<"):
        return Kind.HTML
    return Kind.TEXT
