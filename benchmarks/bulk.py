"""Bulk against its floors: ratios measured side by side in one run.

    python benchmarks/bulk.py [--files 2000] [--large 20000] [--rounds 3]

Makes FILES returns that differ (department, sources, dates) from the samples, then prints
- files per second of ``jixiao bulk --jobs 1 --no-annotate`` against a script that loads each
  workbook with openpyxl twice (values, formulas) and does nothing else;
- the gain of two workers against the gain of two empty CPU loops over one;
- peak memory and time per file at LARGE files against FILES, and of a second, unchanged run.
"""

from __future__ import annotations

import argparse
import multiprocessing
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("nanchang-2017-*.xlsx"))
NAME = re.compile("(南昌市外事侨务办公室|示例市[^<\\s]{2,12}[局会])")
TWICE = """
import sys, openpyxl
for line in sys.stdin:
    for values in (True, False):
        openpyxl.load_workbook(line.strip(), data_only=values)
"""


def make(folder: Path, count: int) -> list[Path]:
    """Write ``count`` returns that differ, from the samples in turn."""
    parts = []
    for sample in SAMPLES:
        with zipfile.ZipFile(sample) as package:
            parts.append([(item.filename, package.read(item)) for item in package.infolist()])
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for number in range(count):
        path = folder / f"{number // 1000:02d}" / f"{number:05d}.xlsx"
        path.parent.mkdir(exist_ok=True)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
            for name, content in parts[number % len(parts)]:
                if name == "xl/sharedStrings.xml":
                    content = _renamed(content, number)  # noqa: PLW2901
                package.writestr(name, content)
        made.append(path)
    return made


def _renamed(content: bytes, number: int) -> bytes:
    text = NAME.sub(f"示例市第{number}局", content.decode())
    return text.replace("示例数据", f"示例数据第{number}号").encode()


def bulk(folder: Path, output: Path, jobs: int) -> tuple[float, float]:
    """Run bulk in a process of its own; give seconds and peak memory in MiB (largest process)."""
    command = [
        sys.executable, "-m", "jixiao", "bulk", folder, "--output", output, "--jobs", str(jobs),
        "--no-annotate", "--fail-on", "never",
    ]  # fmt: skip
    return _timed([str(part) for part in command], "")


def openpyxl_twice(paths: list[Path]) -> float:
    """Seconds to load each workbook twice with openpyxl."""
    listed = "".join(f"{path}\n" for path in paths)
    return _timed([sys.executable, "-c", TWICE], listed)[0]


def _timed(command: list[str], feed: str) -> tuple[float, float]:
    measured = (
        "import resource, subprocess, sys, time\n"
        "start = time.perf_counter()\n"
        "code = subprocess.run(sys.argv[1:], stdin=sys.stdin, stdout=subprocess.DEVNULL,"
        " stderr=subprocess.DEVNULL).returncode\n"
        "seconds = time.perf_counter() - start\n"
        "peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss\n"
        "print(code, seconds, peak)\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", measured, *command],
        input=feed, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    code, seconds, peak = told.split()
    if code != "0":
        raise SystemExit(f"failed with {code}: {command}")
    return float(seconds), int(peak) / 1024


def _loop(rounds: int) -> int:
    total = 0
    for number in range(rounds):
        total += number & 7
    return total


def two_loops_over_one() -> float:
    """How much faster two processes do twice the work of one: 2 on two idle cores."""
    rounds = 40_000_000
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        pool.map(_loop, [1, 1])
        start = time.perf_counter()
        pool.map(_loop, [rounds])
        one = time.perf_counter() - start
        start = time.perf_counter()
        pool.map(_loop, [rounds, rounds], chunksize=1)
        two = time.perf_counter() - start
    return 2 * one / two


def median(numbers: list[float]) -> float:
    return statistics.median(numbers)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=2_000)
    parser.add_argument("--large", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        top = Path(place)
        paths = make(top / "small", asked.files)
        print(f"{len(paths)} files that differ, {asked.rounds} rounds, medians")
        _speed(top, paths, asked.rounds)
        if asked.large > asked.files:
            make(top / "large", asked.large)
            _scale(top, asked.files, asked.large, asked.rounds)
    print(
        f"peak memory of this script {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} MiB"
    )


def _speed(top: Path, paths: list[Path], rounds: int) -> None:
    twice, one, two, loops = [], [], [], []
    part = paths[: max(len(paths) // 5, 1)]
    for turn in range(rounds):
        twice.append(openpyxl_twice(part) / len(part))
        one.append(bulk(top / "small", top / f"one{turn}", 1)[0] / len(paths))
        two.append(bulk(top / "small", top / f"two{turn}", 2)[0] / len(paths))
        loops.append(two_loops_over_one())
    print(f"openpyxl twice          {1 / median(twice):8.0f} files/s")
    print(f"jixiao, one worker      {1 / median(one):8.0f} files/s")
    print(f"jixiao, two workers     {1 / median(two):8.0f} files/s")
    ratio = median([a / b for a, b in zip(twice, one, strict=True)])
    gain = median([a / b for a, b in zip(one, two, strict=True)])
    share = median([a / b / c for a, b, c in zip(one, two, loops, strict=True)])
    print(f"one worker over openpyxl twice            {ratio:6.2f}   floor 3, aim 5")
    print(f"two workers over one                      {gain:6.2f}")
    print(f"two loops over one                        {median(loops):6.2f}")
    print(f"share of what two loops gain              {share:6.2f}   floor 0.85")


def _scale(top: Path, files: int, large: int, rounds: int) -> None:
    small_time, large_time, small_peak, large_peak, again = [], [], [], [], []
    for turn in range(rounds):
        seconds, peak = bulk(top / "small", top / f"small-out{turn}", 2)
        small_time.append(seconds / files)
        small_peak.append(peak)
        seconds, peak = bulk(top / "large", top / f"large-out{turn}", 2)
        large_time.append(seconds / large)
        large_peak.append(peak)
        again.append(bulk(top / "large", top / f"large-out{turn}", 2)[0] / seconds)
    time_ratio = median([a / b for a, b in zip(large_time, small_time, strict=True)])
    peak_ratio = median([a / b for a, b in zip(large_peak, small_peak, strict=True)])
    print(f"time per file, {large} over {files}      {time_ratio:6.2f}   floor 1.25")
    print(f"peak memory, {large} over {files}        {peak_ratio:6.2f}   floor 1.2")
    print(f"peak memory of the largest process        {median(large_peak):6.0f} MiB   floor 1024")
    print(f"second run, unchanged, over the first     {median(again):6.3f}   floor 0.10")


if __name__ == "__main__":
    main()
