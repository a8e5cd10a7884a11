"""Rulebooks of one's own: read from a folder, told from the shipped ones, known in every check."""

from __future__ import annotations

import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

import jixiao
from jixiao.rulebook import Library, LibraryError, load_rulebook, read_library, shipped
from jixiao.rulebook.source.read import shipped_text

OURS = """format = "jixiao.rulebook/1"
id = "{id}"
version = "1"
extends = "yueyang-2018"
family = "indicators"
name = "本市体系"
year = 2026

[provenance]
status = "illustrative"
source = "示例"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "本市.toml").write_text(OURS.format(id="our-2026"), "utf-8")
    return tmp_path / "own"


def test_own_rulebooks_come_before_the_shipped_ones(folder: Path) -> None:
    known = read_library(folder)
    assert known.ids == ("our-2026", *shipped())
    assert [book.id for book in known.books] == list(known.ids)
    ours = known.find("our-2026")
    assert ours is not None
    assert (ours.year, len(ours.indicators)) == (2026, 12)
    assert known.find("nanchang-2017") is load_rulebook("nanchang-2017")
    assert known.find("../own/本市") is None


def found(check: jixiao.Check) -> tuple[str | None, str]:
    assert check.rulebook is not None
    return check.rulebook.id, check.rulebook.found_by


def test_other_files_of_the_folder_are_passed_over(folder: Path) -> None:
    (folder / "豁免.toml").write_text('[[waiver]]\ncode = "R101"\n', "utf-8")
    (folder / "别的.toml").write_text('format = "jixiao.waivers/1"\n', "utf-8")
    (folder / "说明.txt").write_text("不是体系", "utf-8")
    assert [book.id for book in read_library(folder).own] == ["our-2026"]


def test_an_unchanged_copy_of_a_shipped_rulebook_is_that_rulebook(folder: Path) -> None:
    text = shipped_text("nanchang-2017")
    assert text is not None
    (folder / "南昌.toml").write_text(text, "utf-8")
    assert [book.id for book in read_library(folder).own] == ["our-2026"]


def test_a_changed_copy_under_the_same_id_is_refused_with_its_line(folder: Path) -> None:
    text = shipped_text("nanchang-2017")
    assert text is not None
    (folder / "南昌.toml").write_text(text.replace("year = 2017", "year = 2018"), "utf-8")
    with pytest.raises(LibraryError) as caught:
        read_library(folder)
    (broken,) = caught.value.broken
    (problem,) = broken.problems
    line = 1 + text.splitlines().index('id = "nanchang-2017"')
    assert (Path(broken.file).name, problem.line, problem.key) == ("南昌.toml", line, "id")
    assert problem.message.zh == "id“nanchang-2017”是程序自带的指标体系的编号，内容却不同"
    assert problem.remedy.zh.startswith('换一个自己的 id，如"nanchang-2017-own"')


def test_all_that_is_wrong_in_any_file_comes_at_once(folder: Path) -> None:
    (folder / "甲.toml").write_text(OURS.format(id="our-2026").replace("2026\n", "2027\n"), "utf-8")
    (folder / "乙.toml").write_text(OURS.format(id="b").replace("version", "versoin"), "utf-8")
    with pytest.raises(LibraryError) as caught:
        read_library(folder)
    told = {Path(one.file).name: [p.key for p in one.problems] for one in caught.value.broken}
    assert told.keys() == {"乙.toml", "甲.toml"}
    assert told["甲.toml"] == ["id"]
    assert "versoin" in told["乙.toml"]


def test_a_return_is_known_by_its_stamp_and_in_other_processes_too(
    folder: Path, tmp_path: Path
) -> None:
    known = read_library(folder)
    blank = tmp_path / "空白表.xlsx"
    jixiao.write_template(known.load("our-2026"), blank)
    check = jixiao.check(blank, rulebooks=folder)
    assert found(check) == ("our-2026", "stamp")
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as executor:
        (other,) = jixiao.check_many([blank], executor=executor, rulebooks=known)
    assert found(other) == ("our-2026", "stamp")


def test_one_s_own_counts_before_a_shipped_one_that_fits_as_well(
    folder: Path, tmp_path: Path
) -> None:
    blank = tmp_path / "空白表.xlsx"
    jixiao.write_template(load_rulebook("yueyang-2018"), blank)
    import openpyxl

    book = openpyxl.load_workbook(blank)
    for name in list(book.defined_names):
        del book.defined_names[name]
    del book["_jixiao"]
    book.save(blank)
    assert found(jixiao.check(blank)) == ("yueyang-2018", "labels")
    check = jixiao.check(blank, rulebooks=folder)
    assert found(check) == ("our-2026", "labels")


def test_a_used_rulebook_goes_to_another_process_without_what_was_made_of_it(
    folder: Path, tmp_path: Path
) -> None:
    known = read_library(folder)
    blank = tmp_path / "空白表.xlsx"
    jixiao.write_template(known.load("our-2026"), blank)
    jixiao.check(blank, rulebooks=known)
    assert known.own[0].compiled
    sent = pickle.loads(pickle.dumps(known))  # noqa: S301 - our own
    assert isinstance(sent, Library)
    assert sent == known
    assert not sent.own[0].compiled
