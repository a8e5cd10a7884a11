"""The gate opens regular files only and never stops at anything else."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from hostile.case import book
from jixiao.workbook import limits
from jixiao.workbook.admit.sniff import FileKind, sniff_file
from jixiao.workbook.model import Unreadable, Workbook
from jixiao.workbook.read import read_workbook

POSIX = pytest.mark.skipif(os.name != "posix", reason="special files of POSIX systems")


def code_of(path: object) -> str:
    found = read_workbook(path)  # type: ignore[arg-type]
    assert isinstance(found, Unreadable)
    assert len(found.findings) == 1
    return found.findings[0].code


def test_missing_file(tmp_path: Path) -> None:
    assert code_of(tmp_path / "没有.xlsx") == "F001"


def test_file_used_as_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(book())
    assert code_of(tmp_path / "a.xlsx" / "b.xlsx") == "F001"


def test_folder(tmp_path: Path) -> None:
    assert code_of(tmp_path) == "F002"


@POSIX
def test_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xlsx")
    assert code_of(tmp_path / "pipe.xlsx") == "F003"


@POSIX
def test_device() -> None:
    assert code_of("/dev/zero") == "F003"


@POSIX
def test_link_to_an_endless_device(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").symlink_to("/dev/zero")
    assert code_of(tmp_path / "a.xlsx") == "F003"


@POSIX
def test_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("s.xlsx")
        assert code_of("s.xlsx") == "F003"


@POSIX
def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").symlink_to(tmp_path / "b.xlsx")
    (tmp_path / "b.xlsx").symlink_to(tmp_path / "a.xlsx")
    assert code_of(tmp_path / "a.xlsx") == "F004"


@POSIX
def test_dangling_link(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").symlink_to(tmp_path / "gone.xlsx")
    assert code_of(tmp_path / "a.xlsx") == "F001"


@POSIX
def test_link_to_a_workbook_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(book())
    (tmp_path / "b.xlsx").symlink_to(tmp_path / "a.xlsx")
    assert isinstance(read_workbook(tmp_path / "b.xlsx"), Workbook)


def test_file_in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object, **__: object) -> None:
        raise PermissionError(13, "in use")

    (tmp_path / "a.xlsx").write_bytes(book())
    monkeypatch.setattr(Path, "open", locked)
    assert code_of(tmp_path / "a.xlsx") == "F006"


def test_large_file_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.xlsx").open("wb") as stream:
        stream.truncate(limits.now().file_bytes + 1)
    assert code_of(tmp_path / "a.xlsx") == "F007"


def test_lock_file_by_name(tmp_path: Path) -> None:
    (tmp_path / "~$a.xlsx").write_bytes(b"any")
    assert code_of(tmp_path / "~$a.xlsx") == "F008"


@pytest.mark.parametrize("path", ["a\0b.xlsx", "x" * 5_000 + ".xlsx"])
def test_impossible_path(path: str) -> None:
    assert code_of(path) == "F009"


def test_empty_file(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").touch()
    found = read_workbook(tmp_path / "a.xlsx")
    assert isinstance(found, Unreadable)
    assert found.findings[0].code == "F005"
    assert found.sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_reading_leaves_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(book())
    before = path.stat().st_mtime_ns, path.read_bytes()
    read_workbook(path)
    assert (path.stat().st_mtime_ns, path.read_bytes()) == before


def test_sniff_reads_a_file_by_its_start(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(book())
    assert sniff_file(tmp_path / "a.bin") is FileKind.ZIP
    assert sniff_file(b"") is FileKind.EMPTY
