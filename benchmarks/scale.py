"""What a country would take: measures the shares of bulk one by one and reckons with them.

    python benchmarks/scale.py [--files 96] [--units 600000] [--cores 16] [--hours 8]

Measured here: processor time to check a return without and with its annotated copy, the size of
both, the ledger's bytes and rows a second with its one writer, hashing, matching against a roster,
writing the outputs. All else in the table is reckoned from that and from the arguments.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
import time
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from jixiao.bulk.departments.attribution import attribute_returns
from jixiao.bulk.departments.roster import Department, Roster
from jixiao.bulk.job import Done, Job, Task, check_chunk, pack_record, sha256_of
from jixiao.bulk.ledger import Ledger, LedgerEntry
from jixiao.bulk.outputs import write_outputs
from jixiao.reporting import brief_of, record_from_text
from jixiao.version import __version__
from jixiao.writing.summary.model import SummaryScope
from returns import make

CHUNK = 48
ROWS = 5_000  # of the ledger that is measured
ROSTERS = (100, 2_000)
WARM = 24  # returns checked before the clock runs
EXCEL_ROWS = 1_048_000
EXCEL_LINKS = 65_000


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of this process, which a machine shared with others distorts least."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def task(jobs: list[Job], scratch: Path) -> Task:
    return Task(tuple(jobs), None, 600.0, str(scratch))


def check(top: Path, paths: list[Path]) -> tuple[list[Done], dict[str, float]]:
    """Check returns, then check and annotate them: milliseconds and bytes a return."""
    plain = [Job(path.name, str(path)) for path in paths]
    marked = [replace(job, copy=str(top / "annotated" / job.relative)) for job in plain]
    done: list[Done] = []
    check_chunk(task(plain[:WARM], top))
    check_chunk(task(marked[:1], top))
    count = len(paths)

    def run(jobs: list[Job]) -> None:
        done.clear()
        for start in range(0, count, CHUNK):
            done.extend(check_chunk(task(jobs[start : start + CHUNK], top)))

    without, both = seconds(lambda: run(plain)), seconds(lambda: run(marked))
    copies = [path.stat().st_size for path in (top / "annotated").iterdir()]
    return done, {
        "check": without / count * 1000,
        "annotate": (both - without) / count * 1000,
        "return": sum(path.stat().st_size for path in paths) / count,
        "copy": sum(copies) / len(copies),
        "hash": seconds(lambda: [sha256_of(path) for path in paths]) / count * 1000,
    }


def keep(top: Path, done: list[Done]) -> dict[str, float]:
    """Keep ROWS returns in a ledger and write the outputs from it."""
    rows = [_row(done[number % len(done)], number) for number in range(ROWS)]
    path = top / "ledger.sqlite"
    with Ledger(path) as ledger:
        begin = time.perf_counter()
        for start in range(0, ROWS, CHUNK):
            ledger.keep(rows[start : start + CHUNK])
        rate = ROWS / (time.perf_counter() - begin)

        def write() -> None:
            attribution = attribute_returns(
                ledger.briefs(), roster=None, modified={}, shared={}, rulebook_years={}
            )
            scope = SummaryScope("jixiao", 2017, None, 0, (), {}, used={})
            write_outputs(ledger, attribution, {}, top, {}, scope, "zh")

        spent = seconds(write)
    sizes = {name: (top / name).stat().st_size / ROWS for name in ("results.jsonl", "findings.csv")}
    with (top / "findings.csv").open(encoding="utf-8-sig") as table:
        lines = sum(1 for line in table if line.strip()) - 1
    return {
        "rate": rate,
        "ledger": path.stat().st_size / ROWS,
        "outputs": spent / ROWS * 1000,
        "findings": lines / ROWS,
        **sizes,
    }


def _row(done: Done, number: int) -> LedgerEntry:
    digest = hashlib.sha256(str(number).encode()).hexdigest()
    relative = f"{number // 1000:02d}/{number:05d}.xlsx"
    record = replace(record_from_text(zlib.decompress(done.packed)), file=relative)
    return LedgerEntry(
        brief_of(record), digest, digest[:32], __version__, digest[:16], digest[16:32],
        pack_record(record),
    )  # fmt: skip


def match(departments: int) -> float:
    """Milliseconds to find one return's department in a roster."""
    listed = [Department(f"第{n}局", f"{n:06d}", (), "", n) for n in range(departments)]
    roster = Roster.of(listed)
    count = 200

    def run() -> None:
        for number in range(count):
            name = f"第{number % departments}局"
            roster.match(stamped=name, stated=name, relative=f"某科/{name}.xlsx")
            roster.in_path(f"某科/{name}.xlsx")

    return seconds(run) / count * 1000


def tell(label: str, figure: float, unit: str) -> None:
    print(f"{label:52}{figure:12,.2f} {unit}")


def reckon(found: dict[str, float], asked: argparse.Namespace) -> None:
    """Print what the units would take."""
    units, cores = asked.units, asked.cores
    print(f"\nreckoned for {units:,} returns")
    hours = units * found["check"] / 3_600_000
    marked = units * (found["check"] + found["annotate"]) / 3_600_000
    serial = units * (found["hash"] + found["outputs"]) / 3_600_000
    tell("processor hours, checked", hours, "h")
    tell("processor hours, checked and annotated", marked, "h")
    tell("hours of the one process that plans and writes", serial, "h")
    tell(f"hours on one machine of {cores} cores", hours / cores + serial, "h")
    tell("  with annotated copies", marked / cores + serial, "h")
    for label, work in (("cores", hours), ("cores, with annotated copies", marked)):
        tell(f"{label}, for a night of {asked.hours:g} hours", work / (asked.hours - serial), "")
    tell("returns a second that the ledger takes", found["rate"], "/s")
    tell("cores that keep the ledger busy", found["rate"] * found["check"] / 1000, "")
    for name in ("ledger", "results.jsonl", "findings.csv", "return", "copy"):
        tell(f"{name}, all", units * found[name] / 2**30, "GiB")
    rows = units * found["findings"]
    tell("findings, as lines of findings.csv", rows, "")
    tell("  of these beyond the rows of a sheet", max(rows - EXCEL_ROWS, 0), "")
    tell("returns whose copy the summary cannot link", max(units - EXCEL_LINKS, 0), "")


def main() -> int:
    """Measure and reckon."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=96)
    parser.add_argument("--units", type=int, default=600_000)
    parser.add_argument("--cores", type=int, default=16)
    parser.add_argument("--hours", type=float, default=8)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        top = Path(place)
        done, found = check(top, make(top / "returns", asked.files))
        found |= keep(top, done)
    print(f"measured over {asked.files} returns that differ and {ROWS} rows of the ledger")
    units = {"rate": "rows/s", "findings": "a return"}
    for name, figure in found.items():
        is_time = name in ("check", "annotate", "hash", "outputs")
        tell(name, figure, units.get(name, "ms a return" if is_time else "bytes a return"))
    for departments in ROSTERS:
        tell(f"match, roster of {departments}", match(departments), "ms a return")
    reckon(found, asked)
    return 0


if __name__ == "__main__":
    sys.exit(main())
