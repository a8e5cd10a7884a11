"""The sheet 审核结果 as it is opened."""

from __future__ import annotations

from pathlib import Path

import openpyxl

import jixiao

SAMPLES = Path(__file__).parents[3] / "samples"


def test_the_cell_chosen_is_that_of_the_first_finding(tmp_path: Path) -> None:
    found = jixiao.check(SAMPLES / "nanchang-2017-score-too-high.xlsx")
    copy = jixiao.annotate(found, tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(copy)["审核结果"]
    chosen = next(one for one in sheet.sheet_view.selection if one.pane == "bottomLeft")
    assert sheet[str(chosen.activeCell)].value == "R101"
