"""The sheets of basic figures (基础数据, 满意度调查): one line a figure, with its source."""

from __future__ import annotations

from itertools import groupby

from jixiao.rulebook import Input, Rulebook, input_name
from jixiao.writing.template.filling import Filling
from jixiao.writing.template.formats import decimal_format
from jixiao.writing.template.masthead import HEADING_ROW, Masthead, sign
from jixiao.writing.template.page import Page
from jixiao.writing.template.print_setup import set_up
from jixiao.writing.template.prompts import figure_rule, note, restrict

WIDTHS = (6.0, 42.0, 16.0, 8.0, 44.0, 28.0)
_HEADINGS = ("序号", "项目", "数值", "单位", "填报口径说明", "数据来源")
_NUMERALS = "一二三四五六七八九十"


def write_figures(
    page: Page, rulebook: Rulebook, inputs: tuple[Input, ...], filling: Filling, masthead: Masthead
) -> None:
    """Write one sheet of figures; ``inputs`` are those that are on it."""
    has_money = any(item.kind == "money" for item in inputs)
    unit = f"单位：{rulebook.money_unit}" if has_money else "单位：见表"
    masthead.write(page, f"{rulebook.place}部门整体支出绩效评价{page.name}表", unit)
    for column, heading in enumerate(_HEADINGS, 1):
        page.label(HEADING_ROW, column, heading, "heading")
    page.height(HEADING_ROW, 24)
    row, number = HEADING_ROW, 0
    for nth, (group, members) in enumerate(groupby(inputs, key=lambda item: item.group)):
        if group:
            row += 1
            page.label(row, 1, f"{_NUMERALS[nth % 10]}、{group}", "group", to=(row, len(WIDTHS)))
            page.height(row, 20)
        for item in members:
            row, number = row + 1, number + 1
            _line(page, row, number, item, filling)
    sign(page, row + 1)
    set_up(page.sheet, WIDTHS, row + 1, heading_row=HEADING_ROW)


def _line(page: Page, row: int, number: int, item: Input, filling: Filling) -> None:
    page.label(row, 1, str(number), "centre")
    page.label(row, 2, item.label, "text")
    look = "entry-centre" if item.kind in ("flag", "choice", "text") else "entry"
    page.entry(row, 3, filling.inputs.get(item.id), f"{look}|{_numbers(item)}", input_name(item.id))
    rule = figure_rule(item)
    if rule is not None:
        restrict(page, (row, 3), (row, 3), rule)
    page.label(row, 4, item.unit, "centre")
    page.label(row, 5, _meaning(item), "text")
    page.entry(row, 6, filling.sources.get(item.id), "entry-text", f"source:{item.id}")
    restrict(page, (row, 6), (row, 6), note("数据来源", "请写明数据出自哪张报表、哪份文件。"))
    page.height(row, 22)


def _numbers(item: Input) -> str:
    if item.kind == "rate":
        return "0.00%"
    return (
        decimal_format(item.digits, thousands=item.kind == "money")
        if item.digits is not None
        else "General"
    )


def _meaning(item: Input) -> str:
    if item.meaning:
        return item.meaning
    if item.kind == "flag":
        return "符合填“是”，不符合填“否”"
    return "没有的填0" if item.optional else ""
