"""Write the annotated copy of a return: the file itself with marks, comments and 审核结果.

What is no xlsx or xlsm comes back as a new xlsx of its values with the same marks.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from jixiao.checking import Check, SourceLike, Working
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
from jixiao.writing.annotation.workings_sheet import compose_workings
from jixiao.writing.atomic import OutputRefused, write_atomically

__all__ = ["OutputRefused", "annotate", "annotated", "mark_workbook"]


def annotate(
    check: Check | SourceLike,
    target: str | os.PathLike[str],
    *,
    replace: bool = False,
    lang: Lang = "zh",
    source: bytes | None = None,
    workings: Sequence[Working] = (),
) -> Path:
    """Write the annotated copy of the file that ``check`` is about to ``target``; give its path.

    Instead of a check, whatever ``jixiao.check`` takes may be given: it is then checked first.

    ``source`` is the file's content where ``check.file`` does not lead to it. With ``workings``
    (see ``workings_of``) the copy gets the sheet 计算底稿 as well. ``OutputRefused``
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
    deliver(check, path, replace=replace, lang=lang, source=source, workings=workings)
    return path


def deliver(
    check: Check,
    path: Path,
    *,
    replace: bool,
    lang: Lang = "zh",
    source: bytes | None = None,
    workings: Sequence[Working] = (),
) -> Patched:
    """Write the annotated copy as ``annotate`` does and give what became of it."""
    source = source if source is not None else check.content
    patched = prepared(check, path, lang=lang, source=source, workings=workings)
    inputs = (Path(check.file),) if source is None else ()
    write_atomically(path, patched.content, inputs=inputs, replace=replace)
    return patched


def prepared(
    check: Check,
    path: Path,
    *,
    lang: Lang = "zh",
    source: bytes | None = None,
    workings: Sequence[Working] = (),
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
    return annotated(check, content, lang, workings)


def annotated(
    check: Check, content: bytes, lang: Lang = "zh", workings: Sequence[Working] = ()
) -> Patched:
    """Make the annotated copy of ``content`` in memory."""
    marks = marks_of(check, lang)
    if content[:4] == b"PK\x03\x04" and not _is_foreign(content):
        return patch_workbook(content, marks, _composer(check, lang, workings), name=SHEET)
    return _annotated_values(check, content, marks, lang, workings)


def _composer(
    check: Check,
    lang: Lang,
    workings: Sequence[Working],
    names: Mapping[str, str] | None = None,
    said: tuple[Finding, ...] = (),
) -> Callable[[tuple[Finding, ...]], tuple[AddedSheet, ...]]:
    """Make the added sheets; links lead to sheets by the ``names`` they have in the copy."""

    def name_in_copy(name: str) -> str:
        return (names or {}).get(name, name)

    def compose(noticed: tuple[Finding, ...]) -> tuple[AddedSheet, ...]:
        found = (*said, *noticed)
        results = compose_results(check, found, lang=lang, sheet_name=name_in_copy)
        if not workings:
            return (results,)
        return results, compose_workings(check, workings, lang=lang, sheet_name=name_in_copy)

    return compose


def _is_foreign(content: bytes) -> bool:
    from jixiao.workbook import archive_of, sniff_archive

    try:
        return sniff_archive(archive_of(content)) not in (FileKind.XLSX, FileKind.XLSM)
    except Refused:
        return False


def _annotated_values(
    check: Check,
    content: bytes,
    marks: tuple[Mark, ...],
    lang: Lang,
    workings: Sequence[Working],
) -> Patched:
    """Annotate a copy of the values, for formats that cannot be patched."""
    from jixiao.writing.annotation.value_copy import copy_names, copy_values

    workbook = read_workbook(check.file, content)
    if not isinstance(workbook, Workbook):
        return alone(_composer(check, lang, ()), *workbook.findings)
    names = copy_names(workbook)
    said = finding(COPIED, found=workbook.format)
    moved = [Mark(names.get(m.sheet, m.sheet), m.cell, m.severity, m.comment) for m in marks]
    compose = _composer(check, lang, workings, names, (said,))
    return patch_workbook(copy_values(workbook, names), moved, compose, name=SHEET)
