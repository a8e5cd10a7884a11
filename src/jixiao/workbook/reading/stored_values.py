"""What a stored value is: from the type and text of a cell to kind and raw text."""

from __future__ import annotations

import re
from typing import Final

from jixiao.workbook import limits
from jixiao.workbook.model import CellKind
from jixiao.workbook.reading.shared_strings import Complain, SharedStrings, clean_text

StoredValue = tuple[CellKind, str]

_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
SIMPLE_NUMBER: Final = re.compile(
    r"-?[0-9]{1,150}(?:\.[0-9]{1,150})?"
)  # nearly all, reported quickest
_DIGITS: Final = 400  # 1.8E308 written out has 309
_BOOLEANS: Final = {"1": "1", "0": "0", "true": "1", "false": "0"}
_BLANK: Final = (CellKind.BLANK, "")
_NUMBER_KIND: Final = CellKind.NUMBER  # looked up once, not for every cell
_TEXT_KIND: Final = CellKind.TEXT


def is_number(written: str) -> bool:
    """Say whether a text is a number that a spreadsheet can hold.

    >>> [is_number(t) for t in ("-1.5E3", "1_000", "１２", "NaN", "1e999", "12%")]
    [True, False, False, False, False, False]
    """
    if _NUMBER.fullmatch(written) is None or len(written) > _DIGITS:
        return False
    return abs(float(written)) != float("inf")


def understand_stored(
    kind: str, written: str, texts: SharedStrings, complain: Complain
) -> StoredValue:
    """Give kind and raw text; what breaks the format is INVALID and reported to ``complain``."""
    if kind == "n":
        return _number(written, complain)
    if kind == "s":
        return _shared(written, texts, complain)
    if kind in ("str", "inlineStr"):
        return CellKind.TEXT, clean_text(written, complain)
    return _other(kind, written.strip(), complain)


def _other(kind: str, written: str, complain: Complain) -> StoredValue:
    if kind == "b" and written in _BOOLEANS:
        return CellKind.BOOLEAN, _BOOLEANS[written]
    if kind == "e":
        return CellKind.ERROR, written
    if kind == "d":
        return (CellKind.DATE, written) if written else _BLANK
    if kind == "b":
        complain("F214", found=written[:40])
    else:
        complain("F213", found=kind[:40])
    return CellKind.INVALID, written


def _shared(written: str, texts: SharedStrings, complain: Complain) -> StoredValue:
    if written.isdecimal() and written.isascii() and len(written) < 10:
        index = int(written)
        if index < len(texts.items):
            for code, values in texts.faults.get(index, ()) if texts.faults else ():
                complain(code, **values)
            return _TEXT_KIND, texts.items[index]
    elif not written.strip():
        return _BLANK
    complain("F210", found=written[:40])
    return CellKind.INVALID, written


def _number(written: str, complain: Complain) -> StoredValue:
    if SIMPLE_NUMBER.fullmatch(written):
        return _NUMBER_KIND, written
    stripped = written.strip(" \t\r\n")
    if not stripped:
        return _BLANK
    if is_number(stripped):
        return _NUMBER_KIND, stripped
    complain("F212", found=stripped[:40])
    return CellKind.INVALID, stripped[: limits.CELL_CHARACTERS]
