"""How long the program takes to start, as ratios to the imports it cannot do without.

``python benchmarks/startup.py`` prints ``jixiao --help`` against ``import click`` (at most 4), and
against ``import pandera.polars`` ``jixiao validate`` of the reference sample (at most 1.3) and of a
return with a percentage out of range, which pandera has to judge (no limit). Runs are interleaved,
medians of processor time compared, which what else the machine does moves less than the clock.
hypothesis, which pandera loads where it is installed, is hidden from both: an installation for use
has none. The exit code is 1 where a ratio is above its limit.
"""

from __future__ import annotations

import compileall
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "samples" / "nanchang-2017-waiqiao.xlsx"
DOUBTFUL = ROOT / "samples" / "nanchang-2017-percent-as-number.xlsx"
PROGRAM = Path(sys.executable).with_name("jixiao")
ROUNDS = 15
PAIRS = (
    ("jixiao --help", "import click", [PROGRAM, "--help"], "import click", 4.0),
    (
        "jixiao validate",
        "import pandera.polars",
        [PROGRAM, "validate", SAMPLE],
        "import pandera.polars",
        1.3,
    ),
    (
        "jixiao validate, a cell out of range",
        "import pandera.polars",
        [PROGRAM, "validate", "--fail-on", "never", DOUBTFUL],
        "import pandera.polars",
        float("inf"),
    ),
)


def seconds(command: list[str | Path], environment: dict[str, str]) -> float:
    """Give the processor time of one process, its output thrown away."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    nowhere = subprocess.DEVNULL
    subprocess.run(command, check=True, stdout=nowhere, stderr=nowhere, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(command: list[str | Path], statement: str) -> tuple[float, float]:
    """Time the command and the bare import in turns; give both medians."""
    imports = [sys.executable, "-c", statement]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "hypothesis.py").write_text("raise ImportError", encoding="utf-8")
        paths = os.pathsep.join([folder, str(ROOT / "src")])
        use = {**os.environ, "PYTHONPATH": paths}
        seconds(command, use), seconds(imports, use)  # files are in the cache from here on
        both = [(seconds(command, use), seconds(imports, use)) for _ in range(ROUNDS)]
    ours, theirs = zip(*both, strict=True)
    return statistics.median(ours), statistics.median(theirs)


def compiled() -> None:
    """Compile the program's modules, as those of an installed one are."""
    compileall.compile_dir(ROOT / "src", quiet=1)


def main() -> int:
    """Print the ratios; 1 where one of them is too high."""
    compiled()
    worst = 0
    for name, base, command, statement, limit in PAIRS:
        ours, theirs = measure(command, statement)
        ratio = ours / theirs
        print(
            f"{name}: {ratio:.2f} x {base} (at most {limit:g};"
            f" {ours * 1000:.0f} ms against {theirs * 1000:.0f} ms)"
        )
        worst |= ratio > limit
    return worst


if __name__ == "__main__":
    sys.exit(main())
