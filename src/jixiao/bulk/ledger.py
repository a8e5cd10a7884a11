"""The ledger of a bulk run: what has been checked already, in one SQLite file.

A row is kept per return under the hash of the file, of the rulebooks in play and the version of the
program, so a second run does only what is new or changed, and a killed run loses at most what was
in the workers' hands. It also remembers the hash of every output written, so that a copy somebody
has typed into since is never overwritten.
"""

from __future__ import annotations

import sqlite3
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, fields
from operator import attrgetter
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

from jixiao.finding import Bilingual, text_of
from jixiao.reporting import CheckBrief, CheckRecord, record_from_text

FORMAT = 3
_REBUILT = ("1", "2")  # formats whose returns are checked anew and whose outputs are still known

_NOTES = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS returns (
    relative TEXT PRIMARY KEY,
    sha256 TEXT,
    rules TEXT NOT NULL,
    program TEXT NOT NULL,
    outcome TEXT NOT NULL,
    department TEXT,
    stamped TEXT,
    year INTEGER,
    rulebook TEXT,
    claimed TEXT,
    computed TEXT,
    reviewed TEXT,
    claimed_grade TEXT,
    computed_grade TEXT,
    errors INTEGER NOT NULL,
    warnings INTEGER NOT NULL,
    reviewed_grade TEXT,
    saved TEXT,
    figures TEXT,
    words TEXT,
    record BLOB NOT NULL,
    annotated INTEGER NOT NULL DEFAULT 0,
    ready BLOB
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS outputs (
    relative TEXT PRIMARY KEY, sha256 TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sources (
    copy TEXT PRIMARY KEY, sha256 TEXT
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS reviews (
    copy TEXT PRIMARY KEY, mark TEXT NOT NULL, review TEXT NOT NULL, told INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS rounds (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, previous INTEGER NOT NULL,
    previous_name TEXT NOT NULL, digest TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS snapshots (
    round INTEGER, department TEXT, findings TEXT NOT NULL, PRIMARY KEY (round, department)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS notices (
    round INTEGER, department TEXT, number INTEGER NOT NULL, day TEXT NOT NULL,
    mark TEXT NOT NULL, PRIMARY KEY (round, department)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS listed (
    relative TEXT PRIMARY KEY, counts INTEGER NOT NULL, total INTEGER, row TEXT, findings TEXT
) WITHOUT ROWID;
"""
_BRIEF = (
    "relative, outcome, department, stamped, year, rulebook, claimed, computed, reviewed,"
    " claimed_grade, computed_grade, errors, warnings, reviewed_grade, saved"
)
_COLUMNS = f"{_BRIEF}, sha256, rules, program, figures, words, record, annotated, ready"
_SLOTS = ", ".join("?" * 23)
_brief_values = attrgetter(*(one.name for one in fields(CheckBrief)))


class KnownReturn(NamedTuple):
    """What decides whether a return has to be checked again."""

    sha256: str | None
    rules: str
    program: str
    outcome: str
    is_annotated: bool
    rulebook: str | None = None


class ListedFile(NamedTuple):
    """One file as the outputs list it.

    ``row`` is the text of its row in the summary, None where it is no checked return; ``total`` is
    what it ranks by, in billionths of a point, None where it has no rank; ``findings`` the text of
    its findings, None where there are none.
    """

    relative: str
    counts: bool
    total: int | None
    row: str | None
    findings: str | None


class KeptReturn(NamedTuple):
    """A return by its relative path: its record packed, and as the outputs have it, if made."""

    relative: str
    packed: bytes
    ready: bytes | None

    @property
    def record(self) -> CheckRecord:
        """Its record."""
        return record_from_text(zlib.decompress(self.packed))


class StoredReview(NamedTuple):
    """What was read of a changed copy; ``mark`` shows its content and the rules it was read by.

    ``is_reported`` says that the user has learnt of it.
    """

    mark: str
    review: str
    is_reported: bool = False


class StoredNotice(NamedTuple):
    """A notice as it was written: its number, the day on it, and a mark of what it says."""

    number: int
    day: str
    mark: str


class LedgerError(Exception):
    """The ledger cannot be used: damaged, in use, of another version; ``reason`` says which."""

    def __init__(self, reason: Bilingual) -> None:
        super().__init__(reason.en)
        self.reason = reason


def _reason(error: sqlite3.Error) -> Bilingual:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return _REASONS.get(code) or text_of("bulk.ledger.alien").fill(error=error)


_REASONS = {
    sqlite3.SQLITE_BUSY: text_of("bulk.ledger.busy"),
    sqlite3.SQLITE_READONLY: text_of("bulk.ledger.read-only"),
    sqlite3.SQLITE_CANTOPEN: text_of("bulk.ledger.unopened"),
    sqlite3.SQLITE_FULL: text_of("bulk.ledger.full"),
    sqlite3.SQLITE_IOERR: text_of("bulk.ledger.input-output"),
}


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One return as checked. ``packed`` is the text of its record, UTF-8, zlib-compressed.

    ``figures`` and ``words`` are digests by which identical content in two returns is found.
    ``ready`` is the return as the outputs have it, where that was made.
    """

    brief: CheckBrief
    sha256: str | None
    rules: str
    program: str
    figures: str | None
    words: str | None
    packed: bytes
    is_annotated: bool = False
    ready: bytes | None = None


class Ledger:
    """Open (or begin) the ledger at a path; use as a context manager."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._base = sqlite3.connect(path, isolation_level=None, timeout=1)
            # one run at a time; and without shared memory, which network drives do not have
            self._base.execute("PRAGMA locking_mode=EXCLUSIVE")
            self._base.execute("PRAGMA journal_mode=WAL")
            self._base.execute("PRAGMA synchronous=NORMAL")
            self._base.executescript(_NOTES)
            known = self._base.execute("SELECT value FROM meta WHERE key='format'").fetchone()
            self._base.execute("BEGIN EXCLUSIVE")
            if known is not None and known[0] in _REBUILT:
                self._base.execute("DROP TABLE IF EXISTS returns")
                known = None
            if known is None:
                self._base.execute(
                    "INSERT OR REPLACE INTO meta VALUES ('format', ?)", (str(FORMAT),)
                )
            self._base.execute("COMMIT")
            if known is None or known[0] == str(FORMAT):
                self._base.executescript(_SCHEMA)
                self._add_ready()
        except sqlite3.Error as error:
            raise LedgerError(_reason(error)) from error
        if known is not None and known[0] != str(FORMAT):
            self._base.close()
            raise LedgerError(text_of("bulk.ledger.format").fill(found=known[0], expected=FORMAT))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self.close()
        except sqlite3.Error as trouble:
            error = error or trouble
        if isinstance(error, sqlite3.Error):
            raise LedgerError(_reason(error)) from error

    def close(self) -> None:
        """Fold the write-ahead log into the file and close it."""
        try:
            self._base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            self._base.close()

    def _add_ready(self) -> None:
        """Add the column that an earlier version's ledger does not have."""
        columns = {row[1] for row in self._base.execute("PRAGMA table_info(returns)")}
        if "ready" not in columns:
            self._base.execute("ALTER TABLE returns ADD COLUMN ready BLOB")

    def keys(self) -> dict[str, KnownReturn]:
        """What is known of each return, by relative path."""
        query = "SELECT relative, sha256, rules, program, outcome, annotated, rulebook FROM returns"
        with closing(self._base.execute(query)) as rows:
            one = sys.intern  # thousands of rows repeat the same three texts
            return {
                row[0]: KnownReturn(
                    row[1],
                    one(row[2]),
                    one(row[3]),
                    one(row[4]),
                    bool(row[5]),
                    row[6] and one(row[6]),
                )
                for row in rows
            }

    def keep(self, entries: Iterable[LedgerEntry]) -> None:
        """Keep finished returns, all of them or none."""
        rows = [
            (
                *_brief_values(entry.brief),
                entry.sha256,
                entry.rules,
                entry.program,
                entry.figures,
                entry.words,
                entry.packed,
                int(entry.is_annotated),
                entry.ready,
            )
            for entry in entries
        ]
        with self._base:
            self._base.execute("BEGIN")
            self._base.executemany(
                f"INSERT OR REPLACE INTO returns ({_COLUMNS}) VALUES ({_SLOTS})",  # noqa: S608 - constants
                rows,
            )

    def forget(self, relatives: Iterable[str]) -> None:
        """Drop returns that are no longer in the folder."""
        with self._base:
            self._base.execute("BEGIN")
            self._base.executemany(
                "DELETE FROM returns WHERE relative = ?", [(name,) for name in relatives]
            )

    def kept(self) -> Iterator[KeptReturn]:
        """What is kept of every return, ordered by relative path, one at a time."""
        query = "SELECT relative, record, ready FROM returns ORDER BY relative"
        with closing(self._base.execute(query)) as rows:
            for row in rows:
                yield KeptReturn(*row)

    def briefs(self) -> Iterator[CheckBrief]:
        """The brief of every return, ordered by relative path; equal texts are one object."""
        query = f"SELECT {_BRIEF} FROM returns ORDER BY relative"  # noqa: S608 - constant
        with closing(self._base.execute(query)) as rows:
            for row in rows:
                yield CheckBrief(*map(_interned, row))

    def duplicates(self, column: str) -> Iterator[tuple[str, ...]]:
        """Groups of returns that share a digest: ``sha256``, ``figures`` or ``words``."""
        if column not in {"sha256", "figures", "words"}:
            raise ValueError(column)
        query = (
            f"SELECT {column}, relative FROM returns WHERE {column} IN (SELECT {column}"  # noqa: S608 - column is of a closed set
            f" FROM returns WHERE {column} IS NOT NULL GROUP BY {column} HAVING COUNT(*) > 1)"
            f" ORDER BY {column}, relative"
        )
        group: list[str] = []
        last = None
        with closing(self._base.execute(query)) as rows:
            for digest, relative in rows:
                if digest != last and group:
                    yield tuple(group)
                    group = []
                last = digest
                group.append(relative)
        if group:
            yield tuple(group)

    def list_files(self, files: Iterable[ListedFile]) -> None:
        """Replace what the outputs list, all of it or nothing."""
        with self._base:
            self._base.execute("BEGIN")
            self._base.execute("DELETE FROM listed")
            self._base.executemany("INSERT INTO listed VALUES (?, ?, ?, ?, ?)", files)

    def listed(self) -> Iterator[ListedFile]:
        """Every file that the outputs list, ordered by relative path, one at a time."""
        query = "SELECT relative, counts, total, row, findings FROM listed ORDER BY relative"
        with closing(self._base.execute(query)) as rows:
            for row in rows:
                yield ListedFile(*row)

    def ranked(self) -> Iterator[str]:
        """The rows that count, the highest total first, those without a total last."""
        query = "SELECT row FROM listed WHERE counts ORDER BY total IS NULL, total DESC, relative"
        with closing(self._base.execute(query)) as rows:
            for (row,) in rows:
                yield row

    def meta(self, key: str) -> str | None:
        """A note about the whole run, or None."""
        row = self._base.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def note(self, key: str, value: str) -> None:
        """Keep a note about the whole run."""
        self._base.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def figures(self) -> dict[str, str]:
        """The digest of what is typed in each return, by relative path."""
        query = "SELECT relative, figures FROM returns WHERE figures IS NOT NULL"
        return dict(self._base.execute(query))

    def sources(self) -> dict[str, str]:
        """Hash of the return that each annotated copy was made of, by the copy's path."""
        return dict(self._base.execute("SELECT copy, sha256 FROM sources"))

    def record_sources(self, sources: Iterable[tuple[str, str | None]]) -> None:
        """Remember which return each annotated copy was made of."""
        with self._base:
            self._base.execute("BEGIN")
            self._base.executemany("INSERT OR REPLACE INTO sources VALUES (?, ?)", list(sources))

    def reviews(self) -> dict[str, StoredReview]:
        """What was read of annotated copies that somebody changed, by the copy's path."""
        query = "SELECT copy, mark, review, told FROM reviews"
        with closing(self._base.execute(query)) as rows:
            return {row[0]: StoredReview(row[1], row[2], bool(row[3])) for row in rows}

    def keep_reviews(self, reviews: Mapping[str, StoredReview]) -> None:
        """Keep what was read of changed copies."""
        rows = [(copy, one.mark, one.review, int(one.is_reported)) for copy, one in reviews.items()]
        with self._base:
            self._base.execute("BEGIN")
            self._base.executemany("INSERT OR REPLACE INTO reviews VALUES (?, ?, ?, ?)", rows)

    def last_round(self) -> tuple[int, str, int, str, str] | None:
        """Number, name, number and name of the one before, and digest of the last round."""
        query = (
            "SELECT number, name, previous, previous_name, digest FROM rounds"
            " ORDER BY number DESC LIMIT 1"
        )
        row = self._base.execute(query).fetchone()
        return None if row is None else tuple(row)

    def snapshots(self, round_: int) -> dict[str, str]:
        """What a round found, by department."""
        query = "SELECT department, findings FROM snapshots WHERE round = ?"
        return dict(self._base.execute(query, (round_,)))

    def keep_round(
        self, plain: tuple[int, str, int, str, str], snapshots: Iterable[tuple[str, str]]
    ) -> None:
        """Keep a round with what it found, by department, and nothing else under its number."""
        with self._base:
            self._base.execute("BEGIN")
            self._base.execute("INSERT OR REPLACE INTO rounds VALUES (?, ?, ?, ?, ?)", plain)
            self._base.execute("DELETE FROM snapshots WHERE round = ?", plain[:1])
            self._base.executemany(
                "INSERT INTO snapshots VALUES (?, ?, ?)", ((plain[0], *one) for one in snapshots)
            )

    def notices(self, round_: int) -> dict[str, StoredNotice]:
        """The notices of a round, by department."""
        query = "SELECT department, number, day, mark FROM notices WHERE round = ?"
        with closing(self._base.execute(query, (round_,))) as rows:
            return {row[0]: StoredNotice(*row[1:]) for row in rows}

    def last_notice(self) -> int:
        """The highest number that a notice ever had."""
        (number,) = self._base.execute("SELECT MAX(number) FROM notices").fetchone()
        return max(int(number or 0), int(self.meta("last notice") or 0))

    def keep_notices(self, round_: int, notices: Mapping[str, StoredNotice]) -> None:
        """Keep the notices of a round, these and no others; numbers are never given twice."""
        self.note(
            "last notice", str(max([self.last_notice(), *(n.number for n in notices.values())]))
        )
        with self._base:
            self._base.execute("BEGIN")
            self._base.execute("DELETE FROM notices WHERE round = ?", (round_,))
            self._base.executemany(
                "INSERT INTO notices VALUES (?, ?, ?, ?, ?)",
                ((round_, name, *one) for name, one in notices.items()),
            )

    def outputs(self) -> dict[str, str]:
        """Hash of every output written so far, by path relative to the output folder."""
        return dict(self._base.execute("SELECT relative, sha256 FROM outputs"))

    def record_outputs(self, outputs: Iterable[tuple[str, str]]) -> None:
        """Remember what was written."""
        with self._base:
            self._base.execute("BEGIN")
            self._base.executemany("INSERT OR REPLACE INTO outputs VALUES (?, ?)", list(outputs))

    def forget_outputs(self, relatives: Iterable[str]) -> None:
        """Drop outputs that are no longer there."""
        with self._base:
            self._base.execute("BEGIN")
            self._base.executemany(
                "DELETE FROM outputs WHERE relative = ?", [(name,) for name in relatives]
            )


def _interned(value: Any) -> Any:
    return sys.intern(value) if isinstance(value, str) else value
