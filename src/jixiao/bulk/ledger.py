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
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from jixiao.finding import Bilingual

FORMAT = 1

_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS returns (
    relative TEXT PRIMARY KEY,
    sha256 TEXT,
    rules TEXT NOT NULL,
    program TEXT NOT NULL,
    outcome TEXT NOT NULL,
    figures TEXT,
    words TEXT,
    stamped TEXT,
    head TEXT NOT NULL,
    check_json BLOB NOT NULL,
    annotated INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS outputs (
    relative TEXT PRIMARY KEY, sha256 TEXT NOT NULL
) WITHOUT ROWID;
"""


_COLUMNS = (
    "relative, sha256, rules, program, outcome, figures, words, stamped, head,"
    " check_json, annotated"
)
_FIELDS = (
    "relative", "sha256", "rules", "program", "outcome", "figures", "words", "stamped", "head",
    "packed", "is_annotated",
)  # fmt: skip
_SLOTS = ", ".join("?" * 11)


class KnownReturn(NamedTuple):
    """What decides whether a return has to be checked again."""

    sha256: str | None
    rules: str
    program: str
    outcome: str
    is_annotated: bool


class LedgerError(Exception):
    """The ledger cannot be used: damaged, in use, of another version; ``reason`` says which."""

    def __init__(self, reason: Bilingual) -> None:
        super().__init__(reason.en)
        self.reason = reason


def _reason(error: sqlite3.Error) -> Bilingual:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return _REASONS.get(code, Bilingual(f"它已损坏或不是本程序写的（{error}）", str(error)))


_REASONS = {
    sqlite3.SQLITE_BUSY: Bilingual(
        "另一个 jixiao bulk 正在用这个输出文件夹", "another jixiao bulk is using this output folder"
    ),
    sqlite3.SQLITE_READONLY: Bilingual("它不能写入", "it cannot be written to"),
    sqlite3.SQLITE_CANTOPEN: Bilingual(
        "它打不开，输出文件夹没有写入权限", "it cannot be opened; the folder is not writable"
    ),
    sqlite3.SQLITE_FULL: Bilingual("磁盘空间不足", "the disk is full"),
    sqlite3.SQLITE_IOERR: Bilingual(
        "读写出错：磁盘已满、已断开或没有写入权限",
        "reading or writing failed: the disk is full, gone or not writable",
    ),
}


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One return as checked. ``packed`` is its check object as JSON, UTF-8, zlib-compressed.

    ``figures`` and ``words`` are digests by which identical content in two returns is told;
    ``stamped`` is the department named in the template's stamp; ``head`` is the part of the check
    object that the summary needs of every return (see ``job.head``), as JSON.
    """

    relative: str
    sha256: str | None
    rules: str
    program: str
    outcome: str
    figures: str | None
    words: str | None
    stamped: str | None
    head: str
    packed: bytes
    is_annotated: bool = False

    @property
    def document(self) -> bytes:
        """The check object as one line of JSON in UTF-8."""
        return zlib.decompress(self.packed)


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
            self._base.executescript(_SCHEMA)
            known = self._base.execute("SELECT value FROM meta WHERE key='format'").fetchone()
            self._base.execute("BEGIN EXCLUSIVE")
            if known is None:
                self._base.execute("INSERT INTO meta VALUES ('format', ?)", (str(FORMAT),))
            self._base.execute("COMMIT")
        except sqlite3.Error as error:
            raise LedgerError(_reason(error)) from error
        if known is not None and known[0] != str(FORMAT):
            self._base.close()
            raise LedgerError(
                Bilingual(
                    f"它是另一版本的程序写的（格式 {known[0]}，本程序用格式 {FORMAT}）",
                    f"another version of the program wrote it: format {known[0]}, not {FORMAT}",
                )
            )

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

    def keys(self) -> dict[str, KnownReturn]:
        """What is known of each return, by relative path."""
        query = "SELECT relative, sha256, rules, program, outcome, annotated FROM returns"
        with closing(self._base.execute(query)) as rows:
            one = sys.intern  # thousands of rows repeat the same three texts
            return {
                row[0]: KnownReturn(row[1], one(row[2]), one(row[3]), one(row[4]), bool(row[5]))
                for row in rows
            }

    def keep(self, entries: Iterable[LedgerEntry]) -> None:
        """Keep finished returns, all of them or none."""
        rows = [
            (
                entry.relative,
                entry.sha256,
                entry.rules,
                entry.program,
                entry.outcome,
                entry.figures,
                entry.words,
                entry.stamped,
                entry.head,
                entry.packed,
                int(entry.is_annotated),
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

    def entries(self) -> Iterator[LedgerEntry]:
        """Every return, ordered by relative path, one at a time."""
        with closing(
            self._base.execute(f"SELECT {_COLUMNS} FROM returns ORDER BY relative")  # noqa: S608 - constant
        ) as rows:
            for row in rows:
                yield LedgerEntry(**dict(zip(_FIELDS, row, strict=True)))

    def heads(self) -> Iterator[tuple[str, str, str | None, str]]:
        """Per return, ordered: relative path, outcome, stamped department, head."""
        query = "SELECT relative, outcome, stamped, head FROM returns ORDER BY relative"
        for relative, outcome, stamped, head in self._base.execute(query):
            yield relative, sys.intern(outcome), stamped, head

    def alike(self, column: str) -> Iterator[tuple[str, ...]]:
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

    def meta(self, key: str) -> str | None:
        """A note about the whole run, or None."""
        row = self._base.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def note(self, key: str, value: str) -> None:
        """Keep a note about the whole run."""
        self._base.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

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
