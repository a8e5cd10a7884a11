"""Patch a workbook: mark cells, comment on them, add a sheet, and lose nothing of the rest.

Takes the bytes of an xlsx or xlsm, gives a ``Patched`` that has been verified against them. What
cannot be patched comes back as a workbook of the added sheet alone, and says why.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from jixiao.finding import Finding, finding
from jixiao.workbook.admit import admit_file, load_file
from jixiao.workbook.calculation import CellEdit
from jixiao.workbook.container import Package
from jixiao.workbook.editing import elements
from jixiao.workbook.editing.add_sheet import add_sheet, free_name, keep_stale
from jixiao.workbook.editing.comments import CLOSING
from jixiao.workbook.editing.contents import recalculated_on_load
from jixiao.workbook.editing.draft import Draft
from jixiao.workbook.editing.formats import add_formats
from jixiao.workbook.editing.history import EarlierRun, HistoryTrace, find_earlier
from jixiao.workbook.editing.model import AddedSheet, Mark, Patched, Record
from jixiao.workbook.editing.sheet_xml import render_sheet
from jixiao.workbook.editing.splice import SpliceMisfit, apply_splices, ordered_splices
from jixiao.workbook.editing.standalone import write_standalone
from jixiao.workbook.editing.styles import EMPTY, Styles
from jixiao.workbook.editing.verify import verify_patch
from jixiao.workbook.editing.worksheet import SheetPatcher
from jixiao.workbook.model import MARKS
from jixiao.workbook.reading import Book, read_book
from jixiao.workbook.refusal import Refused

Compose = Callable[[tuple[Finding, ...]], AddedSheet | tuple[AddedSheet, ...]]

_STYLES: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"


def mark_workbook(
    source: bytes | str | os.PathLike[str], marks: Sequence[Mark], sheet: AddedSheet
) -> Patched:
    """Mark cells of any xlsx or xlsm and add a sheet; ``Refused`` where it is no sound package.

    >>> import io
    >>> import openpyxl
    >>> from jixiao.finding.value import Severity
    >>> from jixiao.workbook.editing import AddedCell, AddedLine, AddedSheet, Mark, mark_workbook
    >>> stream = io.BytesIO()
    >>> openpyxl.Workbook().save(stream)
    >>> mark = Mark("Sheet", "A1", Severity.ERROR, "应为乙。")
    >>> line = AddedLine((AddedCell("请看 A1", link=("Sheet", "A1")),))
    >>> added = AddedSheet("审核结果", (line,))
    >>> patched = mark_workbook(stream.getvalue(), [mark], added)
    >>> patched.sheet, patched.is_alone, sorted(patched.record.changed)[0]
    ('审核结果', False, '[Content_Types].xml')
    """
    name = "" if isinstance(source, bytes) else os.fspath(source)
    content = source if isinstance(source, bytes) else load_file(source)
    admit_file(content, name, "")  # refuses with the code that a check of the file gives
    return patch_workbook(content, marks, lambda _: sheet, name=sheet.name)


def patch_workbook(
    content: bytes,
    marks: Sequence[Mark],
    compose: Compose,
    *,
    name: str,
    header: str = MARKS,
    edits: Sequence[CellEdit] = (),
) -> Patched:
    """Mark cells and add the sheets that ``compose`` makes of what was noticed while patching.

    The first sheet, of the kind ``header``, is called ``name``, or ``name`` and a number where
    somebody else's is called so. ``edits`` are written into cells; where the file cannot be
    patched, nothing is edited.
    """
    package = Package.open(content)
    book = read_book(package)
    try:
        patched = _patch(package, book, marks, compose, (name, header), edits)
    except Refused as refused:
        found = refused.finding.found or ""
        return alone(compose, finding("F900", found=f"{refused.finding.code} {found}".strip()))
    except SpliceMisfit as misfit:
        return alone(compose, finding("F901", found=str(misfit)))
    if isinstance(patched, str):
        return alone(compose, finding("F901", found=patched))
    return patched


def alone(compose: Compose, *findings: Finding) -> Patched:
    """Give the added sheet in a workbook of its own, with ``findings`` that say why."""
    sheet = _listed(compose(findings))[0]
    return Patched(write_standalone(sheet), sheet.name, Record(), findings, is_alone=True)


def _listed(composed: AddedSheet | tuple[AddedSheet, ...]) -> tuple[AddedSheet, ...]:
    return composed if isinstance(composed, tuple) else (composed,)


def _patch(
    package: Package,
    book: Book,
    marks: Sequence[Mark],
    compose: Compose,
    wanted: tuple[str, str],
    edits: Sequence[CellEdit],
) -> Patched | str:
    base, header = wanted
    draft = Draft(package)
    earlier = find_earlier(package, book, base)
    styles, styles_path = _open_styles(draft)
    findings = _protections(package, book)
    traces: list[HistoryTrace] = []
    parts: list[str] = []
    protected: list[str] = []
    by_sheet = _by_sheet(marks, earlier, [*_still_commented(package, book), *_edited(edits)])
    listed = {entry.name: entry for entry in book.sheets}
    for name, (own, before) in by_sheet.items():
        entry = listed.get(name)
        if entry is None or entry.part is None or entry.kind != "worksheet":
            findings += [finding("F906", sheet=name, found=f"{name}!{m.cell}"[:80]) for m in own]
            continue
        patcher = SheetPatcher(draft, name, entry.part, styles)
        patcher.mark(own, before)
        written = tuple(edit for edit in edits if edit.sheet == name)
        if written:
            patcher.edit(written)
            draft.edited[entry.part] = written
        findings += patcher.findings
        traces += patcher.traces
        parts.append(entry.part)
        if patcher.is_protected:
            protected.append(name)
    if protected:
        findings.append(finding("F902", found="、".join(protected)))
    name = next((r.sheet for r in earlier if r.header == header), None) or free_name(base, book)
    if name != base:
        findings.append(finding("F908", found=base, name=name))
    first, *more = _listed(compose(tuple(findings)))
    formats = {} if styles.is_full else add_formats(styles)
    nth = 0
    for sheet, noted in ((replace(first, name=name), traces), *((each, []) for each in more)):
        replaced = next((run for run in earlier if run.header == sheet.header), None)
        named = replace(sheet, name=replaced.sheet if replaced else free_name(sheet.name, book))
        body = render_sheet(named, formats, space=draft.space, traces=noted)
        if replaced is not None:
            draft.replace(replaced.part, body)
        else:
            add_sheet(draft, named, body, nth)
            nth += 1
    keep_stale(draft, nth)
    if edits:
        _calculate_on_load(draft)
    _close_styles(draft, styles, styles_path)
    content, record = draft.finish()
    wrong = verify_patch(package, content, record, parts)
    return wrong or Patched(content, name, record, tuple(findings))


def _edited(edits: Sequence[CellEdit]) -> list[str]:
    return list(dict.fromkeys(edit.sheet for edit in edits))


def _calculate_on_load(draft: Draft) -> None:
    root = draft.tree(draft.book)
    sheets = root.first("sheets")
    if sheets is not None:
        draft.splice(draft.book, [recalculated_on_load(root, sheets)])


def _still_commented(package: Package, book: Book) -> list[str]:
    """The sheets that hold comments of an earlier run."""
    return [
        entry.name
        for entry in book.sheets
        if entry.part
        and (related := package.related(entry.part, "comments"))
        and CLOSING.encode() in package.part(related.target)
    ]


def _by_sheet(
    marks: Sequence[Mark], earlier: Sequence[EarlierRun], commented: Sequence[str]
) -> dict[str, tuple[list[Mark], list[HistoryTrace]]]:
    grouped: dict[str, tuple[list[Mark], list[HistoryTrace]]] = {}
    for mark in marks:
        grouped.setdefault(mark.sheet, ([], []))[0].append(mark)
    for trace in (trace for run in earlier for trace in run.traces):
        grouped.setdefault(trace.sheet, ([], []))[1].append(trace)
    for name in commented:
        grouped.setdefault(name, ([], []))
    for run in earlier:  # whatever is there now is ours
        grouped.pop(run.sheet, None)
    return grouped


def _protections(package: Package, book: Book) -> list[Finding]:
    findings = [finding("F903")] if book.is_structure_protected else []
    return [*findings, finding("F909")] if package.is_signed else findings


def _open_styles(draft: Draft) -> tuple[Styles, str | None]:
    path = draft.package.styles_path
    if path is not None:
        return Styles(draft.tree(path)), path
    return Styles(elements.parse_element(_empty_styles(draft), "styles.xml")), None


def _empty_styles(draft: Draft) -> bytes:
    return EMPTY % draft.space.encode()


def _close_styles(draft: Draft, styles: Styles, path: str | None) -> None:
    if path is not None:
        draft.splice(path, styles.splices())
        return
    content = apply_splices(_empty_styles(draft), ordered_splices(styles.splices()))
    lost = draft.missing(draft.book, "styles")
    path = lost or draft.unused(posixpath.dirname(draft.book), "styles", "xml", first="")
    draft.add(path, content, content_type=_STYLES)
    if lost is None and not draft.revive(draft.book, "styles", path):
        draft.relate(draft.book, "styles", path)
