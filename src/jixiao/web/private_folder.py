"""The private folder of a server: for nobody but this user, and gone when the server has ended.

A server that was killed could not remove its folder. The next one takes it over: what was finished
there stays until the user removes it, or for ``KEPT_DAYS``; all else is removed at once. A folder
whose server is alive is known by a file that this server holds.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TextIO

KEPT_DAYS: Final = 7
_PREFIX: Final = "jixiao-serve-"
_HELD: Final = "held"
_DAY: Final = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class PrivateFolders:
    """The folder of this server, and those taken over from servers that were killed."""

    home: Path
    left: tuple[Path, ...] = ()


@contextmanager
def private_folders(is_kept: Callable[[Path], bool]) -> Iterator[PrivateFolders]:
    """Give a folder, and those of killed servers, in which only what ``is_kept`` names is left.

    ``is_kept`` is asked of every folder in them; one without any is removed. At the end this
    server's folder is removed, the others are let go of.
    """
    with ExitStack() as stack:
        left = tuple(_left_by_others(is_kept, stack))
        home = Path(tempfile.mkdtemp(prefix=_PREFIX))
        stack.callback(remove, home)  # where a file that is held cannot be removed
        first = home / (_HELD if sys.platform == "win32" else f".{_HELD}")
        held = stack.enter_context(first.open("w", encoding="ascii"))
        stack.callback(remove, home)
        _hold(held)
        if sys.platform != "win32":  # others see it only once it is held
            first.rename(home / _HELD)
        yield PrivateFolders(home, left)


def _left_by_others(is_kept: Callable[[Path], bool], stack: ExitStack) -> Iterator[Path]:
    """Take over what servers that were killed have left, until the stack is closed."""
    for folder in sorted(Path(tempfile.gettempdir()).glob(f"{_PREFIX}*")):
        hold = _taken_over(folder)
        if hold is None:
            continue
        if _is_worth_keeping(folder, is_kept):
            stack.callback(_let_go, folder, hold)
            yield folder
        else:
            _remove_held(folder, hold)


def _taken_over(folder: Path) -> ExitStack | None:
    """Hold the folder of a server that was killed; None where another one lives or has it."""
    with suppress(OSError), ExitStack() as hold:
        if folder.is_symlink() or not _is_own(folder):
            return None
        if sys.platform == "win32":
            (folder / _HELD).unlink()  # refused while it is open
            hold.enter_context((folder / _HELD).open("x", encoding="ascii"))
        else:
            held = hold.enter_context((folder / _HELD).open("r+", encoding="ascii"))
            _hold(held)
            if os.fstat(held.fileno()).st_nlink == 0:  # removed since it was opened
                return None
        return hold.pop_all()
    return None


def _is_worth_keeping(folder: Path, is_kept: Callable[[Path], bool]) -> bool:
    """Leave what is kept and not too old, remove the rest; say whether anything is left."""
    oldest, is_worth = time.time() - KEPT_DAYS * _DAY, False
    for path in folder.iterdir():
        if path.name == _HELD:
            continue
        if path.is_dir() and is_kept(path) and path.stat().st_mtime >= oldest:
            is_worth = True
        else:
            remove(path)
    return is_worth


def _let_go(folder: Path, hold: ExitStack) -> None:
    """Leave a folder to the next server, or remove it where the user has left nothing in it."""
    if any(path.name != _HELD for path in folder.iterdir()):
        hold.close()
    else:
        _remove_held(folder, hold)


def _remove_held(folder: Path, hold: ExitStack) -> None:
    remove(folder)
    hold.close()
    remove(folder)  # where a file that was held could not be removed


def remove(path: Path) -> None:
    """Remove a file, or a folder with all that is in it, as far as that can be done."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def _is_own(folder: Path) -> bool:
    return sys.platform == "win32" or folder.stat().st_uid == os.getuid()


def _hold(held: TextIO) -> None:
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
