"""The sheets of basic figures (基础数据, 满意度调查): one line a figure, with its source."""

from __future__ import annotations

from itertools import groupby

from jixiao.finding import chinese_text
from jixiao.rulebook import Input, Rulebook, input_name
from jixiao.writing.template.filling import Filling
from jixiao.writing.template.formats import decimal_format
from jixiao.writing.template.masthead import HEADING_ROW, Masthead, sign
from jixiao.writing.template.page import Page
from jixiao.writing.template.print_setup import set_up
from jixiao.writing.template.prompts import figure_rule, note, restrict

_CUT_GROUP = 3.0  # what a page break inside a group costs
WIDTHS = (6.0, 42.0, 16.0, 8.0, 44.0, 28.0)
_HEADINGS = (
    chinese_text("template.figures.number"),
    chinese_text("template.figures.item"),
    chinese_text("template.figures.value"),
    chinese_text("template.figures.unit"),
    chinese_text("template.figures.convention"),
    chinese_text("template.figures.source"),
)
_NUMERALS = chinese_text("template.figures.numerals")


def write_figures(
    page: Page, rulebook: Rulebook, inputs: tuple[Input, ...], filling: Filling, masthead: Masthead
) -> None:
    """Write one sheet of figures; ``inputs`` are those that are on it."""
    has_money = any(item.kind == "money" for item in inputs)
    unit = (
        chinese_text("template.unit", unit=rulebook.money_unit)
        if has_money
        else chinese_text("template.unit-see-table")
    )
    masthead.write(
        page, chinese_text("template.figures.title", place=rulebook.place, name=page.name), unit
    )
    for column, heading in enumerate(_HEADINGS, 1):
        page.label(HEADING_ROW, column, heading, "heading")
    page.height(HEADING_ROW, 24)
    row, number = HEADING_ROW, 0
    for nth, (group, members) in enumerate(groupby(inputs, key=lambda item: item.group)):
        if group:
            row += 1
            page.label(row, 1, f"{_NUMERALS[nth % 10]}、{group}", "group", to=(row, len(WIDTHS)))
            page.height(row, 20)
        first = row
        for item in members:
            row, number = row + 1, number + 1
            _line(page, row, number, item, filling)
        page.keep(first, row, _CUT_GROUP)
        if group:
            page.keep(first, first + 2)
    sign(page, row + 1)
    page.keep(row - 1, row + 1)
    set_up(page, row + 1, heading_row=HEADING_ROW)


def _line(page: Page, row: int, number: int, item: Input, filling: Filling) -> None:
    page.label(row, 1, str(number), "centre")
    page.label(row, 2, item.label, "text")
    look = "entry-centre" if item.kind in ("flag", "choice", "text") else "entry"
    page.entry(row, 3, filling.inputs.get(item.id), f"{look}|{_numbers(item)}", input_name(item.id))
    if not item.optional:
        page.ask(row, 3, filling.inputs.get(item.id))
    rule = figure_rule(item)
    if rule is not None:
        restrict(page, (row, 3), (row, 3), rule)
    page.label(row, 4, item.unit, "centre")
    page.label(row, 5, _meaning(item), "text")
    page.entry(row, 6, filling.sources.get(item.id), "entry-text", f"source:{item.id}")
    restrict(
        page,
        (row, 6),
        (row, 6),
        note(chinese_text("template.figures.source"), chinese_text("template.prompt.source")),
    )
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
        return chinese_text("template.figures.flag")
    return chinese_text("template.figures.optional") if item.optional else ""
