"""Reports found with their workbooks, compared in bulk; passages that reports share."""

from __future__ import annotations

from pathlib import Path

import pytest

import jixiao
from jixiao.bulk.departments import Roster
from jixiao.bulk.departments.roster import Department
from jixiao.bulk.reports import pair_reports, report_of
from jixiao.bulk.walk import FoundFile, sort_of
from jixiao.narrative import (
    copied_passages,
    handed_in_again,
    read_report,
    with_last_report,
)
from jixiao.narrative.model import NarrativeReport


def found(*names: str) -> list[FoundFile]:
    return [FoundFile(name, Path(name), sort_of(name)) for name in names]


@pytest.mark.parametrize(
    ("names", "pairs"),
    [
        (
            ["a/水务局评分表.xlsx", "a/水务局自评报告.docx", "a/林业局.xlsx", "a/林业局报告.pdf"],
            {"a/水务局评分表.xlsx": "a/水务局自评报告.docx", "a/林业局.xlsx": "a/林业局报告.pdf"},
        ),
        (["a/表.xlsx", "a/自评报告.docx"], {"a/表.xlsx": "a/自评报告.docx"}),
        (["a/甲.xlsx", "a/乙.xlsx", "a/自评报告.docx"], {}),
        (["a/甲.xlsx", "a/报告1.docx", "a/报告2.docx"], {}),
        (["a/甲.xlsx", "a/填表说明.docx"], {}),
        (["a/甲局.xlsx", "b/甲局报告.docx"], {}),
    ],
)
def test_reports_are_paired_by_name_or_folder(names: list[str], pairs: dict[str, str]) -> None:
    paired = pair_reports(found(*names), None)
    assert {book: report.relative for book, report in paired.items()} == pairs


def test_reports_are_paired_by_the_roster() -> None:
    roster = Roster.of([Department("示例市水务局", line=1), Department("示例市林业局", line=2)])
    names = ("表/示例市水务局.xlsx", "报告/示例市水务局绩效报告.docx", "表/示例市林业局.xlsx")
    paired = pair_reports(found(*names), roster)
    assert {book: one.relative for book, one in paired.items()} == {names[0]: names[1]}


def report(*passages: str) -> NarrativeReport:
    read = read_report("报告.txt", "\n".join(passages).encode())
    assert isinstance(read, NarrativeReport)
    return read


OWN = (
    (
        "{}全年组织开展重点领域专项督查，聚焦群众反映强烈的突出问题，建立问题台账并逐项销号，"
        "推动形成横向协同、纵向联动、齐抓共管的工作格局，各项重点任务有序推进并取得阶段性成效。"
    ),
    (
        "{}在预算管理中坚持先谋事后排钱，建立项目储备机制，压实支出责任，定期通报支出进度，"
        "对进度滞后的项目约谈负责人并收回沉淀资金统筹用于亟需领域，财政资金使用效益明显提高。"
    ),
    (
        "{}持续深化放管服改革，梳理权责清单，推行一窗受理和容缺办理，压减审批环节和办理时限，"
        "企业和群众办事更加便捷，服务对象的获得感和认同感逐年增强，营商环境进一步得到优化提升。"
    ),
)


def test_copied_passages_are_found_whatever_the_name() -> None:
    one = report(*(text.format("示例市水务局") for text in OWN))
    other = report("甲" * 80, *(text.format("示例市林业局") for text in OWN))
    alone = report(
        "本单位负责全市防汛抗旱的组织指挥与物资储备调度并承担水文监测预警预报等多项公共服务职能" * 2
    )
    copied = copied_passages({"水务局": one, "林业局": other, "民政局": alone})
    said = {
        key: [(f.code, f.values["other"], f.values["count"]) for f in each]
        for key, each in copied.items()
    }
    assert said == {"水务局": [("N401", "林业局", "3")], "林业局": [("N401", "水务局", "3")]}


def test_what_many_share_is_nobodys() -> None:
    reports = {name: report(*(text.format(name) for text in OWN)) for name in "甲乙丙丁戊"}
    assert copied_passages(reports) == {}


def test_last_years_report_is_recognised() -> None:
    before = report(*(text.format("我局2016年") for text in OWN))
    now = report(*(text.format("我局2017年") for text in OWN))
    assert [each.code for each in handed_in_again(now, before)] == ["N402"]
    assert list(handed_in_again(report("甲" * 80), before)) == []


def test_the_report_of_a_workbook_is_the_one_with_its_name(tmp_path: Path) -> None:
    for name in ("水务局.xlsx", "水务局自评报告.docx", "林业局.xlsx", "林业局报告.pdf"):
        (tmp_path / name).touch()
    assert report_of(str(tmp_path / "水务局.xlsx")) == str(tmp_path / "水务局自评报告.docx")
    assert report_of(str(tmp_path / "民政局.xlsx")) is None


def test_a_report_handed_in_again_is_said_of_the_check(samples: Path, tmp_path: Path) -> None:
    sheet = str(samples / "nanchang-2017-waiqiao.xlsx")
    for year in ("2016", "2017"):
        text = "\n".join(text.format(f"我局{year}年") for text in OWN)
        (tmp_path / f"{year}.txt").write_text(text, encoding="utf-8")
    now, before = str(tmp_path / "2017.txt"), str(tmp_path / "2016.txt")
    check = jixiao.check(sheet)
    assert [f.code for f in with_last_report(check, now, before).findings] == ["N402"]
    assert with_last_report(check, now, str(tmp_path / "没有.txt")) == check


def test_a_report_in_an_archive_is_that_of_the_return_beside_it() -> None:
    names = ("甲.zip/甲/表.xlsx", "甲.zip/甲/自评报告.docx", "甲.zip/乙/表.xlsx")
    entries = [
        FoundFile(name, Path("甲.zip"), sort_of(name), member=name.removeprefix("甲.zip/"))
        for name in names
    ]
    paired = pair_reports(entries, None)
    assert {book: one.member for book, one in paired.items()} == {names[0]: "甲/自评报告.docx"}
