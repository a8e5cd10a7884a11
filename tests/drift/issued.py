"""Seeds of drifts from issued templates and samples, and drafts written to real files."""

from __future__ import annotations

from pathlib import Path
from random import Random

import openpyxl
from openpyxl.workbook.defined_name import DefinedName

from drift.draft import Draft, Page, cell
from drift.layouts import FREE_NAMES
from jixiao.rulebook.excel.defined_names import claimed_name, input_name
from jixiao.rulebook.schema.model import Role, Rulebook
from jixiao.scoresheet.grid.defined_names import named_places
from jixiao.scoresheet.stamp import STAMP_SHEET
from jixiao.workbook.model import CellKind, Visibility, Workbook
from jixiao.workbook.read import read_workbook


def seed(path: Path, book: Rulebook, random: Random) -> Draft:
    """A draft of a workbook made by ``jixiao template``, its blanks filled in.

    What its cells are is taken from the defined names that were issued with it.
    """
    workbook = read_workbook(path)
    assert isinstance(workbook, Workbook), path
    pages = [
        Page(sheet.name, dict(sheet.cells), list(sheet.merges), visibility=sheet.visibility)
        for sheet in workbook.sheets
        if sheet.name != STAMP_SHEET
    ]
    draft = Draft(book.id, pages, main=book.sheet)
    places = named_places(workbook)
    by_name = {page.name: page for page in pages}
    for kind, name, ident in _names(book):
        if name in places:
            sheet, row, column = places[name]
            by_name[sheet].marks[row, column] = (kind, ident)
    _describe(draft.sheet, book)
    _fill(draft, book, random)
    return draft


def _names(book: Rulebook) -> list[tuple[str, str, str]]:
    claimed = [("claimed", claimed_name(i.id), i.id) for i in book.indicators]
    return claimed + [("input", input_name(i.id), i.id) for i in book.inputs]


def _describe(page: Page, book: Rulebook) -> None:
    """Find the header by the rulebook's own labels; the scored rows are those of the names."""
    labels = {column.label: column.role.value for column in book.columns}
    rows = {
        row: sum(1 for (r, _), held in page.cells.items() if r == row and held.raw in labels)
        for row in {row for row, _ in page.cells}
    }
    page.header = max(rows, key=lambda row: rows[row])
    for (row, column), held in sorted(page.cells.items()):
        if row == page.header and held.raw in labels:
            page.roles.setdefault(labels[held.raw], column)
    for (row, _), (kind, ident) in page.marks.items():
        if kind == "claimed":
            page.rows[row] = ident


def _fill(draft: Draft, book: Rulebook, random: Random) -> None:
    """Fill blank self-scores, figures and free rows."""
    page, kinds = draft.sheet, {item.id: item for item in book.inputs}
    for held in draft.pages:
        for (row, column), (kind, ident) in list(held.marks.items()):
            if (row, column) in held.cells and held.cells[row, column].raw:
                continue
            if kind == "claimed":
                weight = float(book.by_id[ident].weight or 0)
                content: float | str = round(weight * random.randint(5, 10) / 10, 2)
            elif kinds[ident].kind == "flag":
                content = random.choice(("是", "否"))
            elif kinds[ident].kind == "rate":
                content = f"{random.randint(1, 1000) / 10}%"
            else:
                content = random.randint(1, 900)
            held.cells[row, column] = cell(row, column, content)
    for row in range(page.header + 1, page.last_row + 1):
        _fill_free_row(page, row, random)


def _fill_free_row(page: Page, row: int, random: Random) -> None:
    suggested = page.cells.get((row, page.roles.get(Role.SUGGESTED.value, 0)))
    name = page.roles[Role.NAME.value]
    is_free = suggested is not None and suggested.formula is not None and row not in page.rows
    covered = any(m.left < name <= m.right and m.top <= row <= m.bottom for m in page.merges)
    if not is_free or covered or page.text(row, name):
        return
    label = f"{random.choice(FREE_NAMES)}第{row}项"
    page.rows[row] = f"free:{label}"
    page.put(row, name, label)
    for role, content in (
        (Role.OPERATOR, "≥"),
        (Role.TARGET, random.randint(50, 99)),
        (Role.ACTUAL, random.randint(50, 99)),
        (Role.WEIGHT, 4),
        (Role.ITEM_SCORE, random.randint(60, 100)),
    ):
        if role.value in page.roles:
            page.put(row, page.roles[role.value], content)
    score = round(random.randint(10, 39) / 10, 1)
    page.put(row, page.roles[Role.CLAIMED.value], score, ("free", label))


def write(draft: Draft, path: Path, names: dict[str, str]) -> None:
    """Write a draft as a real workbook."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for page in draft.pages:
        sheet = workbook.create_sheet(page.name)
        if page.visibility is not Visibility.VISIBLE:
            sheet.sheet_state = page.visibility.value
        for (row, column), held in page.cells.items():
            if held.kind is CellKind.NUMBER:
                sheet.cell(row, column, float(held.raw)).number_format = held.number_format
            elif held.kind is CellKind.TEXT and held.formula is None:
                sheet.cell(row, column, held.raw)
        for area in page.merges:
            sheet.merge_cells(area.address)
    for name, target in names.items():
        workbook.defined_names[name] = DefinedName(name, attr_text=target)
    workbook.save(path)
