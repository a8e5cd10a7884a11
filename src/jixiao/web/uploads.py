"""What a browser sends: fields and files, written to a private folder as they come in.

However many files there are, one at a time is open and a block of it in memory. Of a name only the
parts are taken that a folder of returns would have, without anything that leads elsewhere; two of
the same name get numbers.
"""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, cast

from starlette.exceptions import HTTPException
from starlette.requests import Request

if TYPE_CHECKING:
    from python_multipart.multipart import MultipartCallbacks

FILES: Final = 20_000  # of one request
_VALUE: Final = 4 << 20  # bytes of a field that is no file
_HEADERS: Final = 8 << 10  # bytes of the headers of a part
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


@dataclass(frozen=True, slots=True)
class SentForm:
    """A form that was sent: its values and its files, by field."""

    values: dict[str, str] = field(default_factory=dict)
    files: dict[str, list[Received]] = field(default_factory=dict)

    def value(self, name: str, most: int = 100) -> str:
        """The value of a field, without blanks around it; empty where there is none."""
        return self.values.get(name, "").strip()[:most]

    def received(self, name: str) -> tuple[Received, ...]:
        """The files of a field."""
        return tuple(self.files.get(name, ()))


def kept_below(folder: Path, one: Received) -> Received:
    """Give a file as one of ``folder``: copied where it is kept elsewhere, and may go there."""
    if one.path.is_relative_to(folder):
        return one
    path = folder / "before" / one.path.name
    path.parent.mkdir(exist_ok=True)
    shutil.copyfile(one.path, path)
    return Received(one.name, path)


async def receive_form(request: Request, places: Mapping[str, Path]) -> SentForm:
    """Read a form; ``places`` are the folders for the files of each field, others are passed over.

    ``HTTPException`` 400 where it is no form, 413 where it is more than may be.
    """
    from python_multipart.exceptions import MultipartParseError
    from python_multipart.multipart import MultipartParser, parse_options_header

    kind, options = parse_options_header(request.headers.get("content-type", ""))
    if kind != b"multipart/form-data" or b"boundary" not in options:
        return await _plain_form(request)
    reader = _FormReader(places)
    parser = MultipartParser(options[b"boundary"], cast("MultipartCallbacks", reader.callbacks()))
    try:
        async for block in request.stream():
            parser.write(block)
        parser.finalize()
    except MultipartParseError as broken:
        raise HTTPException(400, "form") from broken
    finally:
        reader.close()
    if not reader.is_whole:
        raise HTTPException(400, "form")
    return reader.form


async def _plain_form(request: Request) -> SentForm:
    from urllib.parse import parse_qsl

    content = bytearray()
    async for block in request.stream():
        content += block
        if len(content) > _VALUE:
            raise HTTPException(413, "field")
    return SentForm(dict(parse_qsl(content.decode("utf-8", "replace"))))


class _FormReader:
    """Takes the events of a parser, a part at a time."""

    def __init__(self, places: Mapping[str, Path]) -> None:
        self.form = SentForm()
        self._places, self._names = places, {name: _Names() for name in places}
        self._header, self._said = bytearray(), bytearray()
        self._headers: dict[bytes, bytes] = {}
        self._field, self._value = "", bytearray()
        self._file: IO[bytes] | None = None
        self._is_value, self._count = False, 0
        self.is_whole = False

    def callbacks(self) -> dict[str, object]:
        return {
            "on_part_begin": self._begin,
            "on_header_field": lambda data, start, end: self._add(self._header, data, start, end),
            "on_header_value": lambda data, start, end: self._add(self._said, data, start, end),
            "on_header_end": self._end_header,
            "on_headers_finished": self._open,
            "on_part_data": self._take,
            "on_part_end": self._end,
            "on_end": self._finish,
        }

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def _finish(self) -> None:
        self.is_whole = True

    def _begin(self) -> None:
        self._headers.clear()
        self._header, self._said, self._value = bytearray(), bytearray(), bytearray()
        self._field, self._is_value = "", False

    def _add(self, text: bytearray, data: bytes, start: int, end: int) -> None:
        text += data[start:end]
        if len(text) > _HEADERS:
            raise HTTPException(400, "form")

    def _end_header(self) -> None:
        self._headers[bytes(self._header).lower()] = bytes(self._said)
        self._header, self._said = bytearray(), bytearray()

    def _open(self) -> None:
        from python_multipart.multipart import parse_options_header

        _, options = parse_options_header(self._headers.get(b"content-disposition", b""))
        self._field = options.get(b"name", b"").decode("utf-8", "replace")
        name = options.get(b"filename")
        self._is_value = name is None
        if name and self._field in self._places:  # an empty field sends an empty name
            self._count += 1
            if self._count > FILES:
                raise HTTPException(413, "files")
            kept = self._names[self._field].free(safe_parts(name.decode("utf-8", "replace")))
            path = self._places[self._field].joinpath(*kept.split("/"))
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("xb")
            self.form.files.setdefault(self._field, []).append(Received(kept, path))

    def _take(self, data: bytes, start: int, end: int) -> None:
        if self._file is not None:
            self._file.write(data[start:end])
        elif self._is_value:
            self._value += data[start:end]
            if len(self._value) > _VALUE:
                raise HTTPException(413, "field")

    def _end(self) -> None:
        if self._is_value:
            self.form.values[self._field] = self._value.decode("utf-8", "replace")
        self.close()


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


class _Names:
    """The names given so far: no two the same, none both a file and a folder."""

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._folders: set[str] = set()

    def free(self, parts: list[str]) -> str:
        """Give a name that is still free, and take it."""
        kept: list[str] = []
        for part in parts[:-1]:
            kept.append(self._first(kept, part, (self._files,)))
            self._folders.add("/".join(kept).casefold())
        kept.append(self._first(kept, parts[-1], (self._files, self._folders)))
        name = "/".join(kept)
        self._files.add(name.casefold())
        return name

    def _first(self, before: list[str], part: str, taken: tuple[set[str], ...]) -> str:
        stem, dot, suffix = part.rpartition(".")
        stem, suffix = (stem, f".{suffix}") if dot else (part, "")
        shown, number = part, 1
        while any("/".join((*before, shown)).casefold() in names for names in taken):
            number += 1
            shown = f"{stem} ({number}){suffix}"
        return shown
