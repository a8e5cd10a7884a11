"""Columns by header and by content."""

from __future__ import annotations

import pytest

from drift.draft import Content
from drift.small import CLAIMED, HEADER, ROWS, claimed, codes, found, page, rulebook
from jixiao.rulebook.schema.model import Role


def with_header(**labels: str) -> list[Content]:
    header = list(HEADER)
    for column, label in labels.items():
        header["ABCDEF".index(column)] = label
    return header


@pytest.mark.parametrize(
    "label",
    [
        "得分",
        "自评得分",
        "自评分",
        "考评得分",
        "实际得分",
        "指标得分",
        "自 评\n得 分",
        "自评得分（分）",
        "部门自评得分",
        "本单位自评",
        "自我评价得分",
        "2017年得分",
        "绩效自评得分情况",
        "部门评分",
    ],
)
def test_the_self_score_goes_by_many_names(label: str) -> None:
    assert claimed(found(page(header=with_header(E=label)))) == CLAIMED


@pytest.mark.parametrize(
    "label",
    ["分值", "权数", "权重", "指标分值", "标准分", "分 值", "配分", "分值/权重", "规定分值"],
)
def test_the_weight_goes_by_many_names(label: str) -> None:
    assert found(page(header=with_header(D=label))).columns[Role.WEIGHT] == "D"


def test_a_header_that_says_score_over_the_weights_is_belied_by_them() -> None:
    sheet = found(page(header=with_header(D="得分", E="得分")))
    assert (sheet.columns[Role.WEIGHT], sheet.columns[Role.CLAIMED]) == ("D", "E")
    assert codes(sheet) == ["S112 D2"]


def test_headers_over_one_anothers_columns_are_belied() -> None:
    sheet = found(page(header=with_header(D="自评得分", E="分值")))
    assert (sheet.columns[Role.WEIGHT], sheet.columns[Role.CLAIMED]) == ("D", "E")
    assert codes(sheet) == ["S112 D2", "S112 E2"]


def test_full_marks_do_not_make_the_scores_weights() -> None:
    rows = [[*row[:4], row[3], ""] for row in ROWS]
    assert claimed(found(page(rows))) == CLAIMED


def test_two_columns_that_nothing_tells_apart_are_not_guessed() -> None:
    rows = [[*row[:5], 1, ""] for row in ROWS]
    header = [*HEADER[:5], "自评得分", "扣分原因"]
    sheet = found(page(rows, header))
    assert Role.CLAIMED not in sheet.columns
    assert claimed(sheet) == {}
    assert codes(sheet) == ["S111 E2"]


def test_weights_and_full_marks_under_one_heading_are_not_guessed() -> None:
    rows = [[*row[:4], row[3], ""] for row in ROWS]
    sheet = found(page(rows, with_header(D="得分", E="得分")))
    assert codes(sheet) == ["S111 D2"]


def test_no_score_column_is_said() -> None:
    rows = [[*row[:4], row[5]] for row in ROWS]
    header = [*HEADER[:4], "扣分原因"]
    assert codes(found(page(rows, header))) == ["S110 C2"]


def test_a_review_column_is_not_the_self_score() -> None:
    rows = [[*row[:4], 1, row[4], ""] for row in ROWS]
    sheet = found(page(rows, [*HEADER[:4], "财政审核评分", "得分", "备注"]))
    assert (sheet.columns[Role.REVIEWED], sheet.columns[Role.CLAIMED]) == ("E", "F")


def test_last_years_scores_are_not_the_self_scores() -> None:
    rows = [[*row[:4], 1, row[4], ""] for row in ROWS]
    sheet = found(page(rows, [*HEADER[:4], "上年得分", "自评得分", "备注"]))
    assert sheet.columns[Role.CLAIMED] == "F"


def test_weight_columns_after_each_level() -> None:
    rows = [
        ["投入", 15, "预算配置", 15, "在职人员控制率", 10, 9],
        ["", "", "", "", "“三公经费”变动率", 5, 5],
        ["过程", 85, "预算管理", 20, "管理制度健全性", 20, 18],
        ["", "", "资产管理", 65, "管理制度健全性", 15, 12],
        ["", "", "", "", "固定资产利用率", 50, 40],
    ]
    shown = page(rows, ["一级指标", "得分", "二级指标", "得分", "三级指标", "得分", "得分"])
    for top, left, bottom, right in ((3, 2, 4, 2), (3, 4, 4, 4), (5, 2, 7, 2), (6, 4, 7, 4)):
        shown.merge(top, left, bottom, right)
    columns = found(shown).columns
    assert (columns[Role.WEIGHT], columns[Role.CLAIMED]) == ("F", "G")
    assert (columns[Role.LEVEL1_WEIGHT], columns[Role.LEVEL2_WEIGHT]) == ("B", "D")


def test_a_header_over_two_rows() -> None:
    rows = [["", "", "", "", "自评得分", "复核得分"], *ROWS]
    shown = page(rows, ["一级指标", "二级指标", "三级指标", "分值", "评分", ""])
    for column in range(1, 5):
        shown.merge(2, column, 3, column)
    shown.merge(2, 5, 2, 6)
    sheet = found(shown)
    assert (sheet.columns[Role.CLAIMED], sheet.columns[Role.REVIEWED]) == ("E", "F")
    assert claimed(sheet) == {i: f"E{int(c[1:]) + 1}" for i, c in CLAIMED.items()}


def test_sections_may_have_no_columns() -> None:
    rows = [row[2:] for row in ROWS]
    sheet = found(page(rows, HEADER[2:]), book=rulebook())
    assert claimed(sheet) == {i: f"C{c[1:]}" for i, c in CLAIMED.items()}


@pytest.mark.parametrize("label", ["上年自评得分", "去年得分", "得分差异"])
def test_a_column_of_another_year_is_not_the_self_score(label: str) -> None:
    rows: list[list[Content]] = [[*row[:4], 1, *row[4:]] for row in ROWS]
    sheet = found(page(rows, header=[*HEADER[:4], label, *HEADER[4:]]))
    assert sheet.columns[Role.CLAIMED] == "F"
    assert codes(sheet) == []
