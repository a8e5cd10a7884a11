"""``--report`` of validate, and reports found in a folder: results, wrong use, a second run."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import docx
import pytest
from tests.cli.calls import Caller
from tests.narrative.documents import word_text

SHEET = "bulk/企业科/示例市商务局.xlsx"
REPORT = "示例市商务局自评报告.txt"


def test_the_json_lists_claims_and_findings(call: Caller, samples: Path) -> None:
    answer = call("validate", samples / SHEET, "--report", samples / REPORT, "--format", "json")
    report = json.loads(answer.out)["report"]
    assert report["file"].endswith(REPORT)
    assert report["format"] == "txt"
    (total,) = [each for each in report["claims"] if each["kind"] == "total"]
    assert total == {
        "kind": "total",
        "subject": "total",
        "name": "总分",
        "paragraph": "第10段",
        "text": "我局2017年度部门整体支出绩效评价得分为88.22分",
        "stated": "88.22分",
        "measure": "points",
        "bounds": [88.215, 88.225],
        "cell": "评分表!H37",
        "expected": "88.22分",
        "holds": True,
    }
    grade = next(each for each in report["findings"] if each["code"] == "N102")
    assert (grade["paragraph"], grade["cell"]) == ("第10段", "评分表!H37")
    assert answer.code == 1


@pytest.mark.parametrize("format_", ["text", "csv", "sarif", "html"])
def test_every_format_carries_the_findings(call: Caller, samples: Path, format_: str) -> None:
    asked = ("validate", samples / SHEET, "--report", samples / REPORT, "--format", format_)
    out = call(*asked).out
    for code in ("N102", "N201", "N303"):
        assert code in out


def test_a_report_that_cannot_be_read_is_an_error_with_a_remedy(
    call: Caller, samples: Path, tmp_path: Path
) -> None:
    (tmp_path / "报告.doc").write_bytes(b"{\\rtf1 x}")
    sheet = samples / "nanchang-2017-waiqiao.xlsx"
    answer = call("validate", sheet, "--report", tmp_path / "报告.doc")
    assert answer.code == 1
    assert "另存为 .docx" in answer.out


def test_what_is_not_there_or_one_for_several_is_wrong_use(call: Caller, samples: Path) -> None:
    sheet = samples / "nanchang-2017-waiqiao.xlsx"
    assert call("validate", sheet, "--report", samples / "没有.docx").code == 2
    assert call("validate", sheet, samples / SHEET, "--report", samples / REPORT).code == 2


def test_a_run_compares_reports_and_takes_none_for_a_stray(
    call: Caller, samples: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "报送"
    folder.mkdir()
    shutil.copy(samples / SHEET, folder / "示例市商务局.xlsx")
    shutil.copy(samples / REPORT, folder)
    asked = ("bulk", folder, "--output", tmp_path / "out", "--jobs", 1)
    call(*asked)
    line = json.loads(
        (tmp_path / "out" / "results.jsonl").read_text(encoding="utf-8").splitlines()[0]
    )
    assert line["report"]["file"] == REPORT
    assert {f["code"] for f in line["report"]["findings"]} >= {"N102", "N201", "N303"}
    assert "B109" not in (tmp_path / "out" / "findings.csv").read_text(encoding="utf-8-sig")
    text = (folder / REPORT).read_text(encoding="utf-8")
    (folder / REPORT).write_text(text.replace("为“优”", "为“良”"), encoding="utf-8")
    call(*asked)
    line = json.loads(
        (tmp_path / "out" / "results.jsonl").read_text(encoding="utf-8").splitlines()[0]
    )
    assert "N102" not in {f["code"] for f in line["report"]["findings"]}


def test_the_report_comes_back_with_comments_next_to_the_annotated_copy(
    call: Caller, samples: Path, tmp_path: Path
) -> None:
    report = tmp_path / "自评报告.docx"
    report.write_bytes(word_text((samples / REPORT).read_text("utf-8").splitlines()))
    before = report.read_bytes()
    target = tmp_path / "标注.xlsx"
    asked = ("validate", samples / SHEET, "--report", report, "--annotate")
    answer = call(*asked, target)
    assert [line for line in answer.err.splitlines() if line.startswith("已写出")] == [
        f"已写出：{target}",
        f"已写出：{tmp_path / '标注.docx'}",
    ]
    said = [one.text for one in docx.Document(str(tmp_path / "标注.docx")).comments]
    assert any("评价档次为优" in text and "N102" in text for text in said)
    assert report.read_bytes() == before
    assert call(*asked, target).code == 2  # there already
    folder = tmp_path / "标注"
    folder.mkdir()
    call(*asked, folder)
    assert sorted(each.name for each in folder.iterdir()) == ["示例市商务局.xlsx", "自评报告.docx"]
    assert call(*asked, tmp_path, "--force").code == 2  # onto the report itself


def test_a_report_that_takes_no_comments_says_so(
    call: Caller, samples: Path, tmp_path: Path
) -> None:
    target = tmp_path / "标注.xlsx"
    asked = ("validate", samples / SHEET, "--report", samples / REPORT, "--annotate", target)
    answer = call(*asked)
    assert "是纯文本，加不了批注，没有另存带批注的报告" in answer.err
    assert [each.name for each in tmp_path.iterdir()] == ["标注.xlsx"]


@pytest.mark.parametrize("way", ["a file", "a folder", "an archive"])
def test_last_year_s_report_handed_in_again_is_told(
    call: Caller, samples: Path, tmp_path: Path, way: str
) -> None:
    last = tmp_path / "上年"
    last.mkdir()
    shutil.copy(samples / SHEET, last / "示例市商务局.xlsx")
    text = (samples / REPORT).read_text("utf-8")
    (last / "示例市商务局自评报告.docx").write_bytes(word_text(text.splitlines()))
    again = tmp_path / "自评报告.txt"
    again.write_text(text.replace("2017", "2018"), "utf-8")
    with zipfile.ZipFile(tmp_path / "上年.zip", "w") as archive:
        for one in last.iterdir():
            archive.write(one, f"报送/{one.name}")
    place = {
        "a file": last / "示例市商务局.xlsx",
        "a folder": last,
        "an archive": tmp_path / "上年.zip",
    }[way]
    asked = ("validate", samples / SHEET, "--previous", place, "--format", "csv")
    assert "N402" in call(*asked, "--report", again).out
    again.write_text("示例市商务局2018年度自评报告\n总分88.22分。", "utf-8")
    assert "N402" not in call(*asked, "--report", again).out
    assert "N402" not in call(*asked, "--report", last / "示例市商务局自评报告.docx").out or (
        way == "an archive"
    )
