"""Every sheet of the summary says on each printed page what it is."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from jixiao.reporting import CheckBrief
from jixiao.writing import ReturnList, ReturnRow, Summary, SummaryScope


def test_each_page_has_the_name_of_its_sheet_and_its_heads(tmp_path: Path) -> None:
    scope = SummaryScope("jixiao", 2017, 1, 0, ("优",), {"x": "某表"}, {"x": 1})
    row = ReturnRow(
        CheckBrief("甲.xlsx", "checked", claimed="9", computed="9"), "甲局", "", counts=True
    )
    with Summary(tmp_path / "a.xlsx", ReturnList([row]), {}, (), scope) as summary:
        summary.add("甲.xlsx", (), {}, row)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert {sheet.oddHeader.right.text for sheet in book} == {"&A"}
    titles = {sheet.title: sheet.print_title_rows for sheet in book}
    assert titles == {
        "汇总": "$1:$2", "排名": "$1:$1", "问题清单": "$1:$1", "未报送": "$1:$1",
        "指标分析": "$1:$1", "说明": None,
    }  # fmt: skip
    assert {sheet.title for sheet in book if sheet.page_setup.fitToHeight != 0} == {"说明"}
