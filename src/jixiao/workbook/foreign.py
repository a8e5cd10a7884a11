"""Read xls, xlsb, ods and et: start the child process, bound it, and turn its answer into values.

The library that reads these formats may abort, hang or claim gigabytes on a damaged file, so it
never runs in this process. What it cannot show is said in one notice (F300).
"""

from __future__ import annotations

import marshal
import subprocess
import sys
from typing import Any, Final

from jixiao.workbook import limits
from jixiao.workbook.model import Cell, CellKind, Range, Sheet, Visibility, Workbook
from jixiao.workbook.notes import Notes
from jixiao.workbook.refusal import refuse

# What the child says when it ends by itself; anything else is a crash.
DAMAGED: Final = "damaged"
ENCRYPTED: Final = "encrypted"
TOO_LARGE: Final = "too large"
NO_MEMORY: Final = "memory"
_SIGKILL: Final = -9
_SIGXCPU: Final = -24
_GRACE_SECONDS: Final = 1  # to start the interpreter; the child's own clock starts later
_FLOAT_DIGITS: Final = 15
_VISIBILITY: Final = {
    "visible": Visibility.VISIBLE,
    "hidden": Visibility.HIDDEN,
    "very hidden": Visibility.VERY_HIDDEN,
}
_KINDS: Final = {
    "n": CellKind.NUMBER,
    "s": CellKind.TEXT,
    "b": CellKind.BOOLEAN,
    "d": CellKind.DATE,
}


def read_foreign(content: bytes, *, path: str, sha256: str, kind: str) -> Workbook:
    """Read the values of a workbook in a child process; refuses by F020, F124, F301 to F306."""
    answer = _ask_child(content, kind)
    notes = Notes()
    notes.add("F300", found=kind)
    sheets: list[Sheet] = []
    for index, told in enumerate(answer["sheets"]):
        if "failed" in told:
            code = "F305" if told["failed"] == TOO_LARGE else "F306"
            notes.add(code, sheet=told["name"], found=told["name"], limit=_millions())
        else:
            sheets.append(_make_sheet(told, index, notes))
    if not sheets:
        errors = [found for found in notes.findings() if found.code in ("F305", "F306")]
        raise refuse("F304" if errors else "F124", found=kind)
    if answer["long"]:
        notes.add("F307", found=str(answer["long"]))
    return Workbook(
        path,
        sha256,
        kind,
        tuple(sheets),
        names=dict(answer["names"]),
        findings=notes.findings(),
    )


def _ask_child(content: bytes, kind: str) -> dict[str, Any]:
    """Run the child on the bytes of a file and give what it tells."""
    command = [sys.executable, "-I", "-S", "-c", _BOOT, *_child_paths()]
    try:
        done = subprocess.run(
            command,
            input=content,
            capture_output=True,
            timeout=limits.CHILD_SECONDS + _GRACE_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise refuse("F301", limit=str(limits.CHILD_SECONDS)) from None
    if done.returncode in (_SIGXCPU, _SIGKILL):
        raise refuse("F301", limit=str(limits.CHILD_SECONDS))
    if done.returncode != 0:
        if b"memory allocation of" in done.stderr or b"MemoryError" in done.stderr:
            raise _no_memory()
        raise refuse("F302")
    answer: dict[str, Any] = marshal.loads(done.stdout)
    failed = answer.get("failed")
    if failed == ENCRYPTED:
        raise refuse("F020")
    if failed == NO_MEMORY:
        raise _no_memory()
    if failed == TOO_LARGE:
        raise refuse("F201", limit=str(limits.CELLS))
    if failed is not None:
        raise refuse("F304", found=kind)
    return answer
