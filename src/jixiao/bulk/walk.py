"""Walk a folder of returns: what is there to check, what is set aside, and why.

Gives every file below the folder exactly once, ordered by relative path whatever the file system's
order; archives are opened later, by ``archive``. Nothing is read here but directory entries.
"""

from __future__ import annotations

import enum
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

WORKBOOK_SUFFIXES = frozenset(
    {".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods", ".et", ".ett"}
)
ARCHIVE_SUFFIXES = frozenset({".zip"})
_SYSTEM_NAMES = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


class Sort(enum.StrEnum):
    """What a directory entry is to a bulk run."""

    WORKBOOK = "workbook"  # named like a workbook: a return until shown otherwise
    ARCHIVE = "archive"  # named like a .zip
    STRAY = "stray"  # any other file: listed, not checked
    LOCK = "lock"  # ~$…: left behind by an office program that has the workbook open
    HIDDEN = "hidden"  # .…, Thumbs.db
    LOOP = "loop"  # a link back into a folder already walked
    UNREADABLE = "unreadable"  # a folder or file that the system refuses to open


@dataclass(frozen=True, slots=True)
class Entry:
    """One file (or folder that could not be walked); ``relative`` uses ``/`` on every system."""

    relative: str
    path: Path
    sort: Sort
    detail: str = ""


def sort_of(name: str) -> Sort:
    """Sort a file by its name alone.

    >>> sort_of("示例市水务局.xlsx"), sort_of("~$示例市水务局.xlsx"), sort_of("说明.docx")
    (<Sort.WORKBOOK: 'workbook'>, <Sort.LOCK: 'lock'>, <Sort.STRAY: 'stray'>)
    """
    folded = name.casefold()
    if folded.startswith(("~$", ".~lock.", ".~")):
        return Sort.LOCK
    if folded.startswith(".") or folded in _SYSTEM_NAMES:
        return Sort.HIDDEN
    suffix = Path(folded).suffix
    if suffix in WORKBOOK_SUFFIXES:
        return Sort.WORKBOOK
    return Sort.ARCHIVE if suffix in ARCHIVE_SUFFIXES else Sort.STRAY


def walk(folder: Path, *, skip: tuple[Path, ...] = ()) -> list[Entry]:
    """List every entry below ``folder``, ordered by relative path.

    ``skip`` are files and folders left out without a word: the output folder, the roster.
    Linked folders are followed once; a link back is a LOOP entry.
    """
    left_out = {_identity(path) for path in skip} - {None}
    top = _identity(folder)
    seen: set[tuple[int, int] | None] = {top}
    return sorted(_walk(folder, "", seen, left_out), key=lambda entry: entry.relative)


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
    left_out: set[tuple[int, int] | None],
) -> Iterator[Entry]:
    try:
        with os.scandir(folder) as scan:
            found = list(scan)
    except OSError as error:
        yield Entry(prefix.rstrip("/"), folder, Sort.UNREADABLE, error.strerror or "")
        return
    for item in found:
        path = Path(item.path)
        relative = f"{prefix}{item.name}"
        try:
            is_folder = item.is_dir()
            status = path.stat() if is_folder or left_out else None
        except OSError as error:
            yield Entry(relative, path, Sort.UNREADABLE, error.strerror or "")
            continue
        identity = (status.st_dev, status.st_ino) if status else None
        if identity is not None and identity in left_out:
            continue
        if not is_folder:
            yield Entry(relative, path, sort_of(item.name))
        elif sort_of(item.name) is Sort.HIDDEN:
            yield Entry(relative, path, Sort.HIDDEN)
        elif identity in seen:
            yield Entry(relative, path, Sort.LOOP)
        else:
            seen.add(identity)
            yield from _walk(path, f"{relative}/", seen, left_out)
