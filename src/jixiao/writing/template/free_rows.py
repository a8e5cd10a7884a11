"""Free rows of a target form: the department names the indicator, its target, actual and weight."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.rulebook.excel import row_formula
from jixiao.rulebook.model import FreeBlock, Role
from jixiao.rulebook.scores import ItemScore
from jixiao.writing.template.grid import NO_FIGURE, Grid
from jixiao.writing.template.prompts import note, options, restrict, score_rule, suggestions
from jixiao.writing.template.sums import Cells

OPERATORS = ("≥", "≤", "＝", "＞", "＜")
NATURES = ("定量", "定性")
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
_ROW_HEIGHT = 26
_SCORES = (Role.CLAIMED, Role.SUGGESTED, Role.REVIEWED)


def write_block(grid: Grid, block: FreeBlock, goal: int) -> Iterator[Cells]:
    """Write the free rows of a block for one goal, kind after kind; give the cells of each row."""
    kinds = block.kinds or ("",)
    for kind in kinds:
        first = grid.row + 1
        for _ in range(block.rows):
            grid.row += 1
            yield _write_row(grid, block, goal, grid.row - first + 1, kind)
        if grid.has(Role.LEVEL2):
            text = kind or (block.path[1] if len(block.path) > 1 else "")
            column = grid.at[Role.LEVEL2]
            grid.page.label(first, column, text, "level", to=(grid.row, column))


def _write_row(grid: Grid, block: FreeBlock, goal: int, nth: int, kind: str) -> Cells:
    page, row = grid.page, grid.row
    page.height(row, _ROW_HEIGHT)
    key = f"row:{block.id}:{goal}:{kind}:{nth}"
    for role, column in grid.at.items():
        if role in (Role.LEVEL1, Role.LEVEL2, Role.SUGGESTED):
            continue
        if role in (Role.STANDARD, Role.MEANING):
            page.label(row, column, "", "text")
            continue
        look = _look(grid, role)
        page.entry(row, column, None, look, f"{key}:{role.value}")
        rule = _rule(grid, block, role)
        if rule is not None:
            restrict(page, (row, column), (row, column), rule)
    found = {role: cell for role in _SCORES if (cell := grid.cell(role)) is not None}
    if Role.SUGGESTED in found and not _suggest(grid, block, key):
        del found[Role.SUGGESTED]
    return Cells(found, weight=grid.cell(Role.WEIGHT), is_free=True)


def _suggest(grid: Grid, block: FreeBlock, key: str) -> bool:
    """Write the live score of a row; say whether there is one."""
    column = grid.at[Role.SUGGESTED]
    cells = {role: cell for role in grid.at if (cell := grid.cell(role)) is not None}
    adjusted, target = cells.get(Role.ADJUSTED_TARGET), cells.get(Role.TARGET)
    if adjusted is not None and target is not None:
        cells[Role.TARGET] = f"IF(COUNT({adjusted})=1,{adjusted},{target})"
    formula = row_formula(grid.rulebook, block, cells)
    if formula is None:
        grid.page.label(grid.row, column, NO_FIGURE, "live")
        return False
    grid.page.formula(grid.row, column, formula, f"live|{grid.points}", f"{key}:suggested")
    return True


def _look(grid: Grid, role: Role) -> str:
    if role is Role.REVIEWED:
        return f"bureau|{grid.points}"
    if role is Role.CLAIMED:
        return f"entry-centre|{grid.points}"
    return "entry-text" if role in (Role.NAME, Role.REASON, Role.EVIDENCE) else "entry-centre"


def _rule(grid: Grid, block: FreeBlock, role: Role) -> dict[str, object] | None:
    label = grid.label_of(role)
    most = block.weight if block.weight is not None else grid.rulebook.total
    out_of = block.score.out_of if isinstance(block.score, ItemScore) else Decimal(100)
    match role:
        case Role.OPERATOR:
            return options(label, OPERATORS, "请选择完成值与指标值的关系，如不少于选“≥”。")
        case Role.NATURE:
            return options(label, NATURES, "能用数值衡量的选“定量”，否则选“定性”。")
        case Role.DIRECTION:
            return options(label, ("正向", "反向"), "越高越好选“正向”，越低越好选“反向”。")
        case Role.CORE:
            return options(label, ("是", "否"), "请从下拉列表中选择“是”或“否”。")
        case Role.UNIT:
            return suggestions(label, _UNITS, "请选择计量单位，列表中没有的可直接填写。")
        case Role.WEIGHT | Role.CLAIMED | Role.REVIEWED:
            return score_rule(label, most)
        case Role.COEFFICIENT | Role.ITEM_SCORE:
            return score_rule(label, out_of if role is Role.ITEM_SCORE else Decimal(100))
        case Role.TARGET | Role.ADJUSTED_TARGET | Role.ACTUAL:
            return note(label, "定量指标只填数字，百分数连同“%”填写；定性指标可填文字。")
        case Role.NAME:
            return note(label, "请填写指标名称，不用的行留空。")
        case Role.REASON:
            return note(label, "未完成或偏离指标值较多的，请写明原因和改进措施。")
        case _:
            return None
