"""Foreign formats are read in a child that may crash, hang or grow without harm."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from hostile.foreign import biff, with_inner
from jixiao.workbook import limits
from jixiao.workbook.model import CellKind, Unreadable, Workbook
from jixiao.workbook.read import read_workbook
from jixiao.workbook.reading import foreign, foreign_child

PROGRAM = """
import sys, time
what = sys.argv[1]
sys.stdin.buffer.read()
if what == "abort":
    import os
    os.abort()
elif what == "hang":
    time.sleep(60)
elif what == "panic":
    sys.exit("panicked at src/lib.rs")
elif what == "memory":
    sys.exit("memory allocation of 99 bytes failed")
"""


XLS = with_inner({}, {"Workbook": biff(5.5)})


def code(content: bytes = XLS) -> str:
    found = read_workbook("a.xls", content=content)
    assert isinstance(found, Unreadable)
    return found.findings[0].code


@pytest.mark.parametrize(
    ("what", "expected"),
    [("abort", "F302"), ("hang", "F301"), ("panic", "F302"), ("memory", "F303")],
)
def test_child_that_fails(
    what: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "foreign_child.py"
    program.write_text(PROGRAM)
    monkeypatch.setattr(foreign, "_child_arguments", lambda: (str(program), what))
    monkeypatch.setattr(foreign, "_START_SECONDS", 0)
    monkeypatch.setattr(limits, "USUAL", replace(limits.USUAL, child_seconds=1))
    assert code() == expected


@pytest.mark.skipif(sys.platform != "linux", reason="the bound on memory is one of Linux")
def test_child_bounds_its_own_memory() -> None:
    program = (
        "import runpy, sys\n"
        f"limit = runpy.run_path({foreign_child.__file__!r})['limit_self']\n"
        "limit(2**28, 5)\nbytes(2**29)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert b"MemoryError" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="the bound on time is one of POSIX")
def test_child_bounds_its_own_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "foreign_child.py"
    program.write_text(
        f"import runpy\nrunpy.run_path({foreign_child.__file__!r})['limit_self'](2**30, 1)\n"
        "while True: pass\n"
    )
    monkeypatch.setattr(foreign, "_child_arguments", lambda: (str(program),))
    assert code() == "F301"


def test_child_imports_nothing_of_the_program() -> None:
    done = subprocess.run(
        [
            *(sys.executable, "-X", "importtime", "-I", "-S"),
            *foreign._child_arguments(),
        ],
        input=XLS,
        capture_output=True,
        check=True,
    )
    assert b"jixiao" not in done.stderr
    assert b"pandera" not in done.stderr
    assert json.loads(done.stdout)["sheets"][0]["cells"] == [[1, 1, "n", "5.5"]]


def test_long_numbers_are_told() -> None:
    found = read_workbook("a.xls", content=with_inner({}, {"Workbook": biff(110101199003070011)}))
    assert [f.code for f in found.findings] == ["F300", "F307"]


def test_durations_are_numbers_of_days(monkeypatch: pytest.MonkeyPatch) -> None:
    told = [1, 1, *(foreign_child.send_value(dt.timedelta(hours=28, minutes=5, seconds=6)) or ())]
    noon = [1, 2, *(foreign_child.send_value(dt.time(12)) or ())]
    sheet = {"name": "甲", "visible": "visible", "cells": [told, noon], "merges": [], "long": 0}
    monkeypatch.setattr(foreign, "_ask_child", lambda *_: {"sheets": [sheet]})
    found = read_workbook("a.xls", content=XLS)
    assert isinstance(found, Workbook)
    assert [(c.kind, c.raw, c.number_format) for c in found.sheets[0]] == [
        (CellKind.NUMBER, "1.1702083333333333", "[h]:mm:ss"),
        (CellKind.NUMBER, "0.5", "[h]:mm:ss"),
    ]


def test_used_area_beyond_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "USUAL", replace(limits.USUAL, rectangle_cells=0))
    assert code(XLS) == "F305"


def test_merged_areas_outside_the_sheet_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    merges = [[1, 20_000, 3, 20_001], [3, 3, 2, 2], [1, 1, 1, 2], [1, 2, 2, 2]]
    sheet = {"name": "甲", "visible": "visible", "cells": [], "merges": merges, "long": 0}
    monkeypatch.setattr(foreign, "_ask_child", lambda *_: {"sheets": [sheet]})
    found = read_workbook("a.xls", content=XLS)
    assert isinstance(found, Workbook)
    assert [area.address for area in found.sheets[0].merges] == ["A1:B1"]


def test_sheet_that_fails_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    good = {"name": "甲", "visible": "hidden", "cells": [[1, 1, "n", "5"]], "merges": [], "long": 0}
    answer = {
        "sheets": [
            good,
            {"name": "乙", "visible": "visible", "failed": foreign_child.DAMAGED},
            {"name": "丙", "visible": "visible", "failed": foreign_child.OTHER_KIND},
        ]
    }
    monkeypatch.setattr(foreign, "_ask_child", lambda *_: answer)
    found = read_workbook("a.xls", content=XLS)
    assert isinstance(found, Workbook)
    assert [(c.raw, c.hidden) for c in found.sheets[0]] == [("5", True)]
    assert [(f.code, f.sheet) for f in found.findings] == [
        ("F300", None),
        ("F306", "乙"),
        ("F219", None),
    ]
