"""``jixiao draft-report``: every figure is the sheet's, and the draft holds against its sheet."""

from __future__ import annotations

import json
import re
from pathlib import Path

import docx
import pytest
from tests.cli.calls import Caller

from jixiao.rulebook import load_rulebook, report_outline, shipped
from slips.honest import RULEBOOKS, honest_return

SAMPLES = ("waiqiao", "score-too-high", "reason-missing", "staff-over-posts", "percent-as-number")


def paragraphs(path: Path) -> list[str]:
    return [one.text for one in docx.Document(str(path)).paragraphs if one.text.strip()]


@pytest.fixture
def draft(call: Caller, samples: Path, tmp_path: Path) -> list[str]:
    target = tmp_path / "报告.docx"
    answer = call("draft-report", samples / "nanchang-2017-waiqiao.xlsx", "--output", target)
    assert (answer.code, answer.out) == (0, "")
    assert "标有“待补充”的18处要人写" in answer.err
    return paragraphs(target)


def test_sections_are_in_the_order_of_the_notice(draft: list[str]) -> None:
    heads = [text for text in draft if re.match(r"[一二三四五]、", text)]
    assert heads == [
        "一、部门概述和基本情况",
        "二、评价工作开展",
        "三、部门整体支出绩效评价分析",
        "四、存在的问题",
        "五、整改措施或建议",
    ]
    assert draft[0] == "南昌市外事侨务办公室2017年度部门整体支出绩效评价报告"


@pytest.mark.parametrize(
    "sentence",
    [
        "在职人员数26人，编制数26人。",
        "经自评，南昌市外事侨务办公室2017年度部门整体支出绩效评价得分为80.71分，评价档次为“良”。",
        (
            "“投入”15分，得分15分；“过程”60分，得分41.46分；“产出”13分，得分12.25分；"
            "“效果”12分，得分12分。"
        ),
        "“政府采购执行率”满分3分，得2.46分，扣0.54分，原因是：部分采购项目尚未完成验收，款项未支付。",
        "“外事侨务专项”：项目预算数110万元，项目支出数77.06万元。",
        "【待补充：针对“预算完成率”的整改措施、责任单位和完成期限】",
    ],
)
def test_figures_are_those_of_the_sheet(draft: list[str], sentence: str) -> None:
    assert sentence in draft


def test_it_says_where_its_figures_come_from(draft: list[str]) -> None:
    assert draft[-1].startswith("【定稿前删去本段】")
    assert "nanchang-2017-waiqiao.xlsx" in draft[-1]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_draft_holds_against_its_sheet(
    call: Caller, samples: Path, tmp_path: Path, name: str
) -> None:
    file, target = samples / f"nanchang-2017-{name}.xlsx", tmp_path / "报告.docx"
    assert call("draft-report", file, "--output", target).code == 0
    compared = call("validate", file, "--report", target, "--format", "csv")
    assert re.findall(r"\bN\d{3}\b", compared.out) == []


@pytest.mark.slow
@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("name", RULEBOOKS)
def test_a_draft_of_every_rulebook_holds_against_its_sheet(
    call: Caller, tmp_path: Path, name: str, number: int
) -> None:
    file, target = tmp_path / "评分表.xlsx", tmp_path / "报告.docx"
    file.write_bytes(honest_return(name, number).file())
    assert call("draft-report", file, "--output", target).code == 0
    compared = json.loads(call("validate", file, "--report", target, "--format", "json").out)
    assert [one["code"] for one in compared["findings"] if one["code"][0] == "N"] == []
    claims = compared["report"]["claims"]
    held = [one for one in claims if one["kind"] not in ("year", "department")]
    assert len(held) > 20
    assert {one["holds"] for one in held} == {True}


def test_a_row_that_a_department_named_itself_is_compared(call: Caller, tmp_path: Path) -> None:
    file, report = tmp_path / "评分表.xlsx", tmp_path / "报告.txt"
    file.write_bytes(honest_return("yinchuan-2021", 0).file())
    found = json.loads(call("validate", file, "--format", "json").out)["indicators"]
    row = next(one for one in found if one["path"][0] == "产出" and one["claimed_score"] > 2)
    said = f"“{row['name']}”满分{row['weight']}分，得{row['claimed_score']}分。"
    report.write_text(said, "utf-8")
    assert "N1" not in call("validate", file, "--report", report, "--format", "csv").out
    report.write_text(said.replace("，得", "，得1"), "utf-8")
    out = call("validate", file, "--report", report, "--format", "json").out
    (wrong,) = [one for one in json.loads(out)["findings"] if one["code"].startswith("N1")]
    assert (wrong["code"], wrong["cell"], wrong["indicator"]) == (
        "N104",
        row["cells"]["score"].split("!")[1],
        row["id"],
    )


def test_a_grade_that_does_not_fit_the_total_is_the_fault_of_the_sheet(
    call: Caller, samples: Path, tmp_path: Path
) -> None:
    file, target = samples / "nanchang-2017-grade-wrong.xlsx", tmp_path / "报告.docx"
    answer = call("draft-report", file, "--output", target)
    assert "评分表还有1个错误" in answer.err
    compared = call("validate", file, "--report", target, "--format", "csv")
    assert re.findall(r"\bN\d{3}\b", compared.out) == ["N204"]


def test_a_reason_that_is_missing_is_asked_for(call: Caller, samples: Path, tmp_path: Path) -> None:
    target = tmp_path / "报告.docx"
    file = samples / "nanchang-2017-reason-missing.xlsx"
    call("draft-report", file, "--output", target)
    found = [text for text in paragraphs(target) if "扣分原因（评分表里没有填写）" in text]
    assert len(found) == 2  # among the losses, and among the problems
    assert found[0].startswith("“预算完成率”满分6分，得5.1分，扣0.9分。【待补充")


@pytest.mark.parametrize("name", [n for n in shipped() if not load_rulebook(n).abstract])
def test_a_blank_sheet_of_every_rulebook_is_drafted(
    call: Caller, root: Path, tmp_path: Path, name: str
) -> None:
    target = tmp_path / "报告.docx"
    answer = call("draft-report", root / "workbook_templates" / f"{name}.xlsx", "--output", target)
    assert answer.code == 0
    outline = report_outline(load_rulebook(name))
    texts = paragraphs(target)
    for section in outline.sections:
        assert any(text.endswith(section.title) for text in texts), section.title


def test_what_is_refused(call: Caller, samples: Path, tmp_path: Path) -> None:
    file = samples / "nanchang-2017-waiqiao.xlsx"
    assert call("draft-report", file, "--output", tmp_path / "报告.doc").code == 2
    target = tmp_path / "报告.docx"
    target.write_bytes(b"mine")
    assert call("draft-report", file, "--output", target).code == 2
    assert target.read_bytes() == b"mine"
    nothing = call("draft-report", tmp_path / "没有.xlsx", "--output", tmp_path / "x.docx")
    assert (nothing.code, "F001" in nothing.err) == (3, True)
    assert not (tmp_path / "x.docx").exists()


def test_without_what_writes_word_documents_a_sentence_says_so(
    call: Caller, samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    file = samples / "nanchang-2017-waiqiao.xlsx"
    answer = call("draft-report", file, "--output", tmp_path / "x.docx")
    assert answer.code == 2
    assert "pip install 'jixiao[docx]'" in answer.err
