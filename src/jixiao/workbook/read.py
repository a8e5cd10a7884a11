"""Read any file handed in: a ``Workbook``, or an ``Unreadable`` that says why not."""

from __future__ import annotations

import os
from dataclasses import replace

from jixiao.workbook.gate import Admitted, admit, content_hash, load
from jixiao.workbook.model import Unreadable, Workbook
from jixiao.workbook.refusal import Refused
from jixiao.workbook.sniff import Kind


def read(path: str | os.PathLike[str], content: bytes | None = None) -> Workbook | Unreadable:
    """Read the workbook at ``path``; with ``content`` (a member of an archive) path only names it.

    Never raises for what is in the file: whatever keeps it from being read is a finding with an
    F code in ``Unreadable.findings``. The file is opened once, and only if it is a regular one.
    """
    shown = os.fspath(path)
    sha256: str | None = None
    try:
        if content is None:
            content = load(path)
        sha256 = content_hash(content)
        admitted = admit(content, shown, sha256)
        workbook = _read_admitted(admitted, shown)
    except Refused as refused:
        return Unreadable(shown, sha256, (refused.finding,))
    if admitted.findings:
        workbook = replace(workbook, findings=(*admitted.findings, *workbook.findings))
    return workbook


def _read_admitted(admitted: Admitted, shown: str) -> Workbook:
    if admitted.package is not None:
        from jixiao.workbook.xlsx import read_xlsx

        return read_xlsx(
            admitted.package, path=shown, sha256=admitted.sha256, kind=admitted.kind.value
        )
    from jixiao.workbook.foreign import read_foreign

    kind = Kind.ET if shown.lower().endswith((".et", ".ett")) else admitted.kind
    return read_foreign(admitted.content, path=shown, sha256=admitted.sha256, kind=kind.value)
