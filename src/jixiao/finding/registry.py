"""The catalogue of codes: every code has a title, a message, a remedy and a page in two languages.

Entries live in ``jixiao.finding.catalogue``, one module per letter; this module looks them up,
renders them and builds findings from them.
"""

from __future__ import annotations

import functools
import importlib
import re
from dataclasses import dataclass

from jixiao.finding.bilingual import Bilingual, Lang
from jixiao.finding.quotes import nested
from jixiao.finding.texts import text_of
from jixiao.finding.value import Finding, Severity

LETTERS = "fsdrtcxenb"
_LONGEST = 600  # characters of a value inside a message: a long sum fits, a pasted page does not
_CODE = re.compile(r"[FSDRTCXENB]\d{3}")


@dataclass(frozen=True, slots=True)
class CodeEntry:
    """One code of the catalogue.

    ``message`` and ``remedy`` may hold ``{slots}`` filled from ``Finding.values``, ``{found}`` and
    ``{expected}``. ``title`` has at most 60 characters. ``page`` explains at length: what it means,
    how it comes about, how to mend it.
    """

    code: str
    severity: Severity
    title: Bilingual
    message: Bilingual
    remedy: Bilingual
    page: Bilingual

    def __post_init__(self) -> None:
        if not _CODE.fullmatch(self.code):
            raise ValueError(f"not a finding code: {self.code!r}")


@functools.cache
def _letter(letter: str) -> dict[str, CodeEntry]:
    module = importlib.import_module(f"jixiao.finding.catalogue.{letter}")
    entries: tuple[CodeEntry, ...] = module.ENTRIES
    return {entry.code: entry for entry in entries}


def entry(code: str) -> CodeEntry:
    """Look a code up; ``KeyError`` where the catalogue has none."""
    letter = code[:1].lower()
    if letter not in LETTERS or not letter:
        raise KeyError(code)
    return _letter(letter)[code]


def entries() -> tuple[CodeEntry, ...]:
    """All codes, ordered."""
    return tuple(
        sorted((e for letter in LETTERS for e in _letter(letter).values()), key=lambda e: e.code)
    )


def finding(
    code: str,
    *,
    sheet: str | None = None,
    cell: str | None = None,
    indicator: str | None = None,
    found: str | None = None,
    expected: str | None = None,
    because: str | None = None,
    because_cell: str | None = None,
    severity: Severity | None = None,
    paragraph: Bilingual | None = None,
    **values: str | Bilingual,
) -> Finding:
    """Build the finding ``code`` with the catalogue's severity unless ``severity`` is given."""
    return Finding(
        code=code,
        severity=severity or entry(code).severity,
        sheet=sheet,
        cell=cell,
        indicator=indicator,
        found=found,
        expected=expected,
        because=because,
        because_cell=because_cell,
        values=values,
        paragraph=paragraph,
    )


def _fill(template: str, found: Finding, lang: Lang) -> str:
    slots = {k: v.text(lang) if isinstance(v, Bilingual) else v for k, v in found.values.items()}
    unknown = "—"
    slots.setdefault("found", found.found if found.found is not None else unknown)
    slots.setdefault("expected", found.expected if found.expected is not None else unknown)
    return nested(template.format_map({k: _readable(v) for k, v in slots.items()}))


def _readable(text: str) -> str:
    """Cut what somebody pasted into a cell down to what a message can hold."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def message(found: Finding, lang: Lang = "zh") -> str:
    """Say what was found, what was expected and why, in ``lang``."""
    return _fill(entry(found.code).message.text(lang), found, lang)


def remedy(found: Finding, lang: Lang = "zh") -> str:
    """Say what to do about it, in ``lang``; a consequence is settled with its cause."""
    if found.instead is not None:
        return nested(found.instead.text(lang))
    if found.is_settled:
        place = found.because_cell or found.because or ""
        return text_of("words.settled").text(lang).format(place=place)
    return _fill(entry(found.code).remedy.text(lang), found, lang)
