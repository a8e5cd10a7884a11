"""The survey against a scoresheet, and the copy that it is filled into."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest
from tests.cli.calls import Caller
from tests.survey.files import plain_forms, write_csv

CHANGED = [
    "[Content_Types].xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "xl/workbook.xml",
    "xl/worksheets/sheet4.xml",
    "xl/worksheets/sheet5.xml",
]  # the list of changes is added, the two sheets with figures and their results change
FIVE = {"满意度调查!C6": 60, "满意度调查!C7": 58, "满意度调查!C9": 50, "满意度调查!C10": 4}


@pytest.fixture
def here(tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(samples / "nanchang-2017-waiqiao.xlsx", tmp_path / "表.xlsx")
    write_csv(tmp_path / "问卷.csv", plain_forms({"满意": 50, "基本满意": 4, "不满意": 4}))
    write_csv(tmp_path / "同.csv", plain_forms({"满意": 40, "基本满意": 9, "不满意": 1}))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def values(path: str) -> dict[str, object]:
    book = openpyxl.load_workbook(path, data_only=True)
    return {place: book[place.split("!")[0]][place.split("!")[1]].value for place in FIVE}


def test_a_sheet_that_says_what_the_forms_say(call: Caller, here: Path) -> None:
    answer = call("survey", "同.csv", "--issued", 50, "--into", "表.xlsx")
    assert answer.code == 0
    assert "E21" not in answer.out.replace("E210", "")
    assert answer.err.splitlines()[1] == (
        "  已经一致：发放问卷数、有效收回问卷数、回答“满意”份数、回答“基本满意”份数、"
        "回答“不满意”份数"
    )


def test_what_differs_is_said_cell_by_cell_and_left(call: Caller, here: Path) -> None:
    before = Path("表.xlsx").read_bytes()
    options = ("--issued", 60, "--into", "表.xlsx", "--output", "副本.xlsx", "--format", "json")
    answer = call("survey", "问卷.csv", *options)
    assert answer.code == 1
    found = [
        (one["code"], one["cell"], one["expected"]) for one in json.loads(answer.out)["findings"]
    ]
    assert found == [
        ("E210", None, None),
        ("E215", "C6", "60"),
        ("E215", "C7", "58"),
        ("E215", "C9", "50"),
        ("E215", "C10", "4"),
        ("E215", "C11", "4"),
        ("E217", "H35", "4"),
    ]  # 54 of 58 are 93.10%: 4 points where 5 are claimed
    assert Path("表.xlsx").read_bytes() == before == Path("副本.xlsx").read_bytes()
    assert "副本里没有填什么，与原件相同。" in answer.err


def test_replacing_fills_the_copy_and_nothing_else(call: Caller, here: Path) -> None:
    before = Path("表.xlsx").read_bytes()
    options = ("--issued", 60, "--into", "表.xlsx", "--output", "副本.xlsx", "--replace")
    answer = call("survey", "问卷.csv", *options)
    assert answer.code == 1  # the score claimed is still 5
    assert "E215" not in answer.out
    assert values("副本.xlsx") == FIVE
    assert Path("表.xlsx").read_bytes() == before
    book = openpyxl.load_workbook("副本.xlsx", data_only=True)
    assert book["评分表"]["G35"].value == pytest.approx(54 / 58)
    assert book["评分表"]["H35"].value == 5
    with zipfile.ZipFile("表.xlsx") as old, zipfile.ZipFile("副本.xlsx") as new:
        same = [n for n in old.namelist() if n in new.namelist() and old.read(n) == new.read(n)]
        changed = sorted(n for n in old.namelist() if n not in same)
    assert changed == CHANGED


def test_a_blank_template_is_filled(call: Caller, here: Path) -> None:
    call("template", "nanchang-2017", "--output", "空白.xlsx")
    options = ("--issued", 60, "--into", "空白.xlsx", "--output", "副本.xlsx")
    answer = call("survey", "问卷.csv", *options)
    assert answer.code == 0
    assert values("副本.xlsx") == FIVE
    assert answer.err.splitlines()[1] == "  满意度调查!C6　发放问卷数：填入60"


def test_without_forms_nothing_is_written(call: Caller, here: Path) -> None:
    Path("无.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    answer = call("survey", "无.csv", "--into", "表.xlsx", "--output", "副本.xlsx")
    assert answer.code == 3
    assert not Path("副本.xlsx").exists()


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--rulebook", "nanchang-2017", "--output", "x.xlsx"),
        ("--rulebook", "nanchang-2017", "--replace"),
        ("--rulebook", "nanchang-2017", "--answers", "好"),
        ("--rulebook", "nanchang-2017", "--answers", "好=很好"),
        ("--rulebook", "nanchang-2017", "--issued", "许多"),
        ("--rulebook", "nanchang-2017", "--issued", "公众=3"),
        ("--rulebook", "dazhou-2017", "--issued", "3"),
        ("--rulebook", "dazhou-2017", "--group", "邻居"),
        ("--rulebook", "nanchang-2017", "--deadline", "3月"),
        ("--rulebook", "mof-2013"),
        ("--into", "表.xlsx", "--output", "表.xlsx", "--force"),
    ],
)
def test_wrong_use_is_told(call: Caller, here: Path, options: tuple[str, ...]) -> None:
    before = Path("表.xlsx").read_bytes()
    assert call("survey", "问卷.csv", *options).code == 2
    assert Path("表.xlsx").read_bytes() == before


def test_text_and_json_agree(call: Caller, here: Path) -> None:
    text = call("survey", "问卷.csv", "--rulebook", "nanchang-2017", "--issued", 60)
    assert "发放60份，收回58份，回收率96.67%；有效58份" in text.out
    assert "满意度　93.10%（50 + 4 = 54，54 ÷ 58）" in text.out
    assert "得分　　4分" in text.out
    answer = call("survey", "问卷.csv", "--rulebook", "nanchang-2017", "--format", "json")
    record = json.loads(answer.out)
    assert record["format"] == "jixiao.survey/1"
    (group,) = record["groups"]
    assert (group["returned"], group["valid"], group["score"], group["max"]) == (58, 58, 4, 5)
    assert group["rate"] == pytest.approx(54 / 58)
    assert record["inputs"]["survey_satisfied"] == 50


def test_what_the_report_says_of_the_survey_is_compared_with_the_forms(
    call: Caller, here: Path
) -> None:
    report = here / "报告.txt"
    said = "共发放问卷60份，有效收回问卷57份，社会公众满意度为93.1%，得5分。"
    report.write_text(f"示例局2017年度自评报告\n{said}", "utf-8")
    asked = ("survey", "问卷.csv", "--rulebook", "nanchang-2017", "--issued", "60")
    answer = call(*asked, "--report", report, "--format", "json")
    told = [one for one in json.loads(answer.out)["findings"] if one["code"] == "N109"]
    assert {(one["found"], one["expected"]) for one in told} == {("57份", "58份"), ("5分", "4分")}
    assert "第2段" in told[0]["message"]
    report.write_text(said.replace("57份", "58份").replace("得5分", "得4分"), "utf-8")
    assert "N109" not in call(*asked, "--report", report).out
    assert call(*asked, "--report", here / "没有.txt").code == 2
    (here / "报告.doc").write_bytes(b"{\\rtf1 x}")
    assert "N001" in call(*asked, "--report", here / "报告.doc").out
