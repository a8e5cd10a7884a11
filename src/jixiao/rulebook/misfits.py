"""What does not fit in a rulebook: where in its content, what is wrong, what to do."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from jixiao.finding import Bilingual, text_of

ContentPath = tuple[str | int, ...]
"""Where something is in the content of a file: keys, and numbers of entries from 0."""

RulebookMisfit = tuple[ContentPath, Bilingual, Bilingual]
"""Where in the content, what is wrong, what to do."""


def rulebook_misfit(
    at: ContentPath, id_: str, *, remedy: str | Bilingual | None = None, **slots: object
) -> RulebookMisfit:
    """Put a place and the texts by id together, their ``{slots}`` filled.

    What to do is the text ``remedy``, without one that of ``id_`` and ``.remedy``.
    """
    if not isinstance(remedy, Bilingual):
        own = f"{id_}.remedy"
        remedy = text_of(remedy or own).fill(**slots)
    return at, text_of(id_).fill(**slots), remedy


def nearest_name(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant."""
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else None


def listed_names(names: Iterable[str]) -> Bilingual:
    """Put names, the same in both languages, on one line."""
    kept, between = list(names), text_of("rulebook.names")
    return Bilingual(between.zh.join(kept), between.en.join(kept))
