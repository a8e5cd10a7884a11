"""Bring the characters of a typed figure to one plain form, without changing what it says.

Full-width forms become plain ones, invisible characters go, all blanks become spaces. Superscripts,
circled numbers and fractions are left as they are: 10² is not 102.
"""

from __future__ import annotations

import functools
import unicodedata

_FOLDED = ("<wide>", "<narrow>", "<small>", "<noBreak>")
_PLAIN = {
    "−": "-",
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "–": "-",
    "﹣": "-",
    "﹦": "=",
    "═": "=",
    "＝": "=",
    "≧": "≥",
    "⩾": "≥",
    "≮": "≥",
    "≦": "≤",
    "⩽": "≤",
    "≯": "≤",
    "﹪": "%",
    "٪": "%",
    "、": "、",
    "·": "·",
}


@functools.lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    if character in _PLAIN:
        return _PLAIN[character]
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    if category == "Zs" or character in "\t\r\n\v\f":
        return " "
    if unicodedata.decomposition(character).startswith(_FOLDED):
        return unicodedata.normalize("NFKC", character)
    return character


def plain_characters(text: str) -> str:
    """Fold a text and trim it.

    >>> plain_characters("１２．５％\\u200b"), plain_characters("10²")
    ('12.5%', '10²')
    """
    return "".join(map(_plain, text)).strip()
