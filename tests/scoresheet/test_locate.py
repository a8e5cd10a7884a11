"""Where the scoresheet is, whose it is, and what is said where that is not clear."""

from __future__ import annotations

import pytest

from drift.draft import grid
from drift.small import (
    CLAIMED,
    HEADER,
    ROWS,
    claimed,
    codes,
    found,
    hidden,
    page,
    refused,
    rulebook,
    workbook,
)
from jixiao.finding.registry import message
from jixiao.rulebook.load import load_rulebook
from jixiao.rulebook.schema.model import Role
from jixiao.scoresheet.grid.view import MOST_COLUMNS, MOST_ROWS
from jixiao.scoresheet.locate import locate_scoresheet
from jixiao.scoresheet.model import RowKind, Scoresheet, Unlocated


def test_a_plain_sheet_is_located_by_its_labels() -> None:
    sheet = found(page())
    assert claimed(sheet) == CLAIMED
    assert (sheet.found.by, sheet.found.confidence) == ("labels", 1.0)
    assert (sheet.sheet, sheet.year, sheet.unfound, codes(sheet)) == ("评分表", 2017, (), [])


def test_a_name_that_occurs_twice_is_told_apart_by_its_section() -> None:
    rows = [ROWS[0], ROWS[1], ["过程", "资产管理", *ROWS[3][2:]], ["", "", *ROWS[4][2:]]]
    rows.append(["", "预算管理", *ROWS[2][2:]])
    assert claimed(found(page(rows))) == CLAIMED | {
        "asset-rules": "E5",
        "asset-use": "E6",
        "budget-rules": "E7",
    }


def test_a_name_that_occurs_twice_is_told_apart_by_its_weight() -> None:
    rows = [["", "", *row[2:]] for row in reversed(ROWS)]
    assert claimed(found(page(rows))) == {
        ident: f"E{10 - int(cell[1:])}" for ident, cell in CLAIMED.items()
    }


def test_a_name_that_nothing_tells_apart_is_not_guessed() -> None:
    same = rulebook()
    even = tuple(
        i.changed(weight=same.indicators[3].weight) if i.id == "budget-rules" else i
        for i in same.indicators
    )
    rows = [["", "", *row[2:]] for row in ROWS]
    rows[2][3] = 15
    rows = [rows[2], rows[4], rows[0], rows[3], rows[1]]
    sheet = found(page(rows), book=rulebook(indicators=even))
    assert set(claimed(sheet)) == {"staff", "sangong", "asset-use"}
    assert codes(sheet) == ["S103 C3", "S103 C6"]
    assert sheet.unfound == ("budget-rules", "asset-rules")


def test_a_row_deleted_is_said_with_its_id() -> None:
    sheet = found(page([*ROWS[:4]]))
    (finding,) = sheet.findings
    assert (finding.code, finding.indicator, finding.expected) == (
        "S101",
        "asset-use",
        "固定资产利用率",
    )
    assert sheet.unfound == ("asset-use",)


def test_a_row_filled_in_twice_is_not_chosen_from() -> None:
    twice = ["", "", "固定资产利用率", 50, 45, ""]
    sheet = found(page([*ROWS, twice]))
    assert "asset-use" not in claimed(sheet)
    assert codes(sheet) == ["S102 C8"]
    assert sheet.unfound == ("asset-use",)


def test_a_stranger_among_the_rows_is_said() -> None:
    sheet = found(page([*ROWS, ["", "", "领导满意度", 5, 5, ""]]))
    assert codes(sheet) == ["S104 C8"]


def test_a_weight_that_is_not_the_rulebooks_is_said() -> None:
    rows = [*ROWS[:4], ["", "", "固定资产利用率", 40, 40, ""]]
    assert codes(found(page(rows))) == ["S105 D7"]


def test_points_below_the_total_are_said_not_to_be_looked_at() -> None:
    total = ["合计", "", "", 100, 90]
    blank = [None] * 5
    extra = ["", "", "创新加分", 5, 5]
    sheet = found(page([*ROWS, total, blank, extra]))
    assert claimed(sheet) == CLAIMED
    assert codes(sheet) == ["S104 C10"]


def test_a_name_nearly_right_is_taken_and_said() -> None:
    sheet = found(page([*ROWS[:4], ["", "", "固定资产利用用率", 50, 40, ""]]))
    assert claimed(sheet) == CLAIMED
    assert codes(sheet) == ["S106 C7"]


def test_a_name_nearly_right_with_another_weight_is_not_taken() -> None:
    sheet = found(page([*ROWS[:4], ["", "", "固定资产利用用率", 45, 40, ""]]))
    assert codes(sheet) == ["S101", "S104 C7"]


def test_two_filled_scoresheets_are_refused() -> None:
    other = page()
    other.name = "评分表 (2)"
    result = refused(page(), other)
    assert codes(result) == ["S002"]
    assert result.candidates == ("评分表", "评分表 (2)")
    assert len(result.candidates) > 1


def test_a_hidden_copy_and_a_blank_form_do_not_count() -> None:
    copy = page()
    copy.name = "上年"
    blank = page([[*row[:4], "", ""] for row in ROWS])
    blank.name = "空白表"
    sheet = found(hidden(copy), blank, page())
    assert sheet.sheet == "评分表"


def test_a_hidden_scoresheet_is_taken_where_there_is_no_other_and_said() -> None:
    sheet = found(grid("封面", [["自评报告"]]), hidden(page()))
    assert claimed(sheet) == CLAIMED
    assert codes(sheet) == ["S005"]


def test_a_hidden_row_is_said_once_at_its_score() -> None:
    shown = page()
    for place in [place for place in shown.cells if place[0] == 4]:
        shown.cells[place] = shown.cells[place]._replace(hidden=True)
    sheet = found(shown)
    assert claimed(sheet) == CLAIMED
    assert codes(sheet) == ["D007 E4"]


def test_two_scoresheets_below_one_another_are_refused() -> None:
    rows = [*ROWS, ["合计", "", "", 100, 84.5, ""], [""], HEADER, *ROWS]
    result = refused(page(rows))
    assert codes(result) == ["S006"]


def test_a_workbook_without_scoresheet_says_so() -> None:
    result = refused(grid("Sheet1", [["姓名", "电话"], ["张三", 1]]))
    assert codes(result) == ["S001"]
    assert result.candidates == ()


def test_a_sheet_of_nothing_but_headers_is_no_scoresheet() -> None:
    headers = grid("目录", [row for _ in range(50) for row in (HEADER, ROWS[0])])
    assert codes(refused(headers)) == ["S001"]
    assert found(headers, page()).sheet == "评分表"


def test_a_sheet_that_fits_in_part_only_is_not_taken() -> None:
    result = refused(page([ROWS[0], ["", "", "甲", 1, 1, ""], ["", "", "乙", 1, 1, ""]]))
    assert codes(result) == ["S004 A2"]


def test_a_sheet_that_fits_two_rulebooks_is_not_guessed() -> None:
    twin = rulebook(id="twin")
    result = locate_scoresheet(workbook(page()), [rulebook(), twin])
    assert isinstance(result, Unlocated)
    assert codes(result) == ["S003"]


def test_an_abstract_rulebook_is_never_detected() -> None:
    assert codes(refused(page(), book=rulebook(abstract=True))) == ["S001"]


def test_filled_down_below_the_scoresheet_it_is_located_and_the_cut_is_said() -> None:
    filling = [["备用", "", "", "", ""]] * (MOST_ROWS + 100)
    sheet = found(page([*ROWS, *filling]))
    assert claimed(sheet) == CLAIMED
    assert codes(sheet) == ["S113"]


def test_of_very_many_sheets_fewer_rows_are_looked_at_and_that_is_said() -> None:
    others = [grid(f"附表{n}", [["说明"]]) for n in range(199)]
    filling = [["备用", "", "", "", ""]] * 200
    sheet = found(page([*ROWS, *filling]), *others)
    assert claimed(sheet) == CLAIMED
    assert codes(sheet) == ["S113"]
    assert "前150行" in message(sheet.findings[0])


def test_beyond_the_columns_looked_at_nothing_is_read() -> None:
    header = [*HEADER, *[""] * MOST_COLUMNS, "自评得分"]
    sheet = found(page(header=header))
    assert claimed(sheet) == CLAIMED
    assert codes(sheet) == ["S113"]


def test_the_rulebook_asked_for_wins_over_labels() -> None:
    twin = rulebook(id="twin")
    result = locate_scoresheet(workbook(page()), [rulebook(), twin], asked=twin)
    assert isinstance(result, Scoresheet)
    assert (result.rulebook.id, result.found.by) == ("twin", "option")


def test_a_scoresheet_of_another_rulebook_than_the_one_asked_for() -> None:
    asked = load_rulebook("hunan-2017")
    result = locate_scoresheet(workbook(page()), [rulebook(), asked], asked=asked)
    assert isinstance(result, Scoresheet)
    assert [f.code for f in result.findings if f.code in ("S007", "S008")] == ["S007"]
    assert (result.rulebook.id, result.findings[0].found) == ("hunan-2017", "small")


def stamped(rulebook_id: str, version: str = "1") -> list[list[str]]:
    return [["jixiao.stamp/1"], ["rulebook", rulebook_id], ["version", version]]


def test_a_stamp_that_agrees_is_how_the_rulebook_was_found() -> None:
    result = locate_scoresheet(workbook(page(), grid("_jixiao", stamped("small"))), [rulebook()])
    assert isinstance(result, Scoresheet)
    assert (result.found.by, codes(result)) == ("stamp", [])


@pytest.mark.parametrize("other", ["hunan-2017", "../../etc/passwd", "nowhere"])
def test_a_stamp_that_disagrees_with_the_labels_is_a_finding(other: str) -> None:
    books = [rulebook(), load_rulebook("hunan-2017")]
    result = locate_scoresheet(workbook(page(), grid("_jixiao", stamped(other))), books)
    assert isinstance(result, Scoresheet)
    assert (result.rulebook.id, result.found.by) == ("small", "labels")
    assert codes(result) == ["X001"]


def test_a_stamp_of_an_older_version_is_a_notice() -> None:
    result = locate_scoresheet(
        workbook(page(), grid("_jixiao", stamped("small", "0"))), [rulebook()]
    )
    assert codes(result) == ["X002"]


def test_names_that_point_at_another_row_are_said_and_not_followed() -> None:
    names = {
        f"jx_claimed_{i.replace('-', '_')}": f"评分表!${c[0]}${c[1]}" for i, c in CLAIMED.items()
    }
    names["jx_claimed_asset_use"] = "评分表!$E$3"
    names["jx_claimed_staff"] = "#REF!"
    result = locate_scoresheet(workbook(page(), names=names), [rulebook()])
    assert isinstance(result, Scoresheet)
    assert claimed(result) == CLAIMED
    assert result.found.by == "names"
    assert codes(result) == ["X003 E7"]


def test_sums_totals_and_grades() -> None:
    rows = [
        *ROWS[:2],
        ["投入小计", "", "", 15, 14, ""],
        *ROWS[2:],
        ["小计", "", "", 85, 70.5, ""],
        ["总 分", "", "", 100, 84.5, ""],
        ["档次", "", "", "", "良", ""],
    ]
    sheet = found(page(rows))
    sums = {row.id: row.row for row in sheet.rows if row.kind is RowKind.SECTION}
    assert sums == {"sum:投入": 5, "sum:过程": 9}
    assert sheet.total is not None
    assert (sheet.total.cell, sheet.total.text) == ("E10", "84.5")
    assert sheet.grade is not None
    assert (sheet.grade.cell, sheet.grade.text) == ("E11", "良")


def test_the_grade_may_stand_in_the_total_row() -> None:
    sheet = found(page([*ROWS, ["总分", "", "", 100, 84.5, "良"]]))
    assert sheet.grade is not None
    assert sheet.grade.cell == "F8"


def test_a_score_merged_over_two_rows_counts_once() -> None:
    shown = page()
    shown.merge(6, 5, 7, 5)
    rows = {row.id: row for row in found(shown).rows}
    assert rows["asset-rules"].sum_with is None
    assert rows["asset-use"].sum_with == "asset-rules"


def test_doubtful_figures_are_said_with_their_cell() -> None:
    rows = [list(row) for row in ROWS]
    rows[0][4] = "9..5"
    assert "D001 E3" in codes(found(page(rows)))


@pytest.mark.parametrize(
    ("top", "name"),
    [
        (["填报单位（盖章）：示例市水务局　填报日期：2018年3月1日"], "示例市水务局"),
        (["单位名称", "示例市水务局"], "示例市水务局"),
        (["填报部门：", "", "示例市水务局"], "示例市水务局"),
        (["单位：万元"], None),
        (["填报单位（盖章）：", "填报日期：　年　月"], None),
    ],
)
def test_the_department(top: list[str], name: str | None) -> None:
    shown = grid("评分表", [top, HEADER, *ROWS])
    assert found(shown).department == name


def test_a_blank_form_that_is_shown_beside_a_filled_one_that_is_hidden_is_not_preferred() -> None:
    blank = page([[*row[:4], "", row[5]] for row in ROWS])
    blank.name = "空表"
    result = refused(blank, hidden(page()))
    assert codes(result) == ["S002"]
    assert result.candidates == ("空表", "评分表")


def test_the_columns_that_may_be_the_self_score_are_named() -> None:
    sheet = found(page(header=[*HEADER[:4], "评价", HEADER[5]]))
    (finding,) = [one for one in sheet.findings if one.code == "S110"]
    assert (finding.cell, finding.found) == ("C2", "E列“评价”")


def test_two_sheets_that_complete_one_another_are_read_as_one() -> None:
    first, second = page(ROWS[:2]), page(ROWS[2:])
    second.name = "评分表（续）"
    sheet = found(first, second)
    places = {row.id: row.readings[Role.CLAIMED].place for row in sheet.rows if row.id in CLAIMED}
    assert sheet.unfound == ()
    assert places["staff"] == "评分表!E3"
    assert places["asset-use"] == "评分表（续）!E5"


def test_two_sheets_with_a_row_in_common_are_not_read_as_one() -> None:
    first, second = page(ROWS[:3]), page(ROWS[2:])
    second.name = "评分表（续）"
    assert codes(refused(first, second)) == ["S002"]


def test_a_figure_among_words_is_read_and_said() -> None:
    rows = [[*ROWS[0][:4], "自评4.5分左右", ""], *ROWS[1:]]
    sheet = found(page(rows))
    assert codes(sheet) == ["D008 E3", "D009 E3"]
    rows = [[*ROWS[0][:4], "扣0.5分", ""], *ROWS[1:]]
    assert codes(found(page(rows))) == ["D001 E3"]


def test_the_year_of_a_title_in_wide_digits_counts_and_no_date_or_column_head_does() -> None:
    rows = [["评分表（２０１７年度）"], ["填报日期：2018年3月1日"], HEADER, *ROWS]
    assert found(grid("评分表", rows)).year == 2017
    figures = grid("基础数据", [["项目", "2015年", "2016年"], ["在职人员数", 1, 2]])
    assert found(figures, grid("评分表", [["评分表"], HEADER, *ROWS])).year is None


def test_a_year_alone_heads_a_column_and_is_no_title() -> None:
    figures = grid("基础数据", [["项目", "2016年", "数值"], ["在职人员数", 1, 2]])
    assert found(figures, grid("评分表", [["评分表"], HEADER, *ROWS])).year is None
