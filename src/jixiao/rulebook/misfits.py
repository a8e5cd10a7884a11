"""What does not fit in a rulebook: where in its content, what is wrong, what to do."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from jixiao.finding import Bilingual

ContentPath = tuple[str | int, ...]
"""Where something stands in the content of a file: keys, and numbers of entries from 0."""

RulebookMisfit = tuple[ContentPath, Bilingual, Bilingual]
"""Where in the content, what is wrong, what to do."""


def rulebook_misfit(at: ContentPath, zh: str, en: str, do_zh: str, do_en: str) -> RulebookMisfit:
    """Put a place, a message and a remedy together."""
    return at, Bilingual(zh, en), Bilingual(do_zh, do_en)


def nearest_name(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant."""
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else None
