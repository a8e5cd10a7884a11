"""Mutation benchmark: how many drifts of scoresheets are located right, refused, located wrongly.

Run ``python benchmarks/locating.py [--each N] [--files N] [--seed N]``. Seeds are a published
layout and the issued template of every rulebook and the samples; each kind of drift is applied to
each seed N times in memory, and some drifts go through real files. Per kind the shares are printed.
Fails where anything is located wrongly or less than 97 % is located right.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))  # the drifts live beside the tests

from drift.draft import Draft  # noqa: E402 (after the path)
from drift.issued import seed, write  # noqa: E402
from drift.judge import Judgement, judge  # noqa: E402
from drift.kinds import KINDS, LOSSY  # noqa: E402
from drift.layouts import build  # noqa: E402
from drift.run import SEVERAL, drifted, figures, name_of, trial  # noqa: E402
from jixiao.rulebook.load import load_rulebook, shipped  # noqa: E402
from jixiao.rulebook.schema.model import Rulebook  # noqa: E402
from jixiao.scoresheet.locate import locate_scoresheet  # noqa: E402
from jixiao.workbook.model import Workbook  # noqa: E402
from jixiao.workbook.read import read_workbook  # noqa: E402

FLOOR = 0.97
SAMPLE_BOOK = "nanchang-2017"
LOSES = {kind.__name__ for kind in LOSSY}
BY_NAME = {kind.__name__: (kind,) for kind in (*KINDS, *LOSSY)} | {"two_to_four_at_once": ()}

Seed = Callable[[Random], Draft]


def seeds(books: list[Rulebook]) -> Iterator[tuple[str, Seed]]:
    """Name and maker of every seed."""
    for book in books:
        yield f"layout {book.id}", lambda random, book=book: build(book, random)
        path = ROOT / "workbook_templates" / f"{book.id}.xlsx"
        yield f"template {book.id}", lambda random, path=path, book=book: seed(path, book, random)
    sample_book = load_rulebook(SAMPLE_BOOK)
    for path in sorted((ROOT / "samples").glob("*.xlsx")):
        yield f"sample {path.stem}", lambda random, path=path: seed(path, sample_book, random)


def through_a_file(start: Draft, name: str, random: Random, books: list[Rulebook]) -> Judgement:
    """Let a seed drift, write it, read it, locate it."""
    draft = drifted(start, BY_NAME[name] or random.sample(SEVERAL, k=2), random)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "drift.xlsx"
        write(draft, path, draft.names_that_moved_along(name_of))
        workbook = read_workbook(path)
    if not isinstance(workbook, Workbook):
        raise TypeError(name)
    return judge(locate_scoresheet(workbook, books), draft.truth(), draft.rulebook, figures(start))


def run(options: argparse.Namespace) -> tuple[dict[str, Counter[str]], int, float]:
    """Judge all drifts; give the counts per kind, their number and the processor seconds."""
    books = [load_rulebook(ident) for ident in shipped()]
    tally: dict[str, Counter[str]] = {name: Counter() for name in BY_NAME}
    files, started, count = options.files, time.process_time(), 0
    for label, make in seeds([book for book in books if not book.abstract]):
        for name, kinds in BY_NAME.items():
            random = Random(f"{options.seed}/{label}/{name}")
            start = make(random)
            for number in range(options.each):
                chosen = kinds or tuple(random.sample(SEVERAL, k=random.randint(2, 4)))
                if files and number == 0 and random.random() < 0.2:
                    files -= 1
                    judgement = through_a_file(start, name, random, books)
                else:
                    judgement, _ = trial(start, chosen, random, books)
                tally[name][judgement.outcome] += 1
                count += 1
                if options.show and (judgement.wrong or (judgement.refused and name not in LOSES)):
                    names = [kind.__name__ for kind in chosen]
                    print(label, names, judgement.wrong[:4], judgement.refused[:4])
    return tally, count, time.process_time() - started


def main() -> int:
    """Run all kinds on all seeds; 1 where a floor is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=5, help="drifts per kind and seed")
    parser.add_argument("--files", type=int, default=100, help="drifts through real files")
    parser.add_argument("--seed", type=int, default=20180228)
    parser.add_argument("--show", action="store_true", help="print what was refused or wrong")
    tally, count, spent = run(parser.parse_args())
    print(f"{'kind':32}{'right':>9}{'refused':>9}{'wrong':>9}")
    for name, counts in tally.items():
        shares = "".join(
            f"{counts[o] / counts.total():9.2%}" for o in ("right", "refused", "wrong")
        )
        print(f"{name:32}{shares}{'  takes information away' if name in LOSES else ''}")
    whole = sum((c for name, c in tally.items() if name not in LOSES), Counter())
    wrong = sum(counts["wrong"] for counts in tally.values())
    share = whole["right"] / whole.total()
    print(f"{count} drifts, {spent / count * 1000:.2f} ms each, drifting included")
    print(f"located right {share:.2%} (floor {FLOOR:.0%}), wrongly located {wrong} (floor 0)")
    return 0 if wrong == 0 and share >= FLOOR else 1


if __name__ == "__main__":
    sys.exit(main())
