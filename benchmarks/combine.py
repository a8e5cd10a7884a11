"""Combine generated records of a whole nation: time and peak memory.

    python benchmarks/combine.py [--records 600000] [--folders 300] [--keep DIR]

Makes output folders as ``jixiao bulk`` leaves them (ledger, results and their table, from the
records of the samples under other names and totals), then runs ``jixiao combine`` on all of them
and prints seconds, processor seconds and the peak in MiB. The aims, on two cores: 600,000 records
in 180 seconds and 300 MiB. The exit code is 1 where an aim is missed; on a machine that others use
too, the processor seconds say more.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
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
MEASURED = """
import resource, sys, time
from jixiao.cli.run import run_command_line
start = time.perf_counter()
code = run_command_line(sys.argv[1:])
spent = resource.getrusage(resource.RUSAGE_SELF)
print(code, time.perf_counter() - start, spent.ru_utime + spent.ru_stime, spent.ru_maxrss / 1024)
"""


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
        rng = random.Random(SEED)
        folders = [place / "counties" / f"{n:04}" for n in range(args.folders)]
        for folder in folders:
            if not folder.exists():
                generate(pattern, folder, args.records // args.folders, rng)
        done = subprocess.run(
            [sys.executable, "-c", MEASURED, "combine", *map(str, folders), "--output",
             str(place / "combined")],
            check=True, capture_output=True, encoding="utf-8",
        )  # fmt: skip
        code, seconds, spent, peak = done.stdout.splitlines()[-1].split()
        print(f"{args.records} records of {args.folders} folders: {float(seconds):.0f} s, "
              f"{float(spent):.0f} s of processor time, peak {float(peak):.0f} MiB, "
              f"exit code {code}")  # fmt: skip
    return int(code != "0" or float(seconds) > SECONDS or float(peak) > MIB)


if __name__ == "__main__":
    sys.exit(main())
