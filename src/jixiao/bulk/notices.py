"""Write a letter and a message to each department that must mend something, and number them.

A letter keeps number and day as long as it says the same; one that somebody changed stays as it is.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from jixiao.bulk.job import sha256_of
from jixiao.bulk.ledger import Ledger, StoredNotice
from jixiao.bulk.season import Season
from jixiao.finding import Lang, text_in
from jixiao.reporting import CheckRecord, FindingRecord, location_text
from jixiao.writing import (
    Notice,
    NoticeHead,
    NoticeItem,
    ReturnRow,
    letter_of,
    message_of,
    write_bytes,
)

FOLDER = "notices"
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_LONGEST = 60  # characters of a department in a file name

# Findings of a folder, whose remedies are for the officer: letters say what the department does
_FOR_OFFICERS = frozenset({"B102", "B103", "B104", "B105", "B106", "B108", "B123", "B124"})


@dataclass(frozen=True, slots=True)
class NoticeOrder:
    """Letters are asked for: the day by which to mend, the day on the letters, their language."""

    deadline: dt.date | None
    day: dt.date
    lang: Lang = "zh"

    @property
    def terms(self) -> str:
        """What letters say whatever the day that is on them."""
        return f"{self.deadline} {self.lang}"


def must_mend(row: ReturnRow, *, is_awaited: bool) -> bool:
    """Whether a return goes back: it has errors, or cannot be used and its department is awaited.

    ``is_awaited`` says that it is known to be whose, and that no other return of theirs counts.
    """
    if row.counts:
        return row.errors > 0
    is_unusable = bool(row.uncounted) or row.brief.outcome in ("unreadable", "several-scoresheets")
    return is_unusable and is_awaited


def notice_of(
    row: ReturnRow, record: CheckRecord, names: Mapping[str, str], lang: Lang, year: int | None
) -> Notice:
    """Say what a department must mend: the causes in their order, what comes of them counted.

    ``year`` is the one that is asked for, whatever the return says; None where nobody knows it.
    """
    open_findings = [
        one for one in record.findings if one.waived is None and one.severity != "notice"
    ]
    roots = [one for one in open_findings if one.because is None]
    why = row.uncounted or ("" if row.counts else row.brief.outcome)
    return Notice(
        department=row.name,
        file=PurePosixPath(row.relative).name,
        year=year or row.brief.year,
        items=tuple(
            NoticeItem(
                location_text(one, lang),
                names.get(one.indicator or "", ""),
                one.message,
                _remedy(one, why, lang),
                one.severity == "error",
            )
            for one in roots
        ),
        reason=text_in(f"notices.reason.{why}", lang) if why else "",
        folded=len(open_findings) - len(roots),
        copy=PurePosixPath(row.copy).name if row.copy else None,
    )


def _remedy(found: FindingRecord, why: str, lang: Lang) -> str:
    """What the department has to do; the program's own remedy may speak to the officer."""
    if why == "unreadable":
        return text_in("notices.remedy.unreadable", lang)
    return (
        text_in(f"notices.remedy.{found.code}", lang)
        if found.code in _FOR_OFFICERS
        else found.remedy
    )


def write_notices(
    ledger: Ledger, output: Path, notices: Iterable[Notice], order: NoticeOrder, season: Season
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Write the letters of a round; give those left alone (somebody changed them) and all others.

    Letters of this round to departments that have nothing more to mend are removed.
    """
    number = season.round.number
    earlier, recorded = ledger.notices(number), ledger.outputs()
    last = ledger.last_notice()
    stored: dict[str, StoredNotice] = {}
    kept: list[str] = []
    written: list[str] = []
    for notice in notices:
        mark = hashlib.sha256(repr((notice, order.terms)).encode()).hexdigest()[:32]
        old = earlier.get(notice.department)
        if old is None:
            last += 1
        is_same = old is not None and old.mark == mark
        one = StoredNotice(
            old.number if old else last, old.day if old and is_same else f"{order.day}", mark
        )
        stored[notice.department] = one
        for name, content in _files(notice, one, order).items():
            present = output / name
            if present.exists() and sha256_of(present) != recorded.get(name):
                kept.append(name)
            elif not (is_same and present.exists()):
                present.parent.mkdir(exist_ok=True)
                write_bytes(present, content())
            written.append(name)
    _settle(ledger, output, earlier, stored, kept, written)
    ledger.keep_notices(number, stored)
    return tuple(kept), tuple(name for name in written if name not in kept)


def _files(
    notice: Notice, one: StoredNotice, order: NoticeOrder
) -> Mapping[str, Callable[[], bytes]]:
    head = NoticeHead(one.number, dt.date.fromisoformat(one.day), order.deadline, order.lang)
    stem = f"{FOLDER}/{_stem(one.number, notice.department)}"
    return {
        f"{stem}.docx": lambda: letter_of(notice, head),
        f"{stem}.txt": lambda: message_of(notice, head).encode("utf-8-sig"),
    }


def _stem(number: int, department: str) -> str:
    """Name the files of a notice: its number, then whom it goes to.

    >>> _stem(3, "示例市水务局/本级")
    '003-示例市水务局_本级'
    """
    return f"{number:03}-{_FORBIDDEN.sub('_', department)[:_LONGEST].rstrip('. ')}"


def _settle(
    ledger: Ledger,
    output: Path,
    earlier: Mapping[str, StoredNotice],
    stored: Mapping[str, StoredNotice],
    kept: Iterable[str],
    written: Iterable[str],
) -> None:
    """Record what was written; remove what was written earlier to those who are done."""
    fresh = [name for name in written if name not in set(kept)]
    ledger.record_outputs((name, sha256_of(output / name)) for name in fresh)
    recorded = ledger.outputs()
    gone = [
        f"{FOLDER}/{_stem(one.number, department)}{suffix}"
        for department, one in earlier.items()
        if department not in stored
        for suffix in (".docx", ".txt")
    ]
    for name in gone:
        path = output / name
        if path.exists() and sha256_of(path) == recorded.get(name):
            path.unlink()
    ledger.forget_outputs(gone)
