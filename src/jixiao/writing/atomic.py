"""Write a file whole or not at all: next to its target first, then renamed onto it."""

from __future__ import annotations

import errno
import os
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from jixiao.finding import Bilingual, text_of

_USUAL = 0o666
TEMPORARY: Final = ".jixiao-"  # begins the name of a file that only a killed run leaves


class OutputRefused(OSError):
    """A file that must not be written; ``reason`` says why in both languages."""

    def __init__(self, reason: Bilingual, target: Path) -> None:
        self.reason = Bilingual(*(text.format(target=target) for text in reason))
        super().__init__(errno.EEXIST, self.reason.zh, str(target))

    def __reduce__(self) -> tuple[object, ...]:
        return (_refuse_again, (self.reason, Path(self.filename)))


def _refuse_again(reason: Bilingual, target: Path) -> OutputRefused:
    """Bring a refusal from one process to another; its texts are filled already."""
    escaped = Bilingual(*(text.replace("{", "{{").replace("}", "}}") for text in reason))
    return OutputRefused(escaped, target)


def write_atomically(
    target: Path,
    content: bytes | Callable[[Path], None],
    *,
    inputs: Iterable[Path] = (),
    replace: bool = False,
) -> None:
    """Write ``content``, or what it writes to the path it is given, to ``target``.

    ``OutputRefused`` where the target is one of ``inputs`` (by link, hard link or letter case),
    exists and is not to be replaced; other ``OSError`` named after the target.
    """
    if any(is_same_file(target, source) for source in inputs):
        raise OutputRefused(text_of("annotation.is-input"), target)
    if os.path.lexists(target) and not replace:
        raise OutputRefused(text_of("annotation.exists"), target)
    with replacing(target) as fresh:
        if isinstance(content, bytes):
            fresh.write_bytes(content)
        else:
            content(fresh)


def is_same_file(one: Path, other: Path) -> bool:
    """Whether two names lead to one file, or would where letter case does not count."""
    try:
        if one.samefile(other):
            return True
    except OSError:
        pass  # one of them does not exist: names decide
    return path_key(one) == path_key(other)


def path_key(path: Path) -> str:
    """Give one spelling per file, also where the file system ignores letter case."""
    return unicodedata.normalize("NFC", os.path.realpath(path)).casefold()


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a path next to ``target`` to write to; it becomes ``target`` when the block succeeds.

    A target that was there is replaced, and stays as it was where the block fails or the program
    is killed. ``OSError`` where the folder does not let itself be written to.
    """
    name = ""
    try:
        handle, name = tempfile.mkstemp(prefix=TEMPORARY, suffix=target.suffix, dir=target.parent)
        os.close(handle)
        fresh = Path(name)
        yield fresh
        fresh.chmod(_mode(target))
        fresh.replace(target)
    except OSError as error:
        if error.filename is not None and not Path(str(error.filename)).name.startswith(TEMPORARY):
            raise
        # named after the target, which is what the user knows (it may be open in another program)
        raise OSError(error.errno, error.strerror, str(target)) from error
    finally:
        if name:
            Path(name).unlink(missing_ok=True)


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
