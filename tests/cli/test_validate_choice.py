"""``jixiao validate``: what of the findings is shown and counts, and the SARIF log."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.cli.calls import Caller

SUM = "nanchang-2017-sum-wrong.xlsx"
CLEAN = "nanchang-2017-waiqiao.xlsx"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (SUM, CLEAN):
        shutil.copy(samples / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def codes(call: Caller, *options: str) -> tuple[int, list[str]]:
    answer = call("validate", SUM, "--format", "json", *options)
    return answer.code, sorted(found["code"] for found in json.loads(answer.out)["findings"])


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), (1, ["T101", "X101"])),
        (("--select", "T"), (0, ["T101"])),
        (("--select", "t1，x"), (1, ["T101", "X101"])),
        (("--select", "T", "--select", "X101"), (1, ["T101", "X101"])),
        (("--ignore", "X101"), (0, ["T101"])),
        (("--select", "X", "--ignore", "X1"), (0, [])),
        (("--quiet",), (1, ["X101"])),
    ],
)
def test_codes_or_their_beginnings_choose_what_counts(
    call: Caller, options: tuple[str, ...], expected: tuple[int, list[str]]
) -> None:
    assert codes(call, *options) == expected


def test_a_code_that_is_none_is_wrong_use(call: Caller) -> None:
    answer = call("validate", SUM, "--select", "Z9")
    assert (answer.code, answer.out) == (2, "")
    assert "没有以“Z9”开头的问题代码" in answer.err


def test_why_a_file_could_not_be_checked_is_never_hidden(call: Caller) -> None:
    answer = call("validate", "nosuch.xlsx", "--ignore", "F", "--quiet")
    assert answer.code == 3
    assert answer.out.startswith("【未能检查】nosuch.xlsx\n错误  F001")


def test_a_choice_of_findings_never_says_that_all_is_well(call: Caller) -> None:
    out = call("validate", SUM, "--select", "S").out
    assert "可以报送" not in out
    assert "这里只看了选定的问题" in out


def test_the_last_line_repeats_verdict_and_path(call: Caller) -> None:
    assert call("validate", SUM).out.splitlines()[-1] == f"【需修改】{SUM}"
    assert call("validate", CLEAN).out.splitlines()[-1] == f"【通过】{CLEAN}"
    both = call("validate", CLEAN, SUM).out.splitlines()
    assert (both[-1], both.count(f"【通过】{CLEAN}")) == (f"【需修改】{SUM}", 1)


def test_quiet_shows_only_what_must_be_mended(call: Caller) -> None:
    lines = call("validate", SUM, "--quiet").out.splitlines()
    assert lines[:2] == [f"【需修改】{SUM}", "错误  X101  评分表!H26"]
    assert not any("T101" in line for line in lines)
    assert call("validate", CLEAN, "--quiet").out == f"【通过】{CLEAN}\n"


def test_statistics_count_codes(call: Caller) -> None:
    rows = [
        line.split()[:3] for line in call("validate", SUM, SUM, "--statistics").out.splitlines()
    ]
    assert rows == [["个数", "代码", "级别"], ["2", "T101", "提示"], ["2", "X101", "错误"]]
    assert call("validate", CLEAN, "--ignore", "D", "--statistics", "--quiet").out == "没有问题。\n"
    assert call("validate", SUM, "--statistics", "--format", "json").code == 2


def test_sarif_names_sheet_cell_and_fix(call: Caller) -> None:
    answer = call("validate", SUM, "--format", "sarif")
    assert answer.code == 1
    run = json.loads(answer.out)["runs"][0]
    root = next(result for result in run["results"] if result["ruleId"] == "X101")
    place = root["locations"][0]
    assert root["level"] == "error"
    assert place["physicalLocation"]["artifactLocation"] == {"uri": SUM, "index": 0}
    region = place["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (26, 8)
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "评分表!H26"
    change = root["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert change["deletedRegion"]["properties"] == {"sheet": "评分表", "cell": "H26"}
    assert change["insertedContent"]["text"].startswith("=IF(COUNT(H11:H25)=0")
    assert call("validate", SUM, "--format", "sarif").out == answer.out
