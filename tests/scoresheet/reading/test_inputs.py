"""Basic figures beside their labels, the block of funds, repeating tables."""

from __future__ import annotations

import pytest

from drift.draft import Page, grid
from drift.small import ROWS, codes, found, page, rulebook
from jixiao.rulebook.schema.model import At, Input, Rulebook, Table, TableColumn

INPUTS = (
    Input(id="spent", label="预算完成数", unit="万元", digits=2, aliases=("实际支出数",)),
    Input(id="staff", label="在职人员数", unit="人", digits=0, kind="count"),
    Input(id="sangong", label="“三公经费”预算安排数", unit="万元", digits=2),
    Input(id="rules", label="制度健全", kind="flag", group="预算管理"),
    Input(id="asset_rules", label="制度健全", kind="flag", group="资产管理"),
)
FIGURES = [
    ["基础数据"],
    ["项目", "单位", "数值", "数据来源"],
    ["实际支出数", "万元", 775.6, "部门决算"],
    ["1. 在职人员数", "人", 26, "2017年年报"],
    ["三公经费预算安排数", "万元", 345, "部门预算"],
    ["预算管理"],
    ["制度健全", "", "是", ""],
    ["资产管理"],
    ["制度健全", "", "否", ""],
]


def book() -> Rulebook:
    return rulebook(inputs=INPUTS)


def places(*pages: Page) -> dict[str, str]:
    sheet = found(*pages, page(), book=book())
    return {ident: reading.place for ident, reading in sheet.inputs.items()}


def figures_sheet(rows: list[list[object]] | None = None, name: str = "基础数据") -> Page:
    return grid(name, rows or FIGURES)  # type: ignore[arg-type]


def test_figures_stand_beside_their_labels() -> None:
    assert places(figures_sheet()) == {
        "spent": "基础数据!C3",
        "staff": "基础数据!C4",
        "sangong": "基础数据!C5",
        "rules": "基础数据!C7",
        "asset_rules": "基础数据!C9",
    }


def test_a_renamed_sheet_does_not_matter() -> None:
    assert places(figures_sheet(name="表二"))["spent"] == "表二!C3"


def test_without_header_the_column_with_the_figures_counts() -> None:
    rows = [FIGURES[0], *FIGURES[2:]]
    assert places(figures_sheet(rows))["staff"] == "基础数据!C3"


def test_a_label_that_stands_twice_is_not_chosen_from() -> None:
    sheet = found(figures_sheet([*FIGURES, ["预算完成数", "万元", 800, ""]]), page(), book=book())
    assert "spent" not in sheet.inputs
    assert codes(sheet) == ["S140 A3"]


def test_the_unit_stated_in_the_row_or_above_counts() -> None:
    rows = [FIGURES[0], FIGURES[1], ["预算完成数", "元", 7756000, ""], *FIGURES[3:]]
    reading = found(figures_sheet(rows), page(), book=book()).inputs["spent"]
    assert [str(q.value) for q in reading.figures] == ["3878/5"]
    rows = [["基础数据", "", "单位：元"], FIGURES[1], ["预算完成数", "", 7756000, ""]]
    reading = found(figures_sheet(rows), page(), book=book()).inputs["spent"]
    assert [str(q.value) for q in reading.figures] == ["3878/5"]


def test_figures_may_stand_under_the_table() -> None:
    shown = page()
    for row, contents in enumerate(FIGURES, start=12):
        for column, content in enumerate(contents, start=1):
            if content != "":
                shown.put(row, column, content)  # type: ignore[arg-type]
    sheet = found(shown, book=book())
    assert sheet.inputs["spent"].place == "评分表!C14"
    assert sheet.inputs["asset_rules"].place == "评分表!C20"


FUNDS = (
    Input(
        id="budget", label="全年预算数", unit="万元", at=At(row="年度资金总额", column="全年预算数")
    ),
    Input(
        id="paid",
        label="全年执行数",
        unit="万元",
        at=At(row="年度资金总额", column="全年执行数", column_aliases=("全年执行数(B)",)),
    ),
)


@pytest.mark.parametrize("unit", ["万元", "元"])
def test_the_block_of_funds(unit: str) -> None:
    rows = [
        ["评分表"],
        [f"预算执行情况（{unit}）", "", "年初预算数", "全年预算数（A）", "全年执行数（B）"],
        ["", "年度资金总额", 0, 1288.4, 775.6],
        ["", "其中：财政拨款", 0, 1000, 700],
    ]
    shown = page()
    shown.insert_rows(1, 5)
    block = grid("评分表", rows)
    shown.cells.update(block.cells)
    shown.merge(2, 1, 4, 1)
    inputs = found(shown, book=rulebook(inputs=FUNDS)).inputs
    assert {i: r.place for i, r in inputs.items()} == {"budget": "评分表!D3", "paid": "评分表!E3"}
    figure = inputs["paid"].figure
    assert figure is not None
    assert figure.unit == "万元"
    assert float(figure.value) == (775.6 if unit == "万元" else 0.07756)


PROJECTS = Table(
    id="projects",
    label="重点项目",
    sheet="重点项目",
    columns=(
        TableColumn(id="name", label="项目名称", kind="text"),
        TableColumn(id="budget", label="预算数", unit="万元"),
        TableColumn(id="spent", label="支出数", unit="万元", aliases=("实际支出",)),
        TableColumn(id="rate", label="执行率", kind="rate", formula="spent / budget"),
    ),
)


def test_a_repeating_table_of_any_length() -> None:
    table = grid(
        "表三",
        [
            ["重点项目情况"],
            ["序号", "项目名称", "预算数", "实际支出", "执行率"],
            [1, "外事出访", 300, 303.04, "101.01%"],
            [2, "", "", "", ""],
            [3, "外事侨务", 110, 77.06, "70.05%"],
            ["", "合计", 410, 380.1, ""],
            ["注：按决算填列"],
        ],
    )
    rows = found(table, page(), book=rulebook(tables=(PROJECTS,))).tables["projects"]
    assert [{c: r.place for c, r in row.items()} for row in rows] == [
        {"name": "表三!B3", "budget": "表三!C3", "spent": "表三!D3", "rate": "表三!E3"},
        {"name": "表三!B5", "budget": "表三!C5", "spent": "表三!D5", "rate": "表三!E5"},
    ]


def _with_two_columns(first: str, second: str) -> list[list[object]]:
    """The figures with a column of last year's before them."""
    rows: list[list[object]] = [FIGURES[0], ["项目", "单位", first, second]]
    return [*rows, *([*row[:2], 900, row[2]] for row in FIGURES[2:5])]


def test_of_two_columns_headed_by_years_that_of_the_sheet_counts() -> None:
    assert places(figures_sheet(_with_two_columns("2016年", "2017年")))["spent"] == "基础数据!D3"
    assert places(figures_sheet(_with_two_columns("上年数", "本年数")))["staff"] == "基础数据!D4"


def test_of_two_columns_that_no_header_tells_apart_none_is_taken_and_both_are_named() -> None:
    sheet = found(figures_sheet(_with_two_columns("甲", "乙")), page(), book=book())
    assert sheet.inputs == {}
    assert codes(sheet) == ["S140 A3", "S140 A4", "S140 A5"]
    assert sheet.findings[0].found == "C3、D3"


def test_rows_below_a_total_that_stands_on_top_belong_to_the_table() -> None:
    rows = [["合计", "", "", 100, 84.5, ""], *ROWS[:2], ["", "", "", "", "", ""], *ROWS[2:]]
    assert found(page(rows), book=book()).unfound == ()


def test_the_column_headed_as_figures_beats_that_headed_by_the_year() -> None:
    assert places(figures_sheet(_with_two_columns("2017年", "数值")))["spent"] == "基础数据!D3"
