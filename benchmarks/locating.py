"""Mutation benchmark: how many drifts of scoresheets are located right, refused, located wrongly.

Run ``python benchmarks/locating.py [--each N] [--seed N]``. Per kind of drift it prints the shares;
it fails where anything is located wrongly or less than 97 % is located right.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from drift.kinds import KINDS, LOSSY  # noqa: E402 (the drifts live beside the tests)
from drift.layouts import build  # noqa: E402
from drift.run import SEVERAL, trial  # noqa: E402
from jixiao.rulebook.load import load_rulebook, shipped  # noqa: E402

FLOOR = 0.97


def main() -> int:
    """Run all kinds on all rulebooks; 1 where a floor is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=10, help="drifts per kind and rulebook")
    parser.add_argument("--seed", type=int, default=20180228)
    parser.add_argument("--show", action="store_true", help="print what went wrong")
    options = parser.parse_args()
    rulebooks = [load_rulebook(ident) for ident in shipped()]
    concrete = [book for book in rulebooks if not book.abstract]
    kinds = {kind.__name__: (kind,) for kind in (*KINDS, *LOSSY)} | {"two_to_four_at_once": ()}
    lossy = {kind.__name__ for kind in LOSSY}
    tally: dict[str, Counter[str]] = {name: Counter() for name in kinds}
    started, count = time.process_time(), 0
    for book in concrete:
        for name, drifts in kinds.items():
            random = Random(f"{options.seed}/{book.id}/{name}")
            for _ in range(options.each):
                chosen = drifts or tuple(random.sample(SEVERAL, k=random.randint(2, 4)))
                judgement, _draft = trial(build(book, random), chosen, random, rulebooks)
                tally[name][judgement.outcome] += 1
                count += 1
                if options.show and (judgement.wrong or (judgement.refused and name not in lossy)):
                    print(
                        book.id,
                        [k.__name__ for k in chosen],
                        judgement.wrong[:4],
                        judgement.refused[:4],
                    )
    spent = time.process_time() - started
    print(f"{'kind':32}{'right':>9}{'refused':>9}{'wrong':>9}")
    for name, counts in tally.items():
        total = counts.total()
        shares = "".join(f"{counts[o] / total:9.2%}" for o in ("right", "refused", "wrong"))
        print(f"{name:32}{shares}{'  takes information away' if name in lossy else ''}")
    whole = sum((c for n, c in tally.items() if n not in lossy), Counter())
    wrong = sum(c["wrong"] for c in tally.values())
    share = whole["right"] / whole.total()
    print(f"{count} drifts, {spent / count * 1000:.2f} ms each with building and drifting")
    print(f"located right {share:.2%} (floor {FLOOR:.0%}), wrongly located {wrong} (floor 0)")
    return 0 if wrong == 0 and share >= FLOOR else 1


if __name__ == "__main__":
    sys.exit(main())
