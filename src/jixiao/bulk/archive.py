"""Archives of returns (.zip): what is in one, and the bytes of one member.

An archive passes the same gate as a workbook before anything in it is touched; members are read
into memory one at a time and never written under the names they carry.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

from jixiao.bulk.walk import Sort, sort_of
from jixiao.finding import Bilingual

MOST_MEMBERS = 5_000
MOST_BYTES = 256 * 2**20
MOST_MEMBER_BYTES = 50 * 2**20
MOST_RATIO = 200
_ENCRYPTED = 0x1
_STORED_OR_DEFLATED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class ArchiveRefused(Exception):
    """An archive that is not unpacked; ``reason`` says why."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.reason = Bilingual(zh, en)


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: ``name`` as stored, ``relative`` as shown (decoded, with ``/``)."""

    name: str
    relative: str
    sort: Sort


def members(path: str | Path) -> list[Member]:
    """List the files of an archive, ordered; ``ArchiveRefused`` where it does not pass the gate."""
    with _open(path) as archive:
        listed = [item for item in archive.infolist() if not item.is_dir()]
        _gate(listed)
        found = [
            Member(item.filename, shown, sort_of(shown.rsplit("/", 1)[-1]))
            for item in listed
            if not (shown := _shown(item)).startswith("__MACOSX/")
        ]
    seen: set[str] = set()
    for member in found:
        folded = member.relative.casefold()
        if folded in seen:
            raise ArchiveRefused("压缩包内有同名文件", "two members have the same name")
        seen.add(folded)
    return sorted(found, key=lambda member: member.relative)


def extract(path: str | Path, name: str) -> bytes:
    """Read one member, counting bytes; ``KeyError`` where it is gone, ``ArchiveRefused`` if bad."""
    with _open(path) as archive:
        item = archive.getinfo(name)
        _gate([item])
        try:
            with archive.open(item) as stream:
                content = stream.read(item.file_size + 1)
        except (zipfile.BadZipFile, EOFError, OSError, ValueError) as error:
            raise ArchiveRefused("压缩包损坏", "the archive is damaged") from error
    if len(content) != item.file_size:
        raise ArchiveRefused("压缩包内文件大小与登记不符", "a member is not as large as declared")
    return content


def _open(path: str | Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError) as error:
        raise ArchiveRefused(
            "不是有效的 zip 压缩包，或已损坏", "not a zip archive, or damaged"
        ) from error
    except OSError as error:
        reason = error.strerror or "OSError"
        raise ArchiveRefused(f"压缩包打不开（{reason}）", f"cannot be opened ({reason})") from error


def _gate(listed: list[zipfile.ZipInfo]) -> None:
    if len(listed) > MOST_MEMBERS:
        raise ArchiveRefused(
            f"压缩包内文件超过 {MOST_MEMBERS} 个", f"more than {MOST_MEMBERS} members"
        )
    if sum(item.file_size for item in listed) > MOST_BYTES:
        raise ArchiveRefused(
            f"解开后超过 {MOST_BYTES >> 20} MB", f"more than {MOST_BYTES >> 20} MB unpacked"
        )
    for item in listed:
        if item.flag_bits & _ENCRYPTED:
            raise ArchiveRefused("压缩包有密码", "the archive has a password")
        if item.compress_type not in _STORED_OR_DEFLATED:
            raise ArchiveRefused("压缩方法不常见", "an unusual compression method")
        if item.file_size > MOST_MEMBER_BYTES or (
            item.file_size > 2**20 and item.file_size > MOST_RATIO * max(item.compress_size, 1)
        ):
            raise ArchiveRefused("压缩包内文件异常庞大", "a member is abnormally large")
        parts = item.filename.replace("\\", "/").split("/")
        if ".." in parts or parts[0] == "" or ":" in parts[0]:
            raise ArchiveRefused(
                "压缩包内的路径指向文件夹之外", "a member's path leads outside the folder"
            )


def _shown(item: zipfile.ZipInfo) -> str:
    """The name as its author saw it: archives made on Chinese Windows store GBK."""
    name = item.filename.replace("\\", "/")
    if item.flag_bits & 0x800:
        return name
    try:
        return name.encode("cp437").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return name
