"""The very hidden sheet of a template: rulebook, version and what every cell was issued with."""

from __future__ import annotations

from collections.abc import Iterable

from xlsxwriter import Workbook

from jixiao.rulebook.model import Rulebook
from jixiao.writing.template.looks import Looks
from jixiao.writing.template.page import Issued

SHEET = "_jixiao"
FORMAT = "jixiao.stamp/1"
_FIRST_ISSUED_ROW = 10


def write_stamp(
    book: Workbook,
    looks: Looks,
    rulebook: Rulebook,
    issued: Iterable[Issued],
    *,
    department: str | None,
    year: int | None,
) -> None:
    """Add the sheet; every cell is text."""
    sheet = book.add_worksheet(SHEET)
    sheet.very_hidden()
    head = (
        (FORMAT,),
        ("rulebook", rulebook.id),
        ("version", rulebook.version),
        ("sha256", rulebook.sha256),
        ("department", department or ""),
        ("year", "" if year is None else str(year)),
    )
    rows = [*enumerate(head)]
    rows += enumerate(
        ((i.sheet, i.cell, i.kind, i.content, i.key) for i in issued), _FIRST_ISSUED_ROW - 1
    )
    for row, texts in rows:
        for column, text in enumerate(texts):
            if text:
                sheet.write_string(row, column, text, looks["stamp"])
