"""Workbooks that differ from another in a few cells, as returns of one template differ, or worse.

``neighbour`` types what people type and what looks like a label, swaps rows, moves merged areas,
hides rows, renames, copies and hides sheets.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from jixiao.rulebook import Rulebook
from jixiao.scoresheet.words import vocabulary
from jixiao.workbook import Cell, CellKind, CellRange, Sheet, Visibility, Workbook

NUMBERS = (
    "0",
    "1",
    "2",
    "5",
    "10",
    "100",
    "0.95",
    "98.6",
    "2018",
    "123456.78",
    "-3",
    "1e20",
    "1E-7",
)
FREE = (
    "已按要求整改",
    "示例市第7局",
    "填报单位：示例市水务局",
    "填报单位",
    "单位：万元",
    "金额单位：元",
    "万元",
    "%",
    "95%",
    "≥95%",
    "5分",
    "（5分）",
    "是",
    "—",
    "需人工判定",
    "2018年",
    "2018年决算数",
    "2018年度部门整体支出绩效自评表",
    "评价等级：优（90分以上）",
    "注：本表一式两份",
    "填报人：某某",
    "其中：财政拨款",
    "资金总额",
    "其他资金",
    "效果小计",
    "投入合计",
    "同上",
    "……",
    "指标2：",
    "年初预算数（元）",
    "全年预算数",
    "全年执行数",
    "执行率",
    "jixiao.marks/1",
    " ",
    "部门整体支出绩效目标完成情况良好，但部分项目执行进度偏慢，支出率不高，下一步将加强管理。" * 2,
)
_KINDS = (CellKind.NUMBER,) * 8 + (CellKind.BOOLEAN, CellKind.ERROR, CellKind.DATE)


def words_of_all() -> tuple[str, ...]:
    """Every word of the vocabulary, each of which may look like a label."""
    found: dict[str, None] = {}
    for name, value in vars(vocabulary).items():
        if name.isupper() and not isinstance(value, str):
            for one in value:
                text = one[0] if isinstance(one, tuple) else one
                if isinstance(text, str):
                    found[text] = None
    return tuple(found)


def words_of(book: Rulebook) -> tuple[str, ...]:
    """What a rulebook calls its rows, sections, columns, inputs and tables."""
    names = [one.name for one in book.indicators]
    names += [level for one in book.indicators for level in one.path]
    names += [level for block in book.blocks for level in (*block.path, *block.kinds)]
    names += [column.label for column in book.columns]
    names += [one.label for one in book.inputs] + [one.group for one in book.inputs if one.group]
    names += [column.label for table in book.tables for column in table.columns]
    return tuple(dict.fromkeys(names))


def neighbour(workbook: Workbook, words: Sequence[str], random: Random, changes: int) -> Workbook:
    """The workbook with a number of changes, most of them to cells that are there."""
    for _ in range(changes):
        act = _typed if random.random() < 0.85 else random.choice(_OTHER)
        workbook = act(workbook, words, random)
    return workbook


_Act = Callable[[Workbook, Sequence[str], Random], Workbook]


def _sheet(workbook: Workbook, random: Random) -> Sheet:
    weights = [max(1, len(sheet.cells)) for sheet in workbook.sheets]
    return random.choices(workbook.sheets, weights)[0]


def _with(workbook: Workbook, sheet: Sheet, changed: Sheet) -> Workbook:
    sheets = tuple(changed if one is sheet else one for one in workbook.sheets)
    return replace(workbook, sheets=sheets)


def _typed(workbook: Workbook, words: Sequence[str], random: Random) -> Workbook:
    """Type a number or a text over a cell, into the one next to it, or clear it."""
    sheet = _sheet(workbook, random)
    if not sheet.cells:
        return workbook
    row, column = random.choice(list(sheet.cells))
    if random.random() < 0.3:
        row, column = row + random.choice((0, 0, 1)), max(1, column + random.choice((-1, 1)))
    cells = dict(sheet.cells)
    was = cells.get((row, column), Cell(row, column, CellKind.BLANK))
    fate = random.random()
    if fate < 0.15:
        cells.pop((row, column), None)
    elif fate < 0.5:
        kind = random.choice(
            (CellKind.NUMBER,) * 8 + (CellKind.BOOLEAN, CellKind.ERROR, CellKind.DATE)
        )
        cells[row, column] = was._replace(kind=kind, raw=random.choice(NUMBERS))
    else:
        others = [one.raw for one in random.sample(list(sheet.cells.values()), k=1)]
        pool = random.choice((words, FREE, NUMBERS, others))
        text = random.choice(pool)
        cells[row, column] = was._replace(kind=CellKind.TEXT, raw=text)
    return _with(workbook, sheet, replace(sheet, cells=dict(sorted(cells.items()))))


def _formatted(workbook: Workbook, words: Sequence[str], random: Random) -> Workbook:
    """Hide a cell, or show it as a percentage, a date, a result not stored."""
    sheet = _sheet(workbook, random)
    if not sheet.cells:
        return workbook
    place = random.choice(list(sheet.cells))
    was = sheet.cells[place]
    changed = random.choice(
        (
            was._replace(hidden=not was.hidden),
            was._replace(number_format="0.00%"),
            was._replace(number_format="yyyy-mm-dd"),
            was._replace(formula="1+1", has_cached=False, kind=CellKind.BLANK, raw=""),
        )
    )
    return _with(workbook, sheet, replace(sheet, cells={**sheet.cells, place: changed}))


def _rows_swapped(workbook: Workbook, words: Sequence[str], random: Random) -> Workbook:
    sheet = _sheet(workbook, random)
    rows = sorted({row for row, _ in sheet.cells})
    if len(rows) < 2:
        return workbook
    one, other = random.sample(rows, k=2)
    swap = {one: other, other: one}
    cells = {
        (swap.get(row, row), column): cell._replace(row=swap.get(row, row))
        for (row, column), cell in sheet.cells.items()
    }
    return _with(workbook, sheet, replace(sheet, cells=dict(sorted(cells.items()))))


def _row_hidden(workbook: Workbook, words: Sequence[str], random: Random) -> Workbook:
    sheet = _sheet(workbook, random)
    if not sheet.cells:
        return workbook
    hidden, _ = random.choice(list(sheet.cells))
    cells = {at: c._replace(hidden=c.hidden or at[0] == hidden) for at, c in sheet.cells.items()}
    rows = sheet.hidden_rows | {hidden}
    return _with(workbook, sheet, replace(sheet, cells=cells, hidden_rows=rows))


def _merge_moved(workbook: Workbook, words: Sequence[str], random: Random) -> Workbook:
    sheet = _sheet(workbook, random)
    if not sheet.merges:
        return workbook
    moved = random.choice(sheet.merges)
    down = random.choice((0, 1))
    place = CellRange(moved.top + down, moved.left, moved.bottom + 1, moved.right)
    merges = tuple(place if one is moved else one for one in sheet.merges)
    return _with(workbook, sheet, replace(sheet, merges=merges))


def _sheet_copied(workbook: Workbook, words: Sequence[str], random: Random) -> Workbook:
    sheet = _sheet(workbook, random)
    copied = replace(sheet, name=f"{sheet.name} (2)", index=len(workbook.sheets))
    if any(one.name == copied.name for one in workbook.sheets):
        return workbook
    return replace(workbook, sheets=(*workbook.sheets, copied))


def _sheet_hidden(workbook: Workbook, words: Sequence[str], random: Random) -> Workbook:
    sheet = _sheet(workbook, random)
    return _with(workbook, sheet, replace(sheet, visibility=Visibility.HIDDEN))


def _sheet_renamed(workbook: Workbook, words: Sequence[str], random: Random) -> Workbook:
    sheet = _sheet(workbook, random)
    return _with(workbook, sheet, replace(sheet, name=f"{sheet.name}一"))


def _name_lost(workbook: Workbook, words: Sequence[str], random: Random) -> Workbook:
    if not workbook.names:
        return workbook
    lost = random.choice(list(workbook.names))
    names = {name: target for name, target in workbook.names.items() if name != lost}
    return replace(workbook, names=names)


_OTHER: tuple[_Act, ...] = (
    _formatted,
    _formatted,
    _formatted,
    _rows_swapped,
    _row_hidden,
    _merge_moved,
    _sheet_copied,
    _sheet_hidden,
    _sheet_renamed,
    _name_lost,
)
