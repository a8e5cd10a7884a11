"""Folders of forms that no rulebook knows: one drafted rulebook a form, and what differs shows."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.cli.calls import Caller

from drafting.forms import SCORES, indicator_sheet
from jixiao.bulk import batch
from jixiao.bulk.forms import odd_forms
from jixiao.reporting import CheckBrief


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Caller:
    return Caller(capsys)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Seven returns of one form: the first has other weights, the second another standard."""
    place = tmp_path / "报送"
    place.mkdir()
    for n in range(1, 8):
        indicator_sheet(place / f"{n}局.xlsx", SCORES, office=f"示例市第{n}局")
    _change(place / "1局.xlsx", D6=9, D9=10)
    _change(place / "2局.xlsx", F6="完成率≥90%得10分；每低1个百分点扣1分，扣完为止。")
    return place


def _change(path: Path, **cells: object) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert sheet is not None
    for cell, value in cells.items():
        sheet[cell] = value
    book.save(path)


def results(output: Path) -> dict[str, dict[str, Any]]:
    lines = (output / "results.jsonl").read_text("utf-8").splitlines()
    return {(one := json.loads(line))["file"]: one for line in lines}


def codes(one: dict[str, Any], *wanted: str) -> list[tuple[str, str, str, str]]:
    return [
        (f["code"], f["cell"], f["found"], f["expected"])
        for f in one["findings"]
        if f["code"] in wanted
    ]


def test_an_altered_weight_or_standard_shows_against_the_others(
    call: Caller, folder: Path, tmp_path: Path
) -> None:
    told = call("bulk", folder, "--output", tmp_path / "out", "--jobs", 1, "--no-annotate")
    found = results(tmp_path / "out")
    form = found["3局.xlsx"]["rulebook"]["form"]
    used = {(one["rulebook"]["id"], one["rulebook"]["form"]) for one in found.values()}
    assert used == {(None, form)}
    assert len({one["rulebook"]["sha256"] for one in found.values()}) == 1
    assert f"报送用的表有1种：{form} 7份。" in told.out
    assert {name: codes(one, "S124", "S125", "S105") for name, one in found.items()} == {
        "1局.xlsx": [("S124", "D6", "9", "10"), ("S124", "D9", "10", "9")],
        "2局.xlsx": [
            (
                "S125", "F6", "完成率≥90%得10分；每低1个百分点扣1分，扣完为止。",
                "完成率≥95%得10分；每低1个百分点扣1分，扣完为止。",
            )
        ],
        **{f"{n}局.xlsx": [] for n in range(3, 8)},
    }  # fmt: skip


def test_the_summary_has_each_indicator_of_the_form_once(
    call: Caller, folder: Path, tmp_path: Path
) -> None:
    call("bulk", folder, "--output", tmp_path / "out", "--jobs", 1, "--no-annotate")
    sheet = openpyxl.load_workbook(tmp_path / "out" / "summary.xlsx")["指标分析"]
    rows = [row[3:7] for row in sheet.iter_rows(min_row=2, max_row=6, values_only=True)]
    assert rows == [
        ("在职人员控制率", 5, 7, 5),
        ("预算完成率", 10, 7, 8),
        ("预算调整率", 3, 7, 2),
        ("管理制度健全性", 3, 7, 3),
        ("职责履行", 9, 7, 9),
    ]


@pytest.mark.slow
def test_the_results_do_not_depend_on_the_number_of_workers(
    call: Caller, folder: Path, tmp_path: Path
) -> None:
    for jobs in (1, 2):
        call("bulk", folder, "--output", tmp_path / f"{jobs}", "--jobs", jobs, "--no-annotate")
    one, two = (tmp_path / n / "results.jsonl" for n in "12")
    assert one.read_bytes() == two.read_bytes()


def test_a_form_is_drafted_once_and_again_only_for_new_returns(
    call: Caller, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafted: list[str] = []
    usual = batch.draft_form_of

    def counted(task: Any, key: str) -> Any:
        drafted.append(task.jobs[0].relative)
        return usual(task, key)

    monkeypatch.setattr(batch, "draft_form_of", counted)
    run = ("bulk", folder, "--output", tmp_path / "out", "--jobs", 1, "--no-annotate")
    call(*run)
    assert drafted == ["3局.xlsx"]  # the first of the variant that most have
    call(*run)
    assert drafted == ["3局.xlsx"]
    indicator_sheet(folder / "8局.xlsx", SCORES, office="示例市第8局")
    call(*run)
    assert drafted == ["3局.xlsx"] * 2
    assert [len(codes(one, "S124", "S125")) for one in results(tmp_path / "out").values()] == [
        2, 1, 0, 0, 0, 0, 0, 0,
    ]  # fmt: skip


def test_a_form_like_no_other_is_a_finding(call: Caller, folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "7局.xlsx", folder / "9局.xlsx")
    _change(folder / "9局.xlsx", A3="填报单位：示例市第9局", C9="履职情况")
    told = call("bulk", folder, "--output", tmp_path / "out", "--jobs", 1, "--no-annotate")
    found = results(tmp_path / "out")
    usual, odd = (found[f"{n}局.xlsx"]["rulebook"]["form"] for n in (1, 9))
    assert f"报送用的表有2种：{usual} 7份、{odd} 1份。" in told.out
    assert {name: codes(one, "B125") for name, one in found.items() if codes(one, "B125")} == {
        "9局.xlsx": [("B125", None, odd, usual)]
    }


def test_nothing_is_odd_among_few_or_among_many_forms() -> None:
    def briefs(*used: str) -> list[CheckBrief]:
        return [CheckBrief(f"{n}", "checked", rulebook=key) for n, key in enumerate(used)]

    assert odd_forms(briefs("a", "a", "a", "b")) == {}
    assert odd_forms(briefs(*"aaaaa", *"bbcdefgh")) == {}
    assert list(odd_forms(briefs(*"aaaaa", "b"))) == ["5"]
    assert odd_forms(()) == {}


SAID = """\
市直部门整体支出绩效自评评分表
指标 | 评分标准 | 标准分 | 自评说明 | 自评得分 | 备注
预算执行率 | 执行率×20分 | 20 | 执行率91.5% | 18.3 |
免费开放天数 | ≥300天得80分，每少10天扣1分。 | 80 | 实际开放280天 | 78 |
总计 | | 100 | | 96.3 |
"""
OWN_ROWS = """\
2022年度部门整体支出绩效自评表
一级指标 | 二级指标 | 三级指标 | 目标值 | 完成值 | 权重 | 评分标准 | 自评得分 | 未完成原因
产出指标 | 数量指标 | 水库座数 | ≥10座 | 10座 | 50 | 达到目标值得满分，每少1座扣2分 | 50 |
满意度 | 满意度 | 群众满意度 | ≥90% | 92% | 50 | ≥90%得50分，90%以下不得分 | 50 |
合计 | | | | | 100 | | 100 |
"""


def _write(path: Path, grid: str) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in grid.splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        sheet.append([float(c) if c.replace(".", "").isdigit() else c or None for c in cells])
    book.save(path)


def test_what_one_return_says_is_held_against_no_other(tmp_path: Path, call: Caller) -> None:
    place, results = tmp_path / "报送", tmp_path / "结果"
    place.mkdir()
    _write(place / "甲局.xlsx", SAID)
    _write(place / "乙局.xlsx", SAID.replace("91.5%", "100%").replace("18.3", "20"))
    _write(place / "丙局.xlsx", SAID.replace("91.5%", "80%").replace("280天", "305天"))
    _write(place / "丁局.xlsx", OWN_ROWS)
    _write(place / "戊局.xlsx", OWN_ROWS.replace("水库座数 | ≥10座 | 10座", "桥梁数 | ≥3座 | 2座"))
    call("bulk", place, "--output", results, "--jobs", 1)
    checks = map(json.loads, (results / "results.jsonl").read_text(encoding="utf-8").splitlines())
    told = {
        (one["file"], f["code"], f["cell"])
        for one in checks
        for f in one["findings"]
        if f["code"].startswith(("R", "S"))
    }
    assert told == {
        ("丙局.xlsx", "R101", "E3"),
        ("丙局.xlsx", "R101", "E4"),
        ("戊局.xlsx", "R101", "H3"),
    }
