"""Every sheet of the summary says on each printed page what it is."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

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


# a page has 450 points below the titles; the chart of four departments takes 166.5 of them
@pytest.mark.parametrize(("offices", "alone"), [(2, False), (6, True)])
def test_the_chart_of_differences_is_on_one_page(
    tmp_path: Path, offices: int, *, alone: bool
) -> None:
    scope = SummaryScope("jixiao", 2017, 9, 0, ("优",), {"x": "某表"}, {"x": 9}, previous="首轮")
    rows = [
        ReturnRow(
            CheckBrief(f"{at}.xlsx", "checked", claimed="9", computed="8" if at < 4 else "9"),
            f"示例市国有资产监督管理委员会机关第{at}服务中心",
            f"第{at % offices}科",
            counts=True,
            errors=1,
        )
        for at in range(offices * 3)
    ]
    with Summary(tmp_path / "a.xlsx", ReturnList(rows), {}, (), scope) as summary:
        for row in rows:
            summary.add(row.relative, (), {}, row)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["汇总"]
    chart = sheet._charts[-1].anchor._from.row  # type: ignore[attr-defined]
    breaks = [one.id for one in sheet.row_breaks.brk]
    heights = [sheet.row_dimensions[at + 1].height or 15 for at in range(breaks[0], chart)]
    assert (sum(heights) + 166.5 > 450) is alone
    assert (breaks[1:] == [chart]) is alone
