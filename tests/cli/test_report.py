"""``--report`` of validate, and reports found in a folder: results, wrong use, a second run."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.cli.calls import Caller

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
