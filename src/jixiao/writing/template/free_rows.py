"""Free rows of a target form: the department names the indicator, its target, actual and weight."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from jixiao.finding import chinese_text
from jixiao.rulebook import (
    FORWARD,
    NO,
    QUALITATIVE,
    QUANTITATIVE,
    REVERSED,
    YES,
    FreeBlock,
    ItemScore,
    Role,
    computed_standard,
    printed_standard,
    row_formula,
)
from jixiao.writing.template.grid import CUT, NO_FIGURE, Grid
from jixiao.writing.template.prompts import note, options, restrict, score_rule, suggestions
from jixiao.writing.template.sums import SumCells
from jixiao.writing.template.unfilled import AskedRows

OPERATORS = ("≥", "≤", "＝", "＞", "＜")
NATURES = (QUANTITATIVE, QUALITATIVE)
_UNITS = (
    "%",
    "个",
    "项",
    "人",
    "人次",
    "次",
    "份",
    "篇",
    "场",
    "天",
    "公里",
    "平方米",
    "万元",
    "元",
    "分",
)
_LISTS = {
    Role.OPERATOR: (OPERATORS, chinese_text("template.prompt.operator")),
    Role.NATURE: (NATURES, chinese_text("template.prompt.nature")),
    Role.DIRECTION: ((FORWARD, REVERSED[0]), chinese_text("template.prompt.direction")),
    Role.CORE: ((YES, NO), chinese_text("template.prompt.flag")),
}
_FULL = Decimal(100)
_FIGURE = chinese_text("template.prompt.figure")
_PROMPTS = {
    Role.NAME: chinese_text("template.prompt.name"),
    Role.TARGET: _FIGURE,
    Role.ADJUSTED_TARGET: _FIGURE,
    Role.ACTUAL: _FIGURE,
    Role.REASON: chinese_text("template.prompt.free-reason"),
}
_ROW_HEIGHT = 26
_NEEDED = (Role.TARGET, Role.ACTUAL, Role.WEIGHT, Role.CLAIMED)  # of every named row
_SCORES = (Role.CLAIMED, Role.SUGGESTED, Role.REVIEWED)


def write_block(grid: Grid, block: FreeBlock, goal: int) -> Iterator[SumCells]:
    """Write the free rows of a block for one goal, kind after kind; give the cells of each row."""
    kinds = block.kinds or ("",)
    top = grid.row + 1
    for kind in kinds:
        first = grid.row + 1
        for _ in range(block.rows):
            grid.row += 1
            yield _write_row(grid, block, goal, grid.row - first + 1, kind)
        if grid.has(Role.LEVEL2):
            text = kind or (block.path[1] if len(block.path) > 1 else "")
            grid.page.level(first, grid.row, grid.at[Role.LEVEL2], text, "level", CUT[Role.LEVEL2])
    needed = [f"{grid.cell(r, top)}:{grid.cell(r, grid.row)}" for r in _NEEDED if grid.has(r)]
    names = f"{grid.cell(Role.NAME, top)}:{grid.cell(Role.NAME, grid.row)}"
    grid.page.ask_rows(AskedRows(names, tuple(needed), is_optional=goal > 1))


def _write_row(grid: Grid, block: FreeBlock, goal: int, nth: int, kind: str) -> SumCells:
    page, row = grid.page, grid.row
    page.height(row, _ROW_HEIGHT)
    key = f"row:{block.id}:{goal}:{kind}:{nth}"
    for role, column in grid.at.items():
        if role in (Role.LEVEL1, Role.LEVEL2, Role.LEVEL3, Role.SUGGESTED):
            continue
        if role in (Role.STANDARD, Role.MEANING):
            computed = computed_standard(grid.rulebook, block) if role is Role.STANDARD else ""
            if computed and nth == 1:
                grid.comment_standard(computed)
            printed = printed_standard(grid.rulebook, block) if role is Role.STANDARD else ""
            page.label(row, column, printed, "text")
            continue
        look = _look(grid, role)
        page.entry(row, column, None, look, f"{key}:{role.value}")
        rule = _rule(grid, block, role)
        if rule is not None:
            restrict(page, (row, column), (row, column), rule)
    found = {role: cell for role in _SCORES if (cell := grid.cell(role)) is not None}
    if Role.SUGGESTED in found and not _suggest(grid, block, key):
        del found[Role.SUGGESTED]
    grid.tell_apart(found)
    return SumCells(found, weight=grid.cell(Role.WEIGHT), is_free=True)


def _suggest(grid: Grid, block: FreeBlock, key: str) -> bool:
    """Write the live score of a row; say whether there is one."""
    column = grid.at[Role.SUGGESTED]
    cells = {role: cell for role in grid.at if (cell := grid.cell(role)) is not None}
    if Role.ADJUSTED_TARGET in cells:
        cells[Role.TARGET] = target_cell(cells)
    formula = row_formula(grid.rulebook, block, cells)
    if formula is None:
        grid.page.label(grid.row, column, NO_FIGURE, "live")
        return False
    grid.page.formula(grid.row, column, formula, f"live|{grid.points}", f"{key}:suggested")
    return True


def target_cell(cells: Mapping[Role, str]) -> str:
    """The target that counts: the adjusted one where it is a number."""
    adjusted, target = cells[Role.ADJUSTED_TARGET], cells[Role.TARGET]
    return f"IF(COUNT({adjusted})=1,{adjusted},{target})"


def _look(grid: Grid, role: Role) -> str:
    if role is Role.REVIEWED:
        return f"bureau|{grid.points}"
    if role is Role.CLAIMED:
        return f"entry-centre|{grid.points}"
    return "entry-text" if role in (Role.NAME, Role.REASON, Role.EVIDENCE) else "entry-centre"


def _rule(grid: Grid, block: FreeBlock, role: Role) -> dict[str, object] | None:
    label = grid.label_of(role)
    if role in _LISTS:
        choices, message = _LISTS[role]
        return options(label, choices, message)
    if role in _PROMPTS:
        return note(label, _PROMPTS[role])
    if role is Role.UNIT:
        return suggestions(label, _UNITS, chinese_text("template.prompt.unit-list"))
    if role in (Role.WEIGHT, Role.CLAIMED, Role.REVIEWED):
        return score_rule(label, block.weight or grid.rulebook.total)
    if role in (Role.COEFFICIENT, Role.ITEM_SCORE):
        score = block.score
        if isinstance(score, ItemScore) and score.column == role.value:
            return score_rule(label, score.out_of)
        return score_rule(label, _FULL)
    return None
