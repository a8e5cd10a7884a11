"""The encoding of a part: every part is patched as UTF-8 and goes back in the encoding it had."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from jixiao.workbook.refusal import refuse

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
            raise refuse("F119", found=name)
    except (LookupError, UnicodeError):
        raise refuse("F119", found=name) from None
    return Encoded(text.encode(), encoding)
