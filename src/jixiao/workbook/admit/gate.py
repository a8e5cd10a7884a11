"""The gate before any reader: a regular file, of a readable kind, with a sound package.

Takes a path, gives ``Admitted``; refuses everything else with the finding that says why.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final

from jixiao.finding import Bilingual, Finding, finding, text_of
from jixiao.workbook import limits
from jixiao.workbook.admit.sniff import FileKind, sniff_archive, sniff_compound, sniff_file
from jixiao.workbook.container import (
    Package,
    ZipMember,
    check_tags,
    has_doctype,
    keep_open,
    open_archive,
)
from jixiao.workbook.refusal import Refused, refuse_file

_SPECIAL: Final = (
    (stat.S_ISFIFO, text_of("workbook.file.pipe")),
    (stat.S_ISCHR, text_of("workbook.file.device")),
    (stat.S_ISBLK, text_of("workbook.file.device")),
    (stat.S_ISSOCK, text_of("workbook.file.socket")),
)
_REFUSED_KINDS: Final = {
    FileKind.CUT: "F100",
    FileKind.ENCRYPTED: "F020",
    FileKind.RIGHTS: "F021",
    FileKind.HTML: "F022",
    FileKind.XML_2003: "F023",
    FileKind.MHTML: "F024",
    FileKind.TEXT: "F025",
    FileKind.PDF: "F026",
    FileKind.WORDS: "F027",
    FileKind.OFFICE: "F028",
    FileKind.IMAGE: "F029",
    FileKind.ARCHIVE: "F030",
    FileKind.COMPOUND: "F031",
    FileKind.UNKNOWN: "F032",
    FileKind.OLD_EXCEL: "F033",
    FileKind.NUMBERS: "F034",
    FileKind.OFD: "F035",
    FileKind.FLAT_ODS: "F036",
}
_EXTENSIONS: Final = {
    FileKind.XLSX: (".xlsx", ".xltx"),
    FileKind.XLSM: (".xlsm", ".xltm", ".xlam"),
    FileKind.XLSB: (".xlsb",),
    FileKind.ODS: (".ods", ".ots"),
    FileKind.XLS: (".xls", ".xlt", ".et", ".ett"),
    FileKind.ET: (".et", ".ett", ".xls"),
}
_PACKAGED: Final = (FileKind.XLSX, FileKind.XLSM, FileKind.ODS)
_LOCK_BYTES: Final = 165
_MARKUP: Final = (".xml", ".rels", ".vml")


@dataclass(frozen=True, slots=True)
class Admitted:
    """A file that passed; ``package`` is there for xlsx, xlsm and ods."""

    content: bytes
    sha256: str
    kind: FileKind
    package: Package | None
    findings: tuple[Finding, ...]


def load_file(path: str | os.PathLike[str]) -> bytes:
    """Read a regular file of at most 50 MB; refuses by F001 to F009, opens nothing else."""
    shown = os.fspath(path)
    try:
        status = Path(shown).stat()
    except (OSError, ValueError) as error:
        raise _unopened(shown, error) from None
    if stat.S_ISDIR(status.st_mode):
        raise refuse_file("F002", found=shown)
    if not stat.S_ISREG(status.st_mode):
        kind = next(
            (name for is_it, name in _SPECIAL if is_it(status.st_mode)),
            text_of("workbook.file.special"),
        )
        raise refuse_file("F003", found=shown, kind=kind)
    _check_size(status.st_size)
    try:
        with Path(shown).open("rb") as stream:
            content = stream.read(limits.now().file_bytes + 1)
    except OSError as error:
        raise _unopened(shown, error) from None
    _check_size(len(content))
    return content


def content_hash(content: bytes) -> str:
    """SHA-256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def admit_file(content: bytes, name: str, sha256: str) -> Admitted:
    """Decide what the bytes are and check their container; ``name`` only gives the extension."""
    if _is_lock(content, name):
        raise refuse_file("F008", found=PurePath(name).name)
    if not content:
        raise refuse_file("F005", found=PurePath(name).name)
    _check_size(len(content))
    kind = sniff_file(content)
    package: Package | None = None
    if kind is FileKind.ZIP:
        archive = open_archive(content)
        kind = sniff_archive(archive)
        if kind in _EXTENSIONS:
            package = Package(archive) if kind is FileKind.ODS else Package.of(archive)
            inspect_package(package, kind)
            if kind is not FileKind.ODS:
                keep_open(package)
    elif kind is FileKind.OLE:
        kind = sniff_compound(content)
    elif kind is FileKind.UNKNOWN and b"PK\x05\x06" in content[-limits.MEBIBYTE :]:
        raise refuse_file("F101")
    if kind in _REFUSED_KINDS:
        extension = PurePath(name).suffix.lower()
        raise refuse_file(_REFUSED_KINDS[kind], found=extension, named=_named(extension))
    return Admitted(
        content, sha256, kind, package if kind in _PACKAGED else None, _extension(name, kind)
    )


def admit_words(content: bytes) -> bool:
    """Say whether the bytes are a Word document, its package checked like that of a workbook.

    False for anything else, whatever its name; ``Refused`` for a document that must not be opened.
    """
    if sniff_file(content) is not FileKind.ZIP:
        return False
    _check_size(len(content))
    archive = open_archive(content)
    if sniff_archive(archive) is not FileKind.WORDS:
        return False
    inspect_package(Package.of(archive), FileKind.WORDS)
    return True


def _is_lock(content: bytes, name: str) -> bool:
    """Recognise a lock file: named ~$…, or the user's name padded to 165 bytes (WPS, Excel)."""
    if PurePath(name).name.startswith("~$") and len(content) < 1_024:
        return True
    return (
        len(content) == _LOCK_BYTES
        and content[0] < 54
        and content[1 + content[0] : 55].strip() == b""
    )


def inspect_package(package: Package, kind: FileKind) -> None:
    """Unpack every member once: size, checksum, tags, document types, references leading out."""
    tags = 0
    rest = sum(member.size for member in package.members)
    for member in package.members:
        if member.is_folder:
            continue
        is_markup = member.path.casefold().endswith(_MARKUP) or (
            package.content_type(member.path) or ""
        ).endswith("xml")
        # Old office suites declare a document type in this one part; nothing here reads it as XML.
        is_exempt = kind is FileKind.ODS and member.path == "META-INF/manifest.xml"
        if is_markup and not is_exempt:
            is_few = tags + rest <= limits.now().tags  # were every byte of the rest a tag
            tags += _count_tags(package.pieces(member.path), member, is_few=is_few)
            check_tags(tags)
            _check_references(package, member, kind)
        else:
            for _ in package.archive.chunks(member):
                pass
        rest -= member.size
        if kind is FileKind.ODS and is_exempt and b"encryption-data" in package.part(member.path):
            raise refuse_file("F020")


def _count_tags(pieces: Iterator[bytes], member: ZipMember, *, is_few: bool) -> int:
    """Count the tags of a part, unless they are few; refuses (F116) a document type."""
    head, tail, tags = b"", b"", 0
    for piece in pieces:
        head = head or piece[:4]
        if has_doctype(head, tail + piece if tail else piece):
            raise refuse_file("F116", found=member.name)
        tail = piece[-32:]
        tags += 0 if is_few else piece.count(b"<")
    return tags


def _check_references(package: Package, member: ZipMember, kind: FileKind) -> None:
    folder, _, name = member.path.rpartition("/")
    if kind is not FileKind.ODS and name.endswith(".rels") and folder.endswith("_rels"):
        owner = folder.removesuffix("_rels") + name.removesuffix(".rels")
        package.relationships(owner)


def _named(extension: str) -> Bilingual:
    """Say what the name claims, for names that claim a workbook."""
    if any(extension in extensions for extensions in _EXTENSIONS.values()):
        return text_of("workbook.file.named").fill(extension=extension)
    return Bilingual("", "")


def _extension(name: str, kind: FileKind) -> tuple[Finding, ...]:
    extension = PurePath(name).suffix.lower()
    fitting = _EXTENSIONS[kind]
    if extension in fitting or name[:1] in ("", "<"):  # in memory, as "<memory>": no file's name
        return ()
    return (finding("F050", found=extension or "—", expected=fitting[0]),)


def _check_size(size: int) -> None:
    if size > limits.now().file_bytes:
        mebibytes = limits.MEBIBYTE
        raise refuse_file(
            "F007",
            size=f"{size / mebibytes:.0f}",
            limit=f"{limits.now().file_bytes // mebibytes}",
        )


def _unopened(shown: str, error: OSError | ValueError) -> Refused:
    printable = shown.encode("utf-8", "backslashreplace").decode()[:200]
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return refuse_file("F001", found=printable)
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.ELOOP:
        return refuse_file("F004", found=printable)
    if number in (errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ, None):
        return refuse_file("F009", found=printable)
    return refuse_file("F006", found=printable)
