"""The sheet 计算底稿: for every indicator value, arithmetic, cells, formula, standard, clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import zip_longest
from pathlib import PurePath
from typing import Final

from jixiao.checking import VERDICTS, Check, SectionResult, UsedCell, Working
from jixiao.figures import format_number
from jixiao.finding import Lang, chinese_text, text_in
from jixiao.version import __version__
from jixiao.workbook import WORKINGS, AddedCell, AddedLine, AddedSheet, CellFormat
from jixiao.writing.annotation.sheet import SheetName
from jixiao.writing.text_width import row_height

SHEET: Final = chinese_text("annotation.workings-sheet")
_WIDTHS: Final = (5.0, 32.0, 18.0, 10.0, 10.0, 12.0, 78.0)
_COLUMNS: Final = ("no", "item", "place", "claimed", "computed", "verdict", "told")
_FROZEN: Final = 2
_SHOWN: Final = 3  # columns that the figure of a cell takes

_Entry = tuple[str | Decimal, CellFormat, int]


def compose_workings(
    check: Check,
    workings: Sequence[Working],
    *,
    lang: Lang = "zh",
    sheet_name: SheetName = lambda name: name,
) -> AddedSheet:
    """Make the sheet; ``sheet_name`` gives the name that a sheet of the return has in the copy."""
    lines = [
        _line((_title(check, lang), CellFormat.TITLE, len(_WIDTHS)), height=30),
        _line(
            *((text_in(f"annotation.workings.{c}", lang), CellFormat.HEADER, 1) for c in _COLUMNS)
        ),
    ]
    for number, working in enumerate(workings, 1):
        lines += _block(number, working, lang, sheet_name)
    for section in check.sections:
        lines.append(_sum(section, lang, sheet_name))
    lines += _whole(check, lang, sheet_name)
    lines.append(_line((_origin(check, lang), CellFormat.TEXT, len(_WIDTHS))))
    return AddedSheet(SHEET, tuple(lines), _WIDTHS, frozen=_FROZEN, header=WORKINGS)


def _title(check: Check, lang: Lang) -> str:
    parts = (check.department, str(check.year) if check.year else None)
    wording = "　".join(part for part in parts if part)
    title = text_in("annotation.workings.title", lang)
    return f"{title}　{wording}" if wording else title


def _origin(check: Check, lang: Lang) -> str:
    used = check.rulebook
    rulebook = f"{used.id} {used.version}" if used is not None and used.id else "—"
    return text_in(
        "annotation.workings.origin",
        lang,
        file=PurePath(check.file.replace("\\", "/")).name,
        rulebook=rulebook,
        program=f"jixiao {__version__}",
    )


def _block(number: int, working: Working, lang: Lang, name: SheetName) -> Iterator[AddedLine]:
    """The lines of one indicator: its own, then a line for each cell, notes next to them."""
    result = working.result
    trace = result.trace.text(lang) if result.trace is not None else ""
    label = " › ".join((*result.path, result.name))
    yield _line(
        (str(number), CellFormat.LABEL, 1),
        (label, CellFormat.LABEL, 1),
        *_link_entry(result.cells.get("score", "")),
        _points(result.claimed_score),
        _points(result.computed_score),
        (VERDICTS[result.verdict].text(lang), CellFormat.CENTRED, 1),
        (trace, CellFormat.BODY, 1),
        link=_target(result.cells.get("score", ""), name),
    )
    for cell, note in zip_longest(working.cells, _notes(working, lang)):
        yield _cell_line(cell, note or "", lang, name)


def _notes(working: Working, lang: Lang) -> list[str]:
    pairs = (
        ("formula", working.formula),
        ("standard", working.standard),
        ("rule", working.rule),
        ("clause", working.clause),
        ("source", working.source),
    )
    return [text_in(f"reporting.workings.{id_}", lang, text=said) for id_, said in pairs if said]


def _cell_line(cell: UsedCell | None, note: str, lang: Lang, name: SheetName) -> AddedLine:
    if cell is None:
        blank: _Entry = ("", CellFormat.BODY, 1)
        return _line(blank, blank, blank, ("", CellFormat.BODY, _SHOWN), (note, CellFormat.BODY, 1))
    label = text_in("annotation.workings.from", lang, label=cell.label.text(lang))
    return _line(
        ("", CellFormat.BODY, 1),
        (label, CellFormat.BODY, 1),
        *_link_entry(cell.place),
        (cell.shown or text_in("reporting.workings.blank", lang), CellFormat.BODY, _SHOWN),
        (note, CellFormat.BODY, 1),
        link=_target(cell.place, name),
    )


def _sum(section: SectionResult, lang: Lang, name: SheetName) -> AddedLine:
    label = text_in("annotation.workings.section", lang, name=section.name)
    wording = text_in("annotation.workings.sum", lang)
    return _total(label, section.cell or "", (section.claimed, section.computed), wording, name)


def _whole(check: Check, lang: Lang, name: SheetName) -> Iterator[AddedLine]:
    total = check.total
    if total is None:
        return
    wording = text_in("annotation.workings.sum-of-all", lang)
    if total.computed_grade:
        wording = text_in("annotation.workings.grade", lang, grade=total.computed_grade)
    label = text_in("annotation.workings.total", lang)
    yield _total(label, total.cell or "", (total.claimed, total.computed), wording, name)


def _total(
    label: str,
    place: str,
    scores: tuple[Fraction | None, Fraction | None],
    wording: str,
    name: SheetName,
) -> AddedLine:
    return _line(
        ("", CellFormat.LABEL, 1),
        (label, CellFormat.LABEL, 1),
        *_link_entry(place),
        *map(_points, scores),
        ("", CellFormat.BODY, 1),
        (wording, CellFormat.BODY, 1),
        link=_target(place, name),
    )


def _link_entry(place: str) -> tuple[_Entry]:
    return ((place, CellFormat.LINK if "!" in place else CellFormat.BODY, 1),)


def _target(place: str, name: SheetName) -> tuple[str, str] | None:
    sheet, mark, cell = place.rpartition("!")
    return (name(sheet), cell) if mark and cell else None


def _points(score: Fraction | None) -> _Entry:
    if score is None:
        return ("—", CellFormat.CENTRED, 1)
    return (Decimal(format_number(score)), CellFormat.NUMBER, 1)


def _line(
    *cells: _Entry, height: float | None = None, link: tuple[str, str] | None = None
) -> AddedLine:
    """A row, high enough for its texts; ``link`` is where its third entry leads to."""
    entries = tuple(
        AddedCell(value, look, span, link if at == 2 else None)
        for at, (value, look, span) in enumerate(cells)
    )
    return AddedLine(entries, height or row_height(entries, _WIDTHS))
