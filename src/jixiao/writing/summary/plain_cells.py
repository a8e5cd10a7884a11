"""The end of a cell's element, as the library writes it: what does not depend on row or format.

It can be made long before the row is written, and in another process.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

BLANK_END: Final = "/>"
_SHORT: Final = 16_000  # characters that Excel takes in any cell


def number_end(number: float | Fraction) -> str:
    """End a cell that holds a number.

    >>> number_end(92.5)
    '><v>92.5</v></c>'
    """
    return f"><v>{number:.16G}</v></c>"


def text_end(text: str) -> str:
    """End a cell that holds a text.

    >>> text_end("A & B")
    ' t="inlineStr"><is><t>A &amp; B</t></is></c>'
    """
    if text.isprintable() and text.strip() == text and len(text) < _SHORT and "_x" not in text:
        escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        if not escaped.startswith("&lt;r&gt;"):
            return f' t="inlineStr"><is><t>{escaped}</t></is></c>'
    return _written(text)


def _written(text: str) -> str:
    """Have a rare text written by the library itself."""
    from jixiao.writing.summary.plain_rows import RowSheet

    return RowSheet().element_of(text).removeprefix('<c r="A1"')
