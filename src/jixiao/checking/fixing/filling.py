"""Plan the filling of cells with figures that are known from elsewhere: one change a cell.

Results of formulas follow; a cell whose change leads to a formula that cannot be worked out stays
as it is, with the reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from jixiao.checking.fixing.candidates import intact_formulas
from jixiao.checking.fixing.model import FixPlan, UnfixedCell
from jixiao.checking.run import check_workbook
from jixiao.finding import Bilingual, Fix, text_of
from jixiao.rulebook import Library
from jixiao.scoresheet import Scoresheet
from jixiao.workbook import CellChange, NotFollowed, edited_workbook, recalculate

_FORMATS = ("xlsx", "xlsm")


@dataclass(frozen=True, slots=True)
class CellFilling:
    """A number for one cell of a scoresheet, with what is there and why; ``None``: leave it."""

    sheet: str
    cell: str
    before: str
    after: str
    number: Decimal | None
    why: Bilingual


def plan_filling(
    sheet: Scoresheet, fillings: Sequence[CellFilling], known: Library, promise: Bilingual
) -> FixPlan:
    """Say what is filled in; ``promise`` heads the list of changes in the copy."""
    workbook = sheet.workbook
    before = check_workbook(workbook, sheet.rulebook, known)
    if workbook.format not in _FORMATS:
        refused = text_of("checking.fixing.format").fill(format=workbook.format)
        return FixPlan(before, before, refused=refused)
    wanted = [each for each in fillings if each.number is not None]
    left = [UnfixedCell(_fix(each), each.why) for each in fillings if each.number is None]
    changes = [CellChange(each.sheet, each.cell, each.number) for each in wanted]
    try:
        edits = recalculate(workbook, changes, intact_formulas(sheet))
    except NotFollowed as unknown:
        refused = text_of("checking.fixing.left-formula").fill(cell=unknown.cell)
        return FixPlan(before, before, refused=refused)
    after = check_workbook(edited_workbook(workbook, edits), sheet.rulebook, known)
    fixes = tuple(_fix(each) for each in wanted)
    return FixPlan(before, after, fixes, tuple(left), edits, promise=promise)


def _fix(each: CellFilling) -> Fix:
    return Fix(f"{each.sheet}!{each.cell}", each.before, each.after, each.why)
