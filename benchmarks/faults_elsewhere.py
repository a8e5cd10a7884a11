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
from slips.excel import Address, Content
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
        hit = any(place(f) in wrong for f in serious(report)) or any(o.cell in wrong for o in given)
        bad = [o for o in given if o.cell not in wrong]
        guessed = [o for o in given if o.cell in wrong and not same(o.to, wrong[o.cell])]
        named += hit and not guessed
        harm += bool(bad)
        cells = ", ".join(f"{sheet}!{cell}" for sheet, cell in wrong)
        print(f"    wrong is {cells}: {'named' if hit else 'NOT named'}")
        for order in bad:
            print(f"    HARM {order.code}: {order.cell[0]}!{order.cell[1]} := {order.to}")
        for order in guessed:
            print(f"    WRONG VALUE, right is {wrong[order.cell]}")
    print(
        f"{len(paths)} workbooks, {len(known)} known, named {named}, harmful remedies {harm}, "
        f"not clean once obeyed {unclean}"
    )
    return int(harm > 0)


def _table(path: Path) -> Mapping[str, dict[Address, Content]]:
    """The wrong cells of each file with what belongs there; a file may have several lines."""
    known: dict[str, dict[Address, Content]] = {}
    if not path.is_file():
        return known
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            sheet, _, cell = row["cell"].rpartition("!")
            known.setdefault(row["file"], {})[sheet.strip("'"), cell] = content_of(
                row["right value"]
            )
    return known
