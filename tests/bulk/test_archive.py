"""Archives of returns: names as their authors saw them, nothing dangerous unpacked."""

from __future__ import annotations

import os
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from jixiao.bulk.archive import ArchiveRefused, ReturnsMember, Shelf, open_returns
from jixiao.bulk.walk import FileSort


def members(path: Path) -> tuple[ReturnsMember, ...]:
    with open_returns(path) as found:
        return found.members


def extract(path: Path, name: str) -> bytes:
    with closing(Shelf()) as shelf:
        return shelf.read(str(path), name)


def archive(path: Path, contents: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in contents.items():
            file.writestr(name, content)
    return path


def test_members_are_listed_in_order_and_read(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {"乙/2.xlsx": b"two", "1.xlsx": b"one", "内.zip": b""})
    listed = members(path)
    assert [(m.relative, m.sort) for m in listed] == [
        ("1.xlsx", FileSort.WORKBOOK),
        ("乙/2.xlsx", FileSort.WORKBOOK),
        ("内.zip", FileSort.ARCHIVE),
    ]
    assert extract(path, listed[1].name) == b"two"


def test_names_stored_in_gbk_are_shown_in_chinese(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as file:
        item = zipfile.ZipInfo("x" * len("示例市水务局.xlsx".encode("gbk")))
        file.writestr(item, b"one")
    stored = path.read_bytes().replace(item.filename.encode(), "示例市水务局.xlsx".encode("gbk"))
    path.write_bytes(stored)
    (member,) = members(path)
    assert member.relative == "示例市水务局.xlsx"
    assert extract(path, member.name) == b"one"


@pytest.mark.parametrize(
    ("contents", "reason"),
    [
        ({"../a.xlsx": b"x"}, "压缩包内的路径指向文件夹之外"),
        ({"/a.xlsx": b"x"}, "压缩包内的路径指向文件夹之外"),
        ({"C:/a.xlsx": b"x"}, "压缩包内的路径指向文件夹之外"),
        ({"a.xlsx": b"x", "A.XLSX": b"y"}, "压缩包内有同名文件“a.xlsx”"),
        ({"a.xlsx": bytes(9 * 2**20)}, "“a.xlsx”异常庞大"),
    ],
)
def test_a_dangerous_archive_is_refused(
    tmp_path: Path, contents: dict[str, bytes], reason: str
) -> None:
    path = archive(tmp_path / "a.zip", contents)
    with pytest.raises(ArchiveRefused) as refused:
        members(path)
    assert refused.value.reason.zh == reason


def test_names_stored_in_utf8_without_a_mark_are_shown_in_chinese(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as file:
        item = zipfile.ZipInfo("x" * len("./报送//示例市水务局.xlsx".encode()))
        file.writestr(item, b"one")
    stored = path.read_bytes().replace(item.filename.encode(), "./报送//示例市水务局.xlsx".encode())
    path.write_bytes(stored)
    (member,) = members(path)
    assert member.relative == "报送/示例市水务局.xlsx"
    assert extract(path, member.name) == b"one"


def test_a_large_scan_beside_the_returns_does_not_keep_them_from_being_read(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {"a.xlsx": b"x", "扫描件.pdf": bytes(60 * 2**20)})
    assert [(m.relative, m.sort) for m in members(path)] == [
        ("a.xlsx", FileSort.WORKBOOK),
        ("扫描件.pdf", FileSort.STRAY),
    ]


def test_a_damaged_member_is_refused_alone(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {"a.xlsx": bytes(range(256)) * 20, "b.xlsx": b"two"})
    damaged = bytearray(path.read_bytes())
    damaged[40:60] = bytes(20)
    path.write_bytes(damaged)
    assert [member.name for member in members(path)] == ["a.xlsx", "b.xlsx"]
    with pytest.raises(ArchiveRefused) as refused:
        extract(path, "a.xlsx")
    assert refused.value.reason.zh == "压缩包损坏，“a.xlsx”解不出来"
    assert extract(path, "b.xlsx") == b"two"


def test_a_pipe_named_like_an_archive_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.zip")
    with pytest.raises(ArchiveRefused) as refused:
        members(tmp_path / "a.zip")
    assert refused.value.reason.zh == "压缩包不存在，或不是普通文件"


@pytest.mark.parametrize("before", [b"not a zip", b"MZ", b""])
def test_what_is_no_archive_or_has_something_before_it_is_refused(
    tmp_path: Path, before: bytes
) -> None:
    path = archive(tmp_path / "a.zip", {"a.xlsx": b"x"})
    path.write_bytes(before + path.read_bytes() if before == b"MZ" else before)
    with pytest.raises(ArchiveRefused) as refused:
        members(path)
    assert refused.value.reason.zh == "不是有效的 zip 压缩包，或已损坏"


def test_a_password_on_a_return_is_told_and_one_on_a_scan_is_not(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {"a.xlsx": b"x", "b.pdf": b"y"})
    for name, is_refused in (("b.pdf", False), ("a.xlsx", True)):
        content = path.read_bytes()
        with zipfile.ZipFile(path) as file:
            start = file.getinfo(name).header_offset
        entry = content.rindex(name.encode()) - 46
        for flags in (start + 6, entry + 8):
            content = content[:flags] + bytes([content[flags] | 1]) + content[flags + 1 :]
        path.write_bytes(content)
        if not is_refused:
            assert [m.relative for m in members(path)] == ["a.xlsx", "b.pdf"]
            continue
        with pytest.raises(ArchiveRefused) as refused:
            members(path)
        assert refused.value.reason.zh == "压缩包有密码"
