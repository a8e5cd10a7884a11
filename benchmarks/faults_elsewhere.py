"""Workbooks made elsewhere: what is said of each, and what becomes of it once that is obeyed.

``faults.tsv`` beside them tells which cell is wrong (file, cell as ``sheet!cell``, kind, right
value); without it roots are only reported and remedies obeyed.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))  # slips and judge live there

from slips.book import Book
from slips.judge import content_of, orders, place, same, serious
from slips.run import reports

TABLE = "faults.tsv"


def judge_folder(folder: Path) -> int:
    """Print what is said of every workbook below ``folder``; 1 where a remedy does harm."""
    paths = sorted(path for path in folder.rglob("*.xlsx") if not path.name.startswith("~"))
    known = _table(folder / TABLE)
    told = reports([(path.stem, path.read_bytes()) for path in paths])
    harm = named = unclean = 0
    for path, report in zip(paths, told, strict=True):
        book = Book(path.read_bytes())
        given = [order for order in orders(report) if order.cell in book.cells]
        roots = [f"{f['severity'][0]}{f['code']} {f['cell']}" for f in serious(report)]
        print(f"{path.relative_to(folder)}: {roots}")
        for order in given:
            print(f"    {order.code}: {order.cell[0]}!{order.cell[1]} := {order.to}")
        if given:
            after = reports([("obeyed", book.typed({o.cell: o.to for o in given}))])[0]
            left = [f"{f['code']} {f['cell']}" for f in serious(after)]
            unclean += bool(left)
            print(f"    once obeyed: {left or 'clean'}")
        wrong = known.get(path.relative_to(folder).as_posix())
        if wrong is None:
            continue
        cell, right = wrong
        at = (cell.rpartition("!")[0].strip("'"), cell.rpartition("!")[2])
        hit = any(place(f) == at for f in serious(report))
        hit = hit or any(order.cell == at for order in given)
        bad = [o for o in given if o.cell != at or not same(o.to, content_of(right))]
        named += hit
        harm += bool(bad)
        print(f"    wrong is {cell}, right {right}: {'named' if hit else 'NOT named'}, {bad or ''}")
    print(
        f"{len(paths)} workbooks, {len(known)} known, named {named}, harmful remedies {harm}, "
        f"not clean once obeyed {unclean}"
    )
    return int(harm > 0)


def _table(path: Path) -> Mapping[str, tuple[str, str]]:
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t")
        return {row["file"]: (row["cell"], row["right value"]) for row in rows}
