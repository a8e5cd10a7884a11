"""Read reports: docx, txt, html and text PDF become passages with their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.narrative.reading.read import read_report as read_report
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "read_report": "read",  # read a report of any known format
        },
    )
