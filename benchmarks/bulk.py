"""Bulk against its floors: ratios measured side by side in one run.

    python benchmarks/bulk.py [--files 2000] [--large 20000] [--rounds 3] [--large-rounds 2]
                              [--sides 200] [--rivals PYTHON]

Makes returns that differ (``returns.py``) and returns of four forms mixed (``mixed.py``); prints
(a) the processor time a return of ``jixiao bulk --jobs 1 --no-annotate`` against openpyxl (each
    workbook loaded twice: values, formulas), on both; against pandas with calamine and polars with
    fastexcel (values only, then the sums of all columns), where the interpreter ``--rivals`` has
    them; and of reading against inflating and parsing without handlers;
(b) the serial part of a run, a return; the start of ``validate`` against ``import pandera.polars``;
(c) the gain of two workers against the gain of two empty loops over one;
(d) time per file and peak memory at LARGE files against FILES, of the run and its largest worker;
(e) the time of a second, unchanged run over the LARGE files against the first.

Processor time is what a process and all that it starts take; others on the machine lengthen it
too, so what is compared takes turns, and the median of the rounds' ratios is given. The exit code
is 1 where a floor is missed. ``--large 0`` leaves (d) and (e) out, ``--rounds 0`` (c).
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

from mixed import make_mixed
from returns import make
from sides import OPENPYXL, PANDAS, POLARS, limit_and_reading, milliseconds, processor_time
from startup import PAIRS, compiled

LOOPS = 40_000_000
FEW = 20  # files of a run that shows what the start takes
ROUNDS_OF_SIDES = 3
ROUNDS_OF_STARTS = 9
MIB = 1024
# Runs the program in this process, so that its own peak and that of its workers are told apart.
MEASURED = """
import resource, sys, time
from jixiao.cli.run import run_command_line as run
start = time.perf_counter()
code = run(sys.argv[1:])
seconds = time.perf_counter() - start
peaks = [resource.getrusage(who).ru_maxrss
         for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
own = resource.getrusage(resource.RUSAGE_SELF)
print(code, seconds, own.ru_utime + own.ru_stime, *peaks, file=sys.stderr)
"""


@dataclass(frozen=True)
class Run:
    """One run: seconds, start of the program included, those of its own process, peaks in MiB."""

    seconds: float
    serial: float
    parent: float
    worker: float


def bulk(folder: Path, output: Path, jobs: int) -> Run:
    """Check a folder in processes of their own."""
    options = ["--jobs", str(jobs), "--no-annotate", "--fail-on", "never"]
    command = [sys.executable, "-c", MEASURED, "bulk", str(folder), "--output", str(output)]
    start = time.perf_counter()
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=True)
    seconds = time.perf_counter() - start
    code, _, serial, parent, worker = done.stderr.split()[-5:]
    if code != "0":
        raise SystemExit(f"bulk failed with {code}: {done.stderr}")
    return Run(seconds, float(serial), int(parent) / MIB, int(worker) / MIB)


def openpyxl_twice(paths: Sequence[Path]) -> float:
    """Seconds to load each workbook twice with openpyxl."""
    listed = "".join(f"{path}\n" for path in paths)
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", OPENPYXL], input=listed, text=True, check=True)
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


def bulk_time(folder: Path, output: Path) -> float:
    """Milliseconds of processor time of a run on a folder, the program's start included."""
    options = ["--output", output, "--jobs", "1", "--no-annotate", "--fail-on", "never"]
    spent = processor_time([sys.executable, "-m", "jixiao", "bulk", folder, *options])
    _clear(output)
    return 1000 * spent


def against(
    name: str, folder: Path, few: Path, paths: Sequence[Path], rivals: str | None, floors: Floors
) -> None:
    """(a), the start of no side counted: ours is that of a run on the folder ``few``."""
    scripts = {"openpyxl twice": OPENPYXL}
    if rivals is not None:
        scripts |= {"pandas and calamine, with sums": PANDAS, "polars and fastexcel": POLARS}
    times: dict[str, list[float]] = {side: [] for side in (*scripts, "ours")}
    part = paths[:50]
    output = folder.with_suffix(".out")
    for _ in range(ROUNDS_OF_SIDES):
        more = bulk_time(folder, output) - bulk_time(few, output)
        times["ours"].append(more / (len(paths) - FEW))
        for side, script in scripts.items():
            python = sys.executable if side.startswith("openpyxl") else rivals
            times[side].append(milliseconds(script, part, python or sys.executable))
    for side, measured in times.items():
        floors.tell(f"{name}: {side}", statistics.median(measured), "ms of processor a return")
    floor = {"returns of one template": 8.0, "four forms mixed": 6.0}[name]
    for side in scripts:
        pairs = zip(times[side], times["ours"], strict=True)
        ratio = statistics.median(theirs / ours for theirs, ours in pairs)
        label = f"{name}: {side} over a check"
        if side.startswith("openpyxl"):
            floors.at_least(label, ratio, floor)
        else:
            floors.tell(label, ratio)


def sides(top: Path, count: int, rivals: str | None, floors: Floors) -> None:
    """(a) and (b)."""
    few, few_mixed = top / "few-of-one", top / "few-mixed"
    make(few, FEW)
    make_mixed(few_mixed, FEW)
    one = make(top / "one", count)
    against("returns of one template", top / "one", few, one, rivals, floors)
    mixed = make_mixed(top / "mixed", count)
    against("four forms mixed", top / "mixed", few_mixed, mixed, rivals, floors)
    measured = [limit_and_reading(one) for _ in range(ROUNDS_OF_SIDES)]
    floors.tell("inflating, parsing without handlers", min(m[0] for m in measured), "ms a return")
    floors.tell("reading", min(m[1] for m in measured), "ms a return")
    ratio = statistics.median(ours / limit for limit, ours in measured)
    floors.at_most("reading over inflating and parsing", ratio, 2)
    serial = []
    for _ in range(ROUNDS_OF_SIDES):
        more = bulk(top / "one", top / "serial", 1).serial - bulk(few, top / "little", 1).serial
        serial.append(1000 * more / (count - FEW))
        _clear(top / "serial", top / "little")
    floors.at_most("serial part of a run", statistics.median(serial), 0.3, " ms a return")
    start(floors)


def start(floors: Floors) -> None:
    """The start of ``validate``, bytecode compiled, by processor time."""
    compiled()
    name, base, command, statement, _ = PAIRS[1]
    imports = [sys.executable, "-c", statement]
    turns = [(processor_time(command), processor_time(imports)) for _ in range(ROUNDS_OF_STARTS)]
    ratio = min(ours for ours, _ in turns) / min(theirs for _, theirs in turns)
    floors.at_most(f"{name} over {base}", ratio, 1.3)


def speed(top: Path, paths: Sequence[Path], rounds: int, floors: Floors) -> None:
    """(c), and the same as (a) by the clock."""
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
    """(d) and (e)."""
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
    parser.add_argument("--sides", type=int, default=400)
    parser.add_argument("--rivals", help="an interpreter that has pandas, calamine and polars")
    asked = parser.parse_args()
    floors = Floors()
    with tempfile.TemporaryDirectory() as place:
        top = Path(place)
        if asked.sides:
            print(f"{asked.sides} files, {ROUNDS_OF_SIDES} rounds, medians", flush=True)
            sides(top, asked.sides, asked.rivals, floors)
        if asked.rounds:
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
