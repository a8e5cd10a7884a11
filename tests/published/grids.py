"""Forms as data: one text for each, its cells parted by ``|``, with slips that may be typed.

``^`` and ``<`` join a cell with the one above or at its left. ``20⟦18;R114@G9⟧`` is a cell that
holds 20 as filled in honestly; with 18 there, R114 must be said of G9. ``#### name`` begins a form,
and ``!! code@cell …`` below it are what is said of the honest form, notices left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

_SLIP = re.compile(r"⟦(?P<typed>[^;⟧]*);(?P<told>[^⟧]*)⟧")
_JOINED = ("^", "<")

Told = tuple[str, str]  # code and cell


@dataclass(frozen=True)
class Slip:
    """One cell that is typed wrongly, and the finding that must be among those made."""

    cell: str
    typed: str
    told: Told


@dataclass(frozen=True)
class Form:
    """A form with what is said of it as it is, and its slips."""

    name: str
    lines: tuple[str, ...]
    honest: frozenset[Told]

    @property
    def slips(self) -> Iterator[Slip]:
        """The slips, row by row."""
        for place, cell in self._cells():
            if (found := _SLIP.search(cell)) is not None:
                code, _, at = found["told"].partition("@")
                yield Slip(place, found["typed"], (code, at))

    def book(self, slip: Slip | None = None) -> Workbook:
        """The workbook, with one slip or none."""
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        owners: dict[str, str] = {}
        ends: dict[str, str] = {}
        for place, written in self._cells():
            text = _SLIP.sub("", written).strip()
            row, column = sheet[place].row, sheet[place].column
            if text in _JOINED:
                near_by = (row - 1, column) if text == "^" else (row, column - 1)
                near = f"{get_column_letter(near_by[1])}{near_by[0]}"
                owner = owners[place] = owners.get(near, near)
                ends[owner] = place
                continue
            if slip is not None and slip.cell == place:
                text = slip.typed
            value = _value(text)
            if value is not None:
                sheet[place].value = value
                if isinstance(value, str):
                    sheet[place].data_type = "s"  # words, whatever they begin with
        for owner, end in ends.items():
            sheet.merge_cells(f"{owner}:{end}")
        return book

    def _cells(self) -> Iterator[tuple[str, str]]:
        for row, line in enumerate(self.lines, 1):
            for column, cell in enumerate(line.split("|"), 1):
                yield f"{get_column_letter(column)}{row}", cell.strip()


def _value(text: str) -> object:
    """A plain number as a number, ``'20`` as words, ``\\n`` as a line break."""
    if text.startswith("'"):
        return text[1:]
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text.replace("\\n", "\n") or None
    return int(number) if "." not in text else float(number)


def forms_in(path: Path) -> Iterator[Form]:
    """Read the forms of one file."""
    for part in re.split(r"^#### ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, *lines = part.rstrip("\n").split("\n")
        said = [line[2:].split() for line in lines if line.startswith("!!")]
        honest = (one.partition("@")[::2] for words in said for one in words)
        grid = tuple(line for line in lines if not line.startswith("!!"))
        yield Form(name.strip(), grid, frozenset(honest))
