"""Loading a rulebook of 60 indicators (floor: 30 ms) and scoring 30 indicators (floor: 1 ms).

Run: ``python benchmarks/rulebook_speed.py``. Best of several runs, imports not counted.
"""

from __future__ import annotations

import re
import tempfile
import time
from collections.abc import Callable
from importlib import resources
from pathlib import Path

from jixiao.rulebook.cases import figures_of_case
from jixiao.rulebook.load import load_rulebook
from jixiao.rulebook.outcome import Figures, FigureValue
from jixiao.rulebook.scoring.evaluate import evaluate_indicator

LOADED, SCORED = 60, 30
FLOORS_MS = {"load": 30.0, "score": 1.0}


def best_ms(run: Callable[[], object], times: int) -> float:
    """The shortest of several runs, in milliseconds."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        found.append(time.perf_counter() - start)
    return 1000 * min(found)


_TEXT = (resources.files("jixiao") / "rulebooks" / "hunan-2017.toml").read_text("utf-8")
_ENTRY = re.compile(r"^\[\[indicators\]\]\n", re.MULTILINE)
_ID = re.compile(r'^(id|name) = "(.*)"', re.MULTILINE)
_ALIASES = re.compile(r"^aliases = .*\n", re.MULTILINE)
_WEIGHT = re.compile(r"^weight = ([\d.]+)", re.MULTILINE)
_SECTION = re.compile(r"^\[\[sections\]\]\n(?:(?!\[\[|#).*\n)*", re.MULTILINE)
_TOTAL = re.compile(r"^total = .*", re.MULTILINE)


def large_rulebook() -> str:
    """A file of 60 indicators: the rows of hunan-2017 over and over under new ids and names."""
    head, *entries = _ENTRY.split(_TEXT)
    entries = [_ALIASES.sub("", entry) for entry in entries]
    made = [
        "[[indicators]]\n"
        + _ID.sub(rf'\1 = "\2-{number}"', entries[number % len(entries)], count=2)
        for number in range(LOADED)
    ]
    total = sum(float(_WEIGHT.findall(entry)[0]) for entry in made)
    return _TOTAL.sub(f"total = {total:g}", _SECTION.sub("", head)) + "".join(made)


def main() -> None:
    """Measure both and print them beside their floors."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "large.toml")
        file.write_text(large_rulebook(), encoding="utf-8")
        load_rulebook(file)  # imports what checking a file needs
        loading = best_ms(lambda: load_rulebook(file), 20)
    rulebook = load_rulebook("nanchang-2017")
    inputs: dict[str, FigureValue] = {}
    tables = {}
    for indicator in rulebook.indicators:
        given = figures_of_case(rulebook, indicator.cases[0])
        inputs |= given.inputs
        tables |= given.tables
    figures = Figures(inputs, tables)
    rows = (rulebook.indicators * 2)[:SCORED]
    scoring = best_ms(
        lambda: [evaluate_indicator(rulebook, row, figures, traced=False) for row in rows], 200
    )
    for name, found in (("load", loading), ("score", scoring)):
        print(f"{name}: {found:.2f} ms (floor {FLOORS_MS[name]:g} ms)")


if __name__ == "__main__":
    main()
