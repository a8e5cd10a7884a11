"""The annotated copy of a return, with the sheet 审核结果."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.writing.annotation.annotated_copy import annotate as annotate
    from jixiao.writing.annotation.annotated_copy import deliver as deliver
    from jixiao.writing.annotation.annotated_copy import prepared as prepared
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            # Write the annotated copy of the file that ``check`` is about to ``target``
            "annotate": "annotated_copy",
            # Write the annotated copy as ``annotate`` does and give what became of it
            "deliver": "annotated_copy",
            # Make what ``annotate`` would write to ``path``, or refuse as it does
            "prepared": "annotated_copy",
        },
    )
