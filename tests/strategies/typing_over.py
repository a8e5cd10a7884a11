"""Type into cells of a workbook and keep its results as a spreadsheet program would."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from jixiao.workbook import (
    AddedSheet,
    CellChange,
    CellEdit,
    CellKind,
    Workbook,
    edited_workbook,
    patch_workbook,
    read_workbook,
    recalculate,
)


def typed_over(content: bytes, values: Mapping[str, Decimal | str]) -> bytes:
    """Give the workbook with ``values`` by ``sheet!cell``; an empty text clears the cell."""
    typed = [_typed(place, value) for place, value in values.items()]
    book = read_workbook("typed.xlsx", content)
    assert isinstance(book, Workbook)
    book = edited_workbook(book, typed)
    formulas = [
        CellChange(sheet.name, cell.address, None)
        for sheet in book.sheets
        for cell in sheet
        if cell.formula is not None
    ]
    edits = [*typed, *recalculate(book, formulas)]
    sheet = AddedSheet("旁注", (), header="")
    patched = patch_workbook(content, [], lambda _: sheet, name="旁注", header="", edits=edits)
    assert not patched.is_alone, patched.findings
    return patched.content


def _typed(place: str, value: Decimal | str) -> CellEdit:
    sheet, _, cell = place.rpartition("!")
    kind = CellKind.NUMBER if isinstance(value, Decimal) else CellKind.TEXT
    return CellEdit(sheet, cell, None, kind if value else CellKind.BLANK, str(value))
