"""Look a text up by its id; only the table of its room is loaded."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Mapping
from typing import Any, Final

from jixiao.finding.bilingual import Bilingual

TABLES: Final = "jixiao.finding.texts"
_NOT_ROOMS: Final = ("lookup", "languages")
_DIVIDED: Final = {  # rooms of several tables: the second word of an id names its table
    "cli": {
        "bulk": "cli_bulk",
        "validate": "cli_validate",
        "rulebook": "cli_rulebook",
        "survey": "cli_survey",
        "draft-report": "cli_survey",
        **dict.fromkeys(
            (f"rulebook-{one}" for one in ("check", "diff", "draft", "list", "show")),
            "cli_rulebook",
        ),
    }
}


@functools.cache
def _table(room: str) -> Any:
    try:
        return importlib.import_module(f"{TABLES}.{room}")
    except ModuleNotFoundError as missing:
        raise KeyError(room) from missing


def _room(id_: str) -> str:
    room, _, rest = id_.partition(".")
    return _DIVIDED.get(room, {}).get(rest.partition(".")[0], room)


@functools.cache
def text_of(id_: str) -> Bilingual:
    """Give the text ``id_`` in Chinese and English; ``KeyError`` where its room has none.

    >>> text_of("words.severity.error")
    Bilingual(zh='错误', en='error')
    """
    texts: Mapping[str, tuple[str, str]] = getattr(_table(_room(id_)), "TEXTS", {})
    return Bilingual(*texts[id_])


def chinese_text(id_: str, /, **values: object) -> str:
    """Give the text ``id_`` that is Chinese in every language, its ``{slots}`` filled.

    ``KeyError`` where its room has none.
    """
    texts: Mapping[str, str] = getattr(_table(_room(id_)), "CHINESE", {})
    return texts[id_].format(**values) if values else texts[id_]


def text_in(id_: str, language: str, /, **values: object) -> str:
    """Give the text ``id_`` in ``language``, its ``{slots}`` filled where there are ``values``.

    ``language`` is ``zh``, ``en`` or a module of ``languages``, which leaves to English what it
    does not have; ``ModuleNotFoundError`` where there is no such module.

    >>> text_in("words.severity.error", "zh")
    '错误'
    """
    pair = text_of(id_)
    if language in Bilingual._fields:
        text = pair.zh if language == "zh" else pair.en
    else:
        text = _language(language).get(id_) or pair.en
    return text.format(**values) if values else text


def ids_without(language: str) -> tuple[str, ...]:
    """List the ids that a further language has no text for."""
    there = _language(language)
    return tuple(id_ for id_ in text_ids() if not there.get(id_))


def text_ids() -> tuple[str, ...]:
    """List the ids of all texts in two languages, ordered."""
    return tuple(sorted(id_ for room in rooms() for id_ in getattr(_table(room), "TEXTS", ())))


def rooms() -> tuple[str, ...]:
    """List the rooms that have a table."""

    import pkgutil

    found = pkgutil.iter_modules(importlib.import_module(TABLES).__path__)
    return tuple(sorted(module.name for module in found if module.name not in _NOT_ROOMS))


def _language(language: str) -> Mapping[str, str]:
    module = importlib.import_module(f"{TABLES}.languages.{language}")
    texts: Mapping[str, str] = module.TEXTS
    return texts
