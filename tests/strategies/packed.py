"""Many fillings in one workbook, one a row: a template's formulas without its looks.

Every defined name of the template is replaced by the cells of the row, nothing else is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from jixiao.rulebook import weight_of
from jixiao.rulebook.excel.defined_names import input_name, rate_name, suggested_name, table_name
from jixiao.rulebook.excel.indicator import rate_formula, score_formula
from jixiao.rulebook.excel.rows import table_column_formula
from jixiao.rulebook.schema.model import Role, Rulebook
from jixiao.writing.template.filling import Filling, TypedValue
from jixiao.writing.template.fixed_rows import left_out_points, left_out_when
from jixiao.writing.template.sums import SumCells, complete, grade_formula, sum_formula
from jixiao.writing.template.table_sheet import cell_key

WRONG = 777.77  # cached in every formula cell: only recalculation removes it
_NAME = re.compile(r"\bjx_[a-z0-9_]+")

Places = dict[str, tuple[int, int]]


class Row:
    """One filling being written into one row; ``places`` maps keys of formulas to cells."""

    def __init__(self, sheet: Worksheet, row: int, rulebook: Rulebook, filling: Filling) -> None:
        self._sheet = sheet
        self._row = row
        self._column = 0
        self._rulebook = rulebook
        self._filling = filling
        self._names: dict[str, str] = {}
        self.places: Places = {}

    def write(self) -> Places:
        """Write inputs, then formulas, left to right."""
        for item in self._rulebook.inputs:
            self._names[input_name(item.id)] = self._typed(self._filling.inputs.get(item.id))
        self._tables()
        self._indicators()
        return self.places

    def _tables(self) -> None:
        for table in self._rulebook.tables:
            rows = self._filling.tables.get(table.id, ())
            cells: list[dict[str, str]] = [{} for _ in range(table.rows)]
            for column in table.columns:
                first = self._column
                for nth in range(table.rows):
                    if column.formula is not None:
                        text = table_column_formula(table, column.id, cells[nth])
                        cell = self._formula(text or "", cell_key(table, column, nth + 1))
                    else:
                        given = rows[nth].get(column.id) if nth < len(rows) else None
                        cell = self._typed(given)
                    cells[nth][column.id] = cell
                start = xl_rowcol_to_cell(self._row, first)
                end = xl_rowcol_to_cell(self._row, self._column - 1)
                self._names[table_name(table.id, column.id)] = f"{start}:{end}"

    def _indicators(self) -> None:
        rows, left_out = [], []
        for indicator in self._rulebook.indicators:
            rate = rate_formula(self._rulebook, indicator)
            rate_cell = None if rate is None else self._formula(rate, rate_name(indicator.id))
            score = score_formula(self._rulebook, indicator, rate_cell)
            claimed = self._typed(self._filling.claimed.get(indicator.id))
            cells = {Role.CLAIMED: claimed}
            if score is not None:
                cells[Role.SUGGESTED] = self._formula(score, suggested_name(indicator.id))
            unless = left_out_when(indicator, cells.get(Role.SUGGESTED))
            if unless:
                weight = weight_of(self._rulebook, indicator)
                left_out.append(left_out_points(unless, Fraction(weight or 0)))
            rows.append(SumCells(cells, adjusts=indicator.adjusts, unless=unless))
        for role, suffix in ((Role.CLAIMED, ""), (Role.SUGGESTED, "-suggested")):
            added = sum_formula(self._rulebook, role, rows, left_out=left_out)
            total = self._formula(added, f"total{suffix}")
            if self._rulebook.blocks:
                continue  # their grades wait for the weights of the free rows
            ready = complete(self._rulebook, role, rows, SumCells({role: total}))
            grade = grade_formula(self._rulebook, total, ready)
            self._formula(grade, f"grade{suffix}")

    def _typed(self, value: TypedValue | None) -> str:
        cell = xl_rowcol_to_cell(self._row, self._column)
        if isinstance(value, bool):
            self._sheet.write_string(cell, "是" if value else "否")
        elif isinstance(value, Decimal):
            self._sheet.write_number(cell, float(value))
        elif value is not None:
            self._sheet.write_string(cell, value)
        self._column += 1
        return cell

    def _formula(self, formula: str, key: str) -> str:
        cell = xl_rowcol_to_cell(self._row, self._column)
        own = _NAME.sub(lambda match: self._names[match[0]], formula)
        self._sheet.write_formula(cell, f"={own}", None, WRONG)
        self.places[key] = (self._row, self._column)
        self._column += 1
        return cell


def pack(
    path: Path, rulebook: Rulebook, fillings: Sequence[Filling]
) -> Iterator[Mapping[str, tuple[int, int]]]:
    """Write the workbook; give, filling by filling, where the formulas stand."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("全部")
        places = [
            Row(sheet, row, rulebook, filling).write() for row, filling in enumerate(fillings)
        ]
    return iter(places)
