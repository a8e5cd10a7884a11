"""Combine generated records of a whole nation: time and peak memory of all processes.

    python benchmarks/combine.py [--records 600000] [--folders 300] [--keep DIR]

Makes output folders as ``jixiao bulk`` leaves them (ledger, results and their table, from the
records of the samples under other names and totals); a few are made, the rest are copies of them.
Then runs ``jixiao combine`` on all and prints seconds, processor seconds and the peak in MiB of all
its processes together, memory they share counted once (Linux). The aims, on two cores: 600,000
records in 180 seconds and 300 MiB. The exit code is 1 where an aim is missed; on a machine that
others use too, the processor seconds say more.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from jixiao.bulk.finished import TABLE, open_finished
from jixiao.bulk.job import sha256_of
from jixiao.bulk.ledger import Ledger, ListedFile
from jixiao.bulk.result_table import ResultTable
from jixiao.bulk.rows import list_return, row_from_text, row_to_text
from jixiao.reporting import to_json_line

ROOT = Path(__file__).parents[1]
SEED = 20180228
SECONDS, MIB = 180, 300
DIFFERENT = 12  # folders that are made, not copied
BETWEEN = 0.05  # seconds between two looks at the memory


def generate(pattern: Path, target: Path, count: int, rng: random.Random) -> None:
    """Write ledger and results of ``count`` records, modelled on those of ``pattern``."""
    target.mkdir(parents=True)
    with open_finished(pattern) as run:
        models = [
            (one, json.loads(line))
            for one, line in zip((x for x in run.listed() if x.row), run.results(), strict=True)
        ]
        scope, due, figures = run.scope, run.due, run.figures
    with (
        Ledger(target / "ledger.sqlite") as ledger,
        (target / "results.jsonl").open("w", encoding="utf-8", newline="\n") as lines,
    ):
        table = ResultTable(target / TABLE)

        def records() -> Iterator[ListedFile]:
            for number in range(count):
                model, document = models[number % len(models)]
                name = f"{number:06}.xlsx"
                row = row_from_text(str(model.row))
                total = str(rng.randrange(4_000, 10_000) / 100)
                brief = replace(row.brief, file=name, computed=row.brief.computed and total)
                row = replace(
                    row, brief=brief, name=f"{row.name}{number}", copy=f"annotated/{name}"
                )
                document = document | {"file": name}
                lines.write(to_json_line(document) + "\n")
                table.add(document, row)
                listed = list_return(row, (), {})
                yield listed._replace(findings=model.findings, row=row_to_text(row))

        with table:
            ledger.list_files(records())
        ledger.record_outputs([(TABLE, sha256_of(target / TABLE))])
        ledger.note("scope", json.dumps(asdict(scope), ensure_ascii=False))
        ledger.note("due", json.dumps([asdict(one) for one in due], ensure_ascii=False))
        ledger.note("figures", figures)


def lay_out(pattern: Path, folders: Sequence[Path], count: int) -> None:
    """Make the first folders, and copy the rest from them; those that are there are left."""
    rng = random.Random(SEED)
    for number, folder in enumerate(folders):
        if folder.exists():
            continue
        if number < DIFFERENT:
            generate(pattern, folder, count, rng)
        else:
            shutil.copytree(folders[number % DIFFERENT], folder)


def measured(command: Sequence[str]) -> tuple[int, float, float, float]:
    """Run a command; exit code, seconds, processor seconds, peak in MiB of it and its children."""
    begun = time.perf_counter()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    peak = 0.0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        while run.poll() is None:
            peak = max(peak, sum(map(memory_of, [run.pid, *children_of(run.pid)])))
            time.sleep(BETWEEN)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return run.returncode, time.perf_counter() - begun, spent, peak


def children_of(process: int) -> list[int]:
    """All processes below one."""
    try:
        listed = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return []
    return [each for child in map(int, listed) for each in (child, *children_of(child))]


def memory_of(process: int) -> float:
    """MiB of a process, what it shares counted in parts; 0 where it has gone."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def main(argv: Sequence[str] | None = None) -> int:
    """Generate, combine, print; 1 where an aim is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--records", type=int, default=600_000)
    parser.add_argument("--folders", type=int, default=300)
    parser.add_argument("--keep", type=Path)
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as scratch:
        place = args.keep or Path(scratch)
        pattern = place / "pattern"
        bulk = ["bulk", str(ROOT / "samples" / "bulk"), "--no-annotate", "--fail-on", "never"]
        command = [sys.executable, "-m", "jixiao", *bulk, "--output", str(pattern)]
        subprocess.run(command, check=True, capture_output=True)
        folders = [place / "counties" / f"{n:04}" for n in range(args.folders)]
        lay_out(pattern, folders, args.records // args.folders)
        command = [sys.executable, "-m", "jixiao", "combine", *map(str, folders), "--output"]
        code, seconds, spent, peak = measured([*command, str(place / "combined")])
        print(f"{args.records} records of {args.folders} folders: {seconds:.0f} s, "
              f"{spent:.0f} s of processor time, peak {peak:.0f} MiB in all processes, "
              f"exit code {code}")  # fmt: skip
    return int(code != 0 or seconds > SECONDS or peak > MIB)


if __name__ == "__main__":
    sys.exit(main())
