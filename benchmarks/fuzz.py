"""Fuzz the reader for a while: mutants of sound, hostile and sample files, seeded.

    python benchmarks/fuzz.py --seconds 600 --seed 1

Prints each mutant that made the reader raise or run over five seconds, and
writes it to the folder given with ``--keep``. Exit code 1 where there was one.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import time
import traceback
import zipfile
import zlib
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from hostile import CASES  # noqa: E402 - the generator lives with the tests
from hostile.case import zipped  # noqa: E402
from jixiao.workbook.model import Workbook  # noqa: E402
from jixiao.workbook.read import read_workbook  # noqa: E402

SLOW = 5.0
NOT_A_ZIP = (
    *(zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError),
    *(OSError, ValueError, EOFError),
)
TOKENS = (
    *(b"<c>", b"</c>", b"<row>", b"<v>", b'r="A1"', b't="s"', b't="shared"', b"<f/>", b"&#0;"),
    *(b"99999999999", b"-1", b"NaN", b"<!DOCTYPE a>", b"<![CDATA[", b"]]>", b"<?a?>", b"\xff\xfe"),
    *(b"PK\x03\x04", b"PK\x05\x06", b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"../", b'"'),
)


def mutate(content: bytes, draw: random.Random) -> bytes:
    """Change, cut, repeat, insert or move a few bytes."""
    buffer = bytearray(content)
    for _ in range(draw.randint(1, 6)):
        place = draw.randrange(len(buffer) + 1)
        length = draw.choice((1, 2, 4, 16, 200))
        match draw.randrange(6):
            case 0 if buffer:
                buffer[place % len(buffer)] = draw.randrange(256)
            case 1:
                del buffer[place : place + length]
            case 2:
                buffer[place:place] = buffer[place : place + length] * draw.choice((1, 2, 50))
            case 3:
                buffer[place:place] = draw.choice(TOKENS)
            case 4:
                token = draw.choice(TOKENS)
                buffer[place : place + len(token)] = token
            case _:
                start = draw.randrange(len(buffer) + 1)
                buffer[place : place + length] = buffer[start : start + length]
    return bytes(buffer)


def mutate_part(content: bytes, draw: random.Random) -> bytes:
    """Change one part of a package and pack it soundly again."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
    except NOT_A_ZIP:
        return mutate(content, draw)
    if not files:
        return content
    path = draw.choice(sorted(files))
    return zipped({**files, path: mutate(files[path], draw)})


def seeds() -> list[bytes]:
    """Files to start from: small hostile ones, and the samples."""
    built = [case.build() for case in CASES if case.extension == ".xlsx"]
    samples = [path.read_bytes() for path in sorted((ROOT / "samples").glob("*.xlsx"))[:3]]
    return [content for content in (*built, *samples) if 0 < len(content) < 100_000]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    draw = random.Random(asked.seed)
    started_from = seeds()
    outcomes: Counter[str] = Counter()
    bad = 0
    end = time.monotonic() + asked.seconds
    while time.monotonic() < end:
        change = draw.choice((mutate, mutate_part, mutate_part))
        content = change(draw.choice(started_from), draw)
        started = time.perf_counter()
        try:
            found = read_workbook("a.xlsx", content=content)
        except Exception:  # noqa: BLE001 - what a fuzzer is for
            trouble = traceback.format_exc(limit=-3)
        else:
            took = time.perf_counter() - started
            trouble = f"took {took:.1f} s" if took > SLOW else ""
            outcomes["read" if isinstance(found, Workbook) else found.findings[0].code] += 1
        if trouble:
            bad += 1
            print(f"--- mutant {sum(outcomes.values())}\n{trouble}")
            if asked.keep:
                asked.keep.mkdir(parents=True, exist_ok=True)
                (asked.keep / f"mutant-{asked.seed}-{bad}.bin").write_bytes(content)
    total = sum(outcomes.values())
    print(f"{total} mutants from {len(started_from)} files, {bad} in trouble")
    print("  ".join(f"{code} {count}" for code, count in outcomes.most_common()))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
