"""The money block at the top of a target form, and the annual goal below it.

Its columns are over those of the table: 执行率 over the actual values, 分值 and 得分 over
their own.
"""

from __future__ import annotations

from itertools import pairwise

from jixiao.finding import chinese_text
from jixiao.formula import input_names, parse_formula
from jixiao.rulebook import Indicator, Role, Rulebook, input_name
from jixiao.writing.template.fixed_rows import write_rate, write_scores_of
from jixiao.writing.template.formats import decimal_format
from jixiao.writing.template.grid import Grid
from jixiao.writing.template.prompts import figure_rule, note, restrict
from jixiao.writing.template.sums import SumCells

_GOAL_HEIGHT = 62


def indicator_in_money(rulebook: Rulebook) -> Indicator | None:
    """The execution rate in the money block: alone in its section, all its figures money there."""
    placed = {item.id for item in rulebook.inputs if item.at is not None}
    heads = [i.path[0] for i in rulebook.indicators] + [b.path[0] for b in rulebook.blocks]
    for indicator in rulebook.indicators:
        used = (
            set(input_names(parse_formula(indicator.rate))) if indicator.rate is not None else set()
        )
        if used and used <= placed and heads.count(indicator.path[0]) == 1:
            return indicator
    return None


def write_money(grid: Grid) -> SumCells | None:
    """Write the block; give the score cells of the execution rate, if it is here."""
    placed = [item for item in grid.rulebook.inputs if item.at is not None]
    if not placed:
        return None
    rows = list(dict.fromkeys(item.at.row for item in placed if item.at))
    columns = list(dict.fromkeys(item.at.column for item in placed if item.at))
    indicator = indicator_in_money(grid.rulebook)
    scored_row = _scored_row(grid.rulebook, indicator)
    spans = _spans(grid, len(columns), is_scored=indicator is not None)
    grid.row += 1
    top = grid.row
    _headings(grid, columns, spans, indicator)
    cells = None
    for label in rows:
        grid.row += 1
        grid.page.height(grid.row, 26)
        grid.page.label(grid.row, 2, label, "text", to=(grid.row, spans[0][0] - 1))
        for heading, (first, last) in zip(columns, spans, strict=True):
            item = next(
                (i for i in placed if i.at and (i.at.row, i.at.column) == (label, heading)), None
            )
            end = (grid.row, last)
            if item is None:
                grid.page.label(grid.row, first, "", "live", to=end)
                continue
            look = f"entry|{decimal_format(item.digits, thousands=True)}"
            value = grid.filling.inputs.get(item.id)
            grid.page.entry(grid.row, first, value, look, input_name(item.id), to=end)
            if not item.optional:
                grid.page.ask(grid.row, first, value)
            rule = figure_rule(item)
            if rule is not None:
                restrict(grid.page, (grid.row, first), (grid.row, first), rule)
        after = spans[-1][1] + 1
        if indicator is not None and label == scored_row:
            cells = _scores(grid, indicator)
        else:
            grid.fill(range(after, grid.last + 1), "sum-blank")
    unit = f"\n（{grid.rulebook.money_unit}）"
    grid.page.keep(1, grid.row)
    grid.page.label(
        top, 1, chinese_text("template.money.title", unit=unit), "level", to=(grid.row, 1)
    )
    return cells


def write_goal(grid: Grid) -> None:
    """Write the annual goal: expected and reached, in words."""
    middle = (grid.last + 1) // 2
    halves = (
        (2, middle, chinese_text("template.money.expected"), "expected"),
        (middle + 1, grid.last, chinese_text("template.money.reached"), "reached"),
    )
    grid.row += 1
    top = grid.row
    grid.page.height(top, 22)
    for first, last, heading, key in halves:
        grid.page.label(top, first, heading, "heading", to=(top, last))
        at, end = (top + 1, first), (top + 1, last)
        grid.page.entry(*at, None, "entry-text", f"goal:{key}", to=end)
        restrict(
            grid.page, at, at, note(heading, chinese_text("template.prompt.goal", heading=heading))
        )
    grid.row += 1
    grid.page.height(grid.row, _GOAL_HEIGHT)
    grid.page.keep(1, grid.row)
    grid.page.label(top, 1, chinese_text("template.money.goal"), "level", to=(grid.row, 1))


def _scored_row(rulebook: Rulebook, indicator: Indicator | None) -> str | None:
    if indicator is None or indicator.rate is None:
        return None
    used = input_names(parse_formula(indicator.rate))
    return next((i.at.row for i in rulebook.inputs if i.id in used and i.at), None)


def _spans(grid: Grid, count: int, *, is_scored: bool) -> list[tuple[int, int]]:
    """First and last columns of the money columns, between the row label and the rate."""
    start = 3
    end = min(grid.at[Role.ACTUAL], grid.at[Role.WEIGHT]) - 1 if is_scored else grid.last
    widths = grid.page.widths[start - 1 : end]
    share = sum(widths) / count
    edges, room = [start], 0.0
    for column, width in enumerate(widths, start):
        left = count - len(edges)  # spans still to begin
        is_due = room + width / 2 >= share * len(edges) or end - column < left
        if column > edges[-1] and left and is_due:
            edges.append(column)
        room += width
    return [(a, b - 1) for a, b in pairwise([*edges, end + 1])]


def _headings(
    grid: Grid, columns: list[str], spans: list[tuple[int, int]], indicator: Indicator | None
) -> None:
    page, row = grid.page, grid.row
    page.height(row, 26)
    page.label(row, 2, chinese_text("template.money.source"), "heading", to=(row, spans[0][0] - 1))
    for heading, (first, last) in zip(columns, spans, strict=True):
        page.label(row, first, heading, "heading", to=(row, last))
    if indicator is None:
        return
    page.label(
        row,
        grid.at[Role.ACTUAL],
        chinese_text("template.money.rate"),
        "heading",
        to=(row, _rate_end(grid)),
    )
    for role, heading in (
        (Role.WEIGHT, chinese_text("template.money.weight")),
        (Role.CLAIMED, chinese_text("template.money.score")),
        (Role.SUGGESTED, chinese_text("template.money.suggested")),
        (Role.REVIEWED, chinese_text("template.money.reviewed")),
        (Role.REASON, chinese_text("template.money.reason")),
    ):
        if grid.has(role):
            page.label(row, grid.at[role], heading, "heading")
    for role in (Role.CORE, Role.EVIDENCE):
        if grid.has(role):
            page.label(row, grid.at[role], "", "heading")


def _rate_end(grid: Grid) -> int:
    """The rate takes what lies between the actual values and the weights behind them."""
    return max(grid.at[Role.ACTUAL], grid.at[Role.WEIGHT] - 1)


def _scores(grid: Grid, indicator: Indicator) -> SumCells:
    page, row = grid.page, grid.row
    write_rate(grid, indicator, _rate_end(grid))
    page.constant(row, grid.at[Role.WEIGHT], grid.weight(indicator), "weight")
    cells = write_scores_of(grid, indicator)
    reason = grid.filling.reasons.get(indicator.id)
    grid.words_entry(
        Role.REASON, f"reason:{indicator.id}", reason, chinese_text("template.prompt.money-reason")
    )
    for role in (Role.CORE, Role.EVIDENCE):
        if grid.has(role):
            page.label(row, grid.at[role], "", "live")
    return cells
