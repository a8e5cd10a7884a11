"""Archives of returns (.zip): what is in one, and the bytes of its members.

An archive passes the same gate as a workbook's package before anything in it is touched; only the
returns in it are unpacked, so a large scan beside them does no harm. Members are read into memory
one at a time and never written under the names they carry.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path

from jixiao.bulk.walk import FileSort, skip_reason, sort_of
from jixiao.finding import Bilingual
from jixiao.workbook import Refused, ZipArchive, admit_members, read_members
from jixiao.workbook import ZipMember as Stored

_DAMAGED = Bilingual("不是有效的 zip 压缩包，或已损坏", "not a zip archive, or damaged")
_BAD_MEMBER = Bilingual("压缩包损坏，“{found}”解不出来", "damaged, “{found}” cannot be unpacked")
_REASONS = {
    "F103": Bilingual("压缩包有密码", "the archive has a password"),
    "F104": Bilingual("“{found}”的压缩方法不常见", "“{found}” has an unusual compression method"),
    "F106": Bilingual("压缩包内的路径指向文件夹之外", "a member's path leads outside the folder"),
    "F107": Bilingual("压缩包内文件超过 {limit} 个", "more than {limit} members"),
    "F108": Bilingual("解开后超过 {limit} MB", "more than {limit} MB unpacked"),
    "F109": Bilingual("“{found}”异常庞大", "“{found}” is abnormally large"),
    "F110": Bilingual("解开后异常庞大", "abnormally large when unpacked"),
    "F111": Bilingual("“{found}”异常庞大", "“{found}” is abnormally large"),
    "F112": _BAD_MEMBER,
    "F113": _BAD_MEMBER,
    "F114": Bilingual("压缩包的目录自相矛盾", "the archive's directory contradicts itself"),
    "F115": Bilingual("压缩包内的文件互相重叠", "members of the archive overlap"),
}


class ArchiveRefused(Exception):
    """An archive that is not unpacked; ``skip_reason`` says why."""

    def __init__(self, why: Bilingual) -> None:
        super().__init__(why.en)
        self.reason = why


@dataclass(frozen=True, slots=True)
class ReturnsMember:
    """A file in an archive: ``name`` as stored, ``relative`` as shown (with ``/``).

    ``modified`` is its time stamp in nanoseconds; archives keep local time, read as such.
    """

    name: str
    relative: str
    sort: FileSort
    modified: int


class ReturnsArchive:
    """An archive whose directory passed the gate; ``members`` are its files, ordered."""

    def __init__(self, content: mmap) -> None:
        stored, span = read_members(content)
        shown = [_shown(item) for item in stored if not item.is_folder]
        self.members = tuple(
            sorted(
                (m for m in shown if "__MACOSX" not in m.relative.split("/")),
                key=lambda member: member.relative,
            )
        )
        _refuse_twins(self.members)
        self._by_name = {item.name: item for item in stored}
        admit_members((self._by_name[m.name] for m in self.members if _is_return(m)), len(content))
        self._zip = ZipArchive(content, stored, span)

    @property
    def is_workbook(self) -> bool:
        """Whether this is a workbook that somebody named .zip."""
        return "[Content_Types].xml" in self._by_name

    def read(self, name: str) -> bytes:
        """Unpack one member; ``KeyError`` where it is gone, ``ArchiveRefused`` if bad."""
        item = self._by_name[name]
        with _refusals():
            admit_members((item,), len(self._zip.content))
            return self._zip.inflate(item)


@contextmanager
def open_returns(path: str | Path) -> Iterator[ReturnsArchive]:
    """Open an archive for the while; ``ArchiveRefused`` where it does not pass the gate."""
    if not Path(path).is_file():  # a pipe would never end
        raise ArchiveRefused(
            Bilingual("压缩包不存在，或不是普通文件", "not there, or no regular file")
        )
    with ExitStack() as stack:
        try:
            file = stack.enter_context(Path(path).open("rb"))
            content = stack.enter_context(mmap(file.fileno(), 0, access=ACCESS_READ))
        except OSError as error:
            zh, en = skip_reason(error)
            raise ArchiveRefused(
                Bilingual(f"压缩包打不开（{zh}）", f"cannot be opened ({en})")
            ) from error
        except ValueError as error:  # nothing in it
            raise ArchiveRefused(_DAMAGED) from error
        with _refusals():
            archive = ReturnsArchive(content)
        yield archive


class Shelf:
    """Reads members of archives one after another, keeping the archive opened last open."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._path: str | None = None
        self._archive: ReturnsArchive | None = None

    def close(self) -> None:
        """Let go of the archive opened last."""
        self._stack.close()

    def read(self, path: str, name: str) -> bytes:
        """The bytes of a member; ``KeyError`` where it is gone, ``ArchiveRefused`` if bad."""
        if self._archive is None or self._path != path:
            self.close()
            self._archive = self._stack.enter_context(open_returns(path))
            self._path = path
        return self._archive.read(name)


@contextmanager
def _refusals() -> Iterator[None]:
    """Turn the gate's refusal of a package into words about an archive."""
    try:
        yield
    except Refused as refused:
        found = refused.finding
        why = _REASONS.get(found.code, _DAMAGED)
        slots = {**found.values, "found": found.found}
        raise ArchiveRefused(Bilingual(*(text.format(**slots) for text in why))) from refused


def _refuse_twins(members: tuple[ReturnsMember, ...]) -> None:
    seen: set[str] = set()
    for member in members:
        folded = member.relative.casefold()
        if folded in seen:
            raise ArchiveRefused(
                Bilingual(
                    f"压缩包内有同名文件“{member.relative}”",
                    f"two members are named “{member.relative}”",
                )
            )
        seen.add(folded)


def _is_return(member: ReturnsMember) -> bool:
    return member.sort is FileSort.WORKBOOK


def _shown(item: Stored) -> ReturnsMember:
    relative = "/".join(part for part in item.path.split("/") if part not in {"", "."})
    return ReturnsMember(item.name, relative, sort_of(relative.rsplit("/", 1)[-1]), _moment(item))


def _moment(item: Stored) -> int:
    try:
        stamp = dt.datetime(*item.modified)  # noqa: DTZ001 - an archive knows no time zone
        return int(stamp.timestamp()) * 10**9
    except (ValueError, OverflowError, OSError):  # no such day
        return 0
