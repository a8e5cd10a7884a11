"""The very hidden sheet of an issued template: which rulebook it was made from and what it held.

A hint only: the id is looked up among known rulebooks by the caller and never used as a path.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from jixiao.workbook import Sheet, Workbook

STAMP_SHEET = "_jixiao"
STAMP_FORMAT = "jixiao.stamp/1"
FIRST_ISSUED_ROW = 10
_HEAD = ("rulebook", "version", "sha256", "department", "year")


@dataclass(frozen=True, slots=True)
class IssuedCells:
    """A formula as issued, and the cell that it was issued in."""

    sheet: str
    cell: str
    formula: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the stamp says; a hint, never trusted.

    ``rulebook``, ``version`` and ``sha256`` are those of the template. ``keyed`` holds the formulas
    as issued by what they compute (``jx_rate_…``, ``sum:…``, ``total``), wherever their rows have
    moved since; ``digests`` those of the scoring
    standards (评分标准) by indicator. ``department`` and ``year``
    are those that the workbook was issued for, as texts, or None.
    """

    rulebook: str
    version: str
    sha256: str
    department: str | None = None
    year: str | None = None
    keyed: Mapping[str, IssuedCells] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)


def digest_of(text: str) -> str:
    """Hash a fixed text as issued, whatever its blanks and line breaks.

    >>> digest_of("没有问题得3分。") == digest_of("没有问题\\n得3分。 ")
    True
    """
    return hashlib.sha256("".join(text.split()).encode()).hexdigest()[:16]


def stamped_rulebook(workbook: Workbook) -> str | None:
    """The rulebook id that the stamp names, without reading the rest of it."""
    sheet = workbook.sheet(STAMP_SHEET)
    if sheet is None or _text(sheet, 1, 1) != STAMP_FORMAT:
        return None
    return _text(sheet, 2, 2) or None


def read_stamp(workbook: Workbook, known: Stamp | None = None) -> Stamp | None:
    """Read the stamp; None where there is none or it is of no known format.

    What was issued is taken from the stamp ``known``, where the rows that say it are the same.
    """
    sheet = workbook.sheet(STAMP_SHEET)
    if sheet is None or _text(sheet, 1, 1) != STAMP_FORMAT:
        return None
    head = {
        name: _text(sheet, row, 2)
        for row in range(2, FIRST_ISSUED_ROW)
        if (name := _text(sheet, row, 1)) in _HEAD
    }
    if not head.get("rulebook"):
        return None
    if known is not None:
        keyed, digests = known.keyed, known.digests
    else:
        rows = ((at, cell) for at, cell in sheet.cells.items() if at[0] >= FIRST_ISSUED_ROW)
        keyed, digests = _issued(tuple((*at, cell.raw) for at, cell in rows))
    return Stamp(
        head["rulebook"],
        head.get("version", ""),
        head.get("sha256", ""),
        head.get("department") or None,
        head.get("year") or None,
        keyed,
        digests,
    )


@lru_cache(maxsize=16)  # what was issued is the same in all returns of a template
def _issued(
    cells: tuple[tuple[int, int, str], ...],
) -> tuple[Mapping[str, IssuedCells], Mapping[str, str]]:
    """The formulas by key and the digests of standards, out of the rows below the head."""
    texts = {(row, column): raw.strip() for row, column, raw in cells}
    keyed: dict[str, IssuedCells] = {}
    digests: dict[str, str] = {}
    for row, column, raw in cells:
        if column == 3 and raw == "formula":
            sheet, cell, formula, key = (texts.get((row, at), "") for at in (1, 2, 4, 5))
            keyed[key] = IssuedCells(sheet, cell, formula)
        elif column == 3 and raw == "standards":
            pairs = (pair.partition("=") for pair in texts.get((row, 4), "").split())
            digests |= {indicator: digest for indicator, _, digest in pairs}
    return MappingProxyType(keyed), MappingProxyType(digests)


def _text(sheet: Sheet, row: int, column: int) -> str:
    cell = sheet.cells.get((row, column))
    return cell.raw.strip() if cell is not None else ""
