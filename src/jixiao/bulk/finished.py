"""An output folder of an earlier run, read and never written to."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from jixiao.bulk.job import sha256_of
from jixiao.bulk.ledger import FORMAT, ListedFile
from jixiao.bulk.result_table import has_columns
from jixiao.bulk.rows import findings_from_text, row_from_text
from jixiao.finding import Bilingual, text_of
from jixiao.reporting import CheckRecord, record_from_text
from jixiao.writing import DueDepartment, ReturnRow, SummaryScope

LEDGER, TABLE = "ledger.sqlite", "results.parquet"
_BUFFER = 1 << 18


class FinishedError(Exception):
    """A folder that holds no finished run; ``reason`` says why and what to do."""

    def __init__(self, reason: Bilingual) -> None:
        super().__init__(reason.en)
        self.reason = reason

    def __reduce__(self) -> tuple[type[FinishedError], tuple[Bilingual]]:
        """Come whole out of another process."""
        return FinishedError, (self.reason,)


class FinishedRun:
    """The records of a finished run: its files, its scope, the figures of its indicators."""

    def __init__(self, folder: Path, base: sqlite3.Connection) -> None:
        self.folder = folder
        self._base = base
        base.execute("PRAGMA cache_size = -40")  # KiB: hundreds may be open at once
        notes = dict(base.execute("SELECT key, value FROM meta"))
        if notes.get("format") != str(FORMAT) or "scope" not in notes:
            raise FinishedError(text_of("bulk.finished.older").fill(folder=folder))
        self.scope = SummaryScope(**_with_tuples(json.loads(notes["scope"])))
        self.due = tuple(DueDepartment(**_with_tuples(one)) for one in json.loads(notes["due"]))
        self.figures = notes["figures"]

    def count(self) -> int:
        """How many returns its outputs list."""
        (count,) = self._base.execute("SELECT COUNT(row) FROM listed").fetchone()
        return int(count)

    def listed(self) -> Iterator[ListedFile]:
        """Every file that its outputs list, ordered by relative path, one at a time."""
        query = "SELECT relative, counts, total, row, findings FROM listed ORDER BY relative"
        with closing(self._base.execute(query)) as rows:
            for row in rows:
                yield ListedFile(*row)

    def rows(self) -> Iterator[ReturnRow]:
        """The row in the summary of every return, ordered by relative path, one at a time."""
        for one in self.listed():
            if one.row is not None:
                yield row_from_text(one.row)

    def record(self, relative: str) -> CheckRecord | None:
        """The record of a return with all that was found of it; None where it is not kept.

        That is what the whole folder shows besides, what is waived, what last year's return says.
        """
        query = (
            "SELECT record, row, findings FROM returns JOIN listed USING (relative)"
            " WHERE relative = ? AND row IS NOT NULL"
        )
        kept = self._base.execute(query, (relative,)).fetchone()
        if kept is None:
            return None
        packed, row, findings = kept
        record = record_from_text(zlib.decompress(packed).decode())
        found = findings_from_text(findings)[0] if findings else ()
        return _with_review(replace(record, findings=found), row_from_text(row))

    def results(self) -> Iterator[bytes]:
        """The lines of its results.jsonl, UTF-8: they are long, and taken over as they are."""
        with (self.folder / "results.jsonl").open("rb", buffering=_BUFFER) as lines:
            yield from lines

    def table(self) -> Path | None:
        """Its results.parquet, where that is still as written, and with today's columns."""
        path = self.folder / TABLE
        query = "SELECT sha256 FROM outputs WHERE relative = ?"
        recorded = self._base.execute(query, (TABLE,)).fetchone()
        if recorded is None or not path.is_file() or sha256_of(path) != recorded[0]:
            return None
        return path if has_columns(path) else None


def _with_review(record: CheckRecord, row: ReturnRow) -> CheckRecord:
    if record.total is None:
        return record
    reviewed, grade = row.brief.reviewed, row.brief.reviewed_grade
    return replace(record, total=replace(record.total, reviewed=reviewed, reviewed_grade=grade))


@contextmanager
def open_finished(folder: Path) -> Iterator[FinishedRun]:
    """Open the records of a run; ``FinishedError`` where there are none, or none that can be used.

    The file is opened as one that nobody changes, which needs no right to write next to it.
    """
    path = folder / LEDGER
    if not path.is_file() or not (folder / "results.jsonl").is_file():
        raise FinishedError(text_of("bulk.finished.none").fill(folder=folder))
    log = path.with_name(f"{LEDGER}-wal")
    if log.exists() and log.stat().st_size:
        raise FinishedError(text_of("bulk.finished.running").fill(folder=folder))
    base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    with closing(base):
        try:
            run = FinishedRun(folder, base)
        except (sqlite3.DatabaseError, ValueError, TypeError, KeyError) as error:
            raise FinishedError(text_of("bulk.finished.damaged").fill(folder=folder)) from error
        yield run


def _with_tuples(plain: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(x) if isinstance(x, list) else x for key, x in plain.items()}
