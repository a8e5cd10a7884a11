"""Drifts by words and by parting: names beside other words, tables that go on elsewhere."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from random import Random

from drift.draft import Draft, Page, cell
from jixiao.workbook.model import CellKind

CODES = ("第{}项 ", "A{} ", "C1{} ", "指标{}：", "三级指标{}：", "{}　", "{}) ")
SCORE_WORDS = (
    "本单位自评", "自我评价得分", "部门评分", "自评打分", "本年得分", "2017年得分", "得分值",
    "绩效自评得分", "实得分值",
)  # fmt: skip
WEIGHT_WORDS = ("配分", "赋分", "基准分", "权重值", "分值/权重", "指标分", "规定分值", "设定分值")
TOTAL_WORDS = ("总计得分", "合 计 分 数", "评价总分", "总评得分", "总得分（满分100分）", "合计：")


def _scored(page: Page) -> list[int]:
    return sorted(row for row in page.rows if row > page.header)


def _has_free_rows(page: Page) -> bool:
    return any(ident.startswith("free:") for ident in page.rows.values())


def names_coded(draft: Draft, random: Random) -> None:
    """Codes before names: A1, C12, 指标3：, 第4项."""
    page, code = draft.sheet, random.choice(CODES)
    for number, row in enumerate(_scored(page), start=1):
        name = page.text(row, page.roles["name"])
        if name and not page.rows[row].startswith("free:"):
            page.put(row, page.roles["name"], code.format(number) + name)


def names_explained(draft: Draft, random: Random) -> None:
    """Formula or meaning in the cell of the name."""
    page = draft.sheet
    for row in _scored(page):
        name = page.text(row, page.roles["name"])
        if not name or page.rows[row].startswith("free:") or random.random() < 0.4:
            continue
        text = random.choice(
            ("{0}\n（{0}＝实际数÷计划数）", "{0}：实际与计划的比率", "{0}＝A/B×100%")
        )
        page.put(row, page.roles["name"], text.format(name))


def names_behind_sections(draft: Draft, random: Random) -> None:
    """The section before the name in one cell: 预算执行—预算完成率."""
    page = draft.sheet
    level = page.roles.get("level2", page.roles["name"])
    if level == page.roles["name"] or _has_free_rows(page):
        return
    mark, section = random.choice(("-", "—", "：", "/")), ""
    for row in range(page.header + 1, page.last_row + 1):
        section = page.text(row, level) or section
        if row in page.rows and section and page.text(row, page.roles["name"]):
            name = page.text(row, page.roles["name"])
            page.put(row, page.roles["name"], f"{section}{mark}{name}")


def headers_in_other_words(draft: Draft, random: Random) -> None:
    """Headers and total in words put together anew."""
    page = draft.sheet
    page.put(page.header, page.roles["claimed"], random.choice(SCORE_WORDS))
    if "weight" in page.roles and "item_score" not in page.roles:
        page.put(page.header, page.roles["weight"], random.choice(WEIGHT_WORDS))
    for (row, column), held in list(page.cells.items()):
        if held.raw == "合计" and row > page.header:
            page.put(row, column, random.choice(TOTAL_WORDS))


def last_years_score_beside(draft: Draft, random: Random) -> None:
    """A column 上年自评得分, filled in, and one 扣分."""
    page = draft.sheet
    claimed = page.roles["claimed"]
    for label in random.sample(("上年自评得分", "去年得分", "差异"), k=2):
        at = claimed + random.choice((0, 1))
        page.insert_column(at)
        page.put(page.header, at, label)
        for row in _scored(page):
            page.put(row, at, round(random.random() * 2, 2))
        claimed = page.roles["claimed"]


def weights_as_percent(draft: Draft, random: Random) -> None:
    """Weights as percentages of 100, in cells formatted so or typed so."""
    page, typed = draft.sheet, random.random() < 0.5
    column = page.roles.get("weight")
    for row in range(page.header + 1, page.last_row + 1):
        held = page.cells.get((row, column)) if column else None
        if held is None or held.kind is not CellKind.NUMBER or held.formula is not None:
            continue
        share = f"{Decimal(held.raw).normalize():f}%"
        page.put(row, held.column, share)
        if not typed:
            number = float(Decimal(held.raw) / 100)
            page.cells[row, held.column] = cell(row, held.column, number, number_format="0%")


def _section_start(page: Page) -> int:
    """The first row of a top section near the middle, below which nothing is merged into it."""
    level = page.roles.get("level1", page.roles["name"])
    if level == page.roles["name"]:
        return 0
    page.unmerge(lambda m: m.left == m.right and m.top > page.header, repeat=True)
    rows = _scored(page)
    starts = [b for a, b in pairwise(rows) if page.text(a, level) != page.text(b, level)]
    start = starts[len(starts) // 2] if starts and len(rows) >= 8 else 0
    wide = any(m.top > page.header and m.left != m.right for m in page.merges)
    return 0 if wide else start


def split_over_two_sheets(draft: Draft, random: Random) -> None:
    """The later sections on a sheet of their own with the same header."""
    page = draft.sheet
    start = _section_start(page)
    if start:
        other = Page(f"{page.name}（续）", header=page.header)
        _moved(page, other, start, page.header + 1 - start, 0)
        draft.pages.append(other)


def tables_side_by_side(draft: Draft, random: Random) -> None:
    """The later sections to the right of the earlier ones under the same header."""
    page = draft.sheet
    start = _section_start(page)
    if start:
        _moved(page, page, start, page.header + 1 - start, page.last_column + 1)


def _moved(page: Page, other: Page, start: int, down: int, right: int) -> None:
    """Move the rows from ``start`` on, with their header, by ``down`` and ``right``."""
    for (row, column), held in list(page.cells.items()):
        if row == page.header:
            other.cells[row, column + right] = held._replace(column=column + right)
        elif row >= start:
            place = row + down, column + right
            other.cells[place] = page.cells.pop((row, column))._replace(
                row=place[0], column=place[1]
            )
            if (row, column) in page.marks:
                other.marks[place] = page.marks.pop((row, column))
    for row in [r for r in page.rows if r >= start]:
        ident = page.rows.pop(row)
        if other is not page:
            other.rows[row + down] = ident
