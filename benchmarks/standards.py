"""Read scoring standards of lists: ``python benchmarks/standards.py [TSV...]``.

Without a list, those published beside the repository and all batches of the tests. A list has the
columns of a table of standards that a person has read: source, indicator, weight, text, reading,
computable (yes, with answers/counts, partly, no). Each reading is printed beside that of the
person; where that is in the notation of the tests, a rule that differs is none. Floors: 99 % of
those called wholly read are rightly so, 80 % of the computable are, 0.3 ms a standard.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
import time
from fractions import Fraction
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))  # the notation lives beside the tests

from drafting.notation import noted  # noqa: E402 (after the path)
from jixiao.drafting import StandardReading, read_standard  # noqa: E402

COMPUTABLE = ("yes", "with answers/counts")
PRECISION, SHARE, MILLISECONDS = Fraction(99, 100), Fraction(80, 100), 0.3
ROUNDS = 5


def rows_of(path: Path) -> list[dict[str, str]]:
    """Read the list."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def weight_of(row: dict[str, str]) -> Fraction | None:
    """Take the weight of a row, None where it is no number."""
    weight = row.get("weight", "").strip()
    return Fraction(weight) if re.fullmatch(r"\d+(?:\.\d+)?", weight) else None


def read(row: dict[str, str]) -> StandardReading:
    """Read a row anew, whatever was read before."""
    return read_standard.__wrapped__(row["text"], weight_of(row))


def milliseconds(rows: list[dict[str, str]]) -> float:
    """Time a reading: the processor time of the best of several rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        began = time.process_time()
        for row in rows:
            read(row)
        best = min(best, time.process_time() - began)
    return best * 1000 / len(rows)


def rule_of(reading: StandardReading) -> str:
    """The rule in one line, without its weight and what it leaves open."""
    return noted(reading, with_unread=False).split(": ", 1)[1].split("; ")[0]


def measured(file: Path, *, is_noted: bool) -> bool:
    """Print the readings of a list and the three measures; whether all floors are held."""
    rows = rows_of(file)
    whole = right = computable = 0
    for row in rows:
        reading, is_computable = read(row), row["computable"] in COMPUTABLE
        is_right = is_computable and (not is_noted or rule_of(reading) == row["reading"])
        computable += is_computable
        whole += reading.is_whole
        right += reading.is_whole and is_right
        is_odd = reading.is_whole != is_right
        print(f"{'*' if is_odd else ' '} [{row['computable']}] {row['weight']}: {row['text']}")
        print(f"    person: {row['reading']}")
        print(f"    read:   {noted(reading)}")
    took = milliseconds(rows)
    precision = Fraction(right, whole) if whole else Fraction(0)
    share = Fraction(right, computable) if computable else Fraction(0)
    print(f"{file.name}: {len(rows)} standards")
    print(f"wholly read {whole}, of them rightly {right}: {float(precision):.1%}")
    print(f"computable {computable}, of them wholly and rightly read {right}: {float(share):.1%}")
    print(f"{took:.3f} ms a standard")
    return precision >= PRECISION and share >= SHARE and took <= MILLISECONDS


def main() -> int:
    """Print all readings and the measures of each list; 1 where a floor is missed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("lists", nargs="*", type=Path)
    published = ROOT.parent / "shared" / "standards.tsv"
    batches = sorted((ROOT / "tests" / "drafting" / "batches").glob("*.tsv"))
    lists = parser.parse_args().lists or [*filter(Path.exists, [published]), *batches]
    held = [measured(file, is_noted=file in batches) for file in lists]
    return int(not all(held))


if __name__ == "__main__":
    sys.exit(main())
