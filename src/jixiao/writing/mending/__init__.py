"""Write the mended copy of a return, with the sheet 修改清单."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.writing.mending.mended_copy import deliver_fixes as deliver_fixes
    from jixiao.writing.mending.mended_copy import fixed_content as fixed_content
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "deliver_fixes": "mended_copy",  # write the mended copy of a return
            "fixed_content": "mended_copy",  # the mended copy in memory
        },
    )
