"""Texts that are meant as a number but are none: 1_000, NaN, 1.2.3, 1O0, ٣, 10²."""

from __future__ import annotations

import re
import unicodedata

from jixiao.figures.parsing.scan import is_date

_NO_NUMBER = re.compile(r"[+-]?(?:nan|inf|infinity)|0x[0-9a-f]+|#.*", re.IGNORECASE)
_BROKEN = re.compile(
    r"[0-9]_[0-9]|[0-9]\.[0-9]*[.,][0-9]|[0-9]{41,}|[0-9],,|[0-9]\.,|%%|%[0-9]"
    r"|[0-9](?:\. +| +\.)[0-9]"
)
_LETTERS_FOR_DIGITS = re.compile(
    r"[0-9][OoIl][0-9OoIl.%]|[0-9][Oo](?![A-Za-z])|(?<![A-Za-z])[OoIl]+[0-9.]"
)
_LETTERS = re.compile(r"[0-9] ?[A-Za-z]|[A-Za-z][-.]?[0-9]")
_CURRENCY = re.compile(r"RMB|CNY", re.IGNORECASE)


def is_broken(text: str) -> bool:
    """Say whether a folded text is meant as a number but is none.

    >>> is_broken("1O0%"), is_broken("1.234,5"), is_broken("5km")
    (True, True, False)
    """
    if _NO_NUMBER.fullmatch(text) or _LETTERS_FOR_DIGITS.search(text):
        return True
    if _BROKEN.search(text) and not is_date(text):
        return True
    foreign = [not c.isascii() and unicodedata.category(c) in ("Nd", "No") for c in text]
    if not any(foreign):
        return False
    behind_digit = any(
        odd and text[place - 1 : place].isdigit() for place, odd in enumerate(foreign)
    )
    return behind_digit or not any(c.isalpha() for c in text)


def has_letters(text: str) -> bool:
    """Say whether letters stand at digits, as no score, rate, amount or count has them."""
    return _LETTERS.search(_CURRENCY.sub("", text)) is not None
