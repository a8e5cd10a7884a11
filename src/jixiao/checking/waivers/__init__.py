"""Waivers: findings that an officer has excused, with reason, name and last day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.checking.waivers.excuse import apply_waivers as apply_waivers
    from jixiao.checking.waivers.excuse import unmatched_waivers as unmatched_waivers
    from jixiao.checking.waivers.model import Waiver as Waiver
    from jixiao.checking.waivers.model import WaiverError as WaiverError
    from jixiao.checking.waivers.source import read_waivers as read_waivers
    from jixiao.checking.waivers.source import waiver_text as waiver_text
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "apply_waivers": "excuse",  # a check with its waived findings marked
            "unmatched_waivers": "excuse",  # findings on waivers of which no return was there
            "Waiver": "model",  # one waiver
            "WaiverError": "model",  # a waiver file that cannot be used, with the reason
            "read_waivers": "source",  # the waivers of a file
            "waiver_text": "source",  # a waiver as it is written into a file
        },
    )
