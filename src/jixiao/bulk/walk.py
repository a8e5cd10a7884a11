"""Walk a folder of returns: what is there to check, what is skipped, and why.

Gives every file below the folder exactly once, ordered by relative path whatever the file system's
order; archives are opened later, by ``archive``. Nothing is read here but directory entries.
"""

from __future__ import annotations

import enum
import errno
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from jixiao.finding import Bilingual, Finding, finding, text_of

WORKBOOK_SUFFIXES = frozenset(
    {".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods", ".et", ".ett"}
)
ARCHIVE_SUFFIXES = frozenset({".zip"})
_SYSTEM_NAMES = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
_REASONS: dict[int | None, Bilingual] = {
    errno.EACCES: text_of("bulk.error.permission"),
    errno.EPERM: text_of("bulk.error.permission"),
    errno.ENOENT: text_of("bulk.error.missing"),
    errno.ELOOP: text_of("bulk.error.circle"),
    errno.ENAMETOOLONG: text_of("bulk.error.long-path"),
}
_RESULTS = frozenset({"ledger.sqlite", "results.jsonl", "summary.xlsx"})


class FileSort(enum.StrEnum):
    """What a directory entry is to a bulk run."""

    WORKBOOK = "workbook"  # named like a workbook: a return until shown otherwise
    ARCHIVE = "archive"  # named like a .zip
    STRAY = "stray"  # any other file: listed, not checked
    LOCK = "lock"  # ~$…: left behind by an office program that has the workbook open
    HIDDEN = "hidden"  # .…, Thumbs.db
    LOOP = "loop"  # a link back into a folder already walked
    RESULTS = "results"  # a folder that an earlier run wrote its results to
    UNREADABLE = "unreadable"  # a folder or file that the system refuses to open


@dataclass(frozen=True, slots=True)
class FoundFile:
    """One file (or folder that could not be walked); ``relative`` uses ``/`` on every system.

    ``member`` is its name inside the archive ``path``, None for a file of a folder.
    """

    relative: str
    path: Path
    sort: FileSort
    detail: Bilingual | None = None
    member: str | None = None
    modified: int = 0  # nanoseconds; of a member only


def sort_of(name: str) -> FileSort:
    """Sort a file by its name alone.

    >>> sort_of("示例市水务局.xlsx"), sort_of("~$示例市水务局.xlsx"), sort_of("说明.docx")
    (<FileSort.WORKBOOK: 'workbook'>, <FileSort.LOCK: 'lock'>, <FileSort.STRAY: 'stray'>)
    """
    folded = name.casefold()
    if folded.startswith(("~$", ".~lock.", ".~")):
        return FileSort.LOCK
    if folded.startswith(".") or folded in _SYSTEM_NAMES:
        return FileSort.HIDDEN
    suffix = Path(folded).suffix
    if suffix in WORKBOOK_SUFFIXES:
        return FileSort.WORKBOOK
    return FileSort.ARCHIVE if suffix in ARCHIVE_SUFFIXES else FileSort.STRAY


def walk_folder(folder: Path, *, skip: tuple[Path, ...] = ()) -> list[FoundFile]:
    """List every entry below ``folder``, ordered by relative path.

    ``skip`` are files and folders left out without a word: the output folder, the roster.
    Linked folders are followed once, after all others; a link to a folder that was walked, or that
    ``folder`` lies in, is a LOOP entry.
    """
    left_out = frozenset(_identity(path) for path in skip) - {None}
    real = folder.resolve()
    seen = {_identity(path) for path in (real, *real.parents)}
    found: list[FoundFile] = []
    waiting = [(folder, "")]
    while waiting:
        links: list[tuple[Path, str]] = []
        for place, prefix in waiting:
            found.extend(_walk(place, prefix, seen, left_out, links))
        waiting = []
        for path, relative in sorted(links, key=lambda link: link[1]):
            if (identity := _identity(path)) in seen:
                found.append(FoundFile(relative, path, FileSort.LOOP))
            else:
                seen.add(identity)
                waiting.append((path, f"{relative}/"))
    return sorted(found, key=lambda entry: entry.relative)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _walk(
    folder: Path,
    prefix: str,
    seen: set[tuple[int, int] | None],
    left_out: frozenset[tuple[int, int] | None],
    links: list[tuple[Path, str]],
) -> Iterator[FoundFile]:
    """Give what lies below a folder; folders that are links go to ``links``."""
    try:
        with os.scandir(folder) as scan:
            found = sorted(scan, key=lambda item: item.name)
    except OSError as error:
        yield FoundFile(prefix.rstrip("/"), folder, FileSort.UNREADABLE, skip_reason(error))
        return
    if prefix and {item.name for item in found} >= _RESULTS:
        yield FoundFile(prefix.rstrip("/"), folder, FileSort.RESULTS)
        return
    names = {item.name for item in found}
    for item in found:
        path = Path(item.path)
        relative = f"{prefix}{_shown(item.name, names)}"
        try:
            is_folder = item.is_dir()
            identity = _identity(path) if is_folder or left_out else None
        except OSError as error:
            yield FoundFile(relative, path, FileSort.UNREADABLE, skip_reason(error))
            continue
        sort = sort_of(item.name)
        if identity is not None and identity in left_out:
            continue
        if is_folder and sort is not FileSort.HIDDEN:
            if item.is_symlink():
                links.append((path, relative))
            else:
                seen.add(identity)
                yield from _walk(path, f"{relative}/", seen, left_out, links)
        else:
            yield FoundFile(relative, path, sort)


def skip_reason(error: OSError) -> Bilingual:
    """Say why the system does not open a file or folder."""
    if error.errno in _REASONS:
        return _REASONS[error.errno]
    said = error.strerror or type(error).__name__
    return Bilingual(said, said)


def _shown(name: str, taken: set[str]) -> str:
    """A name that can be written: bytes that are no UTF-8 are GBK, as unpacked archives leave them.

    ``taken`` are the other names of its folder, so that no two are shown the same.
    """
    try:
        name.encode()
    except UnicodeEncodeError:
        raw = os.fsencode(name)
        with suppress(UnicodeDecodeError):
            if (decoded := raw.decode("gb18030")) not in taken:
                return decoded
        return raw.decode("utf-8", "backslashreplace")
    return name


_KINDS = {
    ".docx": text_of("bulk.kind.word"),
    ".doc": text_of("bulk.kind.word"),
    ".wps": text_of("bulk.kind.wps"),
    ".pdf": text_of("bulk.kind.pdf"),
    ".ppt": text_of("bulk.kind.presentation"),
    ".pptx": text_of("bulk.kind.presentation"),
    ".txt": text_of("bulk.kind.text"),
    ".csv": text_of("bulk.kind.data"),
    ".rar": text_of("bulk.kind.rar"),
    ".7z": text_of("bulk.kind.7z"),
    ".jpg": text_of("bulk.kind.picture"),
    ".jpeg": text_of("bulk.kind.picture"),
    ".png": text_of("bulk.kind.picture"),
}


def skip_finding(entry: FoundFile) -> Finding:
    """Say what an entry is that is not checked, and why not."""
    if entry.sort is FileSort.UNREADABLE:
        return finding("B112", reason=entry.detail or text_of("bulk.error.unknown"))
    codes = {
        FileSort.LOCK: "B110",
        FileSort.HIDDEN: "B119",
        FileSort.LOOP: "B111",
        FileSort.RESULTS: "B122",
    }
    if entry.sort in codes:
        return finding(codes[entry.sort])
    return finding("B109", reason=_kind(entry.relative))


def _kind(relative: str) -> Bilingual:
    """Say what a stray file is, by its name."""
    suffix = Path(relative.casefold()).suffix
    return _KINDS.get(suffix, text_of("bulk.kind.other"))
