"""Texts on their way into a part: characters that XML lacks, escapes, lengths."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from jixiao.workbook import limits
from jixiao.workbook.refusal import refuse_file

_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_CUT: Final = "……"


def printable_text(text: str, limit: int = limits.CELL_CHARACTERS) -> str:
    """Give a text that a cell can hold: no control characters or lone surrogates, not too long.

    The limit counts as the spreadsheet programs do, in UTF-16 units.

    >>> printable_text("a\\x01b\\r\\nc"), printable_text("甲乙丙丁", 3)
    ('a\\ufffdb\\nc', '甲……')
    """
    text = _FORBIDDEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) <= limit and (len(text) * 2 <= limit or _units(text) <= limit):
        return text
    units = text.encode("utf-16-le")[: 2 * (limit - len(_CUT))]
    return units.decode("utf-16-le", "ignore") + _CUT


def escape_text(text: str) -> bytes:
    """Write a text as XML, and so that ``_x0041_`` stays what it is.

    >>> escape_text("a<b & _x0041_")
    b'a&lt;b &amp; _x005F_x0041_'
    """
    if "_x" in text:
        text = _ESCAPE.sub("_x005F_", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode()


def escape_attribute(text: str) -> bytes:
    """Write a text as the value of an attribute, without the quotes.

    >>> escape_attribute('"a"\\n')
    b'&quot;a&quot;&#10;'
    """
    written = text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return written.replace("\n", "&#10;").encode()


def whole_text(written: str | None) -> int | None:
    """Read a number of at most nine digits; None for anything else.

    >>> whole_text("12"), whole_text("-1"), whole_text("1" * 5000), whole_text(None)
    (12, None, None, None)
    """
    if written is None or len(written) > 9 or not (written.isascii() and written.isdecimal()):
        return None
    return int(written)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


_DECLARED: Final = re.compile(rb"""\A\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)""")
_MARKS: Final = (
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Encoded:
    """A part's text in UTF-8, and the encoding it has in the package (None: UTF-8 itself)."""

    text: bytes
    encoding: str | None = None

    def back(self, text: bytes) -> bytes:
        """Bring a changed text into the part's encoding; what it lacks becomes ``&#…;``."""
        if self.encoding is None:
            return text
        return text.decode().encode(self.encoding, "xmlcharrefreplace")


def as_utf8(part: bytes, name: str) -> Encoded:
    """Give the text of a part as UTF-8; refuses (F119) an encoding that is unknown or belied.

    >>> as_utf8("<a/>".encode("utf-16-be"), "a.xml")
    Encoded(text=b'<a/>', encoding='utf-16-be')
    """
    encoding = next((coding for mark, coding in _MARKS if part.startswith(mark)), None)
    if encoding is None:
        declared = _DECLARED.match(part)
        if declared is None or declared[1].lower() in (b"utf-8", b"utf8"):
            return Encoded(part)
        encoding = declared[1].decode("ascii")
    try:
        text = part.decode(encoding)
        if text.encode(encoding) != part:
            raise refuse_file("F119", found=name)
    except (LookupError, UnicodeError):
        raise refuse_file("F119", found=name) from None
    return Encoded(text.encode(), encoding)
