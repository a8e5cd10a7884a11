"""Bulk against its floors: ratios measured side by side in one run.

    python benchmarks/bulk.py [--files 2000] [--large 20000] [--rounds 3] [--large-rounds 2]

Makes returns that differ (see ``returns.py``), then prints
(a) files per second of ``jixiao bulk --jobs 1 --no-annotate`` against a script that loads each
    workbook with openpyxl twice (values, formulas) and does nothing else;
(b) the gain of two workers against the gain of two empty CPU loops over one;
(c) time per file and peak memory at LARGE files against FILES, of the run itself and of its
    largest worker;
(d) the time of a second, unchanged run over the LARGE files against the first.

What is compared takes turns; a ratio is taken within each round and the median of all is given.
The exit code is 1 where a floor is missed. ``--large 0`` leaves (c) and (d) out.
"""

from __future__ import annotations

import argparse
import multiprocessing
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from returns import make

LOOPS = 40_000_000
MIB = 1024
TWICE = """
import sys, openpyxl
for line in sys.stdin:
    for values in (True, False):
        openpyxl.load_workbook(line.strip(), data_only=values)
"""
# Runs the program in this process, so that its own peak and that of its workers are told apart.
MEASURED = """
import resource, sys, time
from jixiao.cli.run import run
start = time.perf_counter()
code = run(sys.argv[1:])
seconds = time.perf_counter() - start
peaks = [resource.getrusage(who).ru_maxrss
         for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(code, seconds, *peaks, file=sys.stderr)
"""


@dataclass(frozen=True)
class Run:
    """One run: seconds, start of the program included, and peaks in MiB."""

    seconds: float
    parent: float
    worker: float


def bulk(folder: Path, output: Path, jobs: int) -> Run:
    """Check a folder in processes of their own."""
    options = ["--jobs", str(jobs), "--no-annotate", "--fail-on", "never"]
    command = [sys.executable, "-c", MEASURED, "bulk", str(folder), "--output", str(output)]
    start = time.perf_counter()
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=True)
    seconds = time.perf_counter() - start
    code, _, parent, worker = done.stderr.split()[-4:]
    if code != "0":
        raise SystemExit(f"bulk failed with {code}: {done.stderr}")
    return Run(seconds, int(parent) / MIB, int(worker) / MIB)


def openpyxl_twice(paths: Sequence[Path]) -> float:
    """Seconds to load each workbook twice with openpyxl."""
    listed = "".join(f"{path}\n" for path in paths)
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", TWICE], input=listed, text=True, check=True)
    return time.perf_counter() - start


def _loop(rounds: int) -> int:
    total = 0
    for number in range(rounds):
        total += number & 7
    return total


def two_loops_over_one() -> float:
    """How much faster two processes do twice the work of one: 2 on two idle cores."""
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        pool.map(_loop, [1, 1])
        start = time.perf_counter()
        pool.map(_loop, [LOOPS])
        one = time.perf_counter() - start
        start = time.perf_counter()
        pool.map(_loop, [LOOPS, LOOPS], chunksize=1)
        two = time.perf_counter() - start
    return 2 * one / two


class Floors:
    """Prints figures and keeps in mind whether a floor was missed."""

    def __init__(self) -> None:
        self.missed: list[str] = []

    def tell(self, label: str, figure: float, unit: str = "") -> None:
        """Print a figure that has no floor."""
        print(f"{label:58}{figure:9.2f} {unit}", flush=True)

    def at_least(self, label: str, figure: float, floor: float, note: str = "") -> None:
        """Print a figure with the least that it may be."""
        self._judge(label, figure, f"at least {floor:g}{note}", missed=figure < floor)

    def at_most(self, label: str, figure: float, floor: float, note: str = "") -> None:
        """Print a figure with the most that it may be."""
        self._judge(label, figure, f"at most {floor:g}{note}", missed=figure > floor)

    def _judge(self, label: str, figure: float, floor: str, *, missed: bool) -> None:
        print(f"{label:58}{figure:9.3f}   {floor}{'   MISSED' if missed else ''}", flush=True)
        if missed:
            self.missed.append(label)


def median(turns: int, figure: Callable[[int], float]) -> float:
    """The median of a figure over all rounds."""
    return statistics.median(figure(turn) for turn in range(turns))


def speed(top: Path, paths: Sequence[Path], rounds: int, floors: Floors) -> None:
    """(a) and (b)."""
    twice: list[float] = []
    one: list[float] = []
    two: list[float] = []
    loops: list[float] = []
    part = paths[:: max(len(paths) // 400, 1)]  # openpyxl takes the same for each, however many
    for turn in range(rounds):
        twice.append(openpyxl_twice(part) / len(part))
        one.append(bulk(top / "small", top / "one", 1).seconds / len(paths))
        loops.append(two_loops_over_one())
        two.append(bulk(top / "small", top / "two", 2).seconds / len(paths))
        _clear(top / "one", top / "two")
        print(
            f"round {turn + 1}: openpyxl twice {twice[-1] * 1000:.1f} ms a file, one worker"
            f" {one[-1] * 1000:.1f}, two {two[-1] * 1000:.1f}; two loops {loops[-1]:.2f}",
            flush=True,
        )
    floors.tell("openpyxl twice", 1 / statistics.median(twice), "files/s")
    floors.tell("one worker", 1 / statistics.median(one), "files/s")
    floors.tell("two workers", 1 / statistics.median(two), "files/s")
    ratio = median(rounds, lambda n: twice[n] / one[n])
    floors.at_least("one worker over openpyxl twice", ratio, 3, ", aim 5")
    floors.tell("two workers over one", median(rounds, lambda n: one[n] / two[n]))
    floors.tell("two loops over one", statistics.median(loops))
    share = median(rounds, lambda n: one[n] / two[n] / loops[n])
    floors.at_least("two workers, share of what two loops gain", share, 0.85)


def scale(top: Path, files: int, large: int, rounds: int, floors: Floors) -> None:
    """(c) and (d)."""
    few: list[Run] = []
    many: list[Run] = []
    again: list[Run] = []
    for turn in range(rounds):
        few.append(bulk(top / "small", top / "few", 2))
        many.append(bulk(top / "large", top / "many", 2))
        again.append(bulk(top / "large", top / "many", 2))
        if turn == 0:
            for output in sorted((top / "many").iterdir()):
                size = output.stat().st_size / large
                floors.tell(f"{output.name}, {large} files", size, "bytes a file")
        _clear(top / "few", top / "many")
        print(
            f"round {turn + 1}: {files} files {few[-1].seconds:.0f} s, {large} files"
            f" {many[-1].seconds:.0f} s, again {again[-1].seconds:.1f} s",
            flush=True,
        )

    def over(figure: Callable[[Run], float]) -> float:
        return median(rounds, lambda n: figure(many[n]) / figure(few[n]))

    sizes = f"{large} files over {files}"
    time_ratio = over(lambda run: run.seconds) * files / large
    floors.at_most(f"time per file, {sizes}", time_ratio, 1.25)
    peaks = over(lambda run: run.parent + 2 * run.worker)
    floors.at_most(f"peak memory of all three processes, {sizes}", peaks, 1.2)
    largest = over(lambda run: max(run.parent, run.worker))
    floors.at_most(f"peak memory of the largest process, {sizes}", largest, 1.2)
    floors.tell("  of the parent alone", over(lambda run: run.parent))
    floors.tell("  of the largest worker alone", over(lambda run: run.worker))
    floors.tell(f"peak memory of the parent, {large} files", max(r.parent for r in many), "MiB")
    floors.at_most("peak memory of the largest worker", max(r.worker for r in many), 1024, " MiB")
    second = median(rounds, lambda n: again[n].seconds / many[n].seconds)
    floors.at_most(f"second run over {large} unchanged files", second, 0.10, " of the first")


def _clear(*outputs: Path) -> None:
    for output in outputs:
        shutil.rmtree(output)


def main() -> int:
    """Print all figures; 1 where a floor is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=2_000)
    parser.add_argument("--large", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--large-rounds", type=int, default=2)
    asked = parser.parse_args()
    floors = Floors()
    with tempfile.TemporaryDirectory() as place:
        top = Path(place)
        paths = make(top / "small", asked.files)
        print(f"{len(paths)} files that differ, {asked.rounds} rounds, medians", flush=True)
        speed(top, paths, asked.rounds, floors)
        if asked.large > asked.files:
            make(top / "large", asked.large)
            print(f"{asked.large} files that differ, {asked.large_rounds} rounds", flush=True)
            scale(top, asked.files, asked.large, asked.large_rounds, floors)
    print("missed: " + "、".join(floors.missed) if floors.missed else "no floor missed")
    return 1 if floors.missed else 0


if __name__ == "__main__":
    sys.exit(main())
