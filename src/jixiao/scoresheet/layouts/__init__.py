"""Layouts found before in this process: taken over where a workbook differs in its values only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.scoresheet.layouts.layout import KnownLayout as KnownLayout
    from jixiao.scoresheet.layouts.layout import Meeting as Meeting
    from jixiao.scoresheet.layouts.remembered import LAYOUTS as LAYOUTS
    from jixiao.scoresheet.layouts.remembered import RememberedLayouts as RememberedLayouts
    from jixiao.scoresheet.layouts.same import meeting_again as meeting_again
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "KnownLayout": "layout",  # where things are in a workbook that was read
            "Meeting": "layout",  # a workbook, the sheet chosen in it, and by which rulebook
            "LAYOUTS": "remembered",  # the layouts of this process
            "RememberedLayouts": "remembered",  # layouts by what was asked, a bounded number
            "meeting_again": "same",  # the same sheet and columns found in another workbook
        },
    )
