"""A file is written whole or not at all, and never onto an input."""

from __future__ import annotations

import errno
import os
import pickle
from pathlib import Path

import pytest

from jixiao.writing.atomic import OutputRefused, write_atomically


def test_a_new_file_is_written_and_nothing_left_beside_it(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a.txt", b"1")
    write_atomically(tmp_path / "b.txt", lambda path: path.write_text("2") and None)
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"a.txt": b"1", "b.txt": b"2"}


def test_an_existing_file_is_replaced_only_when_asked(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")
    with pytest.raises(OutputRefused, match="已经存在"):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    write_atomically(target, b"new", replace=True)
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("kind", ["itself", "link", "hard link", "letter case", "dotted"])
def test_an_input_is_never_written_to(tmp_path: Path, kind: str) -> None:
    source = tmp_path / "return.xlsx"
    source.write_bytes(b"source")
    target = tmp_path / "other.xlsx"
    if kind == "itself":
        target = source
    elif kind == "link":
        target.symlink_to(source)
    elif kind == "hard link":
        os.link(source, target)
    elif kind == "letter case":
        target = tmp_path / "RETURN.XLSX"
    else:
        target = tmp_path / ".." / tmp_path.name / "return.xlsx"
    with pytest.raises(OutputRefused, match="不能写在它上面"):
        write_atomically(target, b"new", inputs=[source], replace=True)
    assert source.read_bytes() == b"source"


def test_a_failing_writer_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")

    def fail(path: Path) -> None:
        path.write_bytes(b"half")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_atomically(target, fail, replace=True)
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"a.txt": b"old"}


def test_a_file_open_elsewhere_is_named_in_the_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError) as caught:
        write_atomically(tmp_path / "open.xlsx", b"1")
    assert caught.value.filename == str(tmp_path / "open.xlsx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["write_bytes", "mkstemp"])
def test_a_full_disk_names_the_file_that_was_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"old")

    def write(self: Path, content: bytes) -> int:
        with self.open("wb") as half:
            half.write(content[:1])
        raise OSError(errno.ENOSPC, "No space left on device")

    def make(prefix: str, suffix: str, dir: Path) -> tuple[int, str]:  # noqa: A002 - the original's
        raise OSError(errno.ENOSPC, "No space left on device", str(dir / f"{prefix}1{suffix}"))

    with monkeypatch.context() as patch:
        if place == "mkstemp":
            patch.setattr("tempfile.mkstemp", make)
        else:
            patch.setattr(Path, "write_bytes", write)
        with pytest.raises(OSError, match="No space left") as caught:
            write_atomically(tmp_path / "a.xlsx", b"new", replace=True)
    assert caught.value.filename == str(tmp_path / "a.xlsx")
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"a.xlsx": b"old"}


def test_a_refusal_survives_the_way_between_processes(tmp_path: Path) -> None:
    (tmp_path / "{x}.txt").write_bytes(b"")
    with pytest.raises(OutputRefused) as caught:
        write_atomically(tmp_path / "{x}.txt", b"1")
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own
    assert (again.reason, str(again)) == (caught.value.reason, str(caught.value))


def test_a_full_disk_is_told_of_the_file_that_was_to_be_written(tmp_path: Path) -> None:
    def fill(_path: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space left") as told:
        write_atomically(tmp_path / "a.txt", fill)
    assert told.value.filename == str(tmp_path / "a.txt")
    assert list(tmp_path.iterdir()) == []
