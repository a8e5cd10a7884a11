"""Findings in the order in which they are told."""

from __future__ import annotations

from jixiao.checking.model import ordered_findings
from jixiao.finding.registry import finding
from jixiao.finding.value import Severity
from jixiao.workbook.model import Sheet, Workbook

BOOK = Workbook("a.xlsx", "0", "xlsx", (Sheet("基础数据", 0), Sheet("评分表", 1)))


def test_serious_first_then_sheet_row_column() -> None:
    found = ordered_findings(
        [
            finding("D201", sheet="基础数据", cell="C9"),
            finding("R101", sheet="评分表", cell="H10"),
            finding("R101", sheet="评分表", cell="H9"),
            finding("D212", sheet="评分表", cell="AA9"),
            finding("D202", sheet="基础数据", cell="C30"),
            finding("S101", sheet="评分表"),
        ],
        {},
        BOOK,
    )
    assert [f"{f.code} {f.cell}" for f in found] == [
        "D202 C30",
        "S101 None",
        "R101 H9",
        "D212 AA9",
        "R101 H10",
        "D201 C9",
    ]


def test_a_rulebook_may_weigh_codes_otherwise() -> None:
    found = ordered_findings([finding("E101", sheet="评分表", cell="J5")], {"E101": "error"})
    assert [f.severity for f in found] == [Severity.ERROR]


def test_the_same_finding_is_told_once() -> None:
    twice = finding("D202", sheet="评分表", cell="H5", found="约5分")
    other = finding("D202", sheet="评分表", cell="H5", found="约6分")
    assert ordered_findings([twice, twice, other], {}) == (twice, other)
