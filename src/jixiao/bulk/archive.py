"""Archives of returns (.zip): what is in one, and the bytes of one member.

An archive passes the same gate as a workbook before anything in it is touched; members are read
into memory one at a time and never written under the names they carry.
"""

from __future__ import annotations

import datetime as dt
import zipfile
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from jixiao.bulk.walk import Sort, reason, sort_of
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
    """A file in an archive: ``name`` as stored, ``relative`` as shown (decoded, with ``/``).

    ``modified`` is its time stamp in nanoseconds; archives keep local time, read as it stands.
    """

    name: str
    relative: str
    sort: Sort
    modified: int


def members(path: str | Path) -> list[Member]:
    """List the files of an archive, ordered; ``ArchiveRefused`` where it does not pass the gate."""
    with _open(path) as archive:
        listed = [item for item in archive.infolist() if not _decoded(item).endswith("/")]
    _gate(listed)
    found = [
        Member(item.filename, shown, _sort(item), _modified(item))
        for item in listed
        if "__MACOSX" not in (shown := _shown(item)).split("/")
    ]
    seen: set[str] = set()
    for member in found:
        folded = member.relative.casefold()
        if folded in seen:
            raise ArchiveRefused(
                f"压缩包内有同名文件“{member.relative}”",
                f"two members are named “{member.relative}”",
            )
        seen.add(folded)
    return sorted(found, key=lambda member: member.relative)


def is_workbook(listed: Iterable[Member]) -> bool:
    """Whether an archive is a workbook that somebody named .zip."""
    return any(member.name == "[Content_Types].xml" for member in listed)


def extract(path: str | Path, name: str) -> bytes:
    """Read one member, counting bytes; ``KeyError`` where it is gone, ``ArchiveRefused`` if bad."""
    with _open(path) as archive:
        item = archive.getinfo(name)
        _gate([item])
        try:
            with archive.open(item) as stream:
                content = stream.read(item.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise ArchiveRefused(
                "压缩包损坏，这个文件解不出来", "the archive is damaged, this member is lost"
            ) from error
    if len(content) != item.file_size:
        raise ArchiveRefused("压缩包内文件大小与登记不符", "a member is not as large as declared")
    return content


def _open(path: str | Path) -> zipfile.ZipFile:
    if not Path(path).is_file():  # a pipe would never end
        raise ArchiveRefused("压缩包不存在，或不是普通文件", "not there, or no regular file")
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError) as error:
        raise ArchiveRefused(
            "不是有效的 zip 压缩包，或已损坏", "not a zip archive, or damaged"
        ) from error
    except OSError as error:
        zh, en = reason(error)
        raise ArchiveRefused(f"压缩包打不开（{zh}）", f"cannot be opened ({en})") from error


def _gate(listed: list[zipfile.ZipInfo]) -> None:
    """Refuse what is dangerous; sizes and passwords matter only for what would be unpacked."""
    if len(listed) > MOST_MEMBERS:
        raise ArchiveRefused(
            f"压缩包内文件超过 {MOST_MEMBERS} 个", f"more than {MOST_MEMBERS} members"
        )
    for item in listed:
        parts = _decoded(item).split("/")
        if ".." in parts or parts[0] == "" or ":" in parts[0]:
            raise ArchiveRefused(
                "压缩包内的路径指向文件夹之外", "a member's path leads outside the folder"
            )
    returns = [item for item in listed if _sort(item) is Sort.WORKBOOK]
    if sum(item.file_size for item in returns) > MOST_BYTES:
        raise ArchiveRefused(
            f"解开后超过 {MOST_BYTES >> 20} MB", f"more than {MOST_BYTES >> 20} MB unpacked"
        )
    for item in returns:
        shown = _shown(item)
        if item.flag_bits & _ENCRYPTED:
            raise ArchiveRefused("压缩包有密码", "the archive has a password")
        if item.compress_type not in _STORED_OR_DEFLATED:
            raise ArchiveRefused(
                f"“{shown}”的压缩方法不常见", f"“{shown}” has an unusual compression method"
            )
        if item.file_size > MOST_MEMBER_BYTES or (
            item.file_size > 2**20 and item.file_size > MOST_RATIO * max(item.compress_size, 1)
        ):
            raise ArchiveRefused(f"“{shown}”异常庞大", f"“{shown}” is abnormally large")


def _modified(item: zipfile.ZipInfo) -> int:
    try:
        stamp = dt.datetime(*item.date_time)  # noqa: DTZ001 - an archive knows no time zone
        return int(stamp.timestamp()) * 10**9
    except (ValueError, OverflowError, OSError):  # no such day
        return 0


def _sort(item: zipfile.ZipInfo) -> Sort:
    return sort_of(_shown(item).rsplit("/", 1)[-1])


def _shown(item: zipfile.ZipInfo) -> str:
    return "/".join(part for part in _decoded(item).split("/") if part not in {"", "."})


def _decoded(item: zipfile.ZipInfo) -> str:
    """The path as its author saw it: without a mark, Macs store UTF-8 and Chinese Windows GBK."""
    name = item.orig_filename.split("\0", 1)[0]
    if not item.flag_bits & 0x800:
        with suppress(UnicodeEncodeError):
            name = _text(name.encode("cp437")) or name
    return name.replace("\\", "/")


def _text(raw: bytes) -> str | None:
    for encoding in ("utf-8", "gb18030"):
        with suppress(UnicodeDecodeError):
            return raw.decode(encoding)
    return None
