"""How soon a bulk run shows something, and how soon it stops, with 400 returns.

    python benchmarks/stopping.py [--returns 400] [--jobs 2]

Runs ``jixiao bulk`` on copies of the samples and prints the seconds until the first figure and
until the first return; interrupts it by Ctrl-C, prints the seconds until the answer and until the
end, and does the same by closing the window (SIGHUP). Then it sees that nothing finished was lost
and that the next run does the rest. The aims: 2 seconds to the first figure, 2 to the end. The exit
code is 1 where an aim is missed.
"""

from __future__ import annotations

import argparse
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
AIM = 2.0
_DONE = re.compile(r"本次核对 (\d+) 份，未变动沿用 (\d+) 份")


def lay_out(folder: Path, count: int) -> None:
    """Fill a folder with returns."""
    samples = sorted((ROOT / "samples" / "bulk").rglob("示例市*局.xlsx"))
    for number in range(count):
        place = folder / f"科室{number % 8}"
        place.mkdir(parents=True, exist_ok=True)
        shutil.copy(samples[number % len(samples)], place / f"{number:04}.xlsx")


def interrupt(folder: Path, output: Path, jobs: int, number: int) -> tuple[float, ...]:
    """Run, interrupt by a signal after the first tenth; seconds of what is seen and of the end."""
    command = [sys.executable, "-m", "jixiao", "bulk", str(folder), "--output", str(output),
               "--jobs", str(jobs)]  # fmt: skip
    begun = time.perf_counter()
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8") as run:
        if run.stderr is None:
            raise RuntimeError("no stream")
        run.stderr.readline()
        figure = time.perf_counter() - begun
        for line in run.stderr:
            if "已核对" in line:
                break
        tenth = time.perf_counter() - begun
        asked = time.perf_counter()
        run.send_signal(number)
        answer = 0.0
        for line in run.stderr:
            if "正在停下" in line:
                answer = time.perf_counter() - asked
        run.wait()
        return figure, tenth, answer, time.perf_counter() - asked


def kept(output: Path) -> int:
    """How many returns the ledger holds."""
    base = sqlite3.connect(output / "ledger.sqlite")
    (count,) = base.execute("SELECT COUNT(*) FROM returns").fetchone()
    base.close()
    return int(count)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; 1 where an aim is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--returns", type=int, default=400)
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args(argv)
    is_missed = False
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "报送"
        lay_out(folder, args.returns)
        for name, number in (("Ctrl-C", signal.SIGINT), ("window closed", signal.SIGHUP)):
            output = Path(scratch) / name
            figure, tenth, answer, end = interrupt(folder, output, args.jobs, number)
            left = kept(output)
            again = subprocess.run(
                [sys.executable, "-m", "jixiao", "bulk", str(folder), "--output", str(output),
                 "--jobs", str(args.jobs), "--fail-on", "never"],
                capture_output=True, text=True, encoding="utf-8", check=True,
            )  # fmt: skip
            counts = _DONE.search(again.stdout)
            print(f"{name}: first figure {figure:.2f} s, a tenth {tenth:.2f} s, "
                  f"answer {answer:.2f} s, stopped {end:.2f} s, {left} returns kept, "
                  f"then {counts and counts.groups()}")  # fmt: skip
            is_whole = counts is not None and int(counts[2]) == left
            is_missed |= figure > AIM or end > AIM or not is_whole
    return int(is_missed)


if __name__ == "__main__":
    sys.exit(main())
