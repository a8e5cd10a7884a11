"""``--previous`` of validate and bulk: files, folders, wrong use, and what a second run does."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from tests.cli.calls import Caller

from strategies.typing_over import typed_over

YEARS = ("基础数据", "重点项目", "满意度调查", "评分表")


@pytest.fixture
def here(tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Last year's return in 去年, this year's with another figure of last year in 今年."""
    last = (samples / "nanchang-2017-waiqiao.xlsx").read_bytes()
    changes: dict[str, Decimal | str] = {f"{sheet}!A2": "（2018年度）" for sheet in YEARS}
    for name in ("去年", "今年"):
        (tmp_path / name).mkdir()
    (tmp_path / "去年" / "a.xlsx").write_bytes(last)
    (tmp_path / "今年" / "b.xlsx").write_bytes(typed_over(last, changes))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_file_and_a_folder_give_the_same(call: Caller, here: Path) -> None:
    by_file = call("validate", "今年/b.xlsx", "--previous", "去年/a.xlsx", "--format", "json")
    by_folder = call("validate", "今年/b.xlsx", "--previous", "去年", "--format", "json")
    assert by_file.out == by_folder.out
    codes = {found["code"] for found in json.loads(by_file.out)["findings"]}
    assert {"C201", "C202", "C204"} <= codes


@pytest.mark.parametrize("previous", ["没有.xlsx", "去年/没有"])
def test_what_is_not_there_is_wrong_use(call: Caller, here: Path, previous: str) -> None:
    answer = call("validate", "今年/b.xlsx", "--previous", previous)
    assert (answer.code, answer.out) == (2, "")


def test_several_files_need_a_folder(call: Caller, here: Path) -> None:
    files = ("今年/b.xlsx", "去年/a.xlsx")
    assert call("validate", *files, "--previous", "去年/a.xlsx").code == 2
    assert call("validate", *files, "--previous", "去年").code == 0


def test_bulk_compares_by_department_and_again_when_last_year_changes(
    call: Caller, here: Path
) -> None:
    assert call("bulk", "今年", "--output", "out", "--previous", "去年", "--jobs", 1).code == 1
    record = json.loads(Path("out/results.jsonl").read_text(encoding="utf-8"))
    assert {"C201", "C202"} <= {found["code"] for found in record["findings"]}
    Path("去年/a.xlsx").unlink()
    assert call("bulk", "今年", "--output", "out", "--previous", "去年", "--jobs", 1).code == 1
    record = json.loads(Path("out/results.jsonl").read_text(encoding="utf-8"))
    codes = {found["code"] for found in record["findings"]}
    assert "C206" in codes
    assert "C201" not in codes
    assert call("bulk", "今年", "--output", "x", "--previous", "去年/a.xlsx").code == 2
