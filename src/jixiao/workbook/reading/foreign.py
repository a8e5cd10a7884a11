"""Read xls, xlsb and et: start the child process, bound it, and turn its answer into values.

The library that reads these formats may abort, hang or claim gigabytes on a damaged file, so it
never runs in this process. What it cannot show is said in one notice (F300).
"""

from __future__ import annotations

import functools
import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from jixiao.finding import text_of
from jixiao.workbook import limits
from jixiao.workbook.addresses import CellRange, cell_address
from jixiao.workbook.admit import without_inner_workbooks
from jixiao.workbook.model import Cell, CellKind, Sheet, Visibility, Workbook
from jixiao.workbook.reading import foreign_child
from jixiao.workbook.reading.merges import without_overlaps
from jixiao.workbook.reading.notices import Notices
from jixiao.workbook.reading.shared_strings import without_controls
from jixiao.workbook.reading.styles import ELAPSED, GENERAL
from jixiao.workbook.refusal import Refused, refuse_file

_OUT_OF_MEMORY: Final = (b"memory allocation of", b"MemoryError", b"capacity overflow")
_PROCESSOR_TIME_OVER: Final = -24
_KILLED: Final = -9  # by the system, for want of memory
_START_SECONDS: Final = 2  # to start the interpreter on a busy machine
_VISIBILITY: Final = {
    "hidden": Visibility.HIDDEN,
    "veryhidden": Visibility.VERY_HIDDEN,
}
_KINDS: Final = {
    "n": CellKind.NUMBER,
    "t": CellKind.NUMBER,  # of days: a time or a duration
    "s": CellKind.TEXT,
    "b": CellKind.BOOLEAN,
    "d": CellKind.DATE,
    "x": CellKind.INVALID,
}
_REFUSED: Final = {
    foreign_child.ENCRYPTED: "F020",
    foreign_child.TOO_LARGE: "F200",
    foreign_child.TOO_MANY: "F201",
    foreign_child.TOO_LONG: "F203",
}


def read_foreign(content: bytes, *, path: str, sha256: str, kind: str) -> Workbook:
    """Read the values of a workbook in a child process; refuses by F020, F124, F200 to F304."""
    answer = _ask_child(content, kind)
    notes = Notices()
    notes.add("F300", found=kind)
    sheets: list[Sheet] = []
    long = 0
    for index, stored in enumerate(answer["sheets"]):
        failed = stored.get("failed")
        if failed is None:
            sheets.append(_make_sheet(stored, index, notes))
            long += stored["long"]
        elif failed == foreign_child.OTHER_KIND:
            notes.add("F219", found=stored["name"], kind=text_of("workbook.sheet.chart-or-macro"))
        elif failed == foreign_child.SAME_NAME:
            notes.add("F220", sheet=stored["name"], found=stored["name"])
        elif failed == foreign_child.TOO_LARGE:
            limit = str(limits.now().rectangle_cells)
            notes.add("F305", sheet=stored["name"], found=stored["name"], limit=limit)
        else:
            notes.add("F306", sheet=stored["name"], found=stored["name"])
    if not sheets:
        errors = [found for found in notes.findings() if found.severity.rank == 0]
        raise Refused(errors[0]) if errors else refuse_file("F124")
    if long:
        notes.add("F307", found=str(long))
    return Workbook(path, sha256, kind, tuple(sheets), findings=notes.findings())


def _ask_child(content: bytes, kind: str) -> dict[str, Any]:
    """Run the child on the bytes of a file and give what it shows."""
    try:
        done = subprocess.run(  # noqa: S603 - our own program, its arguments are numbers
            [sys.executable, "-I", "-S", "-X", "utf8", *_child_arguments()],
            input=without_inner_workbooks(content),
            capture_output=True,
            timeout=limits.now().child_seconds + _START_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise refuse_file("F301", limit=str(limits.now().child_seconds)) from None
    if done.returncode == _PROCESSOR_TIME_OVER:
        raise refuse_file("F301", limit=str(limits.now().child_seconds))
    if done.returncode != 0:
        if done.returncode == _KILLED or any(sign in done.stderr for sign in _OUT_OF_MEMORY):
            raise _no_memory()
        raise refuse_file("F302")
    answer: dict[str, Any] = json.loads(done.stdout.decode("utf-8", "replace"))
    failed = answer.get("failed")
    if failed is not None:
        raise _failed(failed, kind, answer.get("largest"))
    return answer


def _failed(why: str, kind: str, largest: str | None) -> Refused:
    """Choose the refusal for what the child gave as its reason."""
    if why == foreign_child.NO_MEMORY:
        return _no_memory()
    now = limits.now()
    amounts = {"F200": now.sheets, "F201": now.cells, "F203": now.child_characters}
    code = _REFUSED.get(why, "F304")
    return refuse_file(code, sheet=largest, found=kind, limit=str(amounts.get(code, 0)))


def _no_memory() -> Refused:
    return refuse_file("F303", limit=str(limits.now().child_bytes // limits.MEBIBYTE))


def _child_arguments() -> tuple[str, ...]:
    """Name the program, where its library lies, and its limits."""
    now = limits.now()
    bounds = (
        now.child_bytes,
        now.child_seconds,
        now.sheets,
        now.cells,
        now.child_characters,
        now.rectangle_cells,
    )
    return (foreign_child.__file__, _library_folder(), *(str(n) for n in bounds))


@functools.cache
def _library_folder() -> str:
    library = importlib.util.find_spec("python_calamine")
    if library is None or library.origin is None:
        raise ModuleNotFoundError("python_calamine")
    return str(Path(library.origin).parents[1])


def _make_sheet(stored: dict[str, Any], index: int, notes: Notices) -> Sheet:
    name = stored["name"]
    visibility = _VISIBILITY.get(stored["visible"], Visibility.VISIBLE)
    is_hidden = visibility is not Visibility.VISIBLE
    merges = (CellRange(*bounds) for bounds in stored["merges"][: limits.now().merges])
    cells: dict[tuple[int, int], Cell] = {}
    for row, column, kind, text in stored["cells"]:
        shown, controls = without_controls(text) if kind == "s" else (text, "")
        if kind == "x":
            notes.add("F212", sheet=name, cell=cell_address(row, column), found=text)
        if controls:
            notes.add("F216", sheet=name, cell=cell_address(row, column), found=controls)
        cells[row, column] = Cell(
            row,
            column,
            _KINDS[kind],
            shown,
            number_format=ELAPSED if kind == "t" else GENERAL,
            hidden=is_hidden,
        )
    return Sheet(
        name,
        index,
        visibility=visibility,
        cells=cells,
        merges=tuple(without_overlaps(merges)[0]),
    )
