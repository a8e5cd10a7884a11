"""What a browser sends: files and the names they had; a name becomes a plain name, never a way out.

Files are kept below one private folder. Of a name only the parts are taken that a folder of
returns would have, without anything that leads elsewhere; two of the same name get numbers.
"""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

FILES: Final = 2_000  # of one request
_PARTS: Final = 6  # of a name
_LONGEST: Final = 80  # characters of a part
_BYTES: Final = 200  # of a part, as file systems count
_FORBIDDEN: Final = re.compile(r'[\x00-\x1f\x7f<>:"|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069]')
_SENT_AS: Final = {"%22": '"', "%0A": "\n", "%0D": "\r"}  # as browsers write these in a name
_RESERVED: Final = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


@dataclass(frozen=True, slots=True)
class Received:
    """One file as it is kept: the name that is shown, and where it is."""

    name: str
    path: Path


def opened_form(request: Request) -> AbstractAsyncContextManager[FormData]:
    """Read a form; files are spooled to unnamed temporary files, which are closed at the end."""
    return request.form(max_files=FILES, max_fields=FILES + 20, max_part_size=1 << 20)


def files_of(form: FormData, field: str) -> list[UploadFile]:
    """The files of a field that have a name, as an empty field sends one without."""
    found: list[Any] = form.getlist(field)
    return [one for one in found if isinstance(one, UploadFile) and one.filename]


def keep_files(files: Iterable[UploadFile], folder: Path) -> tuple[Received, ...]:
    """Write files below ``folder``."""
    kept: list[Received] = []
    taken: set[str] = set()
    for one in files:
        relative = _free("/".join(safe_parts(one.filename or "")), taken)
        taken.add(relative.casefold())
        path = folder.joinpath(*relative.split("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as out:
            one.file.seek(0)
            shutil.copyfileobj(one.file, out, 1 << 20)
        kept.append(Received(relative, path))
    return tuple(kept)


def safe_parts(name: str) -> list[str]:
    """The parts of a name that may be folders and a file.

    >>> safe_parts("经济科/水务局.xlsx"), safe_parts("../../etc/passwd"), safe_parts("C:/x/con")
    (['经济科', '水务局.xlsx'], ['etc', 'passwd'], ['C_', 'x', '_con'])
    """
    for sent, meant in _SENT_AS.items():
        name = name.replace(sent, meant)
    parts = [_safe(part) for part in re.split(r"[/\\]", unicodedata.normalize("NFC", name))]
    kept = [part for part in parts if part][-_PARTS:]
    return kept or ["file"]


def _safe(part: str) -> str:
    plain = _FORBIDDEN.sub("_", part).strip(" .")
    if plain.strip("_") == "":
        return ""
    if _RESERVED.fullmatch(plain):
        plain = f"_{plain}"
    stem, dot, suffix = plain.rpartition(".")
    if not dot or len(suffix) > 8:
        stem, suffix = plain, ""
    stem = stem[: _LONGEST - len(suffix)]
    while len(stem.encode()) > _BYTES:
        stem = stem[:-1]
    return f"{stem}.{suffix}" if suffix else stem


def _free(name: str, taken: set[str]) -> str:
    if not any(name.casefold() == one or one.startswith(f"{name.casefold()}/") for one in taken):
        return name
    folder, slash, last = name.rpartition("/")
    stem, dot, suffix = last.rpartition(".")
    stem, suffix = (stem, f".{suffix}") if dot else (last, "")
    number = 2
    while f"{folder}{slash}{stem} ({number}){suffix}".casefold() in taken:
        number += 1
    return f"{folder}{slash}{stem} ({number}){suffix}"
