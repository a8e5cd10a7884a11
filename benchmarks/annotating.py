"""Annotating against openpyxl's load and save, side by side in one run.

Three marks with comments and one added sheet, verification included, on a filled scoresheet and on
a large workbook whose marked sheet is small: as it is done to a file that was checked a moment
before, whose bytes the check has admitted, and with that done anew. Prints processor times and
ratios; exits 1 below the floors.
"""

from __future__ import annotations

import io
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import openpyxl
import xlsxwriter

from jixiao.finding.value import Severity
from jixiao.workbook.editing.mark import mark_workbook, patch_workbook
from jixiao.workbook.editing.model import AddedCell, AddedLine, AddedSheet, CellFormat, Mark

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "samples" / "nanchang-2017-waiqiao.xlsx"
FLOORS = {"scoresheet": 8.0, "large": 200.0}


def added_sheet(sheet: str) -> AddedSheet:
    """A sheet of forty rows, each linked to a cell."""
    row = (
        AddedCell("H11", CellFormat.LINK, link=(sheet, "H11")),
        AddedCell("自评得分与复算得分不一致"),
        AddedCell("改"),
    )
    lines = [
        AddedLine((AddedCell("审核结果", CellFormat.TITLE, span=3),)),
        *(AddedLine(row) for _ in range(40)),
    ]
    return AddedSheet("审核结果", tuple(lines), (12, 60, 40), 1)


def marks_on(sheet: str) -> list[Mark]:
    """Mark three cells."""
    text = "错误：自评得分与复算得分不一致\n775.6 ÷ 1288.4 = 60.20%，得0分\n处理办法：改为0分。"
    return [
        Mark(sheet, cell, severity, text) for cell, severity in zip(CELLS, Severity, strict=True)
    ]


def annotate(content: bytes, sheet: str) -> None:
    """Mark cells of a file that was checked, and add the sheet."""
    added = added_sheet(sheet)
    if patch_workbook(content, marks_on(sheet), lambda _: added, name=added.name).is_alone:
        sys.exit("the workbook could not be annotated")


def admit_and_annotate(content: bytes, sheet: str) -> None:
    """The same to a file that nobody has looked at."""
    if mark_workbook(content, marks_on(sheet), added_sheet(sheet)).is_alone:
        sys.exit("the workbook could not be annotated")


CELLS = ("G11", "H11", "H12")


def load_and_save(content: bytes) -> None:
    """What openpyxl needs to do nothing at all."""
    openpyxl.load_workbook(io.BytesIO(content)).save(io.BytesIO())


def large_workbook() -> bytes:
    """Four sheets of 60,000 cells beside a scoresheet of 1,200."""
    numbers = random.Random(1)
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    page = book.add_worksheet("评分表")
    for row in range(100):
        for column in range(12):
            page.write(row, column, f"指标{row}" if column < 4 else numbers.randint(0, 10))
    for number in range(4):
        page = book.add_worksheet(f"明细{number + 1}")
        for row in range(4_000):
            for column in range(15):
                page.write(row, column, round(numbers.random() * 10_000, 2))
    book.close()
    return stream.getvalue()


def best_of(times: int, run: Callable[[], None]) -> float:
    """The median time of a call in seconds, after one that is not counted."""
    run()
    measured = []
    for _ in range(times):
        start = time.process_time()
        run()
        measured.append(time.process_time() - start)
    return median(measured)


def main() -> int:
    """Measure both kinds and compare with the floors."""
    cases = (
        ("scoresheet", SAMPLE.read_bytes(), 15, 15),
        ("large", large_workbook(), 9, 1),
    )
    failed = False
    for name, content, ours_times, theirs_times in cases:
        ours = best_of(ours_times, lambda content=content: annotate(content, "评分表"))  # type: ignore[misc]
        anew = best_of(ours_times, lambda content=content: admit_and_annotate(content, "评分表"))  # type: ignore[misc]
        theirs = best_of(theirs_times, lambda content=content: load_and_save(content))  # type: ignore[misc]
        ratio = theirs / ours
        failed |= ratio < FLOORS[name]
        print(
            f"{name}: annotate and verify {ours * 1e3:.1f} ms, openpyxl load and save "
            f"{theirs * 1e3:.1f} ms, ratio {ratio:.1f} (floor {FLOORS[name]:.0f}); with the file"
            f" admitted anew {theirs / anew:.1f}"
        )
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
