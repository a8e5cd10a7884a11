"""Formulas worked out: every formula of the samples gives what is stored, and changes follow."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from jixiao.workbook import (
    CellChange,
    CellKind,
    NotFollowed,
    Workbook,
    edited_workbook,
    read_workbook,
    recalculate,
)


def _made(cells: dict[str, object]) -> Workbook:
    """A workbook of one sheet 表, as openpyxl saves it: formulas without results."""
    made = openpyxl.Workbook()
    made.active.title = "表"
    for place, value in cells.items():
        made.active[place] = value
    stream = io.BytesIO()
    made.save(stream)
    read = read_workbook("made.xlsx", stream.getvalue())
    assert isinstance(read, Workbook)
    return read


def _shown(cells: dict[str, object], place: str) -> tuple[CellKind, str]:
    """What a formula without a result gives."""
    book = _made(cells)
    edit = recalculate(book, [CellChange("表", place, None)])[0]
    return edit.kind, edit.raw


def test_every_formula_of_the_samples_gives_the_stored_result(samples: Path) -> None:
    counted = 0
    for path in sorted(samples.glob("*.xlsx")):
        book = read_workbook(str(path))
        assert isinstance(book, Workbook)
        formulas = [
            CellChange(sheet.name, cell.address, None)
            for sheet in book.sheets
            for cell in sheet
            if cell.formula is not None and cell.kind is not CellKind.BLANK
        ]
        for edit in recalculate(book, formulas):
            stored = book.cell_at(edit.sheet, edit.cell)
            assert stored is not None
            assert edit.kind is stored.kind or edit.raw == stored.raw == "", (path.name, edit)
            if edit.kind is CellKind.NUMBER:
                assert float(edit.raw) == pytest.approx(float(stored.raw), abs=1e-9), edit
            else:
                assert edit.raw == stored.raw
            counted += 1
    assert counted > 600


@pytest.mark.parametrize(
    ("formula", "kind", "raw"),
    [
        ('=ROUND(2.5,0)&""', CellKind.TEXT, "3"),
        ("=-2^2", CellKind.NUMBER, "4"),
        ("=2-3-4", CellKind.NUMBER, "-5"),
        ("=50%*4", CellKind.NUMBER, "2"),
        ("=A1/A9", CellKind.ERROR, "#DIV/0!"),
        ('=IFERROR(A1/A9,"无")', CellKind.TEXT, "无"),
        ('=IF(A9="","空",1)', CellKind.TEXT, "空"),
        ("=A9", CellKind.NUMBER, "0"),
        ("=SUM(A1:A4)", CellKind.NUMBER, "3"),
        ("=COUNT(A1:A4)", CellKind.NUMBER, "2"),
        ("=COUNTA(A1:A4)", CellKind.NUMBER, "3"),
        ('=COUNTIF(A1:A4,"3分")', CellKind.NUMBER, "1"),
        ("=A3+1", CellKind.ERROR, "#VALUE!"),
        ('="3">2', CellKind.BOOLEAN, "1"),
        ("=SUMPRODUCT((A1:A2>1)*A1:A2)", CellKind.NUMBER, "2"),
        ("=AVERAGE(A1:A2)", CellKind.NUMBER, "1.5"),
        ("=1/3", CellKind.NUMBER, "0.3333333333333333"),
    ],
)
def test_operators_and_functions_as_the_spreadsheet_programs(
    formula: str, kind: CellKind, raw: str
) -> None:
    cells: dict[str, object] = {"A1": 1, "A2": 2, "A3": "3分", "C1": formula}
    assert _shown(cells, "C1") == (kind, raw)


def test_a_changed_number_is_followed_through_formulas() -> None:
    book = _made({"A1": "3", "A2": 4, "B1": "=SUM(A1:A2)", "B2": "=B1*2", "B3": "=A2"})
    edits = recalculate(book, [CellChange("表", "A1", Decimal(3))])
    assert {edit.cell: edit.raw for edit in edits} == {"A1": "3", "B1": "7", "B2": "14"}
    after = edited_workbook(book, edits)
    cell = after.cell_at("表", "B2")
    assert cell is not None
    assert (cell.formula, cell.raw) == ("B1*2", "14")


@pytest.mark.parametrize(
    "formula",
    ['=INDIRECT("A1")', "=VLOOKUP(1,A1:B2,2)", "=[1]Sheet1!A1+A1", "=A:A", "=SUM(B1,A1)", "={1,2}"],
)
def test_what_is_not_understood_is_never_followed(formula: str) -> None:
    book = _made({"A1": "3", "B1": formula})
    with pytest.raises(NotFollowed) as caught:
        recalculate(book, [CellChange("表", "A1", Decimal(3))])
    assert caught.value.cell == "表!B1"


def test_a_result_that_the_formula_does_not_give_is_not_followed(samples: Path) -> None:
    """A stored result that is out of date says that somebody has yet to recalculate."""
    book = read_workbook(str(samples / "nanchang-2017-waiqiao.xlsx"))
    assert isinstance(book, Workbook)
    cell = book.cell_at("评分表", "H37")
    assert cell is not None
    stale = edited_workbook(book, recalculate(book, [CellChange("评分表", "H5", Decimal(5))]))
    sheet = stale.sheet("评分表")
    assert sheet is not None
    cells = {**sheet.cells, (37, 8): cell._replace(raw="1")}
    object.__setattr__(sheet, "cells", cells)
    with pytest.raises(NotFollowed):
        recalculate(stale, [CellChange("评分表", "H6", Decimal(3))])
    assert recalculate(
        stale, [CellChange("评分表", "H6", Decimal(3))], {"评分表!H37", "评分表!H38"}
    )
