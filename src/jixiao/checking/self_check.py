"""Read a workbook by a rulebook drafted from it, where no known one fits clearly."""

from __future__ import annotations

from collections.abc import Mapping

from jixiao import drafting
from jixiao.drafting import FormSeen
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
_SURE = 0.6  # confidence from which labels alone show the rulebook
_FOREIGN = 4  # rows with another weight from which labels do not show the rulebook
_SHARE = 4  # one in so many


def is_doubtful(sheet: Scoresheet) -> bool:
    """Whether labels alone show the rulebook, and few of them, or weights that are others.

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
    outline = _own_outline(workbook, found)
    if outline is None:
        return found
    framework = drafting.framework_of(outline)
    if framework is not None:
        return locate_drafted(workbook, framework, "labels") or found
    return _drafted(workbook, outline) or found


def in_a_form(
    workbook: Workbook, found: Scoresheet | Unlocated, forms: Mapping[str, Rulebook]
) -> Scoresheet | Unlocated | FormSeen:
    """Read a workbook by the rulebook of its form; the form where it has none in ``forms``."""
    outline = _own_outline(workbook, found)
    if outline is None or not outline.rows:
        return by_itself(workbook, found)
    seen = drafting.form_of(outline)
    book = forms.get(seen.key)
    if book is None:
        return seen
    own = drafting.for_return(book, outline) if book.id == seen.key else book
    return _of_a_form(workbook, own, seen.key) or found


def _own_outline(workbook: Workbook, found: Scoresheet | Unlocated) -> Outline | None:
    """The form of a workbook; None where it has none, or several sheets may be meant."""
    if isinstance(found, Unlocated) and any(f.code in _SEVERAL for f in found.findings):
        return None
    return outline_of(workbook)


def _of_a_form(workbook: Workbook, book: Rulebook, key: str) -> Scoresheet | None:
    return locate_drafted(workbook, book, "sheet" if book.id == key else "labels", key)


def _drafted(workbook: Workbook, outline: Outline) -> Scoresheet | None:
    book: Rulebook = drafting.draft_rulebook(outline)
    sheet = locate_drafted(workbook, book, "sheet") if outline.rows else None
    return sheet or locate_funds(workbook, book, "sheet")
