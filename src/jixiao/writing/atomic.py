"""Write a file whole or not at all: beside its target first, then renamed onto it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_USUAL = 0o666


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a path beside ``target`` to write to; it becomes ``target`` when the block succeeds.

    A target that was there is replaced, and stays as it was where the block fails or the program
    is killed. ``OSError`` where the folder does not let itself be written to.
    """
    handle, name = tempfile.mkstemp(prefix=".jixiao-", suffix=target.suffix, dir=target.parent)
    os.close(handle)
    fresh = Path(name)
    try:
        yield fresh
        fresh.chmod(_mode(target))
        fresh.replace(target)
    except PermissionError as error:
        # named after the target, which is what the user knows (it may be open in another program)
        raise PermissionError(error.errno, error.strerror, str(target)) from error
    finally:
        fresh.unlink(missing_ok=True)


def write_bytes(target: Path, content: bytes) -> None:
    """Write ``content`` to ``target``, whole or not at all."""
    with replacing(target) as fresh:
        fresh.write_bytes(content)


def _mode(target: Path) -> int:
    """The permissions a file here would have had: the old file's, or the usual ones."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return _USUAL & ~mask
