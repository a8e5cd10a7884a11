"""The annotated copies of a bulk run: a place of its own for each, and none left that misleads.

Takes relative paths of returns and what the ledger remembers of the copies written; removes only
copies that are exactly as they were written.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from jixiao.bulk.job import sha256_of
from jixiao.bulk.ledger import Ledger
from jixiao.writing import TEMPORARY

FOLDER = "annotated"
_DOCUMENT = ".docx"


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of copies, by path below the output folder.

    ``kept`` were changed since they were written. Of ``removed`` and ``stale`` the return is gone
    or has another content now; the stale ones were changed too, or could not be removed.
    """

    kept: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def name_copies(relatives: Iterable[str]) -> dict[str, str]:
    """Name the annotated copy of every return: its own path, an .xlsx where it is something else.

    Two returns never get the same place, nor one the place of a folder: numbers keep them apart.

    >>> name_copies(["甲/a.xls", "甲/a.xls.xlsx", "b.xlsm"])["甲/a.xls"]
    'annotated/甲/a.xls(2).xlsx'
    """
    listed = sorted(relatives, key=lambda name: (not _is_kept(name), name))
    taken = {str(parent) for name in listed for parent in PurePosixPath(name).parents}
    names = {}
    for relative in listed:
        name = relative if _is_kept(relative) else f"{relative}.xlsx"
        stem, suffix = name[: -len(".xlsx")], name[-len(".xlsx") :]
        number = 2
        while name in taken:
            name = f"{stem}({number}){suffix}"
            number += 1
        taken.add(name)
        names[relative] = f"{FOLDER}/{name}"
    return names


def name_report_copies(reports: Mapping[str, str]) -> dict[str, str]:
    """Name the copy with comments of each return's report, which is given by its path.

    Only Word documents have one; a report of two returns has two.

    >>> name_report_copies({"a.xlsx": "a.docx", "a2.xlsx": "a.docx", "b.xlsx": "b.pdf"})
    {'a.xlsx': 'annotated/a.docx', 'a2.xlsx': 'annotated/a(2).docx'}
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for relative, report in sorted(reports.items()):
        if not report.casefold().endswith(_DOCUMENT):
            continue
        stem, ending = report[: -len(_DOCUMENT)], report[-len(_DOCUMENT) :]
        name, number = report, 2
        while name.casefold() in taken:
            name = f"{stem}({number}){ending}"
            number += 1
        taken.add(name.casefold())
        names[relative] = f"{FOLDER}/{name}"
    return names


def _is_kept(relative: str) -> bool:
    return relative.casefold().endswith((".xlsx", ".xlsm", ".xltx", ".xltm"))


def sweep_copies(output: Path) -> None:
    """Remove what a run that was killed left half-written; nobody else may be running here."""
    pattern = f"{TEMPORARY}*"
    for left in [*output.glob(pattern), *(output / FOLDER).rglob(pattern)]:
        _remove(left)


def _remove(left: Path) -> None:
    if left.is_dir() and not left.is_symlink():
        shutil.rmtree(left)
    else:
        left.unlink(missing_ok=True)


class CopyPlaces:
    """Where annotated copies go in an output folder, and which of those there somebody changed."""

    def __init__(self, ledger: Ledger, output: Path, names: Mapping[str, str]) -> None:
        self._recorded, self._sources = ledger.outputs(), ledger.sources()
        self._output = output
        self._names = names
        self._taken = set(names.values())
        self._present: dict[str, str | None] = {}

    def choose(self, relative: str, hash_of_return: Callable[[], str | None]) -> str:
        """Name the copy of a return: as usual, unless a changed copy of an older one is there.

        What an officer typed into that one stays next to the new one, which gets a number.
        """
        name = usual = self._names[relative]
        number = 2
        while self._is_of_an_older_one(name, hash_of_return) or (
            name != usual and name in self._taken
        ):
            name = f"{usual[: -len('.xlsx')]}({number}){usual[-len('.xlsx') :]}"
            number += 1
        return name

    def changed(self, name: str) -> str | None:
        """The hash of a copy that was changed since it was written, else None."""
        present = self._hash(name)
        return present if present not in (None, self._recorded.get(name)) else None

    def recorded(self, name: str) -> str | None:
        """The hash of the copy as it was written last, or None."""
        return self._recorded.get(name)

    def is_there(self, name: str) -> bool:
        """Whether there is such a copy."""
        return self._hash(name) is not None

    def _is_of_an_older_one(self, name: str, hash_of_return: Callable[[], str | None]) -> bool:
        source = self._sources.get(name)
        return (
            source is not None
            and self.changed(name) is not None
            and hash_of_return() not in (None, source)
        )

    def _hash(self, name: str) -> str | None:
        if name not in self._present:
            try:
                self._present[name] = sha256_of(self._output / name)
            except OSError:
                self._present[name] = None
        return self._present[name]


def changed_copies(ledger: Ledger, output: Path, names: Iterable[str]) -> tuple[str, ...]:
    """Those of the copies that somebody changed since they were written."""
    recorded = ledger.outputs()
    return tuple(
        name
        for name in sorted(names)
        if name in recorded
        and (output / name).is_file()
        and sha256_of(output / name) != recorded[name]
    )


def settle_copies(
    ledger: Ledger, output: Path, wanted: Mapping[str, str], changed: Collection[str] = ()
) -> Settled:
    """Look at every copy on record: ``wanted`` maps those of a return to that return.

    ``changed`` are those that somebody changed. A copy that nobody wants and nobody changed is
    removed, with folders that it leaves empty; one that was changed is reported and then let go.
    """
    stale: list[str] = []
    removed: list[str] = []
    gone: list[str] = []
    for name, recorded in sorted(ledger.outputs().items()):
        if not name.startswith(f"{FOLDER}/"):
            continue
        copy = output / name
        if not copy.is_file():
            gone.append(name)
        elif name in wanted:
            continue
        elif sha256_of(copy) != recorded:
            stale.append(name)
            gone.append(name)
        else:
            try:
                copy.unlink()
            except OSError:  # open in a spreadsheet program, or not ours to remove
                stale.append(name)
            else:
                _prune(copy.parent, output)
                removed.append(name)
    ledger.forget_outputs([*gone, *removed])
    return Settled(tuple(sorted({*changed} & {*wanted})), tuple(stale), tuple(removed))


def _prune(folder: Path, output: Path) -> None:
    while folder != output and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
