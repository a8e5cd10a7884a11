"""The sheet 修改清单: each change with its reason, what was left, what followed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Final

from jixiao.checking import FixPlan
from jixiao.finding import Finding, Fix, Lang, chinese_text, message, text_in
from jixiao.version import __version__
from jixiao.workbook import FIXES, AddedCell, AddedLine, AddedSheet, CellEdit, CellFormat
from jixiao.writing.text_width import row_height

SHEET: Final = chinese_text("mending.sheet")
_WIDTHS: Final = (6.0, 18.0, 22.0, 52.0, 40.0)
_COLUMNS: Final = len(_WIDTHS)
_FROZEN: Final = 2


def compose_fixes(plan: FixPlan, noticed: Sequence[Finding], lang: Lang) -> AddedSheet:
    """Make the sheet; ``noticed`` are findings of the patching itself."""
    lines = [*_head(plan, lang), *_made(plan, lang), *_followed(plan, lang), *_left(plan, lang)]
    lines += [_line((message(found, lang), CellFormat.TEXT, _COLUMNS)) for found in noticed]
    return AddedSheet(SHEET, tuple(lines), _WIDTHS, frozen=_FROZEN, header=FIXES)


def _head(plan: FixPlan, lang: Lang) -> Iterator[AddedLine]:
    yield _line((text_in("mending.title", lang), CellFormat.TITLE, _COLUMNS), height=30)
    remaining = len(plan.after.findings)
    counts = text_in(
        "mending.counts" if remaining else "mending.counts-clean",
        lang,
        count=len(plan.fixes),
        left=len(plan.left),
        findings=remaining,
    )
    yield _line((counts, CellFormat.SUBTITLE, _COLUMNS))
    name = PurePath(plan.before.file.replace("\\", "/")).name
    said = text_in("mending.source", lang, file=name, program=f"jixiao {__version__}")
    yield _line((said, CellFormat.TEXT, _COLUMNS))
    promise = plan.promise.text(lang) if plan.promise else text_in("mending.promise", lang)
    yield _line((promise, CellFormat.TEXT, _COLUMNS))


def _made(plan: FixPlan, lang: Lang) -> Iterator[AddedLine]:
    yield AddedLine()
    yield _section("mending.made", lang)
    yield _header(lang, "number", "cell", "before", "after", "why")
    for number, fix in enumerate(plan.fixes, 1):
        yield _change(number, fix, fix.why.text(lang), lang)


def _left(plan: FixPlan, lang: Lang) -> Iterator[AddedLine]:
    if not plan.left:
        return
    yield AddedLine()
    yield _section("mending.left", lang)
    yield _header(lang, "number", "cell", "now", "might", "why-not")
    for number, each in enumerate(plan.left, 1):
        yield _change(number, each.fix, each.why.text(lang), lang)


def _followed(plan: FixPlan, lang: Lang) -> Iterator[AddedLine]:
    """Results of formulas that changed because what they rest on did."""
    made = {fix.cell for fix in plan.fixes}
    edits = [
        edit
        for edit in plan.edits
        if edit.keeps_formula
        and edit.raw != edit.before
        and f"{edit.sheet}!{edit.cell}" not in made
    ]
    if not edits:
        return
    yield AddedLine()
    yield _section("mending.followed", lang)
    yield _header(lang, "number", "cell", "before", "after")
    for number, edit in enumerate(edits, 1):
        yield _result(number, edit, lang)


def _has_followed(edit: CellEdit) -> bool:
    return edit.keeps_formula and edit.raw != edit.before


def _change(number: int, fix: Fix, why: str, lang: Lang) -> AddedLine:
    before = fix.before or text_in("mending.blank", lang)
    return _line(
        (str(number), CellFormat.CENTRED, 1),
        (fix.cell, CellFormat.LINK, 1),
        (before, CellFormat.BODY, 1),
        (fix.after, CellFormat.BODY, 1),
        (why, CellFormat.BODY, 1),
        link=fix.cell,
    )


def _result(number: int, edit: CellEdit, lang: Lang) -> AddedLine:
    place = f"{edit.sheet}!{edit.cell}"
    return _line(
        (str(number), CellFormat.CENTRED, 1),
        (place, CellFormat.LINK, 1),
        (edit.before or text_in("mending.blank", lang), CellFormat.BODY, 1),
        (edit.raw or text_in("mending.blank", lang), CellFormat.BODY, 1),
        link=place,
    )


def _section(text: str, lang: Lang) -> AddedLine:
    return _line((text_in(text, lang), CellFormat.SECTION, _COLUMNS), height=22)


def _header(lang: Lang, *columns: str) -> AddedLine:
    return _line(
        *((text_in(f"mending.header.{column}", lang), CellFormat.HEADER, 1) for column in columns)
    )


def _line(
    *cells: tuple[str, CellFormat, int], height: float | None = None, link: str = ""
) -> AddedLine:
    """A row, high enough for its texts; ``link`` is where its second entry leads to."""
    sheet, _, cell = link.rpartition("!")
    entries = tuple(
        AddedCell(value, look, span, (sheet, cell) if link and at == 1 else None)
        for at, (value, look, span) in enumerate(cells)
    )
    return AddedLine(entries, height or row_height(entries, _WIDTHS))
