"""The program that runs in the child process: a workbook's bytes on standard input, JSON out.

Started by ``foreign`` as a file of its own, so it imports nothing of this package and starts in a
hundredth of a second. It limits itself before it reads; the parent limits the wall clock.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
import math
import sys
from typing import Any

DAMAGED = "damaged"
ENCRYPTED = "encrypted"
TOO_LARGE = "too large"
TOO_MANY = "too many"
TOO_LONG = "too long"
SAME_NAME = "same name"
NO_MEMORY = "memory"
OTHER_KIND = "other kind"

_LONG = 1e15  # from here on a float does not show every digit that was typed
_TEXT = 32_767


def limit_self(memory: int, seconds: int) -> None:
    """Bound address space and processor time where the system can do so."""
    try:
        import resource
    except ImportError:  # Windows: the parent's clock is the only bound
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def send_value(value: object) -> tuple[str, str] | None:
    """Give kind and text of a value; None for an empty cell.

    >>> send_value(95.0), send_value("甲"), send_value(True), send_value("")
    (('n', '95'), ('s', '甲'), ('b', '1'), None)
    """
    if isinstance(value, bool):
        return "b", "1" if value else "0"
    if isinstance(value, float):
        if not math.isfinite(value):
            return "x", repr(value)
        return "n", str(int(value)) if value.is_integer() and abs(value) < _LONG else repr(value)
    if isinstance(value, int):
        return "n", str(value)
    if isinstance(value, str):
        return ("s", value) if value else None
    if isinstance(value, dt.timedelta):
        return "t", repr(value.total_seconds() / 86_400).removesuffix(".0")
    if isinstance(value, dt.time):
        midnight = dt.datetime.combine(dt.date.min, dt.time.min)
        since = dt.datetime.combine(dt.date.min, value.replace(tzinfo=None)) - midnight
        return "t", repr(since.total_seconds() / 86_400).removesuffix(".0")
    if isinstance(value, dt.date):
        return "d", value.isoformat()
    return None


def send_sheet(book: Any, name: str, budget: dict[str, int], rectangle: int) -> dict[str, Any]:
    """Give what is in one sheet; ``failed`` says why it could not be read.

    ``budget`` is how many cells and characters the workbook may still have.
    """
    sheet = book.get_sheet_by_name(name)
    if sheet.height * sheet.width > rectangle:
        return {"failed": TOO_LARGE}
    top, left = sheet.start or (0, 0)
    cells: list[tuple[int, int, str, str]] = []
    long = 0
    for row, values in enumerate(sheet.to_python(skip_empty_area=True), top + 1):
        for column, value in enumerate(values, left + 1):
            stored = send_value(value)
            if stored is None:
                continue
            cells.append((row, column, stored[0], stored[1][:_TEXT]))
            long += stored[0] == "n" and isinstance(value, float) and abs(value) >= _LONG
            budget["cells"] -= 1
            budget["characters"] -= len(stored[1])
            if budget["cells"] < 0:
                return {"failed": TOO_MANY, "cells": cells}
            if budget["characters"] < 0:
                return {"failed": TOO_LONG, "cells": cells}
    merges: list[tuple[int, int, int, int]] = []
    for (first_row, first_column), (last_row, last_column) in sheet.merged_cell_ranges or ():
        merges.append((first_row + 1, first_column + 1, last_row + 1, last_column + 1))
    return {"cells": cells, "merges": merges, "long": long}


def write_answer(
    content: bytes, *, sheets: int, budget: dict[str, int], rectangle: int
) -> dict[str, Any]:
    """Read a workbook and give everything that can be said of it.

    The library finds a sheet by its name only, so of two that share one neither is read.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    except PasswordError:
        return {"failed": ENCRYPTED}
    except (CalamineError, ValueError, OSError):
        return {"failed": DAMAGED}
    listed = book.sheets_metadata
    if len(listed) > sheets:
        return {"failed": TOO_LARGE}
    names = [sheet.name for sheet in listed]
    stored: list[dict[str, Any]] = []
    for sheet in listed:
        visible = str(sheet.visible).rpartition(".")[2].casefold()
        entry: dict[str, Any] = {"name": sheet.name, "visible": visible}
        if sheet.typ is not SheetTypeEnum.WorkSheet:
            entry["failed"] = OTHER_KIND
        elif names.count(sheet.name) > 1:
            entry["failed"] = SAME_NAME
        else:
            try:
                entry |= send_sheet(book, sheet.name, budget, rectangle)
            except (CalamineError, ValueError, OSError):
                entry["failed"] = DAMAGED
        stored.append(entry)
        if entry.get("failed") in (TOO_MANY, TOO_LONG):
            largest = max(stored, key=lambda each: len(each.get("cells", ())))
            return {"failed": entry["failed"], "largest": largest["name"]}
    return {"sheets": stored}


def run_child(arguments: list[str]) -> None:
    """Read standard input within the limits that ``foreign`` gives, in its order."""
    place, *numbers = arguments
    memory, seconds, sheets, cells, characters, rectangle = (int(number) for number in numbers)
    budget = {"cells": cells, "characters": characters}
    content = sys.stdin.buffer.read()
    limit_self(memory, seconds)
    sys.path.append(place)
    try:
        stored = write_answer(content, sheets=sheets, budget=budget, rectangle=rectangle)
        answer = json.dumps(stored, ensure_ascii=False).encode("utf-8", "surrogatepass")
    except MemoryError:
        answer = json.dumps({"failed": NO_MEMORY}).encode()
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    run_child(sys.argv[1:])
