"""The sheet 计算底稿 in the annotated copy: linked, repeated head, replaced by a later run."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from jixiao.checking import check, workings_of
from jixiao.writing import annotate


def _annotated(source: Path, target: Path) -> openpyxl.Workbook:
    found = check(source)
    return openpyxl.load_workbook(annotate(found, target, workings=workings_of(source, found)))


def test_each_cell_is_linked_and_the_head_is_printed_on_each_page(
    samples: Path, tmp_path: Path
) -> None:
    book = _annotated(samples / "nanchang-2017-waiqiao.xlsx", tmp_path / "a.xlsx")
    assert book.sheetnames[-2:] == ["审核结果", "计算底稿"]
    sheet = book["计算底稿"]
    rows = [[cell.value for cell in row[:7]] for row in sheet.iter_rows()]
    assert rows[0][0] == "计算底稿　南昌市外事侨务办公室　2017"
    at = next(n for n, row in enumerate(rows) if row[1] == "过程 › 预算执行 › 预算完成率")
    assert rows[at][2:6] == ["评分表!H11", 0, 0, "一致"]
    assert rows[at + 1][1:4] == ["　← 调整后预算数", "基础数据!C19", "1288.4万元"]
    assert rows[at + 1][6] == "指标公式：预算完成率＝预算完成数 ÷ 调整后预算数 × 100%"
    assert sheet.cell(at + 2, 3).hyperlink.location == "'基础数据'!C19"
    assert ["合计", "评分表!H37", 80.71, 80.71] in [row[1:5] for row in rows]
    assert sheet.print_title_rows == "$1:$2"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert book["审核结果"].print_title_rows == "$14:$14"


def test_a_later_run_replaces_both_sheets(samples: Path, tmp_path: Path) -> None:
    _annotated(samples / "nanchang-2017-score-too-high.xlsx", tmp_path / "a.xlsx")
    again = _annotated(tmp_path / "a.xlsx", tmp_path / "b.xlsx")
    assert again.sheetnames[-2:] == ["审核结果", "计算底稿"]
    assert len(again.sheetnames) == len(set(again.sheetnames))
    first = openpyxl.load_workbook(tmp_path / "a.xlsx")
    ours, theirs = (
        [[c.value for c in row[:7]] for row in book["计算底稿"].iter_rows()][:-1]
        for book in (first, again)
    )
    assert ours == theirs
