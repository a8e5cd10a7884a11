"""The annotated copies of a bulk run: a place of its own for each, and none left that misleads.

Takes relative paths of returns and what the ledger remembers of the copies written; removes only
copies that are exactly as they were written.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from jixiao.bulk.job import sha256_of
from jixiao.bulk.ledger import Ledger
from jixiao.writing import TEMPORARY

FOLDER = "annotated"


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

    Two returns never get the same place, nor one the place of a folder: a number tells them apart.

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


def settle_copies(ledger: Ledger, output: Path, wanted: Mapping[str, str]) -> Settled:
    """Look at every copy on record: ``wanted`` maps those of a return to that return.

    A copy that nobody wants and nobody changed is removed, with folders that it leaves empty.
    """
    kept: list[str] = []
    stale: list[str] = []
    removed: list[str] = []
    gone: list[str] = []
    for name, recorded in sorted(ledger.outputs().items()):
        if not name.startswith(f"{FOLDER}/"):
            continue
        copy = output / name
        if not copy.is_file():
            gone.append(name)
        elif sha256_of(copy) != recorded:
            (kept if name in wanted else stale).append(name)
        elif name not in wanted:
            try:
                copy.unlink()
            except OSError:  # open in a spreadsheet program, or not ours to remove
                stale.append(name)
            else:
                _prune(copy.parent, output)
                removed.append(name)
    ledger.forget_outputs([*gone, *removed])
    return Settled(tuple(kept), tuple(stale), tuple(removed))


def _prune(folder: Path, output: Path) -> None:
    while folder != output and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
