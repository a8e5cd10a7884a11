"""Write the annotated copy of a return: the file itself with marks, comments and 审核结果.

What is no xlsx or xlsm comes back as a new xlsx of its values with the same marks.
"""

from __future__ import annotations

import os
from pathlib import Path

from jixiao.checking import Check, SourceLike
from jixiao.checking import check as check_source
from jixiao.finding import Finding, Lang, finding, text_of
from jixiao.workbook import (
    AddedSheet,
    FileKind,
    Mark,
    Patched,
    Refused,
    Workbook,
    alone,
    content_hash,
    load_file,
    mark_workbook,
    patch_workbook,
    read_workbook,
)
from jixiao.writing.annotation.marks import marks_of
from jixiao.writing.annotation.sheet import COPIED, SHEET, compose_results
from jixiao.writing.atomic import OutputRefused, write_atomically

__all__ = ["OutputRefused", "annotate", "annotated", "mark_workbook"]


def annotate(
    check: Check | SourceLike,
    target: str | os.PathLike[str],
    *,
    replace: bool = False,
    lang: Lang = "zh",
    source: bytes | None = None,
) -> Path:
    """Write the annotated copy of the file that ``check`` is about to ``target``; give its path.

    Instead of a check, whatever ``jixiao.check`` takes may be given: it is then checked first.

    ``source`` is the file's content where ``check.file`` does not lead to it. ``OutputRefused``
    where the target is the file itself or exists and ``replace`` is not set, where the file cannot
    be read, or where it is no longer the one that was checked. The input is never written to.

    >>> import jixiao, openpyxl, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     blank = Path(folder, "blank.xlsx")
    ...     jixiao.write_template(jixiao.load_rulebook("yueyang-2018"), blank)
    ...     copy = jixiao.annotate(jixiao.check(blank), Path(folder, "annotated.xlsx"))
    ...     openpyxl.load_workbook(copy).sheetnames[-1]
    '审核结果'
    """
    path = Path(target)
    if not isinstance(check, Check):
        check = check_source(check)
    deliver(check, path, replace=replace, lang=lang, source=source)
    return path


def deliver(
    check: Check, path: Path, *, replace: bool, lang: Lang = "zh", source: bytes | None = None
) -> Patched:
    """Write the annotated copy as ``annotate`` does and give what became of it."""
    source = source if source is not None else check.content
    patched = prepared(check, path, lang=lang, source=source)
    inputs = (Path(check.file),) if source is None else ()
    write_atomically(path, patched.content, inputs=inputs, replace=replace)
    return patched


def prepared(
    check: Check, path: Path, *, lang: Lang = "zh", source: bytes | None = None
) -> Patched:
    """Make what ``annotate`` would write to ``path``, or refuse as it does; nothing is written."""
    source = source if source is not None else check.content
    if check.outcome == "unreadable":
        raise OutputRefused(text_of("annotation.unreadable"), path)
    try:
        content = load_file(check.file) if source is None else source
    except Refused:
        raise OutputRefused(text_of("annotation.unreadable"), path) from None
    if check.sha256 is not None and content_hash(content) != check.sha256:
        raise OutputRefused(text_of("annotation.changed"), path)
    return annotated(check, content, lang)


def annotated(check: Check, content: bytes, lang: Lang = "zh") -> Patched:
    """Make the annotated copy of ``content`` in memory."""
    marks = marks_of(check, lang)
    if content[:4] == b"PK\x03\x04" and not _is_foreign(content):
        return patch_workbook(
            content, marks, lambda noticed: compose_results(check, noticed, lang=lang), name=SHEET
        )
    return _annotated_values(check, content, marks, lang)


def _is_foreign(content: bytes) -> bool:
    from jixiao.workbook import open_archive, sniff_archive

    try:
        return sniff_archive(open_archive(content)) not in (FileKind.XLSX, FileKind.XLSM)
    except Refused:
        return False


def _annotated_values(check: Check, content: bytes, marks: tuple[Mark, ...], lang: Lang) -> Patched:
    """Annotate a copy of the values, for formats that cannot be patched."""
    from jixiao.writing.annotation.value_copy import copy_names, copy_values

    workbook = read_workbook(check.file, content)
    if not isinstance(workbook, Workbook):
        return alone(lambda noticed: compose_results(check, noticed, lang=lang), *workbook.findings)
    names = copy_names(workbook)
    said = finding(COPIED, found=workbook.format)

    def added(noticed: tuple[Finding, ...]) -> AddedSheet:
        return compose_results(
            check, (said, *noticed), lang=lang, sheet_name=lambda name: names.get(name, name)
        )

    moved = [Mark(names.get(m.sheet, m.sheet), m.cell, m.severity, m.comment) for m in marks]
    return patch_workbook(copy_values(workbook, names), moved, added, name=SHEET)
