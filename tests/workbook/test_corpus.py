"""Difficult workbooks, public ones and stand-ins: read or refused, with the values others see."""

from __future__ import annotations

import datetime as dt
import io
import warnings

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from effort import cpu_seconds
from jixiao.workbook.model import Cell, CellKind, FormulaKind, Unreadable, Workbook
from jixiao.workbook.read import read_workbook
from public_files import content_of, file_names

PACKAGES = file_names(".xlsx", ".xlsm", ".xltx", ".xltm")
FILES = [*PACKAGES, *file_names(".xls", ".xlsb", ".ods", ".et")]
REFUSED = {
    "00705e7562e00a96.xls": "F020",  # password
    "030ae08383607aa6.xlsm": "F008",  # lock file
    "5aba0247f02b39d3.xlsx": "F124",  # made without sheets
}
# The other reader drops what lies inside a merged area; ours keeps it, as the file does.
INSIDE_MERGE = {"06c8f7d1ec68b43d.xlsx": {"B2", "C2"}}


@pytest.mark.parametrize("name", FILES)
def test_read_or_refused(name: str) -> None:
    with cpu_seconds(15):
        found = read_workbook(name, content_of(name))
    if isinstance(found, Unreadable):
        assert {name: found.findings[0].code}.items() <= REFUSED.items()
    else:
        assert name not in REFUSED
        assert found.sheets


def value_agrees(cell: Cell, other: object) -> bool:
    """Compare with what the other reader makes of the cell."""
    if cell.kind is CellKind.NUMBER:
        if isinstance(other, dt.date | dt.time | dt.timedelta):
            return True  # a number shown as a date: kept as the number that is stored
        return isinstance(other, int | float) and float(cell.raw) == other
    if cell.kind is CellKind.BOOLEAN:
        return other is (cell.raw == "1")
    if cell.kind is CellKind.BLANK:
        return other is None
    return (other or "") == cell.raw


@pytest.mark.parametrize("name", PACKAGES)
def test_values_are_those_another_reader_sees(name: str) -> None:
    found = read_workbook(name, content_of(name))
    if not isinstance(found, Workbook):
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        values = openpyxl.load_workbook(io.BytesIO(content_of(name)), data_only=True)
        formulas = openpyxl.load_workbook(io.BytesIO(content_of(name)))
    if not values.worksheets:
        return  # strict files, which the other reader shows as empty
    for sheet in found.sheets:
        ours = {cell.address: cell for cell in sheet}
        differing = set()
        for address, cell in ours.items():
            if not value_agrees(cell, values[sheet.name][address].value):
                differing.add(address)
            other = formulas[sheet.name][address].value
            kinds = (FormulaKind.NORMAL, FormulaKind.SHARED)
            if cell.formula_kind in kinds and other != f"={cell.formula}":
                differing.add(address)
        for row in values[sheet.name].iter_rows():
            differing |= {
                c.coordinate for c in row if c.value is not None and c.coordinate not in ours
            }
        assert differing == INSIDE_MERGE.get(name, set())


@pytest.mark.parametrize("name", PACKAGES)
def test_values_are_those_a_third_reader_sees(name: str) -> None:
    found = read_workbook(name, content_of(name))
    if not isinstance(found, Workbook):
        return
    book = CalamineWorkbook.from_filelike(io.BytesIO(content_of(name)))
    sheets = {s.name: book.get_sheet_by_name(s.name) for s in found.sheets}
    differing = set()
    for sheet in found.sheets:
        top, left = sheets[sheet.name].start or (0, 0)
        values = {
            (row, column): value
            for row, line in enumerate(sheets[sheet.name].to_python(skip_empty_area=True), top + 1)
            for column, value in enumerate(line, left + 1)
            if value != ""
        }
        for place in values.keys() | sheet.cells.keys():
            cell, other = sheet.cell(*place), values.get(place)
            if cell is None or cell.kind in (CellKind.BLANK, CellKind.ERROR) or not cell.raw:
                agrees = other is None  # it shows errors as blank
            elif cell.kind is CellKind.TEXT:
                agrees = str(other).strip() == cell.raw.strip()
            elif cell.kind is CellKind.DATE:
                agrees = isinstance(other, dt.date)
            else:
                agrees = value_agrees(cell, other)
            if not agrees:
                differing.add((sheet.name, place))
    assert differing == set()
