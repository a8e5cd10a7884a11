"""A repeating table (重点项目) on its own sheet, computed columns and the source of each row."""

from __future__ import annotations

from jixiao.finding import chinese_text
from jixiao.rulebook import Rulebook, Table, TableColumn, table_column_formula, table_name
from jixiao.workbook import column_letters
from jixiao.writing.template.filling import Filling
from jixiao.writing.template.formats import decimal_format, rate_format
from jixiao.writing.template.masthead import HEADING_ROW, Masthead, sign
from jixiao.writing.template.page import Page
from jixiao.writing.template.print_setup import set_up
from jixiao.writing.template.prompts import figure_rule, restrict

_NUMBER, _TEXT, _FIGURE, _SOURCE = 6.0, 40.0, 16.0, 30.0
FIRST_ROW = HEADING_ROW + 1


def table_widths(table: Table) -> tuple[float, ...]:
    """Column widths: number, the table's columns, source."""
    middle = (_TEXT if column.kind == "text" else _FIGURE for column in table.columns)
    return (_NUMBER, *middle, _SOURCE)


def table_ranges(table: Table) -> dict[str, str]:
    """The defined names of a table's columns and what they refer to."""
    last = FIRST_ROW + table.rows - 1
    letters = (column_letters(nth) for nth in range(2, len(table.columns) + 2))
    return {
        table_name(table.id, column.id): f"'{table.sheet}'!${at}${FIRST_ROW}:${at}${last}"
        for column, at in zip(table.columns, letters, strict=True)
    }


def cell_key(table: Table, column: TableColumn, nth: int) -> str:
    """The key of a cell of a table; rows count from 1."""
    return f"{table_name(table.id, column.id)}:{nth}"


def write_table(
    page: Page, rulebook: Rulebook, table: Table, filling: Filling, masthead: Masthead
) -> None:
    """Write the sheet of one table."""
    widths = page.widths
    masthead.write(
        page,
        chinese_text("template.figures.table-title", place=rulebook.place, name=table.label),
        chinese_text("template.unit", unit=rulebook.money_unit),
    )
    page.label(HEADING_ROW, 1, chinese_text("template.figures.number"), "heading")
    for at, column in enumerate(table.columns, 2):
        unit = f"\n（{column.unit}）" if column.unit and column.unit != "%" else ""
        page.label(HEADING_ROW, at, column.label + unit, "heading")
    page.label(HEADING_ROW, len(widths), chinese_text("template.figures.source"), "heading")
    page.height(HEADING_ROW, 34)
    rows = filling.tables.get(table.id, ())
    for nth in range(1, table.rows + 1):
        row = FIRST_ROW + nth - 1
        given = rows[nth - 1] if nth <= len(rows) else {}
        page.label(row, 1, str(nth), "centre")
        page.height(row, 24)
        cells = {c.id: f"{column_letters(at)}{row}" for at, c in enumerate(table.columns, 2)}
        for at, column in enumerate(table.columns, 2):
            key = cell_key(table, column, nth)
            formula = table_column_formula(table, column.id, cells)
            if formula is not None:
                page.formula(row, at, formula, f"live|{_numbers(column)}", key)
            else:
                look = "entry-text" if column.kind == "text" else f"entry|{_numbers(column)}"
                page.entry(row, at, given.get(column.id), look, key)
        page.entry(
            row,
            len(widths),
            filling.sources.get(f"{table.id}:{nth}"),
            "entry-text",
            f"source:{table.id}:{nth}",
        )
    last = FIRST_ROW + table.rows - 1
    for at, column in enumerate(table.columns, 2):
        rule = figure_rule(column)
        if rule is not None and column.formula is None:
            restrict(page, (FIRST_ROW, at), (last, at), rule)
    sign(page, last + 1)
    page.keep(last - 1, last + 1)
    set_up(page, last + 1, heading_row=HEADING_ROW)


def _numbers(column: TableColumn) -> str:
    if column.unit == "%" or column.kind == "rate":
        return rate_format("%")
    return decimal_format(column.digits, thousands=column.kind == "money")
