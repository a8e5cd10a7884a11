"""Codes that few files bring about, each raised by the program: the examples of their pages.

See ``pinned_examples.py``.
"""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from tests.cli.calls import Caller
from tests.survey.files import plain_forms, write_csv

import jixiao
from drafting.forms import SCORES, indicator_sheet
from jixiao.bulk.job import Job, Task, check_chunk, check_lost
from jixiao.bulk.plan import _candidates
from jixiao.bulk.walk import FileSort, FoundFile, skip_finding
from jixiao.checking import check_in_forms, form_draft, scoresheet_in
from jixiao.checking.assess import assess
from jixiao.checking.run import check
from jixiao.finding.registry import message
from jixiao.finding.texts import text_of
from jixiao.finding.value import Finding
from jixiao.narrative import with_report
from jixiao.workbook.container import check_entries
from jixiao.workbook.refusal import Refused
from strategies.typing_over import typed_over


@pytest.mark.parametrize(
    ("sort", "code", "said"),
    [
        (FileSort.LOCK, "B110", "锁定文件"),
        (FileSort.LOOP, "B111", "已经走过的文件夹"),
        (FileSort.UNREADABLE, "B112", "系统拒绝打开"),
        (FileSort.HIDDEN, "B119", "隐藏或系统文件"),
        (FileSort.RESULTS, "B122", "以前核对的输出"),
    ],
)
def test_what_is_left_out_of_a_folder_is_said(sort: FileSort, code: str, said: str) -> None:
    detail = text_of("bulk.error.unknown") if sort is FileSort.UNREADABLE else None
    found = skip_finding(FoundFile("甲.xlsx", Path("报送/甲.xlsx"), sort, detail=detail))
    assert found.code == code
    assert said in message(found)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_to_itself_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("自评表.xlsx").symlink_to("自评表.xlsx")
    (found,) = check(Path("自评表.xlsx")).findings
    assert (found.code, found.found) == ("F004", "自评表.xlsx")


def test_a_file_in_use_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("自评表.xlsx").write_bytes(b"PK")

    def refused(*_: object, **__: object) -> object:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "open", refused)
    (found,) = check(Path("自评表.xlsx")).findings
    assert (found.code, found.found) == ("F006", "自评表.xlsx")


def test_a_check_that_was_lost_is_said() -> None:
    assert check_lost(Job("甲.xlsx", "甲.xlsx"), 30).brief.outcome == "unreadable"


def test_an_archive_inside_an_archive_is_said() -> None:
    skipped: dict[str, tuple[Finding, ...]] = {}
    inner = FoundFile("报送.zip/二.zip", Path("报送.zip"), FileSort.ARCHIVE, member="二.zip")
    assert not [*_candidates([inner], skipped)]
    assert [each.code for each in skipped["报送.zip/二.zip"]] == ["B116"]


def test_a_copy_that_cannot_be_written_is_said(samples: Path, tmp_path: Path) -> None:
    (tmp_path / "annotated").write_bytes(b"a file where the folder belongs")
    source = str(samples / "nanchang-2017-waiqiao.xlsx")
    job = Job("甲.xlsx", source, copy=str(tmp_path / "annotated" / "甲.xlsx"))
    (done,) = check_chunk(Task((job,), None, 60))
    assert done.copy_sha256 is None


@pytest.mark.slow
def test_a_copy_that_somebody_typed_into_is_said(
    capsys: pytest.CaptureFixture[str], samples: Path, tmp_path: Path
) -> None:
    call, folder, output = Caller(capsys), tmp_path / "报送", tmp_path / "out"
    folder.mkdir()
    shutil.copy(samples / "nanchang-2017-waiqiao.xlsx", folder / "甲.xlsx")
    call("bulk", folder, "--output", output, "--jobs", 1)
    copy = output / "annotated" / "甲.xlsx"
    book = openpyxl.load_workbook(copy)
    book["评分表"]["L11"] = 5
    book.save(copy)
    call("bulk", folder, "--output", output, "--jobs", 1, "--recheck")
    assert "B114" in (output / "results.jsonl").read_text("utf-8")


def test_what_differs_from_the_other_returns_of_a_form_is_said(tmp_path: Path) -> None:
    usual, other = tmp_path / "1局.xlsx", tmp_path / "2局.xlsx"
    for nth, path in enumerate((usual, other), 1):
        indicator_sheet(path, SCORES, office=f"示例市第{nth}局")
    book = openpyxl.load_workbook(other)
    sheet = book.active
    assert sheet is not None
    sheet["D6"], sheet["F7"] = 9, "预算调整率为0得3分；每高1个百分点扣1分，扣完为止。"
    book.save(other)
    (waiting,) = check_in_forms([str(usual)], None, None, {})
    assert waiting.rulebook is not None
    key = waiting.rulebook.form or ""
    drafted = form_draft(str(usual), key)
    assert drafted is not None
    (found,) = check_in_forms([str(other)], None, None, {key: drafted})
    codes = {each.code: each.cell for each in found.findings}
    assert (codes.get("S124"), codes.get("S125")) == ("D6", "F7")


def test_a_rate_typed_otherwise_than_the_forms_give_is_said(
    capsys: pytest.CaptureFixture[str],
    samples: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    content = (samples / "nanchang-2017-waiqiao.xlsx").read_bytes()
    Path("表.xlsx").write_bytes(typed_over(content, {"评分表!G35": Decimal("0.9")}))
    write_csv(Path("问卷.csv"), plain_forms({"满意": 40, "基本满意": 9, "不满意": 1}))
    answer = Caller(capsys)("survey", "问卷.csv", "--issued", 50, "--into", "表.xlsx")
    assert "E216" in answer.out


def test_a_list_without_end_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        check_entries(10**9)
    assert refused.value.finding.code == "F225"


def test_a_report_that_says_two_things_of_one_rate_is_said(samples: Path, tmp_path: Path) -> None:
    """The sheet knows no rate itself, as its figures are blank."""
    content = (samples / "nanchang-2017-waiqiao.xlsx").read_bytes()
    blank = {"基础数据!C33": "", "基础数据!C34": ""}
    (tmp_path / "表.xlsx").write_bytes(typed_over(content, blank))
    report = tmp_path / "报告.txt"
    lines = ["政府采购执行率为82%，比上年有所提高。", "全年政府采购执行率达到90%。"]
    report.write_text("\n".join(lines), encoding="utf-8")
    sheet = str(tmp_path / "表.xlsx")
    found = with_report(sheet, jixiao.check(sheet), str(report))
    assert "N203" in {each.code for each in found.findings}


def test_a_rulebook_taken_on_little_evidence_is_said(samples: Path) -> None:
    sheet = scoresheet_in(str(samples / "nanchang-2017-waiqiao.xlsx"), None)
    assert sheet is not None
    little = replace(sheet.found, by="labels", confidence=0.55)
    assert "S123" in {each.code for each in assess(replace(sheet, found=little), ()).findings}


def test_a_grade_that_an_old_format_lost_is_said(samples: Path) -> None:
    sheet = scoresheet_in(str(samples / "nanchang-2017-waiqiao.xlsx"), None)
    assert sheet is not None
    assert sheet.grade is not None
    old = replace(sheet, workbook=replace(sheet.workbook, format="xls"))
    lost = replace(old, grade=sheet.grade._replace(text="0"))
    assert "T109" in {each.code for each in assess(lost, ()).findings}


def test_a_report_that_takes_no_comments_is_said(samples: Path, tmp_path: Path) -> None:
    from tests.cli.test_report_copies import REPORT, SHEET, _with_comments
    from tests.narrative.documents import word_text

    from jixiao.bulk.job import sha256_of
    from jixiao.bulk.reports import ReportFile

    content = word_text((samples / REPORT).read_text("utf-8").splitlines())
    path = tmp_path / "自评报告.docx"
    path.write_bytes(_with_comments(content, b'<w:comments xmlns:w="urn:other"/>'))
    report = ReportFile(str(path), path.name, sha256_of(path), copy=str(tmp_path / "批注.docx"))
    check_chunk(Task((Job("甲.xlsx", str(samples / SHEET), report=report),), None, 60))
    assert not (tmp_path / "批注.docx").exists()
