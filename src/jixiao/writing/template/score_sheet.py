"""The scoresheet (评分表, 自评表): sections of fixed and free rows, their sums, total and grade."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from jixiao.figures import format_number
from jixiao.finding import chinese_text
from jixiao.rulebook import (
    FreeBlock,
    Indicator,
    Role,
    Rulebook,
    ceiling_of,
    is_spread,
    veto_sentences,
)
from jixiao.workbook import cell_address
from jixiao.writing.template.filling import Filling
from jixiao.writing.template.fixed_rows import write_indicator
from jixiao.writing.template.free_rows import write_block
from jixiao.writing.template.grid import CUT, Grid
from jixiao.writing.template.masthead import HEADING_ROW, Masthead, sign
from jixiao.writing.template.money_block import indicator_in_money, write_goal, write_money
from jixiao.writing.template.page import Page
from jixiao.writing.template.print_setup import set_up
from jixiao.writing.template.sections import SectionItem, sections_of
from jixiao.writing.template.sums import (
    SCORES,
    WEIGHT_SUM,
    SumCells,
    caps,
    complete,
    grade_formula,
    suffix_of,
    sum_formula,
    weight_formula,
)

_SUM_HEIGHT = 24


def write_scores(page: Page, rulebook: Rulebook, filling: Filling, masthead: Masthead) -> None:
    """Write the whole sheet."""
    has_money = any(item.at is not None for item in rulebook.inputs)
    masthead.write(
        page,
        rulebook.title,
        chinese_text("template.unit", unit=rulebook.money_unit)
        if has_money
        else chinese_text("template.unit-points"),
    )
    _Body(Grid(page, rulebook, filling, HEADING_ROW - 1)).write()


class _Body:
    """The table below the masthead, written from top to bottom."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._members: list[SumCells] = []  # all scored rows
        self._sums: list[SumCells] = []  # the sums of the sections, and the execution rate

    def write(self) -> None:
        grid, rulebook = self._grid, self._grid.rulebook
        money = write_money(grid)
        if money is not None:
            self._members.append(money)
            self._sums.append(money)
        if rulebook.family == "targets":
            write_goal(grid)
        heading = self._headings()
        above = indicator_in_money(rulebook)
        for name, items in sections_of(rulebook):
            kept = [i for i in items if i is not above and i.id not in grid.filling.deleted]
            self._section(name, kept)
        self._total()
        total = grid.row
        self._grade()
        for nth, text in enumerate(_notes(rulebook), 1):
            grid.row += 1
            first = chinese_text("template.note.first") if nth == 1 else ""
            wording = f"{first}{nth}.{text}"
            grid.page.label(grid.row, 1, wording, "note", to=(grid.row, grid.last))
            grid.page.height(grid.row, 18)
        sign(grid.page, grid.row + 1)
        grid.page.keep(total - 1, grid.row + 1)
        set_up(grid.page, grid.row + 1, heading_row=heading)

    def _headings(self) -> int:
        grid = self._grid
        grid.row += 1
        for nth, column in enumerate(grid.rulebook.columns, 1):
            grid.page.label(grid.row, nth, column.label, "heading")
        grid.page.height(grid.row, 30)
        grid.page.keep(grid.row, grid.row + 2)
        return grid.row

    def _section(self, name: str, items: Sequence[SectionItem]) -> None:
        if not items:
            return
        goals = max((i.goals for i in items if isinstance(i, FreeBlock)), default=1)
        rows: list[SumCells] = []
        for goal in range(1, goals + 1):
            first = self._grid.row + 1
            rows += self._rows(items, goal)
            text = name if goals == 1 else f"{name}{goal}"
            self._level1(text, first, items if goals == 1 else ())
        self._members += rows
        self._grid.row += 1
        self._grid.page.keep(self._grid.row - 1, self._grid.row)
        self._sums.append(
            self._sum_row(chinese_text("template.sum.section", name=name), name, rows)
        )

    def _rows(self, items: Sequence[SectionItem], goal: int) -> Iterator[SumCells]:
        """Write the rows of a section, merging the second level over the rows that share it."""
        grid = self._grid
        for path, group in groupby(items, key=lambda i: (i.path[:2], isinstance(i, FreeBlock))):
            first = grid.row + 1
            members = tuple(group)
            for item in members:
                if isinstance(item, FreeBlock):
                    yield from write_block(grid, item, goal)
                else:
                    yield write_indicator(grid, item)
            fixed = [i for i in members if isinstance(i, Indicator)]
            if fixed:
                second = path[0][1] if len(path[0]) > 1 else ""
                self._level(Role.LEVEL2, Role.LEVEL2_WEIGHT, second, first, fixed)
                self._third_level(first, fixed)

    def _third_level(self, first: int, items: Sequence[Indicator]) -> None:
        """Merge the third level over the rows that share it, where the form has four."""
        for path, group in groupby(items, key=lambda i: i.path[:3]):
            members = list(group)
            text = path[2] if len(path) > 2 else ""
            last = first + len(members) - 1
            self._level(Role.LEVEL3, Role.LEVEL3_WEIGHT, text, first, members, last)
            first = last + 1

    def _level1(self, text: str, first: int, items: Sequence[SectionItem]) -> None:
        """Merge the first level over a section; free rows need its points next to its name."""
        blocks = [i for i in items if isinstance(i, FreeBlock)]
        if blocks:
            text = chinese_text(
                "template.sum.stated", text=text, points=_points(self._stated(items))
            )
        fixed = [i for i in items if isinstance(i, Indicator)]
        self._level(Role.LEVEL1, Role.LEVEL1_WEIGHT, text, first, fixed)

    def _level(
        self,
        role: Role,
        weight_role: Role,
        text: str,
        first: int,
        items: Sequence[Indicator],
        last: int | None = None,
    ) -> None:
        grid = self._grid
        last = grid.row if last is None else last
        if grid.has(role):
            grid.page.level(first, last, grid.at[role], text, "level", CUT[role])
        if grid.has(weight_role) and items:
            weight = sum((grid.weight(i) for i in items), Decimal(0))
            grid.page.level(first, last, grid.at[weight_role], weight, "weight", 0.0)

    def _stated(self, items: Sequence[SectionItem]) -> Decimal:
        weights = (i.weight if isinstance(i, FreeBlock) else self._grid.weight(i) for i in items)
        return sum((w for w in weights if w is not None), Decimal(0))

    def _sum_row(self, text: str, name: str, rows: Sequence[SumCells]) -> SumCells:
        """Write the sums over ``rows``; ``name`` is the section's, empty for the total."""
        grid, row = self._grid, self._grid.row
        grid.page.height(row, _SUM_HEIGHT)
        weight_column = grid.at[Role.WEIGHT]
        grid.page.label(row, 1, text, "sum-label", to=(row, weight_column - 1))
        key = "sum{}:" + name if name else "total{}"
        if any(cells.weight is not None for cells in rows):
            formula = weight_formula(rows)
            grid.page.formula(row, weight_column, formula, "sum-weight", key.format(WEIGHT_SUM))
            weight = grid.cell(Role.WEIGHT)
        else:
            weight = None
            grid.page.constant(row, weight_column, self._fixed_weight(name), "sum-weight")
        grid.fill(range(weight_column + 1, grid.last + 1), "sum-blank")
        found = {}
        for role in SCORES:
            if grid.has(role):
                most = [] if name else caps(grid.rulebook)
                left_out = [] if name else grid.left_out
                formula = sum_formula(grid.rulebook, role, rows, most, left_out)
                look = f"sum|{grid.points}"
                grid.page.formula(row, grid.at[role], formula, look, key.format(suffix_of(role)))
                found[role] = cell_address(row, grid.at[role])
        grid.tell_apart(found)
        return SumCells(found, weight=weight)

    def _fixed_weight(self, name: str) -> Decimal:
        grid = self._grid
        if not name:
            return grid.rulebook.total
        members = (i for i in grid.rulebook.indicators if i.path[0] == name)
        kept = [i for i in members if i.id not in grid.filling.deleted]
        plain = [i for i in kept if not i.adjusts]
        summed = sum((grid.weight(i) for i in plain or kept), Decimal(0))
        most = None if plain or not kept else ceiling_of(grid.rulebook, kept[0].adjusts)
        return summed if most is None else min(summed, Decimal(format_number(most)))

    def _total(self) -> None:
        grid = self._grid
        grid.row += 1
        # a ceiling over several sections is applied once, to the rows themselves
        parts = self._members if is_spread(grid.rulebook) else self._sums
        self._sum_total = self._sum_row(chinese_text("template.sum.total"), "", parts)

    def _grade(self) -> None:
        grid = self._grid
        if not grid.rulebook.grades:
            return
        grid.row += 1
        page, row = grid.page, grid.row
        page.height(row, _SUM_HEIGHT)
        weight_column = grid.at[Role.WEIGHT]
        roles = [role for role in SCORES if grid.has(role)]
        page.label(
            row, 1, chinese_text("template.sum.grade"), "sum-label", to=(row, weight_column - 1)
        )
        grid.fill(range(weight_column, grid.last + 1), "sum-blank")
        for role in roles:
            total = self._sum_total.by_role[role]
            ready = complete(grid.rulebook, role, self._members, self._sum_total)
            formula = grade_formula(grid.rulebook, total, ready)
            page.formula(row, grid.at[role], formula, "sum", f"grade{suffix_of(role)}")


def _notes(rulebook: Rulebook) -> Iterator[str]:
    """The notes below the table, as far as the sheet has what they speak of."""
    roles = {column.role for column in rulebook.columns}
    if Role.SUGGESTED in roles and rulebook.blocks:
        yield chinese_text("template.note.free-suggested")
    elif Role.SUGGESTED in roles:
        yield chinese_text("template.note.suggested")
        yield chinese_text("template.note.judged")
    if rulebook.blocks:
        total = _points(rulebook.total)
        yield chinese_text("template.note.weights", total=total)
    for sentence in veto_sentences(rulebook):
        yield chinese_text("template.note.veto", text=sentence)
    yield chinese_text("template.note.reasons")
    if Role.REVIEWED in roles:
        label = next(c.label for c in rulebook.columns if c.role is Role.REVIEWED)
        yield chinese_text("template.note.reviewed", label=label)


def _points(weight: Decimal) -> str:
    return f"{weight.normalize():f}"
