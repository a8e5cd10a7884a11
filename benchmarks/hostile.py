"""Time, peak memory and outcome of every hostile kind and of the corpus, each in its own process.

    python benchmarks/hostile.py [--corpus FOLDER] [--only TEXT]

Floors: no crash, nothing beyond 15 s, peak under 1 GiB, and exactly the codes pinned.
Memory is that of the whole process that reads, its start (about 30 MB) included.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from hostile import CASES  # noqa: E402 - the generator lives with the tests

CORPUS = ROOT.parent / "shared" / "corpus"
SECONDS = 15
MEBIBYTES = 1024
PROGRAM = """
import json, sys, time
from jixiao.workbook.read import read
started = time.perf_counter()
found = read(sys.argv[1])
took = time.perf_counter() - started
try:
    import resource
    peak = max(resource.getrusage(who).ru_maxrss for who in
               (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
except ImportError:
    peak = 0
print(json.dumps([took, peak, hasattr(found, "sheets"), sorted(f.code for f in found.findings)]))
"""


@dataclass(frozen=True)
class Outcome:
    """What happened to one file."""

    seconds: float
    mebibytes: float
    is_read: bool
    codes: tuple[str, ...]
    trouble: str = ""


def run(path: Path) -> Outcome:
    """Read one file in a process of its own."""
    try:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, str(path)],
            capture_output=True,
            timeout=2 * SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Outcome(2 * SECONDS, 0, is_read=False, codes=(), trouble="HANG")
    if done.returncode:
        return Outcome(0, 0, is_read=False, codes=(), trouble=f"CRASH {done.returncode}")
    took, peak, is_read, codes = json.loads(done.stdout)
    over = "SLOW" if took > SECONDS else "LARGE" if peak > MEBIBYTES else ""
    return Outcome(took, peak, is_read, tuple(codes), over)


def show(name: str, outcome: Outcome) -> None:
    """Print one line of the table."""
    what = "read" if outcome.is_read else "refused"
    codes = " ".join(dict.fromkeys(outcome.codes)) or "-"
    print(
        f"{name[:50]:50} {outcome.seconds:7.3f} s {outcome.mebibytes:6.0f} MB {what:8}"
        f" {codes:20} {outcome.trouble}"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    troubles = 0
    with tempfile.TemporaryDirectory() as folder:
        for case in CASES:
            if asked.only not in case.name:
                continue
            path = Path(folder) / f"case{case.extension}"
            path.write_bytes(case.build())
            outcome = run(path)
            path.unlink()
            pinned = sorted(case.codes) == list(outcome.codes) and case.is_read is outcome.is_read
            if not pinned and not outcome.trouble:
                outcome = Outcome(
                    outcome.seconds, outcome.mebibytes, outcome.is_read, outcome.codes, "OTHER"
                )
            troubles += bool(outcome.trouble)
            show(case.name, outcome)
    if asked.corpus.is_dir():
        for path in sorted(asked.corpus.iterdir()):
            if path.suffix not in (".md", ".tsv") and asked.only in path.name:
                outcome = run(path)
                troubles += bool(outcome.trouble)
                show(path.name, outcome)
    print(f"{len(CASES)} kinds, {troubles} in trouble")
    return 1 if troubles else 0


if __name__ == "__main__":
    raise SystemExit(main())
