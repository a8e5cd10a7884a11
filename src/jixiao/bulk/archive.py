"""Archives of returns (.zip): what is in one, and the bytes of its members.

An archive passes the same gate as a workbook's package before anything in it is touched; only the
returns in it are unpacked, so a large scan next to them does no harm. Members are read into memory
one at a time and never written under the names they carry.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path

from jixiao.bulk.reports import pair_reports
from jixiao.bulk.walk import FileSort, FoundFile, skip_reason, sort_of, walk_folder
from jixiao.finding import Bilingual, text_of
from jixiao.workbook import Refused, ZipArchive, admit_members, read_members
from jixiao.workbook import ZipMember as Stored

_REASONS = {
    "F103": text_of("bulk.archive.password"),
    "F104": text_of("bulk.archive.method"),
    "F106": text_of("bulk.archive.outside"),
    "F107": text_of("bulk.archive.too-many"),
    "F108": text_of("bulk.archive.too-large"),
    "F109": text_of("bulk.archive.huge-member"),
    "F110": text_of("bulk.archive.huge"),
    "F111": text_of("bulk.archive.huge-member"),
    "F112": text_of("bulk.archive.bad-member"),
    "F113": text_of("bulk.archive.bad-member"),
    "F114": text_of("bulk.archive.contradiction"),
    "F115": text_of("bulk.archive.overlap"),
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

    def entries(self, relative: str, path: Path) -> list[FoundFile]:
        """The members as files of a folder that is called ``relative``, the archive ``path``."""
        return [
            FoundFile(f"{relative}/{m.relative}", path, m.sort, member=m.name, modified=m.modified)
            for m in self.members
        ]

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
        raise ArchiveRefused(text_of("bulk.archive.no-file"))
    with ExitStack() as stack:
        try:
            file = stack.enter_context(Path(path).open("rb"))
            content = stack.enter_context(mmap(file.fileno(), 0, access=ACCESS_READ))
        except OSError as error:
            why = text_of("bulk.archive.unopened").fill(reason=skip_reason(error))
            raise ArchiveRefused(why) from error
        except ValueError as error:  # nothing in it
            raise ArchiveRefused(text_of("bulk.archive.damaged")) from error
        with _refusals():
            archive = ReturnsArchive(content)
        yield archive


def workbooks_at(place: Path, scratch: Path) -> Iterator[str]:
    """Yield the paths of the workbooks below a folder or in a zip, archives unpacked in scratch.

    ``ArchiveRefused`` where ``place`` is an archive that does not pass the gate; others, and what
    cannot be unpacked, are passed over.
    """
    if not place.is_dir():
        yield from _unpacked(place, scratch)
        return
    for entry in walk_folder(place):
        if entry.sort is FileSort.WORKBOOK:
            yield str(entry.path)
        elif entry.sort is FileSort.ARCHIVE:
            with suppress(ArchiveRefused):
                yield from _unpacked(entry.path, scratch)


def _unpacked(path: Path, scratch: Path) -> Iterator[str]:
    """Unpack the workbooks of an archive, each with its report, into a folder for itself.

    The files bear their own names, none of the archive's folders.
    """
    with open_returns(path) as archive:
        entries = archive.entries(path.name, path)
        reports = pair_reports(entries, None)
        for entry in entries:
            if entry.sort is not FileSort.WORKBOOK:
                continue
            folder = scratch / f"{len(list(scratch.iterdir()))}"
            with suppress(ArchiveRefused, OSError):
                target = _put(archive, entry, folder)
                if entry.relative in reports:
                    with suppress(ArchiveRefused):
                        _put(archive, reports[entry.relative], folder)
                yield str(target)


def _put(archive: ReturnsArchive, entry: FoundFile, folder: Path) -> Path:
    content = archive.read(entry.member or "")
    folder.mkdir(exist_ok=True)
    target = folder / entry.relative.rpartition("/")[2]
    target.write_bytes(content)
    return target


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
        why = _REASONS.get(found.code) or text_of("bulk.archive.damaged")
        slots = {**found.values, "found": found.found}
        raise ArchiveRefused(why.fill(**slots)) from refused


def _refuse_twins(members: tuple[ReturnsMember, ...]) -> None:
    seen: set[str] = set()
    for member in members:
        folded = member.relative.casefold()
        if folded in seen:
            why = text_of("bulk.archive.same-names").fill(name=member.relative)
            raise ArchiveRefused(why)
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
