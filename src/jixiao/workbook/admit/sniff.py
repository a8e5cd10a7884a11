"""What a file is, recognised by its bytes and never by its name."""

from __future__ import annotations

import enum
import os
import re
from pathlib import Path
from typing import Final

from jixiao.workbook.admit import ole
from jixiao.workbook.container import Package, ZipArchive
from jixiao.workbook.refusal import Refused

_HEAD: Final = 4_096


class FileKind(enum.StrEnum):
    """Kinds of content that are distinguished."""

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
    FLAT_ODS = "fods"
    EMPTY = "empty"
    CUT = "cut"
    UNKNOWN = "unknown"


_MAGIC: Final = (
    (b"PK\x03\x04", FileKind.ZIP),
    (ole.MAGIC, FileKind.OLE),
    (b"%PDF", FileKind.PDF),
    (b"{\\rtf", FileKind.WORDS),
    (b"PK\x05\x06", FileKind.ARCHIVE),
    (b"PK\x07\x08", FileKind.ARCHIVE),
    (b"Rar!", FileKind.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", FileKind.ARCHIVE),
    (b"\x1f\x8b", FileKind.ARCHIVE),
    (b"BZh", FileKind.ARCHIVE),
    (b"\xfd7zXZ", FileKind.ARCHIVE),
    (b"\x89PNG", FileKind.IMAGE),
    (b"\xff\xd8\xff", FileKind.IMAGE),
    (b"GIF8", FileKind.IMAGE),
    (b"II*\x00", FileKind.IMAGE),
    (b"MM\x00*", FileKind.IMAGE),
    (b"\x09\x00\x04\x00", FileKind.OLD_EXCEL),
    (b"\x09\x02\x06\x00", FileKind.OLD_EXCEL),
    (b"\x09\x04\x06\x00", FileKind.OLD_EXCEL),
    (b"\x09\x08\x08\x00", FileKind.OLD_EXCEL),
    (b"\x09\x08\x10\x00", FileKind.XLS),  # a workbook stream without its compound shell
)
_PARTS: Final = (  # what the declared type of the main part holds, in small letters
    ("sheet.binary.macroenabled.main", FileKind.XLSB),
    ("sheet.macroenabled.main+xml", FileKind.XLSM),
    ("template.macroenabled.main+xml", FileKind.XLSM),
    ("addin.macroenabled.main+xml", FileKind.XLSM),
    ("spreadsheetml.sheet.main+xml", FileKind.XLSX),
    ("spreadsheetml.template.main+xml", FileKind.XLSX),
    ("wordprocessingml", FileKind.WORDS),
    ("ms-word.", FileKind.WORDS),
    ("presentationml", FileKind.OFFICE),
    ("ms-powerpoint.", FileKind.OFFICE),
    ("visio", FileKind.OFFICE),
)
_HTML: Final = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|table|style|script|div)\b", re.IGNORECASE
)
_MHTML: Final = re.compile(r"^(?:mime-version|from|content-type)\s*:", re.IGNORECASE)
_TEXT_CONTROLS: Final = frozenset(range(32)) - {9, 10, 12, 13, 26, 27}


def sniff_file(source: str | os.PathLike[str] | bytes) -> FileKind:
    """Say the kind of a file by its first 4 KiB: cheap, opens no container.

    >>> sniff_file(b"%PDF-1.7"), sniff_file("单位,得分".encode("gbk"))
    (<FileKind.PDF: 'pdf'>, <FileKind.TEXT: 'text'>)
    """
    if isinstance(source, bytes):
        head = source[:_HEAD]
    else:
        with Path(source).open("rb") as stream:
            head = stream.read(_HEAD)
    if not head:
        return FileKind.EMPTY
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(b"BM") and len(head) > 14 and head[6:10] == bytes(4):
        return FileKind.IMAGE
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return FileKind.IMAGE
    text = _decode(head)
    return FileKind.UNKNOWN if text is None else _kind_of_text(text)


def sniff_archive(archive: ZipArchive) -> FileKind:
    """Say what a zip file holds, by the names of its members and its content types."""
    names = archive.by_path
    types = archive.find("[Content_Types].xml")
    if types is not None:
        kind = _kind_of_main(archive) or _kind_of_types(archive.inflate(types))
        # A list of contents that leaves the workbook out is mended by saving, not by unpacking.
        return FileKind.XLSX if kind is FileKind.ARCHIVE and "xl/workbook.xml" in names else kind
    mimetype = archive.find("mimetype")
    if mimetype is not None and mimetype.size < 200:
        declared = archive.inflate(mimetype)
        if b"opendocument.spreadsheet" in declared:
            return FileKind.ODS
        if b"opendocument.text" in declared:
            return FileKind.WORDS
        if b"opendocument" in declared:
            return FileKind.OFFICE
    if "content.xml" in names and "meta-inf/manifest.xml" in names:
        return FileKind.ODS
    if "ofd.xml" in names:
        return FileKind.OFD
    if any(name.endswith(".iwa") or name == "index.zip" for name in names):
        return FileKind.NUMBERS
    if "xl/workbook.xml" in names:
        return FileKind.XLSX  # without its list of contents: refused with the right words later
    return FileKind.ARCHIVE


def sniff_compound(content: bytes) -> FileKind:
    """Say what a compound file holds, by the names of its streams."""
    folded = {name.casefold() for name in ole.stream_names(content)}
    if not any(folded):
        return FileKind.CUT
    if "encryptedpackage" in folded or "encryptioninfo" in folded:
        return FileKind.ENCRYPTED
    if "\x09drmcontent" in folded:
        return FileKind.RIGHTS
    if not folded.isdisjoint(ole.WORKBOOKS):
        return FileKind.ENCRYPTED if ole.is_locked_workbook(content) else FileKind.XLS
    if "worddocument" in folded:
        return FileKind.WORDS
    if "powerpoint document" in folded or "visiodocument" in folded:
        return FileKind.OFFICE
    return FileKind.COMPOUND


def _kind_of_main(archive: ZipArchive) -> FileKind | None:
    """Say the kind by the declared type of the main part alone; None where none is found."""
    try:
        package = Package.of(archive)
        related = package.related("", "officeDocument")
    except Refused:
        return None  # the gate says what is wrong
    return _kind_of_type((package.content_type(related.target) if related else None) or "")


def _kind_of_types(types: bytes) -> FileKind:
    """Say the kind by any type declared, where the main part cannot be found."""
    lowered = types.replace(b"\0", b"").lower()  # in UTF-16 every other byte is zero
    kind = _kind_of_type(lowered.decode("latin-1"))
    return kind or (FileKind.XLSX if b"spreadsheetml" in lowered else FileKind.ARCHIVE)


def _kind_of_type(declared: str) -> FileKind | None:
    lowered = declared.casefold()
    return next((kind for mark, kind in _PARTS if mark in lowered), None)


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


def _kind_of_text(text: str) -> FileKind:
    start = text.lstrip("\ufeff \t\r\n")
    if _MHTML.match(start) and "mime-version" in text.lower():
        return FileKind.MHTML
    if "urn:schemas-microsoft-com:office:spreadsheet" in text and start.startswith("<"):
        return FileKind.XML_2003
    if start.startswith("<") and "opendocument.spreadsheet" in text:
        return FileKind.FLAT_ODS
    if start.startswith("<") and ("office:mimetype" in text or "opendocument" in text):
        return FileKind.OFFICE
    if _HTML.search(start[:1_000]) and start.startswith("<"):
        return FileKind.HTML
    return FileKind.TEXT
