"""Published sheets as transcribed: header lines and rows of a file of ``shared/filled``."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[3] / "shared" / "filled"
SIGNS = {">=": "≥", "<=": "≤", "=": "＝"}
_SECOND = "(second sheet)"
_INITIAL = re.compile(r"年初(?:预算数)? ([0-9.]+)|all typed (0)")
_RATE = re.compile(r"rate (?:typed )?([0-9.]+%?)")


@dataclass(frozen=True)
class Line:
    """One row as published; every cell is the text that was printed."""

    level1: str
    level2: str
    indicator: str
    op: str
    target: str
    actual: str
    unit: str
    weight: str
    self_score: str
    note: str

    @property
    def is_money(self) -> bool:
        """Whether it belongs to the block of funds at the top of a target form."""
        return self.level1.removeprefix(_SECOND).strip() in ("预算执行", "资金")

    @property
    def is_on_second_sheet(self) -> bool:
        """Whether it is the head of another sheet than the rest."""
        return self.level1.startswith(_SECOND)

    @property
    def initial(self) -> str:
        """The initial budget, as far as the note tells it."""
        found = _INITIAL.search(self.note)
        return (found[1] or found[2]) if found else ""

    @property
    def rate(self) -> str:
        """The execution rate as typed, as far as the note tells it."""
        found = _RATE.search(self.note)
        return found[1] if found else ""

    @property
    def reason(self) -> str:
        """The reason for a deviation, as far as the note tells one."""
        return self.note.partition("reason")[2].removeprefix(" given").strip(" :")

    @property
    def goal(self) -> str:
        """The target as forms print it, with its sign and unit in one cell: ≥21933人."""
        return SIGNS.get(self.op, "") + self.measured(self.target)

    def measured(self, figure: str) -> str:
        """A figure with the unit of the row behind it; words stay as they are."""
        if figure[-1:].isdigit() and self.unit and not self.is_on_second_sheet:
            return f"{figure}{self.unit}"
        return figure


@dataclass(frozen=True)
class Filled:
    """A published sheet: what its header says and its rows."""

    name: str
    header: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]

    def said(self, key: str) -> tuple[str, ...]:
        """Every header line of a kind: ``discrepancy``, ``control``, ``unit``, ``year`` …."""
        return tuple(text for name, text in self.header if name == key)

    @property
    def unit(self) -> str:
        """The office."""
        return self.said("unit")[0]

    @property
    def year(self) -> str:
        """The year, empty where it was not seen."""
        year = self.said("year")[:1]
        return year[0] if year and year[0].isdigit() else ""

    @property
    def total(self) -> str:
        """The total that the sheet states, empty where none was seen."""
        total = self.said("stated_total")[0]
        return total if total[:1].isdigit() else ""


def read_filled(name: str) -> Filled:
    """Read ``p05`` or ``w02`` from the folder of published sheets."""
    (path,) = FOLDER.glob(f"{name}_*.tsv")
    text = path.read_text(encoding="utf-8").splitlines()
    header = tuple(
        (key.strip("# "), value.strip())
        for line in text
        if line.startswith("#")
        for key, _, value in [line.partition(": ")]
    )
    rows = list(
        csv.reader(
            (line for line in text if not line.startswith("#")),
            delimiter="\t",
            quoting=csv.QUOTE_NONE,
        )
    )
    lines = tuple(Line(*(cell.strip() for cell in (*row, *[""] * 10)[:10])) for row in rows[1:])
    return Filled(name, header, lines)
