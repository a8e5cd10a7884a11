"""Texts on their way into a part: characters that XML lacks, escapes, lengths."""

from __future__ import annotations

import re
from typing import Final

from jixiao.workbook import limits

_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_CUT: Final = "……"


def clean(text: str, limit: int = limits.CELL_CHARACTERS) -> str:
    """Give a text that a cell can hold: no control characters or lone surrogates, not too long.

    The limit counts as the spreadsheet programs do, in UTF-16 units.

    >>> clean("a\\x01b\\r\\nc"), clean("甲乙丙丁", 3)
    ('a\\ufffdb\\nc', '甲……')
    """
    text = _FORBIDDEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) <= limit and (len(text) * 2 <= limit or _units(text) <= limit):
        return text
    units = text.encode("utf-16-le")[: 2 * (limit - len(_CUT))]
    return units.decode("utf-16-le", "ignore") + _CUT


def escape(text: str) -> bytes:
    """Write a text as XML, and so that ``_x0041_`` stays what it is.

    >>> escape("a<b & _x0041_")
    b'a&lt;b &amp; _x005F_x0041_'
    """
    if "_x" in text:
        text = _LOOKS_ESCAPED.sub("_x005F_", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode()


def attribute(text: str) -> bytes:
    """Write a text as the value of an attribute, without the quotes.

    >>> attribute('"a"\\n')
    b'&quot;a&quot;&#10;'
    """
    written = text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return written.replace("\n", "&#10;").encode()


def whole(written: str | None) -> int | None:
    """Read a number of at most nine digits; None for anything else.

    >>> whole("12"), whole("-1"), whole("1" * 5000), whole(None)
    (12, None, None, None)
    """
    if written is None or len(written) > 9 or not (written.isascii() and written.isdecimal()):
        return None
    return int(written)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
