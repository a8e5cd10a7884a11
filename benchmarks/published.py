"""Published sheets: located, discrepancies found, rows accused that no header line names.

Run ``python benchmarks/published.py``. Reads the sheets beside the repository (../shared/filled
and ../shared/fresh), builds those of the first folder in their layouts, and checks each without an
order. What each header line should lead to stands in tests/published. Fails below the floors.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[0] = str(ROOT / "tests")  # the sheets live beside the tests; this file is called like them

from jixiao.checking.model import Check  # noqa: E402 (after the path)
from jixiao.checking.run import check  # noqa: E402
from published.filled import read_filled  # noqa: E402
from published.fresh import FRESH  # noqa: E402
from published.table import SHEETS  # noqa: E402

FOUND = 0.8  # share of the discrepancies that the columns show
_ACCUSING = ("R101",)
Finds = Mapping[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class Result:
    """What came of one sheet."""

    name: str
    found: Check
    wanted: Finds
    allowed: frozenset[str]

    @property
    def seen(self) -> list[str]:
        """The discrepancies that some finding on one of their cells tells."""
        cells = {one.cell for one in self.found.findings}
        return [line for line, pairs in self.wanted.items() if any(c in cells for _, c in pairs)]

    @property
    def accused(self) -> list[str]:
        """Cells of self-scores called wrong that no header line names."""
        named = {cell for pairs in self.wanted.values() for _, cell in pairs} | self.allowed
        accusing = (one for one in self.found.findings if one.code in _ACCUSING)
        return sorted({one.cell for one in accusing if one.cell and one.cell not in named})


def results(folder: Path) -> Iterator[Result]:
    """Check every sheet as it was published."""
    for fresh in FRESH:
        yield Result(fresh.name, check(fresh.path), fresh.found, frozenset())
    for sheet in SHEETS:
        path = folder / f"{sheet.name}-{sheet.build.__name__}.xlsx"
        sheet.build(read_filled(sheet.name)).save(path)
        yield Result(sheet.name, check(path), sheet.found, frozenset(sheet.unnamed))


def main() -> int:
    """Print a line for each sheet and the shares; 1 where a floor is not met."""
    with tempfile.TemporaryDirectory() as folder:
        every = list(results(Path(folder)))
    for one in every:
        book = one.found.rulebook
        by = f"{book.id or '-'} ({book.found_by})" if book is not None else "-"
        missed = [line for line in one.wanted if line not in one.seen]
        print(
            f"{one.name:4} {one.found.outcome:13} {by:32} "
            f"{len(one.seen)}/{len(one.wanted)} found  accused {one.accused or 0}  "
            f"{'missed: ' + '; '.join(missed) if missed else ''}".rstrip()
        )
    located = sum(one.found.checked for one in every)
    wanted = sum(len(one.wanted) for one in every)
    seen = sum(len(one.seen) for one in every)
    accused = sum(len(one.accused) for one in every)
    print(f"located {located}/{len(every)}, found {seen}/{wanted}, accused {accused}")
    return int(located < len(every) or seen < FOUND * wanted or accused > 0)


if __name__ == "__main__":
    sys.exit(main())
