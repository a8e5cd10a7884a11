"""Texts of a workbook: the shared strings part and the escapes inside any text."""

from __future__ import annotations

import re
from typing import Final

from jixiao.workbook import limits, markup
from jixiao.workbook.package import Package
from jixiao.workbook.refusal import refuse

_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


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


def read_strings(package: Package, path: str) -> list[str]:
    """Read the shared strings as written (escapes too), phonetic runs left out; F202, F203."""
    strings: list[str] = []
    pieces: list[str] = []
    parser, unread, _ = markup.open_parser(package.pieces(path), path, "sst")
    characters = 0
    phonetic = False

    def start(element: str, _: dict[str, str]) -> None:
        nonlocal phonetic
        if element == "t":
            parser.CharacterDataHandler = None if phonetic else pieces.append
        elif element == "si":
            pieces.clear()
        elif element == "rPh":
            phonetic = True

    def end(element: str) -> None:
        nonlocal phonetic, characters
        if element == "t":
            parser.CharacterDataHandler = None
        elif element == "si":
            text = "".join(pieces)
            characters += len(text)
            strings.append(text)
            _check_amount(len(strings), characters)
        elif element == "rPh":
            phonetic = False

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    markup.feed(parser, unread, path)
    return strings


def _check_amount(count: int, characters: int) -> None:
    if count > limits.SHARED_STRINGS:
        raise refuse("F202", limit=str(limits.SHARED_STRINGS))
    if characters > limits.STRING_CHARACTERS:
        raise refuse("F203", limit=str(limits.STRING_CHARACTERS))
