"""Checking a sheet without a rulebook beside one with: ``python benchmarks/drafted.py``.

Two sheets of the same 30 rows, with weights, standards and scores: one bears the names of a known
rulebook, one names of its own, so that its rules are drafted from it. Both are found by what they
say, without an order. ``first`` reads every standard anew, ``again`` is a form that was seen
before. Fails where the first drafted check takes more than twice the time of the known one.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl

from jixiao.checking.run import check
from jixiao.drafting import read_standard
from jixiao.rulebook import Indicator, load_rulebook, standard_sentence, weight_of

KNOWN = "nanchang-2017"
HEADER = ("一级指标", "二级指标", "三级指标", "分值", "评分标准", "自评得分", "扣分原因")
ROWS, ROUNDS, TIMES = 30, 15, 2.0


def sheet(path: Path, name: Callable[[int, Indicator], str]) -> None:
    """Write the rows of the known rulebook, each called as ``name`` says, all in full marks."""
    rulebook = load_rulebook(KNOWN)
    book = openpyxl.Workbook()
    page = book.active
    page.append(["2017年度部门整体支出绩效自评表"])
    page.append(HEADER)
    rows = list(rulebook.indicators)
    rows += rows[: ROWS - len(rows)]  # a few of them twice, under other names
    for place, row in enumerate(rows):
        weight = float(weight_of(rulebook, row) or 0)
        said = standard_sentence(rulebook, row)
        label = name(place, row) if place < len(rulebook.indicators) else f"另加{place}"
        page.append([*row.path[:2], label, weight, said, weight, None])
    book.save(path)


def spent(work: Callable[[], object], before: Callable[[], object]) -> float:
    """Time the work: the processor time of the best of several rounds, in milliseconds."""
    best = float("inf")
    for _ in range(ROUNDS):
        before()
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best * 1000


def nothing() -> None:
    """Leave what was read before in memory."""


def main(arguments: Sequence[str] = ()) -> int:
    """Print three times and their ratios; 1 where the floor is missed."""
    del arguments
    with tempfile.TemporaryDirectory() as folder:
        known, own = Path(folder, "known.xlsx"), Path(folder, "own.xlsx")
        sheet(known, lambda _place, row: row.name)
        sheet(own, lambda place, _row: f"第{place + 1}项工作")
        found = [check(one).rulebook for one in (known, own)]
        print(*(f"{one.id or '-'} ({one.found_by})" for one in found if one is not None))
        by_known = spent(lambda: check(known), nothing)
        first = spent(lambda: check(own), read_standard.cache_clear)
        again = spent(lambda: check(own), nothing)
    print(f"known {by_known:.1f} ms, drafted first {first:.1f} ms, again {again:.1f} ms")
    print(
        f"drafted / known: first {first / by_known:.2f}, again {again / by_known:.2f} (≤ {TIMES})"
    )
    return int(first > TIMES * by_known)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
