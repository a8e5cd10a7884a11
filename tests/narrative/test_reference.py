"""The published report and the sample rebuilt from it: what it contradicts, and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

import jixiao
from jixiao.finding import message
from jixiao.narrative import with_report

PUBLISHED = Path(__file__).parents[2].parent / "shared" / "reference-report-2017.txt"


@pytest.mark.skipif(not PUBLISHED.is_file(), reason="the published report is not here")
def test_its_five_contradictions_are_found_and_nothing_else(samples: Path) -> None:
    sheet = str(samples / "nanchang-2017-waiqiao.xlsx")
    found = with_report(sheet, jixiao.check(sheet), str(PUBLISHED))
    said = {
        each.code: (each.paragraph and each.paragraph.zh, each.place) for each in found.findings
    }
    assert said == {
        "N201": ("第20段", ""),  # 26 = 19 + 3 + 6
        "N205": ("第41段", "评分表!G14"),  # 39.80 % called low
        "N206": ("第41段", ""),  # a carry-over, or more staff
        "N207": ("第51段", ""),  # 303.04 of 300 called 100 %
        "N208": ("第41段", ""),  # 24.25 of 25 is 97 %, not 98 %
    }
    by_code = {each.code: message(each) for each in found.findings}
    assert "合计28名，比26名多2名" in by_code["N201"]
    assert "303.04万元比300万元是101.01%" in by_code["N207"]
    assert "得分率97%" in by_code["N208"]
    assert "满意度98%" in by_code["N208"]
    assert len(found.findings) == 5


@pytest.mark.skipif(not PUBLISHED.is_file(), reason="the published report is not here")
def test_what_it_repeats_of_the_sheet_holds(samples: Path) -> None:
    sheet = str(samples / "nanchang-2017-waiqiao.xlsx")
    report = with_report(sheet, jixiao.check(sheet), str(PUBLISHED)).report
    assert report is not None
    held = {(one.kind, one.name, one.stated) for one in report.claims if one.holds and one.subject}
    assert held == {
        ("total", "总分", "80.71分"),
        ("grade", "档次", "良"),
        ("weight", "投入", "15分"),
        ("section", "投入", "15分"),
        ("weight", "过程", "60分"),
        ("section", "过程", "41.46分"),
        ("zero-rows", "预算完成率", "没有得分"),
        ("zero-rows", "支付进度率", "没有得分"),
        ("zero-rows", "结转结余率", "没有得分"),
        ("rate", "社会公众或服务对象满意度", "98%"),
        ("rate", "预算完成率", "60.2%"),
        ("input", "预算完成数", "775.6万元"),
    }


def test_the_report_of_the_samples_shows_each_kind_of_mistake(samples: Path) -> None:
    sheet = str(samples / "bulk" / "企业科" / "示例市商务局.xlsx")
    found = with_report(sheet, jixiao.check(sheet), str(samples / "示例市商务局自评报告.txt"))
    said = [
        (each.code, each.paragraph.zh if each.paragraph else None, each.place, each.found)
        for each in found.findings
        if each.code.startswith("N")
    ]
    assert sorted(said, key=lambda each: each[0]) == [
        ("N102", "第10段", "评分表!H37", "优"),
        ("N105", "第13段", "评分表!G11", "83.0%"),
        ("N107", "第18段", "评分表!H28", "得了满分"),
        (
            "N108",
            "第18段",
            "评分表!H27",
            "扣分的指标有预算完成率、支付进度率、结转结余率、政府采购执行率",
        ),
        ("N201", "第7段", "", "40名"),
        ("N202", "第18段", "", "87%"),
        ("N205", "第14段", "评分表!G14", "偏低"),
        ("N303", "第19段", "", "无。"),
    ]


def test_a_rate_mistyped_on_the_sheet_is_not_held_up_as_right(samples: Path) -> None:
    sheet = str(samples / "bulk" / "企业科" / "示例市商务局.xlsx")
    found = with_report(sheet, jixiao.check(sheet), str(samples / "示例市商务局自评报告.txt"))
    (rate,) = [each for each in found.findings if each.code == "N105"]
    assert rate.expected == "80.30%"


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        (["示例市水务局2017年度部门整体支出绩效自评报告", "自评得分为80.71分。"], {"N003"}),
        (["南昌市外侨办2016年度部门整体支出绩效自评报告", "自评得分为80.71分。"], {"N004"}),
        (["坚持以人民为中心，扎实开展各项工作。"], {"N002"}),
        (["经自评，绩效自评得分为82分，评价档次为“良”。"], {"N101"}),
        (["过程60分，得分43分。"], {"N103"}),
        (["预算完成率6分，得1分。"], {"N104"}),
        (["预算完成数785.6万元，占比较高。"], {"N106"}),
        (["绩效自评得分为95分，评价档次为良。"], {"N101", "N204"}),
        (["参会单位满意度……", "群众满意度98%，预算完成率60.2%，三公经费变动率-4.35%。"], set()),
    ],
)
def test_one_mistake_gives_one_finding(
    samples: Path, tmp_path: Path, lines: list[str], codes: set[str]
) -> None:
    sheet, report = str(samples / "nanchang-2017-waiqiao.xlsx"), tmp_path / "报告.txt"
    report.write_text("\n".join(lines), encoding="utf-8")
    found = with_report(sheet, jixiao.check(sheet), str(report))
    assert {each.code for each in found.findings} == codes


def test_required_sections_are_asked_for(samples: Path, tmp_path: Path) -> None:
    sheet, report = str(samples / "nanchang-2017-waiqiao.xlsx"), tmp_path / "报告.txt"
    lines = ["一、部门概况", "我局负责全市外事工作，内设处室四个，工作扎实有效。",
             "二、存在的主要问题",
             "待补充", "三、评价工作开展情况",
             "自评得分为80.71分，评价档次为良，详见评分表。"]  # fmt: skip
    report.write_text("\n".join(lines), encoding="utf-8")
    found = with_report(sheet, jixiao.check(sheet), str(report))
    said = {each.code: each.expected for each in found.findings}
    assert said == {
        "N301": "部门整体支出绩效评价分析、整改措施或建议",
        "N302": "存在的问题",
    }
