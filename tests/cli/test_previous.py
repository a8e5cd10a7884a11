"""``--previous`` of validate and bulk: files, folders, wrong use, and what a second run does."""

from __future__ import annotations

import json
import shutil
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.cli.calls import Answer, Caller

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


def _renamed(here: Path, folder: str, file: str, name: str) -> None:
    path = here / folder / file
    path.write_bytes(typed_over(path.read_bytes(), {"基础数据!C3": name, "_jixiao!B5": name}))


def _codes(answer: Answer) -> set[str]:
    return {found["code"] for found in json.loads(answer.out)["findings"]}


@pytest.mark.parametrize(
    ("last", "is_found"),
    [
        ("南昌市外事侨务办公室", True),
        ("外事侨务办公室", True),
        ("南昌市 外事侨务办公室（本级）", False),
        ("南昌市外事侨务局", True),
        ("南昌市外事侨务委员会", True),
        ("九江市外事侨务办公室", False),
        ("南昌市商务局", False),
    ],
)
def test_a_department_written_otherwise_is_found_again(
    call: Caller, here: Path, last: str, *, is_found: bool
) -> None:
    _renamed(here, "去年", "a.xlsx", last)
    for previous, refusal in (("去年", "C206"), ("去年/a.xlsx", "C205")):
        answer = call("validate", "今年/b.xlsx", "--previous", previous, "--format", "json")
        assert ("C201" in _codes(answer), refusal in _codes(answer)) == (is_found, not is_found)


def test_a_department_with_quite_another_name_is_found_by_the_roster(
    call: Caller, here: Path
) -> None:
    _renamed(here, "去年", "a.xlsx", "南昌市对外联络局")
    roster = "单位名称,别名\n南昌市外事侨务办公室,南昌市对外联络局\n"
    Path("名册.csv").write_text(roster, encoding="utf-8")
    options = ("--output", "out", "--previous", "去年", "--roster", "名册.csv", "--jobs", 1)
    call("bulk", "今年", *options)
    record = json.loads(Path("out/results.jsonl").read_text(encoding="utf-8"))
    codes = {found["code"] for found in record["findings"]}
    assert "C201" in codes
    assert not codes & {"C205", "C206"}


def test_returns_without_a_name_are_found_by_the_names_of_their_files(
    call: Caller, here: Path
) -> None:
    _renamed(here, "去年", "a.xlsx", "")
    Path("去年/a.xlsx").rename("去年/南昌市外事侨务办公室2017.xlsx")
    answer = call("validate", "今年/b.xlsx", "--previous", "去年", "--format", "json")
    assert "C201" in _codes(answer)


@pytest.mark.parametrize("previous", ["去年.zip", "箱"])
def test_an_archive_holds_last_years_returns_as_a_folder_does(
    call: Caller, here: Path, previous: str
) -> None:
    by_folder = call("validate", "今年/b.xlsx", "--previous", "去年", "--format", "json")
    Path("箱").mkdir()
    with ZipFile("去年.zip", "w") as archive:
        archive.write("去年/a.xlsx", "农业科/a.xlsx")
        archive.writestr("说明.txt", "无")
    shutil.copy("去年.zip", "箱/去年.zip")
    by_zip = call("validate", "今年/b.xlsx", "--previous", previous, "--format", "json")
    assert by_zip.out == by_folder.out
    assert call("bulk", "今年", "--output", "o", "--previous", previous, "--jobs", 1).code == 1
    record = json.loads(Path("o/results.jsonl").read_text(encoding="utf-8"))
    assert "C201" in {found["code"] for found in record["findings"]}


def test_an_archive_that_is_none_is_wrong_use(call: Caller, here: Path) -> None:
    Path("去年.zip").write_bytes(b"no archive")
    answer = call("validate", "今年/b.xlsx", "--previous", "去年.zip")
    assert (answer.code, answer.out) == (2, "")
    assert "去年.zip" in answer.err
