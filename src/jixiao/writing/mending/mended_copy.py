"""Write the copy of a return in which what is certain is mended; all else as it was, byte for byte.

Each change is marked, has a comment, and is a row of the sheet 修改清单. A return with nothing to
mend gives a copy that is the same file.
"""

from __future__ import annotations

from pathlib import Path

from jixiao.checking import FixPlan
from jixiao.finding import Fix, Lang, Severity, text_in, text_of
from jixiao.workbook import (
    FIXES,
    Mark,
    Refused,
    content_hash,
    load_file,
    patch_workbook,
)
from jixiao.writing.atomic import OutputRefused, write_atomically
from jixiao.writing.mending.fix_sheet import SHEET, compose_fixes


def deliver_fixes(plan: FixPlan, path: Path, *, replace: bool = False, lang: Lang = "zh") -> None:
    """Write the mended copy to ``path``.

    ``OutputRefused`` where the return is of a kind that is not mended, has changed since it was
    checked, cannot be patched, or where ``path`` is the return itself or exists and ``replace`` is
    not set. The return itself is never written to.
    """
    if plan.refused is not None:
        raise OutputRefused(plan.refused, path)
    check = plan.before
    try:
        content = load_file(check.file) if check.content is None else check.content
    except Refused:
        raise OutputRefused(text_of("annotation.unreadable"), path) from None
    if check.sha256 is not None and content_hash(content) != check.sha256:
        raise OutputRefused(text_of("annotation.changed"), path)
    mended = fixed_content(plan, content, lang)
    if mended is None:
        raise OutputRefused(text_of("mending.unpatchable"), path)
    inputs = (Path(check.file),) if check.content is None else ()
    write_atomically(path, mended, inputs=inputs, replace=replace)


def fixed_content(plan: FixPlan, content: bytes, lang: Lang = "zh") -> bytes | None:
    """Make the mended copy of ``content``; None where the file cannot be patched."""
    if not plan.fixes:
        return content
    patched = patch_workbook(
        content,
        [_mark(fix, lang) for fix in plan.fixes],
        lambda noticed: compose_fixes(plan, noticed, lang),
        name=SHEET,
        header=FIXES,
        edits=plan.edits,
    )
    return None if patched.is_alone else patched.content


def _mark(fix: Fix, lang: Lang) -> Mark:
    sheet, _, cell = fix.cell.rpartition("!")
    before = fix.before or text_in("mending.blank", lang)
    said = text_in("mending.comment", lang, before=before, after=fix.after, why=fix.why.text(lang))
    return Mark(sheet, cell, Severity.NOTICE, said)
