"""What of a return can be mended for certain: formulas as issued, numbers typed as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.checking.fixing.filling import CellFilling as CellFilling
    from jixiao.checking.fixing.filling import plan_filling as plan_filling
    from jixiao.checking.fixing.model import FixPlan as FixPlan
    from jixiao.checking.fixing.model import UnfixedCell as UnfixedCell
    from jixiao.checking.fixing.plan import plan_fixes as plan_fixes
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "CellFilling": "filling",  # a number for one cell of a scoresheet
            "plan_filling": "filling",  # what filling cells leads to
            "FixPlan": "model",  # what is mended, what is left, and the edits that do it
            "UnfixedCell": "model",  # a cell that is left as it is, with the reason
            "plan_fixes": "plan",  # what of a return can be mended for certain
        },
    )
