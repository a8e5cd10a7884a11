"""Shipped rulebooks as they were validated, kept with their files so that a start is quick.

What is kept is taken only where it was made by this version of the program and of Python from the
very files that are there now, and is made again without a word where it was not. Where nothing
may be written, as in an installation of the administrator's, rulebooks are validated each time.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import pickle
import sys
import tempfile
from pathlib import Path

from jixiao.rulebook.schema import Rulebook
from jixiao.version import __version__

_PACKAGE = Path(__file__).parents[1]
_MAKERS = ("rulebook", "finding/texts")  # the code that a rulebook is made by
FOLDER = _PACKAGE / "rulebooks"


def kept_rulebook(name: str, folder: Path = FOLDER) -> Rulebook | None:
    """Load a shipped rulebook as it was kept; None where there is none that can be relied on."""
    try:
        data = _file(name, folder).read_bytes()
        if not data.startswith(_key(folder)):
            return None
        rulebook = pickle.loads(data[len(_key(folder)) :])  # noqa: S301 - as safe as the code that reads it
    except Exception:  # noqa: BLE001 - whatever is wrong with it, it is made again
        return None
    return rulebook if isinstance(rulebook, Rulebook) else None


def keep_rulebook(name: str, rulebook: Rulebook, folder: Path = FOLDER) -> None:
    """Keep a shipped rulebook for the next start, where that can be done."""
    file = _file(name, folder)
    with contextlib.suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        handle, name_for_now = tempfile.mkstemp(dir=file.parent, prefix=file.stem)
        temporary = Path(name_for_now)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(_key(folder) + pickle.dumps(rulebook))
            temporary.replace(file)
        except OSError:
            temporary.unlink()
            raise


def _file(name: str, folder: Path) -> Path:
    return folder / "__pycache__" / f"{name}.{sys.implementation.cache_tag}.rulebook"


@functools.cache
def _key(folder: Path) -> bytes:
    """A digest of all that a kept rulebook depends on: files, code that makes it, versions."""
    digest = hashlib.sha256(f"{__version__} {sys.version} {folder}".encode())
    for file in sorted(folder.glob("*.toml")):
        digest.update(f"\0{file.name}\0".encode() + file.read_bytes())
    for room in _MAKERS:
        for file in sorted((_PACKAGE / room).rglob("*.py")):
            seen = file.stat()
            digest.update(f"\0{file.name} {seen.st_size} {seen.st_mtime_ns}".encode())
    return digest.digest()
