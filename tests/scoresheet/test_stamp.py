"""The stamp of an issued template is read as a hint."""

from __future__ import annotations

from drift.draft import grid
from jixiao.scoresheet.stamp import read_stamp
from jixiao.workbook.model import Sheet, Workbook

HEAD = [
    ["jixiao.stamp/1"],
    ["rulebook", "nanchang-2017"],
    ["version", "1"],
    ["sha256", "abc"],
    ["department", "示例市水务局"],
    ["year", "2017"],
    [],
    [],
    [],
    ["评分表", "G11", "formula", "IF(A1=1,2,3)", "jx_rate_budget_completion"],
    ["评分表", "C11", "label", "预算完成率", ""],
    ["基础数据", "C20", "input", "", "jx_in_spent"],
]


def workbook(rows: list[list[str]], name: str = "_jixiao") -> Workbook:
    page = grid(name, rows)
    return Workbook("a.xlsx", "", "xlsx", (Sheet(name, 0, cells=page.cells),))


def test_a_stamp_names_the_rulebook_and_what_was_issued() -> None:
    stamp = read_stamp(workbook(HEAD))
    assert stamp is not None
    assert (stamp.rulebook, stamp.version, stamp.sha256) == (
        "nanchang-2017",
        "1",
        "abc",
    )
    assert (stamp.department, stamp.year) == ("示例市水务局", "2017")
    assert [(one.sheet, one.cell, one.formula) for one in stamp.keyed.values()] == [
        ("评分表", "G11", "IF(A1=1,2,3)")
    ]


def test_no_stamp_no_hint() -> None:
    assert read_stamp(workbook(HEAD, "说明")) is None


def test_a_stamp_of_an_unknown_format_is_no_hint() -> None:
    assert read_stamp(workbook([["jixiao.stamp/9"], *HEAD[1:]])) is None


def test_a_stamp_without_rulebook_is_no_hint() -> None:
    assert read_stamp(workbook([HEAD[0], *HEAD[2:]])) is None


def test_a_stamp_not_given_a_department_has_none() -> None:
    stamp = read_stamp(workbook([*HEAD[:4], ["department", ""], ["year", ""]]))
    assert stamp is not None
    assert (stamp.department, stamp.year) == (None, None)
