"""Rows written whole are the same bytes as those the library writes cell by cell."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from jixiao.writing.summary.plain_cells import BLANK_END, number_end, text_end
from jixiao.writing.summary.plain_rows import RowSheet

TEXTS = (
    "", "预算完成率", "A & <B> \"c\"", " 前后 ", "两\n行", "\x01控制", "_x0041_", "<r>富</r>",
    "\ttab", "长" * 40_000, "=1+1", "𠮷", "\u2028",
)  # fmt: skip
NUMBERS = (0, 1, -2.5, 92.61, 1e-7, 1e21, 1 / 3)


def parts(path: Path, *, is_whole: bool) -> dict[str, bytes]:
    """Write the same sheet, row by row or cell by cell; give the parts of the package."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(path, {**options, "strings_to_numbers": False})
    look, other = book.add_format({"bold": True}), book.add_format({"italic": True})
    sheet = book.add_worksheet("甲", RowSheet)
    sheet.write_string(0, 0, "head", look)
    values = [*TEXTS, *NUMBERS, None]
    for row, value in enumerate(values, 1):
        height = 15.0 if row % 2 else 14.0 * row
        if is_whole:
            end = (
                BLANK_END
                if value is None
                else text_end(value)
                if isinstance(value, str)
                else number_end(value)
            )
            cells = [(0, None, number_end(row)), (2, other, end), (29, look, text_end("尾"))]
            sheet.link_cell(row, 29, f"external:a{row}.xlsx", look, "尾")
            sheet.write_cells(row, height, cells)
            continue
        sheet.set_row(row, height)
        sheet.write_number(row, 0, row)
        if value is None:
            sheet.write_blank(row, 2, None, other)
        elif isinstance(value, str):
            sheet._write_string(row, 2, value, other)
        else:
            sheet.write_number(row, 2, value, other)
        sheet.write_url(row, 29, f"external:a{row}.xlsx", look, string="尾")
    sheet.write_string(len(values) + 3, 1, "left out")
    book.close()
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist() if "docProps" not in name}


def test_rows_written_whole_are_those_written_cell_by_cell(tmp_path: Path) -> None:
    whole = parts(tmp_path / "a.xlsx", is_whole=True)
    assert whole == parts(tmp_path / "b.xlsx", is_whole=False)


@pytest.mark.parametrize("text", ["2.46", "预算"])
def test_a_usual_text_needs_no_library(text: str) -> None:
    assert text_end(text) == f' t="inlineStr"><is><t>{text}</t></is></c>'
