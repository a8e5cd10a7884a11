"""Work out formulas of a workbook: what depends on a changed cell, and what it then shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.workbook.calculation.recalculation import CellChange as CellChange
    from jixiao.workbook.calculation.recalculation import CellEdit as CellEdit
    from jixiao.workbook.calculation.recalculation import NotFollowed as NotFollowed
    from jixiao.workbook.calculation.recalculation import edited_workbook as edited_workbook
    from jixiao.workbook.calculation.recalculation import recalculate as recalculate
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "CellChange": "recalculation",  # a formula or a number that a cell is to hold
            "CellEdit": "recalculation",  # what is written into a cell: its formula and its result
            "NotFollowed": "recalculation",  # raised where a formula cannot be worked out
            "edited_workbook": "recalculation",  # a workbook in memory with its cells edited
            "recalculate": "recalculation",  # the edits that changes lead to, dependents included
        },
    )
