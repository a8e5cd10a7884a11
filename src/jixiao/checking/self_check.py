"""Read a workbook by a rulebook drafted from it, where no known one fits clearly."""

from __future__ import annotations

from jixiao.drafting import draft_rulebook, framework_of
from jixiao.rulebook import Role, Rulebook
from jixiao.scoresheet import (
    Outline,
    RowKind,
    Scoresheet,
    Unlocated,
    locate_drafted,
    locate_funds,
    outline_of,
)
from jixiao.workbook import Workbook

_SEVERAL = ("S002", "S006")
_SURE = 0.6  # confidence from which labels alone tell the rulebook
_FOREIGN = 4  # rows with another weight from which labels do not tell the rulebook
_SHARE = 4  # one in so many


def is_doubtful(sheet: Scoresheet) -> bool:
    """Whether labels alone tell the rulebook, and few of them, or weights that are others.

    A place that gives the rows of a common framework weights of its own has a rulebook of its own.
    """
    if sheet.found.by != "labels":
        return False
    if sheet.found.confidence < _SURE:
        return True
    weights = [
        (row.readings[Role.WEIGHT].figure, sheet.rulebook.by_id[row.id].weight)
        for row in sheet.rows
        if row.kind is RowKind.INDICATOR and Role.WEIGHT in row.readings
    ]
    known = [(typed.value, own) for typed, own in weights if typed is not None and own is not None]
    other = sum(1 for typed, own in known if typed != own)
    return other >= _FOREIGN and _SHARE * other >= len(known)


def by_itself(workbook: Workbook, found: Scoresheet | Unlocated) -> Scoresheet | Unlocated:
    """Read a workbook by what it says itself; ``found`` as it was where that cannot be done."""
    if isinstance(found, Unlocated) and any(f.code in _SEVERAL for f in found.findings):
        return found
    outline = outline_of(workbook)
    if outline is None:
        return found
    framework = framework_of(outline)
    if framework is not None:
        return locate_drafted(workbook, framework, "labels") or found
    return _drafted(workbook, outline) or found


def _drafted(workbook: Workbook, outline: Outline) -> Scoresheet | None:
    book: Rulebook = draft_rulebook(outline)
    sheet = locate_drafted(workbook, book, "sheet") if outline.rows else None
    return sheet or locate_funds(workbook, book, "sheet")
