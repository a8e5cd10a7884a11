"""``jixiao validate --fix``: what is written, what is said, what is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.cli.calls import Caller

TYPED = "nanchang-2017-sum-wrong.xlsx"
CLEAN = "nanchang-2017-waiqiao.xlsx"


@pytest.fixture
def here(tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (TYPED, CLEAN):
        shutil.copy(samples / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_copy_is_written_and_each_change_is_told(call: Caller, here: Path) -> None:
    before = Path(TYPED).read_bytes()
    answer = call("validate", TYPED, "--fix", "改好.xlsx")
    assert answer.code == 1
    assert answer.err.splitlines() == [
        "已写出改好的副本：改好.xlsx（改了1处，见副本的“修改清单”）",
        '  评分表!H26　53.05 → =IF(COUNT(H11:H25)=0,"",ROUND(SUM(H11:H25),8))',
        "改后的副本核对没有问题；下面是原文件的核对结果。",
    ]
    assert Path(TYPED).read_bytes() == before
    assert call("validate", "改好.xlsx").code == 0


def test_fixing_the_copy_gives_the_same_file(call: Caller, here: Path) -> None:
    call("validate", TYPED, "--fix", "a.xlsx")
    answer = call("validate", "a.xlsx", "--fix", "b.xlsx", "--lang", "en")
    assert answer.err == ("nothing can be mended for certain; b.xlsx is a plain copy of the file\n")
    assert Path("a.xlsx").read_bytes() == Path("b.xlsx").read_bytes()


@pytest.mark.parametrize("target", [TYPED, CLEAN, "x.csv"])
def test_an_input_another_file_and_another_ending_are_refused(
    call: Caller, here: Path, target: str
) -> None:
    before = {path.name: path.read_bytes() for path in here.iterdir()}
    assert call("validate", TYPED, "--fix", target).code == 2
    assert {path.name: path.read_bytes() for path in here.iterdir()} == before


def test_several_returns_go_into_a_folder(call: Caller, here: Path) -> None:
    assert call("validate", TYPED, CLEAN, "--fix", "改好").code == 1
    assert sorted(p.name for p in Path("改好").iterdir()) == [TYPED, CLEAN]


def test_a_file_that_cannot_be_checked_writes_nothing(call: Caller, here: Path) -> None:
    Path("bad.xlsx").write_bytes(b"no workbook")
    answer = call("validate", "bad.xlsx", "--fix", "a.xlsx")
    assert answer.code == 3
    assert "没有写出改好的副本" in answer.err
    assert not Path("a.xlsx").exists()


@pytest.mark.libreoffice
def test_where_one_file_cannot_be_checked_no_copy_is_written_of_the_others(
    call: Caller, here: Path
) -> None:
    Path("bad.xlsx").write_bytes(b"no workbook")
    answer = call("validate", TYPED, "bad.xlsx", "--fix", "改好")
    assert answer.code == 3
    assert answer.err.count("有文件未能检查，没有写出改好的副本。") == 1
    assert not Path("改好").exists()


def test_another_format_gets_a_sentence_and_no_copy(call: Caller, here: Path) -> None:
    from libreoffice import to_ods

    (ods,) = to_ods([Path(TYPED)], Path("ods"))
    answer = call("validate", ods, "--fix", "a.ods.xlsx")
    assert "只有 xlsx、xlsm 格式能自动修改" in answer.err
    assert not Path("a.ods.xlsx").exists()
