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

from jixiao.rulebook.audit import audit  # imported before the clock starts
from jixiao.rulebook.cases import figures_of
from jixiao.rulebook.load import load_rulebook
from jixiao.rulebook.outcome import Figures, Value
from jixiao.rulebook.scoring import evaluate

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


def large_rulebook() -> str:
    """A file of 60 indicators: the rows of hunan-2017 over and over under new ids."""
    text = (resources.files("jixiao") / "rulebooks" / "hunan-2017.toml").read_text("utf-8")
    head, _, rows = text.partition("[[indicators]]")
    entries = [f"[[indicators]]{row}" for row in re.split(r"^\[\[indicators\]\]", rows, flags=re.M)]
    made = []
    for number in range(LOADED):
        entry = entries[number % len(entries)]
        entry = re.sub(r'^id = "(.*)"', rf'id = "\1-{number}"', entry, count=1, flags=re.M)
        made.append(re.sub(r'^name = "(.*)"', rf'name = "\1 {number}"', entry, count=1, flags=re.M))
    head = re.sub(r"\[\[sections\]\]\n(?:(?!\[\[|#).*\n)*", "", head)
    weights = [float(w) for e in made for w in re.findall(r"^weight = ([\d.]+)", e, flags=re.M)[:1]]
    return re.sub(r"^total = .*", f"total = {sum(weights):g}", head, flags=re.M) + "".join(made)


def main() -> None:
    """Measure both and print them beside their floors."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "large.toml")
        file.write_text(large_rulebook(), encoding="utf-8")
        assert len(load_rulebook(file).indicators) == LOADED
        assert audit(load_rulebook(file)) == []
        loading = best_ms(lambda: load_rulebook(file), 20)
    rulebook = load_rulebook("nanchang-2017")
    inputs: dict[str, Value] = {}
    tables = {}
    for indicator in rulebook.indicators:
        given = figures_of(rulebook, indicator.cases[0])
        inputs |= given.inputs
        tables |= given.tables
    figures = Figures(inputs, tables)
    rows = (rulebook.indicators * 2)[:SCORED]
    scoring = best_ms(lambda: [evaluate(rulebook, row, figures, traced=False) for row in rows], 200)
    for name, found in (("load", loading), ("score", scoring)):
        print(f"{name}: {found:.2f} ms (floor {FLOORS_MS[name]:g} ms)")


if __name__ == "__main__":
    main()
