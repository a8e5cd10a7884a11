"""``--rulebooks``: a folder of one's own rulebooks in every command that takes a rulebook."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.calls import Caller
from tests.rulebook.test_library import OURS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    own = tmp_path / "own"
    own.mkdir()
    (own / "our.toml").write_text(OURS.format(id="our-2026"), "utf-8")
    return own


def test_a_blank_is_written_and_known_again(call: Caller, folder: Path, tmp_path: Path) -> None:
    blank = tmp_path / "blank.xlsx"
    assert call("template", "our-2026", "--rulebooks", folder, "--output", blank).code == 0
    told = call("validate", blank, "--rulebooks", folder, "--format", "json")
    found = json.loads(told.out)["rulebook"]
    assert (found["id"], found["found_by"]) == ("our-2026", "stamp")


def test_the_environment_and_the_folder_here_do_as_well(
    call: Caller, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIXIAO_RULEBOOKS", str(folder))
    assert "our-2026" in call("rulebook", "list").out
    monkeypatch.delenv("JIXIAO_RULEBOOKS")
    assert "our-2026" not in call("rulebook", "list").out
    folder.rename(tmp_path / "rulebooks")
    monkeypatch.chdir(tmp_path)
    head, _, line, gap, other, *_ = call("rulebook", "list").out.splitlines()
    assert (head, gap, other) == ("自己的指标体系（rulebooks）：", "", "自带的指标体系：")
    assert line.split() == ["our-2026", "2026", "12", "100", "本市体系"]


def test_show_diff_explain_and_check_take_its_id(call: Caller, folder: Path) -> None:
    at = ("--rulebooks", folder)
    assert call("rulebook", "show", "our-2026", *at).out.startswith("# 本市体系\n")
    assert call("rulebook", "diff", "yueyang-2018", "our-2026", *at).code == 0
    assert "（our-2026）可以使用：12个指标" in call("rulebook", "check", "our-2026", *at).out
    assert "（our-2026）可以使用：12个指标" in call("rulebook", "check", folder).out
    told = call("explain", "use-compliance", "--rulebook", "our-2026", *at)
    assert (told.code, "本市体系" in told.out) == (0, True)


def test_bulk_knows_them_on_its_workers(call: Caller, folder: Path, tmp_path: Path) -> None:
    returns, output = tmp_path / "returns", tmp_path / "out"
    returns.mkdir()
    for name, book in (("甲局", "our-2026"), ("乙局", "hunan-2017")):
        blank = ("--department", name, "--output", returns / f"{name}.xlsx")
        assert call("template", book, "--rulebooks", folder, *blank).code == 0
    call("bulk", returns, "--output", output, "--rulebooks", folder, "--jobs", 2)
    lines = (output / "results.jsonl").read_text("utf-8").splitlines()
    assert {(c := json.loads(line))["file"]: c["rulebook"]["id"] for line in lines} == {
        "甲局.xlsx": "our-2026",
        "乙局.xlsx": "hunan-2017",
    }


def test_a_broken_one_is_told_with_file_line_key_and_remedy(
    call: Caller, folder: Path, tmp_path: Path
) -> None:
    blank = tmp_path / "blank.xlsx"
    assert call("template", "hunan-2017", "--output", blank).code == 0
    bad = folder / "bad.toml"
    bad.write_text(OURS.format(id="bad").replace("version", "versoin"), "utf-8")
    told = call("validate", blank, "--rulebooks", folder)
    assert told.code == 3
    assert f"{bad}:3  versoin：" in told.err
    assert "怎么改：" in told.err
    assert "F801" in told.out
    checked = call("rulebook", "check", folder)
    assert (checked.code, "（our-2026）可以使用" in checked.out) == (3, True)


@pytest.mark.parametrize("named", ["nowhere", "empty"])
def test_a_folder_without_rulebooks_is_wrong_use(call: Caller, tmp_path: Path, named: str) -> None:
    (tmp_path / "empty").mkdir()
    told = call("rulebook", "list", "--rulebooks", tmp_path / named)
    assert told.code == 2
    assert str(tmp_path / named) in told.err
