"""The ledger keeps what is done and refuses what it cannot read."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from jixiao.bulk.job import pack_record
from jixiao.bulk.ledger import KnownReturn, Ledger, LedgerEntry, LedgerError
from jixiao.reporting.record import CheckBrief, CheckRecord, TotalRecord, brief_of


def entry(relative: str, *, figures: str | None = None, sha256: str = "s") -> LedgerEntry:
    record = CheckRecord(relative, "jixiao", "checked", sha256, total=TotalRecord(claimed="7/3"))
    return LedgerEntry(
        brief_of(record), sha256, "r", "0.1", figures, None, pack_record(record), is_annotated=True
    )


def test_entries_come_back_in_order_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger(path) as ledger:
        ledger.keep([entry("b"), entry("a")])
    with Ledger(path) as ledger:
        assert [one.file for one in ledger.briefs()] == ["a", "b"]
        assert next(ledger.briefs()) == CheckBrief("a", "checked", claimed="7/3")
        first, _ = ledger.kept()
        assert first.record == CheckRecord("a", "jixiao", "checked", "s", total=TotalRecord("7/3"))
        assert ledger.keys()["a"] == KnownReturn("s", "r", "0.1", "checked", is_annotated=True)
        ledger.forget(["a"])
        assert list(ledger.keys()) == ["b"]


def test_returns_that_share_a_digest_are_grouped(tmp_path: Path) -> None:
    with Ledger(tmp_path / "l") as ledger:
        ledger.keep(
            [
                entry("a", figures="1", sha256="x"),
                entry("b", figures="2", sha256="y"),
                entry("c", figures="1", sha256="z"),
            ]
        )
        assert list(ledger.duplicates("figures")) == [("a", "c")]
        assert list(ledger.duplicates("sha256")) == []
        with pytest.raises(ValueError, match="year"):
            list(ledger.duplicates("year"))


def test_a_failed_batch_keeps_nothing(tmp_path: Path) -> None:
    with Ledger(tmp_path / "l") as ledger:
        bad = entry("b")
        object.__setattr__(bad, "packed", object())
        with pytest.raises(Exception, match="type 'object' is not supported"):
            ledger.keep([entry("a"), bad])
        assert ledger.keys() == {}


def test_a_damaged_ledger_is_told(tmp_path: Path) -> None:
    (tmp_path / "l").write_bytes(b"no database" * 100)
    with pytest.raises(LedgerError):
        Ledger(tmp_path / "l")


def test_a_ledger_of_another_version_is_told(tmp_path: Path) -> None:
    with Ledger(tmp_path / "l") as ledger:
        ledger.note("format", "0")
    with pytest.raises(LedgerError) as told:
        Ledger(tmp_path / "l")
    assert told.value.reason.zh == "它是另一版本的程序写的（格式 0，本程序用格式 3）"


def test_a_ledger_in_use_is_told(tmp_path: Path) -> None:
    with Ledger(tmp_path / "l"), pytest.raises(LedgerError) as told:
        Ledger(tmp_path / "l")
    assert told.value.reason.zh == "另一个 jixiao bulk 正在用这个输出文件夹"


def test_of_a_ledger_of_the_first_format_only_the_outputs_are_kept(tmp_path: Path) -> None:
    base = sqlite3.connect(tmp_path / "l")
    base.executescript(
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;"
        "CREATE TABLE returns (relative TEXT PRIMARY KEY, head TEXT NOT NULL) WITHOUT ROWID;"
        "CREATE TABLE outputs (relative TEXT PRIMARY KEY, sha256 TEXT NOT NULL) WITHOUT ROWID;"
        "INSERT INTO meta VALUES ('format', '1');"
        "INSERT INTO returns VALUES ('a', '{}');"
        "INSERT INTO outputs VALUES ('summary.xlsx', 'ab');"
    )
    base.close()
    for _ in range(2):
        with Ledger(tmp_path / "l") as ledger:
            assert (ledger.keys(), ledger.outputs()) == ({}, {"summary.xlsx": "ab"})
            assert ledger.meta("format") == "3"
