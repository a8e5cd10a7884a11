"""What a folder holds, in an order that does not depend on the file system."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from jixiao.bulk.walk import FileSort, sort_of, walk_folder


def touch(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    return path


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("甲.XLSX", FileSort.WORKBOOK),
        ("甲.et", FileSort.WORKBOOK),
        ("~$甲.xlsx", FileSort.LOCK),
        (".~lock.甲.xlsx#", FileSort.LOCK),
        (".甲.xlsx", FileSort.HIDDEN),
        ("Thumbs.db", FileSort.HIDDEN),
        ("一批.zip", FileSort.ARCHIVE),
        ("报告.docx", FileSort.STRAY),
    ],
)
def test_a_file_is_sorted_by_its_name(name: str, sort: FileSort) -> None:
    assert sort_of(name) is sort


def test_every_file_is_listed_once_in_order_with_slashes(tmp_path: Path) -> None:
    for name in ("乙/2.xlsx", "甲/1.xls", "说明.txt", "甲/深/3.ods"):
        touch(tmp_path / name)
    found = [(entry.relative, entry.sort) for entry in walk_folder(tmp_path)]
    assert found == [
        ("乙/2.xlsx", FileSort.WORKBOOK),
        ("甲/1.xls", FileSort.WORKBOOK),
        ("甲/深/3.ods", FileSort.WORKBOOK),
        ("说明.txt", FileSort.STRAY),
    ]


def test_the_output_folder_and_the_roster_are_skipped(tmp_path: Path) -> None:
    touch(tmp_path / "a.xlsx")
    roster = touch(tmp_path / "名册.xlsx")
    touch(tmp_path / "审核/annotated/a.xlsx")
    found = walk_folder(tmp_path, skip=(tmp_path / "审核", roster, tmp_path / "none"))
    assert [entry.relative for entry in found] == ["a.xlsx"]


def test_a_linked_folder_is_walked_once_and_a_loop_is_told(tmp_path: Path) -> None:
    touch(tmp_path / "甲/a.xlsx")
    (tmp_path / "甲/回").symlink_to(tmp_path, target_is_directory=True)
    found = [(entry.relative, entry.sort) for entry in walk_folder(tmp_path)]
    assert found == [("甲/a.xlsx", FileSort.WORKBOOK), ("甲/回", FileSort.LOOP)]


def test_a_link_to_nowhere_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").symlink_to(tmp_path / "gone.xlsx")
    (entry,) = walk_folder(tmp_path)
    assert entry.sort is FileSort.WORKBOOK  # told by the check of the file itself: no such file


def test_a_link_out_of_the_folder_is_followed_after_all_else(tmp_path: Path) -> None:
    touch(tmp_path / "外/b.xlsx")
    touch(tmp_path / "报送/正/a.xlsx")
    (tmp_path / "报送/外").symlink_to(tmp_path / "外", target_is_directory=True)
    (tmp_path / "报送/一").symlink_to(tmp_path / "报送/正", target_is_directory=True)
    found = [(entry.relative, entry.sort) for entry in walk_folder(tmp_path / "报送")]
    assert found == [
        ("一", FileSort.LOOP),
        ("外/b.xlsx", FileSort.WORKBOOK),
        ("正/a.xlsx", FileSort.WORKBOOK),
    ]


def test_a_link_to_a_folder_above_is_not_followed(tmp_path: Path) -> None:
    touch(tmp_path / "别处/b.xlsx")
    (tmp_path / "报送").mkdir()
    (tmp_path / "报送/上").symlink_to(tmp_path, target_is_directory=True)
    assert [(e.relative, e.sort) for e in walk_folder(tmp_path / "报送")] == [("上", FileSort.LOOP)]


def test_results_of_an_earlier_run_are_no_returns(tmp_path: Path) -> None:
    for name in ("ledger.sqlite", "results.jsonl", "summary.xlsx", "annotated/a.xlsx"):
        touch(tmp_path / "审核" / name)
    touch(tmp_path / "a.xlsx")
    found = [(entry.relative, entry.sort) for entry in walk_folder(tmp_path)]
    assert found == [("a.xlsx", FileSort.WORKBOOK), ("审核", FileSort.RESULTS)]


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux alone")
def test_names_in_gbk_on_the_disk_are_shown_in_chinese(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path)
    for raw in ("甲.xlsx".encode("gbk"), "乙.xlsx".encode("gbk"), b"\xff.xlsx"):
        Path(os.fsdecode(folder + b"/" + raw)).touch()
    touch(tmp_path / "甲.xlsx")
    assert [entry.relative for entry in walk_folder(tmp_path)] == [
        "\\xbc\\xd7.xlsx",  # 甲, which stands there in UTF-8 as well
        "\\xff.xlsx",
        "乙.xlsx",
        "甲.xlsx",
    ]
