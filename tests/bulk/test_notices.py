"""What a notice says: of the year that is asked for, and only what its reader can do."""

from __future__ import annotations

import datetime as dt
import io

import pytest

from jixiao.bulk.notices import notice_of
from jixiao.reporting.record import CheckBrief, CheckRecord, FindingRecord
from jixiao.writing import Notice, NoticeHead, ReturnRow, letter_of

HEAD = NoticeHead(3, dt.date(2018, 3, 1), dt.date(2018, 3, 20))
FOUND = FindingRecord("F104", "error", "文件损坏。", "打不开就向对方重新要一份。")


def notice(
    *, year: int | None, asked: int | None, outcome: str, uncounted: str, counts: bool
) -> Notice:
    brief = CheckBrief("科/甲局.xlsx", outcome, "甲局", year=year, errors=1)
    row = ReturnRow(brief, "甲局", "科", counts=counts, errors=1, uncounted=uncounted)
    return notice_of(row, CheckRecord("", "", outcome, findings=(FOUND,)), {}, "zh", asked)


def words(one: Notice) -> str:
    docx = pytest.importorskip("docx")
    page = docx.Document(io.BytesIO(letter_of(one, HEAD)))
    cells = [cell.text for table in page.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in page.paragraphs), *cells])


def test_last_years_return_is_answered_with_a_letter_on_this_year() -> None:
    one = notice(year=2016, asked=2017, outcome="checked", uncounted="year", counts=False)
    said = words(one)
    assert "关于退回修改2017年度部门整体支出" in said
    assert "《甲局.xlsx》不是本次评价年度的表，无法采用。请于2018年3月20日前重新报送。" in said
    assert "2016" not in said


def test_where_no_year_is_asked_for_the_letter_names_that_of_the_return() -> None:
    one = notice(year=2016, asked=None, outcome="checked", uncounted="", counts=True)
    assert "关于退回修改2016年度部门整体支出" in words(one)


def test_a_file_that_does_not_open_is_not_to_be_mended_in_place() -> None:
    one = notice(year=None, asked=2017, outcome="unreadable", uncounted="", counts=False)
    said = words(one)
    assert "请在你单位打开原文件" in said
    assert "请按上面的处理办法备好评分表" in said
    assert not [each for each in ("原表上修改", "审核结果", "向对方") if each in said]


def test_without_an_annotated_copy_the_reply_is_a_note_of_its_own() -> None:
    said = words(notice(year=2017, asked=2017, outcome="checked", uncounted="", counts=True))
    assert "（3）修改情况请另附说明。" in said
    assert "原表上修改" in said
    assert "审核结果" not in said


@pytest.mark.parametrize(
    ("code", "does"),
    [
        ("B103", "请把表内的单位名称改成全称后报送"),
        ("B108", "请用本次评价年度的数据填写后报送"),
        ("B123", "请核对表内的单位名称：写错的，改正后报送"),
        ("B124", "请用本次下发的空白表填写后报送。"),
    ],
)
def test_what_an_officer_would_do_is_not_asked_of_the_department(code: str, does: str) -> None:
    found = FindingRecord(code, "error", "不计入排名。", "把它写进名册，移出文件夹后重新运行。")
    brief = CheckBrief("科/甲局.xlsx", "checked", "甲局", year=2017, errors=1)
    row = ReturnRow(brief, "甲局", "科", counts=False, errors=1, uncounted="place")
    said = words(notice_of(row, CheckRecord("", "", "checked", findings=(found,)), {}, "zh", 2017))
    assert does in said
    assert "名册" not in said
    assert "重新运行" not in said
