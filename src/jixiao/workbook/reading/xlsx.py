"""The reader of xlsx and xlsm: package → sheets with everything a verdict needs of each cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from jixiao.finding import Bilingual, Finding, message, text_of
from jixiao.workbook.container import Package
from jixiao.workbook.model import Sheet, Visibility, Workbook
from jixiao.workbook.reading.budget import Budget
from jixiao.workbook.reading.comments import SheetComments, read_comments
from jixiao.workbook.reading.notices import Notices
from jixiao.workbook.reading.shared_strings import SharedStrings, read_strings
from jixiao.workbook.reading.styles import Format, read_formats
from jixiao.workbook.reading.workbook_part import SheetEntry, read_book
from jixiao.workbook.reading.workbook_properties import saved_at
from jixiao.workbook.reading.worksheet import CellReader
from jixiao.workbook.refusal import Refused, refuse_file

_WORKSHEET: Final = "worksheet"
_OTHER: Final = {
    "chartsheet": text_of("workbook.sheet.chart"),
    "dialogsheet": text_of("workbook.sheet.dialog"),
}
# What makes one sheet unreadable; sizes and counts beyond the limits end the whole reading.
_ONE_SHEET_ONLY: Final = frozenset({"F118", "F119", "F222"})


def read_xlsx(package: Package, *, path: str, sha256: str, kind: str) -> Workbook:
    """Read the worksheets of a package that passed the gate; F124 where none can be read."""
    notes = Notices()
    allowance = Budget()
    book = read_book(package)
    texts = _read_texts(package, notes)
    formats = _read_formats(package, notes)
    for entry in book.sheets:
        if entry.part is not None:
            allowance.take(entry.part)
    sheets: list[Sheet] = []
    names: set[str] = set()
    for index, entry in enumerate(book.sheets):
        if entry.name.casefold() in names:
            notes.add("F220", sheet=entry.name, found=entry.name)
        names.add(entry.name.casefold())
        if entry.kind != _WORKSHEET:
            notes.add(
                "F219",
                found=entry.name,
                kind=_OTHER.get(entry.kind, text_of("workbook.sheet.macro")),
            )
        elif entry.part is None:
            notes.add("F122", sheet=entry.name, found=entry.name)
        else:
            sheet = _read_sheet(package, entry, index, texts, formats, notes, allowance)
            if sheet is not None:
                sheets.append(sheet)
    if not sheets:
        raise _no_sheet(notes.findings())
    return Workbook(
        path,
        sha256,
        kind,
        tuple(sheets),
        names=book.names,
        date1904=book.date1904,
        findings=notes.findings(),
        is_signed=package.is_signed,
        is_structure_protected=book.is_structure_protected,
        saved=saved_at(package),
    )


def _no_sheet(noticed: Sequence[Finding]) -> Refused:
    """Choose what to show where no sheet was read: the first error, else that there is none."""
    errors = [found for found in noticed if found.severity.rank == 0]
    return Refused(errors[0]) if errors else refuse_file("F124")


def _read_texts(package: Package, notes: Notices) -> SharedStrings:
    path = package.shared_strings_path
    if path is not None:
        return read_strings(package, path)
    if any(r.kind == "sharedStrings" for r in package.relationships(package.workbook_path)):
        notes.add("F217")
    return SharedStrings()


def _read_formats(package: Package, notes: Notices) -> tuple[Format, ...]:
    path = package.styles_path
    if path is not None:
        return read_formats(package, path)
    notes.add("F218")
    return ()


def _read_sheet(
    package: Package,
    entry: SheetEntry,
    index: int,
    texts: SharedStrings,
    formats: tuple[Format, ...],
    notes: Notices,
    allowance: Budget,
) -> Sheet | None:
    part = entry.part or ""
    reader = CellReader(
        entry.name,
        texts=texts,
        formats=formats,
        comments=_read_comments(package, entry, notes, allowance),
        notes=notes,
        is_hidden=entry.visibility is not Visibility.VISIBLE,
        allowance=allowance,
        may_wait=True,
    )
    try:
        reader.read(package, part)
    except Refused as refused:
        if refused.finding.code not in _ONE_SHEET_ONLY:
            raise
        notes.add("F222", sheet=entry.name, found=entry.name, reason=_reason(refused.finding))
        return None
    return Sheet(
        entry.name,
        index,
        part=part,
        visibility=entry.visibility,
        cells=reader.cells if reader.unmade is None else reader.unmade,
        merges=tuple(reader.frame.merges),
        protected=reader.frame.protected,
        hidden_rows=frozenset(reader.hidden_rows),
        hidden_columns=tuple(reader.frame.hidden_columns),
        widths=reader.frame.widths,
    )


def _reason(found: Finding) -> str | Bilingual:
    """Say, inside another sentence, why a sheet cannot be read."""
    if found.code == "F222":
        return found.values["reason"]
    return Bilingual(message(found, "zh").rstrip("。"), message(found, "en").rstrip("."))


def _read_comments(
    package: Package, entry: SheetEntry, notes: Notices, allowance: Budget
) -> SheetComments:
    try:
        return read_comments(package, entry.part or "", allowance)
    except Refused as refused:
        if refused.finding.code not in _ONE_SHEET_ONLY:
            raise
        notes.add("F223", sheet=entry.name, found=entry.name)
        return {}
