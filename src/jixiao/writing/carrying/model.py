"""Values on their way from an older form into a template."""

from __future__ import annotations

from dataclasses import dataclass

from jixiao.finding import Bilingual
from jixiao.workbook import Cell


@dataclass(frozen=True, slots=True)
class CarriedCell:
    """A value carried: ``source`` is where it was, ``sheet`` and ``cell`` where it goes."""

    source: str
    cell_there: Cell
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class LeftCell:
    """A value that found no place: where it is, what it says, why."""

    place: str
    text: str
    why: Bilingual
