"""Workbooks beyond a limit: the message names the sheet to delete, higher limits read them."""

from __future__ import annotations

import io
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
import xlsxwriter

from hostile.foreign import cell, ods
from jixiao.finding import message
from jixiao.workbook import Unreadable, Workbook, limits, read_workbook, within_limits


def two_sheets(rows: int, text: str = "") -> bytes:
    """A small sheet behind a large one: reading stops at the small one."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        large = book.add_worksheet("往年明细")
        for row in range(rows):
            large.write_number(row, 0, row)
            if text:
                large.write_string(row, 1, f"{row}{text}")
        small = book.add_worksheet("评分表")
        small.write_number("A1", 95)
        small.write_number("A2", 5)
    return stream.getvalue()


def refused(content: bytes, name: str) -> tuple[str, str | None, str]:
    found = read_workbook(name, content)
    assert isinstance(found, Unreadable)
    (one,) = found.findings
    return one.code, one.sheet, message(one, "zh")


def test_the_largest_sheet_is_named_and_not_the_one_where_reading_stopped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "USUAL", replace(limits.USUAL, cells=5))
    content = two_sheets(5)
    assert refused(content, "a.xlsx") == (
        "F201",
        "往年明细",
        "有内容的单元格超过上限 5，不再读取，内容最多的工作表是“往年明细”。",
    )
    with within_limits("high"):
        assert isinstance(read_workbook("a.xlsx", content), Workbook)
    assert isinstance(read_workbook("a.xlsx", content), Unreadable)


@pytest.mark.parametrize(
    ("limit", "most", "code"),
    [
        ("string_characters", 10, "F203"),
        ("shared_strings", 3, "F202"),
        ("tags", 60, "F224"),
        ("part_bytes", 900, "F109"),
        ("unpacked_bytes", 3_000, "F108"),
    ],
)
def test_every_limit_of_size_names_the_largest_sheet(
    monkeypatch: pytest.MonkeyPatch, limit: str, most: int, code: str
) -> None:
    monkeypatch.setattr(limits, "USUAL", replace(limits.USUAL, **{limit: most}))
    content = two_sheets(9, "元")
    found, sheet, said = refused(content, "a.xlsx")
    assert (found, sheet) == (code, "往年明细")
    assert "“往年明细”" in said
    with within_limits("high"):
        assert isinstance(read_workbook("a.xlsx", content), Workbook)


def test_an_ods_names_the_table_that_holds_the_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "USUAL", replace(limits.USUAL, cells=5))
    five = cell("float", 'office:value="5"', "5")
    row = f"<table:table-row>{five * 2}</table:table-row>"
    content = ods(row * 2 + '</table:table><table:table table:name="二">' + row)
    code, sheet, said = refused(content, "a.ods")
    assert (code, sheet is not None and sheet != "二") == ("F201", True)
    assert f"“{sheet}”" in said


@pytest.mark.slow
def test_half_a_million_cells_are_checked_with_limits_high(
    tmp_path: Path, program: tuple[str, ...]
) -> None:
    path = tmp_path / "large.xlsx"
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        large = book.add_worksheet("往年明细")
        for row in range(52_000):
            for column in range(10):
                large.write_number(row, column, row * 10 + column)
        book.add_worksheet("评分表").write_number("A1", 95)
    told = [
        subprocess.run(
            [*program, "validate", path, *extra],
            capture_output=True,
            encoding="utf-8",
            check=False,
        ).stdout
        for extra in ([], ["--limits", "high"])
    ]
    assert "F201" in told[0]
    assert "往年明细" in told[0]
    assert "--limits high" in told[0]
    assert "F201" not in told[1]
    assert "F4" in told[1] or "S" in told[1]  # no scoresheet in it: read, and said so
