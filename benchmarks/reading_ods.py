"""Reading OpenDocument spreadsheets against LibreOffice's conversion of the same files.

    python benchmarks/reading_ods.py [FILE…] [--copies 20]

Without files: the samples, saved as ods by LibreOffice itself. One run of LibreOffice converts all
of them to xlsx, so that its start counts once; prints seconds a file of both and their ratio. The
floor is 5.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from jixiao.workbook import Workbook, read_workbook

SAMPLES = Path(__file__).parents[1] / "samples"
FLOOR = 5.0


def convert(paths: Sequence[Path], target: str, folder: Path, home: Path) -> float:
    """Have LibreOffice convert files; give the seconds."""
    command = ["soffice", f"-env:UserInstallation={home.as_uri()}", "--headless", "--convert-to"]
    start = time.perf_counter()
    subprocess.run([*command, target, "--outdir", folder, *paths], check=True, capture_output=True)
    return time.perf_counter() - start


def read_all(paths: Sequence[Path]) -> float:
    """Read files; give the seconds."""
    start = time.perf_counter()
    for path in paths:
        if not isinstance(read_workbook(path), Workbook):
            raise SystemExit(f"not read: {path}")
    return time.perf_counter() - start


def main() -> int:
    """Measure and print; 1 where the floor is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--copies", type=int, default=20)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        saved = list(chosen.files)
        if not saved:
            samples = sorted(SAMPLES.glob("*.xlsx"))
            convert(samples, "ods", folder / "ods", folder / "home")
            saved = sorted((folder / "ods").glob("*.ods"))
        (folder / "in").mkdir()
        paths = [
            Path(shutil.copy(saved[n % len(saved)], folder / "in" / f"{n}.ods"))
            for n in range(max(chosen.copies, len(saved)))
        ]
        read_all(paths[:1])
        ours = read_all(paths)
        theirs = convert(paths, "xlsx", folder / "out", folder / "home")
    ratio = theirs / ours
    print(
        f"{len(paths)} files: ours {1000 * ours / len(paths):.1f} ms a file, "
        f"LibreOffice {1000 * theirs / len(paths):.1f} ms, {ratio:.1f} times (floor {FLOOR:.0f})"
    )
    return int(ratio < FLOOR)


if __name__ == "__main__":
    raise SystemExit(main())
