"""Archives of returns: names as their authors saw them, nothing dangerous unpacked."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from jixiao.bulk.archive import ArchiveRefused, extract, members
from jixiao.bulk.walk import Sort


def archive(path: Path, contents: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in contents.items():
            file.writestr(name, content)
    return path


def test_members_are_listed_in_order_and_read(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {"乙/2.xlsx": b"two", "1.xlsx": b"one", "内.zip": b""})
    listed = members(path)
    assert [(m.relative, m.sort) for m in listed] == [
        ("1.xlsx", Sort.WORKBOOK),
        ("乙/2.xlsx", Sort.WORKBOOK),
        ("内.zip", Sort.ARCHIVE),
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
        ({"a.xlsx": b"x", "A.XLSX": b"y"}, "压缩包内有同名文件"),
        ({"a.xlsx": bytes(3 * 2**20)}, "压缩包内文件异常庞大"),
    ],
)
def test_a_dangerous_archive_is_refused(
    tmp_path: Path, contents: dict[str, bytes], reason: str
) -> None:
    path = archive(tmp_path / "a.zip", contents)
    with pytest.raises(ArchiveRefused) as refused:
        members(path)
    assert refused.value.reason.zh == reason


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"not a zip")
    with pytest.raises(ArchiveRefused) as refused:
        members(tmp_path / "a.zip")
    assert refused.value.reason.zh == "不是有效的 zip 压缩包，或已损坏"
