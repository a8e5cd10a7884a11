"""What a bulk run is asked to do."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jixiao.bulk.departments import Roster
from jixiao.bulk.notices import NoticeOrder
from jixiao.checking import LastReturns, Waiver
from jixiao.finding import Lang, chinese_text
from jixiao.rulebook import Library, Rulebook
from jixiao.workbook import Height


@dataclass(frozen=True)
class BulkRequest:
    """What a bulk run is asked to do.

    ``rulebook`` is an id or path or None for detection among those of ``library``; ``rules``
    identifies the rules in play (a hash); ``rulebook_years`` and ``rulebooks`` give year and name
    of each that may be found, ``waivers`` are applied as of ``today``, ``grades`` are all grade
    names best first. ``limits`` says how large a file may be, ``round`` names the round,
    ``notices`` asks for letters to departments, ``previous`` has last year's returns, which are
    below ``previous_path``.
    """

    folder: Path
    output: Path
    rulebook: str | None
    rules: str
    rulebook_years: Mapping[str, int | None]
    rulebooks: Mapping[str, str]
    grades: tuple[str, ...]
    library: Library | None = None
    roster: Roster | None = None
    roster_path: Path | None = None
    annotates: bool = True
    rechecks: bool = False
    lang: Lang = "zh"
    waivers: tuple[Waiver, ...] = ()
    waivers_path: Path | None = None
    today: dt.date = dt.date.min
    limits: Height = "usual"
    round: str = ""
    notices: NoticeOrder | None = None
    previous: LastReturns | None = None
    previous_path: Path | None = None


def make_request(
    folder: Path,
    output: Path,
    known: Library,
    *,
    asked: tuple[str, Rulebook] | None = None,
    lang: Lang = "zh",
) -> BulkRequest:
    """Ask for all returns of a folder to be checked by the rulebooks at hand, or by the one asked.

    ``asked`` is that rulebook with the id or path that it was asked for by.
    """
    books = [asked[1]] if asked else list(known.books)
    return BulkRequest(
        folder=folder,
        output=output,
        rulebook=asked[0] if asked else None,
        library=known,
        rules=_rules(books, lang),
        rulebook_years={book.id: book.year for book in books},
        rulebooks={
            book.id: chinese_text("bulk.rulebook-version", name=book.name, version=book.version)
            for book in books
        },
        grades=tuple(dict.fromkeys(grade.name for book in books for grade in book.grades)),
        lang=lang,
    )


def _rules(books: Sequence[Rulebook], lang: Lang) -> str:
    """A short mark of what results rest on besides the file: the rulebooks and the language."""
    basis = "+".join((lang, *(f"{book.id}:{book.sha256}" for book in books)))
    return hashlib.sha256(basis.encode()).hexdigest()[:32]


def rules_with(rules: str, report: str | None) -> str:
    """What the result of a return rests on, its report by its hash, if there is one.

    >>> rules_with("a", None), rules_with("a", "b")
    ('a', 'a+b')
    """
    return rules if report is None else f"{rules}+{report[:16]}"
