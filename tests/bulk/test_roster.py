"""Rosters as bureaus keep them, and the department that a return belongs to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from jixiao.bulk.departments.roster import Department, Match, Roster
from jixiao.bulk.departments.roster_file import RosterError, read_roster

TABLE = (
    ("序号", "预算单位代码", "部门（单位）名称", "简称", "归口处室"),
    ("1", "001", "示例市水务局", "市水利局、水务集团", "农业处"),
    ("2", "002", "示例市园林局", "", "农业处"),
)
EXPECTED = (
    Department("示例市水务局", "001", ("市水利局", "水务集团"), "农业处", 2),
    Department("示例市园林局", "002", (), "农业处", 3),
)


def text(delimiter: str) -> str:
    return "\r\n".join(delimiter.join(row) for row in TABLE) + "\r\n"


@pytest.mark.parametrize(
    "raw",
    [
        text(",").encode(),
        text(",").encode("utf-8-sig"),
        text(",").encode("gbk"),
        text("\t").encode("utf-16"),
        text(";").encode(),
    ],
    ids=["utf-8", "with a mark", "gbk", "unicode text of a spreadsheet", "semicolons"],
)
def test_a_roster_in_text_is_read(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "名册.csv").write_bytes(raw)
    assert read_roster(tmp_path / "名册.csv").departments == EXPECTED


def book(path: Path, write: Callable[[xlsxwriter.Workbook], None]) -> Path:
    with xlsxwriter.Workbook(path) as workbook:
        write(workbook)
    return path


def test_a_roster_with_cover_title_merged_offices_and_totals_is_read(tmp_path: Path) -> None:
    def write(workbook: xlsxwriter.Workbook) -> None:
        workbook.add_worksheet("说明").write(0, 0, "本名册由预算处维护")
        sheet = workbook.add_worksheet("名册")
        sheet.merge_range(0, 0, 0, 4, "2017 年市直部门名册")
        for column, heading in enumerate(TABLE[0]):
            sheet.merge_range(2, column, 3, column, heading)
        zeros = workbook.add_format({"num_format": "000"})
        for row, line in ((4, TABLE[1]), (6, TABLE[2])):  # and an empty row between them
            sheet.write_number(row, 1, int(line[1]), zeros)
            sheet.write_row(row, 2, line[2:4])
        sheet.merge_range(4, 4, 6, 4, "农业处")
        sheet.write(7, 2, "合 计")

    found = read_roster(book(tmp_path / "名册.xlsx", write))
    assert [(d.name, d.code, d.aliases, d.office) for d in found.departments] == [
        (d.name, d.code, d.aliases, d.office) for d in EXPECTED
    ]
    assert [d.line for d in found.departments] == [5, 7]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("甲,乙\n1,2\n", "名册里没有“单位名称”一列"),
        ("编码,单位名称\n1,\n", "名册里一个单位也没有"),
        ("", "名册里没有“单位名称”一列"),
    ],
)
def test_a_roster_without_names_is_told(tmp_path: Path, content: str, reason: str) -> None:
    (tmp_path / "名册.csv").write_text(content, "utf-8")
    with pytest.raises(RosterError) as told:
        read_roster(tmp_path / "名册.csv")
    assert told.value.reason[0] == reason


@pytest.mark.parametrize("name", ["没有.csv", "没有.xlsx", "."])
def test_a_roster_that_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(RosterError):
        read_roster(tmp_path / name)


def test_a_department_listed_twice_is_one() -> None:
    roster = Roster.of(
        [Department("示例市水务局", "001", line=2), Department("示例市 水务局", "007", line=3)]
    )
    assert [d.line for d in roster.departments] == [2]
    assert (roster.repeated, roster.duplicates) == (("示例市水务局",), ())
    assert roster.named("007") is roster.departments[0]


WATER = Department("示例市水务局", "001", ("市水利局",), line=2)
FINANCE = Department("示例市财政局", "017", line=3)
DISTRICT = Department("示例市西区教育局", "2017", line=4)
CITY = Department("示例市教育局", "20", line=5)
BUREAU = Department("城市管理局", "0301", line=6)
ROSTER = Roster.of([WATER, FINANCE, DISTRICT, CITY, BUREAU])


@pytest.mark.parametrize(
    ("stated", "relative", "expected"),
    [
        ("示例市财政局", "a.xlsx", Match(FINANCE, "sheet")),
        ("市财政局", "a.xlsx", Match(FINANCE, "short")),
        ("财政局", "a.xlsx", Match(FINANCE, "short")),
        ("示例市城市管理局", "a.xlsx", Match(BUREAU, "short")),
        ("某某区财政局", "a.xlsx", None),
        ("示例市财政局国库支付中心", "a.xlsx", None),
        (None, "017财政.xlsx", Match(FINANCE, "file")),
        (None, "2017年财政局.xlsx", Match(FINANCE, "file")),
        (None, "2017年度评分表20.xlsx", None),
        (None, "示例市应急管理局.xlsx", None),
        (None, "市水利局/评分表.xlsx", Match(WATER, "file")),
        (None, "示例市西区教育局（示例市教育局转）.xlsx", Match(DISTRICT, "file")),
    ],
)
def test_a_return_is_matched_by_name(
    stated: str | None, relative: str, expected: Match | None
) -> None:
    assert ROSTER.match(stamped=None, stated=stated, relative=relative) == expected


def test_a_short_name_of_two_departments_tells_none() -> None:
    both = [Department("示例市教育局", line=2), Department("样本市教育局", line=3)]
    assert Roster.of(both).short("教育局") is None
    assert Roster.of([*both, Department("教育局", line=4)]).named("教育局") is not None


def test_totals_are_no_departments_and_further_columns_are_kept(tmp_path: Path) -> None:
    (tmp_path / "名册.csv").write_text(
        "序号,预算单位,归口科室,联系人,联系电话\n1,示例市水务局,农业科,甲,8001\n"
        "2,示例市园林局,农业科,乙,\n合计,2个,,,\n,共2家,,,\n,总计,,,\n",
        encoding="utf-8",
    )
    roster = read_roster(tmp_path / "名册.csv")
    assert roster.extra_headings == ("联系人", "联系电话")
    assert [(one.name, one.extra) for one in roster.departments] == [
        ("示例市水务局", ("甲", "8001")),
        ("示例市园林局", ("乙", "")),
    ]


def test_a_name_that_is_not_listed_suggests_the_nearest_one() -> None:
    listed = [Department(f"示例市{name}", line=n) for n, name in enumerate(NEAR, 1)]
    roster = Roster.of(listed)

    def nearest(name: str) -> str | None:
        found = roster.nearest(name, roster.departments)
        return found.name if found else None

    assert nearest("示例市文化广电旅游局") == "示例市文化旅游局"
    assert nearest("示例市卫生健康委员会") == "示例市卫生健康局"
    assert nearest("示例市地震局") is None
    assert nearest("") is None


NEAR = ("文化旅游局", "卫生健康局", "财政局", "人民防空办公室")
