"""Compare what two versions of the program write for every sample.

    python benchmarks/compare_outputs.py OLD_SRC NEW_SRC [--keep FOLDER]

Runs both source trees over ``samples/``: every return by itself (text, JSON, CSV and annotated
copy, in both languages), ``samples/bulk`` as a folder with and without its roster, and all blank
templates. Lists each output that differs: of a workbook the parts, and the cells where they do.
Version numbers are left out of the comparison. The exit code is 1 where anything differs.
"""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "samples"
_SHOWN = 5  # differing cells listed of a workbook


class Tree:
    """One source tree: runs its program and keeps what it writes below ``output``."""

    def __init__(self, source: Path, output: Path) -> None:
        self.output = output
        output.mkdir(parents=True)
        self._environment = {**os.environ, "PYTHONPATH": str(source), "COLUMNS": "100"}
        self.version = self.run("--version").decode().split()[-1]

    def run(self, *arguments: str | Path) -> bytes:
        """Give the standard output of the program, then its standard error and exit code."""
        done = subprocess.run(
            [sys.executable, "-m", "jixiao", *arguments],
            capture_output=True,
            check=False,
            cwd=SAMPLES,
            env=self._environment,
        )
        told = done.stdout
        if done.stderr or done.returncode:
            told += b"\n" + done.stderr + f"\nexit code {done.returncode}\n".encode()
        return told.replace(str(self.output).encode(), b"OUTPUT")

    def write_all(self) -> None:
        """Write every output of every sample."""
        for lang in ("zh", "en"):
            place = self.output / lang
            place.mkdir()
            for sample in sorted(SAMPLES.glob("*.xlsx")):
                self._write_sample(sample, place, lang)
            self._write_bulk(place, lang, "with-roster", "--roster", "bulk/市直部门名册.csv")
            self._write_bulk(place, lang, "without-roster", "--no-annotate")
        (self.output / "templates.txt").write_bytes(
            self.run("template", "--all", "--output", self.output / "templates")
        )

    def _write_sample(self, sample: Path, place: Path, lang: str) -> None:
        options = ("--lang", lang, "--annotate", place / f"{sample.stem}.annotated.xlsx")
        for form in ("text", "json", "csv"):
            told = self.run("validate", sample.name, "--format", form, *options)
            (place / f"{sample.stem}.{form}").write_bytes(told)
            options = ("--lang", lang)

    def _write_bulk(self, place: Path, lang: str, name: str, *options: str) -> None:
        told = self.run("bulk", "bulk", "--output", place / name, "--lang", lang, *options)
        (place / f"{name}.txt").write_bytes(told)

    def outputs(self) -> set[str]:
        """The relative paths of what was written, ledgers left out."""
        return {
            path.relative_to(self.output).as_posix()
            for path in self.output.rglob("*")
            if path.is_file() and not path.name.startswith("ledger.sqlite")
        }

    def content(self, relative: str) -> bytes:
        """An output with the program's version left out where it can be read in it."""
        return self.without_version((self.output / relative).read_bytes())

    def without_version(self, content: bytes) -> bytes:
        """Replace the version that the program names itself by."""
        return content.replace(f"jixiao {self.version}".encode(), b"jixiao VERSION")


def differences(old: Tree, new: Tree) -> Iterator[str]:
    """Say what differs, one line a difference."""
    before, after = old.outputs(), new.outputs()
    yield from (f"only in old: {name}" for name in sorted(before - after))
    yield from (f"only in new: {name}" for name in sorted(after - before))
    for name in sorted(before & after):
        if old.content(name) == new.content(name):
            continue
        if name.endswith((".xlsx", ".xlsm")):
            yield from _parts_that_differ(name, old, new)
        else:
            yield from _lines_that_differ(name, old.content(name), new.content(name))


def _lines_that_differ(name: str, before: bytes, after: bytes) -> Iterator[str]:
    old, new = (text.decode("utf-8", "replace").splitlines() for text in (before, after))
    at = next((n for n, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), None)
    at = min(len(old), len(new)) if at is None else at
    shown = [lines[at][:200] if at < len(lines) else "(nothing)" for lines in (old, new)]
    yield f"{name}: line {at + 1}: {shown[0]!r} -> {shown[1]!r}"


def _parts_that_differ(name: str, old: Tree, new: Tree) -> Iterator[str]:
    """Compare the parts of two packages, whatever the times in their directories."""
    parts = []
    for tree in (old, new):
        with zipfile.ZipFile(tree.output / name) as package:
            parts.append({n: tree.without_version(package.read(n)) for n in package.namelist()})
    before, after = parts
    differing = [n for n in {**before, **after} if before.get(n) != after.get(n)]
    if differing:
        yield f"{name}: parts {', '.join(sorted(differing))}"
        yield from _cells_that_differ(name, old, new)


def _cells_that_differ(name: str, old: Tree, new: Tree) -> Iterator[str]:
    import openpyxl

    books = [
        openpyxl.load_workbook(io.BytesIO((tree.output / name).read_bytes())) for tree in (old, new)
    ]
    if books[0].sheetnames != books[1].sheetnames:
        yield f"{name}: sheets {books[0].sheetnames} -> {books[1].sheetnames}"
        return
    found = [
        f"{name}: {sheet}!{cell}: {values[0].get(cell)!r} -> {values[1].get(cell)!r}"
        for sheet in books[0].sheetnames
        for values in [
            [
                {cell.coordinate: cell.value for row in book[sheet].iter_rows() for cell in row}
                for book in books
            ]
        ]
        for cell in {**values[0], **values[1]}
        if values[0].get(cell) != values[1].get(cell)
    ]
    yield from found[:_SHOWN]
    if len(found) > _SHOWN:
        yield f"{name}: {len(found) - _SHOWN} more cells"


def compare(old: Path, new: Path, output: Path, tell: Callable[[str], None]) -> int:
    """Write with both trees side by side, tell each difference, give their number."""
    trees = [Tree(old.resolve(), output / "old"), Tree(new.resolve(), output / "new")]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(Tree.write_all, trees))
    found = list(differences(*trees))
    for line in found:
        tell(line)
    tell(f"{len(trees[1].outputs())} outputs compared, {len(found)} differences")
    return len(found)


def main() -> int:
    """Compare two source trees; 1 where an output differs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--keep", type=Path, help="folder that the outputs stay in")
    asked = parser.parse_args()
    if asked.keep:
        return int(compare(asked.old, asked.new, asked.keep, print) > 0)
    with tempfile.TemporaryDirectory() as place:
        return int(compare(asked.old, asked.new, Path(place), print) > 0)


if __name__ == "__main__":
    sys.exit(main())
