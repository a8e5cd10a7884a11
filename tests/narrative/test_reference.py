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
