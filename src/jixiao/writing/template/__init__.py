"""Write the blank workbook of a rulebook, with live formulas, stamp and fingerprint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.writing.template.blank import compose_blank as compose_blank
    from jixiao.writing.template.blank import write_template as write_template
    from jixiao.writing.template.blank import write_templates as write_templates
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "compose_blank": "blank",  # the blank workbook of a rulebook in memory
            "write_template": "blank",  # write the blank workbook of a rulebook
            "write_templates": "blank",  # write a blank workbook for each department
        },
    )
