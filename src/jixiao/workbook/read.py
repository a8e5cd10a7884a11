"""Read any file handed in: a ``Workbook``, or an ``Unreadable`` that says why not."""

from __future__ import annotations

import os
from dataclasses import replace

from jixiao.finding import Finding
from jixiao.workbook.admit import Admitted, FileKind, admit_file, content_hash, load_file
from jixiao.workbook.model import Unreadable, Workbook
from jixiao.workbook.refusal import OVERSIZE, Refused, said_of_largest


def read_workbook(
    path: str | os.PathLike[str], content: bytes | None = None
) -> Workbook | Unreadable:
    """Read the workbook at ``path``; with ``content`` (a member of an archive) path only names it.

    Never raises for what is in the file: whatever keeps it from being read is a finding with an
    F code in ``Unreadable.findings``. The file is opened once, and only if it is a regular one.
    """
    shown = os.fspath(path)
    sha256: str | None = None
    try:
        if content is None:
            content = load_file(path)
        sha256 = content_hash(content)
        admitted = admit_file(content, shown, sha256)
        workbook = _read_admitted(admitted, shown)
    except Refused as refused:
        return Unreadable(shown, sha256, (_with_largest(refused.finding, content),))
    if admitted.findings:
        workbook = replace(workbook, findings=(*admitted.findings, *workbook.findings))
    return workbook


def _with_largest(found: Finding, content: bytes | None) -> Finding:
    """Name the largest sheet where the workbook is beyond a limit: that one is to be deleted."""
    if found.code not in OVERSIZE or content is None:
        return found
    from jixiao.workbook.reading import largest_sheet

    name = largest_sheet(content)
    if name is None:
        return found
    values = {**found.values, "largest": said_of_largest(name)}
    return replace(found, sheet=name, values=values)


def _read_admitted(admitted: Admitted, shown: str) -> Workbook:
    if admitted.package is not None and admitted.kind is FileKind.ODS:
        from jixiao.workbook.reading import read_ods

        return read_ods(admitted.package, path=shown, sha256=admitted.sha256)
    if admitted.package is not None:
        from jixiao.workbook.reading import read_xlsx

        return read_xlsx(
            admitted.package, path=shown, sha256=admitted.sha256, kind=admitted.kind.value
        )
    from jixiao.workbook.reading import read_foreign

    kind = FileKind.ET if shown.lower().endswith((".et", ".ett")) else admitted.kind
    return read_foreign(admitted.content, path=shown, sha256=admitted.sha256, kind=kind.value)
