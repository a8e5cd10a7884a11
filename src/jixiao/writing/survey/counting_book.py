"""The counting sheet of a survey: counts typed in, rates by live formulas, read back by survey."""

from __future__ import annotations

import datetime as dt
import io
from fractions import Fraction
from typing import Any, Final

from jixiao.figures import format_number
from jixiao.finding import chinese_text
from jixiao.rulebook import Questionnaires
from jixiao.workbook import cell_address

_HEADER: Final = 2  # row of the headings, from 0
_COUNTS: Final = 3  # columns of counts before the answers
_MADE: Final = dt.datetime(2020, 1, 1)  # noqa: DTZ001 - the same program gives the same bytes
_LOOKS: Final = {
    "title": {"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"},
    "note": {"text_wrap": True, "valign": "vcenter", "font_size": 10},
    "head": {"bold": True, "bg_color": "#D9E1F2", "border": 1, "align": "center",
             "valign": "vcenter", "text_wrap": True},
    "name": {"border": 1, "bg_color": "#F2F2F2", "valign": "vcenter"},
    "entry": {"border": 1, "align": "center", "num_format": "0", "locked": False},
    "sum": {"border": 1, "align": "center", "num_format": "0", "bg_color": "#F2F2F2"},
    "rate": {"border": 1, "align": "center", "num_format": "0.00%", "bg_color": "#F2F2F2"},
    "check": {"border": 1, "bg_color": "#F2F2F2", "text_wrap": True, "valign": "vcenter"},
}  # fmt: skip


def counting_book_of(
    asked: Questionnaires, *, department: str | None = None, year: int | None = None
) -> bytes:
    """Write the counting sheet of a rulebook: a row for each group, a sum where there are several.

    Only ``IF``, ``SUM`` and arithmetic are used, so that every program computes it.
    """
    import xlsxwriter

    whole = io.BytesIO()
    book = xlsxwriter.Workbook(whole, {"in_memory": True})
    book.set_properties({"created": _MADE})
    looks = {name: book.add_format(look) for name, look in _LOOKS.items()}
    sheet = book.add_worksheet(_say("sheet"))
    width = _COUNTS + len(asked.answers) + 3
    title = _say(
        "sheet-title",
        department=department or "",
        year=_say("year", year=year) if year else "",
    )
    sheet.merge_range(0, 0, 0, width, title, looks["title"])
    sheet.merge_range(1, 0, 1, width, f"{_say('sheet-note')}\n{_definition(asked)}", looks["note"])
    sheet.set_row(0, 30)
    sheet.set_row(1, 48)
    sheet.set_row(_HEADER, 32)
    for column, heading in enumerate(_headings(asked)):
        sheet.write_string(_HEADER, column, heading, looks["head"])
    names = [group.name or _say("anybody") for group in asked.groups]
    for row, name in enumerate(names, _HEADER + 1):
        sheet.write_string(row, 0, name, looks["name"])
        for column in range(1, _COUNTS + len(asked.answers) + 1):
            sheet.write_blank(row, column, None, looks["entry"])
        _results(sheet, row, asked, looks)
    if len(names) > 1:
        _total(sheet, len(names), asked, looks)
    _set_up(sheet, len(names), width)
    book.close()
    return whole.getvalue()


def _headings(asked: Questionnaires) -> list[str]:
    before = [_say(name) for name in ("subject", "issued", "returned", "valid")]
    answers = [answer.label for answer in asked.answers]
    return [*before, *answers, *(_say(name) for name in ("return-rate", "rate", "check"))]


def _definition(asked: Questionnaires) -> str:
    parts = [
        answer.label if answer.share == 1 else f"{answer.label}×{format_number(_share(answer))}"
        for answer in asked.answers
        if answer.share
    ]
    return _say("definition", parts="＋".join(parts))


def _share(answer: Any) -> Fraction:
    return Fraction(answer.share)


def _results(sheet: Any, row: int, asked: Questionnaires, looks: dict[str, Any]) -> None:
    """Return rate, satisfaction and check of one row, from its own counts."""
    issued, returned, valid = (cell_address(row + 1, column) for column in (2, 3, 4))
    first = _COUNTS + 2
    cells = [cell_address(row + 1, first + n) for n in range(len(asked.answers))]
    satisfied = "+".join(
        cell if answer.share == 1 else f"{cell}*{format_number(_share(answer))}"
        for cell, answer in zip(cells, asked.answers, strict=True)
        if answer.share
    )
    column = _COUNTS + len(asked.answers) + 1
    sheet.write_formula(row, column, f'=IF({issued}>0,{returned}/{issued},"")', looks["rate"], "")
    sheet.write_formula(
        row, column + 1, f'=IF({valid}>0,({satisfied})/{valid},"")', looks["rate"], ""
    )
    fits = f"SUM({cells[0]}:{cells[-1]})={valid}"
    wrong = (
        f'IF({valid}>{returned},"{_say("wrong")}",IF({fits},"{_say("right")}","{_say("wrong")}"))'
    )
    sheet.write_formula(row, column + 2, f'=IF({valid}>0,{wrong},"")', looks["check"], "")


def _total(sheet: Any, groups: int, asked: Questionnaires, looks: dict[str, Any]) -> None:
    row = _HEADER + 1 + groups
    sheet.write_string(row, 0, _say("total"), looks["name"])
    for column in range(1, _COUNTS + len(asked.answers) + 1):
        top, bottom = (cell_address(r, column + 1) for r in (_HEADER + 2, row))
        sheet.write_formula(row, column, f"=SUM({top}:{bottom})", looks["sum"], 0)
    _results(sheet, row, asked, looks)


def _set_up(sheet: Any, groups: int, width: int) -> None:
    """Whole numbers only, one page across, headings kept in view."""
    whole = {"validate": "integer", "criteria": ">=", "value": 0}
    sheet.data_validation(_HEADER + 1, 1, _HEADER + groups, width - 3, whole)
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, width - 1, 10)
    sheet.set_column(width, width, 24)
    sheet.freeze_panes(_HEADER + 1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _say(id_: str, **values: object) -> str:
    return chinese_text(f"questionnaire.{id_}", **values)
