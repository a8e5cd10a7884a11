"""The very hidden sheet of a template: rulebook, version and what its cells were issued with.

Formulas are kept one by one, so that one typed over can be named; of scoring standards only a
digest each, of a sheet's input cells only the addresses: a return is read faster for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from xlsxwriter import Workbook

from jixiao.rulebook import Rulebook
from jixiao.scoresheet import FIRST_ISSUED_ROW, STAMP_FORMAT, STAMP_SHEET, digest_of
from jixiao.writing.template.formats import TemplateFormats
from jixiao.writing.template.page import STANDARD, IssuedRecord

_CELLS_A_ROW = 2_000  # addresses a cell: well below a cell's 32,767 characters
_STANDARDS_A_ROW = 200


def write_stamp(
    book: Workbook,
    styles: TemplateFormats,
    rulebook: Rulebook,
    issued: Iterable[IssuedRecord],
    *,
    department: str | None,
    year: int | None,
) -> None:
    """Add the sheet; every cell is text."""
    sheet = book.add_worksheet(STAMP_SHEET)
    sheet.very_hidden()
    head = (
        (STAMP_FORMAT,),
        ("rulebook", rulebook.id),
        ("version", rulebook.version),
        ("sha256", rulebook.sha256),
        ("department", department or ""),
        ("year", "" if year is None else str(year)),
    )
    rows = [*enumerate(head)]
    rows += enumerate(_fingerprint(tuple(issued)), FIRST_ISSUED_ROW - 1)
    for row, texts in rows:
        for column, text in enumerate(texts):
            if text:
                sheet.write_string(row, column, text, styles["stamp"])


def _fingerprint(issued: Sequence[IssuedRecord]) -> Iterator[tuple[str, ...]]:
    """Rows of sheet, cell, kind, content and key; kinds formula, inputs and standards."""
    for one in issued:
        if one.kind == "formula":
            yield one.sheet, one.cell, one.kind, one.content, one.key
    for sheet in dict.fromkeys(one.sheet for one in issued):
        inputs = [i.cell for i in issued if i.sheet == sheet and i.kind == "input"]
        for start in range(0, len(inputs), _CELLS_A_ROW):
            yield sheet, "", "inputs", " ".join(inputs[start : start + _CELLS_A_ROW]), ""
        standards = [
            f"{i.key.removeprefix(STANDARD)}={digest_of(i.content)}"
            for i in issued
            if i.sheet == sheet and i.key.startswith(STANDARD)
        ]
        for start in range(0, len(standards), _STANDARDS_A_ROW):
            yield sheet, "", "standards", " ".join(standards[start : start + _STANDARDS_A_ROW]), ""
