"""Texts of a workbook: the shared strings part and the escapes inside any text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final
from xml.parsers import expat

from jixiao.workbook import limits
from jixiao.workbook.container import Package, feed, open_parser
from jixiao.workbook.reading.plain_strings import plain_strings
from jixiao.workbook.refusal import refuse_file

Complain = Callable[..., None]

_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NAMED: Final = 16_384  # texts that cells find by their number as written
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class SharedStrings:
    """The shared texts as a reader sees them; ``faults`` belong to the cells that show one."""

    items: Sequence[str] = ()
    faults: Mapping[int, Sequence[tuple[str, Mapping[str, str]]]] = field(default_factory=dict)
    by_number: Mapping[str, str] = field(default_factory=dict)  # faultless ones, as cells name them


def unescape(text: str) -> tuple[str, str]:
    """Decode ``_xHHHH_``; give the text without control characters, and those found, by name.

    >>> unescape("a_x000A_b_x0001_"), unescape("_x005F_x0041_")
    (('a\\nb', 'U+0001'), ('_x0041_', ''))
    """
    if "_x" not in text:
        return text, ""
    decoded = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    if any("\ud800" <= c <= "\udfff" for c in decoded):
        decoded = decoded.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return without_controls(decoded)


def without_controls(text: str) -> tuple[str, str]:
    """Drop control characters; give the text and the names of those dropped."""
    controls = sorted(set(_CONTROL.findall(text)))
    if not controls:
        return text, ""
    return _CONTROL.sub("", text), "、".join(f"U+{ord(c):04X}" for c in controls[:5])


def clean_text(text: str, complain: Complain) -> str:
    """Decode the escapes of a text, drop control characters (F216) and what is too long (F206)."""
    decoded, controls = unescape(text)
    if controls:
        complain("F216", found=controls)
    if len(decoded) > limits.CELL_CHARACTERS:
        complain("F206", found=str(len(decoded)), limit=str(limits.CELL_CHARACTERS))
        return decoded[: limits.CELL_CHARACTERS]
    return decoded


def read_strings(package: Package, path: str) -> SharedStrings:
    """Read the shared strings, phonetic runs left out; F202, F203.

    Each is cleaned here, once: a long text may be shown by half a million cells.
    """
    reader = _TextReader()
    plain = plain_strings(package, path)
    if plain is not None:
        reader.add_all(plain)
        return reader.strings()
    reader.parser, unread, _ = open_parser(package.pieces(path), path, "sst")
    reader.parser.StartElementHandler = reader.start
    reader.parser.EndElementHandler = reader.end
    feed(reader.parser, unread, path)
    return reader.strings()


@lru_cache(maxsize=1)
def _numbers() -> tuple[str, ...]:
    return tuple(map(str, range(_NAMED)))


class _TextReader:
    """What the parser found in the shared texts; its methods are the callbacks."""

    def __init__(self) -> None:
        self.parser: expat.XMLParserType
        self.items: list[str] = []
        self.faults: dict[int, list[tuple[str, Mapping[str, str]]]] = {}
        self._pieces: list[str] = []
        self._collect = self._pieces.append
        self._characters = 0
        self._phonetic = False

    def start(self, element: str, _: dict[str, str]) -> None:
        if element == "t":
            self.parser.CharacterDataHandler = None if self._phonetic else self._collect
        elif element == "si":
            self._pieces.clear()
        elif element == "rPh":
            self._phonetic = True

    def end(self, element: str) -> None:
        if element == "t":
            self.parser.CharacterDataHandler = None
        elif element == "si":
            self.add("".join(self._pieces))
        elif element == "rPh":
            self._phonetic = False

    def strings(self) -> SharedStrings:
        """All texts read."""
        named = dict(zip(_numbers(), self.items[:_NAMED], strict=False))
        for number in self.faults:
            named.pop(str(number), None)
        return SharedStrings(self.items, self.faults, named)

    def add_all(self, texts: list[str]) -> None:
        """Add many texts: at once where none has an escape and all are few and short."""
        together = sum(map(len, texts))
        now = limits.now()
        is_usual = len(texts) <= now.shared_strings and together <= now.string_characters
        longest = max(map(len, texts), default=0)
        if is_usual and longest <= limits.CELL_CHARACTERS and "_x" not in "\n".join(texts):
            self.items = texts
            return
        for text in texts:
            self.add(text)

    def add(self, text: str) -> None:
        """Add a text with its references resolved; its escapes are decoded here."""
        if "_x" in text or len(text) > limits.CELL_CHARACTERS:
            text = clean_text(text, self._complain)
        self.items.append(text)
        self._characters += len(text)
        if len(self.items) > limits.now().shared_strings:
            raise refuse_file("F202", limit=str(limits.now().shared_strings))
        if self._characters > limits.now().string_characters:
            raise refuse_file("F203", limit=str(limits.now().string_characters))

    def _complain(self, code: str, **values: str) -> None:
        self.faults.setdefault(len(self.items), []).append((code, values))
