"""What a folder holds, in an order that does not depend on the file system."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.bulk.walk import Sort, sort_of, walk


def touch(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    return path


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("甲.XLSX", Sort.WORKBOOK),
        ("甲.et", Sort.WORKBOOK),
        ("~$甲.xlsx", Sort.LOCK),
        (".~lock.甲.xlsx#", Sort.LOCK),
        (".甲.xlsx", Sort.HIDDEN),
        ("Thumbs.db", Sort.HIDDEN),
        ("一批.zip", Sort.ARCHIVE),
        ("报告.docx", Sort.STRAY),
    ],
)
def test_a_file_is_sorted_by_its_name(name: str, sort: Sort) -> None:
    assert sort_of(name) is sort


def test_every_file_is_listed_once_in_order_with_slashes(tmp_path: Path) -> None:
    for name in ("乙/2.xlsx", "甲/1.xls", "说明.txt", "甲/深/3.ods"):
        touch(tmp_path / name)
    found = [(entry.relative, entry.sort) for entry in walk(tmp_path)]
    assert found == [
        ("乙/2.xlsx", Sort.WORKBOOK),
        ("甲/1.xls", Sort.WORKBOOK),
        ("甲/深/3.ods", Sort.WORKBOOK),
        ("说明.txt", Sort.STRAY),
    ]


def test_the_output_folder_and_the_roster_are_skipped(tmp_path: Path) -> None:
    touch(tmp_path / "a.xlsx")
    roster = touch(tmp_path / "名册.xlsx")
    touch(tmp_path / "审核/annotated/a.xlsx")
    found = walk(tmp_path, skip=(tmp_path / "审核", roster, tmp_path / "none"))
    assert [entry.relative for entry in found] == ["a.xlsx"]


def test_a_linked_folder_is_walked_once_and_a_loop_is_told(tmp_path: Path) -> None:
    touch(tmp_path / "甲/a.xlsx")
    (tmp_path / "甲/回").symlink_to(tmp_path, target_is_directory=True)
    found = [(entry.relative, entry.sort) for entry in walk(tmp_path)]
    assert found == [("甲/a.xlsx", Sort.WORKBOOK), ("甲/回", Sort.LOOP)]


def test_a_link_to_nowhere_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").symlink_to(tmp_path / "gone.xlsx")
    (entry,) = walk(tmp_path)
    assert entry.sort is Sort.WORKBOOK  # told by the check of the file itself: no such file
