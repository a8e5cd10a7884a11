"""The private folder of a server: for nobody but this user, and gone when the server has ended.

A server that was killed could not remove its folder; the next one does. A folder whose server is
alive is known by a file that this server holds.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, TextIO

_PREFIX: Final = "jixiao-serve-"
_HELD: Final = "held"


@contextmanager
def private_folder() -> Iterator[Path]:
    """Give a folder, and remove it and those of servers that were killed."""
    _remove_abandoned(Path(tempfile.gettempdir()))
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    try:
        with (folder / _HELD).open("w", encoding="ascii") as held:
            _hold(held)
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _remove_abandoned(below: Path) -> None:
    for folder in below.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if not folder.is_symlink() and _is_own(folder) and _is_abandoned(folder / _HELD):
                shutil.rmtree(folder, ignore_errors=True)


def _is_own(folder: Path) -> bool:
    return sys.platform == "win32" or folder.stat().st_uid == os.getuid()


def _is_abandoned(path: Path) -> bool:
    """Whether nobody holds the file: ``OSError`` where somebody does, or where there is none."""
    if sys.platform == "win32":
        path.unlink()  # refused while it is open
        return True
    with path.open("r+", encoding="ascii") as held:
        _hold(held)
    return True


def _hold(held: TextIO) -> None:
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
