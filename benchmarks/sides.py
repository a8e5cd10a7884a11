"""What else a user would pick, and what no reader can do without, by processor time.

Each side is a process of its own that is given the paths and does its work for each file.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

OPENPYXL = """
import sys, openpyxl
for line in sys.stdin:
    for values in (True, False):
        openpyxl.load_workbook(line.strip(), data_only=values)
"""
# Values only, then the sum of every column of figures: the least that a check by hand needs.
PANDAS = """
import sys, pandas
for line in sys.stdin:
    sheets = pandas.read_excel(line.strip(), sheet_name=None, header=None, engine="calamine")
    for frame in sheets.values():
        frame.apply(pandas.to_numeric, errors="coerce").sum()
"""
POLARS = """
import sys, fastexcel, polars
for line in sys.stdin:
    book = fastexcel.read_excel(line.strip())
    for name in book.sheet_names:
        try:
            frame = book.load_sheet(name, header_row=None).to_polars()
        except fastexcel.FastExcelError:
            continue
        frame.select(polars.all().cast(polars.Float64, strict=False).sum())
"""
# Inflating all members, and parsing sheets and shared strings without handlers.
LIMIT = """
import sys, time, zlib
from pathlib import Path
from xml.parsers import expat
from jixiao.workbook.container import open_archive
from jixiao.workbook.read import read_workbook

paths = [line.strip() for line in sys.stdin]
files = [Path(path).read_bytes() for path in paths]

def parsed(content):
    archive = open_archive(content)
    for member in archive.members:
        inflated = zlib.decompress(content[member.data_start:member.data_end], -15)
        if member.path.startswith(("xl/worksheets/sheet", "xl/sharedStrings")):
            expat.ParserCreate().Parse(inflated, True)

def read(content):
    read_workbook("a.xlsx", content)

for content in files[:8]:
    parsed(content), read(content)
spent = [0.0, 0.0]
for content in files:
    for side, act in enumerate((parsed, read)):
        start = time.process_time()
        act(content)
        spent[side] += time.process_time() - start
print(*(1000 * each / len(files) for each in spent))
"""


def _children() -> float:
    """Processor seconds of all processes that ended, theirs included."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def processor_time(command: Sequence[str | Path], told: str = "") -> float:
    """Processor seconds of a process and of all that it starts."""
    before = _children()
    subprocess.run(command, input=told, text=True, check=True, capture_output=True)
    return _children() - before


def milliseconds(script: str, paths: Sequence[Path], python: str = sys.executable) -> float:
    """Processor time of a side for each file, its start left out."""
    listed = "".join(f"{path}\n" for path in paths)
    command = [python, "-c", script]
    imports = "\n".join(line for line in script.splitlines() if line.startswith("import "))
    started = processor_time([python, "-c", imports])
    return 1000 * (processor_time(command, listed) - started) / len(paths)


def limit_and_reading(paths: Sequence[Path]) -> tuple[float, float]:
    """Milliseconds a file for inflating and parsing without handlers, and for reading it."""
    listed = "".join(f"{path}\n" for path in paths)
    done = subprocess.run(
        [sys.executable, "-c", LIMIT], input=listed, text=True, check=True, capture_output=True
    )
    limit, ours = map(float, done.stdout.split())
    return limit, ours
