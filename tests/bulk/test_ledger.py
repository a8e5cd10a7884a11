"""The ledger keeps what is done and refuses what it cannot read."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from jixiao.bulk.ledger import KnownReturn, Ledger, LedgerEntry, LedgerError


def entry(relative: str, *, figures: str | None = None, sha256: str = "s") -> LedgerEntry:
    return LedgerEntry(
        relative, sha256, "r", "0.1", "checked", figures, None, None, "{}",
        zlib.compress(b'{"file":1}'), is_annotated=True,
    )  # fmt: skip


def test_entries_come_back_in_order_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger(path) as ledger:
        ledger.keep([entry("b"), entry("a")])
    with Ledger(path) as ledger:
        assert [e.relative for e in ledger.entries()] == ["a", "b"]
        assert next(ledger.entries()).document == b'{"file":1}'
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
        assert list(ledger.alike("figures")) == [("a", "c")]
        assert list(ledger.alike("sha256")) == []
        with pytest.raises(ValueError, match="head"):
            list(ledger.alike("head"))


def test_a_failed_batch_keeps_nothing(tmp_path: Path) -> None:
    with Ledger(tmp_path / "l") as ledger:
        bad = entry("b")
        object.__setattr__(bad, "head", object())
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
    assert told.value.reason.zh == "它是另一版本的程序写的（格式 0，本程序用格式 1）"


def test_a_ledger_in_use_is_told(tmp_path: Path) -> None:
    with Ledger(tmp_path / "l"), pytest.raises(LedgerError) as told:
        Ledger(tmp_path / "l")
    assert told.value.reason.zh == "另一个 jixiao bulk 正在用这个输出文件夹"
