"""One slip a workbook: is it found, is its root named, can what is said be obeyed?

Run ``python benchmarks/faults.py [FOLDER] [--each N] [--of-kind N] [--kind NAME] [--show]``.
Honest returns of ten rulebooks are filled in, recalculated by a calculator of our own, and one slip
of a kind is typed into each; live formulas follow it, self-scores stay those of the true figures.
Slips whose root the sheet alone cannot tell are listed apart, with the reason. As many honest
returns are filled in unusually. With FOLDER, workbooks made elsewhere are judged, told by a table
``faults.tsv`` beside them (file, cell, kind, right value). Last comes what the search takes. Exits
1 below a floor.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))  # slips and judge live beside the tests

from faults_elsewhere import judge_folder  # noqa: E402 (after the path)
from faults_speed import print_speed  # noqa: E402
from slips.every_kind import KINDS, NEWER  # noqa: E402
from slips.judge import Judgement, Trial  # noqa: E402
from slips.run import (  # noqa: E402
    accusations,
    by_kind,
    clean_returns,
    judgements,
    reports,
    trials,
    trials_of_two,
    variant_cases,
)
from slips.variants import VARIANTS  # noqa: E402

FOUND, NAMED, ACCUSED = 0.98, 0.95, 0.01
Judged = list[tuple[Trial, Judgement]]


def main() -> int:
    """Judge, print a table, compare with the floors."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--each", type=int, default=24, help="honest returns of each rulebook")
    parser.add_argument("--of-kind", type=int, default=11, help="slips of each kind")
    parser.add_argument("--small", action="store_true", help="2 returns, 2 slips of each kind")
    parser.add_argument("--kind", help="one kind only")
    parser.add_argument("--newer", action="store_true", help="the kinds added last only")
    parser.add_argument("--show", action="store_true", help="print each slip that went wrong")
    asked = parser.parse_args()
    if asked.folder is not None:
        return judge_folder(asked.folder)
    each, of_kind = (2, 2) if asked.small else (asked.each, asked.of_kind)
    start = time.monotonic()
    kinds = [kind for kind in KINDS if asked.kind in (None, kind.__name__)]
    kinds = [kind for kind in kinds if kind.__name__ in NEWER or not asked.newer]
    made = list(trials(each, of_kind, kinds))
    judged = by_kind(made, judgements(made))
    accused = Counter[str]()
    honest = 0
    if asked.kind is None and not asked.newer:
        accused, honest = honest_accused(each, max(1, len(made) // len(VARIANTS)), show=asked.show)
    told = [pair for pairs in judged.values() for pair in pairs if pair[0].apart is None]
    apart = [pair for pairs in judged.values() for pair in pairs if pair[0].apart is not None]
    print(f"{'kind':32}{'slips':>6}{'found':>7}{'named':>7}{'harm':>6}{'left':>6}{'apart':>7}")
    for kind, pairs in judged.items():
        print_kind(kind, pairs, show=asked.show)
    for reason, count in Counter(trial.apart for trial, _ in apart).most_common():
        print(f"apart, {count}: {reason}")
    hurt = sum(bool(j.harm) for _, j in apart)
    found_apart = share(sum(j.found for _, j in apart), len(apart))
    print(f"of those apart found {found_apart:.1%}, with a remedy that harms: {hurt}")
    found = share(sum(j.found for _, j in told), len(told))
    named = share(sum(j.named for _, j in told), len(told))
    harm = sum(bool(j.harm) for _, j in told)
    unclean = sum(bool(j.unclean) for _, j in told)
    blamed = sum(accused.values()) / max(1, honest)
    print(
        f"{len({t.name for t in made})} workbooks, {len(judged)} kinds, {len(told)} slips, "
        f"{len(apart)} apart, {honest} honest, {time.monotonic() - start:.0f} s"
    )
    print(
        f"found {found:.1%} (floor {FOUND:.0%}), root named {named:.1%} (floor {NAMED:.0%}), "
        f"contradictory remedies {harm} (0), not clean once obeyed {unclean} (0), "
        f"honest accused {blamed:.1%} (at most {ACCUSED:.0%})"
    )
    both = list(trials_of_two(each, max(2, len(made) // len(judged) * 4)))
    print_two([*zip(both, judgements(both), strict=True)], show=asked.show)
    is_slow = print_speed([t.faulty.file() for t in made], clean_returns(each))
    is_wrong = found < FOUND or named < NAMED or harm + unclean > 0 or blamed > ACCUSED
    return int(is_wrong or is_slow)


def share(part: int, whole: int) -> float:
    """A share; all of nothing is one."""
    return part / whole if whole else 1.0


def print_kind(kind: str, pairs: Judged, *, show: bool) -> None:
    """Print one line of the table, and below it what went wrong."""
    told = [pair for pair in pairs if pair[0].apart is None]
    found = sum(j.found for _, j in told)
    named = sum(j.named for _, j in told)
    harm, left = sum(bool(j.harm) for _, j in told), sum(bool(j.unclean) for _, j in told)
    apart = len(pairs) - len(told)
    print(f"{kind:32}{len(told):6}{found:7}{named:7}{harm:6}{left:6}{apart:7}")
    if not show:
        return
    for trial, j in pairs:
        if trial.apart is None and j.named and not j.harm and not j.unclean:
            continue
        if trial.apart is not None and j.found and not j.harm:
            continue
        typed = ", ".join(
            f"{at[0]}!{at[1]} {trial.honest.content(at)!s:.40} -> {content!s:.40}"
            for at, content in trial.slip.typed.items()
        )
        print(f"    {trial.name} [{typed or trial.slip.deleted}]")
        print(f"      said {j.said} harm {j.harm} left {j.unclean} {trial.apart or ''}")
        for text in j.told:
            print(f"      - {text}")


def print_two(pairs: Judged, *, show: bool) -> None:
    """Print what came of two slips in one return, which are no part of the floors."""
    found, named = sum(j.found for _, j in pairs), sum(j.named for _, j in pairs)
    harm, left = sum(bool(j.harm) for _, j in pairs), sum(bool(j.unclean) for _, j in pairs)
    print(
        f"two slips in one return, {len(pairs)}: found {found / len(pairs):.1%}, both named "
        f"{named / len(pairs):.1%}, contradictory remedies {harm}, said only once obeyed {left}"
    )
    for trial, j in pairs:
        if show and (j.harm or j.unclean or not j.named):
            cells = ", ".join(f"{at[1]}:={to!s:.20}" for at, to in trial.slip.typed.items())
            print(f"    {trial.kind} {trial.name} [{cells}]")
            print(f"      said {j.said} harm {j.harm} left {j.unclean}")


def honest_accused(each: int, of_kind: int, *, show: bool) -> tuple[Counter[str], int]:
    """Check honest returns filled in unusually; count those accused by kind."""
    cases = list(variant_cases(each, of_kind))
    accused: Counter[str] = Counter()
    told = reports([(name, found.file()) for _, name, found, _ in cases])
    shown: Counter[str] = Counter()
    for (kind, name, _, spared), report in zip(cases, told, strict=True):
        shown[kind] += 1
        blamed = accusations(report, spared)
        if blamed:
            accused[kind] += 1
            if show:
                print(f"    honest {kind} {name}: {blamed}")
    for kind, count in shown.items():
        print(f"honest {kind:32}{count:6} accused {accused[kind]}")
    return accused, len(cases)


if __name__ == "__main__":
    sys.exit(main())
